"""Parallel phrases: neighbouring clauses built alike, as official style likes them.

Two or more segments of like length that share characters in the same places (干中换、换中干;
争当先锋、争创实绩) or a frame (有机构、有资金、有保障).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

#: Characters of a segment.
SHORTEST, LONGEST = 2, 16
RE_RUN = re.compile(
    r"[\u4e00-\u9fff]{2,40}(?:[、，；][\u4e00-\u9fff]{2,16}){1,6}(?=[、，。；！？”’）\n]|$)"
)
RE_SEGMENT = re.compile(r"[\u4e00-\u9fff]+")
#: A frame that clauses share: 签的是地，解的是疙瘩; 不让…，不让….
RE_FRAME = re.compile(r"的是|不让|不能|才是|就是|越|一步|一[件条个]")
#: First characters that begin a list of things, not of deeds.
NOT_FIRST = frozenset("的了是在和与及或等这那其各县市区镇乡村街")


def find_parallels(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of parallel phrases."""
    for run in RE_RUN.finditer(text):
        segments = [
            (m.start() + run.start(), m.end() + run.start()) for m in RE_SEGMENT.finditer(run[0])
        ]
        yield from _alike(text, segments)


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
    frames = {m[0] for m in RE_FRAME.finditer(one)} & {m[0] for m in RE_FRAME.finditer(two)}
    same = sum(a == b for a, b in zip(one, two, strict=False))
    return (bool(frames) and same >= 1) or (len(one) == len(two) and same * 5 >= 2 * len(one))
