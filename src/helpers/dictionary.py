"""jieba's dictionary: 350,000 words, each with its frequency and a tag.

It is read once, for all who ask, and from the file itself: to import jieba takes longer, warns
and logs.
"""

from __future__ import annotations

import importlib.util
from functools import cache
from pathlib import Path
from sys import intern

#: What the words of the dictionary are, with their frequencies and tags in the same order.
Columns = tuple[tuple[str, ...], tuple[int, ...], tuple[str, ...]]


@cache
def columns() -> Columns:
    """Read words, frequencies and tags.

    Raises:
        RuntimeError: If jieba is not installed.
    """
    spec = importlib.util.find_spec("jieba")
    if spec is None or spec.origin is None:
        raise RuntimeError("jieba is not installed, so there is no dictionary to look words up in")
    # Each line is: term, frequency, tag; cut at once, as there are so many of them.
    fields = Path(spec.origin).with_name("dict.txt").read_text(encoding="utf-8").split()
    return tuple(fields[::3]), tuple(map(int, fields[1::3])), tuple(map(intern, fields[2::3]))


@cache
def dictionary_frequencies() -> dict[str, int]:
    """Return term → frequency in the texts from which the dictionary was made."""
    words, counts, _ = columns()
    return dict(zip(words, counts, strict=True))


@cache
def dictionary_tags() -> dict[str, str]:
    """Return term → part of speech: 干部 → n."""
    words, _, tagged = columns()
    return dict(zip(words, tagged, strict=True))
