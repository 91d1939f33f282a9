"""What stands around an amount: hedges (近97%, 5份以上), and each of what it is (每斤14元)."""

from __future__ import annotations

import re

from helpers.extraction.figures import rates
from helpers.extraction.figures.figure import Amount, Kind
from helpers.extraction.figures.hedges import FIRST, LAST, hedge_after, hedge_before
from helpers.extraction.figures.numerals import Number

#: Numerals before which 上, 过 and 成 can be hedges: 上千人, 过百户; not 晚上8点.
ROUND = frozenset("百千万十半")
#: What a hedge before a figure ends with, and one behind it begins with; a space may be between.
MAY_END_HEDGE, MAY_BEGIN_HEDGE = LAST | {" "}, FIRST | {" "}
DEGREES = frozenset(("摄氏度", "度"))
PEOPLE = {"名": "人", "位": "人"}
PRICES = ("元", "角", "钱", "元左右")
#: A sum a head that is not divided by people, but earned by each: 人均增收.
EARNED = ("收入", "增收", "达")


def hedged(text: str, start: int, end: int, kind: Kind, unit: str, number: Number) -> Amount:
    """Take in the hedges on both sides, and what the figure is for each of."""
    core_start, core_end = start, end
    approx = number.approx
    low, high = number.low, number.high
    if start and text[start - 1] in MAY_END_HEDGE:
        before = hedge_before(text, start, round_number=text[start] in ROUND)
        if before is not None and not (kind == "duration" and text[before[0]] == "过"):
            start, approx = before
    if end < len(text) and text[end] in MAY_BEGIN_HEDGE:
        after = hedge_after(text, end)
        if after is not None:
            end, hedge = after
            approx = approx or hedge
    if unit in DEGREES and start >= 2 and text.startswith("零下", start - 2):
        start, core_start, low, high = start - 2, core_start - 2, -high, -low
        number = Number(low, high)
    each = _each(text, start, end, kind) if kind != "percent" else None
    if each is not None:
        start, end, per = each
        unit = f"{unit}/{per}"
    return Amount(start, end, core_start, core_end, kind, number.value, low, high, unit, approx)


def _each(text: str, start: int, end: int, kind: Kind) -> tuple[int, int, str] | None:
    """Find what a figure is for each of: 每斤14元 => where it begins and ends, 斤."""
    window = text[max(0, start - rates.REACH) : start]
    if "每" in window:
        found = _each_before(window)
        if found is not None:
            per = rates.per_unit(found["each"])
            if found["also"]:
                per += f"·{rates.per_unit(found['also'])}"
            per = PEOPLE.get(per, per)
            return start - len(window) + found.start("start"), end, per
    behind = None
    if end < len(text) and text[end] in rates.PER_BEGINS:
        behind = rates.RE_PER_AFTER.match(text, end)
    if behind is not None and behind[0].lstrip()[0] not in "一每":
        return start, behind.end(), rates.per_unit(behind["unit"])
    if text.endswith(PRICES, start, end):
        if behind is not None:
            return start, behind.end(), rates.per_unit(behind["unit"])
        ahead = rates.RE_PER_BEFORE.search(window)
        if ahead is not None:
            return start - len(window) + ahead.start(), end, rates.per_unit(ahead["unit"])
    if "均" in window or "亩产" in window:
        mean = rates.RE_MEAN.search(window)
        if mean is not None and kind != "duration" and not window.endswith(EARNED):
            return start, end, rates.MEANS[mean["mean"]]
    return None


def _each_before(window: str) -> re.Match[str] | None:
    """Find 每斤, 每户每月 and what leads from it to the end of the window."""
    at = window.rfind("每")
    first = window.rfind("每", 0, at)
    if first >= 0:
        found = rates.RE_EACH.search(window, first)
        if found is not None and found["also"]:
            return found
    return rates.RE_EACH.search(window, at)
