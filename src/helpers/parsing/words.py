"""Words that lie across the break between two lines: the line goes on."""

from __future__ import annotations

from functools import cache
from pathlib import Path

#: Words rarer than this in jieba's dictionary say nothing: most are names.
RARE = 30


@cache
def common_words() -> frozenset[str]:
    """Load the words of two to four characters of jieba's dictionary, once."""
    import jieba

    words = set()
    with (Path(jieba.__file__).parent / "dict.txt").open(encoding="utf-8") as file:
        for row in file:
            word, count, _ = row.split(" ", 2)
            if 2 <= len(word) <= 4 and int(count) >= RARE:
                words.add(word)
    return frozenset(words)


def across(before: str, after: str) -> str | None:
    """Name how long a word lies across a break: '农业农' + '村局' => '2'; None if none does."""
    if not ("\u4e00" <= before[-1:] <= "\u9fff" and "\u4e00" <= after[:1] <= "\u9fff"):
        return None
    words = common_words()
    for left, right in ((2, 2), (1, 3), (3, 1), (1, 2), (2, 1)):
        if before[-left:] + after[:right] in words and len(before) >= left and len(after) >= right:
            return "long"
    return "short" if before[-1] + after[0] in words else "none"
