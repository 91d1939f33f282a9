"""Words that lie across the break between two lines: the line goes on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from helpers.dictionary import columns
from helpers.parsing.catalogue import ACROSS

#: Words rarer than this in jieba's dictionary say nothing: most are names.
RARE = 30
#: The basic ideographs, and how many kinds of neighbours are told apart among them.
HAN_FIRST, HAN_LAST, PAIRS = 0x4E00, 0x9FFF, 1 << 20


@cache
def common_words() -> frozenset[str]:
    """Load the words of two to four characters of jieba's dictionary, once."""
    words, counts, _ = columns()
    return frozenset(
        word
        for word, count in zip(words, counts, strict=True)
        if count >= RARE and 2 <= len(word) <= 4
    )


def across(before: str, after: str) -> str | None:
    """Name how long a word lies across a break: '农业农' + '村局' => '2'; None if none does."""
    if not ("\u4e00" <= before[-1:] <= "\u9fff" and "\u4e00" <= after[:1] <= "\u9fff"):
        return None
    words = common_words()
    for left, right in ((2, 2), (1, 3), (3, 1), (1, 2), (2, 1)):
        if before[-left:] + after[:right] in words and len(before) >= left and len(after) >= right:
            return "long"
    return "short" if before[-1] + after[0] in words else "none"


def across_lines(
    texts: Sequence[str], first: NDArray[np.uint32], last: NDArray[np.uint32]
) -> NDArray[np.int8]:
    """Say of each break between two lines what lies across it => (lines - 1) levels of ACROSS.

    Below 0 where ideographs do not meet. `first` and `last` are the lines' code points. Most pairs
    of ideographs that meet are neighbours in no word at all: for them nothing is looked up.
    """
    before, after = last[:-1] - np.uint32(HAN_FIRST), first[1:] - np.uint32(HAN_FIRST)
    meet = (before <= HAN_LAST - HAN_FIRST) & (after <= HAN_LAST - HAN_FIRST)
    levels = np.where(meet, ACROSS.index("none"), -1).astype(np.int8)
    for place in np.flatnonzero(meet & _neighbours()[_pair(before, after)]).tolist():
        found = across(texts[place], texts[place + 1])
        levels[place] = -1 if found is None else ACROSS.index(found)
    return levels


def _pair(one: NDArray[np.uint32], other: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """Number pairs of ideographs; a few others have the same number."""
    return (one * np.uint32(31337) + other) & np.uint32(PAIRS - 1)


@cache
def _neighbours() -> NDArray[np.bool_]:
    """Make the table of the pairs that are neighbours in a word, by their numbers."""
    text = "\n".join(common_words())
    points = np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32) - np.uint32(HAN_FIRST)
    out = np.zeros(PAIRS, dtype=bool)
    out[_pair(points[:-1], points[1:])] = True
    return out
