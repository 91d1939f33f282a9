"""Who is quoted by name: how often, in how many issues, and who is new."""

from __future__ import annotations

import pandas as pd

from helpers.statistics.reach import in_order, issue_labels

SPEAKERS = (
    "person", "category", "quotations", "characters", "n_articles", "n_issues", "first", "last",
)  # fmt: skip


def by_person(quotations: pd.DataFrame, people: pd.DataFrame) -> pd.DataFrame:
    """Say who of the corpus each named speaker is => the named quotations, with `person`.

    Args:
        quotations: The table `quotations`.
        people: The table `people`, whose `person` tells namesakes apart.
    """
    held = people.dropna(subset=["person"]).drop_duplicates(["article_id", "name"])
    of = dict(zip(zip(held["article_id"], held["name"], strict=True), held["person"], strict=True))
    named = quotations[quotations["named"].astype(bool) & quotations["speaker"].notna()]
    keys = zip(named["article_id"], named["speaker"], strict=True)
    return named.assign(person=[str(of.get(key, key[1])) for key in keys])


def speakers(named: pd.DataFrame, articles: pd.DataFrame, issues: pd.DataFrame) -> pd.DataFrame:
    """Count what each named speaker says => the columns of `SPEAKERS`, most issues first.

    Args:
        named: What `by_person` gave.
        articles: Frame with `article_id` and `issue_id`.
        issues: Frame with `issue_id` and `date`.

    Returns:
        `category` is that of most of the speaker's quotations; `first` and `last` are labels of
        issues.
    """
    placed = _placed(named, articles, issues)
    placed = placed.assign(size=placed["end"] - placed["start"] - 2)
    out = placed.groupby("person", as_index=False).agg(
        category=("category", lambda c: c.value_counts().index[0]),
        quotations=("person", "size"),
        characters=("size", "sum"),
        n_articles=("article_id", "nunique"),
        n_issues=("issue_id", "nunique"),
        first=("rank", "min"),
        last=("rank", "max"),
    )
    labels = issue_labels(in_order(issues))
    for column in ("first", "last"):
        out[column] = [str(labels.iloc[int(rank)]) for rank in out[column]]
    order = ["n_issues", "quotations", "person"]
    out = out.sort_values(order, ascending=[False, False, True], ignore_index=True)
    return out[list(SPEAKERS)]


def by_issue(
    named: pd.DataFrame, articles: pd.DataFrame, issues: pd.DataFrame, *, most: int = 15
) -> pd.DataFrame:
    """Count the quotations of the speakers heard in most issues => person, issue, quotations.

    Every pair has a row: a speaker who is silent in an issue has 0. Speakers in the order of
    `speakers`, at most `most`; issues in order of time.
    """
    top = speakers(named, articles, issues)["person"].head(most).tolist()
    placed = _placed(named, articles, issues)
    ordered = in_order(issues)
    counts = placed.groupby(["person", "rank"]).size()
    labels = issue_labels(ordered)
    rows = [
        (person, str(labels.iloc[rank]), int(counts.get((person, rank), 0)))
        for person in top
        for rank in range(len(ordered))
    ]
    return pd.DataFrame(rows, columns=["person", "issue", "quotations"])


def newcomers(named: pd.DataFrame, articles: pd.DataFrame, issues: pd.DataFrame) -> pd.DataFrame:
    """Count in each issue who is quoted, and for the first time => issue, speakers, new, again.

    In the first issue everybody is new: what was printed before it is not in the corpus.
    """
    placed = _placed(named, articles, issues).drop_duplicates(["person", "rank"])
    first = placed.groupby("person")["rank"].transform("min")
    ordered = in_order(issues)
    every = placed["rank"].value_counts()
    new = placed.loc[placed["rank"] == first, "rank"].value_counts()
    out = pd.DataFrame({"issue": issue_labels(ordered).to_numpy()})
    out["speakers"] = [int(every.get(rank, 0)) for rank in range(len(ordered))]
    out["new"] = [int(new.get(rank, 0)) for rank in range(len(ordered))]
    return out.assign(again=out["speakers"] - out["new"])


def _placed(named: pd.DataFrame, articles: pd.DataFrame, issues: pd.DataFrame) -> pd.DataFrame:
    rank = {issue: place for place, issue in enumerate(in_order(issues)["issue_id"])}
    placed = named.merge(articles[["article_id", "issue_id"]], on="article_id")
    return placed.assign(rank=placed["issue_id"].map(rank).astype("int64"))
