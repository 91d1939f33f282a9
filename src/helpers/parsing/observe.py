"""What can be seen of one line by itself: features, each with a name that can be shown to a reader.

A feature either holds of a line or does not. How much it speaks for a role is in `weights.tsv`.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from helpers.parsing import bylines
from helpers.parsing.furniture import (
    COLUMN,
    COLUMN_MARKS,
    JUMP,
    RE_COLUMN,
    RE_JUMP_FROM,
    RE_JUMP_TO,
    SLOGAN,
    furniture_reason,
    is_signature,
    slogan_score,
)
from helpers.parsing.glance import COLON, COMMA, DIGIT, SENTENCE, STOP, needs
from helpers.parsing.line import Line
from helpers.parsing.masthead import STRONG, fields_of
from helpers.parsing.shape import see_shape
from helpers.parsing.symbols import symbol

__all__ = ["BULLETS", "LENGTHS", "RE_NOTICE", "Line", "observe"]

#: A line this long is body text: the dearer questions are not asked of it.
LONGEST = 60
#: No phrase ends with these: the next line goes on with it.
GOING_ON = frozenset("的和与在对将把被为及从向以于由让使而但并或是了着这那各")
LENGTHS = (2, 3, 5, 7, 9, 12, 15, 18, 22, 26, 30, 36, 44, 60, 100)
LENGTH_NAMES = (*(f"length<{n}" for n in LENGTHS), "length>=100")
#: No line of its own begins so: it goes on from the one before.
RE_BAD_START = re.compile(r"^[，。、；：！？）)”’》】,.;:!?%％]|^的(?![确士])|^了(?![解不])|^们")
BAD_FIRST = frozenset("，。、；：！？）)”’》】,.;:!?%％的了们")
#: A body often opens so: a date, 近日, 日前, 据…, 今年.
RE_BODY_OPENING = re.compile(
    r"^(?:\d{1,2}月\d{1,2}日|\d{4}年|近日|近年|日前|昨[日天]|今[日天年]|连日来|近期"
    r"|据|截至|为(?:了|进一步|深入|切实)?|随着|走进|清晨|傍晚|上午|下午|当[日天]|图为|本报讯)"
)
OPENING_FIRST = frozenset("近日昨今连据截为随走清傍上下当图本0123456789")
#: ▲ ● ◆ ■ before an item of a column of briefs or a list.
BULLETS = frozenset("▲●◆■★○◎▶►□△▼•·※⊙✦◇☆")
#: 一、 （一） 1. 第一条 01
NUMBERED_FIRST = frozenset("一二三四五六七八九十（第")
RE_NUMBERED = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}[、，．.]|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[、.．](?!\d)|第[一二三四五六七八九十]{1,3}[条章]|[一二三四五六七八九]问：)"
)
#: 问：, 答：, 记者：, a speaker in an interview.
RE_SPEAKER = re.compile(r"^(?:问|答|记者|[\u4e00-\u9fff]{2,4})：(?=.)")
NOTICE_LAST = frozenset("告示事明知报订稿集聘标卖租让定信书）")
RE_NOTICE = re.compile(
    r"(?:公告|公示|启事|声明|通告|通知|通报|征订|征稿|征集|招\s*聘|招标|拍卖|招租|转让|决定|一封信|倡议书|公开信|海报|预告)(?:（.{1,12}）)?$"
)
CONTACT = needs("联话线址邮报@询")
RE_CONTACT = re.compile(r"联系人|电话|热线|地址|邮箱|邮编|报名|联系方式|网址|@|咨询")
RE_DATE_LINE = re.compile(
    r"^(?:\d{4}年\d{1,2}月\d{1,2}日|[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日)$"
)
DATE_MARK = needs("年.-/")
RE_HAS_DATE = re.compile(r"\d{4}\s*[年.\-/]\s*\d{1,2}\s*[月.\-/]\s*\d{1,2}")
LOST = needs("遗废此")
RE_LOST = re.compile(r"遗失|作废|特此(?:公告|声明|通知|通告)")
WEATHER = needs("℃风云阴晴雨")
RE_WEATHER = re.compile(r"℃|[东南西北偏]风|多云|阴转|晴转|转晴|小雨|阵雨")
PICTURE, PICTURED = needs("图↑←→↓"), "picture word"
RE_PICTURE = re.compile(
    r"图为|图片由|供图|（(?:[左右前后中][一二三四五]?|图?[左右]起?)）|[左右上下][图一二三四]为|^↑|^←|^→|^↓|^图[:：]"
)
HEADER_WORD = needs("编校版式审投页")
RE_HEADER_WORD = re.compile(
    r"(?:责任|执行|值班|本[版期])?(?:编辑|责编|校对|版式|美编|组版|审读|总编|排版|制版|投稿|责校)|第\s*\S{1,3}\s*版|\d\s*版|[版页]\s*\d"
)
OPENER_HINT = needs("讯电息综道（")
RE_OPENER_HINT = re.compile(r"[讯电]|消息|综合|报道|^\s*（")
RE_SALUTE = re.compile(r"^[\u4e00-\u9fff、，（）]{2,30}：$")
CREDIT, QUOTES = needs("摄图提"), needs("“（《”）》")


def observe(line: Line) -> None:
    """Fill in the features of a line and what was found in it on the way."""
    text = line.text
    seen = line.features
    seen.append(LENGTH_NAMES[bisect_right(LENGTHS, line.length)])
    _ends(line, text, seen)
    _begins(line, text, seen)
    if line.length <= LONGEST:
        line.short = True
        _look_closer(line, text, seen)
    elif (
        line.length <= 100
        and line.mask & HEADER_WORD
        and "。" not in text
        and RE_HEADER_WORD.search(text) is not None
    ):
        seen.append("header words")
    line.symbol = symbol(line)
    seen.append("is:" + line.symbol)


def _ends(line: Line, text: str, seen: list[str]) -> None:
    """See how the line ends, and what is left open in it."""
    last, mask = text[-1], line.mask
    if last in "。！？…!?":
        seen.append("ends:stop" if last == "。" else "ends:mark")
    elif line.final:
        seen.append("ends:quote")
    elif line.soft:
        seen.append("ends:colon" if last == "：" else "ends:soft")
    elif last == "）":
        seen.append("ends:bracket")
    else:
        seen.append("ends:open")
        if last in GOING_ON:
            seen.append("ends in mid-phrase")
    if mask & STOP and text.find("。", 0, -1) >= 0:
        seen.append("stop inside")
    if mask & COMMA:
        commas = text.count("，") + text.count("；")
        if commas:
            seen.append("commas:1" if commas == 1 else "commas:2")
    if mask & QUOTES:
        line.open_quotes = (
            text.count("“") + text.count("（") + text.count("《")
            - text.count("”") - text.count("）") - text.count("》")
        )  # fmt: skip
        if line.open_quotes:
            seen.append("left open" if line.open_quotes > 0 else "closes what it did not open")
    if last == "）" or (mask & CREDIT and _may_credit(text)):
        line.credit = bylines.ending_credit(text)
        if line.credit is not None:
            kind = "photo" if line.credit.photo else "text"
            whole = "alone" if line.credit.start == 0 else "at end"
            seen.append(f"credit:{kind}:{whole}")
            if not line.credit.bracket:
                seen.append("credit without brackets")
    jumps = mask & JUMP == JUMP and RE_JUMP_TO.search(text, max(0, len(text) - 14)) is not None
    if jumps:
        seen.append("jump to")


def _may_credit(text: str) -> bool:
    """Say whether a line may end with who took the picture."""
    return "摄" in text[-8:] or "图" in text[-12:] or "提供" in text[-4:]


def _begins(line: Line, text: str, seen: list[str]) -> None:
    """See how the line begins: a byline, a typical opening, a bullet, a number."""
    first, mask = text[0], line.mask
    if mask & OPENER_HINT and RE_OPENER_HINT.search(text, 0, 30) is not None:
        line.opener = bylines.find_opener(text)
        bare = line.opener is None or not (line.opener.entries or line.opener.wire)
        line.opener_open = bare and bylines.is_open(text)
        if line.opener_open:
            seen.append("byline begins")
        elif line.opener is not None:
            seen.append("opener:wire" if line.opener.wire else "opener")
            if line.opener.end >= len(text):
                seen.append("opener alone")
    if first in BAD_FIRST and RE_BAD_START.match(text) is not None:
        seen.append("begins in mid-phrase")
    elif first in "“‘":
        seen.append("begins:quote")
    elif first in OPENING_FIRST and RE_BODY_OPENING.match(text) is not None:
        seen.append("begins:opening")
    elif first in BULLETS:
        seen.append("begins:bullet")
    elif first == "—":
        seen.append("begins:dash")
    elif first in "（【《":
        seen.append("begins:bracket")
    if (first in NUMBERED_FIRST or (mask & DIGIT and first.isdecimal())) and RE_NUMBERED.match(
        text
    ) is not None:
        seen.append("numbered")
    elif mask & COLON and RE_SPEAKER.match(text) is not None:
        seen.append("speaker")
    if mask & PICTURE and ("图" in text or first in "↑←→↓") and RE_PICTURE.search(text) is not None:
        seen.append(PICTURED)
    if mask & LOST and RE_LOST.search(text) is not None:
        seen.append("lost or void")


def _look_closer(line: Line, text: str, seen: list[str]) -> None:
    """Ask the dearer questions, which only short lines need."""
    mask, last = line.mask, text[-1]
    alone = bylines.stands_alone(text, mask)
    if alone is not None:
        line.alone, line.people = alone
        seen.append(f"byline:{line.alone}")
    fields = fields_of(text, mask)
    furniture = furniture_reason(text, mask, fields)
    if furniture is not None:
        line.furniture = furniture
        seen.append(f"furniture:{furniture}")
    slogan = slogan_score(text) if mask & SLOGAN and not mask & SENTENCE else 0.0
    if slogan:
        seen.append("slogan:2" if slogan >= 2 else "slogan:1")
    if is_signature(text):
        seen.append("signature")
    if last == "日" and RE_DATE_LINE.match(text) is not None:
        seen.append("date alone")
    elif mask & DIGIT and mask & DATE_MARK and RE_HAS_DATE.search(text) is not None:
        seen.append("date in it")
    if fields:
        strong = len(STRONG & fields.keys())
        seen.append(f"fields:{min(strong, 2)}")
        line.paper = "paper" in fields
    if last in NOTICE_LAST and RE_NOTICE.search(text) is not None:
        line.notice = True
        seen.append("notice word")
    if mask & CONTACT and RE_CONTACT.search(text) is not None:
        seen.append("contact")
    if mask & WEATHER and RE_WEATHER.search(text) is not None:
        seen.append("weather")
    if mask & HEADER_WORD and RE_HEADER_WORD.search(text) is not None:
        seen.append("header words")
    if (
        mask & COLUMN
        and not mask & SENTENCE
        and (line.length <= 15 or mask & COLUMN_MARKS)
        and RE_COLUMN.match(text) is not None
    ):
        seen.append("column name")
    if mask & JUMP == JUMP:
        jump = RE_JUMP_FROM.match(text)
        if jump is not None:
            seen.append("jump from" if jump.end() >= line.length else "jump from, then more")
        elif RE_JUMP_TO.fullmatch(text) is not None:
            seen.append("jump alone")
    if last == "：" and RE_SALUTE.match(text) is not None:
        seen.append("salutation")
    see_shape(line, text, seen)
