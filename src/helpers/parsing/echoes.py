"""What is said again: a headline's words come back in its text, an article's within it.

All by pairs of neighbouring Chinese characters, for all lines at once. That the vocabulary changes
where a new text begins is the idea of TextTiling (Hearst 1997, TextTiling: segmenting text into
multi-paragraph subtopic passages, Computational Linguistics 23(1)).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from helpers.parsing.observe import Line

#: Lines longer than this are text: nothing is asked of them.
LONGEST = 40
#: Pairs with which a line is compared on either side, and pairs of text before and after it.
REACH, WINDOW = 260, 150
#: Lines that are looked at together: an issue has fewer.
BLOCK = 4096
#: Shares of a line's pairs that come back, and what they are called.
SHARES = np.array([0.001, 0.14, 0.3])
SHARE_NAMES = ("none", "few", "some", "many")
#: Shares of the pairs after a line that stand before it too, rare pairs counting for more.
TOPIC = np.array([0.0015, 0.005, 0.009, 0.016])
TOPIC_NAMES = ("new", "rather new", "unsure", "rather old", "old")
NONE = np.iinfo(np.int64).max // 2


def listen(lines: Sequence[Line]) -> None:
    """Tell each short line how much of it is said again, and whether the text goes on after it."""
    for start in range(0, len(lines), BLOCK):
        _listen(lines[start : start + BLOCK])


def _listen(lines: Sequence[Line]) -> None:
    keys, first = _pairs([line.text for line in lines])
    if not len(keys):
        return
    before, after, weight = _neighbours(keys)
    asked = np.array([i for i, o in enumerate(lines) if o.length <= LONGEST and not o.final], int)
    asked = asked[first[asked + 1] - first[asked] >= 2] if len(asked) else asked
    if len(asked):
        begin, end = first[asked], first[asked + 1]
        for name, hit in (
            ("after", _within(after, np.repeat(end, end - begin), begin, end, REACH)),
            ("before", _within(before, np.repeat(begin, end - begin), begin, end, -REACH)),
        ):
            names = [f"echo {name}:{share}" for share in SHARE_NAMES]
            levels = np.searchsorted(SHARES, hit, "right").tolist()
            for index, level in zip(asked.tolist(), levels, strict=True):
                lines[index].features.append(names[level])
    short = np.array([i for i, o in enumerate(lines) if o.short and not o.final and i], int)
    if len(short):
        names = ["topic:" + topic for topic in TOPIC_NAMES]
        levels = _topic(first[short], before, weight).tolist()
        for index, level in zip(short.tolist(), levels, strict=True):
            lines[index].topic = TOPIC_NAMES[level]
            lines[index].features.append(names[level])


def _pairs(texts: Sequence[str]) -> tuple[NDArray[np.uint32], NDArray[np.int64]]:
    """Give the pairs of all lines, in order, and the place of each line's first (lines + 1)."""
    points = np.frombuffer("\n".join(texts).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    han = (points >= 0x3400) & (points <= 0x9FFF)
    at = np.flatnonzero(han[:-1] & han[1:])
    keys = (points[at] << np.uint32(16)) | points[at + 1]
    lengths = np.array([len(text) + 1 for text in texts])
    starts = np.concatenate([[0], np.cumsum(lengths)])
    return keys, np.searchsorted(at, starts)


def _neighbours(
    keys: NDArray[np.uint32],
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
    """Find for each pair the same pair before and after it, and one over its frequency."""
    n = len(keys)
    order = np.argsort(keys, kind="stable")
    ordered = keys[order]
    same = ordered[1:] == ordered[:-1]
    before, after = np.full(n, -NONE), np.full(n, NONE)
    before[order[1:][same]] = order[:-1][same]
    after[order[:-1][same]] = order[1:][same]
    edges = np.flatnonzero(np.concatenate([[True], ~same, [True]]))
    counts = np.repeat(np.diff(edges), np.diff(edges))
    weight = np.empty(n)
    weight[order] = 1.0 / counts
    return before, after, weight


def _within(
    found: NDArray[np.int64],
    edge: NDArray[np.int64],
    begin: NDArray[np.int64],
    end: NDArray[np.int64],
    reach: int,
) -> NDArray[np.float64]:
    """Give the share of each line's pairs that are found again at most `reach` beyond its edge."""
    sizes = end - begin
    offsets = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    inside = np.arange(sizes.sum()) - np.repeat(offsets, sizes) + np.repeat(begin, sizes)
    where = found[inside] - edge
    hit = (where >= 0) & (where < reach) if reach > 0 else (where < 0) & (where >= reach)
    share: NDArray[np.float64] = np.add.reduceat(hit.astype(float), offsets) / sizes
    return share


def _topic(
    start: NDArray[np.int64], before: NDArray[np.int64], weight: NDArray[np.float64]
) -> NDArray[np.intp]:
    """Compare the WINDOW pairs after each place with those before it => level of likeness."""
    n = len(before)
    levels = np.zeros(len(start), dtype=np.intp)
    for low in range(0, len(start), 512):
        at = start[low : low + 512, None]
        inside = at + np.arange(WINDOW)
        valid = inside < n
        inside = np.minimum(inside, n - 1)
        earlier = before[inside]
        mass = weight[inside] * (valid & (earlier < at))
        shared = (mass * (earlier >= at - WINDOW)).sum(axis=1)
        total = mass.sum(axis=1)
        share = np.divide(shared, total, out=np.zeros_like(shared), where=total > 0)
        levels[low : low + 512] = np.searchsorted(TOPIC, share, "right")
    return levels
