"""How lines fill their columns, and which are indented."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from helpers.parsing.catalogue import AFTER, BEFORE, NEAR
from helpers.parsing.sheet import Sheet

#: Lines on either side among which the width of a column is measured.
WINDOW = 20
#: A column is narrower than this, in Chinese characters; wider lines are whole paragraphs.
WIDEST = 34
#: Share of lines as wide as the column from which text counts as set in one.
SET = 0.3
#: Fill of a line in its column: no column, less than full, full, more than the column holds.
NO_COLUMN, PART, FULL, OVER = range(4)
#: Lines on either side that a line is compared with; so many of them must be narrow.
BESIDE, LEAST = 3, 4
#: Lines that are looked at together.
BLOCK = 4096


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


def indents(flags: NDArray[np.bool_]) -> NDArray[np.int8]:
    """Tell whether a line is indented (1) or not (2) where indents mean something, else 0."""
    if not flags.any():
        return np.zeros(len(flags), dtype=np.int8)
    # Indents count where they are used nearby: a page set without them says nothing by that.
    size = min(61, len(flags))
    near = np.convolve(flags.astype(np.float64), np.ones(size), mode="same") > 1
    return np.where(near, np.where(flags, 1, 2), flags).astype(np.int8)


def compare_widths(sheet: Sheet) -> None:
    """Compare each narrow line with the widest but one of the few lines on either side."""
    widths, n = sheet.widths, len(sheet)
    narrow = widths < WIDEST
    padded = np.pad(np.where(narrow, widths, -np.inf), BESIDE, constant_values=-np.inf)
    frames = np.lib.stride_tricks.sliding_window_view(padded, 2 * BESIDE + 1)
    near = np.empty(n, dtype=np.int8)
    for start in range(0, n, BLOCK):
        block = np.sort(frames[start : start + BLOCK], axis=1)
        rest = widths[start : start + BLOCK] - block[:, -2]
        level = np.where(rest >= -1.5, 0, np.where(rest >= -6, 1, 2))
        near[start : start + BLOCK] = np.where(np.isfinite(block[:, -LEAST]), level, -1)
    step = np.diff(widths)
    same = np.abs(step) <= 1.5
    before = np.where(same, 0, np.where(step < 0, np.where(step > -8, 1, 2), 3))
    seen = sheet.seen
    seen.put_levels(NEAR, np.where(narrow, near, -1))
    seen.put_levels(BEFORE, np.where(narrow[1:], before, -1), np.arange(1, n))
    seen.put(AFTER, np.flatnonzero(same & narrow[:-1]))
