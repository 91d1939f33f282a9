"""What can be seen of a line only beside its neighbours: columns, indents, gaps, repetition."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from statistics import median_low

import numpy as np
from numpy.typing import NDArray

from helpers.parsing.company import see_together
from helpers.parsing.echoes import listen
from helpers.parsing.masthead import RE_PAPER, RE_SPACED
from helpers.parsing.observe import Line
from helpers.parsing.outlook import find_shapes, look_ahead
from helpers.parsing.words import across

#: Lines on either side among which the width of a column is measured.
WINDOW = 20
#: A column is narrower than this, in Chinese characters; wider lines are whole paragraphs.
WIDEST = 34
#: Share of lines as wide as the column from which text counts as set in one.
SET = 0.3
#: How far ahead a photo credit makes a caption possible.
REACH = 8
RE_DIGITS = re.compile(r"\d+")
#: A line this long that repeats the one before is the extraction's doing.
DOUBLED = 6

#: Fill of a line in its column: no column, less than full, full, more than the column holds.
NO_COLUMN, PART, FULL, OVER = range(4)
FILL_NAMES = ("", "column:part", "column:full", "column:over")


def look_around(lines: Sequence[Line]) -> list[tuple[int, ...]]:
    """Add the features that neighbours decide, and return the joint of each line to the one before.

    A joint is a tuple of small numbers, see `JOINTS`: how the line before ends, the gap, the
    indent, how both lines fill their column.
    """
    if not lines:
        return []
    fills = columns(np.array([line.width for line in lines]))
    indents = _indents(lines)
    usual = median_low(line.gap for line in lines)
    repeated = Counter(_bare(line.text) for line in lines if line.length <= 40)
    name = _paper(lines)
    credits = _near(lines, lambda line: line.credit is not None and line.credit.photo)
    pictures = _near(lines, lambda line: "picture word" in line.features)
    runs = _short_runs(lines)
    listen(lines)
    find_shapes(lines)
    look_ahead(lines)
    joints = []
    heard: set[str] = set()
    before: Line | None = None
    for index, line in enumerate(lines):
        seen = line.features
        fill = int(fills[index])
        if fill:
            seen.append(FILL_NAMES[fill])
        indent = int(indents[index])
        if indent:
            seen.append("indented" if indent == 1 else "not indented")
        if line.short:
            bare = _bare(line.text)
            if repeated[bare] > 1:
                seen.append("repeated" if bare in heard else "said again later")
                heard.add(bare)
            if name is not None and name in bare:
                seen.append("paper's name" if bare == name else "paper's name in it")
                line.names_paper = bare == name and index > 20
            seen.append(f"short lines:{runs[index]}")
        if before is not None and before.text == line.text:
            seen.append("same as before")
            line.doubled = line.length >= DOUBLED
        if credits[index]:
            seen.append("photo credit near")
        if pictures[index]:
            seen.append("picture word near")
        _neighbours(lines, index, seen)
        if line.width < WIDEST:
            _beside(lines, index, seen)
        if index < 4:
            seen.append("first lines")
        elif index >= len(lines) - 3:
            seen.append("last lines")
        gap = 0 if line.gap < usual else 1 if line.gap == usual else 2
        seen.append(f"gap:{gap}")
        if index + 1 < len(lines):
            after = lines[index + 1].gap
            seen.append(f"gap after:{0 if after < usual else 1 if after == usual else 2}")
        if before is not None and (found := across(before.text, line.text)) is not None:
            seen.append(f"word across:{found}")
        if line.short:
            see_together(lines, index, usual)
        joints.append(_joint(before, gap, indent, int(fills[index - 1]) if index else 0, fill))
        before = line
    return joints


#: The parts of a joint and how many values each has.
JOINTS = (("before", 6), ("gap", 3), ("indent", 3), ("column", 6), ("run", 18))


def _joint(
    before: Line | None, gap: int, indent: int, fill_before: int, fill: int
) -> tuple[int, ...]:
    """Describe the joint of two lines."""
    if before is None:
        end = 0
    elif before.credit is not None:
        end = 1
    elif before.final:
        end = 2 if before.open_quotes <= 0 else 3
    elif before.soft:
        end = 4
    else:
        end = 5
    if fill_before == NO_COLUMN:
        column = 0
    elif fill_before == PART:
        column = 1 if fill != NO_COLUMN else 2
    else:
        column = 3 if fill in (FULL, OVER) else 4 if fill == PART else 5
    # Ended or not, indented or not, and whether the column was full: what each says alone.
    ended = 0 if end in (1, 2) else 1 if end in (4, 5) else 2
    run = (ended * 3 + indent) * 2 + int(fill_before in (FULL, OVER))
    return end, gap, indent, column, run


def columns(widths: NDArray[np.float64]) -> NDArray[np.int8]:
    """Tell for each line how it fills its column: NO_COLUMN, PART, FULL or OVER.

    The width of a column is the upper quintile of the lines' widths around, if enough lines are
    as wide as that and none of them is much wider.
    """
    n = len(widths)
    out = np.zeros(n, dtype=np.int8)
    if n < 6:
        return out
    window = min(2 * WINDOW + 1, n if n % 2 else n - 1)
    padded = np.pad(widths, window // 2, mode="reflect")
    frames = np.lib.stride_tricks.sliding_window_view(padded, window)
    # Strided frames of a long issue are sorted a block at a time: memory stays small.
    for start in range(0, n, 4096):
        block = frames[start : start + 4096]
        own = widths[start : start + 4096]
        column = _upper_quintile(block)
        share = (np.abs(block - column[:, None]) <= 1.0).mean(axis=1)
        wider = (block > column[:, None] + 4).mean(axis=1)
        is_set = (share >= SET) & (column <= WIDEST) & (column >= 8) & (wider < 0.12)
        fill = np.where(own > column + 2.5, OVER, np.where(own >= column - 1.5, FULL, PART))
        out[start : start + 4096] = np.where(is_set, fill, NO_COLUMN)
    return out


def _upper_quintile(block: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give the 80th percentile of each row, as numpy's does, several times faster."""
    place = 0.8 * (block.shape[1] - 1)
    low, rest = int(place), place - int(place)
    high = low + (rest > 1e-9)
    parted = np.partition(block, (low, high), axis=1)
    quintile: NDArray[np.float64] = parted[:, low] * (1 - rest) + parted[:, high] * rest
    return quintile


def _bare(text: str) -> str:
    """Leave out spaces and what changes from page to page: numbers."""
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


def _indents(lines: Sequence[Line]) -> NDArray[np.int8]:
    """Tell whether a line is indented (1) or not (2) where indents mean something, else 0."""
    flags = np.array([line.indented for line in lines], dtype=np.float64)
    if not flags.any():
        return np.zeros(len(lines), dtype=np.int8)
    # Indents count where they are used nearby: a page set without them says nothing by that.
    size = min(61, len(lines))
    near = np.convolve(flags, np.ones(size), mode="same") > 1
    return np.where(near, np.where(flags > 0, 1, 2), np.where(flags > 0, 1, 0)).astype(np.int8)


def _near(lines: Sequence[Line], has: object) -> list[bool]:
    """Say for each line whether a line with some property stands on it or shortly after it."""
    assert callable(has)
    out = [False] * len(lines)
    distance = REACH
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        if has(line):
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
    return [
        "0" if s == 0 else "1" if s == 1 else "2" if s == 2 else "3" if s <= 4 else "5"
        for s in sizes
    ]


def _beside(lines: Sequence[Line], index: int, seen: list[str]) -> None:
    """Compare the width of a line with the widest but one of the few lines on either side."""
    near = sorted(
        other.width for other in lines[max(0, index - 3) : index + 4] if other.width < WIDEST
    )
    if len(near) >= 4:
        rest = lines[index].width - near[-2]
        seen.append(
            "as wide as near"
            if rest >= -1.5
            else "narrower than near"
            if rest >= -6
            else "much narrower"
        )
    if index:
        rest = lines[index].width - lines[index - 1].width
        if abs(rest) <= 1.5:
            seen.append("as wide as before")
        elif rest < 0:
            seen.append("narrower than before" if rest > -8 else "much narrower than before")
        else:
            seen.append("wider than before")
    if index + 1 < len(lines) and abs(lines[index].width - lines[index + 1].width) <= 1.5:
        seen.append("as wide as after")


def _neighbours(lines: Sequence[Line], index: int, seen: list[str]) -> None:
    """Tell a line what stands around it."""
    seen.append("after:" + (lines[index - 1].symbol if index else "nothing"))
    last = len(lines) - 1
    seen.append("before:" + (lines[index + 1].symbol if index < last else "nothing"))
    if index < last - 1:
        seen.append("before next:" + lines[index + 2].symbol)
    if index > 1:
        seen.append("after last:" + lines[index - 2].symbol)
    own = lines[index].symbol
    seen.append(f"{lines[index - 1].symbol if index else 'nothing'} > {own}")
    seen.append(f"{own} < {lines[index + 1].symbol if index < last else 'nothing'}")
