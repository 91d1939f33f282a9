"""Coinages over issues: where each stands first, how far it spreads, what it stands for."""

from __future__ import annotations

import pandas as pd

from helpers.statistics.reach import in_order, issue_labels

#: Names to show of `coinages.kind`.
KIND_NAMES = {
    "quoted_coinage": ("引号词", "Quoted coinages"),
    "numeric_abbreviation": ("数字口号", "Number-slogans"),
    "slogan": ("标语", "Slogans"),
    "parallel": ("排比对偶", "Parallel phrases"),
    "set_phrase": ("套语", "Set phrases"),
}
#: Kinds whose mentions are of one term, as a pattern on `coinages.kinds`.
FOLLOWED = "quoted_coinage|numeric_abbreviation"
SPREAD = ("term", "kind", "n_mentions", "n_articles", "n_issues", "first", "last", "expansion")


def kind_names(language: str) -> dict[str, str]:
    """Return the names of the kinds to show: 'en' => {'parallel': 'Parallel phrases', …}."""
    return {kind: names[language != "zh"] for kind, names in KIND_NAMES.items()}


def coinage_spread(
    coinages: pd.DataFrame, articles: pd.DataFrame, issues: pd.DataFrame
) -> pd.DataFrame:
    """Tell where each term is printed => the columns of `SPREAD`, most issues first.

    Args:
        coinages: The table `coinages`.
        articles: Frame with `article_id` and `issue_id`.
        issues: Frame with `issue_id` and `date`.

    Returns:
        One row for each term: `kind` is that of most of its mentions, `first` and `last` are
        labels of issues, `expansion` what it stands for where that is first printed.
    """
    placed = _placed(coinages, articles, issues)
    rows = []
    labels = issue_labels(in_order(issues))
    for term, group in placed.groupby("term", sort=False):
        expanded = group.sort_values("rank")["expansion"].dropna()
        rows.append(
            (
                term,
                str(group["kind"].value_counts().index[0]),
                len(group),
                group["article_id"].nunique(),
                group["issue_id"].nunique(),
                str(labels.iloc[int(group["rank"].min())]),
                str(labels.iloc[int(group["rank"].max())]),
                str(expanded.iloc[0]) if len(expanded) else "",
            )
        )
    out = pd.DataFrame(rows, columns=list(SPREAD))
    order = ["n_issues", "n_mentions", "term"]
    return out.sort_values(order, ascending=[False, False, True], ignore_index=True)


def followed(coinages: pd.DataFrame) -> pd.DataFrame:
    """Keep the mentions of terms that can be followed: quoted coinages and number-slogans."""
    kept: pd.DataFrame = coinages[coinages["kinds"].str.contains(FOLLOWED, regex=True)]
    return kept.reset_index(drop=True)


def number_slogans(spread: pd.DataFrame, coinages: pd.DataFrame) -> pd.DataFrame:
    """Keep the terms that are number-slogans anywhere in the corpus, in marks or without.

    Args:
        spread: What `coinage_spread` gave.
        coinages: The table `coinages`, whose `kinds` holds all that a mention is.
    """
    numeric = coinages["kinds"].str.contains("numeric_abbreviation", regex=False)
    kept: pd.DataFrame = spread[spread["term"].isin(coinages.loc[numeric, "term"])]
    return kept.reset_index(drop=True)


def first_printed(mentions: pd.DataFrame, issues: pd.DataFrame) -> pd.DataFrame:
    """Keep the first mention of each term, in order of time.

    Args:
        mentions: Mentions with `term`, `issue_id`, `line` and `start`.
        issues: Frame with `issue_id` and `date`.
    """
    rank = {issue: place for place, issue in enumerate(in_order(issues)["issue_id"])}
    placed = mentions.assign(rank=mentions["issue_id"].map(rank))
    placed = placed.sort_values(["rank", "line", "start"], kind="stable").drop_duplicates("term")
    return placed.drop(columns=["rank"]).reset_index(drop=True)


def by_issue(
    coinages: pd.DataFrame, articles: pd.DataFrame, issues: pd.DataFrame, *, most: int = 20
) -> pd.DataFrame:
    """Count the mentions of the widest spread terms in each issue, zeros kept.

    Returns:
        term, issue (label), n_mentions; terms in the order of `coinage_spread`, at most `most`;
        issues in order of time.
    """
    terms = coinage_spread(coinages, articles, issues)["term"].head(most).tolist()
    placed = _placed(coinages, articles, issues)
    ordered = in_order(issues)
    counts = (
        placed[placed["term"].isin(terms)]
        .groupby(["term", "rank"])
        .size()
        .unstack(fill_value=0)
        .reindex(index=terms, columns=range(len(ordered)), fill_value=0)
    )
    labels = issue_labels(ordered)
    rows = [
        (term, str(labels.iloc[rank]), int(counts.loc[term, rank]))
        for term in terms
        for rank in range(len(ordered))
    ]
    return pd.DataFrame(rows, columns=["term", "issue", "n_mentions"])


def newcomers(coinages: pd.DataFrame, articles: pd.DataFrame, issues: pd.DataFrame) -> pd.DataFrame:
    """Count in each issue the different terms, and those first printed => issue, terms, new, again.

    In the first issue every term is new: what was printed before it is not in the corpus.
    """
    placed = _placed(coinages, articles, issues).drop_duplicates(["term", "rank"])
    first = placed.groupby("term")["rank"].transform("min")
    ordered = in_order(issues)
    every = placed["rank"].value_counts()
    new = placed.loc[placed["rank"] == first, "rank"].value_counts()
    out = pd.DataFrame({"issue": issue_labels(ordered).to_numpy()})
    out["terms"] = [int(every.get(rank, 0)) for rank in range(len(ordered))]
    out["new"] = [int(new.get(rank, 0)) for rank in range(len(ordered))]
    return out.assign(again=out["terms"] - out["new"])


def reach_counts(spread: pd.DataFrame) -> pd.DataFrame:
    """Count terms by the number of issues that print them => n_issues, terms, share of all terms.

    Args:
        spread: What `coinage_spread` gave.
    """
    counts = spread["n_issues"].value_counts().sort_index()
    out = counts.rename("terms").rename_axis("n_issues").reset_index()
    return out.assign(share=(out["terms"] / max(len(spread), 1)).astype("float64").round(4))


def kinds_by_issue(
    coinages: pd.DataFrame, articles: pd.DataFrame, issues: pd.DataFrame
) -> pd.DataFrame:
    """Count mentions by kind and issue for each 1,000 characters => issue, kind, n_mentions, rate.

    Args:
        coinages: The table `coinages`.
        articles: Frame with `article_id`, `issue_id` and `n_characters`.
        issues: Frame with `issue_id` and `date`.
    """
    placed = _placed(coinages, articles, issues)
    size = articles.groupby("issue_id")["n_characters"].sum()
    ordered = in_order(issues)
    labels = issue_labels(ordered)
    rows = []
    for rank, issue_id in enumerate(ordered["issue_id"]):
        mine = placed[placed["issue_id"] == issue_id]["kind"].value_counts()
        for kind in KIND_NAMES:
            count = int(mine.get(kind, 0))
            characters = int(size.get(issue_id, 0))
            rate = round(1000 * count / characters, 2) if characters else float("nan")
            rows.append((str(labels.iloc[rank]), kind, count, rate))
    return pd.DataFrame(rows, columns=["issue", "kind", "n_mentions", "rate"])


def _placed(coinages: pd.DataFrame, articles: pd.DataFrame, issues: pd.DataFrame) -> pd.DataFrame:
    rank = {issue: place for place, issue in enumerate(in_order(issues)["issue_id"])}
    placed = coinages.merge(articles[["article_id", "issue_id"]], on="article_id")
    return placed.assign(rank=placed["issue_id"].map(rank).astype("int64"))
