"""How far programmes reach: where they are named, beside whom, and what they claim by issue."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import pandas as pd

from helpers.language.lexicon import Lexicon
from helpers.statistics.shares import wilson

#: How near an article stands to the Party, from far to near.
PRESENCE = ("none", "named", "theme")
PRESENCE_NAMES = {
    "none": ("未提党组织", "No Party word"),
    "named": ("提到党组织、党的职务或党员", "Party organisation, office or members named"),
    "theme": ("以党建为题", "Party building is a theme"),
}
#: Words for a Party organisation, office or member; not 政党, 党参.
_PARTY = r"党支部|党总支|党委|党组|党工委|党员|党建|党小组|党群|支书|[县区市]委(?:书记|常委)"


def issue_labels(issues: pd.DataFrame) -> pd.Series[str]:
    """Name each issue to show: its date, or its id if it has none or shares it => by issue_id."""
    dates = issues["date"].dt.strftime("%Y-%m-%d")
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


def organisations(tokens: pd.DataFrame, *, lexicon: Lexicon) -> pd.DataFrame:
    """Keep the tokens that the lexicon classes as organisations: 党支部, 大数据发展管理局.

    Args:
        tokens: Frame with `term` and `in_lexicon`.
        lexicon: Says which terms are organisations.
    """
    listed = tokens[tokens["in_lexicon"]]
    kept = [lexicon.class_of(term) == "organisation" for term in listed["term"]]
    return listed[kept].reset_index(drop=True)


def beside(mentions: pd.DataFrame, found: pd.DataFrame, paragraphs: pd.DataFrame) -> pd.DataFrame:
    """Count the paragraphs that print a name and an organisation => name, organisation, paragraphs.

    Standing together is no statement that the one runs the other.

    Args:
        mentions: What `programmes` gave; only those in the text count.
        found: What `organisations` gave, with `article_id`, `paragraph` and `term`.
        paragraphs: Frame with `article_id`, `paragraph` and `text`.
    """
    named = mentions[mentions["field"] == "text"]
    placed = paragraph_of(named, paragraphs)[["article_id", "paragraph", "name"]]
    keys = ["article_id", "paragraph"]
    pairs = placed.drop_duplicates().merge(found[[*keys, "term"]].drop_duplicates(), on=keys)
    out = pairs.groupby(["name", "term"]).size().rename("paragraphs").reset_index()
    out = out.rename(columns={"term": "organisation"})
    order = ["paragraphs", "name", "organisation"]
    return out.sort_values(order, ascending=[False, True, True]).reset_index(drop=True)


def paragraph_of(spans: pd.DataFrame, paragraphs: pd.DataFrame) -> pd.DataFrame:
    """Add the paragraph, from 1, in which each span of a text begins => with `paragraph`, `offset`.

    `offset` is where the span begins in its paragraph.

    Args:
        spans: Frame with `article_id` and `start`.
        paragraphs: Frame with `article_id`, `paragraph` and `text`, in order.
    """
    starts: dict[str, list[tuple[int, int]]] = {}
    for article_id, group in paragraphs.groupby("article_id", sort=False):
        at, places = 0, []
        for number, text in zip(group["paragraph"], group["text"], strict=True):
            places.append((at, int(number)))
            at += len(str(text)) + 1
        starts[str(article_id)] = places
    found = [
        max((place for place in starts[str(a)] if place[0] <= start), default=(0, 1))
        for a, start in zip(spans["article_id"], spans["start"], strict=True)
    ]
    out = spans.copy()
    out["paragraph"] = pd.array([number for _, number in found], dtype="int64")
    out["offset"] = [int(s) - at for s, (at, _) in zip(spans["start"], found, strict=True)]
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


def party_presence(articles: pd.DataFrame, themes: pd.DataFrame) -> pd.Series[str]:
    """Say how near each article stands to the Party: 'theme', 'named' or 'none' => by article_id.

    'theme': Party building is among its themes; 'named': its text names a Party organisation,
    office (党支部书记) or Party members; 'none': neither.

    Args:
        articles: Frame with `article_id` and `text`.
        themes: Frame with `article_id` and `theme`.
    """
    themed = set(themes.loc[themes["theme"] == "party_building", "article_id"])
    named = articles["text"].str.contains(_PARTY, regex=True, na=False)
    values = [
        "theme" if a in themed else "named" if n else "none"
        for a, n in zip(articles["article_id"], named, strict=True)
    ]
    return pd.Series(values, index=articles["article_id"].to_numpy(), name="presence", dtype="str")
