"""Where words begin in a text, and whether a name would cut one in two."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from helpers.dictionary import dictionary_tags
from helpers.extraction.places.candidate import Candidate
from helpers.extraction.places.word_lists import word_list
from helpers.language.segment import Segmenter

#: Chinese characters, from which all names are made (with 〇, which stands in numbered names).
_FIRST, _LAST = "\u4e00", "\u9fff"


def is_han(character: str) -> bool:
    """Say whether a character is a Chinese one."""
    return _FIRST <= character <= _LAST


@cache
def _word(length: int) -> bytes:
    """Return a word of `Words.begins`: 1 for its first character, 0 for the others."""
    return b"\x01" + bytes(length - 1)


@cache
def _segmenter() -> Segmenter:
    return Segmenter()


class Words:
    """The words of one text; `begins[i]` is 1 where one begins, and at the end of the text."""

    __slots__ = ("begins", "listed", "read", "text")

    def __init__(self, text: str) -> None:
        """Cut the text."""
        self.text = text
        words = _segmenter().cut(text)
        self.begins = bytearray(b"".join(map(_word, map(len, words)))) + b"\x01\x00"
        #: What the country's lists have in the text, by city (`Names.matches`).
        self.listed: dict[str | None, Sequence[tuple[int, int, int]]] = {}
        #: What `candidates` read last: the names that were known, and all places with them.
        self.read: tuple[Sequence[Candidate], Sequence[Candidate]] | None = None

    def around(self, at: int) -> tuple[int, int]:
        """Return start and end of the word of which the character at an offset is part."""
        start = self.begins.rfind(1, 0, at + 1)
        end = self.begins.find(1, at + 1)
        return start, end

    def before(self, at: int) -> int:
        """Return where the word begins that ends at (or runs over) an offset greater than 0."""
        return self.begins.rfind(1, 0, at)

    def word_before(self, at: int) -> str:
        """Return the word that ends at an offset greater than 0."""
        return self.text[self.before(at) : at]

    def cuts(self, at: int) -> bool:
        """Say whether a boundary at `at` cuts a word of the dictionary in two: 示|范."""
        if self.begins[at] or at >= len(self.text) or self.text[at] == self.text[at - 1]:
            # 县水利局|局长 is two words, whatever the dictionary has.
            return False
        start, end = self.around(at)
        return self.text[start:end] in dictionary_tags()

    def ordinary(self, start: int, end: int) -> bool:
        """Say whether these characters are one word of the dictionary and no name: 农村, 公路."""
        tag = dictionary_tags().get(self.text[start:end])
        return tag is not None and not tag.startswith(("ns", "nz", "nt", "nr"))

    def common_noun(self, start: int, end: int) -> bool:
        """Say whether a name ends in a common noun and is none for that: 西南|山区, 海岛.

        柏家|山乡, cut so by the segmenter, is a name: what stands before is no ordinary word.
        """
        at = self.before(end)
        if self.text[at:end] not in word_list("common_noun"):
            return False
        rest = self.text[start:at]
        tag = dictionary_tags().get(rest, "nr")
        return at <= start or not tag.startswith("nr")


@lru_cache(maxsize=32_768)
def words_of(text: str) -> Words:
    """Cut a text into words, once for all who read it; the texts read last are kept."""
    return Words(text)
