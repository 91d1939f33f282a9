"""Keyness equals its references."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import chi2_contingency

from helpers.statistics.keyness import COLUMNS, keyness

CHOSEN = pd.Series({"征地": 30, "签约": 10, "的": 500, "水": 0})
REST = pd.Series({"征地": 5, "签约": 12, "的": 900, "水": 20})


def test_log_likelihood_is_that_of_scipy() -> None:
    found = keyness(CHOSEN, REST).set_index("term")
    n, m = CHOSEN.sum(), REST.sum()
    for term in ("征地", "签约", "的"):
        a, b = CHOSEN[term], REST[term]
        table = [[a, b], [n - a, m - b]]
        g, p, *_ = chi2_contingency(table, correction=False, lambda_="log-likelihood")
        assert found.loc[term, "log_likelihood"] == pytest.approx(g)
        assert found.loc[term, "p"] == pytest.approx(p)


def test_log_ratio_doubles_by_one() -> None:
    found = keyness(pd.Series({"a": 20, "b": 80}), pd.Series({"a": 10, "b": 90}))
    assert found.set_index("term").loc["a", "log_ratio"] == pytest.approx(1.0)
    assert keyness(CHOSEN, REST).set_index("term").loc["水", "log_ratio"] < -3


def test_the_interval_of_the_log_ratio_is_that_of_scipy() -> None:
    from scipy.stats.contingency import relative_risk

    found = keyness(CHOSEN, REST).set_index("term")
    n, m = int(CHOSEN.sum()), int(REST.sum())
    for term in ("征地", "签约", "的"):
        risk = relative_risk(int(CHOSEN[term]), n, int(REST[term]), m)
        ends = np.log2(tuple(risk.confidence_interval(0.95)))
        row = found.loc[term]
        assert (row["log_ratio_low"], row["log_ratio_high"]) == pytest.approx(tuple(ends))


def test_log_odds_are_those_of_the_formula() -> None:
    found = keyness(CHOSEN, REST).set_index("term")
    y, x = CHOSEN["征地"], REST["征地"]
    a = y + x
    n, m = CHOSEN.sum(), REST.sum()
    delta = np.log((y + a) / (n + n + m - y - a)) - np.log((x + a) / (m + n + m - x - a))
    assert found.loc["征地", "log_odds"] == pytest.approx(delta)
    assert found.loc["征地", "z"] == pytest.approx(delta / np.sqrt(1 / (y + a) + 1 / (x + a)))
    assert found.index[0] == "征地"


def test_without_a_selection_there_is_nothing_to_compare() -> None:
    assert keyness(CHOSEN, pd.Series(dtype="int64")).empty
    assert list(keyness(CHOSEN, pd.Series(dtype="int64")).columns) == list(COLUMNS)


@given(
    st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 50), min_size=2),
    st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 50), min_size=2),
)
def test_turning_the_selections_round_turns_the_signs(
    one: dict[str, int], two: dict[str, int]
) -> None:
    there = keyness(pd.Series(one), pd.Series(two)).set_index("term")
    back = keyness(pd.Series(two), pd.Series(one)).set_index("term")
    for term in there.index:
        assert there.loc[term, "log_ratio"] == pytest.approx(-back.loc[term, "log_ratio"])
        assert there.loc[term, "z"] == pytest.approx(-back.loc[term, "z"])
