"""Find ranks and named numbers: 位列全省第一, 为历史第三高, 首日, 三大场景, 十大民生实事."""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpers.extraction.figures.figure import Amount, Kind
from helpers.extraction.figures.numerals import Number, read_numeral
from helpers.extraction.figures.units import in_ledger, kind_of
from helpers.extraction.scan import matches_from, starts_before

_NUMBER = r"(?:\d{1,3}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])"
#: A place in an order, without a unit: 排第一, 位列全县第二, 第三高; not 第一，… of a list.
RE_RANK = re.compile(
    rf"(?P<rank>第(?P<n>{_NUMBER}))(?:(?P<most>[高低大长多快](?!会|道|队|桥|街|江|河|校|学|期"
    r"|征|寿)))?"
)
_LEAD = re.compile(
    r"(?:[列居排得获]|排名|名列|全[省市县区国镇乡州球]|世界|国内|总分|稳居|跻身|夺)(?:[了在为])?$"
)
#: 首 after these is a noun: 榜首, 元首, 岁首; before these it goes with the noun: 首届 is a find,
#: 首家 too, 首座 in 首座城.
BEFORE_HEAD = frozenset("榜元岁昂回聚匪魁部为")
#: 首批46家 is one figure, the number.
NUMBERS = frozenset("0123456789一二三四五六七八九十百两")
NOT_FIRST = frozenset(("场秀", "季度", "套房"))
RE_FIRST_DAY = re.compile(r"首日(?![封报本])")
#: Three to eleven great things; 十二大 to 二十大 are congresses of the Party.
RE_GREAT = re.compile(
    r"(?=[三四五六七八九十\d]{1,2}大)(?<![第一二三四五六七八九十百千万\d届党])(?P<n>[三四五六七"
    r"八九]|十一?"
    r"|\d{1,2})大(?P<noun>[\u4e00-\u9fff]{2}(?=[，。；：、！？（）”’\n]|$))?"
    r"(?![类项块片步队桥街会\u201d伙队门楼厅学洋洲])(?=[\u4e00-\u9fff，。；：、（])"
)


#: 1号泊位, 3号楼; not 路12号 (an address), 号码, nor a day (15号上午).
RE_NUMBERED = re.compile(
    r"(?=\d{1,3} ?号)(?<![\d.A-Za-z路街巷弄道村月〕-])(?P<n>\d{1,3}) ?号"
    r"(?=[\u4e00-\u9fff])(?!码|召|称|文|令|上午|下午|晚|早|中午|召开|前|起|至|到|以)"
)
#: The character behind the number of each of the two.
RE_GREAT_MARK = re.compile(r"大(?<=[三四五六七八九十\d].)")
RE_NUMBERED_MARK = re.compile(r"号(?<=[\d ].)")
#: The first of a kind: 首个, 首届, 首周; 首批 and 首次 before a number are taken up by it.
RE_FIRST = re.compile(r"首(?P<unit>[个届批次份周家座条台期例轮场趟笔套艘列架支只班站季][^\n]?)")


#: Names that a Chinese ordinal makes: 第三方, 第一时间, 第一书记, 第二课堂, 第三产业.
RE_NO_ORDINAL = re.compile(
    r"第[一二三四五](?:方(?!面)|时间|书记|线|手|产业|者|课堂|责任|要务|人称|家园|医院|中学|小学"
    r"|人民|实验|集团|世界|故乡|梯队|资源|生产力)"
)


def ordinal(
    text: str, start: int, end: int, unit: str, number: Number, before: str
) -> Amount | None:
    """Read 第十五届, 头一回; None for 第三方 and the like."""
    begin = start - 1
    if before == "第" and unit == "个亿":
        return None
    if before == "第" and RE_NO_ORDINAL.match(text, begin):
        return None
    value = number.low
    name = in_ledger(unit)[0]
    if before == "头" and text[start] != "一":
        return Amount(
            begin, end, start, end, kind_of(unit), number.value, value, number.high, name, None
        )
    return Amount(begin, end, begin, end, "ordinal", value, value, number.high, name, None)


def find_ranks(text: str) -> Iterator[Amount]:
    """Yield ranks (the unit is 位) and named numbers (the unit is the noun, or 项)."""
    if "首日" in text:
        for found in RE_FIRST_DAY.finditer(text):
            yield _amount(*found.span(), 1.0, "天", ordinal=True)
    if "号" in text:
        for found in matches_from(RE_NUMBERED, text, starts_before(RE_NUMBERED_MARK, text, 4)):
            yield _amount(*found.span(), float(found["n"]), "号", ordinal=True)
    if "首" in text:
        for found in RE_FIRST.finditer(text):
            start = found.start()
            unit = found["unit"][0]
            if (
                found["unit"] not in NOT_FIRST
                and found["unit"][-1:] not in NUMBERS
                and (not start or text[start - 1] not in BEFORE_HEAD)
            ):
                yield _amount(start, start + 2, 1.0, unit, ordinal=True)
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
    for found in matches_from(RE_GREAT, text, starts_before(RE_GREAT_MARK, text, 2)):
        number = read_numeral(found["n"])
        if number is not None and number.low <= 11:
            yield _amount(*found.span(), number.low, found["noun"] or "项", ordinal=False)


def _amount(start: int, end: int, value: float, unit: str, *, ordinal: bool) -> Amount:
    kind: Kind = "ordinal" if ordinal else "count"
    return Amount(start, end, start, end, kind, value, value, value, unit, None)
