"""Suspected misprints of a corpus: a list for a scholar to look at; nothing is ever corrected.

A rare form is a suspect only beside what the same corpus or the dictionary uses, so two passes
are made: `Usage` learns from the whole corpus, then each article is looked at.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import pandas as pd

from helpers.language.misprinted_marks import repeated_marks, unbalanced
from helpers.language.misprinted_words import (
    Suspect,
    doubled,
    dropped,
    homophones,
    out_of_topic,
    settled,
)
from helpers.language.plain import plain
from helpers.language.usage import Usage, Word

COLUMNS = ("article_id", "start", "end", "text", "kind", "probable", "reason")
KINDS = ("doubled", "homophone", "dropped", "unbalanced", "punctuation")


def suspects(text: str, words: Sequence[Word], usage: Usage) -> list[Suspect]:
    """Find the suspects of one article, in the order of the text, none over another.

    Args:
        text: The printed text.
        words: Its words, as `tokens` has them.
        usage: What the corpus uses.

    Returns:
        start, end (offsets into `text`), kind (of `KINDS`), probable reading or None, reason.
    """
    reading = plain(text)
    found = [
        *doubled(reading, words),
        *dropped(reading, words),
        *homophones(words, usage),
        *out_of_topic(words, usage),
        *unbalanced(reading),
        *repeated_marks(reading),
    ]
    kept: list[Suspect] = []
    for suspect in sorted(found, key=lambda s: (s[0], s[1], s[2], s[4])):
        if not kept or suspect[0] >= kept[-1][1]:
            kept.append(suspect)
    return kept


def misprints(
    texts: Mapping[str, str], words: Iterable[tuple[str, Sequence[Word]]], usage: Usage
) -> pd.DataFrame:
    """List the suspected misprints of a corpus.

    Args:
        texts: article_id → printed text.
        words: article_id and words of each article, in any order.
        usage: What was learnt from the same words.

    Returns:
        One row for each suspect (`COLUMNS`), `text` as printed, in the order of `words`.
    """
    rows = [
        (article_id, start, end, texts[article_id][start:end], kind, probable, reason)
        for article_id, of_article in words
        for start, end, kind, probable, reason in suspects(texts[article_id], of_article, usage)
    ]
    # A form that comes back beside its usual one is a form of its own, not a slip.
    times = Counter(plain(row[3]) for row in rows)
    rows = [row for row in rows if row[4] != "homophone" or _rare(row[3], row[5], times, usage)]
    frame = pd.DataFrame(rows, columns=list(COLUMNS))
    texts_only = dict.fromkeys(("article_id", "text", "kind", "probable", "reason"), "str")
    return frame.astype({**texts_only, "start": "int64", "end": "int64"})


def words_of(tokens: Mapping[str, Iterable[Any]]) -> Iterator[tuple[str, list[Word]]]:
    """Yield article_id and words of each article.

    Args:
        tokens: The columns article_id, start, end and term of `tokens`, the rows of each article
            together.
    """
    article: str | None = None
    words: list[Word] = []
    columns = (tokens[name] for name in ("article_id", "start", "end", "term"))
    for article_id, start, end, term in zip(*columns, strict=True):
        if article_id != article:
            if article is not None:
                yield article, words
            article, words = article_id, []
        words.append((start, end, term))
    if article is not None:
        yield article, words


def _rare(text: str, probable: str | None, times: Counter[str], usage: Usage) -> bool:
    form = plain(text)
    return probable is None or settled(form, probable, times=times[form], usage=usage)
