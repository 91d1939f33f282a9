"""Numbers of things that the article goes through further off: 三盏灯 and 第一盏 to 第三盏."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from helpers.extraction.checks.model import Check, Spot

#: Parts in order behind the number: 三件事：甲，乙，还有丙。
RE_CLAUSES = re.compile(r"[^，。：；“”（）\n]{0,8}：(?P<list>[^。：“”\n]{6,120})[。\n]")
#: A list that says that it is not whole: 5个站点，甲、乙、丙等地.
RE_SOME = re.compile(
    r"[^，。；：、\n]{0,12}[，：（]?(?:有|如|包括|像|其中|涵盖|分别)"
    r"(?P<list>(?:[^，。；：、！？\n（）]{1,12}、){1,8}[^，。；：、！？\n（）]{1,12}?)等"
)
#: So many characters of a quotation: “等一等”三个字, 两个字：“成了”.
RE_QUOTED = re.compile(r"“(?P<words>[\u4e00-\u9fff]{2,8})”(?:这|那)?$")
RE_QUOTED_BEHIND = re.compile(r"字[：，]?“(?P<words>[\u4e00-\u9fff]{2,8})[！。]?”")
#: Numbers that are announced.
LEAST, MOST = 2, 10
KINDS = ("count", "other")
#: Units of so many things that 第一个 need not be one of the 三个 before it.
LOOSE = frozenset("个年次届条项点人")


def find_announced(fields: Mapping[str, str], spots: Sequence[Spot]) -> Iterator[Check]:
    """Yield announced numbers of things that the article then goes through."""
    ordinals: dict[str, dict[int, Spot]] = {}
    for spot in spots:
        if spot.kind == "ordinal" and spot.value > 0 and spot.unit not in LOOSE:
            ordinals.setdefault(spot.unit, {}).setdefault(int(spot.value), spot)
    for spot in spots:
        if spot.kind not in KINDS or not spot.plain or not LEAST <= spot.value <= MOST:
            continue
        if not spot.value.is_integer():
            continue
        value, text = int(spot.value), fields[spot.field]
        ordered = ordinals.get(spot.unit, {})
        if len(ordered) == value and set(ordered) == set(range(1, value + 1)):
            yield _check(value, "consistent", spot, *(ordered[n] for n in sorted(ordered)))
            continue
        end = spot.figure.end
        if text.startswith("字", end):
            if _characters(text, spot.figure.start, end) == value:
                yield _check(value, "consistent", spot)
        elif _clauses(text, end) == value:
            yield _check(value, "consistent", spot)
        elif text.find("、", end, end + 40) >= 0:
            some = RE_SOME.match(text, end, end + 130)
            items = some["list"].count("、") + 1 if some is not None else value
            if items < value:
                yield _check(items, "incomplete", spot)


def _characters(text: str, start: int, end: int) -> int:
    """Count the characters of the quotation beside 三个字; 0 without one."""
    quoted = RE_QUOTED.search(text[max(0, start - 14) : start])
    quoted = quoted or RE_QUOTED_BEHIND.match(text, end)
    return len(quoted["words"]) if quoted is not None else 0


def _clauses(text: str, end: int) -> int:
    """Count the parts of a list of clauses behind a number; 0 if none stands there."""
    if text.find("：", end, end + 9) < 0:
        return 0
    match = RE_CLAUSES.match(text, end)
    if match is None:
        return 0
    mark = "；" if "；" in match["list"] else "，"
    parts = [part for part in match["list"].split(mark) if part.strip()]
    return len(parts) if len(parts) > 1 else 0


def _check(items: int, verdict: str, *told: Spot) -> Check:
    stated = told[0].figure.text
    return Check(
        "listed",
        tuple(spot.figure for spot in told),
        f"{stated}：列举{items}项",
        str(items),
        stated,
        "consistent" if verdict == "consistent" else "incomplete",
    )
