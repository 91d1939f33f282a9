"""What can be seen of a line only beside its neighbours: columns, indents, gaps, repetition."""

from __future__ import annotations

import re
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from helpers.parsing.catalogue import (
    AGAIN,
    AROUND,
    BEYOND,
    CREDIT_NEAR,
    EDGE,
    FILL,
    FOLLOWED,
    GAP,
    GAP_AFTER,
    INDENT,
    PAIR_BEFORE,
    PAIR_BEHIND,
    PAPER,
    PICTURE_NEAR,
    PICTURED,
    PRECEDED,
    RUNS,
    SAME,
    TWO_BEFORE,
    TWO_BEHIND,
    WORD,
)  # fmt: skip
from helpers.parsing.columns import columns, compare_widths, indents
from helpers.parsing.company import see_together
from helpers.parsing.echoes import listen
from helpers.parsing.features import Bools
from helpers.parsing.glance import DIGIT, SPACE
from helpers.parsing.joints import JOINTS, join_lines
from helpers.parsing.masthead_fields import RE_PAPER, RE_SPACED
from helpers.parsing.outlook import find_captions, find_shapes, look_ahead, next_of
from helpers.parsing.sheet import Sheet
from helpers.parsing.words import across_lines

#: How far ahead a photo credit makes a caption possible.
REACH = 8
RE_DIGITS = re.compile(r"\d+")
#: Longer lines are not looked for elsewhere.
REPEATED = 40
#: A line this long that repeats the one before is the extraction's doing.
DOUBLED = 6
#: Longer lines do not run together.
RUN = 24

#: How many short lines run together: none, 1, 2, 3 or 4, more.
RUN_LEVELS = np.array([0, 1, 2, 3, 3, 4])


def look_around(sheet: Sheet) -> NDArray[np.int8]:
    """Add the features that neighbours decide, and return the joint of each line to the one before.

    Returns:
        (lines, parts of a joint): small numbers, see `JOINTS`: how the line before ends, the gap,
        the indent, how both lines fill their column.
    """
    n, seen = len(sheet), sheet.seen
    if not n:
        return np.zeros((0, len(JOINTS)), dtype=np.int8)
    fills, indented = columns(sheet.widths), indents(sheet.indented)
    usual = np.partition(sheet.gaps, (n - 1) // 2)[(n - 1) // 2]
    gaps = np.sign(sheet.gaps - usual) + 1
    topics = listen(sheet)
    find_shapes(sheet)
    find_captions(sheet)
    ahead = look_ahead(sheet)
    _see_repeated(sheet)
    _see_runs(sheet)
    _see_neighbours(sheet)
    compare_widths(sheet)
    seen.put_levels(FILL, fills - 1)
    seen.put_levels(INDENT, indented - 1)
    seen.put_levels(GAP, gaps)
    seen.put_levels(GAP_AFTER, gaps[1:], np.arange(n - 1))
    pictures = sheet.flag(i for i, credit in sheet.found.credits.items() if credit.photo)
    seen.put(CREDIT_NEAR, _near(sheet, pictures))
    seen.put(PICTURE_NEAR, _near(sheet, seen.has(PICTURED)))
    seen.put(EDGE, np.arange(min(n, 4)), 0)
    seen.put(EDGE, np.arange(n)[4:][-3:], 1)
    credited = sheet.flag(sheet.found.credits)
    signed = sheet.flag([*sheet.found.openers, *sheet.found.alone])
    see_together(sheet, gaps, ahead, topics, credited, signed)
    return join_lines(sheet, credited, gaps, indented, fills)


def _see_repeated(sheet: Sheet) -> None:
    """Tell short lines whether they are said again, and whether they name the paper."""
    short = np.flatnonzero(sheet.short)
    places, texts = short.tolist(), sheet.texts
    bare = [texts[i] for i in places]
    for i in np.flatnonzero(sheet.holds(DIGIT | SPACE)[short]).tolist():
        bare[i] = _bare(bare[i])
    known: dict[str, int] = {}
    which = np.array([known.setdefault(text, len(known)) for text in bare], dtype=np.int64)
    counts = np.bincount(which[sheet.lengths[short] <= REPEATED], minlength=len(known))
    first = np.ones(len(known), dtype=np.int64)
    first[which[::-1]] = np.arange(len(which))[::-1]
    again = counts[which] > 1
    levels = (first[which] != np.arange(len(which))).astype(np.int64)
    sheet.seen.put_levels(AGAIN, np.where(again, levels, -1), short)
    name = _paper(sheet)
    if name is not None:
        for place, text in zip(places, bare, strict=True):
            if name in text:
                sheet.seen.put(PAPER, place, int(text == name))
                if text == name and place > 20:
                    sheet.found.named.append(place)


def _see_runs(sheet: Sheet) -> None:
    """Tell short lines how many of them run together without an end."""
    runs = (sheet.lengths <= RUN) & ~sheet.final & ~sheet.soft
    runs &= ~sheet.flag(sheet.found.openers)
    edges = np.flatnonzero(np.diff(np.concatenate([[False], runs, [False]])))
    sizes = np.zeros(len(sheet), dtype=np.int64)
    sizes[runs] = np.repeat(edges[1::2] - edges[::2], edges[1::2] - edges[::2])
    short = np.flatnonzero(sheet.short)
    levels = RUN_LEVELS[np.minimum(sizes[short], len(RUN_LEVELS) - 1)]
    sheet.seen.put_levels(RUNS, levels, short)


def _see_neighbours(sheet: Sheet) -> None:
    """Tell each line what stands around it, and what goes over the break before it."""
    seen, texts = sheet.seen, sheet.texts
    beyond = [BEYOND]
    symbols = sheet.symbols.astype(np.int64)
    before = np.concatenate([beyond, symbols[:-1]])
    behind = np.concatenate([symbols[1:], beyond])
    seen.put_levels(PRECEDED, before)
    seen.put_levels(FOLLOWED, behind)
    seen.put_levels(PAIR_BEFORE, before * len(AROUND) + symbols)
    seen.put_levels(PAIR_BEHIND, symbols * len(AROUND) + behind)
    places = np.arange(len(sheet))
    seen.put_levels(TWO_BEHIND, symbols[2:], places[:-2])
    seen.put_levels(TWO_BEFORE, symbols[:-2], places[2:])
    same = np.array([False, *(one == other for one, other in pairwise(texts))])
    seen.put(SAME, same)
    sheet.doubled = same & (sheet.lengths >= DOUBLED)
    seen.put_levels(WORD, across_lines(texts, sheet.first, sheet.last), places[1:])


def _bare(text: str) -> str:
    """Leave out spaces and what changes from page to page: numbers."""
    return RE_DIGITS.sub("0", "".join(text.split()))


def _paper(sheet: Sheet) -> str | None:
    """Find the line that names the paper, if one reads like a paper's name."""
    for place in sheet.found.papers:
        if sheet.lengths[place] <= 16:
            return _bare(sheet.texts[place])
    for text in sheet.texts[:30]:
        spaced = _bare(text)
        if RE_SPACED.match(text) and 3 <= len(spaced) <= 6 and RE_PAPER.match(spaced):
            return spaced
    return None


def _near(sheet: Sheet, marked: Bools) -> Bools:
    """Say for each line whether a marked line stands on it or shortly after it.

    A byline between the two parts them.
    """
    roles = sheet.flag(i for i, (form, _) in sheet.found.alone.items() if form == "role")
    telling = marked | roles | sheet.flag(sheet.found.openers)
    places, n = np.arange(len(sheet)), len(sheet)
    found = np.where(telling, places, next_of(telling, n + REACH))
    return np.append(marked, np.zeros(REACH + 1, dtype=bool))[found] & (found - places < REACH)
