from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import bootstrap, kendalltau

from helpers.errors import InputError
from helpers.statistics.change import monotone, trend
from helpers.statistics.shares import wilson


def corpus(sizes: list[int]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """One issue a month with so many articles of 1,000 characters each."""
    dates = pd.date_range("2020-01-15", periods=len(sizes), freq="MS")
    names = [f"p-{day:%Y-%m-%d}" for day in dates]
    issues = pd.DataFrame({"issue_id": names, "date": dates})
    rows = [
        (f"{n}-a{k:02}", n, 1000) for n, size in zip(names, sizes, strict=True) for k in range(size)
    ]
    return pd.DataFrame(rows, columns=["article_id", "issue_id", "n_characters"]), issues


def test_three_denominators() -> None:
    articles, issues = corpus([10, 10])
    hits = pd.DataFrame({"article_id": [*articles["article_id"][:4], articles["article_id"][0]]})
    found = trend(hits.assign(term="x"), articles, issues).iloc[0]
    assert (found["n_hits"], found["n_with"], found["n_articles"]) == (5, 4, 10)
    assert (found["share"], found["per_10k"], found["share_issues"]) == (0.4, 5.0, 1.0)
    assert found["low"] < 0.4 < found["high"]


def test_a_period_without_a_hit_is_nought_and_without_an_issue_is_not_there() -> None:
    articles, issues = corpus([8, 8, 8, 8])
    issues.loc[3, "date"] = pd.Timestamp("2022-01-15")
    hits = pd.DataFrame({"article_id": [articles["article_id"][0]], "term": ["x"]})
    found = trend(hits, articles, issues, period="year")
    assert found["period"].tolist() == ["2020", "2022"]
    assert found["n_hits"].tolist() == [1, 0]
    assert (found["low"][1], found["high"][1]) == wilson(0, 8)


def test_of_few_articles_no_interval_is_given() -> None:
    articles, issues = corpus([3])
    found = trend(articles[["article_id"]].assign(term="x"), articles, issues).iloc[0]
    assert np.isnan(found["low"]) and "3 articles" in found["reason"]


def test_the_interval_is_that_of_scipy() -> None:
    """scipy.stats.bootstrap, percentile, of the same indicator."""
    articles, issues = corpus([60])
    hits = pd.DataFrame({"article_id": articles["article_id"][:20], "term": "x"})
    found = trend(hits, articles, issues).iloc[0]
    seen = np.repeat([1.0, 0.0], [20, 40])
    peer = bootstrap((seen,), np.mean, method="percentile", rng=np.random.default_rng(1))
    assert found["low"] == pytest.approx(peer.confidence_interval.low, abs=0.03)
    assert found["high"] == pytest.approx(peer.confidence_interval.high, abs=0.03)


def test_a_planted_rise_is_found() -> None:
    articles, issues = corpus([20] * 8)
    rising = [
        name
        for _, group in articles.groupby("issue_id")
        for name in group["article_id"][
            : 2 * (1 + list(issues["issue_id"]).index(group["issue_id"].iloc[0]))
        ]
    ]
    flat = [group["article_id"].iloc[0] for _, group in articles.groupby("issue_id")]
    hits = pd.DataFrame({"article_id": rising + flat, "term": ["up"] * len(rising) + ["flat"] * 8})
    tested = monotone(trend(hits, articles, issues)).set_index("term")
    assert tested.loc["up", "tau"] == pytest.approx(1.0) and tested.loc["up", "q"] < 0.01
    assert tested.loc["up", "p"] == pytest.approx(kendalltau(range(8), range(8)).pvalue)
    assert np.isnan(tested.loc["flat", "p"])


def test_an_unknown_period_is_told() -> None:
    articles, issues = corpus([1])
    with pytest.raises(InputError, match="week"):
        trend(articles.assign(term="x"), articles, issues, period="week")  # type: ignore[arg-type]


def test_nothing_found_gives_an_empty_table() -> None:
    articles, issues = corpus([2, 2])
    none = trend(pd.DataFrame({"article_id": [], "term": []}), articles, issues)
    assert none.empty and "share" in none
    assert monotone(none).empty


@settings(max_examples=15)
@given(st.lists(st.integers(0, 9), min_size=1, max_size=4), st.data())
def test_counts_add_up(sizes: list[int], data: st.DataObject) -> None:
    articles, issues = corpus(sizes)
    picks = data.draw(st.lists(st.sampled_from([*articles["article_id"], "unknown"]), max_size=12))
    hits = pd.DataFrame({"article_id": picks, "term": "x"}).astype({"term": "str"})
    for period in ("issue", "month", "year"):
        found = trend(hits, articles, issues, period=period)  # type: ignore[arg-type]
        assert found["n_hits"].sum() == sum(pick != "unknown" for pick in picks)
        known = found[found["low"].notna()]
        assert (
            (known["low"] <= known["share"] + 1e-9) & (known["share"] <= known["high"] + 1e-9)
        ).all()
