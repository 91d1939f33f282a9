"""The measures against worked examples."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.statistics import (
    concordance,
    first_appearances,
    not_printed,
    numbering,
    per_issue,
    shares,
    term_frequency,
    together,
    too_few,
    too_thin,
    wilson,
)

ISSUES = pd.DataFrame(
    {
        "issue_id": ["i1", "i2", "i3"],
        "date": pd.to_datetime(["2020-01-01", "2020-04-01", "2020-07-01"]),
        "issue_number": pd.array([1, 2, 5], dtype="Int64"),
        "n_articles": [2, 1, 1],
        "n_characters": [1000, 500, 2000],
    }
)
ARTICLES = pd.DataFrame(
    {
        "article_id": ["a1", "a2", "a3", "a4"],
        "issue_id": ["i1", "i1", "i2", "i3"],
        "text": ["征地工作启动，征地顺利。", "治水", "征地", "读书"],
    }
)


def test_wilson_equals_the_published_example() -> None:
    # Newcombe (1998), Two-sided confidence intervals for the single proportion, table I: 81/263.
    assert wilson(81, 263) == pytest.approx((0.2553, 0.3662), abs=1e-4)
    assert wilson(0, 0) == (0.0, 1.0)


@given(st.integers(0, 50), st.integers(1, 50))
def test_wilson_holds_the_share(count: int, extra: int) -> None:
    total = count + extra
    low, high = wilson(count, total)
    assert 0.0 <= low <= round(count / total, 4) + 1e-4
    assert round(count / total, 4) - 1e-4 <= high <= 1.0


def test_term_frequency_counts_and_ranks() -> None:
    tokens = pd.DataFrame(
        {
            "article_id": ["a1", "a1", "a2", "a2", "a2"],
            "term": ["征地", "征地", "治水", "，", "征地"],
        }
    )
    out = term_frequency(tokens)
    assert out.to_dict("records") == [
        {"term": "征地", "count": 3, "per_10k": 6000.0, "n_articles": 2},
        {"term": "治水", "count": 1, "per_10k": 2000.0, "n_articles": 1},
    ]
    assert list(term_frequency(tokens, leave_out={"征地"})["term"]) == ["治水"]


def test_term_frequency_within_groups() -> None:
    tokens = pd.DataFrame(
        {
            "article_id": ["a", "b", "b"],
            "term": ["征地", "征地", "治水"],
            "year": [2020, 2021, 2021],
        }
    )
    out = term_frequency(tokens, by=["year"])
    assert out[["year", "term", "per_10k"]].values.tolist() == [
        [2020, "征地", 10_000.0],
        [2021, "征地", 5000.0],
        [2021, "治水", 5000.0],
    ]


def test_first_appearances() -> None:
    mentions = pd.DataFrame({"article_id": ["a3", "a1", "a4"], "term": ["甲", "甲", "乙"]})
    out = first_appearances(mentions, ARTICLES, ISSUES)
    assert list(out["term"]) == ["甲", "乙"]
    assert out.loc[0, "first"] == pd.Timestamp("2020-01-01")
    assert (out.loc[0, "n_issues"], out.loc[0, "n_mentions"]) == (2, 2)


def test_shares_with_and_without_an_order() -> None:
    data = pd.DataFrame({"kind": ["news", "news", "photo"]})
    out = shares(data, "kind")
    assert list(out["share"]) == [0.6667, 0.3333]
    assert list(shares(data, "kind", order=["wire", "news"])["count"]) == [0, 2]
    assert list(shares(data, "kind", total=6)["share"]) == [0.3333, 0.1667]


def test_together_counts_what_shares_a_unit() -> None:
    data = pd.DataFrame({"id": ["a", "a", "b", "b", "c"], "theme": ["x", "y", "x", "y", "x"]})
    assert together(data, "id", "theme").to_dict("records") == [
        {"a": "x", "b": "y", "both": 2, "either": 3, "jaccard": 0.6667}
    ]
    assert together(data.head(0), "id", "theme").empty


def test_per_issue_keeps_silent_issues() -> None:
    units = pd.DataFrame({"article_id": ["a1", "a1", "a3"]})
    out = per_issue(units, ARTICLES, ISSUES)
    assert list(out["count"]) == [2, 1, 0]
    assert list(out["share"]) == [0.5, 1.0, 0.0]
    assert list(out["per_10k"]) == [20.0, 20.0, 0.0]


def test_per_issue_by_a_column() -> None:
    units = pd.DataFrame({"article_id": ["a1", "a3"], "theme": ["x", "y"]})
    out = per_issue(units, ARTICLES, ISSUES, by="theme")
    assert len(out) == 6
    assert out["count"].sum() == 2


def test_numbering_finds_the_missing_numbers() -> None:
    assert list(numbering(ISSUES)["missing"].fillna(0)) == [0, 0, 2]


def test_concordance_keeps_offsets() -> None:
    out = concordance(ARTICLES, "征地", width=3)
    assert list(out["article_id"]) == ["a1", "a1", "a3"]
    assert (out.loc[1, "left"], out.loc[1, "right"]) == ("启动，", "顺利。")


def test_too_few_says_why_or_nothing() -> None:
    assert too_few(5, 4, "a trend") == ""
    assert "needs at least 4" in too_few(2, 4, "a trend")


def test_shares_of_issues_want_articles() -> None:
    issues = pd.DataFrame({"issue_id": ["i1", "i2", "i3"]})
    many = pd.DataFrame({"issue_id": ["i1"] * 3 + ["i2"] * 4})
    assert too_thin(many, issues, "a share") == ""
    assert "have 1 or fewer" in too_thin(issues, issues, "a share")
    assert "have 0 or fewer" in too_thin(many.head(1), issues, "a share")
    assert "have 0 or fewer" in too_thin(many.head(0), issues.head(0), "a share")


def test_ready_articles_have_no_printed_lines() -> None:
    files = pd.DataFrame({"source_file": ["a.csv", "years/B.JSONL"]})
    assert "needs printed lines" in not_printed(files, "a chart")
    assert not_printed(pd.DataFrame({"source_file": ["a.csv", "b.txt"]}), "a chart") == ""
    assert not_printed(files.head(0), "a chart") == ""
