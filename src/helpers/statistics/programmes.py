"""The programmes of a corpus: where they are named, what they are, and whose a figure is."""

from __future__ import annotations

import pandas as pd

#: Names to show of `initiatives.kind`.
KIND_NAMES = {
    "platform": ("平台", "platform"),
    "system": ("体系", "system"),
    "mechanism": ("机制", "mechanism"),
    "campaign": ("行动", "campaign"),
    "programme": ("工程计划", "programme"),
    "project": ("项目", "project"),
    "activity": ("活动", "activity"),
    "facility": ("设施", "facility"),
    "organisation": ("组织", "organisation"),
    "title": ("称号", "title"),
}
#: How people are to act together: what a Party organisation carries on.
CAMPAIGNS = ("campaign", "mechanism", "system", "programme", "organisation", "activity")
ABOUT = ("name", "kind", "status", "since", "actors", "tiers", "technology")


def mentions(initiatives: pd.DataFrame, headline_evidence: pd.DataFrame) -> pd.DataFrame:
    """Put the mentions of text and headlines into one table => with `field`, text last.

    Args:
        initiatives: The table `initiatives`.
        headline_evidence: The table `headline_evidence`.

    Returns:
        article_id, field, start, end, name, kind, theme, technology; headlines have no theme and
        technology of their own, so they take those of the name.
    """
    columns = ["article_id", "field", "start", "end", "name", "kind"]
    heads = headline_evidence[headline_evidence["evidence"] == "initiative"]
    body = initiatives.assign(field="text")
    out = pd.concat([heads[columns], body[columns]], ignore_index=True)
    known = initiatives.drop_duplicates("name").set_index("name")
    for column in ("theme", "technology"):
        out[column] = out["name"].map(known[column].astype("object"))
    return out.astype({"start": "int64", "end": "int64"})


def digital(named: pd.DataFrame) -> pd.DataFrame:
    """Keep the mentions of platforms, and of whatever else belongs to digital governance.

    A ranking or an award is no platform: titles are left out, and so are meetings about one.
    """
    kept = (named["kind"] == "platform") | (named["theme"] == "digital_governance")
    return named[kept & ~named["kind"].isin(["title", "activity"])].reset_index(drop=True)


def campaigns(named: pd.DataFrame) -> pd.DataFrame:
    """Keep the mentions of campaigns, mechanisms and the like: no platform, building or project."""
    return named[named["kind"].isin(CAMPAIGNS)].reset_index(drop=True)


def about(initiatives: pd.DataFrame, names: list[str], language: str) -> pd.DataFrame:
    """Say what is printed of each programme => `ABOUT` and where the text first names it.

    Args:
        initiatives: The table `initiatives`.
        names: The programmes, in the order wanted.
        language: Language of the names of kinds.
    """
    first = initiatives.drop_duplicates("name").set_index("name", drop=False)
    out = first.loc[[name for name in names if name in first.index]].reset_index(drop=True)
    kinds = {key: both[language != "zh"] for key, both in KIND_NAMES.items()}
    out["kind"] = out["kind"].map(kinds)
    return out[[*ABOUT, "article_id", "start"]]


def nearest_name(figures: pd.DataFrame, named: pd.DataFrame) -> pd.Series[str]:
    """Say under which programme each figure stands: the name last printed before it.

    A figure before the first name of the text takes the first name of the article, headlines
    included; one in an article without a programme is left missing.

    Args:
        figures: Frame with `article_id` and `start`, offsets into the text.
        named: What `mentions` gave, or some rows of it.

    Returns:
        A series of names with the index of `figures`.
    """
    by_article = {str(a): group for a, group in named.groupby("article_id")}
    names: list[str | None] = []
    for article_id, start in zip(figures["article_id"], figures["start"], strict=True):
        group = by_article.get(str(article_id))
        if group is None:
            names.append(None)
            continue
        before = group[(group["field"] == "text") & (group["start"] < start)]
        names.append(str(before["name"].iloc[-1] if len(before) else group["name"].iloc[0]))
    return pd.Series(names, index=figures.index, name="name", dtype="str")
