"""The joint of two lines: what the transition from one state to the next may depend on."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from helpers.parsing.columns import FULL, NO_COLUMN, OVER, PART
from helpers.parsing.sheet import Sheet

#: The parts of a joint and how many values each has.
JOINTS = (("before", 6), ("gap", 3), ("indent", 3), ("column", 6), ("run", 18))


def join_lines(
    sheet: Sheet,
    credited: NDArray[np.bool_],
    gaps: NDArray[np.int64],
    indented: NDArray[np.int8],
    fills: NDArray[np.int8],
) -> NDArray[np.int8]:
    """Describe the joint of each line to the one before => (lines, parts of a joint).

    `credited` says which lines end with a credit, `gaps` whether the gap before a line is less than
    usual (0), as usual (1) or more (2); for `indented` and `fills` see `columns`.
    """
    # How a line ends: with a credit, a sentence, an open quotation, in a pause, in nothing.
    ends = np.select(
        [credited, sheet.final, sheet.soft], [1, np.where(sheet.unclosed > 0, 3, 2), 4], 5
    )
    end = np.concatenate([[0], ends[:-1]])
    before = np.concatenate([[NO_COLUMN], fills[:-1]])
    was_full = (before == FULL) | (before == OVER)
    full = (fills == FULL) | (fills == OVER)
    column = np.where(
        before == NO_COLUMN,
        0,
        np.where(
            before == PART,
            np.where(fills != NO_COLUMN, 1, 2),
            np.where(full, 3, np.where(fills == PART, 4, 5)),
        ),
    )
    # Ended or not, indented or not, and whether the column was full: what each says alone.
    ended = ENDED[end]
    run = (ended * 3 + indented) * 2 + was_full
    return np.stack((end, gaps, indented, column, run), axis=1).astype(np.int8)


#: For each end of a line whether it closes something (0), not (1), or is not known to (2).
ENDED = np.array([2, 0, 0, 2, 1, 1])
