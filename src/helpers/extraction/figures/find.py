"""The figures of an article: dates, times of day and amounts together, each character once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

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
from helpers.extraction.figures.counting import HAN_NUMERALS
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

#: What every amount has one of: a digit, a Chinese numeral, or a word for the first or for each.
RE_NUMBER = re.compile(rf"[\d{''.join(sorted(HAN_NUMERALS))}壹贰叁肆伍陆柒捌玖拾佰仟卌○首每第]")

#: Marks a character that a figure has been found in.
TAKEN = b"\x01"


class _Read(NamedTuple):
    """A field as its figures are read: closed up, with what is found and where that stands.

    `offsets` are those of its characters in the field, None if they are the same.
    """

    document: Document
    field: str
    text: str
    offsets: list[int] | None
    finds: list[Time | Amount]
    taken: bytearray


def find_figures(document: Document, setting: Setting | None = None) -> list[Figure]:
    """Find the figures of every field of an article, in the order of the page.

    Args:
        document: The article; dates are reckoned from its date.
        setting: The county; figures do not depend on it.
    """
    return find_all_figures([document])[0]


def find_all_figures(documents: Sequence[Document]) -> list[list[Figure]]:
    """Find the figures of some articles, each finder in all of them before the next one.

    Args:
        documents: The articles.

    Returns:
        The figures of each.
    """
    read = [
        [
            _Read(document, field, *close_up(text), [], bytearray(len(text)))
            for field, text in document.fields.items()
        ]
        for document in documents
    ]
    _find([one for fields in read for one in fields])
    return [[figure for one in fields for figure in _figures(one)] for fields in read]


def _figures(read: _Read) -> Iterator[Figure]:
    """Yield the figures of one field, with what is said of each; offsets are those of the print."""
    document, field, text, offsets, finds, _ = read
    printed = document.printed.get(field) or document.fields[field]
    value: float | None
    low: float | None
    high: float | None
    unit: str | None
    first: str | None
    last: str | None
    for find in sorted(finds, key=itemgetter(0)):
        if isinstance(find, Time):
            start, end, kind, first, last, approx, core_end = find
            core_start, value, low, high, unit = start, None, None, None, None
        else:
            start, end, core_start, core_end, kind, value, low, high, unit, approx = find
            first = last = None
        of = counted(text, start, end, kind)
        status = status_of(text, start, end)
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


def _find(read: Sequence[_Read]) -> None:
    """Find everything; where finds overlap, dates go before times of day, those before amounts."""
    for one in read:
        for time in find_times(one.text, one.document.date):
            one.taken[time.start : time.end] = TAKEN * (time.end - time.start)
            one.finds.append(time)
    numbered = [one for one in read if RE_NUMBER.search(one.text) is not None]
    for finder in FINDERS:
        for one in numbered:
            taken = one.taken
            for amount in finder(one.text):
                start, end = amount.start, amount.end
                if taken.find(TAKEN, start, end) < 0:
                    taken[start:end] = TAKEN * (end - start)
                    one.finds.append(amount)
