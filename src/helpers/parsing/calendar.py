"""The printed calendar against the computed one: lunar dates and weekdays."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from lunar_python import LunarYear

#: The Julian day number of the day whose ordinal is 0.
JULIAN = 1721425
DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0}
WEEKDAYS = "一二三四五六日"
MONTHS = {"正": 1, "元": 1, "冬": 11, "腊": 12}
STEMS, BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"

#: 农历庚子年十一月十六, 己亥年闰四月初三, 农历腊月廿三; not 2020年12月30日, not 十一月 alone.
RE_LUNAR = re.compile(
    rf"(?:农历|夏历|阴历)?\s*(?:(?P<year>[{STEMS}][{BRANCHES}])(?:[鼠牛虎兔龙蛇马羊猴鸡狗猪])?年)?"
    r"\s*(?P<leap>闰)?(?P<month>[正元冬腊]|十[一二]|[一二三四五六七八九十])月"
    r"(?P<day>初[一二三四五六七八九十]|二十[一二三四五六七八九]?|十[一二三四五六七八九]?"
    r"|廿[一二三四五六七八九]?|三十|卅)"
)


def chinese_number(text: str) -> int:
    """Read a Chinese or Arabic number below 100: '二十一' => 21, '廿三' => 23, '12' => 12."""
    if text.isdecimal():
        return int(text)
    text = text.replace("廿", "二十").replace("卅", "三十").removeprefix("初")
    tens, ten, units = text.partition("十")
    if not ten:
        return int("".join(str(DIGITS[c]) for c in text))
    return (DIGITS[tens] if tens else 1) * 10 + (DIGITS[units] if units else 0)


@lru_cache(maxsize=256)
def _months(year: int) -> tuple[tuple[int, int, int], ...]:
    """Return the lunar months around a year: (ordinal of the first day, lunar year, month).

    Computed by lunar_python once a year, because it takes a hundred times longer a day.
    """
    return tuple(
        (int(month.getFirstJulianDay()) - JULIAN, month.getYear(), month.getMonth())
        for month in LunarYear.fromYear(year).getMonths()
    )


def lunar_of(day: date) -> tuple[str, int, int]:
    """Return (sexagenary year, lunar month, lunar day) of a Gregorian date.

    The month is negative in a leap month. lunar_python's names of months (冬月) differ from the
    newspapers', so numbers are compared.
    """
    ordinal = day.toordinal()
    first, year, month = max(m for m in _months(day.year) if m[0] <= ordinal)
    return STEMS[(year - 4) % 10] + BRANCHES[(year - 4) % 12], month, ordinal - first + 1


def lunar_matches(day: date, printed: str) -> bool | None:
    """Say whether a printed lunar date falls on `day`; None if it cannot be read.

    (2020-12-30, '农历庚子年十一月十六') => True.
    """
    match = RE_LUNAR.search(printed)
    if match is None:
        return None
    year, month, number = lunar_of(day)
    stated = MONTHS.get(match["month"]) or chinese_number(match["month"])
    if match["leap"]:
        stated = -stated
    return (
        match["year"] in (None, year) and stated == month and chinese_number(match["day"]) == number
    )


def weekday_matches(day: date, printed: str) -> bool:
    """Say whether a printed weekday falls on `day`: (2020-12-30, '星期三') => True."""
    return printed[-1].replace("天", "日") == WEEKDAYS[day.weekday()]
