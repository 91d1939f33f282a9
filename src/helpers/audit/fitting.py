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
from scipy.special import logsumexp

from helpers.parsing.around import JOINTS
from helpers.parsing.states import IMPOSSIBLE, NOT_FIRST, STATES

Array = NDArray[np.float64]
S = len(STATES)
#: A score that no sum of weights outweighs.
NEVER = -1e4


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
    """All sequences side by side, padded to one length, so that steps are matrix operations."""

    def __init__(self, sequences: Sequence[Observed], row: dict[str, int]) -> None:
        self.lengths = np.array([len(s.states) for s in sequences])
        self.t, self.b = int(self.lengths.max()), len(sequences)
        self.order = np.argsort(-self.lengths, kind="stable")
        sequences = [sequences[i] for i in self.order]
        self.lengths = self.lengths[self.order]
        indices, pointers = [], [0]
        joints, states, slots, weights = [], [], [], []
        for b, s in enumerate(sequences):
            for t in range(len(s.states)):
                indices += [row[f] for f in set(s.features[t]) if f in row]
                pointers.append(len(indices))
                joints.append(joint_index(s.joints[t]))
                states.append(s.states[t])
                slots.append(t * self.b + b)
                weights.append(s.weight)
        n = len(states)
        self.x = csr_array(
            (np.ones(len(indices)), np.array(indices), np.array(pointers)), shape=(n, len(row))
        )
        self.joints = np.array(joints)
        total = sum(size for _, size in JOINTS)
        self.z = csr_array(
            (
                np.ones(self.joints.size),
                self.joints.ravel(),
                np.arange(0, self.joints.size + 1, self.joints.shape[1]),
            ),
            shape=(n, total),
        )
        self.states, self.slots = np.array(states), np.array(slots)
        self.weights = np.array(weights)
        self.first = self.slots < self.b
        self.ban = np.zeros((S, S))
        for before, after in IMPOSSIBLE:
            self.ban[before, after] = NEVER
        self.start = np.array([NEVER if s in NOT_FIRST else 0.0 for s in range(S)])

    def loss(self, w: Array, pair: Array, joint: Array) -> tuple[float, Array]:
        """Return the negative log-likelihood and its gradient, flat."""
        n = len(self.states)
        padded = np.zeros((self.t * self.b, S))
        scores = self.x @ w
        padded[self.slots] = scores
        edge = (self.z @ joint.reshape(-1, S * S)).reshape(n, S, S) + pair + self.ban
        between = np.zeros((self.t * self.b, S, S))
        between[self.slots] = edge
        emit = padded.reshape(self.t, self.b, S)
        edges = between.reshape(self.t, self.b, S, S)
        live = [int((self.lengths > t).sum()) for t in range(self.t)]
        alpha = np.zeros((self.t, self.b, S))
        beta = np.zeros((self.t, self.b, S))
        alpha[0] = emit[0] + self.start
        for t in range(1, self.t):
            k = live[t]
            alpha[t, :k] = emit[t, :k] + logsumexp(alpha[t - 1, :k, :, None] + edges[t, :k], axis=1)
        for t in range(self.t - 2, -1, -1):
            k = live[t + 1]
            beta[t, :k] = logsumexp(
                edges[t + 1, :k] + (emit[t + 1, :k] + beta[t + 1, :k])[:, None, :], axis=2
            )
        z = logsumexp(alpha[self.lengths - 1, np.arange(self.b)], axis=1)
        single = np.exp((alpha + beta - z[:, None]).reshape(-1, S)[self.slots])
        double = np.zeros((self.t, self.b, S, S))
        for t in range(1, self.t):
            k = live[t]
            double[t, :k] = np.exp(
                alpha[t - 1, :k, :, None]
                + edges[t, :k]
                + (emit[t, :k] + beta[t, :k])[:, None, :]
                - z[:k, None, None]
            )
        double_n = double.reshape(-1, S, S)[self.slots]
        # What is observed, less what is expected.
        before = np.full(n, -1)
        place = {int(slot): i for i, slot in enumerate(self.slots)}
        for i, slot in enumerate(self.slots):
            if slot >= self.b:
                before[i] = self.states[place[int(slot) - self.b]]
        inner = before >= 0
        rows = np.arange(n)
        single[rows, self.states] -= 1.0
        double_n[rows[inner], before[inner], self.states[inner]] -= 1.0
        single *= self.weights[:, None]
        double_n *= self.weights[:, None, None]
        truth = scores[rows, self.states] + np.where(
            inner, edge[rows, np.maximum(before, 0), self.states], 0.0
        )
        by_slot = self.weights[self.slots < self.b]
        value = float((z * by_slot).sum() - (truth * self.weights).sum())
        flat = double_n.reshape(n, -1)
        gradient = [self.x.T @ single, flat.sum(axis=0), self.z.T @ flat]
        return value, np.concatenate([np.asarray(g).ravel() for g in gradient])
