"""Intervals by resampling articles."""

from __future__ import annotations

import numpy as np

from helpers.statistics.resampling import bootstrap_shares


def test_the_interval_holds_the_share_and_narrows_with_more_articles() -> None:
    few, many = (
        np.tile([[3.0, 1.0], [1.0, 3.0]], (2, 1)),
        np.tile([[3.0, 1.0], [1.0, 3.0]], (50, 1)),
    )
    low, high = bootstrap_shares(few)
    assert low[0] <= 0.5 <= high[0]
    narrow = bootstrap_shares(many)
    assert narrow[1][0] - narrow[0][0] < high[0] - low[0]


def test_it_is_the_same_every_time() -> None:
    table = np.array([[5.0, 2.0], [1.0, 9.0]])
    assert bootstrap_shares(table) == bootstrap_shares(table)


def test_of_nothing_nothing_is_known() -> None:
    assert bootstrap_shares(np.zeros((0, 2))) == ([0.0, 0.0], [1.0, 1.0])
    assert bootstrap_shares(np.zeros((3, 2))) == ([0.0, 0.0], [1.0, 1.0])
