"""Changes from one figure to another that go the way that their verb says: 由7万元涨到31万元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from helpers.extraction.checks.model import Check, Spot, number

#: Between two figures of a change: 由7万元|涨到了|31万元, 从九种|减到|两种.
RE_RISEN = re.compile(
    r"(?:[增涨升提扩拓复壮攀跃飙窜拉][^。；，\d]{0,5}?[到至为]了?"
    r"|(?:发展|变|跃升|翻)[^。；，\d]{0,3}?[到至为成]了?)$"
)
RE_FALLEN = re.compile(r"[减降缩压跌落少退精][^。；，\d]{0,5}?[到至为]了?$")
#: The word that opens such a change, before its first figure.
RE_FROM = re.compile(r"[由从自][^，。；]{0,14}$")
#: How far apart the figures of one change stand.
NEAR = 24


def find_changes(fields: Mapping[str, str], spots: Sequence[Spot]) -> Iterator[Check]:
    """Yield changes whose figures rise or fall as is said.

    What goes the other way may be a rank or a price: it is left to the reader.
    """
    told = [spot for spot in spots if spot.amount or spot.kind == "percent"]
    for one, other in pairwise(told):
        if other.sentence != one.sentence or other.measure != one.measure or not one.unit:
            continue
        if not 0 < other.figure.start - one.figure.end <= NEAR or other.value == one.value:
            continue
        text = fields[one.field]
        sign = _sign(text[one.figure.end : other.figure.start])
        if sign * (other.value - one.value) > 0:
            before = text[max(0, one.figure.start - 18) : one.figure.core_start + 1]
            if RE_FROM.search(before):
                yield _check(one, other, "＜" if sign > 0 else "＞")


def _sign(between: str) -> int:
    """Return 1 for words of rising, -1 for words of falling, 0 for others."""
    if RE_RISEN.search(between):
        return 1
    return -1 if RE_FALLEN.search(between) else 0


def _check(one: Spot, other: Spot, sign: str) -> Check:
    first, second = one.figure.text, other.figure.text
    change = number(abs(other.value - one.value)) + one.measure
    return Check(
        "change", (one.figure, other.figure), f"{first} {sign} {second}", change, second,
        "consistent",
    )  # fmt: skip
