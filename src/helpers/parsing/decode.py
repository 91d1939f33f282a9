"""The best reading of a page: the sequence of states with the highest score.

Which states are tried at a line is chosen for all lines at once (here); the best sequence of them
and how sure each line is are worked out in `chains`. Time is linear in the number of lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import chain, repeat

import numpy as np
from numpy.typing import NDArray

from helpers.parsing.chains import run_chains
from helpers.parsing.joints import JOINTS
from helpers.parsing.observe import Line
from helpers.parsing.states import NOT_FIRST, NOT_LAST, STATES
from helpers.parsing.weights import NEVER, weights

#: A state is tried at a line only if its score there, with the best that a few lines on either
#: side allow it, comes within BEAM of the best such score.
BEAM, CONTEXT = 7.0, 4
#: A line less sure than this has its rival named.
DOUBTFUL = 0.95
#: So many doubtful lines may follow each other, many times what they do on any page of a paper; in
#: more of them the surest line now and then is taken for what it looks like among its neighbours.
LONGEST = 256
#: Lines whose tables of transitions are held at a time, and lines whose weights are.
BLOCK, ADDED = 2048, 512

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Marks:
    """The features of all lines that have weights, as rows of the table of weights.

    Those of line i are `rows[starts[i] : starts[i + 1]]`.
    """

    rows: NDArray[np.int16]
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
    *,
    marks: Marks | None = None,
) -> Reading:
    """Read a page; `allowed` names for each line the only states it can have, or None for all.

    `marks` are the features of the lines, if they have been looked up.
    """
    if not lines:
        return Reading([], [], np.zeros((0, len(STATES))), [])
    if marks is None:
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
    pieces: list[NDArray[np.int16]] = []
    counts = np.zeros(len(lines), dtype=np.int64)
    for low in range(0, len(lines), BLOCK):
        block = [line.features for line in lines[low : low + BLOCK]]
        ends = np.cumsum([len(features) for features in block])
        found = map(rows.get, chain.from_iterable(block), repeat(-1))
        flat = np.fromiter(found, dtype=np.int16, count=int(ends[-1]))
        known = np.concatenate([[0], np.cumsum(flat >= 0)])[np.concatenate([[0], ends])]
        counts[low : low + BLOCK] = np.diff(known)
        pieces.append(flat[flat >= 0])
    rows_of_all = np.concatenate(pieces) if pieces else np.zeros(0, dtype=np.int16)
    return Marks(rows_of_all, np.concatenate([[0], np.cumsum(counts)]))


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
    cube = np.ascontiguousarray(tables.transpose(1, 2, 0), dtype=np.float32)
    n = len(scores)
    out = np.empty((n, len(STATES)), dtype=bool)
    surest, margin = np.empty(n, dtype=np.int8), np.empty(n, dtype=np.float32)
    for start in range(0, n, BLOCK):
        low, high = max(0, start - CONTEXT), min(n, start + BLOCK + CONTEXT)
        # States come first and lines last, so that each step is one long vector operation.
        own = np.ascontiguousarray(scores[low:high].T, dtype=np.float32)
        for column, only in enumerate(allowed[low:high]):
            if only is not None:
                own[[state for state in range(len(STATES)) if state not in only], column] = NEVER
        # Where a page begins and ends, half of NEVER: what a source says of a line weighs more.
        if low == 0:
            own[list(NOT_FIRST), 0] += NEVER / 2
        if high == n:
            own[list(NOT_LAST), -1] += NEVER / 2
        whole = _with_context(own, cube.take(which[low + 1 : high], axis=2))
        stop = min(start + BLOCK, n)
        whole = whole[:, start - low : stop - low]
        out[start:stop] = (whole >= whole.max(axis=0) - BEAM).T
        surest[start:stop] = whole.argmax(axis=0)
        whole.partition(-2, axis=0)
        margin[start:stop] = whole[-1] - whole[-2]
    _pin(out, surest, margin)
    return out


def _pin(tried: NDArray[np.bool_], surest: NDArray[np.int8], margin: NDArray[np.float32]) -> None:
    """Leave one state to the surest lines of stretches that are too long."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], tried.sum(axis=1) > 1, [False]])))
    for first, stop in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        start = first
        while stop - start > LONGEST:
            place = (
                start + LONGEST // 2 + int(margin[start + LONGEST // 2 : start + LONGEST].argmax())
            )
            tried[place] = False
            tried[place, surest[place]] = True
            start = place + 1


def _with_context(own: NDArray[np.float32], tables: NDArray[np.float32]) -> NDArray[np.float32]:
    """Add to the scores of each line's states the best that a few lines on either side allow.

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
    return own + left + right
