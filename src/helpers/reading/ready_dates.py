"""Dates as sources write them; a date without a day stays one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

#: 2020-12-30, 2020/12/30, 2020.12.30, 2020年12月30日, with a time behind it or not.
RE_DAY = re.compile(
    r"(?P<year>\d{4})\s*[-/.年]\s*(?P<month>\d{1,2})\s*[-/.月]\s*(?P<day>\d{1,2})\s*[日号]?(?!\d)"
)
#: 20201230 alone, not the head of a longer number.
RE_COMPACT = re.compile(r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?!\d)")
#: 2020-12, 2020年12月, 202012.
RE_MONTH = re.compile(
    r"(?P<year>\d{4})(?:\s*[-/.年]\s*(?P<month>\d{1,2})|(?P<compact>\d{2}))\s*月?"
)
#: 1954, 1954年.
RE_YEAR = re.compile(r"(?P<year>\d{4})\s*年?")
FULL_WIDTH = str.maketrans("０１２３４５６７８９－／．", "0123456789-/.")
#: Newspapers of this script and their tables lie between these years.
FIRST_YEAR, LAST_YEAR = 1800, 2199
#: Excel counts days from here (and takes 1900 for a leap year, so 30 December 1899).
EXCEL_ZERO = datetime(1899, 12, 30)
#: Numbers of days that are dates of 1927 to 2064, so that no year is taken for one.
EXCEL_DAYS = (10_000, 60_000)


class SourceDate(NamedTuple):
    """A date: `day` where it is one, and `printed` as a year or month where it names no day."""

    day: date | None = None
    printed: str = ""

    @property
    def key(self) -> str:
        """What tells one issue from another."""
        return self.day.isoformat() if self.day else self.printed


def read_date(value: object) -> SourceDate | None:
    """Read a date; None if it is none, an empty SourceDate if there is nothing.

    '2020年12月30日' => 2020-12-30; '1954' => printed '1954年'; datetime(2020, 12, 30) => its day.
    """
    if isinstance(value, datetime):
        return SourceDate(value.date())
    if isinstance(value, date):
        return SourceDate(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        if EXCEL_DAYS[0] <= value < EXCEL_DAYS[1]:
            return SourceDate((EXCEL_ZERO + timedelta(days=float(value))).date())
        value = f"{value:.0f}"
    text = str(value if value is not None else "").strip().translate(FULL_WIDTH)
    if not text:
        return SourceDate()
    if (match := RE_DAY.match(text) or RE_COMPACT.match(text)) is not None:
        day = _day(match)
        return SourceDate(day) if day else None
    if (match := RE_MONTH.fullmatch(text)) is not None:
        month = int(match["month"] or match["compact"])
        if 1 <= month <= 12 and _is_year(match["year"]):
            return SourceDate(None, f"{match['year']}年{month}月")
    if (match := RE_YEAR.fullmatch(text)) is not None and _is_year(match["year"]):
        return SourceDate(None, f"{match['year']}年")
    return None


def first_day(printed: str) -> str:
    """Return the first day of what a source prints: '1954年' => '1954-01-01'; '' of nothing."""
    match = RE_MONTH.fullmatch(printed) or RE_YEAR.fullmatch(printed)
    if match is None:
        return ""
    return f"{match['year']}-{int(match.groupdict().get('month') or 1):02}-01"


def find_day(text: str) -> date | None:
    """Find the first whole date in a text: '发布时间：2020-12-30 10:02' => 2020-12-30."""
    for match in RE_DAY.finditer(text.translate(FULL_WIDTH)):
        if (day := _day(match)) is not None:
            return day
    return None


def names_day(parts: Sequence[str]) -> date | None:
    """Return the date at the end of a path's parts: (…, '2020-12-30') or (…, '2020-12', '30')."""
    for number in (1, 2, 3):
        text = "-".join(parts[-number:])
        # A name may go on behind the date; parts put together are the date and nothing more.
        day = RE_DAY.match(text) if number == 1 else RE_DAY.fullmatch(text)
        match = day or RE_COMPACT.fullmatch(text)
        if number <= len(parts) and match is not None and (found := _day(match)) is not None:
            return found
    return None


def day_of_path(path: Path) -> date | None:
    """Return the date that a path names: 2020-12-30/a.html, 2020-12/30/a.htm, 20201230.html."""
    parts = (*path.parts[-4:-1], path.stem)
    for length in range(len(parts), 0, -1):
        if (day := names_day(parts[:length])) is not None:
            return day
    return None


def _is_year(text: str) -> bool:
    return FIRST_YEAR <= int(text) <= LAST_YEAR


def _day(match: re.Match[str]) -> date | None:
    if not _is_year(match["year"]):
        return None
    try:
        return date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return None
