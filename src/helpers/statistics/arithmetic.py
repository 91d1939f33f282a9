"""What a paper's calculations come to, and the sentences that the doubtful ones rest on."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pandas as pd

from helpers.statistics.printed import with_lines
from helpers.statistics.sentences import with_sentences

#: Verdicts in the order of charts, so that what does not work out takes the accent.
VERDICT_NAMES = {
    "consistent": ("相符", "consistent"),
    "inconsistent": ("不符", "inconsistent"),
    "rounded": ("取整", "rounded"),
    "incomplete": ("无法核算", "incomplete"),
}
SCOPE_NAMES = {
    "text": ("正文之内", "Within the text"),
    "headline": ("标题与正文", "Headline and text"),
    "across": ("不同稿件之间", "Between articles"),
}
#: Verdicts that a reader will want to see for himself, the gravest first.
DOUBTFUL = ("inconsistent", "rounded")
FIELDS = ("kicker", "headline", "deck", "text")
#: A figure that a check names: 12-15, headline:3-6, or with the article before it.
RE_PLACE = re.compile(r"(?:(?P<head>.+):)?(?P<start>\d+)-(?P<end>\d+)")
PLACES = ("check", "article_id", "field", "start", "end")


#: Names to show of `checks.kind`; a kind without one is shown as it is.
KIND_NAMES = {
    "restated": ("前后重述", "Said twice"),
    "dates": ("日期先后", "Dates in order"),
    "ratio": ("部分与百分比", "Part against percentage"),
    "part": ("部分，未印比率", "Part, no rate printed"),
    "baseless": ("比率，未印基数", "Rate, no base printed"),
    "difference": ("相差", "Difference"),
    "sum": ("分项与合计", "Parts against total"),
    "product": ("单价与总额", "Price times count"),
    "mean": ("平均", "Mean"),
    "shares": ("比例合计", "Shares of a whole"),
    "listed": ("列举项数", "Things listed"),
    "change": ("增减幅度", "Rise or fall"),
    "across": ("各期之间", "Across issues"),
}


def names_of(names: dict[str, tuple[str, str]], language: str) -> dict[str, str]:
    """Return names to show: (SCOPE_NAMES, 'en') => {'text': 'Within the text', …}."""
    return {key: both[language != "zh"] for key, both in names.items()}


def kind_names(kinds: Iterable[str], language: str) -> list[str]:
    """Return names to show of kinds of calculation, in order."""
    known = names_of(KIND_NAMES, language)
    return [known.get(kind, kind.replace("_", " ")) for kind in kinds]


def verdicts(checks: pd.DataFrame, *, by: str = "kind") -> pd.DataFrame:
    """Count the verdicts by kind of calculation => kind, verdict, checks; zeros kept.

    Args:
        checks: The table `checks`.
        by: Another column to count by.

    Returns:
        Kinds with most checks first, verdicts in the order of `VERDICT_NAMES`.
    """
    table = pd.crosstab(checks[by], checks["verdict"]).reindex(
        columns=list(VERDICT_NAMES), fill_value=0
    )
    table = table.assign(total=table.sum(axis=1)).reset_index()
    table = table.sort_values(["total", by], ascending=[False, True])
    rows = [
        (str(row[by]), verdict, int(row[verdict]))
        for row in table.to_dict("records")
        for verdict in VERDICT_NAMES
    ]
    return pd.DataFrame(rows, columns=[by, "verdict", "checks"])


def places(checks: pd.DataFrame) -> pd.DataFrame:
    """List the figures that each check rests on => check, article_id, field, start, end.

    Args:
        checks: The table `checks`; `check` is the index of its row.
    """
    rows = []
    for number, article, listed in zip(
        checks.index, checks["article_id"], checks["quantities"], strict=True
    ):
        for item in str(listed).split():
            found = RE_PLACE.fullmatch(item)
            if found is None:
                continue
            head = [part for part in (found["head"] or "").split(":") if part]
            field = next((part for part in head if part in FIELDS), "text")
            owner = next((part for part in head if part not in FIELDS), article)
            rows.append((number, owner, field, int(found["start"]), int(found["end"])))
    out = pd.DataFrame(rows, columns=list(PLACES))
    return out.astype({"check": "int64", "start": "int64", "end": "int64"})


def spelt_out(
    checks: pd.DataFrame, articles: pd.DataFrame, paragraphs: pd.DataFrame, lines: pd.DataFrame
) -> pd.DataFrame:
    """Set each check beside its sentences => its columns, issue_id, field, line, sentence.

    The figures of one sentence make one row, so a check has as many rows as sentences.

    Args:
        checks: Rows of the table `checks`.
        articles: The table `articles`.
        paragraphs: The table `paragraphs`.
        lines: The table `lines`.
    """
    spans = places(checks)
    held = articles.set_index("article_id")
    spans["text"] = [
        str(held.at[a, f])[s:e]
        for a, f, s, e in zip(
            spans["article_id"], spans["field"], spans["start"], spans["end"], strict=True
        )
    ]
    spans = with_sentences(with_lines(spans, paragraphs, lines, articles), articles)
    spans = spans.drop_duplicates(["check", "article_id", "field", "sentence"])
    told = checks[["kind", "verdict", "statement", "computed", "stated"]]
    out = spans.merge(told, left_on="check", right_index=True)
    out = out.merge(articles[["article_id", "issue_id"]], on="article_id")
    rank = {verdict: i for i, verdict in enumerate(("inconsistent", "rounded", "incomplete"))}
    order = out["verdict"].map(rank).fillna(9)
    return (
        out.assign(order=order)
        .sort_values(["order", "check", "field", "start"], kind="stable")
        .drop(columns=["order", "paragraph"], errors="ignore")
        .reset_index(drop=True)
    )


def scopes(checks: pd.DataFrame) -> pd.Series[str]:
    """Say where the figures of each check stand => 'headline', 'across' or 'text', by its row.

    'headline': a kicker, headline or deck is set against the text; 'across': two articles are;
    'text': all figures stand in the text of one article.
    """
    spans = places(checks)
    heads = set(spans.loc[spans["field"] != "text", "check"])
    owners = spans.groupby("check")["article_id"].nunique()
    across = set(owners.index[owners > 1])
    told = [
        "across" if number in across else "headline" if number in heads else "text"
        for number in checks.index
    ]
    return pd.Series(told, index=checks.index, name="scope", dtype="str")
