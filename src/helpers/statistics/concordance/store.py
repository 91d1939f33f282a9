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
#: Bytes in UTF-8 of a block whose characters are counted once and for all.
BLOCK = 64
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
        byte_starts: The same in bytes of `reading`.
        blocks: Characters that begin before each block of `BLOCK` bytes of `reading`.
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
    byte_starts: Integers
    blocks: Narrow
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
    def shown(self) -> str:
        """What was printed, line feeds shown as spaces, so that a context is one line."""
        same = self.printed is self.reading
        return (self.text if same else str(self.printed.data, "utf-8")).replace("\n", " ")

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

        count = len(self.article_ids)
        offsets = np.zeros(max(2 * count, 1), dtype=np.int64)
        offsets[0::2][:count] = self.byte_starts[:-1]
        offsets[1::2] = self.byte_starts[1:] - len(BORDER.encode()) if count else 0
        length = len(offsets) - 1
        return pa.LargeStringArray.from_buffers(
            length, pa.py_buffer(offsets), pa.py_buffer(self.reading)
        )

    def articles_at(self, starts: Integers) -> Integers:
        """Return the place of the article that each character stands in."""
        return np.searchsorted(self.starts, starts, side="right") - 1

    def characters_at(self, places: Integers) -> Integers:
        """Turn offsets in bytes of `reading` into offsets in characters."""
        block = places // BLOCK
        out = self.blocks[block].astype(np.int64)
        # A slice of the hits at a time: each looks at a whole block.
        for first in range(0, len(places), 65_536):
            part = slice(first, first + 65_536)
            at = (block[part] * BLOCK)[:, None] + np.arange(BLOCK)
            held = self.reading[np.minimum(at, len(self.reading) - 1)].view(np.int8)
            begins = (held > CONTINUES) & (at < places[part][:, None])
            out[part] += begins.sum(axis=1)
        return out


def count_blocks(reading: Bytes) -> Narrow:
    """Return the characters that begin before each block of a text in UTF-8, and before its end."""
    padded = np.full((len(reading) // BLOCK + 1) * BLOCK, CONTINUES, dtype=np.int8)
    padded[: len(reading)] = reading.view(np.int8)
    begun = (padded > CONTINUES).reshape(-1, BLOCK).sum(axis=1)
    return np.concatenate([[0], np.cumsum(begun)]).astype(np.int32)
