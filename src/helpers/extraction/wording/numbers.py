"""Number-slogans: terms that abbreviate a list by its number, 三保两报, 一村万树, 村两委.

In quotation marks any numeral with a noun is one (“三本账”); without them only the forms that are
hardly ever a plain count: numeral and verb or noun twice over, 三级联动, 双…, 两委.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpers.extraction.scan import lead, offsets
from helpers.parsing.words import common_words

_N = "一二两三四五六七八九十"
_MORE = f"{_N}百千万双多零"
_HAN = "\u4e00-\u9fff"
_ANY = f"[{_HAN}]"
#: Units of a county that get something each, and what each gets: 一户一策, 一厂一册, 一人一岗.
_EACH = "户村企人事案厂校院县镇乡街路河湖山段线品项岗船店园楼格片区组社站车险地季月周期矿井塘田企"
_THING = "策档册码案表图卡员岗品业法责群网账单证牌景韵点室校警长谱员库编号标价填评晒检测议课训"
#: 一户一策; 三保两报, 两学一做, 三会一课: numeral and a character, twice or three times; 一村万树.
RE_EACH = re.compile(rf"一[{_EACH}]一[{_THING}](?![{_MORE}])")
_WORD = f"(?:(?![{_MORE}]){_ANY})"
RE_PAIRS = re.compile(
    rf"(?:[两二三四五六七八九]{_WORD}){{1,2}}[一两二三四五六七八九]{_WORD}(?![{_MORE}])"
    rf"|一{_WORD}[百千万两三四五六七八九多]{_WORD}(?![{_MORE}])"
)
#: Characters that make a plain count of it: 三天两夜, 两室一厅, 三人一组.
MEASURES = frozenset(
    "天年月日夜周秒分时刻次个口岁元角斤两吨米里亩户间套幢栋层楼厅室厨卫男女老少左右前后上下点刀口句言声笑"
    "步手脚头身件条只张把本台辆棵株盏支名位人组队车船桌碗杯瓶筐袋担届等回趟遍番成倍些来去到至和多几边齐荤素逢餐饭顿"
)
#: 两不愁三保障, 三改一拆: numeral with up to three characters, twice, 不 or a verb behind it.
RE_NOT = re.compile(
    rf"[{_N}]不[{_HAN}]{{1,2}}[、，]?[{_N}](?:不)?[{_HAN}]{{2}}"
    rf"|[{_N}]不误、?[{_N}]促进"
)
#: 三级联动, 四级书记抓, 三方协议, 村两委, 双向激励, 八大行动.
RE_SINGLE = re.compile(
    rf"[二两三四五六]级(?:联动|联创|联治|贯通|书记抓|网格|平台|管理|体系|响应|调解|会商|处置)(?![{_HAN}]?[条个])"
    rf"|[三四五六多]方(?:协议|联动|共治|联席|会商|协同|合力)"
    r"|两委(?!托|婉|员)"
    r"|双(?:向|重)(?:激励|奔赴|选择|培养|提升|服务|承诺|约束|管理|循环|认领|评价|考核|进入|互动|监督)"
    r"|双(?:随机|公开|报到|拥|创|减|碳|积分|联系|培养|承诺|评议|述双评|促进|提升|达标|过半|带双促|招双引|控)"
    r"(?!作|业|造)"
    rf"|[{_N}]大(?:行动|工程|攻坚|竞赛|战役|计划|会战|决策|体系|战略|任务|专项|提升行动)(?![{_HAN}]{{0,2}}[个项条])"
    rf"|[{_N}][改严严会学治保联争比]{{1,2}}[{_N}][改拆实课做报联争抓比]{{1,2}}"
)
PATTERNS = (RE_EACH, RE_PAIRS, RE_NOT, RE_SINGLE)
#: Where a number-slogan can begin: at a numeral that no other goes before.
RE_LEAD = lead(
    f"[{_N}双多]", "|".join(pattern.pattern for pattern in PATTERNS), behind=rf"[{_MORE}第\d]"
)
#: Whose 两委: 村两委, 村（社区）两委.
RE_WHOSE = re.compile(r"(?:村（社区）|村（社）|村、社区|社区|村支|村社|村|居)$")
#: What a quoted numeral term looks like: 两难, 三本账, 三个一, 五改一留, 小三改, 1+3+N.
RE_QUOTED = re.compile(
    rf"^(?:[小新老大]?[{_MORE}\d]+[个大项条本张级方]?[{_HAN}{_MORE}]{{1,6}}|[\d{_N}N]+(?:\+[\d{_N}NX]+)+.{{0,4}})$"
)
NUMERALS = frozenset(f"{_N}双0123456789")
RE_NUMERAL = re.compile(rf"[{_MORE}\d]")


def find_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of the number-slogans of a text that stand there without marks."""
    last = 0
    for start in offsets(RE_LEAD, text):
        if start < last:
            continue
        ends = [m.end() for p in PATTERNS if (m := p.match(text, start)) is not None]
        for end in sorted(ends, reverse=True):
            if _is_coined(text[start:end]):
                last = end
                yield _whole_start(text, start, end), end
                break


def _is_coined(term: str) -> bool:
    """Say whether a term is no idiom and no plain count: 三保两报, not 四面八方, 三天两夜."""
    if term in common_words():
        return term.endswith("两委")
    return RE_PAIRS.fullmatch(term) is None or MEASURES.isdisjoint(term[1::2])


def _whole_start(text: str, start: int, end: int) -> int:
    """Take in what a term numbers, right before it: “甲+乙”双积分, 村两委."""
    if text[start:end] == "两委":
        whose = RE_WHOSE.search(text, max(0, start - 6), start)
        return whose.start() if whose is not None else start
    if text[start - 1 : start] != "”":
        return start
    opening = text.rfind("“", max(0, start - 20), start)
    return opening if opening >= 0 and set("+、和") & set(text[opening:start]) else start


def is_number_term(term: str) -> bool:
    """Say whether a quoted term is a number-slogan: 两难, 三本账; not 一家亲, 第一书记.

    A numeral that only begins an idiom or a word of every day does not count.
    """
    if RE_QUOTED.match(term) is None:
        return False
    if term in common_words() and not (len(term) == 2 and term[0] in "两三四五六七八九"):
        return False
    if NUMERALS.isdisjoint(term) and len(RE_NUMERAL.findall(term)) == 1:
        return False  # 百礼墙, 万家灯火
    if term[0] in "一双" and len(RE_NUMERAL.findall(term)) == 1:
        return False
    return term[0] != "第"
