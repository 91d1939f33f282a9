"""When something is first printed, and how much that says."""

from __future__ import annotations

import pandas as pd
from scipy.stats import hypergeom


def appearances(
    hits: pd.DataFrame, articles: pd.DataFrame, issues: pd.DataFrame, *, term: str = "term"
) -> pd.DataFrame:
    """Find the first and last date of each term, with the chance that it is mere luck.

    A term that few articles print may be missing from the first of them by chance. If its articles
    stood anywhere among all of them with equal chance, the number of them among the first so many
    would be hypergeometric.

    Args:
        hits: One row for each hit, with `article_id` and the column `term`.
        articles: Frame with `article_id` and `issue_id`.
        issues: Frame with `issue_id` and `date`; undated issues are left out.
        term: The column of `hits` that says what was found.

    Returns:
        term, first, last, n_with (articles that print it), n_articles (all dated ones), n_before
        and n_after (articles before the first date and after the last), chance_before and
        chance_after (that none of its articles would be among so many by luck), by first date.
    """
    dated = issues[["issue_id", "date"]].dropna(subset=["date"])
    placed = articles[["article_id", "issue_id"]].merge(dated, on="issue_id")
    found = hits[["article_id", term]].drop_duplicates().merge(placed, on="article_id")
    total = len(placed)
    rows = []
    for name, group in found.groupby(term, observed=True):
        first, last, count = group["date"].min(), group["date"].max(), len(group)
        before = int((placed["date"] < first).sum())
        after = int((placed["date"] > last).sum())
        chances = [float(hypergeom.pmf(0, total, count, drawn)) for drawn in (before, after)]
        rows.append((name, first, last, count, total, before, after, *chances))
    columns = [term, "first", "last", "n_with", "n_articles", "n_before", "n_after"]
    out = pd.DataFrame(rows, columns=[*columns, "chance_before", "chance_after"])
    return out.sort_values(["first", term], ignore_index=True)
