"""What can be seen of one line by itself, before its neighbours are asked."""

from __future__ import annotations

import re
from dataclasses import dataclass

from helpers.parsing import bylines
from helpers.parsing.bylines import Opener
from helpers.parsing.masthead import STRONG, fields_of

#: A sentence ends here; the closing marks after it belong to it.
RE_FINAL = re.compile(r"[。！？!?…][”’」』）)】》]*$")
RE_STOP = re.compile(r"。")
RE_SOFT_END = re.compile(r"[，、；：,;:（(“‘《—]$")
#: No line of its own begins so: it goes on from the one before.
RE_BAD_START = re.compile(r"^[，。、；：！？）)”’》】,.;:!?%％]|^的(?![确士])|^了(?![解不])|^们")
RE_PAGE_NUMBER = re.compile(
    r"^[-—·.]*\s*(?:\d{1,3}|第?\s*[一二三四五六七八九十\d]{1,3}\s*版)\s*[-—·.]*$"
)
#: A line with no letter, digit or Chinese character in it: ———, ***, ■■.
RE_RULE = re.compile(r"^[^\w\u4e00-\u9fff]+$|^[_—\-=*·~～]+$")
RE_TAG = re.compile(
    r"^[【［\[〔]\s*[^】］\]〕]{2,14}\s*[】］\]〕]$|^[●◆■▲★◎]\s*[\u4e00-\u9fff]{2,8}$"
)
#: A body often opens so: a date, 近日, 日前, 据…, a quotation, 今年.
RE_BODY_OPENING = re.compile(
    r"^[\s\u3000]*(?:“|‘|\d{1,2}月\d{1,2}日|\d{4}年|近日|近年|日前|昨[日天]|今[日天年]|连日来|近期"
    r"|据|截至|为(?:了|进一步|深入|切实)?|随着|走进|清晨|傍晚|上午|下午|当[日天]|图为|本报讯)"
)
#: 富强 民主 文明 和谐 and its fellows: the core socialist values, printed as a block everywhere.
CORE_VALUES = frozenset(
    "富强 民主 文明 和谐 自由 平等 公正 法治 爱国 敬业 诚信 友善 社会主义 核心价值观 "
    "社会主义核心价值观 社会主义核心 价值观".split()
)
RE_SEGMENTS = re.compile(r"[\s\u3000·•、，]+")
#: Two spaces or one ideographic space inside a line.
RE_WIDE_SPACE = re.compile(r"\S(?: {2,}|\s*\u3000\s*)\S")
#: What closes a notice or a letter: a date, or the body that signs it, alone on its line.
RE_SIGNATURE = re.compile(
    r"^(?:\d{4}年\d{1,2}月\d{1,2}日|[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
    r"|[\u4e00-\u9fff]{2,18}(?:公司|局|委员会|政府|办公室|中心|管理处|指挥部|编辑部|法院|检察院|医院|学校|银行|协会))$"
)
RE_CJK = re.compile(r"[\u3400-\u9fff]")
RE_PICTURE = re.compile(r"图为|图片|[左右上下][图一二三四]为|画面|摄影")
#: 第2版 综合 2020年12月30日 星期三 编辑：甲乙: a running header, if nothing else is in the line.
RE_HEADER_WORDS = re.compile(
    r"(?:责任|执行|值班)?(?:编辑|责编|校对|版式|美编|组版|审读|总编)\s*[：:]?\s*[\u4e00-\u9fff]{2,4}"
    r"|第\s*[一二三四五六七八九十\d]{1,3}\s*版|[A-D]?\d{1,2}\s*版|要闻|综合新闻|综合|副刊|民生|专版|时政|乡镇|社会"
)


@dataclass(slots=True)
class Line:
    """One non-blank line and its features. `gap` counts the blank lines before it."""

    number: int
    text: str
    gap: int
    length: int
    final: bool
    has_stop: bool
    commas: int
    soft_end: bool
    bad_start: bool
    open_quotes: int
    opening: bool
    #: The byline at the head of the line; with `byline_lines` > 1 it goes on over later lines, and
    #: `byline` is those lines joined.
    opener: Opener | None = None
    opener_broken: bool = False
    byline: str | None = None
    byline_lines: int = 1
    byline_only: bool = False
    credit_only: bool = False
    credit_end: bool = False
    photo_credit: bool = False
    picture: bool = False
    furniture: str | None = None
    signature: bool = False
    slogan: float = 0.0
    continuation: bool = False


def line_of(number: int, raw: str, gap: int) -> Line:
    """Look at one raw line; `gap` is the number of blank lines before it."""
    text = raw.strip()
    line = Line(
        number=number,
        text=text,
        gap=gap,
        length=len(text),
        final=RE_FINAL.search(text) is not None,
        has_stop="。" in text,
        commas=text.count("，") + text.count("；"),
        soft_end=RE_SOFT_END.search(text) is not None,
        bad_start=RE_BAD_START.match(text) is not None,
        open_quotes=_open(text),
        opening=RE_BODY_OPENING.match(text) is not None,
    )
    if line.length <= 60 or text.startswith(("本", "据", "新")):
        _look_closer(line)
    if line.length > 4 and text[-1] in "）)":
        credit = bylines.RE_CREDIT.search(text)
        entries = bylines.people(credit["inner"]) if credit is not None else []
        if credit is not None and entries:
            line.credit_end = True
            line.credit_only = credit.start() == 0
            line.photo_credit = bylines.RE_PICTURE_ROLE.search(credit["inner"]) is not None
    line.picture = RE_PICTURE.search(text) is not None
    return line


def _open(text: str) -> int:
    """Count quotation marks and brackets left open (positive) or closed too often (negative)."""
    return (
        text.count("“")
        + text.count("（")
        + text.count("《")
        - text.count("”")
        - text.count("）")
        - text.count("》")
    )


def _look_closer(line: Line) -> None:
    """Ask the dearer questions, which only short lines and openers need."""
    text = line.text
    line.opener = bylines.find_opener(text)
    if line.opener is None:
        line.opener_broken = bylines.RE_OPENER_OPEN.match(text) is not None
    if line.length > 60:
        return
    if line.opener is not None:
        line.byline_only = line.opener.end >= len(text)
    else:
        alone = bylines.RE_ALONE.match(text)
        line.byline_only = alone is not None and (
            alone["other"] is not None or _plausible(alone["people"])
        )
    line.signature = RE_SIGNATURE.match(text) is not None
    line.furniture = _furniture(text)
    line.slogan = slogan_score(text)


def _plausible(text: str) -> bool:
    """记者 走进东篱村 begins like a byline and is none: it must name somebody, or nobody at all."""
    if re.fullmatch(r"本报(?:特约)?评论员", text.strip()):
        return True
    entries = bylines.people(text)
    named = sum(len(e.name) for e in entries)
    return bool(entries) and all(2 <= len(e.name) <= 4 for e in entries) and named >= 2


def _furniture(text: str) -> str | None:
    """Name the reason why a line is furniture whatever stands around it, or None."""
    if RE_PAGE_NUMBER.match(text):
        return "page number"
    if RE_RULE.match(text):
        return "rule"
    if RE_TAG.match(text):
        return "column tag"
    if (set(RE_SEGMENTS.split(text)) - {""}) <= CORE_VALUES:
        return "core values"
    fields = fields_of(text)
    if len(STRONG & fields.keys()) >= 2:
        return "running header"
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
    if RE_FINAL.search(text) and not text.endswith("！"):
        return 0.0
    score = 0.0
    bare = re.sub(r"[“”‘’《》！]", "", text)
    segments = [s for s in RE_SEGMENTS.split(bare) if s]
    sizes = {len(s) for s in segments}
    if (
        len(segments) >= 2
        and len(sizes) == 1
        and 2 <= len(segments[0]) <= 8
        and not re.search(r"\d", bare)
    ):
        score += 3.0
    elif len(segments) == 2 and RE_WIDE_SPACE.search(text) and not re.search(r"\d", bare):
        score += 1.8  # slogans are set with wide spaces, headlines with one
    if "·" in text and "“" in text:
        score += 2.0
    if text.endswith("！"):
        score += 0.5
    return score
