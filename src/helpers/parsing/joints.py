"""The joint of two lines: what the transition from one state to the next may depend on."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from helpers.parsing.columns import FULL, NO_COLUMN, OVER, PART
from helpers.parsing.line import Line

#: The parts of a joint and how many values each has.
JOINTS = (("before", 6), ("gap", 3), ("indent", 3), ("column", 6), ("run", 18))


def join_lines(
    lines: Sequence[Line],
    gaps: NDArray[np.int64],
    indented: NDArray[np.int8],
    fills: NDArray[np.int8],
) -> list[tuple[int, ...]]:
    """Describe the joint of each line to the one before.

    `gaps` says whether the gap before a line is less than usual (0), as usual (1) or more (2), for
    `indented` and `fills` see `columns`.
    """
    end = np.array([0, *[_end(line) for line in lines[:-1]]])
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
    parts = (end, gaps, indented, column, run)
    # There are few kinds of joint: each is one tuple, however many lines have it.
    kinds: dict[tuple[int, ...], tuple[int, ...]] = {}
    columns = [part.tolist() for part in parts]
    return [kinds.setdefault(joint, joint) for joint in zip(*columns, strict=True)]


#: For each end of a line whether it closes something (0), not (1), or is not known to (2).
ENDED = np.array([2, 0, 0, 2, 1, 1])


def _end(line: Line) -> int:
    """Say how a line ends: with a credit, a sentence, an open quotation, in a pause, in nothing."""
    if line.credit is not None:
        return 1
    if line.final:
        return 2 if line.open_quotes <= 0 else 3
    return 4 if line.soft else 5
