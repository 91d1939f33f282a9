"""Whether confidence means what it says: articles in bins of confidence, and how many are exact.

Expected calibration error after Guo et al. 2017, On calibration of modern neural networks (ICML):
the mean difference between a bin's confidence and its share of exact articles, weighted by size.
Brier score: the mean square of confidence less outcome (Brier 1950, Verification of forecasts
expressed in terms of probability, Monthly Weather Review 78); it also rewards telling articles
apart, where the calibration error is content with one true mean for all.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import cache
from importlib.resources import files

import numpy as np

#: Lower bounds of the bins: confidences crowd near 1, so the bins are narrower there.
BOUNDS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99)


@dataclass(frozen=True, slots=True)
class Bin:
    """Articles of a confidence from `low` on, below `high`; the last bin holds 1.0 too."""

    low: float
    high: float
    n: int
    confidence: float
    exact: float


def reliability(pairs: Sequence[tuple[float, bool]]) -> list[Bin]:
    """Put (confidence, exact) of each article into bins; empty bins are left out."""
    out = []
    for low, high in zip(BOUNDS, (*BOUNDS[1:], 1.0), strict=True):
        last = high == 1.0
        own = [pair for pair in pairs if low <= pair[0] < high or (last and pair[0] >= high)]
        if own:
            mean = sum(confidence for confidence, _ in own) / len(own)
            share = sum(exact for _, exact in own) / len(own)
            out.append(Bin(low, high, len(own), mean, share))
    return out


def calibration_error(bins: Sequence[Bin]) -> float:
    """Return the expected calibration error, from 0 to 1; 0.0 without articles."""
    whole = sum(b.n for b in bins)
    return sum(b.n * abs(b.confidence - b.exact) for b in bins) / whole if whole else 0.0


def brier(pairs: Sequence[tuple[float, bool]]) -> float:
    """Return the Brier score, 0 to 1, lower is better; 0.0 without articles.

    [(0.8, True), (0.3, False)] => (0.04 + 0.09) / 2.
    """
    if not pairs:
        return 0.0
    return sum((confidence - exact) ** 2 for confidence, exact in pairs) / len(pairs)


def chance_error(pairs: Sequence[tuple[float, bool]], *, rounds: int = 500) -> float:
    """Return the calibration error that so few articles would show of a perfect confidence.

    The mean over outcomes drawn anew with the confidences as their probabilities, from a fixed
    seed. An error no larger than this is no sign of miscalibration.
    """
    if not pairs:
        return 0.0
    given = np.array([confidence for confidence, _ in pairs])
    drawn = np.random.default_rng(0).random((rounds, len(given))) < given
    place = np.searchsorted(BOUNDS, given, side="right")
    error = np.zeros(rounds)
    for number in np.unique(place):
        own = place == number
        error += np.abs((drawn[:, own] - given[own]).sum(axis=1))
    return float(error.mean() / len(given))


@dataclass(frozen=True, slots=True)
class Calibration:
    """How far confidence could be trusted on papers that neither weights nor curve had seen."""

    papers: int
    articles: int
    brier: float
    bins: tuple[Bin, ...]

    @property
    def error(self) -> float:
        """The expected calibration error."""
        return calibration_error(self.bins)

    @classmethod
    def of(cls, papers: int, pairs: Sequence[tuple[float, bool]]) -> Calibration:
        """Sum up (confidence, exact) of articles, rounded."""
        bins = [
            Bin(b.low, b.high, b.n, round(b.confidence, 4), round(b.exact, 4))
            for b in reliability(pairs)
        ]
        return cls(papers, len(pairs), round(brier(pairs), 4), tuple(bins))

    def as_json(self) -> str:
        """Write it as `calibration.json` holds it."""
        return json.dumps(asdict(self), indent=1) + "\n"


@cache
def calibration() -> Calibration:
    """Load what `tests/papers/calibrate.py` measured when the confidence was fitted."""
    said = json.loads(files("helpers.audit").joinpath("calibration.json").read_text("utf-8"))
    bins = tuple(Bin(**one) for one in said["bins"])
    return Calibration(said["papers"], said["articles"], said["brier"], bins)
