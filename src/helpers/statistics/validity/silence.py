"""Silence told apart: no issue, an issue that was not read in full, or a theme not written of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from helpers.statistics.doubts import DOUBTFUL, with_sureness
from helpers.statistics.validity.expected import LEAST_ISSUES, expected_issues

#: Of a theme in an expected issue: written of; not, in an issue that was read; not found, in an
#: issue that was not read in full, so that nothing is known; the issue is not in the corpus.
STATES = ("mentioned", "absent_topic", "unparsed", "absent_issue")
#: The share of an issue's characters that may stand in doubtful lines.
MOST_DOUBTFUL = 0.2
#: An issue with less than this part of the usual characters for each of its pages lacks some.
THIN = 0.5
#: Roles of lines in which no article is looked for.
_AROUND = frozenset({"masthead", "page_header", "slogan"})
COLUMNS = (
    "theme",
    "issue_id",
    "date",
    "estimated",
    "issue_number",
    "state",
    "n_articles",
    "of_articles",
    "why",
)


@dataclass(frozen=True)
class Silence:
    """A map of silence.

    Args:
        map: One row for each theme and expected issue, with the columns of `COLUMNS`: `n_articles`
            with the theme, `of_articles` of the issue (both missing where it is absent), `why` the
            state is no plain silence: the basis of an absent issue, or what was not read.
        note: What could not be told of gaps between issues; '' if nothing.
    """

    map: pd.DataFrame
    note: str


def silence(
    themes: pd.DataFrame,
    articles: pd.DataFrame,
    issues: pd.DataFrame,
    lines: pd.DataFrame,
    *,
    of: Sequence[str] = (),
) -> Silence:
    """Say for each theme and expected issue whether silence is a finding or a gap in the record.

    Args:
        themes: The table `themes`.
        articles: The table `articles`.
        issues: The table `issues`.
        lines: The table `lines`.
        of: Themes, in order; those that occur, by name, when not given.
    """
    expected = expected_issues(issues)
    order = list(of) or sorted(themes["theme"].unique())
    issue_of = articles.set_index("article_id")["issue_id"]
    placed = themes.assign(issue_id=themes["article_id"].map(issue_of))
    counts = placed.groupby(["theme", "issue_id"])["article_id"].nunique().to_dict()
    sizes = articles["issue_id"].value_counts().to_dict()
    unread = unread_issues(issues, lines, articles).set_index("issue_id")["why"].to_dict()
    rows = []
    for theme in order:
        for issue in expected.issues.to_dict("records"):
            name, there = issue["issue_id"], issue["basis"] == "here"
            count = counts.get((theme, name), 0)
            why = unread.get(name, "") if there else issue["basis"]
            state = "mentioned" if count else "unparsed" if why else "absent_topic"
            rows.append(
                {
                    **{str(k): v for k, v in issue.items()},
                    "theme": theme,
                    "state": state if there else "absent_issue",
                    "n_articles": int(count) if there else None,
                    "of_articles": int(sizes.get(name, 0)) if there else None,
                    "why": "" if count else why,
                }
            )
    out = pd.DataFrame(rows, columns=list(COLUMNS))
    whole = dict.fromkeys(("n_articles", "of_articles", "issue_number"), "Int64")
    return Silence(out.astype(whole), expected.note)


def unread_issues(
    issues: pd.DataFrame, lines: pd.DataFrame, articles: pd.DataFrame
) -> pd.DataFrame:
    """Find issues that are here but were not read in full.

    Returns:
        issue_id, doubtful (share of characters in lines that the parser was less than `DOUBTFUL`
        sure of), per_page (characters for each page that the masthead prints), usual (the median
        of the issues' `per_page`; missing below `LEAST_ISSUES` issues), why ('no_articles',
        'doubtful' or 'thin'; '' if read in full).
    """
    told = with_sureness(lines[~lines["role"].isin(_AROUND)])
    told = told.assign(n=told["text"].str.len())
    doubted = told[(told["sure"] < DOUBTFUL) & ~told["by_hand"]]
    whole = told.groupby("issue_id")["n"].sum()
    out = issues[["issue_id"]].reset_index(drop=True)
    characters = out["issue_id"].map(whole).fillna(0)
    part = out["issue_id"].map(doubted.groupby("issue_id")["n"].sum()).fillna(0)
    out["doubtful"] = (part / characters.clip(lower=1)).astype("float64").round(4)
    pages = pd.to_numeric(issues["pages"]).reset_index(drop=True).astype("Float64")
    out["per_page"] = (characters / pages).astype("Float64").round(1)
    usual = out["per_page"].median() if out["per_page"].notna().sum() >= LEAST_ISSUES else pd.NA
    out["usual"] = pd.Series([usual] * len(out), dtype="Float64")
    thin = (out["per_page"] < THIN * out["usual"]).fillna(False)
    out["why"] = ""
    out.loc[thin, "why"] = "thin"
    out.loc[out["doubtful"] > MOST_DOUBTFUL, "why"] = "doubtful"
    out.loc[~out["issue_id"].isin(articles["issue_id"]), "why"] = "no_articles"
    return out
