"""A figure for each of something: 每斤14元, 6元一斤, 130元/天, 每户每月40元, 人均3至4亩."""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpers.extraction.figures.figure import Amount
from helpers.extraction.figures.units import UNIT, in_ledger

#: What a rate is for: a unit, or a day, month, year; 每100克 is not read.
_EACH = rf"(?:个?(?:{UNIT}|日|月|组|村|班|队|站|校|车|箱|厂|店|餐|学期|学年|天))"
#: 每斤, 每户每月, 每名党员联系: with up to six characters that lead to the figure.
RE_EACH = re.compile(
    rf"(?P<start>每(?P<each>{_EACH})(?:每(?P<also>{_EACH}))?)"
    r"(?P<link>[^，。；：、！？（）“”\n\d一二三四五六七八九十百千万]{0,6}) ?$"
)
#: 一斤 behind a price: 6元一斤; one before it: 一天130元.
RE_PER_AFTER = re.compile(
    r" ?(?:(?:一|每|/|／|╱)(?P<unit>公斤|市斤|千克|斤|亩|吨|天|日|个?月|年|个?小时|次|人|户|个"
    r"|只|头|株|棵|平方米|立方米|公里|件|张|度|米|斗|担|份|瓶|箱|桶|袋|盒|杯|碗|套|台|辆|组|克"
    r"|升|工))"
    r"(?![一-龥]?[年月日]前)"
)
RE_PER_BEFORE = re.compile(
    r"(?<![第另头\d十百])一(?P<unit>天|斤|公斤|亩|个?月|年|个?小时|次|人|户|晚) ?$"
)
#: 人均, 日均 within the clause, with no other figure between.
MEANS = {
    "人均": "人",
    "日均": "天",
    "月均": "月",
    "年均": "年",
    "户均": "户",
    "亩均": "亩",
    "亩产": "亩",
}
RE_MEAN = re.compile(r"(?P<mean>人均|[日月年户亩]均|亩产)[^，。；、：\d\n]{0,8}$")
REACH = 16
#: What a rate behind a figure begins with.
PER_BEGINS = frozenset(" 一每/／╱")


def per_unit(printed: str) -> str:
    """Name what a rate is for: 个月 => 月, 公斤 => 公斤."""
    return in_ledger(printed.removeprefix("个") if len(printed) > 1 else printed)[0]


#: How often: 每周四, 每月, 每晚一会议; not 每天 (all the time), not before a number (每月260元).
RE_OFTEN = re.compile(
    r"每(?P<span>天|日|月|周|年|晚)一(?P<times>[期篇次趟回会议结评换]{1,3})"
    r"|每(?:个)?(?P<unit>周|星期|月|季度|半年|晚)(?:(?P<weekday>[一二三四五六日天])(?![个次趟回"
    r"期场篇节])(?P<more>(?:[、和](?:周|星期)?[一二三四五六日])*))?(?!末)"
)
RE_WEEKDAY = re.compile(r"[一二三四五六日]")
#: What follows when the rate is told by another figure: 每月260元, 每周2节.
RE_NUMBER_NEXT = re.compile(r"[^，。；：、\n]{0,3}[\d二两三四五六七八九十百千万几半]")


def find_often(text: str) -> Iterator[Amount]:
    """Yield how often something is done: 每周四 => 1 次/周, 每月水质检测 => 1 次/月."""
    if "每" not in text:
        return
    for found in RE_OFTEN.finditer(text):
        start, end = found.span()
        if found["span"]:
            often = found["times"][0] if found["times"][0] in "期篇次趟回" else "次"
            span = {"日": "天"}.get(found["span"], found["span"])
            if found["span"] == "周":
                continue
            core = found.end("span")
            yield Amount(start, end, start, core, "other", 1.0, 1.0, 1.0, f"{often}/{span}", None)
            continue
        if found["weekday"] and found["unit"] not in ("周", "星期"):
            continue
        if found["weekday"] is None and RE_NUMBER_NEXT.match(text, end):
            continue
        unit = {"星期": "周"}.get(found["unit"], found["unit"])
        times = 1.0 + len(RE_WEEKDAY.findall(found["more"] or ""))
        yield Amount(start, end, start, end, "other", times, times, times, f"次/{unit}", None)
