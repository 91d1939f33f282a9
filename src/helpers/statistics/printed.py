"""From an offset in an article back to the line of the source file that prints it."""

from __future__ import annotations

import pandas as pd


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

    Args:
        spans: Frame with `article_id` and `start`, an offset into the text.
        paragraphs: Frame with `article_id`, `paragraph`, `text` and `lines`.
        lines: Frame with `issue_id`, `line` and `text`, the raw line.
        articles: Frame with `article_id` and `issue_id`.
    """
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
