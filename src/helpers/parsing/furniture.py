"""Lines that belong to no article whatever stands around them: page numbers, tags, slogans."""

from __future__ import annotations

import re
from collections.abc import Mapping

from helpers.parsing.glance import ALL, needs
from helpers.parsing.masthead_fields import STRONG, fields_of

PAGE_NUMBER = needs("版", str.isdecimal)
RE_PAGE_NUMBER = re.compile(
    r"^[-—·.]*\s*(?:\d{1,3}|第?\s*[一二三四五六七八九十\d]{1,3}\s*版)\s*[-—·.]*$"
)
#: A line with no letter, digit or Chinese character in it: ———, ***, ■■.
RE_RULE = re.compile(r"^[^\w\u4e00-\u9fff]+$|^[_—\-=*·~～]+$")
RE_TAG = re.compile(
    r"^[【［\[〔]\s*[^】］\]〕]{2,14}\s*[】］\]〕]$|^[●◆■▲★◎]\s*[\u4e00-\u9fff]{2,8}$"
)
#: 富强 民主 文明 和谐 and its fellows: the core socialist values, printed as a block everywhere.
CORE_VALUES = frozenset(
    "富强 民主 文明 和谐 自由 平等 公正 法治 爱国 敬业 诚信 友善 社会主义 核心价值观 "
    "社会主义核心价值观 社会主义核心 价值观".split()
)
CORE_HEADS = frozenset(value[:2] for value in CORE_VALUES)
CORE_FIRST = frozenset(value[0] for value in CORE_VALUES)
SLOGAN = needs("·•、！", str.isspace)
RE_SEGMENTS = re.compile(r"[\s\u3000·•、，]+")
#: Two spaces or one ideographic space inside a line.
RE_WIDE_SPACE = re.compile(r"\S(?: {2,}|\s*\u3000\s*)\S")
#: What closes a notice or a letter: a date, or the body that signs it, alone on its line.
RE_SIGNATURE = re.compile(
    r"^(?:\d{4}年\d{1,2}月\d{1,2}日|[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
    r"|[\u4e00-\u9fff]{2,18}(?:公司|局|委员会|政府|办公室|中心|管理处|指挥部|编辑部|法院|检察院|医院|学校|银行|协会))$"
)
RE_CJK = re.compile(r"[\u3400-\u9fff]")
#: 第2版 综合 编辑：甲乙: a running header, if nothing else is in the line.
RE_HEADER_WORDS = re.compile(
    r"(?:责任|执行|值班)?(?:编辑|责编|校对|版式|美编|组版|审读|总编)\s*[：:]?\s*[\u4e00-\u9fff]{2,4}"
    r"|第\s*[一二三四五六七八九十\d]{1,3}\s*版|[A-D]?\d{1,2}\s*版|要闻|综合新闻|综合|副刊|民生|专版|时政|乡镇|社会"
)


#: 上接第1版, 下转2版, （下转第三版）: where a story that was cut goes on, and whence.
RE_JUMP_FROM = re.compile(
    r"^[\s（【]*(?:上接|紧接|接)\s*第?\s*[一二三四五六七八九十\d]{1,3}\s*版[\s）】]*"
)
#: Both bits are needed.
JUMP = needs("转接") | needs("版")
RE_JUMP_TO = re.compile(
    r"[\s（【]*(?:下转|转|下接)\s*第?\s*(?P<page>[一二三四五六七八九十\d]{1,3})\s*版[^（）\u4e00-\u9fff]*[）】\s]*$"
)
#: The name of a column or section, alone on its line: 简讯, 短 波, 云洲时评, ── 潮音 ──, 副刊.
#: A column's name holds one of these, and is at most 15 characters long without marks or spaces.
COLUMN = needs("讯波闻读览题点焦声地窗口行评谈苑坛栏告刊文歌笔说语气走─—-=~～")
COLUMN_MARKS = needs("【［[〔●◆■▲★◎─—-=·~～|｜】］]〕", str.isspace)
RE_COLUMN = re.compile(
    r"^[\s【［\[〔●◆■▲★◎─—\-=·~～|｜]*(?:[\u4e00-\u9fff]{0,4}\s*(?:简\s*讯|短\s*讯|快\s*讯|短\s*波|简明新闻|一句话新闻|新闻速递|要闻|导\s*读|"
    r"速\s*览|话\s*题|视\s*点|聚\s*焦|热\s*点|之\s*声|园\s*地|之\s*窗|窗\s*口|进行时|[评谈苑坛栏]|广\s*告|副\s*刊|散\s*文|诗\s*苑|诗\s*歌|随\s*笔|小\s*小说|时\s*评|短\s*评|快\s*评|微\s*评|快\s*语|天\s*气|公告栏|公示栏|图片新闻|专\s*栏)"
    r"|走基层[·\u4e00-\u9fff]{0,12}|[─—\-=~～]+\s*[\u4e00-\u9fff]{2,8}\s*[─—\-=~～]+)[\s】］\]〕─—\-=·~～|｜]*$"
)


#: Marks that do not count in the length of a slogan's segments.
UNCOUNTED = frozenset("“”‘’《》！")
MARKS = str.maketrans("", "", "".join(UNCOUNTED))
RE_DIGIT = re.compile(r"\d")
#: The first ideograph of a line that is nothing but such words; a digit may stand before 版.
HEADER_FIRST = frozenset("责执值编校版美组审总第要综副民专时乡社")
#: No line without one of these can be a running header.
HEADER_HINT = needs("版编责校审期", str.isdecimal)
RE_HEADER_HINT = re.compile(r"[版编责校审期]|\d{4}")
#: Longer lines are neither tags nor slogans nor page numbers.
LONGEST = 40


#: The last characters of a signature: most lines are told by them to be none.
SIGNATURE_ENDS = frozenset("日司局会府室心处部院校行")


def is_signature(text: str) -> bool:
    """Say whether a line is what closes a notice: '岚溪县水务公司' => True."""
    return text[-1] in SIGNATURE_ENDS and RE_SIGNATURE.match(text) is not None


#: Every reason that `furniture_reason` gives.
FURNITURE = ("page number", "rule", "column tag", "core values", "running header")


def furniture_reason(
    text: str, mask: int = ALL, fields: Mapping[str, object] | None = None
) -> str | None:
    """Name the reason why a line is furniture whatever stands around it, or None.

    '— 3 —' => 'page number'; '【基层治理】' => 'column tag'; a headline => None.

    Args:
        text: The canonical reading of the line.
        mask: What occurs in it, see `glance`.
        fields: The masthead fields that it holds, if they are known.
    """
    if mask & PAGE_NUMBER and len(text) <= 10 and RE_PAGE_NUMBER.match(text):
        return "page number"
    if not "\u4e00" <= text[0] <= "\u9fff":
        if RE_RULE.match(text):
            return "rule"
        if RE_TAG.match(text):
            return "column tag"
    elif text[:2] in CORE_HEADS and (set(RE_SEGMENTS.split(text)) - {""}) <= CORE_VALUES:
        return "core values"
    if not mask & HEADER_HINT or not RE_HEADER_HINT.search(text):
        return None
    if fields is None:
        fields = fields_of(text)
    if len(STRONG & fields.keys()) >= 2:
        return "running header"
    first = RE_CJK.search(text)
    if first is None or first[0] not in HEADER_FIRST:
        return None
    rest = RE_HEADER_WORDS.sub(" ", text)
    if (
        len(rest) < len(text)
        and not RE_CJK.search(rest)
        and len(RE_HEADER_WORDS.findall(text)) >= 2
    ):
        return "running header"
    return None


def slogan_score(text: str) -> float:
    """Score a line as a slogan: equal segments of two to eight characters set side by side.

    '同心共建  实干争先' => 3.0; '奋战“四个区”·“六抓六比”' => 2.0; a sentence => 0.0.
    """
    if len(text) > LONGEST or "。" in text or "，" in text or text[-1] in "？…":
        return 0.0
    if not (text.endswith("！") or RE_SEGMENTS.search(text)):
        return 0.0
    score = 0.0
    bare = text.translate(MARKS) if not UNCOUNTED.isdisjoint(text) else text
    segments = [s for s in RE_SEGMENTS.split(bare) if s]
    sizes = {len(s) for s in segments}
    if (
        len(segments) >= 2
        and len(sizes) == 1
        and 2 <= len(segments[0]) <= 8
        and not RE_DIGIT.search(bare)
    ):
        score += 3.0
    elif len(segments) == 2 and RE_WIDE_SPACE.search(text) and not RE_DIGIT.search(bare):
        score += 1.8  # slogans are set with wide spaces, headlines with one
    if "·" in text and "“" in text:
        score += 2.0
    if text.endswith("！"):
        score += 0.5
    return score


#: 第2版, A3版, 三版; else a digit at either end of a page's head: 2 · 民生, 综合 03.
RE_PAGE_SAID = re.compile(r"[A-D]?(\d{1,2}|[一二三四五六七八九十])\s*版")
RE_PAGE_END = re.compile(r"^[A-D]?0?(\d{1,2})(?![\d年月日.\-])|(?<![\d.\-月日])[A-D]?0?(\d{1,2})$")
DIGITS = str.maketrans("一二三四五六七八九", "123456789")


def page_number(head: str) -> str:
    """Read the number of a page from its head: '2 · 民生' => '2'; '' where there is none."""
    if (match := RE_PAGE_SAID.search(head)) is not None:
        return match[1].translate(DIGITS).lstrip("0")
    match = RE_PAGE_END.search(head.strip())
    return (match[1] or match[2]).lstrip("0") if match else ""
