"""Shares of articles with their interval, issue by issue."""

from __future__ import annotations

import pandas as pd

from helpers.statistics.intervals import share_per_issue
from helpers.statistics.land_reading import SILENT, read_coverage


def test_silent_issues_are_kept_with_their_interval() -> None:
    issues = pd.DataFrame(
        {
            "issue_id": ["i1", "i2"],
            "date": pd.to_datetime(["2020-01-01", "2020-02-01"]),
            "n_articles": [10, 4],
            "n_characters": [1000, 500],
        }
    )
    ids = list("abcdefghijklmn")
    articles = pd.DataFrame({"article_id": ids, "issue_id": ["i1"] * 10 + ["i2"] * 4})
    out = share_per_issue(articles[["article_id"]].head(2), articles, issues)
    assert out["share"].tolist() == [20.0, 0.0]
    assert (out["low"] <= out["share"]).all()
    assert (out["high"] >= out["share"]).all()
    assert "1 of 2 issues" in read_coverage(out)
    assert (
        read_coverage(share_per_issue(articles[["article_id"]].head(0), articles, issues)) == SILENT
    )
