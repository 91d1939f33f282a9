"""Read what was matched as a time: its kind, its first and last day, month or year."""

from __future__ import annotations

import re
from datetime import date, timedelta

from helpers.extraction.figures import reckoning
from helpers.extraction.figures.figure import Kind
from helpers.extraction.figures.reckoning import LATER, YEARS, Span, whole, year_of

#: 腊月 falls in January of the next year: in an issue of January it is that of the year before.
FAR_AHEAD_LUNAR = 8


class Memory:
    """What the text said before: the year of the sentence, the last year and month of all."""

    __slots__ = ("issued", "last_year", "month", "month_year", "seen", "year")

    def __init__(self, issued: date | None) -> None:
        """Begin a text of an issue."""
        self.issued = issued
        self.year: int | None = None
        self.last_year: int | None = None
        self.month: int | None = None
        self.month_year: int | None = None
        self.seen = 0


def calendar_date(found: re.Match[str], memory: Memory) -> tuple[Kind, Span]:
    """Read 2020年12月29日, 去年10月, 1—11月, 9月底: a month without a year lies near the issue."""
    month = whole(found["month"]) or 1
    year = _printed_year(found["year"], found["spoken"], memory)
    if year is None:
        year = memory.year
    if year is None:
        year = reckoning.nearest_year(month, memory.issued) if memory.issued else None
    if year is None:
        return "date", (None, None)
    memory.month, memory.month_year = month, year
    first_month = whole(found["month_from"])
    if found["day"]:
        last = reckoning.day_text(year, month, whole(found["day"]) or 0)
        if found["day_from"]:
            return "period", (reckoning.day_text(year, month, whole(found["day_from"]) or 0), last)
        return "date", (last, last)
    if first_month:
        before = year - (first_month > month)
        return "period", (
            reckoning.month_text(before, first_month),
            reckoning.month_text(year, month),
        )
    if found["month_part"]:
        part = found["month_part"]
        return (
            "period" if "半" in part or "旬" in part else "date",
            reckoning.part_of_month(year, month, part),
        )
    text = reckoning.month_text(year, month)
    return "date", (text, text)


def _printed_year(printed: str | None, spoken: str | None, memory: Memory) -> int | None:
    """Read the year that is printed, and remember it for the sentence."""
    if printed:
        memory.year = year_of(printed)
    elif spoken in LATER:
        base = memory.year or memory.last_year or memory.month_year
        memory.year = None if base is None else base + LATER[spoken]
    elif spoken:
        memory.year = memory.issued.year + YEARS[spoken] if memory.issued else None
    else:
        return None
    memory.last_year = memory.year
    return memory.year


def lone_day(found: re.Match[str], memory: Memory) -> tuple[Kind, Span]:
    """Read 22日: of the month last spoken of, else of that of the issue."""
    if memory.issued is None and memory.month is None:
        return "date", (None, None)
    day = whole(found["lone"] or found["lone_han"]) or 1
    if memory.month is not None and memory.month_year is not None:
        year, month = memory.month_year, memory.month
    else:
        assert memory.issued is not None
        year, month = memory.issued.year, memory.issued.month
        if day > memory.issued.day + 14:
            # An issue of the 2nd that speaks of the 30th means the month before.
            year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    last = reckoning.day_text(year, month, day)
    if found["lone_from"]:
        return "period", (reckoning.day_text(year, month, whole(found["lone_from"]) or 0), last)
    return "date", (last, last)


def of_year(found: re.Match[str], memory: Memory) -> tuple[Kind, Span] | None:
    """Read 2017年, 今年上半年, 明年元宵节; None for 当年 and what has no year before it."""
    spoken = found["spoken2"]
    part = found["year_part"] or found["spoken_part"]
    name = found["year_feast"] or found["spoken_feast"]
    if spoken in LATER and not part and not found["bound"]:
        return None
    year = _printed_year(found["year2"] or found["two2"], spoken, memory)
    if year is None:
        return ("period", (None, None)) if memory.issued is None else None
    if found["year_from"]:
        return "period", reckoning.years(year_of(found["year_from"]) or year, year)
    if name:
        day = reckoning.feast(name, year)
        return "date", (day, day)
    if part:
        kind: Kind = "date" if part[-1] in "初底末" else "period"
        return kind, reckoning.part_of_year(year, part)
    if spoken:
        return ("date" if YEARS.get(spoken, 0) > 0 else "period"), reckoning.years(year)
    return ("period" if found[0].endswith(("度", "间")) else "date"), reckoning.years(year)


def part_of_this_year(part: str, memory: Memory) -> tuple[Kind, Span]:
    """Read 上半年, 一季度, 年底: of the year of the sentence, else of that of the issue."""
    if memory.issued is None:
        return "period", (None, None)
    year = memory.year or memory.issued.year
    if part[0] in "今去明" and len(part) == 2:
        return "period", reckoning.years(memory.issued.year + YEARS[part[0] + "年"])
    kind: Kind = "date" if part in ("年底", "年末", "年初", "年中") else "period"
    return kind, reckoning.part_of_year(year, part)


def decade(century: str | None, printed: str) -> Span:
    """Read 上世纪八十年代, 90年代: of the 20th century, where none is printed."""
    if printed.isdigit() and len(printed) == 4:
        first = int(printed)
    else:
        tens = whole(printed) or 0
        if century in ("本世纪", "二十一世纪", "21世纪") or (century is None and tens < 20):
            first = 2000 + tens
        elif century in ("十九世纪", "19世纪"):
            first = 1800 + tens
        else:
            first = 1900 + tens
    return reckoning.years(first, first + 9)


def lunar_date(found: re.Match[str], memory: Memory) -> Span:
    """Read 正月初八, 去年腊月二十."""
    if memory.issued is None:
        return None, None
    month = {"正": 1, "冬": 11, "腊": 12}.get(found["lunar_month"]) or whole(found["lunar_month"])
    printed = found["lunar_day"].removeprefix("初")
    spoken = found["lunar_year"]
    year = memory.issued.year + (YEARS.get(spoken, 0) if spoken else 0)
    if not spoken and (month or 1) - memory.issued.month >= FAR_AHEAD_LUNAR:
        year -= 1
    day = reckoning.lunar_day(year, month or 1, whole(printed) or 1)
    return day, day


def long_ago(found: re.Match[str], issued: date | None) -> Span:
    """Reckon 12天前, 两年前的8月 from the day of the issue."""
    number = whole(found["ago"])
    if issued is None or number is None or number > 200:
        return None, None
    if found["ago_unit"] == "天":
        day = str(issued - timedelta(days=number))
        return day, day
    if found["ago_unit"] == "年":
        year = issued.year - number
        if found["ago_month"]:
            text = reckoning.month_text(year, whole(found["ago_month"]) or 1)
            return text, text
        return reckoning.years(year)
    text = reckoning.month_text(issued.year, issued.month - number)
    return text, text


def spoken_of(found: re.Match[str], memory: Memory) -> tuple[Kind, Span]:
    """Read 本月, 昨天, 上周四, 春节前 from the day of the issue."""
    issued = memory.issued
    if issued is None:
        return "date", (None, None)
    if found["near_month"]:
        month = issued.month + reckoning.MONTHS[found["near_month"][0]]
        text = reckoning.month_text(issued.year, month)
        year, number = int(text[:4]), int(text[5:])
        if found["near_day"]:
            day = reckoning.day_text(year, number, whole(found["near_day"]) or 0)
            return "date", (day, day)
        if found["near_part"]:
            return "date", reckoning.part_of_month(year, number, found["near_part"])
        return ("period" if found["near_month"][0] in "本这当" else "date"), (text, text)
    if found["week"]:
        span = reckoning.week(issued, found["week"], found["weekday"])
        return ("date" if span[0] == span[1] else "period"), span
    if found["today"]:
        return "date", reckoning.near_day(issued, found["today"])
    day = reckoning.next_feast(found["feast"], issued)
    return "date", (day, day)
