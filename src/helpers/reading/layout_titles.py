"""Titles: large type over a text, its largest lines the headline, smaller ones kicker and deck."""

from __future__ import annotations

import re
from collections.abc import Sequence

from helpers.reading.layout_type import Line, Tolerance

#: Lines of one title stand no further apart than this, in sizes of the larger one.
CLOSE = 0.75
#: Large type in a column, but not larger than this, is a heading within a text.
HEADING = 1.3
#: A line that may be large but is no title: a byline, a column's name in brackets, a jump.
RE_NO_TITLE = re.compile(
    r"^[□■◇◆●○]?\s*(?:本报)?(?:首席|见习|实习|特约)?(?:记者|通讯员)\s|^【[^】]*】$|^（?[上下][接转]"
)
#: The name of a column, which stands over a title, never under one.
RE_LABEL = re.compile(r"^【[^】]*】$")


def find_titles(lines: Sequence[Line], *, body: float, tolerance: Tolerance) -> None:
    """Give the lines of one page that are titles their role."""
    index = 0
    while index < len(lines):
        if not _is_large(lines[index], body, tolerance):
            index += 1
            continue
        end = index + 1
        while end < len(lines) and _goes_on(lines[end - 1], lines[end], body, tolerance):
            end += 1
        title, after = lines[index:end], lines[end] if end < len(lines) else None
        before = lines[index - 1] if index else None
        if _is_title(title, before, after, body, tolerance):
            _settle(title, tolerance)
        else:
            # Type that has the width of the page for itself is a slogan; else the words must tell.
            alone = all(_is_alone(line, lines) for line in title)
            for line in title:
                line.settle("slogan" if alone else None, "large type that stands over no text")
        index = end


def _is_large(line: Line, body: float, tolerance: Tolerance) -> bool:
    return not line.settled and line.size >= tolerance.large * body


def _goes_on(one: Line, other: Line, body: float, tolerance: Tolerance) -> bool:
    """Say whether a large line stands close below another."""
    if not _is_large(other, body, tolerance):
        return False
    near = other.top - one.bottom <= CLOSE * max(one.size, other.size)
    return near and other.top >= one.top - 0.5 * one.size


def _is_alone(line: Line, lines: Sequence[Line]) -> bool:
    """Say whether no other type of the page stands on the row of a line."""
    middle = (line.top + line.bottom) / 2
    return not any(o is not line and o.top <= middle <= o.bottom for o in lines)


def _is_title(
    title: Sequence[Line],
    before: Line | None,
    after: Line | None,
    body: float,
    tolerance: Tolerance,
) -> bool:
    """Say whether large lines stand over a text, and are no heading within one."""
    if after is None or after.settled or _is_large(after, body, tolerance):
        return False
    if RE_LABEL.match(after.text):
        return False
    size = max(line.size for line in title)
    inside = before is not None and not before.settled
    same = before is not None and before.leaf == title[0].leaf == after.leaf
    if len(title) == 1 and inside and same and size < HEADING * body:
        return False
    # The text stands below; a title at the foot of a column has its text in the next one.
    return after.top >= title[-1].top - size or after.x0 > title[-1].x1 - size


def _settle(title: Sequence[Line], tolerance: Tolerance) -> None:
    """Tell the lines of one title apart by their sizes."""
    real = [line for line in title if not RE_NO_TITLE.search(line.text)]
    largest = max((line.size for line in real), default=0.0)
    heads = [
        i for i, line in enumerate(title) if line in real and line.size >= tolerance.same * largest
    ]
    for index, line in enumerate(title):
        if line not in real or not heads:
            line.settle(None, "large type that names no article")
        elif index < heads[0]:
            line.settle("kicker", "the smaller type over a headline")
        elif index > heads[-1]:
            line.settle("deck", "the smaller type under a headline")
        else:
            line.settle("headline", "the largest type over a text")
