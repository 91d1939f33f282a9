"""Who writes the paper: staff, trainees, correspondents and their units, wire and reprints."""

from __future__ import annotations

import re

import pandas as pd

from helpers.statistics.shares import wilson

#: Kinds of author, the first whose pattern is in a role decides; with names to show.
AUTHORS: dict[str, tuple[str, str, str]] = {
    "trainee": ("见习|实习", "见习记者", "Trainees"),
    "correspondent": ("通讯员|特约", "通讯员", "Correspondents"),
    "commentator": ("评论员|撰稿", "评论员", "Commentators"),
    "staff": ("记者|编辑", "本报记者", "Staff reporters"),
    "photographer": ("摄|图|影", "摄影者", "Photographers"),
    "contributor": ("作者|文|供稿", "作者", "Contributors"),
}
#: A byline that hands on what others wrote.
RE_WIRE = re.compile(
    r"新华社|中新社|人民日报|[据转]《|转自|来源|综合|央视|通讯社|转载|[据按]\S{0,12}[电讯]"
)
KINDS = ("local", "handed_down", "unsigned")
LEDGER = ("article_id", "author", "role", "name", "unit")


def author_kind(role: str | None) -> str:
    """Name the kind of author of a role: 见习记者 => trainee; 记者 => staff; 摄 => photographer."""
    if not role:
        return "contributor"
    return next((kind for kind, (p, _, _) in AUTHORS.items() if re.search(p, role)), "contributor")


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
