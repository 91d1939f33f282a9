"""The rules that say what a figure measures, by its unit and the words beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass

MEASURE_NAMES = {
    "reported": ("受理事项", "Matters taken in"),
    "settled": ("办结事项", "Matters settled"),
    "rate": ("比率", "Rate"),
    "townships": ("覆盖乡镇街道", "Townships covered"),
    "communities": ("覆盖村社小区", "Villages and communities covered"),
    "users": ("注册用户", "Registered users"),
    "staff": ("网格员", "Grid members"),
    "duration": ("办理时间", "Time taken"),
    "branches": ("党支部", "Party branches"),
    "members": ("党员", "Party members"),
    "households": ("联系农户", "Households linked"),
    "rise": ("升幅", "Rise"),
    "fall": ("降幅", "Fall"),
}


@dataclass(frozen=True, slots=True)
class Rule:
    """One measure: the units it is printed in and the words before and after that must match."""

    measure: str
    units: frozenset[str]
    before: re.Pattern[str] | None = None
    after: re.Pattern[str] | None = None


def _rule(measure: str, units: str, *, before: str = "", after: str = "") -> Rule:
    return Rule(
        measure,
        frozenset(units.split()),
        re.compile(before) if before else None,
        re.compile(after) if after else None,
    )


_TOWN = r"乡镇|街道|镇街|镇"
_SMALL = r"社区|行政村|自然村|村居|村社|小区|村"
_SPREAD = r"上线|接入|覆盖|扩展|扩大|推广|推开|铺开|开通|走到"
_EVENTS = "件 起 条 单"
#: Read in order; the first rule that fits decides. `before` is searched in the words since the
#: figure before, `after` in the words up to the next figure.
RULES = (
    _rule(
        "branches", "个", after=r"^(?:小区)?(?:建起|建立|成立|组建)?[“”\w]{0,6}(?:党?支部|党组织)"
    ),
    _rule("branches", "个", before=r"(?:党支部|党组织).*(?:建立|成立|建起|组建|覆盖)了?$"),
    _rule(
        "members",
        "名 人 位",
        after=r"^(?:余|多)?[^，。、\w]{0,2}(?:在职|退休|农村|流动|老|年轻)?党员",
    ),
    _rule("households", "户", before=r"^(?!.*每).*(?:联系|结对|走访)[^，。]{0,6}$"),
    _rule("households", "户", before=r"把全\w$", after=r"^联"),
    _rule(
        "settled", _EVENTS, before=r"(?<![未没不])(?:办结|办成|化解|解决|处置|完成|整改)\w{0,4}$"
    ),
    _rule(
        "reported",
        _EVENTS,
        before=r"(?:受理|收到|交办|上报|报事|收集|梳理|认领|接报|派出)[^，。]{0,10}$",
    ),
    _rule(
        "rate",
        "%",
        before=r"\w率(?:均|就|已|约|近|只有|仅|达到?|为|是|由|从|超过?|提高到|提升到|升至|升到){0,2}$",
    ),
    _rule("users", "人 户 名 位", before=r"^(?!.*新增).*(?:注册|用户|下载|关注)\w{0,4}$"),
    _rule("staff", "名 人 位", after=r"^(?:专职|兼职)?网格员"),
    _rule("staff", "名 人 位", before=r"网格员(?:由|从|有|共)$"),
    _rule("townships", "个", before=rf"(?<!新)(?:{_SPREAD})", after=rf"^(?:{_TOWN})"),
    _rule("townships", "个", after=rf"^(?:{_TOWN})[^，。]{{0,8}}(?:{_SPREAD})"),
    _rule("townships", "个", before=rf"(?:{_TOWN})[^，。]{{0,4}}$", after=rf"^(?:{_SPREAD})"),
    _rule("townships", "个", before=rf"(?:{_SPREAD})的(?:{_TOWN})"),
    _rule("communities", "个", before=rf"(?<!新)(?:{_SPREAD})", after=rf"^(?:{_SMALL})"),
    _rule("communities", "个", after=rf"^(?:{_SMALL})[^，。]{{0,8}}(?:{_SPREAD})"),
    _rule("duration", "天 小时 分钟 秒 工作日", before=r"(?:平均|时长|时间|用时|周期)\w{0,4}$"),
)
