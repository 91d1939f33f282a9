"""The best reading of a page: the sequence of states with the highest score.

Which states are tried at a line is chosen for all lines at once (here); the best sequence of them
and how sure each line is are worked out in `chains`. Time is linear in the number of lines.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

import numpy as np
from numpy.typing import NDArray

from helpers.parsing.chains import run_chains
from helpers.parsing.features import Seen, feature_names
from helpers.parsing.joints import JOINTS
from helpers.parsing.states import INTERRUPT, NOT_FIRST, NOT_LAST, OUTSIDE, STATES
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


NOTHING = Marks(np.zeros(0, dtype=np.int16), np.zeros(1, dtype=np.int64))


@dataclass(frozen=True, slots=True)
class Reading:
    """The state of each line and its probability.

    `rivals` holds the likeliest other state of each line and its probability, None without any;
    `within` which of the states outside articles a line that interrupts one looks most like.
    """

    states: list[int]
    certainty: list[float]
    rivals: list[tuple[int, float] | None]
    within: dict[int, int] = field(default_factory=dict)
    marks: Marks = field(default_factory=lambda: NOTHING)


def decode(
    marks: Marks, joints: NDArray[np.int8], allowed: Mapping[int, frozenset[int]] | None = None
) -> Reading:
    """Read a page.

    Args:
        marks: The features of its lines.
        joints: Of each line to the one before it (lines, parts of a joint).
        allowed: The only states that some lines can have, by their places.
    """
    n = len(joints)
    if not n:
        return Reading([], [], [])
    scores = emissions(marks)
    which, kinds = _kinds(joints)
    tables = np.array([transitions(joint) for joint in kinds])
    tried = _candidates(scores, tables, which, allowed or {})
    found = run_chains(scores, tried, tables, which)
    certainty = found.certainty.tolist()
    rivals: list[tuple[int, float] | None] = [None] * n
    doubtful = np.flatnonzero(found.certainty < DOUBTFUL)
    for index, state, sure in zip(
        doubtful.tolist(),
        found.rivals[doubtful].tolist(),
        found.rival_certainty[doubtful].tolist(),
        strict=True,
    ):
        rivals[index] = (state, sure)
    within = {
        place: max(OUTSIDE, key=lambda state: scores[place, state])
        for place in np.flatnonzero(found.states == INTERRUPT).tolist()
    }
    return Reading(found.states.tolist(), certainty, rivals, within, marks)


def _kinds(joints: NDArray[np.int8]) -> tuple[NDArray[np.int64], list[tuple[int, ...]]]:
    """Return the kind of each line's joint, and the kinds: there are few."""
    sizes = [size for _, size in JOINTS]
    numbers = np.ravel_multi_index(tuple(joints.T.astype(np.int64)), sizes)
    occurring = np.zeros(int(np.prod(sizes)), dtype=bool)
    occurring[numbers] = True
    places = np.cumsum(occurring) - 1
    kinds = np.stack(np.unravel_index(np.flatnonzero(occurring), sizes), axis=1)
    return places[numbers], [tuple(kind) for kind in kinds.tolist()]


def marks_of(seen: Seen) -> Marks:
    """Look up the features of lines in the table of weights; those without weights are left out."""
    rows = _rows()
    n = seen.table.shape[1]
    pieces: list[NDArray[np.int16]] = []
    counts = np.zeros(n, dtype=np.int64)
    for low in range(0, n, BLOCK):
        block = rows.take(seen.table[:, low : low + BLOCK].T, mode="wrap")
        known = block >= 0
        counts[low : low + BLOCK] = known.sum(axis=1)
        pieces.append(block[known])
    rows_of_all = np.concatenate(pieces) if pieces else np.zeros(0, dtype=np.int16)
    return Marks(rows_of_all, np.concatenate([[0], np.cumsum(counts)]))


@cache
def _rows() -> NDArray[np.int16]:
    """Return the row of each feature in the table of weights; the last is for no feature."""
    rows = weights().rows
    return np.array([*(rows.get(name, -1) for name in feature_names()), -1], dtype=np.int16)


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
    allowed: Mapping[int, frozenset[int]],
) -> NDArray[np.bool_]:
    """Choose the states to try for each line: those that its neighbours leave a chance.

    The best scores to the left and to the right of a line are passed on CONTEXT times, for all
    lines at once, which is many times faster than trying all states line by line.
    """
    cube = np.ascontiguousarray(tables.transpose(1, 2, 0), dtype=np.float32)
    n = len(scores)
    out = np.empty((n, len(STATES)), dtype=bool)
    bound = sorted(allowed)
    surest, margin = np.empty(n, dtype=np.int8), np.empty(n, dtype=np.float32)
    for start in range(0, n, BLOCK):
        low, high = max(0, start - CONTEXT), min(n, start + BLOCK + CONTEXT)
        # States come first and lines last, so that each step is one long vector operation.
        own = np.ascontiguousarray(scores[low:high].T, dtype=np.float32)
        for place in bound[bisect_left(bound, low) : bisect_left(bound, high)]:
            own[_others(allowed[place]), place - low] = NEVER
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


@cache
def _others(states: frozenset[int]) -> list[int]:
    """Return all states but some."""
    return [state for state in range(len(STATES)) if state not in states]


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
