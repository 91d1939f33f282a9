"""The masthead: the lines in which an issue says what it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date
from itertools import repeat
from typing import Any

from helpers.parsing.calendar import lunar_matches, weekday_matches
from helpers.parsing.masthead_fields import (
    LONGEST,
    RE_DATE,
    RE_DAY_ALONE,
    RE_MONTH_ALONE,
    RE_NO_PAPER,
    RE_PAPER,
    RE_SPACED,
    _date,
    fields_of,
)
from helpers.parsing.model import Masthead
from helpers.parsing.text import WIDTHS, canonical

#: What a field can hold.
Value = str | int | date | None
#: So many lines without a field may be the paper's name.
NAMES = 20


def read_masthead(
    lines: Sequence[str],
    others: Sequence[str] = (),
    known: Mapping[str, str] | None = None,
    held: Sequence[Mapping[str, Any] | None] | None = None,
) -> tuple[Masthead, list[str]]:
    """Read the masthead from its lines.

    Args:
        lines: The lines that make it up, as printed.
        others: Every line of the issue: a paper's name is printed again at the head of pages.
        known: Fields that the source gives outside its lines; they fill what is not printed.
        held: For each of the lines the fields that it holds, if they have been read; else None.

    Returns:
        The masthead, and for each of its lines the reason why it belongs to it.
    """
    values: dict[str, Any] = {}
    reasons: list[str] = []
    unread: list[str] = []
    read = repeat(None, len(lines)) if held is None else held
    for line, found in zip(lines, read, strict=True):
        printed = line.strip()
        fields = fields_of(printed) if found is None else found
        reasons.append("masthead: " + ", ".join(fields) if fields else "stands in the masthead")
        if not fields:
            unread.append(printed)
        for name, value in fields.items():
            values.setdefault(name, _as_printed(value, printed))
    _split_date(values, [canonical(line.strip()) for line in lines])
    paper = _paper(values.get("paper"), unread, others)
    if paper is not None:
        values["paper"] = paper
    for name, value in (known or {}).items():
        values.setdefault(name, _typed(name, value))
    return _checked(values), reasons


def _as_printed(value: Value, printed: str) -> Value:
    """Give a text value the characters of the print, in one width: 農曆… stays 農曆…."""
    if not isinstance(value, str):
        return value
    at = canonical(printed).find(value)
    return printed.translate(WIDTHS)[at : at + len(value)] if at >= 0 else value


def _typed(name: str, value: str) -> Value:
    """Read a value that a source gives as text; None if it cannot be."""
    if name == "date":
        match = RE_DATE.search(value)
        return _date(match) if match else None
    if name in ("issue_number", "pages"):
        return int(value) if value.isdecimal() else None
    return value


def _split_date(values: dict[str, Any], lines: Sequence[str]) -> None:
    """Read a date whose day stands on a line of its own."""
    months = [m for line in lines if (m := RE_MONTH_ALONE.match(line)) is not None]
    days = [m for line in lines if (m := RE_DAY_ALONE.match(line)) is not None]
    if "date" in values or not months or not days:
        return
    with suppress(ValueError):
        values["date"] = date(int(months[0][1]), int(months[0][2]), int(days[0][1]))


def _paper(named: str | None, unread: Sequence[str], others: Sequence[str]) -> str | None:
    """Choose the name of the paper: what is named so, else the line that page heads repeat."""
    if named is not None:
        return named
    best, score = None, 0.0
    short = "\n".join([other for other in others if len(other) <= LONGEST])
    for place, line in enumerate(unread[:NAMES]):
        name = "".join(line.split()).strip("《》") if RE_SPACED.match(line) else line.strip("《》")
        if not 2 <= len(name) <= 12 or not all("\u3400" <= c <= "\u9fff" for c in name):
            continue
        value = 2.0 * bool(
            RE_PAPER.match(canonical(name)) and not RE_NO_PAPER.match(canonical(name))
        )
        value += _lines_with(name, short) - 0.1 * place
        if best is None or value > score:
            best, score = name, value
    return best


def _lines_with(name: str, text: str) -> int:
    """Count the lines of a text in which a name of ideographs stands."""
    count, at = 0, text.find(name)
    while at >= 0:
        count += 1
        end = text.find("\n", at)
        at = text.find(name, end) if end >= 0 else -1
    return count


def _checked(values: dict[str, Any]) -> Masthead:
    """Make the masthead and check its calendar; fields that it has no place for are dropped."""
    known = {k: v for k, v in values.items() if k in Masthead.__slots__}
    day = known.get("date")
    lunar, weekday = known.get("lunar_date"), known.get("weekday")
    return Masthead(
        **known,
        lunar_ok=lunar_matches(day, canonical(lunar)) if day and lunar else None,
        weekday_ok=weekday_matches(day, weekday) if day and weekday else None,
    )
