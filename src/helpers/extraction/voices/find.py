"""The pieces of direct speech of an article, each with its speaker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from helpers.extraction.document import Document
from helpers.extraction.marks import Quote, find_quotes
from helpers.extraction.people.categories import categorise
from helpers.extraction.voices.attribution import ENDS, Named, Page, Speaker, attribute
from helpers.extraction.voices.speech import is_attributed, is_said


@dataclass(frozen=True, slots=True)
class Quotation:
    """One piece of direct speech, quotation marks included, in a field of an article.

    `speaker` is the name, None where nobody is named; `category` in what capacity; `position`
    where the attribution stands: after, before, middle, none.
    """

    field: str
    start: int
    end: int
    speaker: str | None
    speaker_start: int | None
    speaker_end: int | None
    named: bool
    category: str
    verb: str | None
    position: str


def find_quotations(document: Document, people: Sequence[Named]) -> list[Quotation]:
    """Find the direct speech of an article.

    Args:
        document: The article.
        people: Its persons, as `extraction.people` finds them.
    """
    found: list[Quotation] = []
    for field, text in document.fields.items():
        quotes = [quote for quote in find_quotes(text) if quote.depth == 1]
        if not quotes:
            continue
        mine = sorted((p for p in people if p.field == field), key=lambda p: p.start)
        speech = _speech(text, quotes)
        page = Page(text, mine, [(quote.start, quote.end) for quote in speech])
        said: Quotation | None = None
        for quote in speech:
            piece = _read(page, field, quote)
            said = _go_on(said, piece, text)
            found.append(said)
    return found


def _speech(text: str, quotes: Sequence[Quote]) -> list[Quote]:
    """Keep the quotes that are said."""
    judged = [is_said(text, quote) for quote in quotes]
    said = [(q.start, q.end) for q, sure in zip(quotes, judged, strict=True) if sure]
    page = Page(text, (), said)
    kept = []
    for quote, sure in zip(quotes, judged, strict=True):
        if sure or (sure is None and _is_attributed(page, quote)):
            kept.append(quote)
    return kept


def _is_attributed(page: Page, quote: Quote) -> bool:
    """Judge a quote without a final mark by the rest of its sentence."""
    text = page.text
    before = text[page.sentence_before(quote.start) : quote.start]
    after = text[quote.end : page.sentence_after(quote.end)]
    return is_attributed(text, quote, before, after or text[quote.end : quote.end + 1])


def _read(page: Page, field: str, quote: Quote) -> Quotation:
    """Read one piece with its attribution."""
    speaker, verb, position = attribute(page, quote.start, quote.end)
    category, named, name = "other", False, None
    if speaker is not None:
        category, named, name = _who(page, speaker)
    return Quotation(
        field,
        quote.start,
        quote.end,
        name,
        speaker.start if speaker else None,
        speaker.end if speaker else None,
        named,
        category,
        verb,
        position,
    )


def _who(page: Page, speaker: Speaker) -> tuple[str, bool, str | None]:
    if speaker.person is not None:
        return speaker.person.category, speaker.person.named, speaker.person.name
    found = categorise(speaker.words)
    # Whoever has neither name nor office is one of the people.
    return "resident" if found == "other" else found, False, speaker.words


def _go_on(before: Quotation | None, piece: Quotation, text: str) -> Quotation:
    """Let a piece go on with the one before it: its speaker, or its interrupted sentence."""
    if before is None:
        return piece
    between = text[before.end : piece.start]
    if piece.position == "before" and before.position == "middle":
        return replace(piece, position="middle") if ENDS.isdisjoint(between) else piece
    if piece.position != "none" or between.strip():
        return piece
    return replace(before, field=piece.field, start=piece.start, end=piece.end, position="before")
