"""Counts along the issues, with what they are counts out of."""

from __future__ import annotations

from pathlib import PurePath

import pandas as pd

#: Tables of ready articles end so.
READY_SUFFIXES = frozenset({".csv", ".jsonl", ".ndjson", ".xlsx", ".xlsm"})


def per_issue(
    units: pd.DataFrame, articles: pd.DataFrame, issues: pd.DataFrame, *, by: str | None = None
) -> pd.DataFrame:
    """Count units in each issue => date, issue_id, (by,) count, n_articles, share, per_10k.

    Issues without any unit are kept with a count of 0: silence is a finding, not a gap.

    Args:
        units: One row for each unit counted, with `article_id` (and the column `by`).
        articles: Frame with `article_id` and `issue_id`.
        issues: Frame with `issue_id`, `date`, `n_articles` and `n_characters`.
        by: A column of `units` to count within: 'theme'.

    Returns:
        `share` is the share of the issue's articles that hold a unit (0 to 1); `per_10k` the
        units per 10,000 characters of the issue.
    """
    placed = units.merge(articles[["article_id", "issue_id"]], on="article_id")
    frame = issues[["issue_id", "date", "n_articles", "n_characters"]]
    keys = ["issue_id"]
    if by is not None:
        values = pd.DataFrame({by: sorted(placed[by].dropna().unique())})
        frame = frame.merge(values, how="cross")
        keys = ["issue_id", by]
    counts = placed.groupby(keys, observed=True)["article_id"].agg(count="size", holding="nunique")
    out = frame.merge(counts.reset_index(), on=keys, how="left")
    out[["count", "holding"]] = out[["count", "holding"]].fillna(0).astype("int64")
    out["share"] = (out["holding"] / out["n_articles"]).astype("float64").round(4)
    out["per_10k"] = (out["count"] / out["n_characters"] * 10_000).astype("float64").round(2)
    columns = ["date", *keys, "count", "n_articles", "share", "per_10k"]
    return out.sort_values(["date", *keys])[columns].reset_index(drop=True)


def numbering(issues: pd.DataFrame) -> pd.DataFrame:
    """Compare each issue's number with that of the issue before => what is missing between.

    Returns:
        issue_id, date, issue_number, step (numbers since the issue before), days (since the issue
        before), missing (numbers between the two that are not in the corpus). Undated and
        unnumbered issues are left out.
    """
    known = issues.dropna(subset=["date", "issue_number"]).sort_values(["date", "issue_number"])
    out = known[["issue_id", "date", "issue_number"]].reset_index(drop=True)
    numbers = out["issue_number"].astype("int64")
    out["step"] = numbers.diff().astype("Int64")
    out["days"] = out["date"].diff().dt.days.astype("Int64")
    out["missing"] = (out["step"] - 1).clip(lower=0)
    return out


def too_few(n: int, least: int, what: str) -> str:
    """Say that a measure is refused for want of data; empty if there is enough.

    (2, 4, 'a trend over issues') => 'Not drawn: a trend over issues needs at least 4, here are 2.'
    """
    if n >= least:
        return ""
    return f"**Not drawn:** {what} needs at least {least}; this corpus has {n}."


def too_thin(articles: pd.DataFrame, issues: pd.DataFrame, what: str, *, least: int = 3) -> str:
    """Say that issues hold too few articles for a share of each; empty if they hold enough.

    Of one article the share is 0 or 100 per cent, and its interval nearly everything between.

    Args:
        articles: Frame with `issue_id`.
        issues: Frame with `issue_id`.
        what: What is refused: 'a share of each issue'.
        least: The least median of articles an issue.
    """
    held = articles["issue_id"].value_counts().reindex(issues["issue_id"], fill_value=0)
    middle = float(held.median()) if len(held) else 0.0
    if middle >= least:
        return ""
    return (
        f"**Not drawn:** {what} needs at least {least} articles an issue; "
        f"here half the issues have {middle:g} or fewer."
    )


def not_printed(issues: pd.DataFrame, what: str) -> str:
    """Say that ready articles have no printed lines to measure; empty if some issue has.

    Args:
        issues: Frame with `source_file`.
        what: What is refused: 'a chart of column breaks'.
    """
    suffixes = issues["source_file"].astype(str).map(lambda name: PurePath(name).suffix.lower())
    if suffixes.empty or not suffixes.isin(READY_SUFFIXES).all():
        return ""
    return (
        f"**Not drawn:** {what} needs printed lines; "
        "these articles came ready in a table and have none."
    )
