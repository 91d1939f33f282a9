"""Concordance: every occurrence of a pattern with its context (key word in context)."""

from __future__ import annotations

import re

import pandas as pd


def concordance(articles: pd.DataFrame, pattern: str, *, width: int = 15) -> pd.DataFrame:
    """List every match of a regular expression => article_id, start, end, left, match, right.

    Luhn, H. P. (1960), Key word-in-context index for technical literature. Offsets are into the
    text of the article; `left` and `right` hold up to `width` characters of context.

    Args:
        articles: Frame with `article_id` and `text`.
        pattern: Regular expression: '签约|签订'.
        width: Characters of context on either side.
    """
    compiled = re.compile(pattern)
    rows = [
        {
            "article_id": article_id,
            "start": match.start(),
            "end": match.end(),
            "left": text[max(0, match.start() - width) : match.start()].replace("\n", " "),
            "match": match[0],
            "right": text[match.end() : match.end() + width].replace("\n", " "),
        }
        for article_id, text in zip(articles["article_id"], articles["text"], strict=True)
        for match in compiled.finditer(text)
    ]
    columns = ["article_id", "start", "end", "left", "match", "right"]
    return pd.DataFrame(rows, columns=columns)
