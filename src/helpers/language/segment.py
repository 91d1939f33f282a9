"""Text to words, by rjieba: jieba's words at many times jieba's speed.

The words are those of `jieba.cut(text, HMM=True)` with the same user dictionary; they differ
only in runs of ASCII with dots or hyphens (S-300, a web address), which rjieba keeps whole.
`helpers.language.reference` holds jieba itself, for the test that keeps the two equal.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from helpers.dictionary import dictionary_tags
from helpers.language.lexicon import Lexicon

if TYPE_CHECKING:
    import rjieba


class Segmenter:
    """A segmenter that keeps the terms of its lexicon whole.

    Args:
        lexicon: Its user dictionary; none leaves jieba's own dictionary alone.
    """

    def __init__(self, lexicon: Lexicon | None = None) -> None:
        """Keep the lexicon; the dictionary is loaded on the first cut."""
        self.lexicon = lexicon if lexicon is not None else Lexicon()

    @cached_property
    def _engine(self) -> rjieba.Jieba:
        """The engine that knows this lexicon."""
        return _engine(self.lexicon.digest, self.lexicon.terms)

    def __reduce__(self) -> tuple[type[Segmenter], tuple[Lexicon]]:
        """Let it be sent to another process: the engine cannot be, so it is made anew there."""
        return Segmenter, (self.lexicon,)

    def cut(self, text: str) -> list[str]:
        """Cut a text into words: 坚持党建引领 → 坚持, 党建引领.

        Args:
            text: Any text without lone surrogates.

        Returns:
            The words, spaces and punctuation included; joined, they are the text.
        """
        words: list[str] = self._engine.cut(text)
        return words

    def cut_many(self, texts: Sequence[str]) -> list[list[str]]:
        """Cut many texts, one list of words for each, in order."""
        cut = self._engine.cut
        return [cut(text) for text in texts]

    def in_lexicon(self, words: Iterable[str]) -> list[bool]:
        """Say for each word whether it is a term of the lexicon."""
        return [word in self.lexicon for word in words]


def cut(text: str, *, lexicon: Lexicon | None = None) -> list[str]:
    """Cut a text into words: 网格员入户 → 网格, 员, 入户; with the lexicon 网格员, 入户.

    Args:
        text: Any text without lone surrogates.
        lexicon: The user dictionary; none gives the words of plain jieba.

    Returns:
        The words, spaces and punctuation included; joined, they are the text.
    """
    return Segmenter(lexicon).cut(text)


def spans(words: Sequence[str], *, start: int = 0) -> list[tuple[int, int]]:
    """Return the half-open offsets of consecutive words, the first of them at `start`."""
    found = []
    for word in words:
        end = start + len(word)
        found.append((start, end))
        start = end
    return found


def pos_of(term: str) -> str:
    """Return the part of speech that jieba's dictionary prints for a term, or ''.

    It is a tag of the dictionary (dict.txt of the installed jieba), the same wherever the term
    stands: 干部 → n. It is not a reading of the sentence; `jieba.posseg` and `rjieba.tag` give
    those, and disagree on half the lines, so neither is used. Terms not in that dictionary,
    those of the lexicon among them, have none.
    """
    return dictionary_tags().get(term, "")


@lru_cache(maxsize=4)
def _engine(digest: str, terms: tuple[str, ...]) -> rjieba.Jieba:
    """Make the engine of a lexicon, known by its digest; the four used last are kept.

    Each has its own copy of the dictionary (0.1 s to load), so that the terms of one lexicon
    never leak into another.
    """
    import rjieba

    engine = rjieba.Jieba()
    for term in terms:
        # Without a frequency, the engine takes the least one that keeps the term whole.
        engine.add_word(term, None, None)
    return engine
