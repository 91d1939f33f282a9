"""The share of an issue's articles that are of one kind, with the interval it could lie in."""

from __future__ import annotations

import pandas as pd

from helpers.statistics.reach import shares_by_issue


def share_per_issue(
    units: pd.DataFrame, articles: pd.DataFrame, issues: pd.DataFrame
) -> pd.DataFrame:
    """Count articles in each issue, with Wilson's interval at 95%, in per cent.

    Args:
        units: One row for each article counted, with `article_id`.
        articles: Frame with `article_id` and `issue_id`.
        issues: Frame with `issue_id` and `date`.

    Returns:
        date, issue_id, count, n_articles, share, low, high; silent issues are kept.
    """
    out = shares_by_issue(units["article_id"], articles, issues)
    for column in ("share", "low", "high"):
        out[column] = (100 * out[column]).round(1)
    return out[["date", "issue_id", "count", "n_articles", "share", "low", "high"]]
