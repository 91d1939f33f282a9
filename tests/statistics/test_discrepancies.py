"""When two figures agree: rounding is allowed for, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.statistics import discrepancies


@pytest.mark.parametrize(
    ("text", "stated", "computed", "verdict"),
    [
        ("近97%", 97.0, 96.97, "agrees"),
        ("96%", 96.0, 96.97, "cut off"),
        ("40.8%", 40.8, 40.845, "agrees"),
        ("92.3%", 92.3, 92.2535, "agrees"),
        ("98%", 98.0, 96.97, "differs"),
    ],
)
def test_judge_rate(text: str, stated: float, computed: float, verdict: str) -> None:
    assert discrepancies.judge_rate(text, stated, computed) == verdict


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [(100, 104.34, True), (142, 136, False), (386.5, 386.5, True), (100, 80, False)],
)
def test_agree_allows_for_rounding_only(a: float, b: float, same: bool) -> None:
    assert discrepancies.agree(a, b) is discrepancies.agree(b, a) is same


@given(st.floats(0.5, 1e5).map(lambda x: round(x, 2)))
def test_a_figure_agrees_with_itself(value: float) -> None:
    assert discrepancies.agree(value, value)


@pytest.mark.parametrize(("text", "places"), [("近97%", 0), ("40.8%", 1), ("1,200户", 0), ("", 0)])
def test_decimals(text: str, places: int) -> None:
    assert discrepancies.decimals(text) == places
