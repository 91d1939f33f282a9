"""Collocation: measures by their formulas, and a planted neighbour found."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from scipy.stats import chi2_contingency

from helpers.statistics.collocation import COLUMNS, collocates


def corpus() -> pd.DataFrame:
    generator = np.random.default_rng(1)
    rows = []
    for article in range(30):
        words = list(generator.choice(list("甲乙丙丁戊己庚辛"), size=60))
        words[10:12] = ["征地", "签约"]
        words[40] = "征地"
        rows += [(article, word) for word in words]
    return pd.DataFrame(rows, columns=["article_id", "term"])


def test_the_measures_are_their_formulas() -> None:
    tokens = pd.DataFrame({"article_id": 1, "term": list("abxabyzzzz")})
    found = collocates(tokens, "a", window=1, least=1, shuffles=0).set_index("term")
    # Windows of the two a hold b, b and x; nine tokens are not a… eight.
    assert found.loc["b", "near"] == 2
    expected = 3 * 2 / 8
    assert found.loc["b", "expected"] == pytest.approx(expected)
    assert found.loc["b", "pmi"] == pytest.approx(np.log2(2 / expected))
    assert found.loc["b", "t"] == pytest.approx((2 - expected) / np.sqrt(2))
    assert found.loc["b", "log_dice"] == pytest.approx(14 + np.log2(2 * 2 / (2 + 2)))
    g = chi2_contingency([[2, 0], [1, 5]], correction=False, lambda_="log-likelihood")[0]
    assert found.loc["b", "log_likelihood"] == pytest.approx(g)


def test_a_planted_neighbour_is_found_above_chance() -> None:
    found = collocates(corpus(), "征地", window=2, shuffles=99)
    assert found.loc[0, "term"] == "签约"
    assert found.loc[0, "p"] == pytest.approx(0.01)
    assert found.loc[0, "baseline"] < found.loc[0, "near"] / 3
    assert (found["p"] > 0.05).sum() >= 5


def test_windows_do_not_reach_into_the_next_article() -> None:
    tokens = pd.DataFrame({"article_id": [1, 1, 2, 2], "term": ["x", "a", "b", "y"]})
    assert collocates(tokens, "a", least=1, shuffles=0)["term"].tolist() == ["x"]


def test_a_term_that_is_not_there_has_no_company() -> None:
    assert list(collocates(corpus(), "水").columns) == list(COLUMNS)
    assert collocates(corpus(), "水").empty
