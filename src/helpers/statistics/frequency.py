"""How often terms occur, and in how many articles."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import pandas as pd


def term_frequency(
    tokens: pd.DataFrame,
    *,
    leave_out: Collection[str] = (),
    shortest: int = 2,
    by: Sequence[str] = (),
) -> pd.DataFrame:
    """Count terms => term, count, per_10k, n_articles, the most frequent first, then by term.

    Args:
        tokens: Frame with `article_id`, `term` and the columns of `by`.
        leave_out: Terms that are not shown; they stay in the denominator.
        shortest: The least length in characters of a term that is shown.
        by: Columns to count within: ('year',).

    Returns:
        `per_10k` is the rate per 10,000 tokens of the group, punctuation included; `n_articles`
        the number of articles that the term occurs in (document frequency).
    """
    keys = list(by)
    sizes = tokens.groupby(keys).size() if keys else None
    shown = tokens[(tokens["term"].str.len() >= shortest) & ~tokens["term"].isin(list(leave_out))]
    shown = shown[shown["term"].str.fullmatch(r"[\u4e00-\u9fffA-Za-z+]+")]
    grouped = shown.groupby([*keys, "term"], observed=True)["article_id"]
    out = grouped.agg(count="size", n_articles="nunique").reset_index()
    total = (
        out[keys].merge(sizes.rename("n").reset_index())["n"] if sizes is not None else len(tokens)
    )
    out["per_10k"] = (
        (out["count"] / total * 10_000).round(2) if len(out) else pd.Series(dtype=float)
    )
    out = out.sort_values([*keys, "count", "term"], ascending=[*[True] * len(keys), False, True])
    return out[[*keys, "term", "count", "per_10k", "n_articles"]].reset_index(drop=True)


def first_appearances(
    mentions: pd.DataFrame, articles: pd.DataFrame, issues: pd.DataFrame, *, term: str = "term"
) -> pd.DataFrame:
    """Find when each term first stands in the paper => term, first, last, n_issues, n_mentions.

    Args:
        mentions: Frame with `article_id` and the column `term`.
        articles: Frame with `article_id` and `issue_id`.
        issues: Frame with `issue_id` and `date`; undated issues are left out.
        term: The column of `mentions` that holds the term.

    Returns:
        One row for each term, by first date, then by number of mentions, then by term.
    """
    dated = (
        mentions.merge(articles[["article_id", "issue_id"]], on="article_id")
        .merge(issues[["issue_id", "date"]], on="issue_id")
        .dropna(subset=["date"])
    )
    out = dated.groupby(term).agg(
        first=("date", "min"),
        last=("date", "max"),
        n_issues=("issue_id", "nunique"),
        n_mentions=("article_id", "size"),
    )
    out = out.reset_index().sort_values(
        ["first", "n_mentions", term], ascending=[True, False, True]
    )
    return out.reset_index(drop=True)
