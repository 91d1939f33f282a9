"""Fitting the map from the certainty of lines to the confidence of articles, on answer keys.

Logistic regression on the logarithm of the doubt, two parameters: after Platt 1999, Probabilistic
outputs for support vector machines. The articles of one paper are alike, so the map is judged on
papers that it was not fitted to.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from helpers.parsing.confidence import scale

#: The certainties at which the table says the confidence; between them it is interpolated.
KNOTS = (
    1.0, 0.99, 0.98, 0.96, 0.93, 0.9, 0.85, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1, 0.05, 0.01,
    0.001, 0.00001,
)  # fmt: skip
#: Keeps the slope finite where the keys part cleanly.
PENALTY = 1.0


class Outcome(NamedTuple):
    """One article of a parse under weights that never saw its paper."""

    paper: str
    certainty: float
    exact: bool


class Curve(NamedTuple):
    """Confidence = 1 / (1 + exp(slope · scale − level)); `slope` is never negative."""

    level: float
    slope: float

    def __call__(self, certainty: float) -> float:
        """Return the confidence of a certainty."""
        return float(1 / (1 + np.exp(self.slope * scale(certainty) - self.level)))


def fit_curve(outcomes: Sequence[Outcome]) -> Curve:
    """Fit the curve to articles."""
    x = np.array([scale(o.certainty) for o in outcomes])
    y = np.array([o.exact for o in outcomes], dtype=np.float64)

    def loss(w: NDArray[np.float64]) -> float:
        z = w[0] - w[1] * x
        return float(np.logaddexp(0, z).sum() - y @ z + 0.5 * PENALTY * w[1] ** 2)

    best = minimize(loss, np.array([0.0, 1.0]), bounds=[(None, None), (0.0, None)])
    return Curve(float(best.x[0]), float(best.x[1]))


def cross_validated(outcomes: Sequence[Outcome]) -> list[tuple[float, bool]]:
    """Return (confidence, exact) of each article, by a curve fitted without its paper."""
    curves = {
        paper: fit_curve([o for o in outcomes if o.paper != paper])
        for paper in {o.paper for o in outcomes}
    }
    return [(curves[o.paper](o.certainty), o.exact) for o in outcomes]


def write_table(curve: Curve) -> str:
    """Write the table that `helpers.parsing.confidence` reads."""
    rows = [f"{knot:g}\t{curve(knot):.3f}" for knot in KNOTS]
    return "\n".join(["certainty\tconfidence", *rows]) + "\n"
