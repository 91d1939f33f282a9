"""The figures of an article: dates, times of day and amounts together, each character once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from operator import itemgetter

from helpers.extraction.document import Document, Setting
from helpers.extraction.figures.amounts import find_amounts
from helpers.extraction.figures.bare import (
    find_ages,
    find_counted,
    find_spoken_money,
    find_sums_each,
)
from helpers.extraction.figures.clock import find_clock, find_scores
from helpers.extraction.figures.counted import counted
from helpers.extraction.figures.figure import Amount, Figure
from helpers.extraction.figures.ranks import find_ranks
from helpers.extraction.figures.rates import find_often
from helpers.extraction.figures.status import status_of
from helpers.extraction.figures.times import Time, find_times
from helpers.language.plain import close_up

#: The finders of amounts; what an earlier one found a later one leaves alone.
FINDERS: tuple[Callable[[str], Iterable[Amount]], ...] = (
    find_clock,
    find_scores,
    find_amounts,
    find_ages,
    find_counted,
    find_sums_each,
    find_spoken_money,
    find_ranks,
    find_often,
)

#: Marks a character that a figure has been found in.
TAKEN = b"\x01"


def find_figures(document: Document, setting: Setting | None = None) -> list[Figure]:
    """Find the figures of every field of an article, in the order of the page.

    Args:
        document: The article; dates are reckoned from its date.
        setting: The county; figures do not depend on it.
    """
    return [
        figure
        for field, text in document.fields.items()
        for figure in _of_field(document, field, text)
    ]


def _of_field(document: Document, field: str, text: str) -> Iterator[Figure]:
    """Yield the figures of one field, with what is said of each; offsets are those of the print."""
    closed, offsets = close_up(text)
    finds = _once(closed, document)
    printed = document.printed.get(field) or text
    value: float | None
    low: float | None
    high: float | None
    unit: str | None
    first: str | None
    last: str | None
    for find in finds:
        if isinstance(find, Time):
            start, end, kind, first, last, approx, core_end = find
            core_start, value, low, high, unit = start, None, None, None, None
        else:
            start, end, core_start, core_end, kind, value, low, high, unit, approx = find
            first = last = None
        of = counted(closed, start, end, kind)
        status = status_of(closed, start, end)
        if offsets is not None:
            start, end = offsets[start], offsets[end - 1] + 1
            core_start, core_end = offsets[core_start], offsets[core_end - 1] + 1
        yield Figure(
            field,
            start,
            end,
            printed[start:end],
            core_start,
            core_end,
            kind,
            value,
            low,
            high,
            unit,
            first,
            last,
            approx,
            of,
            status,
        )


def _once(text: str, document: Document) -> list[Time | Amount]:
    """Find everything; where finds overlap, dates go before times of day, those before amounts."""
    kept: list[Time | Amount] = list(find_times(text, document.date))
    taken = bytearray(len(text))
    for find in kept:
        taken[find.start : find.end] = TAKEN * (find.end - find.start)
    for finder in FINDERS:
        for amount in finder(text):
            start, end = amount.start, amount.end
            if taken.find(TAKEN, start, end) < 0:
                taken[start:end] = TAKEN * (end - start)
                kept.append(amount)
    kept.sort(key=itemgetter(0))
    return kept
