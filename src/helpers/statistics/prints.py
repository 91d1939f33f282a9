"""What is to be said of the print: suspected misprints in their place, articles printed again."""

from __future__ import annotations

import pandas as pd

from helpers.statistics.printed import with_lines

#: Characters shown on either side of a suspected misprint.
AROUND = 8


def with_context(
    misprints: pd.DataFrame,
    articles: pd.DataFrame,
    paragraphs: pd.DataFrame,
    lines: pd.DataFrame,
) -> pd.DataFrame:
    """Show each suspected misprint in its place, in order of article and offset.

    Returns:
        article_id, line (of the source file), context (the misprint between 【】), probable (''
        where it cannot be told), kind, reason.
    """
    columns = ["article_id", "line", "context", "probable", "kind", "reason"]
    if misprints.empty:
        return pd.DataFrame(columns=columns)
    found = with_lines(misprints, paragraphs, lines, articles)
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    found["context"] = [
        _context(str(texts[a]), int(start), int(end))
        for a, start, end in zip(found["article_id"], found["start"], found["end"], strict=True)
    ]
    found["probable"] = found["probable"].fillna("")
    return found.sort_values(["article_id", "start"])[columns].reset_index(drop=True)


def _context(text: str, start: int, end: int) -> str:
    """Cut out a span with what stands around it: '水渠修【好好】了'."""
    before, behind = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    return f"{before}【{text[start:end]}】{behind}".replace("\n", " ")


def with_headlines(reprints: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Name the headlines of articles printed again, the most alike first.

    Returns:
        article_id, other_id, kind, similarity, contained, shared_characters, first ('' where the
        days do not tell), headline, other_headline.
    """
    heads = dict(zip(articles["article_id"], articles["headline"].fillna(""), strict=True))
    out = reprints.assign(
        first=reprints["first"].fillna(""),
        similarity=reprints["similarity"].astype("float64").round(3),
        contained=reprints["contained"].astype("float64").round(3),
        headline=[_line(heads.get(a, "")) for a in reprints["article_id"]],
        other_headline=[_line(heads.get(a, "")) for a in reprints["other_id"]],
    )
    order = ["similarity", "contained", "article_id", "other_id"]
    columns = ["article_id", "other_id", "kind", "similarity", "contained", "shared_characters"]
    out = out.sort_values(order, ascending=[False, False, True, True])
    return out[[*columns, "first", "headline", "other_headline"]].reset_index(drop=True)


def tell_kinds(found: pd.DataFrame) -> str:
    """Count the kinds of a table => 'doubled 3, dropped 1'; 'none' for an empty one."""
    counts = found["kind"].astype("str").value_counts()
    order = sorted(counts.items(), key=lambda item: (-item[1], str(item[0])))
    return ", ".join(f"{kind} {n}" for kind, n in order) or "none"


def _line(text: object) -> str:
    return str(text).replace("\n", " ")
