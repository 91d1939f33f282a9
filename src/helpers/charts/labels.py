"""The words a chart adds of its own, in Chinese and English, and how it writes numbers and dates.

No locale of the machine is asked: the same table gives the same labels everywhere.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import date
from typing import Literal

from helpers.errors import InputError

Language = Literal["zh", "en"]

#: What charts and reports say, by key: Chinese, English.
WORDS: dict[str, tuple[str, str]] = {
    "no_data": ("没有数据", "No data"),
    "source": ("来源：", "Source: "),
    "other": ("其他", "Other"),
    "total": ("合计", "Total"),
    "more_rows": ("另有{n}项未画出", "{n} more not drawn"),
    "missing": ("“–”表示没有数据", "– no data"),
    "unlabelled": ("另有{n}条线未标名", "{n} more lines without a name"),
    "interval": ("横线为区间", "bars show the interval"),
    "lines": ("行", "lines"),
    "masthead": ("报头", "masthead"),
    "kicker": ("引题", "kicker"),
    "headline": ("标题", "headline"),
    "deck": ("副题", "deck"),
    "byline": ("署名", "byline"),
    "body": ("正文", "body"),
    "caption": ("图片说明", "caption"),
    "credit": ("图片署名", "credit"),
    "jump": ("转版", "jump line"),
    "page_header": ("版头", "page header"),
    "slogan": ("标语", "slogan"),
    "run_by": ("推行者", "Run by"),
    "works_with": ("所用技术", "Works with"),
    "tiers": ("名称与层级", "Name and tiers"),
    "indicators": ("指标", "Indicators"),
    "evidence": ("出处", "Evidence"),
    "and_more": ("另有{n}项", "{n} more"),
    "notice": ("启事", "notice"),
    "furniture": ("版面杂项", "furniture"),
    "unknown": ("未归类", "unassigned"),
}

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_state: dict[str, Language] = {"language": "zh"}


def set_language(language: Language) -> None:
    """Choose the language of every chart that does not say its own."""
    _state["language"] = checked(language)


def current_language() -> Language:
    """Return the language last chosen, Chinese at first."""
    return _state["language"]


def checked(language: str | None) -> Language:
    """Return the language asked for, or the current one for None.

    Raises:
        InputError: It is neither 'zh' nor 'en'.
    """
    if language is None:
        return _state["language"]
    if language == "zh":
        return "zh"
    if language == "en":
        return "en"
    raise InputError(
        f"There are no labels in the language {language!r}", remedy="use language='zh' or 'en'"
    )


def word(key: str, *, language: Language | None = None, **values: object) -> str:
    """Return one of WORDS: `word("no_data", language="en")` → `No data`."""
    return WORDS[key][0 if checked(language) == "zh" else 1].format(**values)


def decimals_for(values: Iterable[float]) -> int:
    """Return how many decimals set these numbers apart: none for whole ones, 1 or 2 otherwise."""
    finite = [float(v) for v in values if v is not None and math.isfinite(float(v))]
    if all(v == round(v) for v in finite):
        return 0
    return 1 if max(abs(v) for v in finite) >= 10 else 2


def number(value: float, *, decimals: int = 0) -> str:
    """Write a number with thousands set apart and a true minus: -1234.5 → `−1,234.5`."""
    if not math.isfinite(value):
        return "–"
    text = f"{value:,.{decimals}f}"
    return text.replace("-", "−") if float(text.replace(",", "")) else text.lstrip("-")


def percent(share: float) -> str:
    """Write a share of one in whole per cent; what is above 0 and below half a per cent as <1%."""
    return "<1%" if 0 < share < 0.005 else f"{share * 100:.0f}%"


def as_date(value: object) -> date:
    """Return a date from a date, a timestamp or ISO text.

    Raises:
        InputError: The value is not a date.
    """
    import pandas as pd

    try:
        stamp = pd.Timestamp(value)  # type: ignore[arg-type]
    except (ValueError, TypeError) as error:
        raise InputError(f"{value!r} is not a date", remedy="write dates as 2020-12-30") from error
    if pd.isna(stamp):
        raise InputError("A date is missing", remedy="leave out the rows without a date")
    return date(stamp.year, stamp.month, stamp.day)


def format_date(
    day: date, *, language: Language | None = None, parts: Literal["ymd", "ym", "y", "md", "m"]
) -> str:
    """Write the parts of a date: 2020-12-30 → `2020年12月30日`, `30 Dec 2020`."""
    if checked(language) == "zh":
        pieces = {"y": f"{day.year}年", "m": f"{day.month}月", "d": f"{day.day}日"}
        return "".join(pieces[p] for p in parts)
    pieces = {"y": str(day.year), "m": _MONTHS[day.month - 1], "d": str(day.day)}
    return " ".join(pieces[p] for p in reversed(parts))
