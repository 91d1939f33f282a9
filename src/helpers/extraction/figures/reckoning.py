"""Which day or period a printed time is, reckoned from the date of the issue.

Dates come out as exact as the print: "2020", "2020-07", "2020-07-01", "2020-Q3".
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from functools import lru_cache

from helpers.extraction.figures.numerals import DIGITS, read_numeral
from helpers.extraction.figures.time_words import LUNAR_FEASTS, SOLAR_FEASTS, TERM_FEASTS

#: Years counted from that of the issue.
YEARS = {
    "今年": 0,
    "本年": 0,
    "去年": -1,
    "上年": -1,
    "前年": -2,
    "大前年": -3,
    "明年": 1,
    "后年": 2,
}
#: Years counted from the one spoken of before.
LATER = {"同年": 0, "当年": 0, "次年": 1, "翌年": 1}
DAYS = {
    "今天": 0,
    "今日": 0,
    "今早": 0,
    "今晚": 0,
    "昨天": -1,
    "昨日": -1,
    "昨晚": -1,
    "昨夜": -1,
    "前天": -2,
    "前晚": -2,
    "大前天": -3,
    "明天": 1,
    "明日": 1,
    "后天": 2,
}
MONTHS = {"上": -1, "本": 0, "这": 0, "当": 0, "下": 1}
WEEKDAYS = {c: i for i, c in enumerate("一二三四五六日")} | {"天": 6}
#: The Julian day number of the day whose ordinal is 0.
JULIAN = 1721425
#: A month printed without its year lies in the year of the issue, unless it would be this many
#: months ahead: 12月 in an issue of January is the last December.
FAR_AHEAD = 7
Span = tuple[str | None, str | None]


def whole(text: str | None) -> int | None:
    """Read a small whole number: '12', '十二', '廿三', '1 2' => 12, 12, 23, 12."""
    if not text:
        return None
    text = text.replace(" ", "")
    if text.isdigit() and text.isascii():
        return int(text)
    number = read_numeral(text)
    return int(number.low) if number is not None else None


def year_of(text: str | None) -> int | None:
    """Read a printed year: 2020, 一九九八, 二〇二〇, 98 => 1998."""
    if not text:
        return None
    digits = "".join(
        c if c.isdigit() and c.isascii() else "0" if c in "Oo" else str(DIGITS[c])
        for c in text
        if c != " "
    )
    return int(digits) + (1900 if len(digits) == 2 else 0)


def years(first: int, last: int | None = None) -> Span:
    """Write years: 2016, 2019 => "2016", "2019"."""
    return f"{first:04d}", f"{last if last is not None else first:04d}"


def month_text(year: int, month: int) -> str:
    """Write a month; one before January or after December lies in another year."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return f"{year:04d}-{month:02d}"


def day_text(year: int, month: int, day: int) -> str | None:
    """Write a day; None if there is no such day."""
    if not 1 <= year <= 9999 or not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return f"{year:04d}-{month:02d}-{day:02d}"


def nearest_year(month: int, issued: date) -> int:
    """Give a month without a year its year: 12 in an issue of January => the year before."""
    return issued.year - (month - issued.month >= FAR_AHEAD)


def part_of_year(year: int, part: str) -> Span:
    """Reckon a part of a year: 上半年, 三、四季度, 前8个月, 年底, 全年."""
    if part in ("上半年", "下半年"):
        first = 1 if part[0] == "上" else 7
        return month_text(year, first), month_text(year, first + 5)
    if part.endswith("季度") or part == "首季":
        numbers = [whole(c) or 1 for c in part if c in "一二三四1234"]
        if part.startswith("前"):
            numbers = [1, whole(part[1]) or 1]
        numbers = numbers or [1]
        return f"{year:04d}-Q{numbers[0]}", f"{year:04d}-Q{numbers[-1]}"
    if part.startswith("前"):
        return month_text(year, 1), month_text(year, whole(part[1:-2]) or 1)
    if part in ("年底", "年末"):
        return f"{year:04d}-12-31", f"{year:04d}-12-31"
    if part in ("底", "末"):
        return month_text(year, 12), month_text(year, 12)
    if part in ("年初", "初"):
        return month_text(year, 1), month_text(year, 1)
    return years(year)


def last_day(month: str | None) -> str | None:
    """Write the last day of a month, by which something is to be: 6月底前 => "2021-06-30"."""
    if month is None or len(month) != 7:
        return month
    return f"{month}-{calendar.monthrange(int(month[:4]), int(month[5:]))[1]:02d}"


def part_of_month(year: int, month: int, part: str) -> Span:
    """Reckon a part of a month; only halves have days, 上旬 and 底 stay the month."""
    if part == "上半月":
        return f"{month_text(year, month)}-01", f"{month_text(year, month)}-15"
    if part == "下半月":
        last = calendar.monthrange(year, month)[1]
        return f"{month_text(year, month)}-16", f"{month_text(year, month)}-{last:02d}"
    return month_text(year, month), month_text(year, month)


def week(issued: date, printed: str, weekday: str | None) -> Span:
    """Reckon 上周四, 本周, 下周一, 上个周末 from the Monday of the issue's week.

    上个星期四 may be the Thursday of this week if that is past; newspapers mean the last one.
    """
    monday = issued - timedelta(days=issued.weekday()) + timedelta(weeks=MONTHS[printed[0]])
    if weekday == "末":
        return str(monday + timedelta(days=5)), str(monday + timedelta(days=6))
    if weekday:
        day = str(monday + timedelta(days=WEEKDAYS[weekday]))
        return day, day
    return str(monday), str(monday + timedelta(days=6))


def near_day(issued: date, word: str) -> Span:
    """Reckon 昨天, 今晚, 月底 from the day of the issue."""
    if word in DAYS:
        day = str(issued + timedelta(days=DAYS[word]))
        return day, day
    return part_of_month(issued.year, issued.month, word[1])


@lru_cache(maxsize=1024)
def feast(name: str, year: int) -> str | None:
    """Return the day of a feast: 春节, 2020 => "2020-01-25"."""
    if name in SOLAR_FEASTS:
        return day_text(year, *SOLAR_FEASTS[name])
    if name in LUNAR_FEASTS:
        return lunar_day(year, *LUNAR_FEASTS[name])
    return solar_term(year, TERM_FEASTS[name])


def next_feast(name: str, issued: date) -> str | None:
    """Return the feast nearest to the issue: 春节 in an issue of December => that of next year."""
    days = [feast(name, issued.year + i) for i in (-1, 0, 1)]
    there = [date.fromisoformat(day) for day in days if day]
    return str(min(there, key=lambda day: abs(day - issued))) if there else None


def lunar_day(year: int, month: int, day: int) -> str | None:
    """Return the day of the solar calendar: 2019, 3, 4 (三月初四) => "2019-04-08"."""
    first = _lunar_months(year).get(month)
    if first is None or not 1 <= day <= 30:
        return None
    return str(first + timedelta(days=day - 1))


@lru_cache(maxsize=512)
def _lunar_months(year: int) -> dict[int, date]:
    """Return the first day of each lunar month of a year, leap months left out.

    lunar_python is asked once for a year: it takes a millisecond for each day.
    """
    from lunar_python import LunarYear

    if not 1600 < year < 2600:
        return {}
    return {
        int(month.getMonth()): date.fromordinal(int(month.getFirstJulianDay()) - JULIAN)
        for month in LunarYear.fromYear(year).getMonths()
        if month.getYear() == year and month.getMonth() > 0
    }


@lru_cache(maxsize=256)
def solar_term(year: int, name: str) -> str | None:
    """Return the day of a solar term: 清明, 2020 => "2020-04-04"."""
    from lunar_python import Solar

    month, day = {"清明": (4, 4), "冬至": (12, 21)}[name]
    try:
        table = Solar.fromYmd(year, month, day).getLunar().getJieQiTable()
        term = table[name]
    except Exception:
        return None
    return day_text(term.getYear(), term.getMonth(), term.getDay())
