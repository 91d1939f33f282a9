"""Everything that is found in a corpus, brought together: people, places, speech, figures, words.

Articles are read twice: once for the places that only this paper knows, once for the finds. Time
is linear in the text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from helpers.extraction.checks import find_checks
from helpers.extraction.document import Document, Setting
from helpers.extraction.figures.find import find_all_figures
from helpers.extraction.people import find_people
from helpers.extraction.places import (
    Gazetteer,
    Names,
    find_names,
    infer_setting,
)
from helpers.extraction.voices import find_quotations
from helpers.extraction.wording import find_coinages
from helpers.pausing import collection_paused

if TYPE_CHECKING:
    from helpers.extraction.checks import Check
    from helpers.extraction.figures.figure import Figure
    from helpers.extraction.people import Person
    from helpers.extraction.places import Organisation, PlaceName
    from helpers.extraction.voices import Quotation
    from helpers.extraction.wording import Coinage

#: So many articles are read for one kind of evidence before the next: the words and expressions
#: of a finder then stay in the processor's cache, which those of all finders do not fit into.
TOGETHER = 64


@dataclass(slots=True)
class Evidence:
    """What is found in one article; every find says in which field it stands, and where."""

    document: Document
    people: list[Person] = field(default_factory=list)
    places: list[PlaceName] = field(default_factory=list)
    organisations: list[Organisation] = field(default_factory=list)
    quotations: list[Quotation] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    coinages: list[Coinage] = field(default_factory=list)
    checks: list[Check] = field(default_factory=list)


def find_evidence(
    documents: Sequence[Document],
    setting: Setting | None = None,
    *,
    publishers: Sequence[str] = (),
    gazetteer: Gazetteer | None = None,
    progress: Callable[[int], None] | None = None,
) -> Iterator[Evidence]:
    """Find the evidence of every article, in their order.

    Args:
        documents: The articles of a corpus.
        setting: What is known of the county; the rest is inferred.
        publishers: Publishers as the mastheads print them.
        gazetteer: The corpus's own.
        progress: Told how many articles are done.
    """
    with collection_paused():
        known = infer_setting(documents, setting or Setting(), publishers)
        names = Names.learn(documents, known, gazetteer)
    done = 0
    for first in range(0, len(documents), TOGETHER):
        for evidence in _read(documents[first : first + TOGETHER], known, names):
            yield evidence
            done += 1
            if progress is not None:
                progress(done)


def read_evidence(document: Document, setting: Setting, names: Names) -> Evidence:
    """Find the evidence of one article."""
    return _read([document], setting, names)[0]


@collection_paused()
def _read(documents: Sequence[Document], setting: Setting, names: Names) -> list[Evidence]:
    """Find the evidence of some articles, one kind of it after the other."""
    people = [find_people(document) for document in documents]
    quotations = list(map(find_quotations, documents, people))
    named = [find_names(document, setting, names) for document in documents]
    figures = find_all_figures(documents)
    speech = [{(q.field, q.start, q.end) for q in said} for said in quotations]
    coinages = list(map(find_coinages, documents, speech))
    checks = list(map(find_checks, documents, figures, coinages))
    places, organisations = zip(*named, strict=True)
    columns = people, places, organisations, quotations, figures, coinages, checks
    return [Evidence(*found) for found in zip(documents, *columns, strict=True)]
