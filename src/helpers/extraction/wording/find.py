"""The coinages of an article: quoted terms, number-slogans, slogans, parallel and set phrases."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from helpers.extraction.document import Document
from helpers.extraction.marks import Quote, find_quotes
from helpers.extraction.wording.expansion import find_expansion
from helpers.extraction.wording.numbers import find_numbers, is_number_term
from helpers.extraction.wording.parallel import find_parallels
from helpers.extraction.wording.phrases import find_phrases

#: The kinds, the first of a coinage's being what it is in the first place.
QUOTED, NUMERIC, SLOGAN, PARALLEL, PHRASE = (
    "quoted_coinage",
    "numeric_abbreviation",
    "slogan",
    "parallel",
    "set_phrase",
)
#: No coinage is longer.
LONGEST = 24
#: One character that is spoken of as a character, not as a word: “清”字.
RE_CHARACTER = re.compile(r"^(?:字|的[有是]|这?个字)")
#: What was printed, quoted to be put right: “甲”应为“乙”.
RE_CORRECTED = re.compile(r"^(?:系|应[为是]|更正为|误为|有误)")
#: A motto: two or more even parts of a sentence without a subject, in marks or on a line alone.
RE_MOTTO = re.compile(r"^[\u4e00-\u9fff]{4,9}[，、 \u3000]+[\u4e00-\u9fff]{4,9}$")


@dataclass(frozen=True, slots=True)
class Coinage:
    """A term of official wording in a field of an article, quotation marks included.

    `term` is without marks; `kinds` all that it is, the main one first; `expansion` what it
    stands for, where that is printed behind it.
    """

    field: str
    start: int
    end: int
    text: str
    term: str
    kinds: tuple[str, ...]
    expansion: str | None = None


def find_coinages(document: Document, speech: Collection[tuple[str, int, int]]) -> list[Coinage]:
    """Find the coinages of an article.

    Args:
        document: The article.
        speech: The spans (field, start, end) of its direct speech, which are no terms.
    """
    found: list[Coinage] = []
    for field, text in document.fields.items():
        terms = {(start, end): kinds for start, end, kinds in _terms(text, field, speech)}
        if not terms:
            continue
        # A whole number-slogan in marks has been counted with its marks.
        inside = {(start + 1, end - 1) for start, end in terms}
        listed = 0
        for (start, end), kinds in sorted(terms.items()):
            # What only spells out a number-slogan is its expansion: “三个一”：一站一员、….
            if (start, end) in inside or (kinds == (NUMERIC,) and end <= listed):
                continue
            coinage = _coinage(document, field, text, start, end, kinds)
            if coinage.expansion and NUMERIC in kinds:
                listed = text.index(coinage.expansion, end - 1) + len(coinage.expansion)
            found.append(coinage)
    return found


def _coinage(
    document: Document, field: str, text: str, start: int, end: int, kinds: tuple[str, ...]
) -> Coinage:
    marked = text[start] in "“‘" and text[end - 1] in "”’"
    term = text[start + 1 : end - 1] if marked else text[start:end]
    close = end - 1 if text[end - 1] in "”’" else end
    expansion = find_expansion(text, close, term)
    return Coinage(field, start, end, document.quote(field, start, end), term, kinds, expansion)


def _terms(
    text: str, field: str, speech: Collection[tuple[str, int, int]]
) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Yield the spans of all terms of a field with their kinds."""
    for start, end in find_phrases(text):
        yield start, end, (PHRASE,)
    for start, end in find_parallels(text):
        yield start, end, (PARALLEL,)
    for start, end in find_numbers(text):
        yield start, end, (NUMERIC,)
    for quote in find_quotes(text):
        if (field, quote.start, quote.end) not in speech and _is_term(text, quote):
            term = text[quote.start + 1 : quote.end - 1]
            kinds = [QUOTED]
            if is_number_term(term) or any(
                s == 0 and e == len(term) for s, e in find_numbers(term)
            ):
                kinds.append(NUMERIC)
            elif RE_MOTTO.match(term):
                kinds.append(SLOGAN)
            yield quote.start, quote.end, tuple(kinds)


def _is_term(text: str, quote: Quote) -> bool:
    """Say whether a quote that is not said is a term."""
    inner = text[quote.start + 1 : quote.end - 1]
    if not quote.closed or not inner.strip("“”‘’ ") or len(inner) > LONGEST:
        return False
    if inner[-1] in "。！？…" and quote.depth > 1:
        return False
    after = text[quote.end : quote.end + 4]
    if RE_CORRECTED.match(after) or RE_CORRECTED.match(text[max(0, quote.start - 2) : quote.start]):
        return False
    return len(inner) > 1 or RE_CHARACTER.match(after) is None
