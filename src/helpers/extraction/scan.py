"""Cheap ways to the places of a text where something can begin.

An expression is dear where it is tried at every character. `re` skips fast over a text only to the
characters of one set, so what begins with one of a set should say so first.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from ahocorasick_rs import AhoCorasick, MatchKind


def any_character(characters: Iterable[str]) -> str:
    """Return a pattern for one of some characters: 的, 了 => '[了的]'."""
    return f"[{re.escape(''.join(sorted(set(characters))))}]"


def none_of(characters: Iterable[str]) -> str:
    """Return a pattern for any character but some: 的, 了 => '[^了的]'."""
    return f"[^{re.escape(''.join(sorted(set(characters))))}]"


def find_words(words: Collection[str], text: str) -> list[tuple[int, int]]:
    """Return the spans of some words in a text, from left to right, the longest at each place.

    For words that are known only while a text is read: to compile an expression of them takes
    longer than to read an article.
    """
    if len(words) == 1:
        (word,) = words
        return _find_word(word, text)
    automaton = AhoCorasick(words, matchkind=MatchKind.LeftmostLongest)
    return [(start, end) for _, start, end in automaton.find_matches_as_indexes(text)]


def _find_word(word: str, text: str) -> list[tuple[int, int]]:
    """Return the spans of one word, none over another."""
    found = []
    size = len(word)
    at = text.find(word)
    while at >= 0:
        found.append((at, at + size))
        at = text.find(word, at + size)
    return found
