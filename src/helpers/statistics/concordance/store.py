"""What an index holds: the articles laid end to end, and their words as numbers.

Two readings of equal length are kept. What is searched is the plain reading (simplified characters,
normalised widths: `helpers.language.plain`), what is shown is what was printed, and an offset in
one is an offset in the other.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import pyarrow as pa
    from numpy.typing import NDArray

    Integers = NDArray[np.int64]
    Narrow = NDArray[np.int32]
    Bytes = NDArray[np.uint8]

#: Stands between two articles. A code point that Unicode keeps for such uses and that no text has;
#: where one has it all the same, it is read as the mark of an unknown character.
BORDER, UNKNOWN = "\ufdd1", "\ufffd"
#: Signed value of the last byte that goes on with a character: -128 to -65 do.
CONTINUES = -65


@dataclass(frozen=True, slots=True)
class Listed:
    """The terms of a class, and longer expressions that hold one without meaning it."""

    terms: tuple[str, ...]
    masks: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Store:
    """The content of an index; arrays may lie on disk and be read as they are needed.

    Args:
        article_ids: The articles, in order.
        issue_ids: Their issues.
        reading: The plain reading in UTF-8, the articles parted by `BORDER`.
        printed: What was printed, the same way; `reading` itself where they do not differ.
        starts: Character at which each article starts, and one past the end of all.
        at: The byte of `reading` at which each character starts, and its length.
        printed_at: The same of `printed`; `at` itself where the two do not differ.
        sizes: Characters of each article, white space left out.
        terms: The different words.
        words: The number of each token's term.
        word_starts: Character at which each token starts.
        word_ends: Character after each token.
        first_words: First token of each article, and their number.
        classes: Classes of terms by name: 'lexicon:office', 'theme:water_supply'.
        digest: What all this was made from.
    """

    article_ids: tuple[str, ...]
    issue_ids: tuple[str, ...]
    reading: Bytes
    printed: Bytes
    starts: Integers
    at: Narrow
    printed_at: Narrow
    sizes: Integers
    terms: tuple[str, ...]
    words: Narrow
    word_starts: Narrow
    word_ends: Narrow
    first_words: Integers
    classes: dict[str, Listed] = field(default_factory=dict)
    digest: str = ""

    @cached_property
    def text(self) -> str:
        """The plain reading of all articles."""
        return str(self.reading.data, "utf-8")

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The place of each article."""
        return {name: number for number, name in enumerate(self.article_ids)}

    @cached_property
    def word_articles(self) -> Narrow:
        """The article of each token."""
        counts = np.diff(self.first_words)
        return np.repeat(np.arange(len(counts), dtype=np.int32), counts)

    @cached_property
    def pieces(self) -> pa.LargeStringArray:
        """The plain reading as Arrow strings: article, border, article, border, ..."""
        import pyarrow as pa

        begins, ends = self.bounds()
        offsets = np.column_stack([begins, ends]).ravel()
        return pa.LargeStringArray.from_buffers(
            max(len(offsets) - 1, 0), pa.py_buffer(offsets), pa.py_buffer(self.reading)
        )

    def bounds(self) -> tuple[Integers, Integers]:
        """Return the bytes of `reading` at which each article starts and ends."""
        return (
            self.at[self.starts[:-1]].astype(np.int64),
            self.at[self.starts[1:] - len(BORDER)].astype(np.int64),
        )

    def articles_at(self, starts: Integers) -> Integers:
        """Return the place of the article that each character stands in."""
        return np.searchsorted(self.starts, starts, side="right") - 1

    def characters_at(self, places: Integers) -> Integers:
        """Turn offsets in bytes of `reading` into offsets in characters."""
        # Of one type: otherwise all of `at` is copied.
        return np.searchsorted(self.at, places.astype(self.at.dtype))


def character_starts(text: Bytes) -> Narrow:
    """Return the byte at which each character of a text in UTF-8 starts, and its length."""
    begins = np.flatnonzero(text.view(np.int8) > CONTINUES)
    return np.append(begins, len(text)).astype(np.int32)
