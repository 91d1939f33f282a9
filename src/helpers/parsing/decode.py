"""The best reading of a page: the sequence of states with the highest score.

Which states are tried at a line is chosen for all lines at once (here); the best sequence of them
and how sure each line is are worked out in `chains`. Time is linear in the number of lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from helpers.parsing.chains import run_chains
from helpers.parsing.joints import JOINTS
from helpers.parsing.observe import Line
from helpers.parsing.states import STATES
from helpers.parsing.weights import NEVER, weights

#: A state is tried at a line only if its score there, with the best that a few lines on either
#: side allow it, comes within BEAM of the best such score.
BEAM, CONTEXT = 7.0, 4
#: A line less sure than this has its rival named.
DOUBTFUL = 0.95
#: Lines whose tables of transitions are held at a time, and lines whose weights are.
BLOCK, ADDED = 2048, 512

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Marks:
    """The features of all lines that have weights, as rows of the table of weights.

    Those of line i are `rows[starts[i] : starts[i + 1]]`.
    """

    rows: NDArray[np.int32]
    starts: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Reading:
    """The state of each line, its probability, and its own scores (lines, states).

    `rivals` holds the likeliest other state of each line and its probability, None without any.
    """

    states: list[int]
    certainty: list[float]
    scores: Floats
    rivals: list[tuple[int, float] | None]
    marks: Marks = field(default_factory=lambda: marks_of(()))


def decode(
    lines: Sequence[Line],
    joints: Sequence[tuple[int, ...]],
    allowed: Sequence[frozenset[int] | None] = (),
) -> Reading:
    """Read a page; `allowed` names for each line the only states it can have, or None for all."""
    if not lines:
        return Reading([], [], np.zeros((0, len(STATES))), [])
    marks = marks_of(lines)
    scores = emissions(marks)
    kinds: dict[tuple[int, ...], int] = {}
    which = np.array([kinds.setdefault(joint, len(kinds)) for joint in joints])
    tables = np.array([transitions(joint) for joint in kinds])
    tried = _candidates(scores, tables, which, allowed)
    found = run_chains(scores, tried, tables, which)
    certainty = found.certainty.tolist()
    rivals: list[tuple[int, float] | None] = [None] * len(lines)
    doubtful = np.flatnonzero(found.certainty < DOUBTFUL)
    for index, state, sure in zip(
        doubtful.tolist(),
        found.rivals[doubtful].tolist(),
        found.rival_certainty[doubtful].tolist(),
        strict=True,
    ):
        rivals[index] = (state, sure)
    return Reading(found.states.tolist(), certainty, scores, rivals, marks)


def marks_of(lines: Sequence[Line]) -> Marks:
    """Look up the features of lines in the table of weights; those without weights are left out."""
    rows = weights().rows
    counts = np.array([len(line.features) for line in lines], dtype=np.int64)
    features = chain.from_iterable([line.features for line in lines])
    flat = np.array([rows.get(feature, -1) for feature in features], dtype=np.int32)
    known = flat >= 0
    before = np.concatenate([[0], np.cumsum(known)])
    ends = np.concatenate([[0], np.cumsum(counts)])
    return Marks(flat[known], before[ends])


def emissions(marks: Marks) -> Floats:
    """Add up the weights of each line's features => (lines, states)."""
    table = weights().emission
    starts = marks.starts
    out = np.zeros((len(starts) - 1, len(STATES)))
    filled = np.flatnonzero(starts[1:] > starts[:-1])
    for low in range(0, len(filled), ADDED):
        block = filled[low : low + ADDED]
        first, last = starts[block[0]], starts[block[-1] + 1]
        out[block] = np.add.reduceat(table[marks.rows[first:last]], starts[block] - first, axis=0)
    return out


@cache
def transitions(joint: tuple[int, ...]) -> Floats:
    """Score every state (column) following every state (row) over a joint; there are few joints."""
    w = weights()
    table = w.pair.copy()
    offset = 0
    for value, (_, size) in zip(joint, JOINTS, strict=True):
        table += w.joints[offset + value]
        offset += size
    table.setflags(write=False)
    return table


def _candidates(
    scores: Floats,
    tables: Floats,
    which: NDArray[np.int64],
    allowed: Sequence[frozenset[int] | None],
) -> NDArray[np.bool_]:
    """Choose the states to try for each line: those that its neighbours leave a chance.

    The best scores to the left and to the right of a line are passed on CONTEXT times, for all
    lines at once, which is many times faster than trying all states line by line.
    """
    restricted = [(index, only) for index, only in enumerate(allowed) if only is not None]
    if restricted:
        scores = scores.copy()
        for index, only in restricted:
            keep = np.zeros(len(STATES), dtype=bool)
            keep[list(only)] = True
            scores[index, ~keep] = NEVER
    # States come first and lines last, so that each step is one long vector operation.
    own = np.ascontiguousarray(scores.T, dtype=np.float32)
    cube = np.ascontiguousarray(tables.transpose(1, 2, 0), dtype=np.float32)
    n = len(scores)
    out = np.empty((n, len(STATES)), dtype=bool)
    for start in range(0, n, BLOCK):
        low, high = max(0, start - CONTEXT), min(n, start + BLOCK + CONTEXT)
        near = _near(own[:, low:high], cube.take(which[low + 1 : high], axis=2))
        stop = min(start + BLOCK, n)
        out[start:stop] = near[:, start - low : stop - low].T
    return out


def _near(own: NDArray[np.float32], tables: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Say which states of each line come near the best, a few lines of context considered.

    `own` is (states, lines), `tables` (state before, state, lines but the first).
    """
    left, right = np.zeros_like(own), np.zeros_like(own)
    ways = np.empty_like(tables)
    for _ in range(CONTEXT):
        ahead = own + left
        behind = own + right
        np.add(ahead[:, None, :-1], tables, out=ways)
        ways.max(axis=0, out=left[:, 1:])
        np.add(behind[None, :, 1:], tables, out=ways)
        ways.max(axis=1, out=right[:, :-1])
        left -= left.max(axis=0)
        right -= right.max(axis=0)
    whole = own + left + right
    near: NDArray[np.bool_] = whole >= whole.max(axis=0) - BEAM
    return near
