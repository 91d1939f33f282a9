"""How a short line is made up: fields, digits, spaces, letters, words of a service or a series."""

from __future__ import annotations

import re

from helpers.parsing.glance import COLON, DIGIT, SPACE, needs
from helpers.parsing.line import Line

#: 甲乙主持并讲话, 研究部署…工作: what a deck tells of a meeting.
MEETING, MEETING_FIRST = needs("持话席辞署加陪"), frozenset("研部听审强要传")
RE_MEETING = re.compile(
    r"(?:主持|讲话|出席|致辞|作具体部署|参加|陪同)(?:会议|并讲话)?(?:$|[\s，])|^(?:研究|部署|听取|审议|强调|要求|传达)"
)
RE_SPLIT_HEADLINE = re.compile(r"^[^\s。，]{4,14}[ \u3000]+[^\s。，]{4,14}$")
#: No line of Latin letters begins with a character beyond this.
LATIN_LAST = "·"
RE_LATIN = re.compile(r"^[A-Za-z0-9\s.'·&-]+$")
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
MARKED = needs("！？")
#: 公　告, 一 周 天 气: every character set apart.
RE_SPREAD = re.compile(r"^(?:[\u4e00-\u9fff]\s+)+[\u4e00-\u9fff]$")


def see_shape(line: Line, text: str, seen: list[str]) -> None:
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
    paged = line.length <= 12 and (mask & DIGIT or first in PAGE_FIRST or last == "版")
    if paged and RE_PAGE_WORD.match(text) is not None:
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
