"""What is said again: a headline's words come back in its text, an article's within it.

All by pairs of neighbouring Chinese characters, for all lines at once. That the vocabulary changes
where a new text begins is the idea of TextTiling (Hearst 1997, TextTiling: segmenting text into
multi-paragraph subtopic passages, Computational Linguistics 23(1)).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from helpers.parsing.catalogue import ECHO_AFTER, ECHO_BEFORE, TOPIC
from helpers.parsing.features import Ints
from helpers.parsing.sheet import Sheet

#: Lines longer than this are text: nothing is asked of them.
LONGEST = 40
#: Pairs with which a line is compared on either side, and pairs of text before and after it.
REACH, WINDOW = 260, 150
#: Lines that are looked at together: an issue has fewer.
BLOCK = 4096
#: Lines whose windows are held at a time.
ABREAST = 128
#: Shares of a line's pairs that come back, between one level and the next.
LEVELS = np.array([0.001, 0.14, 0.3])
#: Shares of the pairs after a line that stand before it too, rare pairs counting for more.
TOPIC_LEVELS = np.array([0.0015, 0.005, 0.009, 0.016])
NONE = np.iinfo(np.int32).max // 2


def listen(sheet: Sheet) -> NDArray[np.int8]:
    """Tell each short line how much of it is said again, and whether the text goes on after it.

    Returns:
        The level of each line's topic, see `catalogue.TOPICS`; below 0 for none.
    """
    topics = np.full(len(sheet), -1, dtype=np.int8)
    for start in range(0, len(sheet), BLOCK):
        _listen(sheet, start, min(start + BLOCK, len(sheet)), topics)
    return topics


def _listen(sheet: Sheet, start: int, stop: int, topics: NDArray[np.int8]) -> None:
    """Listen to the lines of a block: places are counted from its first."""
    keys, first = _pairs(sheet.texts[start:stop])
    if not len(keys):
        return
    before, after, weight = _neighbours(keys)
    open_ = ~sheet.final[start:stop]
    asked = np.flatnonzero(open_ & (sheet.lengths[start:stop] <= LONGEST) & (np.diff(first) >= 2))
    if len(asked):
        begin, end = first[asked], first[asked + 1]
        sizes = end - begin
        offsets = np.cumsum(sizes) - sizes
        inside = np.arange(sizes.sum()) + np.repeat(begin - offsets, sizes)
        later = after[inside] - np.repeat(end, sizes)
        earlier = np.repeat(begin, sizes) - before[inside]
        for slot_, hit in (
            (ECHO_AFTER, (later >= 0) & (later < REACH)),
            (ECHO_BEFORE, (earlier > 0) & (earlier <= REACH)),
        ):
            share = np.add.reduceat(hit.astype(np.float64), offsets) / sizes
            levels = np.searchsorted(LEVELS, share, side="right")
            sheet.seen.put_levels(slot_, levels, asked + start)
    short = np.flatnonzero(open_ & sheet.short[start:stop])
    short = short[short > 0]
    if len(short):
        levels = _topic(first[short], before, weight)
        topics[short + start] = levels
        sheet.seen.put_levels(TOPIC, levels, short + start)


def _pairs(texts: Sequence[str]) -> tuple[NDArray[np.uint32], Ints]:
    """Give the pairs of all lines, in order, and the place of each line's first (lines + 1)."""
    points = np.frombuffer("\n".join(texts).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    han = (points - np.uint32(0x3400)) <= 0x9FFF - 0x3400
    at = np.flatnonzero(han[:-1] & han[1:])
    keys = (points[at] << np.uint32(16)) | points[at + 1]
    starts = np.cumsum([0, *map(len, texts)]) + np.arange(len(texts) + 1)
    return keys, np.searchsorted(at, starts)


def _neighbours(
    keys: NDArray[np.uint32],
) -> tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.float64]]:
    """Find for each pair the same pair before and after it, and one over its frequency."""
    n = len(keys)
    # By the second character, then by the first: of 16 bits numpy makes a radix sort, which is
    # many times faster than sorting pairs.
    order = np.argsort(keys.astype(np.uint16), kind="stable")
    order = order[np.argsort((keys >> np.uint32(16)).astype(np.uint16)[order], kind="stable")]
    ordered = keys[order]
    same = ordered[1:] == ordered[:-1]
    before, after = np.full(n, -NONE, dtype=np.int32), np.full(n, NONE, dtype=np.int32)
    earlier, later = order[:-1][same], order[1:][same]
    before[later], after[earlier] = earlier, later
    edges = np.flatnonzero(np.concatenate([[True], ~same, [True]]))
    counts = np.diff(edges)
    weight = np.empty(n)
    weight[order] = np.repeat(1.0 / counts, counts)
    return before, after, weight


def _topic(start: Ints, before: NDArray[np.int32], weight: NDArray[np.float64]) -> NDArray[np.intp]:
    """Compare the WINDOW pairs after each place with those before it => level of likeness."""
    levels = np.zeros(len(start), dtype=np.intp)
    # Behind the last pair stands nothing: it is after everything and weighs nothing.
    earlier_at = sliding_window_view(np.pad(before, (0, WINDOW), constant_values=NONE), WINDOW)
    weight_at = sliding_window_view(np.pad(weight, (0, WINDOW)), WINDOW)
    for low in range(0, len(start), ABREAST):
        places = start[low : low + ABREAST]
        at = places.astype(np.int32)[:, None]
        earlier = earlier_at[places]
        mass = weight_at[places] * (earlier < at)
        total = mass.sum(axis=1)
        mass *= earlier >= at - WINDOW
        shared = mass.sum(axis=1)
        share = np.divide(shared, total, out=np.zeros_like(shared), where=total > 0)
        levels[low : low + ABREAST] = np.searchsorted(TOPIC_LEVELS, share, side="right")
    return levels
