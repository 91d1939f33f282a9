"""The share of an issue's articles that are of one kind, with the interval it could lie in."""

from __future__ import annotations

import pandas as pd

from helpers.statistics.series import per_issue
from helpers.statistics.shares import wilson


def share_per_issue(
    units: pd.DataFrame, articles: pd.DataFrame, issues: pd.DataFrame
) -> pd.DataFrame:
    """Count articles in each issue, with Wilson's interval at 95%, in per cent.

    Args:
        units: One row for each article counted, with `article_id`.
        articles: Frame with `article_id` and `issue_id`.
        issues: Frame with `issue_id`, `date`, `n_articles` and `n_characters`.

    Returns:
        date, issue_id, count, n_articles, share, low, high; silent issues are kept.
    """
    out = per_issue(units, articles, issues)
    bounds = [wilson(n, of) for n, of in zip(out["count"], out["n_articles"], strict=True)]
    out["share"] = (100 * out["share"]).round(1)
    out["low"] = [round(100 * low, 1) for low, _ in bounds]
    out["high"] = [round(100 * high, 1) for _, high in bounds]
    return out[["date", "issue_id", "count", "n_articles", "share", "low", "high"]]
