"""The one thing that a line's neighbours are told of it."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from helpers.parsing.catalogue import IS, PLAIN, SYMBOLS, TOLD_NUMBERS
from helpers.parsing.features import feature_names, slots
from helpers.parsing.sheet import Sheet


def see_symbols(sheet: Sheet) -> None:
    """Choose the one thing that neighbours are told of each line, and note it.

    A line with a byline at its head => 'opener'; a short one without an end => 'short open'.
    """
    lengths, closed = sheet.lengths, sheet.final
    ends = np.select(
        [lengths > 60, lengths > 30, closed],
        [np.where(closed, 5, 6), np.where(closed, 3, 4), 0],
        np.where(sheet.soft, 1, 2),
    )
    ranks, rows = _ranks()
    best = ranks.take(sheet.seen.table[rows], mode="wrap").min(axis=0)
    told = np.array([*(TOLD_NUMBERS[told] for _, told in SYMBOLS), -1])[best]
    sheet.symbols = np.where(told < 0, ends + TOLD_NUMBERS[PLAIN[0]], told).astype(np.int16)
    sheet.seen.put_levels(IS, sheet.symbols)


@cache
def _ranks() -> tuple[NDArray[np.int8], list[int]]:
    """Return the place among SYMBOLS of each feature, by its number, and the rows to look at.

    The last place is for all others, and for no feature (-1).
    """
    wanted = {name: rank for rank, (name, _) in enumerate(SYMBOLS)}
    names = feature_names()
    ranks = np.array([*(wanted.get(name, len(SYMBOLS)) for name in names), len(SYMBOLS)], np.int8)
    rows = [s.row for s in slots() if any(name in wanted for name in s.names)]
    return ranks, rows
