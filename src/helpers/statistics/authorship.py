"""Who writes: the paper's own staff, trainees, correspondents of other offices, the wire."""

from __future__ import annotations

import re

import pandas as pd

from helpers.statistics.output import periods

#: What a role printed in a byline is, tried in this order; 见习记者 must not count as 记者.
GROUPS = (
    ("trainee", re.compile("见习|实习")),
    ("correspondent", re.compile("通讯员|特约|供稿|供图")),
    ("photographer", re.compile("摄|图|影")),
    ("commentator", re.compile("评论员")),
    ("staff", re.compile("记者|编辑|编者|采访|文")),
)
#: Whose work an article is: each article has exactly one of these.
AUTHORS = (
    "staff",
    "staff_and_correspondent",
    "correspondent",
    "photographer",
    "commentator",
    "wire",
    "other",
    "unsigned",
)


def role_group(role: str) -> str:
    """Return the group of a role as printed: 见习记者 => trainee, 通讯员 => correspondent."""
    for group, pattern in GROUPS:
        if pattern.search(role):
            return group
    return "other"


def authors(articles: pd.DataFrame, bylines: pd.DataFrame) -> pd.DataFrame:
    """Say whose work each article is => article_id, issue_id, kind, author (one of AUTHORS).

    Trainees count as staff. A wire story is the agency's, whoever signs it. A photographer makes
    an article a photographer's only where nobody else signs.
    """
    groups = bylines["role"].fillna("").map(role_group)
    signed = {str(key): set(values) for key, values in groups.groupby(bylines["article_id"]) if key}
    out = articles[["article_id", "issue_id", "kind"]].copy()
    out["author"] = [
        _author(str(record["kind"]), str(record["byline"]), signed.get(str(record["article_id"])))
        for record in articles[["article_id", "kind", "byline"]].fillna("").to_dict("records")
    ]
    return out.reset_index(drop=True)


def _author(kind: str, byline: str, groups: set[str] | None) -> str:
    if kind == "wire":
        return "wire"
    found = groups or set()
    if "评论员" in byline or "commentator" in found:
        return "commentator"
    own, outside = bool(found & {"staff", "trainee"}), "correspondent" in found
    if own:
        return "staff_and_correspondent" if outside else "staff"
    if outside:
        return "correspondent"
    if "photographer" in found:
        return "photographer"
    return "other" if byline else "unsigned"


def signatures(
    bylines: pd.DataFrame, articles: pd.DataFrame, issues: pd.DataFrame, *, most: int = 24
) -> pd.DataFrame:
    """Count the articles that each name signs in each period, zeros included.

    Names of the wire are left out: they are the agency's. Namesakes cannot be told apart.

    Args:
        bylines: The table `bylines`.
        articles: The table `articles`.
        issues: The table `issues`.
        most: Issues up to which a period is an issue (see `periods`).

    Returns:
        name, groups (all that the name signs under, separated by a space), total, period,
        n_articles; one row for each name and period, by total, then name, then period.
    """
    own = articles[articles["kind"] != "wire"][["article_id", "issue_id"]]
    frame = bylines.merge(own, on="article_id")
    period = periods(issues, most=most)
    frame["group"] = frame["role"].fillna("").map(role_group)
    frame["period"] = frame["issue_id"].map(period)
    groups = frame.groupby("name")["group"].agg(lambda values: " ".join(sorted(set(values))))
    counts = frame.groupby(["name", "period"])["article_id"].nunique()
    keys = [sorted(frame["name"].unique()), sorted(period.unique())]
    index = pd.MultiIndex.from_product(keys, names=["name", "period"])
    out = counts.reindex(index, fill_value=0).rename("n_articles").reset_index()
    out["groups"] = out["name"].map(groups).astype("str")
    out["total"] = out.groupby("name")["n_articles"].transform("sum")
    out = out.sort_values(["total", "name", "period"], ascending=[False, True, True])
    return out[["name", "groups", "total", "period", "n_articles"]].reset_index(drop=True)
