"""From an offset in an article back to the line of the source file that prints it."""

from __future__ import annotations

import pandas as pd

#: Lines that the parts of an article other than its text are printed on.
ROLES = {"kicker": ("kicker",), "headline": ("headline", "kicker"), "deck": ("deck",)}


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


def with_lines(
    spans: pd.DataFrame, paragraphs: pd.DataFrame, lines: pd.DataFrame, articles: pd.DataFrame
) -> pd.DataFrame:
    """Add the line of the source file on which each span begins => the spans with `line`.

    Counting goes from the end of the paragraph, as a byline may have been taken off its head.
    Missing where a headline's or deck's line does not print the span whole.

    Args:
        spans: Frame with `article_id` and `start`, an offset into the text; or, with a column
            `field`, into that part of the article (text, headline, kicker, deck), the span being
            printed in `text`.
        paragraphs: Frame with `article_id`, `paragraph`, `text` and `lines`.
        lines: Frame with `issue_id`, `line` and `text`, the raw line; with `field`, also `role` and
            `article_id`.
        articles: Frame with `article_id` and `issue_id`.
    """
    if "field" not in spans:
        return _body_lines(spans, paragraphs, lines, articles)
    body = spans["field"] == "text"
    found = _body_lines(spans[body], paragraphs, lines, articles)["line"]
    heads = spans[~body]
    own = {str(key): group for key, group in lines.groupby("article_id")}
    numbers = [
        _head_line(str(text), ROLES[field], own[article_id])
        for article_id, text, field in zip(
            heads["article_id"], heads["text"], heads["field"], strict=True
        )
    ]
    placed = pd.Series(numbers, index=heads.index, dtype="Int64")
    return spans.assign(line=pd.concat([found.astype("Int64"), placed]).reindex(spans.index))


def _head_line(text: str, roles: tuple[str, ...], lines: pd.DataFrame) -> int | None:
    """Return the first line of these roles that prints `text`."""
    kept = lines[lines["role"].isin(roles) & lines["text"].str.contains(text, regex=False)]
    return int(kept["line"].min()) if len(kept) else None


def _body_lines(
    spans: pd.DataFrame, paragraphs: pd.DataFrame, lines: pd.DataFrame, articles: pd.DataFrame
) -> pd.DataFrame:
    """Add the line on which each span of a text begins, and the paragraph."""
    placed = paragraph_of(spans, paragraphs)
    issue_of = dict(zip(articles["article_id"], articles["issue_id"], strict=True))
    raw = {
        (str(issue), int(line)): str(text).strip()
        for issue, line, text in zip(lines["issue_id"], lines["line"], lines["text"], strict=True)
    }
    held = {
        (str(a), int(p)): (len(str(text)), [int(n) for n in str(numbers).split()])
        for a, p, text, numbers in zip(
            paragraphs["article_id"],
            paragraphs["paragraph"],
            paragraphs["text"],
            paragraphs["lines"],
            strict=True,
        )
    }
    out = []
    for a, paragraph, offset in zip(
        placed["article_id"], placed["paragraph"], placed["offset"], strict=True
    ):
        length, numbers = held[(str(a), int(paragraph))]
        sizes = [len(raw[(str(issue_of[a]), n)]) for n in numbers]
        out.append(_line(numbers, sizes, length - int(offset)))
    return placed.assign(line=pd.array(out, dtype="int64")).drop(columns=["offset"])


def _line(numbers: list[int], sizes: list[int], left: int) -> int:
    """Return the line on which a character stands that has `left` characters to the end."""
    for number, size in zip(reversed(numbers), reversed(sizes), strict=True):
        if left <= size:
            return number
        left -= size
    return numbers[0]
