"""Find numbers without a unit: sums as they are spoken of (花了两万五), people (三千民工)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpers.extraction.figures.figure import Amount, Kind
from helpers.extraction.figures.hedges import hedge_before
from helpers.extraction.figures.numerals import NUMERAL, read_numeral
from helpers.extraction.scan import any_character
from helpers.extraction.word_trees import one_of

#: Who and what is counted without a classifier, and the unit that a ledger gives them.
PEOPLE = (
    "群众 村民 居民 农民 市民 党员 干部 职工 员工 民工 工人 学生 师生 老师 教师 游客 观众 用户"
    " 老人 老年人 儿童 孩子 妇女 青年 志愿者"
    " 战士 官兵 民兵 代表 选手 运动员 演员 医护 医务人员 劳动力 移民 人口 网友 粉丝 读者 听众"
    " 顾客 乘客 旅客 客商 农民工 贫困人口"
    " 社员 矿工 渔民 牧民 茶农 果农 菜农 蚕农 烟农 棉农 粮农 大学生 中小学生 小学生 新生 毕业生"
    " 普查员 网格员 护林员 干群 军民"
)
HOUSEHOLDS = (
    "农户 住户 家庭 贫困户 脱贫户 商户 个体户 用电户 移民户 困难户 低保户 渔户 牧户 茶户 棚户"
)
FIRMS = "企业 商家 单位 厂家 网点"
COUNTED = (
    dict.fromkeys(PEOPLE.split(), "人")
    | dict.fromkeys(HOUSEHOLDS.split(), "户")
    | dict.fromkeys(FIRMS.split(), "家")
)
RE_COUNTED = re.compile(
    rf"(?=[1-9一二两三四五六七八九十百千数几])(?<![\d.第A-Za-z])(?P<n>{NUMERAL})(?P<noun>"
    rf"{one_of(sorted(COUNTED))})"
)
#: A noun behind what a numeral can end with.
RE_COUNTED_NOUN = re.compile(
    any_character(noun[0] for noun in COUNTED)
    + r"(?<=[\d一二三四五六七八九两几数十百千万亿零〇○廿卅卌壹贰叁肆伍陆柒捌玖拾佰仟余多来 ]"
    + rf"(?={one_of(sorted(COUNTED))}).)"
)
#: Money without its unit, after a word for paying or earning: 得款九万八, 花了两万五, 亏了三百.
RE_MONEY = re.compile(
    r"[款价钱花付赚挣亏赔补卖借省捐交存领给拿收出罚欠资入](?:[了起着得到近约过掉少多]{0,2})"
    r"(?P<n>[一二两三四五六七八九十几百千万]{2,8}|\d[\d.]{0,6}[万亿])(?P<over>多|余"
    r"|出头)?(?=[，。；、！？”）\n]|$)"
)


#: An age without 岁: 今年六十一, 现年45.
RE_AGE = re.compile(
    r"[今现]年(?P<n>[二三四五六七八九]十[一二三四五六七八九]?|[1-9]\d)(?=[，。；、了\n])"
)
#: People in myriads without a unit: 户籍人口31.7万, 空巢老人1.42万.
RE_MYRIADS = re.compile(
    r"[口人众生党员客民工户丝](?:达到?|近|约|有|为|超|共|逾|已)?(?P<n>\d[\d.]{0,6}[万亿])"
    r"(?=[，。；、！\n]|$)"
)


def find_ages(text: str) -> Iterator[Amount]:
    """Yield ages without their unit, and people in myriads without theirs."""
    for pattern, kind, unit in ((RE_AGE, "other", "岁"), (RE_MYRIADS, "count", "人")):
        for found in pattern.finditer(text):
            number = read_numeral(found["n"])
            if number is not None:
                start, end = found.span("n")
                kind_of_it: Kind = "other" if kind == "other" else "count"
                yield _amount(start, end, start, kind_of_it, number.low, number.high, unit)


def find_counted(text: str) -> Iterator[Amount]:
    """Yield people, households and firms counted without a classifier: 三万一千农户 => 户."""
    if RE_COUNTED_NOUN.search(text) is None:
        return
    for found in RE_COUNTED.finditer(text):
        numeral = found["n"]
        number = read_numeral(numeral)
        # 两干部, 三代表 are rare; 一群众 is somebody.
        if number is None or (number.high < 10 and not numeral[0].isdigit()):
            continue
        start, end = found.span()
        core, approx = start, number.approx
        before = hedge_before(text, start, round_number=numeral[0] in "百千万十")
        if before is not None:
            start, approx = before
        unit = COUNTED[found["noun"]]
        yield _amount(start, end, core, "count", number.low, number.high, unit)._replace(
            approx=approx
        )


#: The same for each of something: 每月三千五, 每人八百.
RE_EACH_SUM = re.compile(
    r"每(?P<each>天|月|年|人|户|亩|吨|车)(?P<n>[一二两三四五六七八九几][百千万][一二两三四五六七"
    r"八九十百千]{0,4})"
    r"(?=[，。；、！？”）\n]|$)"
)


def find_sums_each(text: str) -> Iterator[Amount]:
    """Yield sums for each of something, without their unit: 每月三千五 => 3500 元/月."""
    for found in RE_EACH_SUM.finditer(text):
        number = read_numeral(found["n"])
        if number is not None:
            start, end = found.span()
            amount = _amount(start, end, found.start("n"), "money", number.low, number.high, "元")
            yield amount._replace(unit=f"元/{found['each']}")


def find_spoken_money(text: str) -> Iterator[Amount]:
    """Yield sums without their unit: 得款九万八 => 98,000 元."""
    for found in RE_MONEY.finditer(text):
        numeral = found["n"]
        number = read_numeral(numeral)
        if number is None or number.low < 100:
            continue
        start, end = found.start("n"), found.end()
        amount = _amount(start, end, start, "money", number.low, number.high, "元")
        yield amount._replace(approx="over" if found["over"] else number.approx)


def _amount(
    start: int, end: int, core: int, kind: Kind, low: float, high: float, unit: str
) -> Amount:
    value = low if low == high else (low + high) / 2
    return Amount(start, end, core, end, kind, value, low, high, unit, None)
