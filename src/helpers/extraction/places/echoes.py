"""Bare words that take up a name of the same article: 石桥茶叶合作社 … 合作社今年增收."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from helpers.extraction.places.stops import stops
from helpers.extraction.places.words import Words, is_han
from helpers.extraction.scan import find_words


def find_echoes(
    words: Words, names: Mapping[str, str], taken: bytearray
) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and full name of the bare words of a text.

    Args:
        words: The text.
        names: Bare word → the full name that the article has for it.
        taken: 1 for each character that is in a name already.
    """
    if not names:
        return
    text = words.text
    for start, end in find_words(names, text):
        if taken[start] or taken[end - 1] or words.cuts(start) or words.cuts(end):
            continue
        # 农业合作社, 各开发区 take up nothing.
        bare = start == 0 or not is_han(text[start - 1])
        if bare or (words.begins[start] and _grammar(words.word_before(start))):
            yield start, end, names[text[start:end]]


def _grammar(word: str) -> bool:
    return stops(word) and word not in ("个", "家", "各", "该", "本", "全", "每", "所有", "一些")


def taken_by(length: int, spans: list[tuple[int, int]]) -> bytearray:
    """Return 1 for each character of a text of that length that lies in one of the spans."""
    taken = bytearray(length + 1)
    for start, end in spans:
        taken[start:end] = b"\x01" * (end - start)
    return taken
