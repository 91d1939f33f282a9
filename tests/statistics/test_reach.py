from __future__ import annotations

import pandas as pd

from helpers.statistics import reach

ISSUES = pd.DataFrame(
    {
        "issue_id": ["i2", "i1", "i3"],
        "date": pd.to_datetime(["2020-04-01", "2020-01-01", None]),
    }
)
ARTICLES = pd.DataFrame(
    {
        "article_id": ["a1", "a2", "a3"],
        "issue_id": ["i1", "i2", "i2"],
        "text": ["党支部开会。\n“云事”好。", "种树。", "“云事”来了，支书说。"],
    }
)
MENTIONS = pd.DataFrame(
    {
        "article_id": ["a1", "a3", "a3"],
        "field": ["text", "headline", "text"],
        "start": [7, 0, 0],
        "end": [11, 4, 4],
        "name": ["云事"] * 3,
        "kind": ["platform"] * 3,
    }
)


def test_issues_are_named_by_date_or_by_id() -> None:
    assert reach.issue_labels(ISSUES).to_dict() == {
        "i2": "2020-04-01",
        "i1": "2020-01-01",
        "i3": "i3",
    }
    twins = ISSUES.assign(date=pd.Timestamp("2020-01-01"))
    assert list(reach.issue_labels(twins)) == ["i2", "i1", "i3"]
    years = ISSUES.assign(date=pd.to_datetime(["1964-01-01", "1954-01-01", "1978-01-01"]))
    assert list(reach.issue_labels(years)) == ["1964", "1954", "1978"]
    assert list(reach.issue_labels(years.head(2))) == ["1964-01-01", "1954-01-01"]
    assert list(reach.in_order(ISSUES)["issue_id"]) == ["i1", "i2", "i3"]


def test_careers() -> None:
    out = reach.careers(MENTIONS, ARTICLES, ISSUES)
    assert out.to_dict("records") == [
        {
            "name": "云事",
            "kind": "platform",
            "first": "2020-01-01",
            "last": "2020-04-01",
            "n_issues": 2,
            "n_articles": 2,
            "n_mentions": 3,
        }
    ]
    assert reach.careers(MENTIONS.head(0), ARTICLES, ISSUES).empty


def test_a_name_is_shown_where_the_text_first_prints_it() -> None:
    out = reach.first_printed(MENTIONS, ARTICLES, ISSUES, width=3)
    assert out.values.tolist() == [["云事", "a1", 7, "会。 ", "“云事”", "好。"]]
    assert reach.first_printed(MENTIONS.head(0), ARTICLES, ISSUES).empty


def test_spread_counts_articles_and_keeps_silence() -> None:
    out = reach.spread(MENTIONS, ARTICLES, ISSUES, names=["云事"])
    assert list(out["articles"]) == [1, 1, 0]
    assert reach.spread(MENTIONS, ARTICLES, ISSUES, names=[]).empty


def test_shares_by_issue() -> None:
    out = reach.shares_by_issue({"a2"}, ARTICLES, ISSUES)
    assert list(out["count"]) == [0, 1, 0]
    assert list(out["share"])[:2] == [0.0, 0.5]
    assert pd.isna(out["share"].iloc[2])
    assert (out["low"].iloc[2], out["high"].iloc[2]) == (0.0, 1.0)


def figures(**columns: list[object]) -> pd.DataFrame:
    base = {
        "article_id": ["a1", "a1", "a3"],
        "start": [0, 5, 0],
        "value": [40.0, 300.0, 8.0],
        "measure": ["members", "members", "members"],
        "label": [None] * 3,
        "timing": ["now"] * 3,
        "name": ["云事"] * 3,
    }
    return pd.DataFrame({**base, **columns})


def test_claims_are_the_largest_of_each_issue_and_no_plans() -> None:
    assert list(reach.claims(figures(), ARTICLES, ISSUES)["value"]) == [300.0, 8.0]
    planned = figures(timing=["now", "planned", "then"])
    assert list(reach.claims(planned, ARTICLES, ISSUES)["value"]) == [40.0]
    assert reach.claims(figures(measure=[None] * 3), ARTICLES, ISSUES).empty


def test_counts_of_one_village_are_not_at_scale() -> None:
    claims = reach.claims(figures(), ARTICLES, ISSUES)
    assert list(reach.at_scale(claims)["value"]) == [300.0]
    assert reach.at_scale(claims.head(0)).empty
