"""How far programmes reach: where they are named, and what they claim, issue by issue."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import pandas as pd

from helpers.statistics.shares import wilson

#: From so many issues on, all at 1 January, a corpus is taken for one of years.
YEARLY = 3


def issue_labels(issues: pd.DataFrame) -> pd.Series[str]:
    """Name each issue to show: its date, or its id if it has none or shares it => by issue_id.

    Where every issue stands at the first day of another year, as texts do of which only the year
    is known, the year is all that is shown.
    """
    days = issues["date"]
    yearly = len(days) >= YEARLY and days.dt.strftime("%m-%d").eq("01-01").all()
    dates = days.dt.strftime("%Y" if yearly else "%Y-%m-%d")
    plain = dates.notna() & ~dates.duplicated(keep=False)
    labels = dates.where(plain, issues["issue_id"])
    return pd.Series(labels.to_numpy(), index=issues["issue_id"].to_numpy(), name="issue")


def in_order(issues: pd.DataFrame) -> pd.DataFrame:
    """Sort issues by date, undated ones last, then by id."""
    return issues.sort_values(["date", "issue_id"], na_position="last").reset_index(drop=True)


def careers(mentions: pd.DataFrame, articles: pd.DataFrame, issues: pd.DataFrame) -> pd.DataFrame:
    """Tell where each name is printed => name, kind, first, last, n_issues, n_articles, n_mentions.

    `first` and `last` are labels of issues (see `issue_labels`), so undated issues count too.

    Args:
        mentions: What `programmes` gave.
        articles: Frame with `article_id` and `issue_id`.
        issues: Frame with `issue_id` and `date`.

    Returns:
        One row for each name, in order of first appearance, then by mentions, then by name.
    """
    ordered = in_order(issues)
    rank = {issue: i for i, issue in enumerate(ordered["issue_id"])}
    labels = issue_labels(ordered)
    placed = mentions.merge(articles[["article_id", "issue_id"]], on="article_id")
    placed["rank"] = placed["issue_id"].map(rank).astype("int64")
    out = placed.groupby(["name", "kind"], as_index=False).agg(
        first=("rank", "min"),
        last=("rank", "max"),
        n_issues=("issue_id", "nunique"),
        n_articles=("article_id", "nunique"),
        n_mentions=("article_id", "size"),
    )
    out = out.sort_values(["first", "n_mentions", "name"], ascending=[True, False, True])
    for column in ("first", "last"):
        out[column] = [str(labels.iloc[int(i)]) for i in out[column]]
    return out.reset_index(drop=True)


def first_printed(
    mentions: pd.DataFrame, articles: pd.DataFrame, issues: pd.DataFrame, *, width: int = 24
) -> pd.DataFrame:
    """Show how the text first prints each name => name, article_id, start, left, match, right.

    Who runs a programme is mostly said where it is introduced.

    Args:
        mentions: What `programmes` gave; only those in the text are shown.
        articles: Frame with `article_id`, `issue_id` and `text`.
        issues: Frame with `issue_id` and `date`.
        width: Characters of context on either side.

    Returns:
        One row for each name, in order of the issues, then of the articles.
    """
    rank = {issue: i for i, issue in enumerate(in_order(issues)["issue_id"])}
    placed = mentions[mentions["field"] == "text"].merge(articles, on="article_id")
    placed["rank"] = placed["issue_id"].map(rank).astype("int64")
    placed = placed.sort_values(["rank", "article_id", "start"]).drop_duplicates("name")
    spans = list(zip(placed["text"], placed["start"], placed["end"], strict=True))
    out = placed[["name", "article_id", "start"]].copy()
    out["left"] = [t[max(0, s - width) : s].replace("\n", " ") for t, s, _ in spans]
    out["match"] = [t[s:e] for t, s, e in spans]
    out["right"] = [t[e : e + width].replace("\n", " ") for t, _, e in spans]
    return out.reset_index(drop=True)


def spread(
    mentions: pd.DataFrame,
    articles: pd.DataFrame,
    issues: pd.DataFrame,
    *,
    names: Sequence[str],
) -> pd.DataFrame:
    """Count the articles that print each name in each issue => name, issue, articles.

    Every pair of a name and an issue has a row: an issue that does not print a name has 0.

    Args:
        mentions: What `programmes` gave.
        articles: Frame with `article_id` and `issue_id`.
        issues: Frame with `issue_id` and `date`.
        names: The names wanted, in the order wanted.
    """
    ordered = in_order(issues)
    labels = issue_labels(ordered)
    placed = mentions.merge(articles[["article_id", "issue_id"]], on="article_id")
    placed["issue"] = placed["issue_id"].map(labels)
    counts = placed.groupby(["name", "issue"])["article_id"].nunique()
    pairs = pd.MultiIndex.from_product([list(names), list(labels)], names=["name", "issue"])
    return counts.reindex(pairs, fill_value=0).rename("articles").reset_index()


def shares_by_issue(
    chosen: Collection[str], articles: pd.DataFrame, issues: pd.DataFrame
) -> pd.DataFrame:
    """Count the chosen articles of each issue => issue, date, count, n_articles, share, low, high.

    `low` and `high` are Wilson's 95% interval: what share a paper like this could well have, were
    its articles drawn at random. Issues without a chosen article are kept.

    Args:
        chosen: Ids of articles.
        articles: Frame with `article_id` and `issue_id`.
        issues: Frame with `issue_id` and `date`.
    """
    ordered = in_order(issues)
    labels = issue_labels(ordered)
    totals = articles["issue_id"].value_counts()
    held = articles.loc[articles["article_id"].isin(list(chosen)), "issue_id"].value_counts()
    out = ordered[["issue_id", "date"]].copy()
    out.insert(0, "issue", out["issue_id"].map(labels))
    out["count"] = out["issue_id"].map(held).fillna(0).astype("int64")
    out["n_articles"] = out["issue_id"].map(totals).fillna(0).astype("int64")
    out["share"] = (out["count"] / out["n_articles"].where(out["n_articles"] > 0)).round(4)
    bounds = [wilson(int(n), int(t)) for n, t in zip(out["count"], out["n_articles"], strict=True)]
    out["low"], out["high"] = [low for low, _ in bounds], [high for _, high in bounds]
    return out


def claims(figures: pd.DataFrame, articles: pd.DataFrame, issues: pd.DataFrame) -> pd.DataFrame:
    """Keep one claim for each name, measure and issue: the largest => with `issue_id` and `date`.

    Of a running total the largest figure of an issue is the latest; plans and earlier states
    (`timing` 'planned', 'then') are left out.

    Args:
        figures: What `effects` gave, with the column `name`.
        articles: Frame with `article_id` and `issue_id`.
        issues: Frame with `issue_id` and `date`.
    """
    kept = figures[figures["measure"].notna() & (figures["timing"] == "now")].copy()
    kept["name"] = kept["name"].fillna("")
    kept["label"] = kept["label"].fillna("")
    kept = kept.merge(articles[["article_id", "issue_id"]], on="article_id")
    kept = kept.merge(issues[["issue_id", "date"]], on="issue_id")
    kept = kept.sort_values(
        ["date", "issue_id", "name", "measure", "label", "value", "article_id", "start"],
        ascending=[True, True, True, True, True, False, True, True],
    )
    kept = kept.drop_duplicates(["issue_id", "name", "measure", "label"])
    return kept.reset_index(drop=True)


def at_scale(counts: pd.DataFrame, *, least: float = 0.1) -> pd.DataFrame:
    """Keep the counts that speak of the whole: at least a tenth of the largest, in order of issue.

    A campaign's article tells of 286 branches and of the 48 members of one village: both are
    counts, but not of one thing.

    Args:
        counts: What `claims` gave, for one name and measure.
        least: The least share of the largest value that is kept.
    """
    kept: pd.DataFrame = counts[counts["value"] >= least * counts["value"].max()]
    return kept.sort_values(["date", "issue_id"]).reset_index(drop=True)
