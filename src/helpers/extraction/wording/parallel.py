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
RE_BETWEEN = re.compile("[、，；]")
#: A frame that clauses share: 签的是地，解的是疙瘩; 不让…，不让….
RE_FRAME = re.compile(r"的是|不让|不能|才是|就是|越|一步|一[件条个]")
#: First characters that begin a list of things, not of deeds.
NOT_FIRST = frozenset("的了是在和与及或等这那其各县市区镇乡村街")


def find_parallels(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of parallel phrases."""
    # With a character more before it, the beginning of a text is no case of its own.
    for run in RE_RUN.finditer(f"\n{text}"):
        clauses = RE_BETWEEN.split(run["run"])
        if _related(clauses):
            start = run.start("run") - 1
            segments = []
            for clause in clauses:
                segments.append((start, start + len(clause)))
                start += len(clause) + 1
            yield from _alike(text, segments)


def _related(clauses: Sequence[str]) -> bool:
    """Say whether any two neighbours have a character in common: else none are built alike."""
    return not all(map(set.isdisjoint, map(set, clauses), clauses[1:]))


def _alike(text: str, segments: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the longest stretches of neighbouring segments that are built alike.

    The first of them may be the end of a longer clause: 落实主体责任、监管责任.
    """
    first = 0
    begin = segments[0][0]
    for place in range(1, len(segments) + 1):
        if place < len(segments):
            one, two = (text[slice(*segments[i])] for i in (place - 1, place))
            mark = text[segments[place - 1][1]]
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
    if one == two or abs(len(one) - len(two)) > 2 or len(one) > LONGEST:
        return False
    if len(one) == len(two) and len(one) >= 3 and set(one) == set(two):
        return True
    if mark == "、":
        head = one[0] == two[0] and one[0] not in NOT_FIRST and len(one) == len(two)
        tail = len(one) >= 4 and one[-2:] == two[-2:] and len(one) == len(two)
        return head or tail
    if min(len(one), len(two)) < 4:
        return False
    same = sum(map(eq, one, two))
    if not same:
        return False
    if len(one) == len(two) and same * 5 >= 2 * len(one):
        return True
    frames = {m[0] for m in RE_FRAME.finditer(one)}
    return not frames.isdisjoint(m[0] for m in RE_FRAME.finditer(two))
