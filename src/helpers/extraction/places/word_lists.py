"""The word lists of this part, by the name that they have in `resources/name_words.tsv`."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from helpers.extraction.places.gazetteer import RESOURCES
from helpers.language.tsv import read_rows


@cache
def _lists() -> dict[str, tuple[str, ...]]:
    rows = read_rows(RESOURCES / "name_words.tsv", ("list", "word"), key=("list", "word"))
    found: dict[str, list[str]] = {}
    for _, (name, word) in rows:
        found.setdefault(name, []).append(word)
    return {name: tuple(words) for name, words in found.items()}


@cache
def word_list(name: str) -> frozenset[str]:
    """Return a list of words, whole: `stop` → 来到, 走进, …"""
    return frozenset(_lists()[name])


@cache
def endings(name: str) -> tuple[str, ...]:
    """Return a list of words as `str.endswith` and `str.startswith` take them."""
    return _lists()[name]


@cache
def organisation_words(form: str) -> dict[str, str]:
    """Return word → kind of organisation for one form: organ, local, office or national."""
    rows = read_rows(
        RESOURCES / "organisation_words.tsv", ("form", "word", "kind"), key=("form", "word")
    )
    return {word: kind for _, (one, word, kind) in rows if one == form}


class WordFinder:
    """Finds any of many words in one pass, the longest at each place (Aho and Corasick 1975)."""

    def __init__(self, words: Iterable[str], *, table: bool = False) -> None:
        """Make the automaton.

        Args:
            words: The words.
            table: Whether to write it out in full, which some hundreds of words are worth if they
                are sought often: it is read twice as fast.
        """
        self._words = sorted(words)
        self._automaton = AhoCorasick(
            self._words,
            matchkind=MatchKind.LeftmostLongest,
            implementation=Implementation.DFA if table else None,
        )

    def find(self, text: str) -> list[tuple[int, int, str]]:
        """Return start, end and word of each find, sorted."""
        words = self._words
        found = self._automaton.find_matches_as_indexes(text)
        return [(start, end, words[index]) for index, start, end in found]


@cache
def finder_of(name: str) -> WordFinder:
    """Return what finds the words of a list.

    `office` are the words at the end of names of organisations, `sites` those of all sites.
    """
    if name == "sites":
        return WordFinder(word_list("site") | word_list("site_of_place"), table=True)
    words = organisation_words(name) if name == "office" else word_list(name)
    return WordFinder(words, table=True)
