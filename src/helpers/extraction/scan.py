"""Cheap ways to the places of a text where something can begin.

An expression is dear where it is tried at every character. `re` skips fast over a text only to the
characters of one set, so what begins with one of a set should say so first.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from ahocorasick_rs import AhoCorasick, MatchKind


def any_character(characters: Iterable[str]) -> str:
    """Return a pattern for one of some characters: 的, 了 => '[了的]'."""
    return f"[{re.escape(''.join(sorted(set(characters))))}]"


def none_of(characters: Iterable[str]) -> str:
    """Return a pattern for any character but some: 的, 了 => '[^了的]'."""
    return f"[^{re.escape(''.join(sorted(set(characters))))}]"


def lead(first: str, ahead: str, *, behind: str = "") -> re.Pattern[str]:
    """Return an expression for the character at which something can begin.

    Args:
        first: Pattern for one character, a set, which is sought fast.
        ahead: Pattern that must match from that character on.
        behind: Pattern for one character that must not stand before it.
    """
    before = f"(?<!{behind}.)" if behind else ""
    return re.compile(f"{first}{before}(?<=(?={ahead}).)")


def offsets(mark: re.Pattern[str], text: str) -> Iterator[int]:
    """Yield the offsets at which an expression matches."""
    return (found.start() for found in mark.finditer(text))


def matches_from(
    whole: re.Pattern[str], text: str, starts: Iterable[int]
) -> Iterator[re.Match[str]]:
    """Yield what `whole.finditer` does, where it is known at which offsets a match can begin.

    Args:
        whole: The expression.
        text: The text.
        starts: The offsets, rising; all at which a match begins must be among them.
    """
    end = 0
    for start in starts:
        if start >= end:
            found = whole.match(text, start)
            if found is not None:
                end = found.end()
                yield found


def starts_before(mark: re.Pattern[str], text: str, reach: int) -> Iterator[int]:
    """Yield the offsets up to `reach` characters before each mark, rising.

    For an expression that tells itself by a rare mark in its middle: 9:30, 3比2, 12号.
    """
    last = -1
    for found in mark.finditer(text):
        at = found.start()
        yield from range(max(last + 1, at - reach), at)
        last = max(last, at - 1)


#: So many words are sooner sought one by one than an automaton of them is made.
_FEW = 12


def find_words(words: Collection[str], text: str) -> list[tuple[int, int]]:
    """Return the spans of some words in a text, from left to right, the longest at each place.

    For words that are known only while a text is read: to compile an expression of them takes
    longer than to read an article.
    """
    if len(words) > _FEW:
        automaton = AhoCorasick(words, matchkind=MatchKind.LeftmostLongest)
        return [(start, end) for _, start, end in automaton.find_matches_as_indexes(text)]
    spans = []
    for word in words:
        at = text.find(word)
        while at >= 0:
            spans.append((at, -len(word)))
            at = text.find(word, at + 1)
    spans.sort()
    found = []
    last = 0
    for start, minus in spans:
        if start >= last:
            last = start - minus
            found.append((start, last))
    return found
