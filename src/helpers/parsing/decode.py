"""The best reading of a page: the sequence of states with the highest score.

Viterbi, A. (1967), Error bounds for convolutional codes and an asymptotically optimum decoding
algorithm, IEEE Transactions on Information Theory 13(2). How sure each line is comes from the
forward-backward algorithm over the same scores. States that a line's own features speak far
against are not tried, so time is linear in the number of lines and small for each.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from helpers.parsing.around import JOINTS
from helpers.parsing.observe import Line
from helpers.parsing.states import NOT_FIRST, NOT_LAST, STATES
from helpers.parsing.weights import NEVER, weights

#: A state is tried at a line only if its score there, with the best that a few lines on either
#: side allow it, comes within BEAM of the best such score.
BEAM, CONTEXT = 7.0, 4
#: A line less sure than this has its rival named.
DOUBTFUL = 0.95
#: Lines whose tables of transitions are held at a time.
BLOCK = 2048


@dataclass(frozen=True, slots=True)
class Reading:
    """The state of each line, its probability, and its own scores (lines, states).

    `rivals` holds the likeliest other state of each line and its probability, None without any.
    """

    states: list[int]
    certainty: list[float]
    scores: NDArray[np.float64]
    rivals: list[tuple[int, float] | None]


def decode(
    lines: Sequence[Line],
    joints: Sequence[tuple[int, ...]],
    allowed: Sequence[frozenset[int] | None] = (),
) -> Reading:
    """Read a page; `allowed` names for each line the only states it can have, or None for all."""
    if not lines:
        return Reading([], [], np.zeros((0, len(STATES))), [])
    scores = emissions(lines)
    candidates = _candidates(scores, joints, allowed)
    forward: list[list[float]] = []
    best: list[list[float]] = []
    origin: list[list[int]] = []
    own = [[row[s] for s in c] for row, c in zip(scores.tolist(), candidates, strict=True)]
    first = [
        e + (NEVER if s in NOT_FIRST else 0.0) for s, e in zip(candidates[0], own[0], strict=True)
    ]
    best.append(first)
    forward.append(first)
    for i in range(1, len(lines)):
        table = transitions(joints[i])
        b, f, o = _step(table, candidates[i - 1], candidates[i], own[i], best[-1], forward[-1])
        best.append(b)
        forward.append(f)
        origin.append(o)
    states, places = _trace(candidates, best, origin)
    certainty, rivals = _certainty(candidates, joints, own, forward, places)
    return Reading(states, certainty, scores, rivals)


def emissions(lines: Sequence[Line]) -> NDArray[np.float64]:
    """Add up the weights of each line's features => (lines, states)."""
    w = weights()
    rows = w.rows
    flat: list[int] = []
    starts: list[int] = []
    for line in lines:
        starts.append(len(flat))
        flat += [rows[f] for f in line.features if f in rows]
    if not flat:
        return np.zeros((len(lines), len(STATES)))
    out = np.empty((len(lines), len(STATES)))
    block = 4096
    for start in range(0, len(lines), block):
        stop = min(start + block, len(lines))
        end = starts[stop] if stop < len(lines) else len(flat)
        piece = np.array(flat[starts[start] : end])
        offsets = np.array(starts[start:stop]) - starts[start]
        out[start:stop] = np.add.reduceat(w.emission[piece], offsets, axis=0)
    return out


def _candidates(
    scores: NDArray[np.float64],
    joints: Sequence[tuple[int, ...]],
    allowed: Sequence[frozenset[int] | None],
) -> list[list[int]]:
    """Choose the states to try for each line: those that its neighbours leave a chance.

    The best scores to the left and to the right of a line are passed on CONTEXT times, for all
    lines at once, which is many times faster than trying all states line by line.
    """
    scores = scores.copy()
    for index, only in enumerate(allowed):
        if only is not None:
            keep = np.zeros(len(STATES), dtype=bool)
            keep[list(only)] = True
            scores[index, ~keep] = NEVER
    kinds: dict[tuple[int, ...], int] = {}
    which = np.array([kinds.setdefault(joint, len(kinds)) for joint in joints])
    tables = np.array([transitions(joint) for joint in kinds], dtype=np.float32)
    keep = np.zeros(scores.shape, dtype=bool)
    n = len(scores)
    for start in range(0, n, BLOCK):
        low, high = max(0, start - CONTEXT), min(n, start + BLOCK + CONTEXT)
        near = _near(scores[low:high].astype(np.float32), tables[which[low:high]])
        stop = min(start + BLOCK, n)
        keep[start:stop] = near[start - low : stop - low]
    return [row.nonzero()[0].tolist() for row in keep]


def _near(own: NDArray[np.float32], table: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Say which states of each line come near the best, a few lines of context considered."""
    left, right = np.zeros_like(own), np.zeros_like(own)
    for _ in range(CONTEXT):
        ahead = own + left
        behind = own + right
        left[1:] = (ahead[:-1, :, None] + table[1:]).max(axis=1)
        right[:-1] = (behind[1:, None, :] + table[1:]).max(axis=2)
        left -= left.max(axis=1, keepdims=True)
        right -= right.max(axis=1, keepdims=True)
    whole = own + left + right
    near: NDArray[np.bool_] = whole >= whole.max(axis=1, keepdims=True) - BEAM
    return near


@cache
def transitions(joint: tuple[int, ...]) -> tuple[tuple[float, ...], ...]:
    """Score every state (column) following every state (row) over a joint; there are few joints."""
    w = weights()
    table = w.pair.copy()
    offset = 0
    for value, (_, size) in zip(joint, JOINTS, strict=True):
        table += w.joints[offset + value]
        offset += size
    return tuple(tuple(row) for row in table.tolist())


def _step(
    table: tuple[tuple[float, ...], ...],
    before: list[int],
    after: list[int],
    own: list[float],
    best: list[float],
    forward: list[float],
) -> tuple[list[float], list[float], list[int]]:
    """Take one line: the best score of each state, the log sum over all ways to it, its origin."""
    new_best, new_forward, origin = [], [], []
    rows = [table[s] for s in before]
    top = max(forward)
    mass = [math.exp(f - top) for f in forward]
    for state, score in zip(after, own, strict=True):
        high, place, total = -1e18, 0, 0.0
        for p, row in enumerate(rows):
            edge = row[state]
            value = best[p] + edge
            if value > high:
                high, place = value, p
            if edge > -700:
                total += mass[p] * math.exp(edge)
        new_best.append(high + score)
        new_forward.append((math.log(total) if total > 0 else NEVER) + top + score)
        origin.append(place)
    return new_best, new_forward, origin


def _trace(
    candidates: list[list[int]], best: list[list[float]], origin: list[list[int]]
) -> tuple[list[int], list[int]]:
    final = [
        b + (NEVER if s in NOT_LAST else 0.0) for s, b in zip(candidates[-1], best[-1], strict=True)
    ]
    place = final.index(max(final))
    states, places = [candidates[-1][place]], [place]
    for i in range(len(candidates) - 2, -1, -1):
        place = origin[i][place]
        states.append(candidates[i][place])
        places.append(place)
    return states[::-1], places[::-1]


def _certainty(
    candidates: list[list[int]],
    joints: Sequence[tuple[int, ...]],
    own: list[list[float]],
    forward: list[list[float]],
    places: list[int],
) -> tuple[list[float], list[tuple[int, float] | None]]:
    """Return the probability of each line's state among all readings, and its best rival.

    By the forward-backward algorithm.
    """
    n = len(candidates)
    out = [0.0] * n
    rivals: list[tuple[int, float] | None] = [None] * n
    backward = [0.0] * len(candidates[-1])
    for i in range(n - 1, -1, -1):
        sums = [f + b for f, b in zip(forward[i], backward, strict=True)]
        top = max(sums)
        total = sum(math.exp(s - top) for s in sums)
        out[i] = math.exp(sums[places[i]] - top) / total
        if out[i] < DOUBTFUL:
            rivals[i] = _rival(candidates[i], places[i], sums, top, total)
        if i:
            backward = _back(
                transitions(joints[i]), candidates[i - 1], candidates[i], own[i], backward
            )
    return out, rivals


def _rival(
    candidates: list[int], place: int, sums: list[float], top: float, total: float
) -> tuple[int, float]:
    """Return the likeliest state but the one at `place`, and its probability."""
    others = ((score, -at) for at, score in enumerate(sums) if at != place)
    score, at = max(others)
    return candidates[-at], math.exp(score - top) / total


def _back(
    table: tuple[tuple[float, ...], ...],
    before: list[int],
    after: list[int],
    own: list[float],
    backward: list[float],
) -> list[float]:
    ahead = [o + b for o, b in zip(own, backward, strict=True)]
    top = max(ahead)
    mass = [(state, math.exp(a - top)) for state, a in zip(after, ahead, strict=True)]
    out = []
    for s in before:
        row = table[s]
        total = sum(m * math.exp(row[state]) for state, m in mass if row[state] > -700)
        out.append((math.log(total) if total > 0 else NEVER) + top)
    return out
