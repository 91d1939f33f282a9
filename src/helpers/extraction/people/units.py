"""The unit that somebody's office belongs to: the village, the town, the bureau, by name."""

from __future__ import annotations

import re

#: Bodies that every village, town or county has: without them the unit's own name is left.
RE_BODY = re.compile(
    r"(?:党支部|党总支|总支|支部|党工委|党委|党组|党群|纪委|两委|村民委员会|居民委员会|委员会|村委会?|居委会?|业委会?|妇联"
    r"|团委|团支部|团工委|工会|人民政府|政府|街道办事处|办事处|街道办|管委会|人大|政协|委)+$"
)
#: A place with the word of its level: 甲街道乙村 => 甲街道, 乙村.
RE_PLACE = re.compile(
    r"[\u4e00-\u9fff]{1,6}?(?:自然村|社区|小区|村|街道|乡|镇|县|区|市|旗|州|省)(?=[\u4e00-\u9fff]|$)"
)
#: Words of a level that name no unit.
RE_NAMELESS = re.compile(
    r"(?:[全本该各我同两县省]|行政|自然|农|山|新)?(?:村|社区|小区|街道|乡|镇|乡镇|村镇|县|区|市|市区|县区|城区|园区|片区|州|省|旗)?"
    r"|公司|项目|企业|学校|医院|单位|本报"
)


def unit_of(organisation: str | None, place: str | None) -> str | None:
    """Return the smallest named unit of an office; None where none is named.

    甲镇乙村党支部, 甲镇 => 乙村; 村党支部, none => none; 县水利局, none => 县水利局.

    Args:
        organisation: Organisation of the office; it goes before the place.
        place: Place that the person belongs to.
    """
    return next((unit for whole in (organisation, place) if (unit := _name(whole))), None)


def same_unit(one: str, other: str) -> bool:
    """Say whether two units are one: 水利局 is 县水利局, 乙村 is not 丙村."""
    return one.endswith(other) or other.endswith(one)


def _name(whole: str | None) -> str:
    if not isinstance(whole, str):
        return ""
    own = RE_BODY.sub("", whole) if not whole.endswith(("协委", "发改委")) else whole
    parts = RE_PLACE.findall(own)
    named = parts[-1] if parts and own.endswith(parts[-1]) else own
    return "" if RE_NAMELESS.fullmatch(named) else named
