"""Fitting the weights by which the parser scores the states of lines, on answer keys.

A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001, Conditional random
fields, ICML): the probability of a sequence of states is the normalised exponential of the sum of
weights of the features of each line and of the joints between lines. The weights maximise the
likelihood of the keys less an L2 penalty, by scipy's L-BFGS.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_array

from helpers.parsing.joints import JOINTS
from helpers.parsing.states import IMPOSSIBLE, NOT_FIRST, STATES

Array = NDArray[np.float64]
S = len(STATES)


@dataclass(slots=True)
class Observed:
    """One issue for fitting: features and joint of each line, and its true state."""

    features: list[list[str]]
    joints: list[tuple[int, ...]]
    states: list[int]
    weight: float = 1.0


def joint_index(joint: tuple[int, ...]) -> list[int]:
    """Give each part of a joint its row among all parts' values."""
    rows, offset = [], 0
    for value, (_, size) in zip(joint, JOINTS, strict=True):
        rows.append(offset + value)
        offset += size
    return rows


def fit(
    sequences: Sequence[Observed], *, penalty: float = 1.0, rare: int = 3, rounds: int = 120
) -> tuple[list[str], Array, Array, Array]:
    """Fit => (features, their weights (F, S), transitions (S, S), joints' weights (J, S, S)).

    Features seen fewer than `rare` times are left out.
    """
    counts = Counter(f for s in sequences for line in s.features for f in line)
    names = sorted(f for f, n in counts.items() if n >= rare)
    row = {f: i for i, f in enumerate(names)}
    batch = _Batch(sequences, row)
    sizes = (len(names) * S, S * S, sum(n for _, n in JOINTS) * S * S)

    def objective(x: Array) -> tuple[float, Array]:
        parts = np.split(x, np.cumsum(sizes)[:-1])
        value, gradient = batch.loss(
            parts[0].reshape(-1, S), parts[1].reshape(S, S), parts[2].reshape(-1, S, S)
        )
        return value + 0.5 * penalty * float(x @ x), gradient + penalty * x

    best = minimize(
        objective, np.zeros(sum(sizes)), jac=True, method="L-BFGS-B", options={"maxiter": rounds}
    )
    parts = np.split(best.x, np.cumsum(sizes)[:-1])
    return names, parts[0].reshape(-1, S), parts[1].reshape(S, S), parts[2].reshape(-1, S, S)


class _Batch:
    """All sequences side by side, the longest first, so that each step is one operation on all.

    `slots` gives each line's step and sequence; lines are kept in the order of steps, so that the
    lines of one step lie together. Joints repeat: their tables are made once for each kind.
    """

    def __init__(self, sequences: Sequence[Observed], row: dict[str, int]) -> None:
        sequences = sorted(sequences, key=lambda s: -len(s.states))
        longest = len(sequences[0].states)
        indices: list[int] = []
        pointers, self.live = [0], []
        kinds: dict[tuple[int, ...], int] = {}
        which, states, before, weights = [], [], [], []
        for t in range(longest):
            live = [s for s in sequences if len(s.states) > t]
            self.live.append(len(live))
            for s in live:
                indices += [row[f] for f in set(s.features[t]) if f in row]
                pointers.append(len(indices))
                which.append(kinds.setdefault(s.joints[t], len(kinds)))
                states.append(s.states[t])
                before.append(s.states[t - 1] if t else -1)
                weights.append(s.weight)
        n = len(states)
        ones = np.ones(len(indices))
        self.x = csr_array((ones, np.array(indices), np.array(pointers)), shape=(n, len(row)))
        rows = [joint_index(joint) for joint in kinds]
        total = sum(size for _, size in JOINTS)
        self.kinds = np.zeros((len(kinds), total))
        for number, places in enumerate(rows):
            self.kinds[number, places] = 1.0
        self.which, self.states = np.array(which), np.array(states)
        self.before, self.weights = np.array(before), np.array(weights)
        self.starts = np.concatenate([[0], np.cumsum(self.live)])
        self.ban = np.ones((S, S))
        for one, other in IMPOSSIBLE:
            self.ban[one, other] = 0.0
        self.first = np.array([0.0 if s in NOT_FIRST else 1.0 for s in range(S)])
        inner = np.flatnonzero(self.before >= 0)
        self.groups = [inner[self.which[inner] == kind] for kind in range(len(kinds))]

    def loss(self, w: Array, pair: Array, joint: Array) -> tuple[float, Array]:
        """Return the negative log-likelihood and its gradient, flat."""
        n = len(self.states)
        scores = np.asarray(self.x @ w)
        top = scores.max(axis=1)
        emit = np.exp(scores - top[:, None])
        edges = (self.kinds @ joint.reshape(-1, S * S)).reshape(-1, S, S) + pair
        factor = np.exp(edges) * self.ban
        alpha, beta, log_size = self._passes(emit, factor)
        rows = np.arange(n)
        single = alpha * beta
        single /= single.sum(axis=1, keepdims=True)
        inner = self.before >= 0
        own = scores[rows, self.states] + np.where(
            inner, edges[self.which, np.maximum(self.before, 0), self.states], 0.0
        )
        value = float(((log_size + top - own) * self.weights).sum())
        single[rows, self.states] -= 1.0
        single *= self.weights[:, None]
        return value, self._gradient(single, emit, factor, alpha, beta)

    def _passes(self, emit: Array, factor: Array) -> tuple[Array, Array, Array]:
        """Go forward and backward, vectors made to sum to one => they, and the log of the sums."""
        alpha, beta = np.zeros_like(emit), np.ones_like(emit)
        sizes = np.ones(len(emit))
        for t, live in enumerate(self.live):
            here = slice(self.starts[t], self.starts[t] + live)
            if t == 0:
                alpha[here] = emit[here] * self.first
            else:
                earlier = alpha[self.starts[t - 1] : self.starts[t - 1] + live]
                table = factor[self.which[here]]
                alpha[here] = (earlier[:, None, :] @ table)[:, 0, :] * emit[here]
            sizes[here] = alpha[here].sum(axis=1)
            alpha[here] /= sizes[here, None]
        for t in range(len(self.live) - 2, -1, -1):
            live = self.live[t + 1]
            later = slice(self.starts[t + 1], self.starts[t + 1] + live)
            table = factor[self.which[later]]
            back = (table @ (emit[later] * beta[later])[:, :, None])[:, :, 0]
            back /= back.sum(axis=1, keepdims=True)
            beta[self.starts[t] : self.starts[t] + live] = back
        return alpha, beta, np.log(sizes)

    def _gradient(
        self, single: Array, emit: Array, factor: Array, alpha: Array, beta: Array
    ) -> Array:
        """Sum up what is expected less what is observed, for every weight."""
        ahead = emit * beta
        earlier = np.zeros_like(alpha)
        for t, live in enumerate(self.live[1:], start=1):
            earlier[self.starts[t] : self.starts[t] + live] = alpha[
                self.starts[t - 1] : self.starts[t - 1] + live
            ]
        counts = np.zeros((len(factor), S, S))
        for kind, group in enumerate(self.groups):
            if not len(group):
                continue
            a, v, table = earlier[group], ahead[group], factor[kind]
            mass = ((a @ table) * v).sum(axis=1)
            scale = self.weights[group] / mass
            counts[kind] = table * (a.T @ (v * scale[:, None]))
            np.subtract.at(
                counts[kind], (self.before[group], self.states[group]), self.weights[group]
            )
        flat = counts.reshape(len(factor), -1)
        parts = [self.x.T @ single, flat.sum(axis=0), self.kinds.T @ flat]
        return np.concatenate([np.asarray(part).ravel() for part in parts])
