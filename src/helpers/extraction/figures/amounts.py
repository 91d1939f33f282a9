"""Find amounts: a number and its unit, with what hedges it and what it is for each of.

近97%, 100多万株, 3至4亩, 每斤14元, 三斤二两, 百分之三十, 近四成, 三分之二, 第十五届, 头一回.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpers.extraction.figures.around import hedged
from helpers.extraction.figures.counting import HAN_NUMERALS, RE_PAID, Spot, counts
from helpers.extraction.figures.figure import Amount, Hedge
from helpers.extraction.figures.idioms import BEFORE_COUNTED_ONE
from helpers.extraction.figures.numerals import MYRIADS, NUMERAL, Number, read_numeral, tidy
from helpers.extraction.figures.ranks import ordinal
from helpers.extraction.figures.units import (
    COUNTS,
    FACTS,
    MEASURES,
    OTHER_WORDS,
    UNIT,
    in_ledger,
    kind_of,
)

_TO = r"(?:至|到|—{1,2}|－|-|–|~|～|―|或)"
RE_AMOUNT = re.compile(
    rf"(?=[\d{''.join(sorted(HAN_NUMERALS))}])(?<![\d.])"
    r"(?:"
    # 百分之三十, 百分之五至百分之八, 三分之二, 二分之一.
    rf"(?P<percent>[百千]分之)(?P<p1>{NUMERAL})(?: ?{_TO} ?(?:[百千]分之)?(?P<p2>{NUMERAL}))?"
    rf"|(?P<below>[二三四五六七八九十])分之(?P<above>[一二三四五六七八九])"
    r"|(?P<half>一半(?!以上的?人生|路|身)|过半数?|半数)(?![天夜])"
    r"|(?P<pair>(?<=[儿孙子女妻弟妹爷娘])[俩仨])"
    # A number, perhaps to another, and the unit.
    rf"|(?P<n1>{NUMERAL}) ?(?:(?P<u1>{UNIT})? ?{_TO} ?(?P<n2>{NUMERAL}) ?)?(?P<big>大(?=[类项块"
    rf"片步]))?(?P<unit>{UNIT})"
    r"|半(?P<half_of>年|个?小时|个?钟头|个?月|个世纪|个?学期|公里|斤|亩|里地?|个多月|个多小时|年多)"
    r")"
    r"(?P<and_half>半(?![天夜路年月小个数])|多半)?"
)
#: What may follow as a smaller unit: 三斤二两, 5元5角, 1小时20分钟, 两年零三个月.
RE_SMALLER = re.compile(
    r"零?(?P<n>\d{1,2}(?:\.\d)?|[一二三四五六七八九十两]{1,3})(?P<unit>两|角|毛|夜|分钟|分|个月|钱"
    r"|厘|秒|公分)(?![之别布析类])"
)
SMALLER = {
    ("斤", "两"): 0.1,
    ("元", "角"): 0.1,
    ("元", "毛"): 0.1,
    ("小时", "分钟"): 1 / 60,
    ("小时", "分"): 1 / 60,
    ("年", "个月"): 1 / 12,
    ("亩", "分"): 0.1,
    ("分钟", "秒"): 1 / 60,
    ("米", "公分"): 0.01,
    ("天", "夜"): 0,
}
#: The characters with which it begins, if not with a digit.
SMALLER_BEGINS = frozenset("零一二三四五六七八九十两")
HAS_SMALLER = frozenset(unit for unit, _ in SMALLER)
#: A digit behind a unit is a tenth of it: 八成二, 四块二, 一米七, 一元三.
RE_TENTH = re.compile(r"(?P<n>[一二三四五六七八九])(?=[，。；：、！？”）的了左上以多到至]|$|\n)")
TENTHS = frozenset(("成", "块", "元", "角", "毛", "米"))
#: 日 counts days where a term is set: 满六十日, 为期三日, 十五日内.
RE_TERM = re.compile(r"(?:满|为期|工期|历时|期限|一连|连续|之日起|超过|休渔期)$")
#: Before 头 these make a noun: 膝头一张纸, 街头一幕; 头一回 is an ordinal.
NOT_HEAD = frozenset("膝枝街桌床案木石码肩口额船镜源城心乡工车锄墙龙牌念罐馒")
#: Words before a number of 期 that make it a count: 办了五期; 安置房二期 is a stage.
RE_HELD = re.compile(r"[办了共开出刊满登连]{1,2}$")
#: 万元 and 亿元 alone are a unit (单位：万元) or a class (亿元村), not a sum: 亿元以上, 上亿元 are.
ROUND_SUM = re.compile(r"以[上下]|[上近超过逾达]|左右")
#: A second classifier in brackets: 93台（套）, 120人（次）.
RE_ALSO = re.compile(r"（[套次件户批艘架]）")
#: Behind 个人 these make another word with 人: 二万四千个人民公社.
NOT_PEOPLE = ("民", "大代表", "才", "工", "物")
#: What joins the ends of a change, not of a range: 从61.4%到93.2%.
FROM = frozenset("从由自")
APART = frozenset("楼")
#: Units before which 一 is mostly the article.
ARTICLES = COUNTS - MEASURES - {"期", "楼", "季度"}


def find_amounts(text: str) -> Iterator[Amount]:
    """Yield the amounts of a text (the plain reading of a field), in order."""
    at = 0
    for found in RE_AMOUNT.finditer(text):
        start = found.start()
        if start < at:
            continue
        numeral, unit, second = found.group("n1", "unit", "n2")
        # The article is by far the most frequent numeral: 一个, 一种, 一次.
        if numeral == "一" and unit in ARTICLES and not _may_count(text, start):
            continue
        amount = _counted(text, found) if numeral else _share(text, found)
        if amount is not None:
            at = amount.end
            yield amount
            if second and amount.core_end < found.start("n2"):
                second = _second(text, found)
                if second is not None:
                    at = second.end
                    yield second


def _may_count(text: str, start: int) -> bool:
    """Say whether the character before 一 is one after which it may be a number or an ordinal."""
    return start > 0 and text[start - 1] in BEFORE_COUNTED_ONE


def _second(text: str, found: re.Match[str]) -> Amount | None:
    """Read the second end of a change: 从61.4%到93.2%."""
    number = read_numeral(found["n2"])
    if number is None:
        return None
    name, factor = in_ledger(found["unit"])
    number = Number(tidy(number.low * factor), tidy(number.high * factor), number.approx)
    return hedged(text, found.start("n2"), found.end(), kind_of(found["unit"]), name, number)


def _share(text: str, found: re.Match[str]) -> Amount | None:
    """Read what is no number with a unit: a share, two or three people, a half of something."""
    start, end = found.span()
    if found["percent"]:
        first = read_numeral(found["p1"])
        last = read_numeral(found["p2"]) if found["p2"] else first
        if first is None or last is None:
            return None
        sign = "%" if found["percent"][0] == "百" else "‰"
        return hedged(text, start, end, "percent", sign, Number(first.low, last.high, first.approx))
    if found["below"]:
        above, below = read_numeral(found["above"]), read_numeral(found["below"])
        if above is None or below is None:
            return None
        part = round(100 * above.low / below.low, 2)
        return hedged(text, start, end, "percent", "%", Number(part, part))
    if found["pair"]:
        people = 2.0 if found["pair"] == "俩" else 3.0
        return hedged(text, start, end, "count", "人", Number(people, people))
    if found["half_of"]:
        unit = found["half_of"]
        hedge: Hedge | None = "over" if "多" in unit else None
        unit = unit.replace("多", "")
        name = in_ledger(unit)[0] if unit != "里地" else "里"
        kind = "duration" if name == "月" else kind_of(unit)
        return hedged(text, start, end, kind, name, Number(0.5, 0.5, hedge))
    if text[start] == "一" and not _half_counts(text, start):
        return None
    number = Number(50, 50, "over" if found["half"].startswith("过") else None)
    return hedged(text, start, end, "percent", "%", number)


def _half_counts(text: str, start: int) -> bool:
    """Say whether 一半 is a share: 占一半, 近一半, 一半以上; not 剩下一半, 一家一半."""
    before = text[max(0, start - 3) : start]
    return before.endswith(
        ("占", "近", "过", "约", "足", "超", "到", "有", "，", "。")
    ) or text.startswith("以上", start + 2)


def _counted(text: str, found: re.Match[str]) -> Amount | None:
    """Read a number with its unit; None where the characters count nothing."""
    start, end = found.span()
    numeral, second, unit, half = found.group("n1", "n2", "unit", "and_half")
    arabic = numeral[0].isdigit()
    # 五千克 is five kilograms; 5千米 five kilometres.
    if numeral[-1] == "千" and unit in ("克", "米", "瓦", "瓦时", "伏") and len(numeral) > 1:
        numeral, unit = numeral[:-1], "千" + unit
    first = read_numeral(numeral)
    last = read_numeral(second) if second else first
    if first is None or last is None:
        return None
    if unit == "个人" and text.startswith(NOT_PEOPLE, end):
        # 24,000 people's communes: 个 and 人民.
        unit, end = "个", end - 1
    after = text[end : end + 1]
    if half is None and after and after in OTHER_WORDS.get(unit, ()):
        return None
    before = text[start - 1] if start else ""
    is_ordinal = before == "第" or (
        before == "头" and (start < 2 or text[start - 2] not in NOT_HEAD)
    )
    spot = Spot(text, start, end, numeral, unit, bool(second), before, after)
    if not is_ordinal and not counts(spot):
        return None
    if unit == "日" and not (
        text.startswith(("内", "之内", "以内"), end)
        or RE_TERM.search(text, max(0, start - 4), start)
    ):
        return None
    also = RE_ALSO.match(text, end) if after == "（" else None
    if also is not None:
        end, unit = also.end(), unit + also[0]
    change = second and (before in FROM or unit in APART) and found["u1"]
    if change:
        end = found.end("u1")
    elif second:
        ends = _range(first, last, found)
        if ends is None:
            return None
        first = ends
    kind, name, factor = FACTS.get(unit) or (kind_of(unit), *in_ledger(unit))
    if (
        numeral in MYRIADS
        and kind == "money"
        and not ROUND_SUM.search(text, max(0, start - 2), end + 2)
    ):
        return None
    if is_ordinal:
        return ordinal(text, start, end, unit, first, before)
    if half or unit.startswith("个半"):
        first = Number(first.low + 0.5, first.high + 0.5, first.approx)
    if unit.startswith("个多"):
        first = first._replace(approx="over")
    if unit == "块" and RE_PAID.search(text, max(0, start - 8), start):
        unit, kind = "块钱", "money"
    elif (
        unit == "期"
        and numeral in ("一", "二", "三", "四", "五")
        and not RE_HELD.search(text, max(0, start - 3), start)
    ):
        kind = "ordinal"
    elif unit == "级" and before == "风":
        kind = "other"
    elif unit in ("楼", "届"):
        kind = "ordinal"
    elif unit == "成" and first.low > 10:
        return None
    elif unit == "块" and first.high >= 1000:
        unit, kind = "块钱", "money"
    if unit == "块钱":
        name, factor = in_ledger(unit)
    if name in HAS_SMALLER and not second and not half:
        begins = text[end : end + 1]
        smaller = None
        if begins in SMALLER_BEGINS or begins.isdecimal():
            smaller = RE_SMALLER.match(text, end)
        part = SMALLER.get((name, smaller["unit"])) if smaller else None
        more = read_numeral(smaller["n"]) if smaller and part is not None else None
        if smaller and part is not None and more:
            total = tidy(first.low * factor + more.low * part)
            total = round(total, 4)
            return hedged(text, start, smaller.end(), kind, name, Number(total, total))
    tenth = RE_TENTH.match(text, end) if not arabic and unit in TENTHS else None
    if tenth is not None:
        more = read_numeral(tenth["n"])
        end = tenth.end()
        if more is not None:
            first = Number(first.low + more.low / 10, first.high + more.low / 10, first.approx)
        if unit == "块":
            unit, kind, name = "块钱", "money", "元"
    if before == "-" and name in ("摄氏度", "度", "%"):
        start, first = start - 1, Number(-first.low, first.high if second else -first.high)
    if factor != 1:
        first = Number(tidy(first.low * factor), tidy(first.high * factor), first.approx)
    return hedged(text, start, end, kind, name, first)


def _range(first: Number, last: Number, found: re.Match[str]) -> Number | None:
    """Join two numbers to a range: 3至4, 1.5至2万 (the scale is of both)."""
    if (
        found["u1"]
        and found["u1"] != found["unit"]
        and in_ledger(found["u1"]) != in_ledger(found["unit"])
    ):
        return None
    low, high = first.low, last.high
    scale = found["n2"].rstrip("余多来")[-1:]
    if not found["u1"] and scale in "万亿千百" and found["n1"][-1:] not in "万亿千百十":
        low = tidy(low * {"万": 1e4, "亿": 1e8, "千": 1e3, "百": 1e2}[scale])
    if low > high:
        return None
    return Number(low, high, first.approx or last.approx)
