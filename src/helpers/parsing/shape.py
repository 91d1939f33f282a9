"""How a short line is made up: fields, digits, spaces, letters, words of a service or a series."""

from __future__ import annotations

import re

import numpy as np

from helpers.parsing.catalogue import (
    DIGITS,
    EVEN_PARTS,
    EXCLAIMED,
    IN_SERIES,
    LATIN,
    MET,
    NUMBER,
    PAGED,
    PARTS,
    QUOTED,
    SERVED,
    SPREAD,
    UNIT,
    WIDE,
)  # fmt: skip
from helpers.parsing.glance import COLON, DIGIT, SPACE, Among, needs
from helpers.parsing.sheet import Sheet

#: 甲乙主持并讲话, 研究部署…工作: what a deck tells of a meeting.
MEETING, MEETING_FIRST = needs("持话席辞署加陪"), frozenset("研部听审强要传")
RE_MEETING = re.compile(
    r"(?:主持|讲话|出席|致辞|作具体部署|参加|陪同)(?:会议|并讲话)?(?:$|[\s，])|^(?:研究|部署|听取|审议|强调|要求|传达)"
)
RE_SPLIT_HEADLINE = re.compile(r"^[^\s。，]{4,14}[ \u3000]+[^\s。，]{4,14}$")
#: No line of Latin letters begins with a character beyond this.
LATIN_LAST = ord("·")
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


MEETS, PAGES, UNITS = Among(MEETING_FIRST), Among(PAGE_FIRST), Among(UNIT_FIRST)
CONTINUES, FIGURES = Among(SERIES_LAST), Among("", str.isdigit, beyond=True)
OPEN_QUOTE, CLOSE_QUOTE, PAGE_LAST, ZERO, NINE = map(ord, "“”版09")


def see_shape(sheet: Sheet) -> None:
    """See how short lines are made up: fields, digits, spaces, letters."""
    seen, short, first, last = sheet.seen, sheet.short, sheet.first, sheet.last
    digit = sheet.holds(DIGIT)
    _parts(sheet)
    _digits(sheet)
    met = short & (sheet.holds(MEETING) | MEETS(first))
    seen.put(MET, sheet.matching(met, RE_MEETING.search))
    seen.put(LATIN, sheet.matching(short & (first <= LATIN_LAST), RE_LATIN.match))
    quoted = short & (first == OPEN_QUOTE) & (last == CLOSE_QUOTE)
    seen.put(QUOTED, sheet.matching(quoted, lambda text: text.count("“") == 1))
    paged = (sheet.lengths <= 12) & (digit | PAGES(first) | (last == PAGE_LAST))
    seen.put(PAGED, sheet.matching(paged, RE_PAGE_WORD.match))
    unit = short & UNITS(first) & sheet.holds(COLON)
    seen.put(UNIT, sheet.matching(unit, RE_UNIT_LINE.match))
    series = short & (sheet.holds(SERIES) | CONTINUES(last))
    seen.put(IN_SERIES, sheet.matching(series, RE_SERIES.search))
    numbers = sheet.matching(short & ((first <= NINE) | FIGURES(first)), _is_number)
    seen.put_levels(NUMBER, (first[numbers] == ZERO).astype(np.int64), numbers)
    service = (sheet.lengths <= 24) & sheet.holds(SERVICE)
    seen.put(SERVED, sheet.matching(service, RE_SERVICE.search))
    marked = short & sheet.holds(MARKED)
    seen.put(EXCLAIMED, sheet.matching(marked, lambda text: "！" in text or "？" in text))


def _is_number(text: str) -> bool:
    return text.replace(".", "").replace(" ", "").isdigit()


def _digits(sheet: Sheet) -> None:
    """See whether short lines hold digits, and whether these are a good part of them."""
    texts = sheet.texts
    asked = np.flatnonzero(sheet.short & sheet.holds(DIGIT))
    counts = np.array([len(RE_DIGITS.findall(texts[i])) for i in asked.tolist()], dtype=np.int64)
    levels = np.where(counts * 4 > sheet.lengths[asked], 1, 0)
    sheet.seen.put_levels(DIGITS, np.where(counts > 0, levels, -1), asked)


def _parts(sheet: Sheet) -> None:
    """See into how many parts spaces divide lines."""
    seen, texts, printed = sheet.seen, sheet.texts, sheet.printed
    spaced = sheet.short & sheet.holds(SPACE)
    places = np.flatnonzero(spaced).tolist()
    seen.put(
        WIDE, np.array([i for i in places if "  " in printed[i] or "\u3000" in printed[i]], int)
    )
    seen.put(SPREAD, sheet.matching(spaced, RE_SPREAD.match))
    words = np.array([len(texts[i].split()) for i in places], dtype=np.int64)
    seen.put_levels(PARTS, np.minimum(words, 4) - 2, np.array(places, dtype=np.int64))
    two = sheet.flag([i for i, count in zip(places, words.tolist(), strict=True) if count == 2])
    seen.put(EVEN_PARTS, sheet.matching(two, RE_SPLIT_HEADLINE.match))
