"""The line of a figure: from an offset in a headline, deck or text back to the line of the file."""

from __future__ import annotations

import pandas as pd

#: Lines that the parts of an article other than its text are printed on.
ROLES = {"kicker": ("kicker",), "headline": ("headline", "kicker"), "deck": ("deck",)}


def add_lines(
    found: pd.DataFrame, articles: pd.DataFrame, paragraphs: pd.DataFrame, lines: pd.DataFrame
) -> pd.DataFrame:
    """Add `line`, the line of the source file, counted from 1, on which a figure begins.

    A paragraph goes over several lines where the page broke it; the line is the one that holds
    the first character. Missing where the paragraph cannot be found on its lines again.

    Args:
        found: Frame with `article_id`, `start`, `text` (as printed) and `field`, the part of the
            article that `start` indexes.
        articles: Frame with `article_id` and `issue_id`.
        paragraphs: Frame with `article_id`, `text` and `lines`, in order.
        lines: Frame with `issue_id`, `line`, `text`, `role` and `article_id`.
    """
    ids = set(found["article_id"])
    issue = dict(zip(articles["article_id"], articles["issue_id"], strict=True))
    kept = lines[lines["issue_id"].isin({issue[i] for i in ids})]
    paragraphs = paragraphs[paragraphs["article_id"].isin(ids)]
    raw = {
        (str(issue_id), int(number)): _squeeze(text)
        for issue_id, number, text in zip(kept["issue_id"], kept["line"], kept["text"], strict=True)
    }
    own = {str(key): group for key, group in kept.groupby("article_id")}
    texts = {str(key): group for key, group in paragraphs.groupby("article_id")}
    numbers = [
        _body_line(int(start), texts[article_id], issue[article_id], raw)
        if field == "text"
        else _head_line(str(text), ROLES[field], own[article_id])
        for article_id, start, text, field in zip(
            found["article_id"], found["start"], found["text"], found["field"], strict=True
        )
    ]
    return found.assign(line=pd.array(numbers, dtype="Int64"))


def _body_line(
    start: int, paragraphs: pd.DataFrame, issue_id: str, raw: dict[tuple[str, int], str]
) -> int | None:
    """Return the line of a character of an article's text, counted from 0."""
    for text, printed in zip(paragraphs["text"], paragraphs["lines"], strict=True):
        if start <= len(text):
            numbers = [int(number) for number in printed.split()]
            return _walk(text, start, [(n, raw[(issue_id, n)]) for n in numbers])
        start -= len(text) + 1
    return None


def _walk(text: str, start: int, pieces: list[tuple[int, str]]) -> int | None:
    """Return the line of `text[start]`, where `text` stands on `pieces`, white space apart."""
    # A byline may precede the paragraph on its first line, and a credit may follow it.
    offset = "".join(piece for _, piece in pieces).find(_squeeze(text))
    if offset < 0:
        return pieces[0][0] if len(pieces) == 1 else None
    at = offset + len(_squeeze(text[:start]))
    for number, piece in pieces:
        if at < len(piece):
            return number
        at -= len(piece)
    return None


def _head_line(text: str, roles: tuple[str, ...], lines: pd.DataFrame) -> int | None:
    """Return the first line of these roles that prints `text`."""
    kept = lines[lines["role"].isin(roles) & lines["text"].str.contains(text, regex=False)]
    return int(kept["line"].min()) if len(kept) else None


def _squeeze(text: str) -> str:
    return "".join(text.split())
