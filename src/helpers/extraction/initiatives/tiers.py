"""The levels at which a programme runs, and the technology that it uses, as sentences tell them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from helpers.extraction.figures.numerals import read_numeral
from helpers.extraction.initiatives.initiative import Tier
from helpers.extraction.initiatives.words import technology_finder

#: Words of level from the largest to the smallest; a tier is placed by the first that it has.
LEVELS = (
    "国家", "中央", "全国", "省", "市级", "设区市", "市", "县", "区级", "区", "旗",
    "乡镇（街道）", "乡镇(街道)", "镇（街道）", "镇街", "乡镇", "街道", "镇", "乡", "片区",
    "村（社区）", "村（社）", "村(社区)", "村社", "行政村", "社区", "村", "自然村", "小区",
    "网格", "微网格", "楼栋", "楼道", "单元", "村民小组", "组", "户",
)  # fmt: skip
_UNIT = "|".join(sorted(map(re.escape, LEVELS), key=lambda level: -len(level)))
#: 区级群, 乡镇（街道）平台, 村级指挥中心, with their number before: 9个乡镇（街道）群.
RE_TIER = re.compile(
    rf"(?:(?P<count>\d{{1,6}}|[一二两三四五六七八九十百]{{1,5}})个)?"
    rf"(?P<name>(?:{_UNIT})(?:级)?(?:工作|指挥|调解|服务|治理|综治|信息)?"
    r"(?:群|平台|中心|站|专班|指挥部|指挥室|工作室|分中心|网格|微网格|党支部|领导小组|河长|路长|林长|田长|联盟|工作站|服务站|服务点))"
)
#: 县、乡、村三级; 市县乡村四级; 区、街道、社区三级.
RE_LEVELS = re.compile(rf"(?P<units>(?:(?:{_UNIT})[、]?){{2,6}})(?:等)?[两二三四五六]级")
#: 街道、社区、小区上下: a row of levels without their number is none.
RE_UNIT = re.compile(rf"{_UNIT}")


def find_tiers(sentences: Iterable[str]) -> tuple[Tier, ...]:
    """Return the levels that sentences name: 1个县级群、9个乡镇群 => 县级群 1, 乡镇群 9."""
    found: dict[str, float | None] = {}
    rows: dict[str, None] = {}
    for sentence in sentences:
        if "级" in sentence:
            for match in RE_LEVELS.finditer(sentence):
                rows.update(dict.fromkeys(RE_UNIT.findall(match["units"])))
        for match in RE_TIER.finditer(sentence):
            name, count = match["name"], match["count"]
            known = found.get(name)
            found[name] = known if known is not None or not count else _number(count)
    counted = {name for name, count in found.items() if count is not None}
    if not counted and len(found) < 2:
        found = {}
    tiers = [Tier(name, count) for name, count in found.items()] or [Tier(name) for name in rows]
    tiers = _once(tiers)
    return tuple(sorted(tiers, key=lambda tier: rank(tier.name)))


def _once(tiers: list[Tier]) -> list[Tier]:
    """Keep one tier of each level, the counted one first: 村（社）群 36, not 村（社区）群."""
    kept: dict[int, Tier] = {}
    for tier in sorted(tiers, key=lambda tier: tier.number is None):
        kept.setdefault(rank(tier.name), tier)
    return list(kept.values())


#: Levels that stand for each other in a tier's name.
_SAME = (
    ("国家", "中央", "全国"), ("省",), ("设区市", "市级", "市"), ("县", "区级", "区", "旗"),
    ("乡镇（街道）", "乡镇(街道)", "镇（街道）", "镇街", "乡镇", "街道", "镇", "乡"), ("片区",),
    ("村（社区）", "村（社）", "村(社区)", "村社", "行政村", "社区", "村"), ("自然村",), ("小区",),
    ("微网格", "网格"), ("楼栋", "楼道", "单元"), ("村民小组", "组"), ("户",),
)  # fmt: skip
_RANKS = {level: number for number, levels in enumerate(_SAME) for level in levels}


def rank(name: str) -> int:
    """Return how far down a tier stands: 0 the country, 3 the county, 12 the household."""
    for length in range(min(6, len(name)), 0, -1):
        if name[:length] in _RANKS:
            return _RANKS[name[:length]]
    return len(_SAME)


def _number(printed: str) -> float | None:
    read = read_numeral(printed)
    return None if read is None else read.value


def find_technology(sentences: Iterable[str]) -> tuple[str, ...]:
    """Return the technology that sentences name, each once, in their order."""
    found: dict[str, None] = {}
    for sentence in sentences:
        found.update(dict.fromkeys(word for _, _, word in technology_finder().find(sentence)))
    return tuple(found)
