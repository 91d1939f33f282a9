"""Whether confidence means what it says: articles in bins of confidence, and how many are exact.

Expected calibration error after Guo et al. 2017, On calibration of modern neural networks (ICML):
the mean difference between a bin's confidence and its share of exact articles, weighted by size.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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
