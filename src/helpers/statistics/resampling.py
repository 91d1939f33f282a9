"""Intervals by resampling articles, for what is not independent within an article."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

#: Resamples, and their seed, so that a notebook gives the same figures every time.
RESAMPLES, SEED = 2000, 20200101


def bootstrap_shares(table: NDArray[np.float64]) -> tuple[list[float], list[float]]:
    """Return the lower and upper ends of each column's share of the whole, at 95 %.

    Articles are drawn with replacement, as many as there are, and each draw's shares taken: the
    percentile bootstrap (Efron and Tibshirani 1993, An Introduction to the Bootstrap, ch. 13).

    Args:
        table: Amounts, one row for each article, one column for each part of the whole.

    Returns:
        Two lists of shares from 0 to 1, in the order of the columns; all of [0, 1] where there is
        nothing to divide.
    """
    parts = table.shape[1]
    if not len(table) or not table.sum():
        return [0.0] * parts, [1.0] * parts
    generator = np.random.default_rng(SEED)
    draws = generator.multinomial(len(table), [1 / len(table)] * len(table), size=RESAMPLES)
    sums = draws @ table
    shares = sums / np.maximum(sums.sum(axis=1, keepdims=True), 1)
    ends = np.percentile(shares, [2.5, 97.5], axis=0).round(4)
    return ends[0].tolist(), ends[1].tolist()
