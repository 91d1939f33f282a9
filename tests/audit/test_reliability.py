"""Bins of confidence and their error, worked out by hand."""

from __future__ import annotations

import pytest

from helpers.audit.reliability import BOUNDS, brier, calibration_error, reliability


def test_worked_example() -> None:
    pairs = [(0.4, False), (0.2, True), (0.95, True), (0.97, True), (1.0, True), (0.99, False)]
    low, high, last = reliability(pairs)
    assert (low.n, low.low, low.high, low.exact) == (2, 0.0, 0.5, 0.5)
    assert low.confidence == pytest.approx(0.3)
    assert (high.n, high.exact) == (2, 1.0)
    assert (last.n, last.high, last.exact) == (2, 1.0, 0.5)
    # (2·|0.3−0.5| + 2·|0.96−1| + 2·|0.995−0.5|) / 6
    assert calibration_error([low, high, last]) == pytest.approx((0.4 + 0.08 + 0.99) / 6)


def test_no_article_is_lost_between_bins() -> None:
    pairs = [(bound, True) for bound in (*BOUNDS, 1.0)]
    bins = reliability(pairs)
    assert sum(b.n for b in bins) == len(pairs)
    assert [b.n for b in bins] == [1] * 6 + [2]


def test_certain_and_wrong_is_the_worst() -> None:
    assert calibration_error(reliability([(1.0, False)])) == 1.0
    assert calibration_error(reliability([(1.0, True)])) == 0.0
    assert calibration_error([]) == 0.0


def test_brier_score() -> None:
    assert brier([(0.8, True), (0.3, False)]) == pytest.approx((0.04 + 0.09) / 2)
    assert brier([(1.0, False)]) == 1.0
    assert brier([]) == 0.0
