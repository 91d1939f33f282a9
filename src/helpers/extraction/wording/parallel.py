"""Parallel phrases: neighbouring clauses built alike, as official style likes them.

Two or more segments of like length that share characters in the same places (干中换、换中干;
争当先锋、争创实绩) or a frame (有机构、有资金、有保障).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from operator import eq

#: Characters of a segment.
SHORTEST, LONGEST = 2, 16
_HAN = r"[\u4e00-\u9fff]"
#: Clauses with marks between them, behind a character that is none of theirs; of a first clause
#: that is too long, the end. No clause is tried twice: possessive quantifiers give nothing back.
RE_RUN = re.compile(
    rf"[^\u4e00-\u9fff](?:{_HAN}(?={_HAN}{{40}}))*+"
    rf"(?P<run>{_HAN}{{2,40}}+(?:[、，；]{_HAN}{{2,16}}+){{1,6}}(?=[、，。；！？”’）\n]|$))"
)
#: Two neighbouring clauses with a character in common: without one none are built alike.
RE_RELATED = re.compile("(.)[^、，；]*[、，；][^、，；]*?\\1")
RE_BETWEEN = re.compile("[、，；]")
#: A frame that clauses share: 签的是地，解的是疙瘩; 不让…，不让….
RE_FRAME = re.compile(r"的是|不让|不能|才是|就是|越|一步|一[件条个]")
#: First characters that begin a list of things, not of deeds.
NOT_FIRST = frozenset("的了是在和与及或等这那其各县市区镇乡村街")


def find_parallels(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of parallel phrases."""
    if "、" not in text and "，" not in text and "；" not in text:
        return
    # With a character more before it, the beginning of a text is no case of its own.
    for run in RE_RUN.finditer(f"\n{text}"):
        clauses = run["run"]
        if RE_RELATED.search(clauses) is not None:
            start = run.start("run") - 1
            segments = []
            for clause in RE_BETWEEN.split(clauses):
                segments.append((start, start + len(clause)))
                start += len(clause) + 1
            yield from _alike(text, segments)


def _alike(text: str, segments: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the longest stretches of neighbouring segments that are built alike.

    The first of them may be the end of a longer clause: 落实主体责任、监管责任.
    """
    first = 0
    begin = segments[0][0]
    for place in range(1, len(segments) + 1):
        if place < len(segments):
            (start, end), (after, stop) = segments[place - 1 : place + 1]
            one, two, mark = text[start:end], text[after:stop], text[end]
            if first == place - 1 and len(one) > len(two):
                cut = one[-len(two) :]
                if _pair(cut, two, mark):
                    begin = segments[first][1] - len(cut)
                    continue
            if _pair(one, two, mark):
                if first == place - 1:
                    begin = segments[first][0]
                continue
            # 甲治理、甲服务、甲邻里三大场景: the last may run on.
            if place - first >= 2 and len(two) > len(one) and _pair(one, two[: len(one)], mark):
                yield begin, segments[place][0] + len(one)
                first = place + 1
                continue
        if place - first >= 2:
            yield begin, segments[place - 1][1]
        first = max(first, place)


def _pair(one: str, two: str, mark: str) -> bool:
    """Say whether two segments with a mark between them are built alike."""
    size, other = len(one), len(two)
    if size > LONGEST or abs(size - other) > 2 or one == two:
        return False
    if size == other and size >= 3 and one[0] in two and set(one) == set(two):
        return True
    if mark == "、":
        if size != other:
            return False
        head = one[0] == two[0] and one[0] not in NOT_FIRST
        return head or (size >= 4 and one[-2:] == two[-2:])
    if size < 4 or other < 4:
        return False
    same = sum(map(eq, one, two))
    if not same:
        return False
    if size == other and same * 5 >= 2 * size:
        return True
    frames = {m[0] for m in RE_FRAME.finditer(one)}
    return not frames.isdisjoint(m[0] for m in RE_FRAME.finditer(two))
