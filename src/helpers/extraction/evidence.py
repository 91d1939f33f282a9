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
from helpers.extraction.figures.find import find_figures
from helpers.extraction.people import find_people
from helpers.extraction.places import (
    Gazetteer,
    Names,
    find_names,
    infer_setting,
)
from helpers.extraction.voices import find_quotations
from helpers.extraction.wording import find_coinages

if TYPE_CHECKING:
    from helpers.extraction.checks import Check
    from helpers.extraction.figures.figure import Figure
    from helpers.extraction.people import Person
    from helpers.extraction.places import Organisation, PlaceName
    from helpers.extraction.voices import Quotation
    from helpers.extraction.wording import Coinage


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
    known = infer_setting(documents, setting or Setting(), publishers)
    names = Names.learn(documents, known, gazetteer)
    for number, document in enumerate(documents, start=1):
        yield read_evidence(document, known, names)
        if progress is not None:
            progress(number)


def read_evidence(document: Document, setting: Setting, names: Names) -> Evidence:
    """Find the evidence of one article."""
    people = find_people(document)
    quotations = find_quotations(document, people)
    speech = {(q.field, q.start, q.end) for q in quotations}
    places, organisations = find_names(document, setting, names)
    figures = find_figures(document, setting)
    coinages = find_coinages(document, speech)
    return Evidence(
        document,
        people,
        places,
        organisations,
        quotations,
        figures,
        coinages,
        find_checks(document, figures, coinages),
    )
