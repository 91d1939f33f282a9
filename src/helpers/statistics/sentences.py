"""The sentence that a span of an article stands in."""

from __future__ import annotations

import re

import pandas as pd

#: Where a sentence ends; a closing mark behind the stop belongs to it.
RE_END = re.compile(r"[。！？；\n][”’」』）]?")
#: Longest piece of a sentence to show on either side, in characters.
MOST = 80


def sentence_at(text: str, start: int, end: int) -> str:
    """Return the sentence around a span: ('水来了。签了3户。后来…', 6, 8) => '签了3户。'.

    A sentence of more than `MOST` characters on a side is cut there, with an ellipsis.
    """
    left = 0
    for found in RE_END.finditer(text, max(0, start - MOST), start):
        left = found.end()
    cut = not left and start > MOST
    left = max(left, start - MOST) if cut else left
    after = RE_END.search(text, end, end + MOST)
    right = after.end() if after else min(len(text), end + MOST)
    piece = text[left:right].strip()
    return ("…" if cut else "") + piece + ("" if after or right == len(text) else "…")


def with_sentences(spans: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Add the sentence in which each span stands => the spans with `sentence`.

    Args:
        spans: Frame with `article_id`, `start` and `end`, offsets into the text; or, with a column
            `field`, into that part of the article, which is then shown whole.
        articles: Frame with `article_id`, `text` and, with `field`, `kicker`, `headline`, `deck`.
    """
    held = articles.set_index("article_id")
    fields = spans["field"] if "field" in spans else pd.Series("text", index=spans.index)
    out = [
        sentence_at(str(held.at[article, "text"]), int(start), int(end))
        if field == "text"
        else str(held.at[article, field])
        for article, field, start, end in zip(
            spans["article_id"], fields, spans["start"], spans["end"], strict=True
        )
    ]
    return spans.assign(sentence=pd.Series(out, index=spans.index, dtype="str"))
