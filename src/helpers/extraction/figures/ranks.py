"""Find ranks and named numbers: 位列全省第一, 为历史第三高, 首日, 三大场景, 十大民生实事."""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpers.extraction.figures.figure import Amount, Kind
from helpers.extraction.figures.numerals import read_numeral

_NUMBER = r"(?:\d{1,3}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])"
#: A place in an order, without a unit: 排第一, 位列全县第二, 第三高; not 第一，… of a list.
RE_RANK = re.compile(
    rf"(?P<rank>第(?P<n>{_NUMBER}))(?:(?P<most>[高低大长多快](?!会|道|队|桥|街|江|河|校|学|期"
    r"|征|寿)))?"
)
_LEAD = re.compile(
    r"(?:[列居排得获]|排名|名列|全[省市县区国镇乡州球]|世界|国内|总分|稳居|跻身|夺)(?:[了在为])?$"
)
RE_FIRST_DAY = re.compile(r"首日(?![封报本])")
#: Three to eleven great things; 十二大 to 二十大 are congresses of the Party.
RE_GREAT = re.compile(
    r"(?=[三四五六七八九十\d]{1,2}大)(?<![第一二三四五六七八九十百千万\d届党])(?P<n>[三四五六七八九]|十一?"
    r"|\d{1,2})大(?P<noun>[\u4e00-\u9fff]{2}(?=[，。；：、！？（）”’\n]|$))?"
    r"(?![类项块片步队桥街会\u201d伙队门楼厅学洋洲])(?=[\u4e00-\u9fff，。；：、（])"
)


def find_ranks(text: str) -> Iterator[Amount]:
    """Yield ranks (the unit is 位) and named numbers (the unit is the noun, or 项)."""
    for found in RE_FIRST_DAY.finditer(text):
        yield _amount(*found.span(), 1.0, "天", ordinal=True)
    if "第" in text:
        for found in RE_RANK.finditer(text):
            start, end = found.span()
            if found["most"] is None:
                end = found.end("rank")
                if _LEAD.search(text, max(0, start - 4), start) is None:
                    continue
            number = read_numeral(found["n"])
            if number is not None:
                yield _amount(start, end, number.low, "位", ordinal=True)
    for found in RE_GREAT.finditer(text):
        number = read_numeral(found["n"])
        if number is not None and number.low <= 11:
            yield _amount(*found.span(), number.low, found["noun"] or "项", ordinal=False)


def _amount(start: int, end: int, value: float, unit: str, *, ordinal: bool) -> Amount:
    kind: Kind = "ordinal" if ordinal else "count"
    return Amount(start, end, start, end, kind, value, value, value, unit, None)
