"""The best sequence of states and the probability of each state, for many stretches at once.

Viterbi, A. (1967), Error bounds for convolutional codes and an asymptotically optimum decoding
algorithm, IEEE Transactions on Information Theory 13(2). How sure each line is comes from the
forward-backward algorithm over the same scores.

A line at which only one state is tried parts what stands before it from what stands after it:
whatever the one is, the other's best reading stays the same. So the lines between two such lines
are a stretch by itself, and all stretches are worked out side by side, one step for each place in
them. Arrays have states first and stretches last: each step is a few long vector operations.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from helpers.parsing.states import NOT_FIRST, NOT_LAST, STATES
from helpers.parsing.weights import NEVER

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

SIZE = len(STATES)
EVERY = np.arange(SIZE)[:, None]
#: A transition below this is no way at all: its probability is too small for a float.
LOWEST = -700.0
#: Stretches that are worked out side by side: what they need at a time fits into a cache.
ABREAST = 256
#: Weights are printed in hundredths, so two readings may score the same. Of these the surer one is
#: taken: this share of the probabilities of its lines is added to what it scores.
SURER = 1e-6
FIRST = np.array([NEVER if s in NOT_FIRST else 0.0 for s in range(SIZE)])
LAST = np.array([NEVER if s in NOT_LAST else 0.0 for s in range(SIZE)])


@dataclass(frozen=True, slots=True)
class Found:
    """For each line its state and the likeliest other state, each with its probability."""

    states: Ints
    certainty: Floats
    rivals: Ints
    rival_certainty: Floats


@dataclass(frozen=True, slots=True)
class Tables:
    """Transitions (state before, state, kinds of joint), their exponentials, and each line's kind.

    `ways` is zero where `scores` says that there is no way.
    """

    scores: Floats
    ways: Floats
    kinds: Ints


def run_chains(scores: Floats, tried: NDArray[np.bool_], tables: Floats, kinds: Ints) -> Found:
    """Find the best states of all lines.

    Args:
        scores: Of each line in each state (lines, states).
        tried: Which states are tried (lines, states), at least one a line.
        tables: Of each kind of joint (kinds, state before, state).
        kinds: Of each line's joint to the line before it.
    """
    n = len(scores)
    cube = np.ascontiguousarray(tables.transpose(1, 2, 0))
    ways = np.where(cube > LOWEST, np.exp(cube), 0.0)
    lookup = Tables(cube, ways, kinds)
    open_ = tried.sum(axis=1) > 1
    found = Found(tried.argmax(axis=1), np.ones(n), np.zeros(n, np.int64), np.zeros(n))
    edges = np.flatnonzero(np.diff(np.concatenate([[False], open_, [False]])))
    starts, lengths = edges[::2], edges[1::2] - edges[::2]
    order = np.argsort(-lengths, kind="stable")
    for low in range(0, len(order), ABREAST):
        some = order[low : low + ABREAST]
        _Stretches(starts[some], lengths[some], found, lookup).run(scores, tried)
    return found


class _Stretches:
    """Stretches worked out side by side, the longest first.

    Place t of the k stretches that are longer than t is the columns `at[t]` of every array.
    """

    def __init__(self, starts: Ints, lengths: Ints, found: Found, tables: Tables) -> None:
        """Take the first line and the number of lines of each stretch."""
        self.starts, self.lengths = starts, lengths
        self.found, self.tables = found, tables
        steps = np.arange(int(lengths[0]))
        counts = len(lengths) - np.searchsorted(lengths[::-1], steps, side="right")
        edges = np.concatenate([[0], np.cumsum(counts)]).tolist()
        self.at = [slice(a, b) for a, b in pairwise(edges)]
        self.lines = np.concatenate([starts[:k] + t for t, k in enumerate(counts.tolist())])
        #: The columns of the last line of each stretch.
        self.ends = np.array(edges)[lengths - 1] + np.arange(len(lengths))

    def run(self, scores: Floats, tried: NDArray[np.bool_]) -> None:
        """Find the states of the lines and note them."""
        own = np.where(tried[self.lines], scores[self.lines], -np.inf).T.copy()
        with np.errstate(divide="ignore"):
            sums = self._forward(own) + self._backward(own)
        chance = np.exp(sums - sums.max(axis=0))
        chance /= chance.sum(axis=0)
        self._note(self._trace(self._best(own + SURER * chance)), chance)

    def _pairs(self) -> list[tuple[slice, slice]]:
        """Return for each place but the first its columns, and before them those it follows."""
        return [
            (slice(before.start, before.start + at.stop - at.start), at)
            for before, at in pairwise(self.at)
        ]

    def _edge(self, lines: Ints, before: Ints, after: Ints) -> Floats:
        """Return the scores of single transitions into lines."""
        return self.tables.scores[before, after, self.tables.kinds[lines]]

    def _edges_in(self) -> tuple[Ints, Floats]:
        """Return the stretches that a line stands before, and the scores from it to their first."""
        inner = np.flatnonzero(self.starts > 0)
        lines = self.starts[inner]
        return inner, self._edge(lines, self.found.states[lines - 1], EVERY)

    def _edges_out(self) -> tuple[Ints, Floats]:
        """Return the stretches that a line stands after, and the scores to it from their last."""
        after = self.starts + self.lengths
        inner = np.flatnonzero(after < len(self.found.states))
        lines = after[inner]
        return inner, self._edge(lines, EVERY, self.found.states[lines])

    def _forward(self, own: Floats) -> Floats:
        """Go forward => the log sum over all ways to each state."""
        sums = np.empty_like(own)
        sums[:, self.at[0]] = own[:, self.at[0]] + FIRST[:, None]
        inner, edge = self._edges_in()
        sums[:, inner] = own[:, inner] + np.where(edge > LOWEST, edge, NEVER)
        for past, at in self._pairs():
            before = sums[:, past]
            top = before.max(axis=0)
            chances = self.tables.ways.take(self.tables.kinds[self.lines[at]], axis=2)
            chances *= np.exp(before - top)[:, None]
            sums[:, at] = _log(chances.sum(axis=0)) + top + own[:, at]
        return sums

    def _backward(self, own: Floats) -> Floats:
        """Go backward => the log sum over all ways on from each state."""
        sums = np.zeros_like(own)
        inner, edge = self._edges_out()
        sums[:, self.ends[inner]] = np.where(edge > LOWEST, edge, NEVER)
        for past, at in reversed(self._pairs()):
            after = own[:, at] + sums[:, at]
            top = after.max(axis=0)
            chances = self.tables.ways.take(self.tables.kinds[self.lines[at]], axis=2)
            chances *= np.exp(after - top)[None]
            sums[:, past] = _log(chances.sum(axis=1)) + top
        return sums

    def _best(self, own: Floats) -> Floats:
        """Go forward => the score of the best way to each state."""
        best = np.empty_like(own)
        best[:, self.at[0]] = own[:, self.at[0]] + FIRST[:, None]
        inner, edge = self._edges_in()
        best[:, inner] = own[:, inner] + edge
        for past, at in self._pairs():
            ways = self.tables.scores.take(self.tables.kinds[self.lines[at]], axis=2)
            ways += best[:, None, past]
            np.add(ways.max(axis=0), own[:, at], out=best[:, at])
        return best

    def _trace(self, best: Floats) -> Ints:
        """Follow the best ways back => the state of each column."""
        final = best[:, self.ends] + LAST[:, None]
        inner, edge = self._edges_out()
        final[:, inner] = best[:, self.ends[inner]] + edge
        states = np.empty(len(self.lines), dtype=np.int64)
        states[self.ends] = final.argmax(axis=0)
        for past, at in reversed(self._pairs()):
            ways = best[:, past] + self._edge(self.lines[at], EVERY, states[at])
            states[past] = ways.argmax(axis=0)
        return states

    def _note(self, states: Ints, chance: Floats) -> None:
        """Note the states, the probability of each, and the next likely ones."""
        columns = np.arange(len(states))
        lines, found = self.lines, self.found
        found.states[lines] = states
        found.certainty[lines] = chance[states, columns]
        chance[states, columns] = -1.0
        found.rivals[lines] = chance.argmax(axis=0)
        found.rival_certainty[lines] = chance.max(axis=0)


def _log(total: Floats) -> Floats:
    return np.where(total > 0, np.log(total), NEVER)
