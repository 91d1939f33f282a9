"""Coinages over issues."""

from __future__ import annotations

import pandas as pd

from helpers.statistics.coined import (
    SPREAD,
    by_issue,
    coinage_spread,
    first_printed,
    followed,
    kinds_by_issue,
    newcomers,
    number_slogans,
    reach_counts,
)

ISSUES = pd.DataFrame(
    {"issue_id": ["i1", "i2"], "date": pd.to_datetime(["2020-01-01", "2020-02-01"])}
)
ARTICLES = pd.DataFrame(
    {"article_id": ["a", "b"], "issue_id": ["i1", "i2"], "n_characters": [500, 1000]}
)
COINAGES = pd.DataFrame(
    {
        "article_id": ["b", "a", "b"],
        "term": ["三改", "三改", "云上"],
        "kind": ["numeric_abbreviation", "numeric_abbreviation", "quoted_coinage"],
        "expansion": ["后来的", "改水、改厕、改路", None],
    }
)


def test_the_first_issue_and_its_expansion_count() -> None:
    found = coinage_spread(COINAGES, ARTICLES, ISSUES)
    assert list(found.columns) == list(SPREAD)
    assert found.iloc[0].tolist() == [
        "三改", "numeric_abbreviation", 2, 2, 2, "2020-01-01", "2020-02-01", "改水、改厕、改路",
    ]  # fmt: skip


def test_silent_issues_are_kept() -> None:
    found = by_issue(COINAGES, ARTICLES, ISSUES)
    assert found[found["term"] == "云上"]["n_mentions"].tolist() == [0, 1]


def test_rates_have_the_characters_of_the_issue_below_them() -> None:
    found = kinds_by_issue(COINAGES, ARTICLES, ISSUES).set_index(["issue", "kind"])
    assert found.loc[("2020-01-01", "numeric_abbreviation"), "rate"] == 2.0
    assert found.loc[("2020-02-01", "quoted_coinage"), "rate"] == 1.0


def test_a_term_is_new_once() -> None:
    found = newcomers(COINAGES, ARTICLES, ISSUES)
    assert found.to_numpy().tolist() == [["2020-01-01", 1, 1, 0], ["2020-02-01", 2, 1, 1]]


def test_terms_are_counted_by_how_far_they_reach() -> None:
    found = reach_counts(coinage_spread(COINAGES, ARTICLES, ISSUES))
    assert found.to_numpy().tolist() == [[1, 1, 0.5], [2, 1, 0.5]]


def test_without_coinages_nothing_spreads() -> None:
    empty = COINAGES.iloc[:0]
    assert coinage_spread(empty, ARTICLES, ISSUES).empty
    assert by_issue(empty, ARTICLES, ISSUES).empty
    assert newcomers(empty, ARTICLES, ISSUES)["terms"].tolist() == [0, 0]
    assert reach_counts(coinage_spread(empty, ARTICLES, ISSUES)).empty


def test_a_quoted_number_is_followed_and_a_slogan_is_not() -> None:
    told = COINAGES.assign(kinds=["quoted_coinage numeric_abbreviation", "slogan", "parallel"])
    assert followed(told)["term"].tolist() == ["三改"]
    spread = coinage_spread(told, ARTICLES, ISSUES)
    assert number_slogans(spread, told)["term"].tolist() == ["三改"]


def test_first_is_by_date_then_line() -> None:
    mentions = pd.DataFrame(
        {
            "term": ["云上"] * 3,
            "issue_id": ["i2", "i1", "i1"],
            "line": [1, 9, 4],
            "start": [0, 0, 5],
        }
    )
    assert first_printed(mentions, ISSUES)["line"].tolist() == [4]
