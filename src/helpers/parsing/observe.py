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
from helpers.parsing.glance import COLON, COMMA, DIGIT, SENTENCE, SPACE, STOP, needs
from helpers.parsing.line import Line
from helpers.parsing.masthead import STRONG, fields_of
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
#: 甲乙主持并讲话, 研究部署…工作: what a deck tells of a meeting.
MEETING, MEETING_FIRST = needs("持话席辞署加陪"), frozenset("研部听审强要传")
RE_MEETING = re.compile(
    r"(?:主持|讲话|出席|致辞|作具体部署|参加|陪同)(?:会议|并讲话)?(?:$|[\s，])|^(?:研究|部署|听取|审议|强调|要求|传达)"
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
PICTURE = needs("图")
RE_PICTURE = re.compile(
    r"图为|图片由|供图|（(?:[左右前后中][一二三四五]?|图?[左右]起?)）|[左右上下][图一二三四]为|^↑|^←|^→|^↓|^图[:：]"
)
HEADER_WORD = needs("编校版式审投页")
RE_HEADER_WORD = re.compile(
    r"(?:责任|执行|值班|本[版期])?(?:编辑|责编|校对|版式|美编|组版|审读|总编|排版|制版|投稿|责校)|第\s*\S{1,3}\s*版|\d\s*版|[版页]\s*\d"
)
RE_SPLIT_HEADLINE = re.compile(r"^[^\s。，]{4,14}[ \u3000]+[^\s。，]{4,14}$")
#: No line of Latin letters begins with a character beyond this.
LATIN_LAST = "·"
RE_LATIN = re.compile(r"^[A-Za-z0-9\s.'·&-]+$")
OPENER_HINT = needs("讯电息综道（")
RE_OPENER_HINT = re.compile(r"[讯电]|消息|综合|报道|^\s*（")
RE_SALUTE = re.compile(r"^[\u4e00-\u9fff、，（）]{2,30}：$")
RE_DIGITS = re.compile(r"\d")
#: 2 · 民生, 综合 03, A4 副刊: the number of a page and its section.
PAGE_FIRST = frozenset("第ABCD一二三四五六七八")
RE_PAGE_WORD = re.compile(
    r"^第?\s*(?:[A-D]?\d{1,2}|[一二三四五六七八])\s*版?[\s·|/—-]+[\u4e00-\u9fff]{2}(?:[\u4e00-\u9fff·]{0,4})$"
    r"|^[\u4e00-\u9fff]{2,4}[\s·|/—-]*第?\s*(?:[A-D]?\d{1,2}|[一二三四五六七八]\s*版)\s*版?$"
)
#: What readers are served with: weather, prices, timetables, advice.
SERVICE = needs("气象价情油农览榜知示究识士答租售让业销记章载按正议告复信稿")
RE_SERVICE = re.compile(
    r"天\s*气|气\s*象|价格|行情|菜价|油价|农事|一览|红黑榜|须知|提示|讲究|常识|知识|贴士|问答|招\s*租|出\s*售|转\s*让|开\s*业|展销|大事记|简章|连载|编\s*者\s*按|更\s*正|倡议|预告|答复|来信|征\s*稿"
)
#: 单位：万斤, above a table or in a chart.
UNIT_FIRST = frozenset("（计单")
RE_UNIT_LINE = re.compile(r"^（?\s*(?:计量)?单位\s*：")
#: …之三, …（23）, 系列报道, 未完待续.
SERIES, SERIES_LAST = needs("系载续"), frozenset("一二三四五六七八九十）")
RE_SERIES = re.compile(
    r"之[一二三四五六七八九十]{1,2}$|（\d{1,2}）$|系列(?:报道|评论)|连载|待续|（[上中下]）$"
)
CREDIT, QUOTES = needs("摄图提"), needs("“（《”）》")
MARKED = needs("！？")
#: 公　告, 一 周 天 气: every character set apart.
RE_SPREAD = re.compile(r"^(?:[\u4e00-\u9fff]\s+)+[\u4e00-\u9fff]$")


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
    if (
        (mask & PICTURE or first in "↑←→↓")
        and ("图" in text or first in "↑←→↓")
        and RE_PICTURE.search(text) is not None
    ):
        seen.append("picture word")
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
    _shape(line, text, seen)


def _shape(line: Line, text: str, seen: list[str]) -> None:
    """See how a short line is made up: fields, digits, spaces, letters."""
    first, last, mask = text[0], text[-1], line.mask
    if (mask & MEETING or first in MEETING_FIRST) and RE_MEETING.search(text) is not None:
        seen.append("told of a meeting")
    if mask & SPACE:
        _parts(line, text, seen)
    if mask & DIGIT:
        digits = len(RE_DIGITS.findall(text))
        if digits:
            seen.append("digits:many" if digits * 4 > line.length else "digits:some")
    if first <= LATIN_LAST and RE_LATIN.match(text) is not None:
        seen.append("latin")
    if first == "“" and last == "”" and text.count("“") == 1:
        seen.append("quoted whole")
    if line.length <= 12 and _may_be_page(mask, first, last):
        if RE_PAGE_WORD.match(text) is not None:
            seen.append("page and section")
    if first in UNIT_FIRST and mask & COLON and RE_UNIT_LINE.match(text) is not None:
        seen.append("unit of figures")
    if (mask & SERIES or last in SERIES_LAST) and RE_SERIES.search(text) is not None:
        seen.append("part of a series")
    if (first <= "9" or first.isdigit()) and text.replace(".", "").replace(" ", "").isdigit():
        seen.append("number with a zero" if first == "0" else "number alone")
    if line.length <= 24 and mask & SERVICE and RE_SERVICE.search(text) is not None:
        seen.append("service word")
    if mask & MARKED and ("！" in text or "？" in text):
        seen.append("mark inside")


def _may_be_page(mask: int, first: str, last: str) -> bool:
    """Say whether a line begins or ends as the number of a page does."""
    return bool(mask & DIGIT) or first in PAGE_FIRST or last == "版"


def _parts(line: Line, text: str, seen: list[str]) -> None:
    """See into how many parts spaces divide a line."""
    if "  " in line.printed or "\u3000" in line.printed:
        seen.append("wide space")
    words = len(text.split())
    if RE_SPREAD.match(text) is not None:
        seen.append("spread")
    if words >= 3:
        seen.append("fields set apart" if words >= 4 else "three parts")
    elif words == 2:
        seen.append("two parts")
        if RE_SPLIT_HEADLINE.match(text) is not None:
            seen.append("two even parts")
