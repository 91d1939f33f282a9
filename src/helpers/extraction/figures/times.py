"""Find dates and periods: 12月29日, 去年10月, 1—11月, 今年7月以来, 三、四季度, 上个星期四."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from helpers.extraction.figures import reckoning
from helpers.extraction.figures.figure import Hedge, Kind
from helpers.extraction.figures.reckoning import LATER, YEARS, Span, whole, year_of
from helpers.extraction.figures.time_words import JOIN, RE_TIME

#: What lies between two times that make one period: 5月1日至7月3日.
RE_JOIN = re.compile(rf" ?{JOIN} ?")
#: A two-digit number before 年 is a year only in a paper of that century: 98年.
LAST_TWO_DIGITS = 2009
#: How far before a word the mark that opens the speech it stands in is looked for.
SPEECH = 300
#: 今天, 昨日 speak of the day of the issue where a clause begins with them, or after these.
BEFORE_TODAY = frozenset(("", *"，。；：、（\n 　到至截止自从于在是起日讯—"))
#: 第22日, 一二月, 双十一 are no dates; 每月5日 is no one date.
NOT_BEFORE = frozenset("第每个几数某各双零")
NOT_BEFORE_DAY = frozenset("满一二三四五六七八九十百月年")
NOT_BEFORE_YEAR = frozenset("近约了这满")
NOT_PART = frozenset("每逐历某各多近")


class Time(NamedTuple):
    """One time: where it stands, its first and last day, month or year."""

    start: int
    end: int
    kind: Kind
    first: str | None
    last: str | None
    approx: Hedge | None = None
    core_end: int = 0


class _Memory:
    """What the text said before: the year of the sentence, the month and year of the last date."""

    __slots__ = ("issued", "month", "month_year", "seen", "year")

    def __init__(self, issued: date | None) -> None:
        self.issued = issued
        self.year: int | None = None
        self.month: int | None = None
        self.month_year: int | None = None
        self.seen = 0


def find_times(text: str, issued: date | None) -> list[Time]:
    """Find the dates and periods of a text, in order.

    Args:
        text: The plain reading of a field.
        issued: The date of the issue; without it a date needs its year to have a value.
    """
    memory = _Memory(issued)
    times: list[Time] = []
    for found in RE_TIME.finditer(text):
        stop = text.find("。", memory.seen, found.start())
        line = text.find("\n", memory.seen, found.start())
        if max(stop, line) >= 0:
            memory.year = None
        memory.seen = found.start()
        time = _time(found, text, memory)
        if time is not None:
            times.append(time)
    return list(_joined(times, text))


def _time(found: re.Match[str], text: str, memory: _Memory) -> Time | None:
    """Read one match of `RE_TIME`; None if it is no time after all."""
    start, end = found.span()
    before = text[start - 1] if start else ""
    kind: Kind = "date"
    span: Span | None
    if found["month"]:
        if before in NOT_BEFORE:
            return None
        kind, span = _calendar(found, memory)
    elif found["lone"] or found["lone_han"]:
        if before in NOT_BEFORE or before in NOT_BEFORE_DAY:
            return None
        kind, span = _lone_day(found, memory)
    elif found["year2"] or found["two2"] or found["spoken2"]:
        if found["two2"] and not _old(memory.issued, before):
            return None
        read = _year(found, memory)
        if read is None:
            return None
        kind, span = read
    elif found["part"]:
        if before in NOT_PART:
            return None
        kind, span = _part(found["part"], memory)
    elif found["decade"]:
        kind, span = "period", _decade(found["century"], found["decade"])
    elif found["plan"]:
        year = 1981 + 5 * ((whole(found["plan"]) or 0) - 6)
        kind, span = "period", reckoning.years(year, year + 4)
    elif found["py"]:
        day = reckoning.day_text(int(found["py"]), int(found["pm"]), int(found["pd"]))
        span = (day, day)
    elif found["lunar_day"]:
        span = _lunar(found, memory)
    elif found["ago"]:
        kind, span = "date", _ago(found, memory.issued)
    else:
        if found["today"] and (
            before not in BEFORE_TODAY or text.startswith("的", end) or _in_speech(text, start)
        ):
            return None
        kind, span = _spoken(found, memory)
    if span == (None, None) and memory.issued is not None:
        return None
    if found["open"]:
        kind, span = "period", (span[0] if span else None, None)
        first_open = span[0]
        if found["spoken2"] and first_open and len(first_open) == 4:
            span = (f"{first_open}-01", None)
    first, last = span
    if found["bound"] and found["bound"].endswith("前"):
        if found["spoken2"] and found[0] == found["spoken2"] + found["bound"]:
            # 去年前三季度 begins with a bound that is none.
            end = found.start("bound")
            return Time(start, end, kind, first, last, None, end)
        if text[found.start("bound") - 1] in "底末":
            first = last = reckoning.last_day(last)
    core_end = found.start("bound") if found["bound"] else end
    return Time(start, end, kind, first, last, _vague(found), core_end)


def _vague(found: re.Match[str]) -> Hedge | None:
    return "about" if found["year_part"] in ("初", "年初") else None


def _old(issued: date | None, before: str) -> bool:
    return issued is not None and issued.year <= LAST_TWO_DIGITS and before not in NOT_BEFORE_YEAR


def _calendar(found: re.Match[str], memory: _Memory) -> tuple[Kind, Span]:
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


def _printed_year(printed: str | None, spoken: str | None, memory: _Memory) -> int | None:
    """Read the year that is printed, and remember it for the sentence."""
    if printed:
        memory.year = year_of(printed)
    elif spoken in LATER:
        base = memory.year or memory.month_year
        memory.year = None if base is None else base + LATER[spoken]
    elif spoken:
        memory.year = memory.issued.year + YEARS[spoken] if memory.issued else None
    else:
        return None
    return memory.year


def _lone_day(found: re.Match[str], memory: _Memory) -> tuple[Kind, Span]:
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


def _year(found: re.Match[str], memory: _Memory) -> tuple[Kind, Span] | None:
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
        return ("date" if YEARS[spoken] > 0 else "period"), reckoning.years(year)
    return ("period" if found[0].endswith(("度", "间")) else "date"), reckoning.years(year)


def _part(part: str, memory: _Memory) -> tuple[Kind, Span]:
    if memory.issued is None:
        return "period", (None, None)
    year = memory.year or memory.issued.year
    if part[0] in "今去明" and len(part) == 2:
        return "period", reckoning.years(memory.issued.year + YEARS[part[0] + "年"])
    kind: Kind = "date" if part in ("年底", "年末", "年初", "年中") else "period"
    return kind, reckoning.part_of_year(year, part)


def _decade(century: str | None, printed: str) -> Span:
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


def _lunar(found: re.Match[str], memory: _Memory) -> Span:
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


#: 腊月 falls in January of the next year: in an issue of January it is that of the year before.
FAR_AHEAD_LUNAR = 8


def _ago(found: re.Match[str], issued: date | None) -> Span:
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


def _in_speech(text: str, start: int) -> bool:
    """Say whether somebody says it: “今天不念稿子” is not the day of the issue."""
    left = max(0, start - SPEECH)
    left = max(left, text.rfind("\n", left, start))
    return text.rfind("“", left, start) > text.rfind("”", left, start)


def _spoken(found: re.Match[str], memory: _Memory) -> tuple[Kind, Span]:
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


def _joined(times: list[Time], text: str) -> Iterator[Time]:
    """Make one period of two times that a mark joins: 3月21日至4月30日."""
    i = 0
    while i < len(times):
        time = times[i]
        if i + 1 < len(times):
            after = times[i + 1]
            between = text[time.end : after.start]
            if len(between) <= 4 and RE_JOIN.fullmatch(between) and time.first and after.last:
                yield Time(
                    time.start, after.end, "period", time.first, after.last, None, after.core_end
                )
                i += 2
                continue
        yield time
        i += 1
