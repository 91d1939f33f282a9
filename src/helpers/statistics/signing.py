"""Who writes the paper: staff, trainees, correspondents and their units, wire and reprints."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pandas as pd

from helpers.statistics.authorship import role_group
from helpers.statistics.shares import wilson

#: Names to show of the kinds of author: the groups of `authorship`, and those without a role.
AUTHORS: dict[str, tuple[str, str]] = {
    "staff": ("本报记者", "Staff reporters"),
    "trainee": ("见习记者", "Trainees"),
    "correspondent": ("通讯员", "Correspondents"),
    "photographer": ("摄影者", "Photographers"),
    "commentator": ("评论员", "Commentators"),
    "contributor": ("其他作者", "Other authors"),
}
#: Names to show of where an article comes from.
ORIGIN_NAMES = {
    "local": ("本地采写", "Written in the county"),
    "handed_down": ("上级与外来稿", "Handed down or taken over"),
    "unsigned": ("未署名", "Unsigned"),
}
#: A byline that hands on what others wrote.
RE_WIRE = re.compile(
    r"新华社|中新社|人民日报|[据转]《|转自|来源|综合|央视|通讯社|转载|[据按]\S{0,12}[电讯]"
)
KINDS = tuple(ORIGIN_NAMES)
#: Roles of lines on which a signature is looked for, in this order.
LINES = ("byline", "credit", "caption", "body")
RE_BLANK = re.compile(r"[\s\u3000]+")
LEDGER = ("article_id", "author", "role", "name", "unit")


def names_of(names: Mapping[str, tuple[str, str]], language: str) -> dict[str, str]:
    """Return names to show in one language: (ORIGIN_NAMES, 'zh') => {'local': '本地采写', …}."""
    return {key: both[language != "zh"] for key, both in names.items()}


def author_kind(role: str | None) -> str:
    """Name the kind of author of a role: 见习记者 => trainee; 记者 => staff; 摄 => photographer."""
    group = role_group(role) if role else "other"
    return "contributor" if group == "other" else group


def byline_ledger(articles: pd.DataFrame, bylines: pd.DataFrame) -> pd.DataFrame:
    """List who signs what => the columns of `LEDGER`, one row for each person of an article.

    Args:
        articles: Frame with `article_id`.
        bylines: Frame with `article_id`, `role`, `name`, `unit`.
    """
    mine = bylines[bylines["article_id"].isin(articles["article_id"])]
    kinds = [author_kind(role if isinstance(role, str) else None) for role in mine["role"]]
    return mine.assign(author=kinds)[list(LEDGER)].reset_index(drop=True)


def origins(articles: pd.DataFrame, bylines: pd.DataFrame) -> pd.DataFrame:
    """Say of each article whether it is the paper's own, handed down, or unsigned.

    Handed down is what names an agency, another paper or a source in its byline; everything else
    that names a person is local.

    Args:
        articles: Frame with `article_id`, `kind` and `byline`.
        bylines: As for `byline_ledger`.

    Returns:
        article_id, origin (one of `KINDS`), in the order of `articles`.
    """
    signed = set(bylines["article_id"])
    rows = []
    for article_id, kind, byline in zip(
        articles["article_id"], articles["kind"], articles["byline"], strict=True
    ):
        printed = byline if isinstance(byline, str) else ""
        if kind == "wire" or RE_WIRE.search(printed):
            origin = "handed_down"
        else:
            origin = "local" if article_id in signed or printed else "unsigned"
        rows.append((article_id, origin))
    return pd.DataFrame(rows, columns=["article_id", "origin"])


def origin_shares(origin: pd.DataFrame) -> pd.DataFrame:
    """Count articles by origin => origin, n_articles, total, share, low, high (Wilson 95 %)."""
    total = len(origin)
    rows = []
    for kind in KINDS:
        count = int((origin["origin"] == kind).sum())
        low, high = wilson(count, total)
        rows.append((kind, count, total, round(count / total, 4) if total else 0.0, low, high))
    return pd.DataFrame(rows, columns=["origin", "n_articles", "total", "share", "low", "high"])


def origins_by_period(
    origin: pd.DataFrame, articles: pd.DataFrame, period: pd.Series[str]
) -> pd.DataFrame:
    """Count articles by period and origin, zeros kept => period, origin, n_articles.

    Args:
        origin: What `origins` gave.
        articles: Frame with `article_id` and `issue_id`.
        period: Period by `issue_id`, from `output.periods`.
    """
    issue = articles.set_index("article_id")["issue_id"]
    told = origin.assign(period=origin["article_id"].map(issue).map(period))
    counts = told.groupby(["period", "origin"]).size()
    keys = [sorted(told["period"].dropna().unique()), list(KINDS)]
    index = pd.MultiIndex.from_product(keys, names=["period", "origin"])
    return counts.reindex(index, fill_value=0).rename("n_articles").reset_index()


def reporters_by_theme(ledger: pd.DataFrame, themes: pd.Series[str]) -> pd.DataFrame:
    """Count the articles of each signer by main theme.

    Args:
        ledger: What `byline_ledger` gave.
        themes: Main theme by `article_id`.

    Returns:
        name, author, theme, n_articles, of (articles that the person signs in all), those who
        sign most first.
    """
    told = ledger.assign(theme=ledger["article_id"].map(themes))
    whole = told.groupby("name")["article_id"].nunique()
    out = told.groupby(["name", "author", "theme"], as_index=False).agg(
        n_articles=("article_id", "nunique")
    )
    out["of"] = out["name"].map(whole)
    return out.sort_values(
        ["of", "name", "n_articles", "theme"], ascending=[False, True, False, True]
    ).reset_index(drop=True)


def units_of_correspondents(ledger: pd.DataFrame) -> pd.DataFrame:
    """Count the units that correspondents are named with => unit, n_people, n_articles."""
    named = ledger.dropna(subset=["unit"])
    out = named.groupby("unit", as_index=False).agg(
        n_people=("name", "nunique"), n_articles=("article_id", "nunique")
    )
    return out.sort_values(["n_articles", "unit"], ascending=[False, True], ignore_index=True)


def with_lines(ledger: pd.DataFrame, articles: pd.DataFrame, lines: pd.DataFrame) -> pd.DataFrame:
    """Add the line that prints each signature => the ledger with `issue_id` and `line`.

    A name that no line of the article prints whole (broken over two) leads to the first one.

    Args:
        ledger: Frame with `article_id` and, of signatures, `name`.
        articles: Frame with `article_id`, `issue_id` and `line_first`.
        lines: Frame with `article_id`, `role`, `line` and `text`.
    """
    order = {role: place for place, role in enumerate(LINES)}
    own = lines[lines["role"].isin(LINES) & lines["article_id"].isin(ledger["article_id"])]
    own = own.assign(
        order=own["role"].map(order), plain=[RE_BLANK.sub("", str(t)) for t in own["text"]]
    ).sort_values(["order", "line"])
    held = {
        key: list(zip(group["plain"], group["line"], strict=True))
        for key, group in own.groupby("article_id")
    }
    first = dict(zip(articles["article_id"], articles["line_first"].astype(int), strict=True))
    names = ledger["name"] if "name" in ledger else ledger["article_id"]
    found = [
        next(
            (int(line) for text, line in held.get(article, []) if RE_BLANK.sub("", name) in text),
            first[article],
        )
        for article, name in zip(ledger["article_id"], names, strict=True)
    ]
    return ledger.assign(
        issue_id=ledger["article_id"].map(articles.set_index("article_id")["issue_id"]),
        line=pd.array(found, dtype="int64"),
    )


def kinds_by_theme(ledger: pd.DataFrame, themes: pd.Series[str]) -> pd.DataFrame:
    """Count signatures by main theme and kind of author => theme, author, signatures, n_articles.

    An article signed by two reporters and a correspondent has three signatures; `n_articles` are
    those of the theme that anybody signs.
    """
    told = ledger.assign(theme=ledger["article_id"].map(themes))
    whole = told.groupby("theme")["article_id"].nunique()
    out = told.groupby(["theme", "author"], as_index=False).agg(signatures=("name", "size"))
    out["n_articles"] = out["theme"].map(whole)
    order = ["n_articles", "theme", "signatures", "author"]
    return out.sort_values(order, ascending=[False, True, False, True], ignore_index=True)
