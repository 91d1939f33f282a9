"""What can be seen of a line only beside its neighbours: columns, indents, gaps, repetition."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from statistics import median_low

import numpy as np

from helpers.parsing.columns import FILL_NAMES, INDENT_NAMES, columns, compare_widths, indents
from helpers.parsing.company import see_together
from helpers.parsing.echoes import listen
from helpers.parsing.glance import ALL, DIGIT, SPACE
from helpers.parsing.joints import join_lines
from helpers.parsing.masthead import RE_PAPER, RE_SPACED
from helpers.parsing.observe import LONGEST, PICTURE, PICTURED, Line
from helpers.parsing.outlook import find_shapes, look_ahead
from helpers.parsing.words import across

#: How far ahead a photo credit makes a caption possible.
REACH = 8
RE_DIGITS = re.compile(r"\d+")
#: Longer lines are not looked for elsewhere.
REPEATED = 40
#: How many short lines run together: none, 1, 2, 3 or 4, more.
RUN_NAMES = tuple(f"short lines:{run}" for run in "012335")
#: A line this long that repeats the one before is the extraction's doing.
DOUBLED = 6


def look_around(lines: Sequence[Line]) -> list[tuple[int, ...]]:
    """Add the features that neighbours decide, and return the joint of each line to the one before.

    A joint is a tuple of small numbers, see `JOINTS`: how the line before ends, the gap, the
    indent, how both lines fill their column.
    """
    if not lines:
        return []
    widths = np.array([line.width for line in lines])
    fills = columns(widths)
    indented = indents(lines)
    usual = median_low([line.gap for line in lines])
    gaps = np.sign(np.array([line.gap for line in lines]) - usual) + 1
    pictures = [bool(line.mask & PICTURE) and PICTURED in line.features for line in lines]
    listen(lines)
    find_shapes(lines)
    look_ahead(lines)
    _see_repeated(lines)
    _see_neighbours(lines)
    for line, beside in zip(lines, compare_widths(widths), strict=True):
        line.features += beside
    places = zip(
        fills.tolist(),
        indented.tolist(),
        gaps.tolist(),
        [*gaps[1:].tolist(), None],
        _near(lines, [line.credit is not None and line.credit.photo for line in lines]),
        _near(lines, pictures),
        strict=True,
    )
    for line, place in zip(lines, places, strict=True):
        line.features += _place_names(*place)
    for line in lines[:4]:
        line.features.append("first lines")
    for line in lines[4:][-3:]:
        line.features.append("last lines")
    for index, line in enumerate(lines):
        if line.short:
            see_together(lines, index, usual)
    return join_lines(lines, gaps, indented, fills)


@cache
def _place_names(
    fill: int, indent: int, gap: int, after: int | None, credit: bool, picture: bool
) -> tuple[str, ...]:
    """Name how a line stands in its column, its gaps, and whether a picture is near."""
    names = [FILL_NAMES[fill], INDENT_NAMES[indent], f"gap:{gap}"]
    names.append("" if after is None else f"gap after:{after}")
    names += ["photo credit near" if credit else "", "picture word near" if picture else ""]
    return tuple(filter(None, names))


def _see_repeated(lines: Sequence[Line]) -> None:
    """Tell short lines whether they are said again, and whether they name the paper."""
    bare = [_bare(line.text, line.mask) if line.length <= LONGEST else "" for line in lines]
    repeated = Counter(
        text for text, line in zip(bare, lines, strict=True) if line.length <= REPEATED
    )
    name = _paper(lines)
    heard: set[str] = set()
    for index, (line, text, run) in enumerate(zip(lines, bare, _short_runs(lines), strict=True)):
        if not line.short:
            continue
        seen = line.features
        if repeated[text] > 1:
            seen.append("repeated" if text in heard else "said again later")
            heard.add(text)
        if name is not None and name in text:
            seen.append("paper's name" if text == name else "paper's name in it")
            line.names_paper = text == name and index > 20
        seen.append(run)


def _see_neighbours(lines: Sequence[Line]) -> None:
    """Tell each line what stands around it, and what goes over the break before it."""
    symbols = ["nothing", *[line.symbol for line in lines], "nothing"]
    for index, line in enumerate(lines):
        line.features += _sides(*symbols[index : index + 3])
    for line, after in zip(lines, symbols[3:-1], strict=False):
        line.features.append(_name("before next:", after))
    for line, two_before in zip(lines[2:], symbols[1:], strict=False):
        line.features.append(_name("after last:", two_before))
    for before, line in pairwise(lines):
        if before.text == line.text:
            line.features.append("same as before")
            line.doubled = line.length >= DOUBLED
        found = across(before.text, line.text)
        if found is not None:
            line.features.append(_name("word across:", found))


@cache
def _name(what: str, told: str) -> str:
    return what + told


@cache
def _sides(before: str, own: str, after: str) -> tuple[str, ...]:
    """Name what stands around a line, by the symbols of the three; there are few symbols."""
    return f"after:{before}", f"before:{after}", f"{before} > {own}", f"{own} < {after}"


def _bare(text: str, mask: int = ALL) -> str:
    """Leave out spaces and what changes from page to page: numbers."""
    if not mask & (DIGIT | SPACE):
        return text
    return RE_DIGITS.sub("0", "".join(text.split()))


def _paper(lines: Sequence[Line]) -> str | None:
    """Find the line that names the paper, if one reads like a paper's name."""
    for line in lines:
        if line.paper and line.length <= 16:
            return _bare(line.text)
    for line in lines[:30]:
        spaced = _bare(line.text)
        if RE_SPACED.match(line.text) and 3 <= len(spaced) <= 6 and RE_PAPER.match(spaced):
            return spaced
    return None


def _near(lines: Sequence[Line], marked: Sequence[bool]) -> list[bool]:
    """Say for each line whether a marked line stands on it or shortly after it."""
    out = [False] * len(lines)
    distance = REACH
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        if marked[index]:
            distance = 0
        elif line.opener is not None or line.alone == "role":
            distance = REACH
        else:
            distance += 1
        out[index] = distance < REACH
    return out


def _short_runs(lines: Sequence[Line]) -> list[str]:
    """Name for each line how many short lines without an end run together around it."""
    sizes = [0] * len(lines)
    start = 0
    for index in range(len(lines) + 1):
        if index < len(lines):
            line = lines[index]
            if line.length <= 24 and not line.final and not line.soft and line.opener is None:
                continue
        for inside in range(start, index):
            sizes[inside] = index - start
        start = index + 1
    return [RUN_NAMES[min(size, len(RUN_NAMES) - 1)] for size in sizes]
