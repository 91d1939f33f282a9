"""How well direct speech is found and attributed, against an answer key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from helpers.audit.evidence.key import EvidenceKey
from helpers.audit.evidence.measure import Score, agree
from helpers.extraction.document import Document
from helpers.extraction.voices import Quotation, find_quotations
from helpers.extraction.voices.attribution import Named


@dataclass(frozen=True, slots=True)
class KeyPerson:
    """A person of a key, in the form that finders give."""

    field: str
    start: int
    end: int
    name: str
    category: str
    named: bool


def key_people(key: EvidenceKey, document: Document) -> list[KeyPerson]:
    """Return the persons that a key has in an article."""
    return [
        KeyPerson(place.field, place.start, place.end, row["name"], row["category"], row["named"])
        for row in key.rows.get("people", ())
        for place in row["places"]
        if place.article_id == document.article_id
    ]


def score_voices(
    key: EvidenceKey, people: Callable[[Document], Sequence[Named]] | None = None
) -> list[Score]:
    """Compare the direct speech found with a key: spans, and of those agreed speaker and category.

    Args:
        key: The key.
        people: Finds the persons of an article; without it those of the key are taken.
    """
    found: dict[Any, Quotation] = {}
    for document in key.documents:
        there = people(document) if people is not None else key_people(key, document)
        for quotation in find_quotations(document, there):
            place = (document.article_id, quotation.field, quotation.start, quotation.end)
            found[place] = quotation
    asked = {
        (p.article_id, p.field, p.start, p.end): row
        for row in key.rows.get("quotations", ())
        for p in row["places"]
    }
    both = sorted(found.keys() & asked.keys())
    speakers = [(place, _speaker_agrees(found[place], asked[place])) for place in both]
    capacities = [(place, _category_agrees(found[place], asked[place])) for place in both]
    verbs = [(place, _verb_agrees(found[place], asked[place])) for place in both]
    return [
        agree("quotations", found, asked),
        _share("speaker", speakers),
        _share("category", capacities),
        _share("verb", verbs),
    ]


def _share(measure: str, judged: Sequence[tuple[Any, bool]]) -> Score:
    """Score a property of the finds that agree: what is not right is missed."""
    return Score(
        measure,
        sum(right for _, right in judged),
        tuple(place for place, right in judged if not right),
    )


def _speaker_agrees(found: Quotation, row: dict[str, Any]) -> bool:
    """Say whether the speaker agrees; where the key names nobody, nobody may be named."""
    if row["speaker"] is None:
        return not found.named
    if found.speaker is None:
        return False
    return found.speaker == row["speaker"] or (not row.get("named", True) and not found.named)


def _category_agrees(found: Quotation, row: dict[str, Any]) -> bool:
    others = row.get("category_alternatives", row.get("alternatives", ())) or ()
    return found.category in {row["category"], *others}


def _verb_agrees(found: Quotation, row: dict[str, Any]) -> bool:
    if row.get("verb") is None or found.verb is None:
        return row.get("verb") == found.verb
    return found.verb in row["verb"] or row["verb"] in found.verb
