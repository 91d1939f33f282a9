"""Announced numbers of things against the things that are listed: 三大场景 and three of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from helpers.extraction.checks.model import Check, Spot
from helpers.extraction.figures.figure import Figure
from helpers.extraction.wording import Coinage

#: A list right before the number, or behind it after a colon or in brackets.
RE_BEFORE = re.compile(
    r"(?:[^，。；：、！？“”\n（）]{1,10}、){1,8}[^，。；：、！？“”\n（）]{1,10}$"
)
RE_BEHIND = re.compile(
    r"^[^，。；！？\n]{0,10}?(?:：|，?即|，?分别是|，?包括|（)"
    r"(?P<list>(?:[^，。；：、！？\n（）]{1,14}、){1,9}[^，。；：！？\n（）]{1,14})"
)
#: How near the last item before a number begins, and how near the first behind it ends.
ITEM, FIRST_ITEM = 12, 32
RE_AND = re.compile(r"、|和(?!谐|平)|与|及")
NUMERALS = {c: i for i, c in enumerate("零一二三四五六七八九十")} | {"两": 2, "双": 2}
#: Numbers that are announced: small ones of things that can be listed.
LEAST, MOST = 2, 10


def find_listed(fields: Mapping[str, str], spots: Sequence[Spot]) -> Iterator[Check]:
    """Yield numbers of things that are listed right beside them, where the list is complete."""
    for spot in spots:
        figure = spot.figure
        if spot.kind not in ("count", "ordinal", "other") or not spot.plain:
            continue
        if spot.value < LEAST or not spot.value.is_integer():
            continue
        text = fields[figure.field]
        if text[figure.start - 1 : figure.start] == "等":
            named = RE_BEFORE.search(text, max(0, figure.start - 80), figure.start - 1)
            items = len(RE_AND.split(named[0])) if named is not None else 0
            if 1 < items < spot.value:
                yield _check((figure,), figure.text, items, "incomplete")
            elif items == spot.value:
                yield _check((figure,), figure.text, items, "consistent")
            continue
        if spot.value > MOST:
            continue
        listed = _items(text, figure)
        if listed is not None and listed == spot.value:
            yield _check((figure,), figure.text, listed, "consistent")


def _items(text: str, figure: Figure) -> int | None:
    """Count the items of the list beside a number; None without one that is whole."""
    start, end = figure.start, figure.end
    # 甲、乙、丙三个: the things come before a Chinese numeral; 甲、乙2栋 counts one of them.
    if text.find("、", max(0, start - ITEM), start) >= 0 and not figure.text[:1].isdecimal():
        before = RE_BEFORE.search(text, max(0, start - 80), start)
        if before is not None:
            return len(RE_AND.split(before[0]))
    if text.find("、", end, end + FIRST_ITEM) < 0:
        return None
    behind = RE_BEHIND.match(text[end : end + 120])
    if behind is not None and "等" not in behind["list"]:
        return len(RE_AND.split(behind["list"]))
    return None


def find_expanded(coinages: Sequence[Coinage], figures: Sequence[Figure]) -> Iterator[Check]:
    """Yield number-slogans whose expansion has as many items as they announce: 小三改."""
    for coinage in coinages:
        if coinage.expansion is None or "numeric_abbreviation" not in coinage.kinds:
            continue
        announced = sum(NUMERALS.get(c, 0) for c in coinage.term)
        items = len(re.split(r"[、，；]|和(?!谐|平)", coinage.expansion))
        held = tuple(
            f
            for f in figures
            if f.field == coinage.field and coinage.start <= f.start and f.end <= coinage.end
        )
        if announced and items in (announced, len([c for c in coinage.term if c in NUMERALS])):
            yield _check(held, coinage.text, items, "consistent")


def _check(figures: tuple[Figure, ...], stated: str, items: int, verdict: str) -> Check:
    return Check(
        "listed",
        figures,
        f"{stated}：列举{items}项",
        str(items),
        stated,
        "consistent" if verdict == "consistent" else "incomplete",
    )
