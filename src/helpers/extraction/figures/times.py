"""Find dates and periods: 12月29日, 去年10月, 1—11月, 今年7月以来, 三、四季度, 上个星期四."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from helpers.extraction.figures import reckoning
from helpers.extraction.figures.dated import (
    Memory,
    calendar_date,
    decade,
    lone_day,
    long_ago,
    lunar_date,
    of_year,
    part_of_this_year,
    spoken_of,
)
from helpers.extraction.figures.figure import Hedge, Kind
from helpers.extraction.figures.reckoning import Span, whole
from helpers.extraction.figures.time_words import JOIN, find_time_words

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


def find_times(text: str, issued: date | None) -> list[Time]:
    """Find the dates and periods of a text, in order.

    Args:
        text: The plain reading of a field.
        issued: The date of the issue; without it a date needs its year to have a value.
    """
    memory = Memory(issued)
    times: list[Time] = []
    for found in find_time_words(text):
        start = found.start()
        if memory.year is not None and (
            text.find("。", memory.seen, start) >= 0 or text.find("\n", memory.seen, start) >= 0
        ):
            memory.year = None
        memory.seen = start
        time = _time(found, text, memory)
        if time is not None:
            times.append(time)
    return list(_joined(times, text))


def _time(found: re.Match[str], text: str, memory: Memory) -> Time | None:
    """Read one match of `find_time_words`; None if it is no time after all."""
    start, end = found.span()
    before = text[start - 1] if start else ""
    kind: Kind = "date"
    span: Span | None
    if found["month"]:
        if before in NOT_BEFORE:
            return None
        kind, span = calendar_date(found, memory)
    elif found["lone"] or found["lone_han"]:
        if before in NOT_BEFORE or before in NOT_BEFORE_DAY:
            return None
        kind, span = lone_day(found, memory)
    elif found["year2"] or found["two2"] or found["spoken2"]:
        if found["two2"] and not _old(memory.issued, before):
            return None
        read = of_year(found, memory)
        if read is None:
            return None
        kind, span = read
    elif found["part"]:
        if before in NOT_PART:
            return None
        kind, span = part_of_this_year(found["part"], memory)
    elif found["decade"]:
        kind, span = "period", decade(found["century"], found["decade"])
    elif found["plan"]:
        year = 1981 + 5 * ((whole(found["plan"]) or 0) - 6)
        kind, span = "period", reckoning.years(year, year + 4)
    elif found["py"]:
        day = reckoning.day_text(int(found["py"]), int(found["pm"]), int(found["pd"]))
        span = (day, day)
    elif found["lunar_day"]:
        span = lunar_date(found, memory)
    elif found["ago"]:
        kind, span = "date", long_ago(found, memory.issued)
    else:
        if found["today"] and (
            before not in BEFORE_TODAY or text.startswith("的", end) or _in_speech(text, start)
        ):
            return None
        kind, span = spoken_of(found, memory)
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


def _in_speech(text: str, start: int) -> bool:
    """Say whether somebody says it: “今天不念稿子” is not the day of the issue."""
    left = max(0, start - SPEECH)
    left = max(left, text.rfind("\n", left, start))
    return text.rfind("“", left, start) > text.rfind("”", left, start)


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
