"""Whether a number before a unit counts something, or belongs to a word, a name or a slogan."""

from __future__ import annotations

import re
from typing import NamedTuple

from helpers.extraction.figures import idioms
from helpers.extraction.figures.units import MEASURES

#: Numerals that make words with what stands before them: 星期三, 周三, 高三班; 每周三次 counts.
RE_WORD_NUMERAL = re.compile(
    r"[星期礼拜周][一二三四五六](?![个次趟回场期篇节])|[初高][一二三](?=班)"
)
#: What it begins with.
BEFORE_WORD_NUMERAL = frozenset("星期礼拜周初高")
#: Marks before digits that belong to a document or a code: 〔2020〕12号, A-12, 3·15.
NO_AMOUNT_AFTER = frozenset("〔〕[]【·•")
#: Units of which slogans are made: 三区三线, 两站一场, 三江两岸.
IN_SLOGANS = frozenset("区线路站场员院室校代方环门队手口季课任圈岗所处面部科班级声")
#: Units that a Chinese digit makes words and names with: 五分, 两度, 三角, 二线, 八路.
UNSURE = frozenset("分度步石线路区")
#: Nouns counted without a classifier only after 两: 两村; 三村 may be a name.
NOUN_UNITS = frozenset("村镇乡县市校国地")
#: 几 asks or orders after these (第几, 哪几); before other units it is left open (念几句, 有几家).
BEFORE_SOME = frozenset("第哪没好")
WITH_SOME = frozenset(
    (
        "位",
        "名",
        "个",
        "个人",
        "件",
        "次",
        "年",
        "个月",
        "个小时",
        "里",
        "公里",
        "亩",
        "斤",
        "担",
        "吨",
        "块",
        "元",
    )
)
#: Words before a price: 涨到二十六块, 只收五块, 每斤四角.
RE_PAID = re.compile(r"[钱价卖花收补付赚挣给省涨跌降缴交罚奖领值费每][^，。；\d]{0,5}$")
#: Five li: 走五里, 二里外; 三里村 is a name.
BEFORE_LI, AFTER_LI = frozenset("了走跑离距长行约近有"), frozenset("，。；、！？”）地多以内")
#: A price that makes 一天 a part of its rate: 一天130元.
RE_PRICE = re.compile(r"\d[\d.,]{0,8}(?:万|千)?元")
#: 一年能卖…, 一天要用掉…: for each year, not a duration of one.
FOR_EACH = frozenset("能可就只要的毛")
BASES = frozenset("天年晚吨斤亩")
HEDGED = frozenset("到足近满约过了")
#: Not a cent: 没花一分钱, 一分钱没要.
RE_NOT_A_CENT = re.compile(r"[没不未][^，。]{0,4}一分|一分钱[没不也未]")
#: “15分钟生活圈” is the name of a plan.
RE_CIRCLE = re.compile(r"[\u4e00-\u9fff]{0,4}圈")
#: 一天天, 一年比一年.
AFTER_ONE_DAY = frozenset("比天年晚夜到")
ONE_DAY = frozenset("天晚夜年")
BETWEEN = frozenset("个名，。、；：和或")
HAN_NUMERALS = frozenset("一二三四五六七八九十百千万亿两几数零〇廿卅俩仨半")
QUOTES = {"“": "”", "‘": "’"}
#: A quoted term is a coinage up to this length: “五色工单”.
COINAGE = 9
PLACE_FIGURES = frozenset("几数两百千万")


class Spot(NamedTuple):
    """A numeral and its unit where they stand in a text, and whether it is the start of a range.

    `before` and `after` are the characters beside them, or nothing.
    """

    text: str
    start: int
    end: int
    numeral: str
    unit: str
    ranged: bool
    before: str
    after: str


def counts(spot: Spot) -> bool:
    """Say whether a number and a unit count something."""
    if spot.numeral[0].isdigit():
        return _arabic_counts(spot)
    text, start, numeral, unit = spot.text, spot.start, spot.numeral, spot.unit
    if unit.isascii() and unit.isalpha():
        return False
    before = spot.before
    if before == "老" and len(numeral) == 1 and start > 1 and text[start - 2] >= "一":
        return False
    if before == "初" or before in idioms.BEFORE_NUMERAL:
        return False
    if before in BEFORE_WORD_NUMERAL and RE_WORD_NUMERAL.match(text, start - 1):
        return False
    if idioms.RE_IDIOM.match(text, start) and not idioms.RE_NO_IDIOM.match(text, start):
        return False
    if unit == "里" and before in BEFORE_LI:
        return True
    if unit in idioms.NAME_UNITS and spot.after in idioms.NAME_TAILS and numeral[0] not in "两几":
        return False
    if unit in NOUN_UNITS and numeral not in ("两", "几"):
        return False
    if unit == "楼":
        return len(numeral) <= 2 and numeral[0] not in PLACE_FIGURES
    if numeral == "一":
        return _one_counts(spot)
    if numeral in ("数", "零", "〇"):
        return False
    if numeral == "几":
        return before not in BEFORE_SOME and unit in WITH_SOME
    if len(numeral) == 1 and not _digit_counts(spot):
        return False
    return spot.ranged or not (before in QUOTES and _is_coinage(spot))


def _arabic_counts(spot: Spot) -> bool:
    before = spot.before
    if before in NO_AMOUNT_AFTER:
        return False
    if before and before.isascii() and (before.isalpha() or before in "/+" or _is_hyphen(spot)):
        return False
    if before in QUOTES and RE_CIRCLE.match(spot.text, spot.end):
        return False
    return not (spot.unit == "点" and "." in spot.numeral)


def _is_hyphen(spot: Spot) -> bool:
    """Say whether the mark before a number joins it to something, and is not a minus."""
    if spot.before != "-":
        return False
    further = spot.text[spot.start - 2] if spot.start > 1 else " "
    return not (further.isspace() or further >= "\u3000")


def _digit_counts(spot: Spot) -> bool:
    """Say whether a single Chinese digit counts: not 三里村, 五分, 三区三线."""
    text, start, unit = spot.text, spot.start, spot.unit
    if unit == "分" and (text[spot.end - 1] == "半" or text.startswith("地", spot.end)):
        return True
    if unit == "里":
        return spot.before in BEFORE_LI or spot.after in AFTER_LI
    if unit == "角":
        return RE_PAID.search(text, max(0, start - 8), start) is not None
    if unit in UNSURE or (unit == "级" and spot.numeral == "二"):
        return False
    if spot.ranged or unit not in IN_SLOGANS:
        return True
    if idioms.RE_PARALLEL.match(text, start):
        return False
    return not (
        start >= 2
        and text[start - 2] in HAN_NUMERALS
        and text[start - 1] not in BETWEEN
        and idioms.RE_PARALLEL.match(text, start - 2)
    )


def _one_counts(spot: Spot) -> bool:
    """Say whether 一 before a unit is the number one, not the article or part of a word."""
    text, start, unit, before = spot.text, spot.start, spot.unit, spot.before
    if spot.ranged:
        return True
    if before in idioms.BEFORE_ONE:
        return False
    if unit in ("期", "楼", "季度"):
        return True
    if spot.after == "一" or (spot.after == "人" and unit != "个"):
        return False
    if start >= 2 and text[start - 2] == "一" and before != "，":
        return False
    if unit in MEASURES:
        if RE_PRICE.match(text, spot.end) or _is_base(spot):
            return False
        if unit == "分钱" and RE_NOT_A_CENT.search(text, max(0, start - 6), spot.end + 1):
            return False
        return not (unit in ONE_DAY and spot.after in AFTER_ONE_DAY)
    return idioms.RE_COUNTED_ONE.search(text, max(0, start - 4), start) is not None


def _is_base(spot: Spot) -> bool:
    """Say whether one unit is that for which something is: 一年能卖40万元, not 不到一年就卖完."""
    return spot.unit in BASES and spot.after in FOR_EACH and spot.before not in HEDGED


def _is_coinage(spot: Spot) -> bool:
    """Say whether a numeral begins a short quoted term: “三联三争”, “五色工单”."""
    close = QUOTES[spot.before]
    return spot.text.find(close, spot.start, spot.start + COINAGE) >= 0
