"""What says something only in company: a length with a gap, an end with the text that follows."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from helpers.parsing.line import Line

#: Lengths that are told apart in company with other things.
SIZES = (6, 12, 18, 26)


def see_together(lines: Sequence[Line], index: int, usual: int) -> None:
    """Add to a line the features that take two things; `usual` is the usual gap of the page."""
    line = lines[index]
    gap = _against(line.gap, usual)
    size = bisect_left(SIZES, line.length)
    last = index + 1 == len(lines)
    after = 9 if last else _against(lines[index + 1].gap, usual)
    before = _end(lines[index - 1]) if index else "nothing"
    behind = "nothing" if last else _sort(lines[index + 1])
    line.features += _names(size, gap, after, before, behind)
    if line.ahead:
        line.features += _ahead(size, line.symbol, line.ahead)
    if line.topic:
        line.features.append(_topic(size, line.topic))


@cache
def _names(size: int, gap: int, after: int, before: str, behind: str) -> tuple[str, ...]:
    return f"size {size} + gaps {gap}{after}", f"{before} + size {size} + {behind}"


@cache
def _topic(size: int, topic: str) -> str:
    return f"size {size} + topic {topic}"


@cache
def _ahead(size: int, symbol: str, ahead: str) -> tuple[str, ...]:
    return f"size {size} + ahead {ahead}", f"{symbol} + ahead {ahead}"


def _end(line: Line) -> str:
    """Name the end of a line."""
    if line.credit is not None:
        return "credit"
    if line.final:
        return "end"
    return "soft" if line.soft else "long" if line.length > 30 else "open"


def _sort(line: Line) -> str:
    """Name the sort of a line."""
    if line.opener is not None or line.alone is not None:
        return "byline"
    if line.length > 30:
        return "text"
    return "closed" if line.final else line.symbol


def _against(gap: int, usual: int) -> int:
    """Compare a gap with the usual one: 0 less, 1 the same, 2 more."""
    return 0 if gap < usual else 1 if gap == usual else 2
