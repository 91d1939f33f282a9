"""What can be seen of one line by itself: features, each with a name that can be shown to a reader.

A feature either holds of a line or does not. How much it speaks for a role is in `weights.tsv`.
What can be told by the length, the ends and the counts of characters is told of all lines at once;
a pattern is tried only on the lines that hold what it needs (see `glance`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from helpers.parsing import bylines
from helpers.parsing.catalogue import (
    BEGIN,
    BYLINE,
    BYLINE_FORMS,
    COLUMN_NAME,
    COMMA_COUNT,
    CONTACTS,
    CREDITED,
    DATE,
    END,
    FIELDS,
    FURNISHED,
    HEADED,
    JUMPS,
    JUMPS_TO,
    LEFT_OPEN,
    LENGTH,
    LENGTHS,
    MID_PHRASE,
    NOTICE,
    NUMBERED,
    OPENED,
    OPENER_ALONE,
    PICTURED,
    SALUTATION,
    SIGNATURE,
    SLOGANS,
    STOP_INSIDE,
    UNBRACKETED,
    VOID,
    WEATHERED,
)  # fmt: skip
from helpers.parsing.features import Slot
from helpers.parsing.furniture import (
    COLUMN,
    COLUMN_MARKS,
    CORE_FIRST,
    FURNITURE,
    HEADER_HINT,
    JUMP,
    PAGE_NUMBER,
    RE_COLUMN,
    RE_JUMP_FROM,
    RE_JUMP_TO,
    SIGNATURE_ENDS,
    SLOGAN,
    furniture_reason,
    is_signature,
    slogan_score,
)
from helpers.parsing.furniture import LONGEST as SLOGAN_LONGEST
from helpers.parsing.glance import COLON, COMMAS, DIGIT, SENTENCE, SPACE, STOPS, Among, needs
from helpers.parsing.masthead import STRONG, fields_of, may_hold_fields
from helpers.parsing.shape import see_shape
from helpers.parsing.sheet import Sheet
from helpers.parsing.symbols import see_symbols

#: No phrase ends with these: the next line goes on with it.
GOING_ON = frozenset("的和与在对将把被为及从向以于由让使而但并或是了着这那各")
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
PICTURE = needs("图↑←→↓")
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
CREDIT = needs("摄图提")
#: 本报讯（…: a byline that does not begin the line like any other needs these two.
HANDED, BRACKET = needs("讯电息"), needs("（")


STOP_LAST, MARK_LAST, COLON_LAST, BRACKET_LAST = ord("。"), Among("！？…!?"), ord("："), ord("）")
HANGS, DAY = Among(GOING_ON), Among("日")
BAD, BAD_UNLESS = Among(BAD_FIRST - set("的了")), Among("的了")
OPENS = Among(OPENING_FIRST)
BEGINS = (Among("“‘"), None, Among(BULLETS), Among("—"), Among("（【《"))
COUNTED = Among(NUMBERED_FIRST, str.isdecimal, beyond=True)
SIGNS, NOTIFIES = Among(SIGNATURE_ENDS), Among(NOTICE_LAST)
SIGNED_FIRST = Among(bylines.OPENER_FIRST)
MARKED = Among(bylines.MARKS)
NO_WORD, VALUES = Among("_", lambda c: not c.isalnum(), beyond=True), Among(CORE_FIRST)
NO_SLOGAN = Among("？…")


@dataclass(frozen=True, slots=True)
class Question:
    """A pattern that is tried on short lines with one of the characters that `bits` stand for."""

    slot: Slot
    bits: int
    match: Callable[[str], object]


QUESTIONS = (
    Question(CONTACTS, CONTACT, RE_CONTACT.search),
    Question(WEATHERED, WEATHER, RE_WEATHER.search),
)


def observe(sheet: Sheet) -> None:
    """See the features of all lines, and keep what was found in some on the way."""
    sheet.seen.put_levels(LENGTH, np.searchsorted(LENGTHS, sheet.lengths, side="right"))
    _ends(sheet)
    _credits(sheet)
    _openers(sheet)
    _begins(sheet)
    _look_closer(sheet)
    see_shape(sheet)
    see_symbols(sheet)


def _ends(sheet: Sheet) -> None:
    """See how lines end, and what is left open in them."""
    seen, last = sheet.seen, sheet.last
    stops = last == STOP_LAST
    levels = np.select(
        [stops, MARK_LAST(last), sheet.final, last == COLON_LAST, sheet.soft, last == BRACKET_LAST],
        [0, 1, 2, 3, 4, 5],
        6,
    )
    seen.put_levels(END, levels)
    seen.put(MID_PHRASE, (levels == 6) & HANGS(last))
    seen.put(STOP_INSIDE, sheet.counts[STOPS] > stops)
    seen.put_levels(COMMA_COUNT, np.minimum(sheet.counts[COMMAS], 2) - 1)
    seen.put(LEFT_OPEN, sheet.unclosed > 0, 0)
    seen.put(LEFT_OPEN, sheet.unclosed < 0, 1)
    turning = (sheet.masks & JUMP) == JUMP
    seen.put(JUMPS_TO, sheet.matching(turning, _jumps_to))


def _jumps_to(text: str) -> bool:
    """Say whether a line ends with a jump note."""
    return RE_JUMP_TO.search(text, max(0, len(text) - 14)) is not None


def _credits(sheet: Sheet) -> None:
    """Find who took a picture, or who signs, at the end of lines."""
    seen, texts = sheet.seen, sheet.texts
    bracket = sheet.last == BRACKET_LAST
    asked = np.flatnonzero(bracket | sheet.holds(CREDIT))
    for index, sure in zip(asked.tolist(), bracket[asked].tolist(), strict=True):
        text = texts[index]
        credit = bylines.ending_credit(text) if sure or _may_credit(text) else None
        if credit is not None:
            sheet.found.credits[index] = credit
            seen.put(CREDITED, index, 2 * (not credit.photo) + (credit.start > 0))
            if not credit.bracket:
                seen.put(UNBRACKETED, index)


def _may_credit(text: str) -> bool:
    """Say whether a line may end with who took the picture."""
    return "摄" in text[-8:] or "图" in text[-12:] or "提供" in text[-4:]


def _openers(sheet: Sheet) -> None:
    """Find the bylines at the head of lines."""
    seen, found, texts = sheet.seen, sheet.found, sheet.texts
    may = sheet.starts(SIGNED_FIRST) | (sheet.holds(HANDED) & sheet.holds(BRACKET))
    for index in np.flatnonzero(may & sheet.holds(OPENER_HINT)).tolist():
        text = texts[index]
        if RE_OPENER_HINT.search(text, 0, 30) is None:
            continue
        opener = bylines.find_opener(text)
        bare = opener is None or not (opener.entries or opener.wire)
        if opener is not None:
            found.openers[index] = opener
        if bare and bylines.is_open(text):
            found.open.add(index)
            seen.put(OPENED, index, 2)
        elif opener is not None:
            seen.put(OPENED, index, int(opener.wire))
            if opener.end >= len(text):
                seen.put(OPENER_ALONE, index)


def _begins(sheet: Sheet) -> None:
    """See how lines begin: with a typical opening, a bullet, a number."""
    seen, first = sheet.seen, sheet.first
    seen.put(BEGIN, BAD(first))
    seen.put(BEGIN, sheet.matching(BAD_UNLESS(first), RE_BAD_START.match))
    for level, among in enumerate(BEGINS, start=1):
        if among is not None:
            seen.put(BEGIN, among(first), level)
    seen.put(BEGIN, sheet.matching(OPENS(first), RE_BODY_OPENING.match), 2)
    speaks = sheet.matching(sheet.holds(COLON), RE_SPEAKER.match)
    seen.put(NUMBERED, speaks, 1)
    seen.put(NUMBERED, sheet.matching(COUNTED(first), RE_NUMBERED.match))
    seen.put(PICTURED, sheet.matching(sheet.holds(PICTURE), _pictured))
    seen.put(VOID, sheet.matching(sheet.holds(LOST), RE_LOST.search))
    heads = sheet.holds(HEADER_WORD) & (sheet.lengths <= 100)
    heads &= sheet.short | (sheet.counts[STOPS] == 0)
    seen.put(HEADED, sheet.matching(heads, RE_HEADER_WORD.search))


def _pictured(text: str) -> bool:
    """Say whether a line speaks of a picture."""
    return ("图" in text or text[0] in "↑←→↓") and RE_PICTURE.search(text) is not None


def _look_closer(sheet: Sheet) -> None:
    """Ask the dearer questions, which only short lines need."""
    seen, short, last = sheet.seen, sheet.short, sheet.last
    _slogans(sheet)
    _read_fields(sheet)
    _bylines(sheet)
    for question in QUESTIONS:
        asked = short & sheet.holds(question.bits)
        seen.put(question.slot, sheet.matching(asked, question.match))
    seen.put(SIGNATURE, sheet.matching(short & SIGNS(last), is_signature))
    dated = short & sheet.holds(DIGIT) & sheet.holds(DATE_MARK)
    seen.put(DATE, sheet.matching(dated, RE_HAS_DATE.search), 1)
    seen.put(DATE, sheet.matching(short & DAY(last), RE_DATE_LINE.match))
    seen.put(NOTICE, sheet.matching(short & NOTIFIES(last), RE_NOTICE.search))
    columns = short & sheet.holds(COLUMN) & ~sheet.holds(SENTENCE)
    columns &= (sheet.lengths <= 15) | sheet.holds(COLUMN_MARKS)
    seen.put(COLUMN_NAME, sheet.matching(columns, RE_COLUMN.match))
    for index in np.flatnonzero(short & ((sheet.masks & JUMP) == JUMP)).tolist():
        text = sheet.texts[index]
        if (jump := RE_JUMP_FROM.match(text)) is not None:
            seen.put(JUMPS, index, int(jump.end() < len(text)))
        elif RE_JUMP_TO.fullmatch(text) is not None:
            seen.put(JUMPS, index, 2)
    seen.put(SALUTATION, sheet.matching(short & (last == COLON_LAST), RE_SALUTE.match))


def _slogans(sheet: Sheet) -> None:
    """Find lines that are set like slogans."""
    asked = sheet.short & sheet.holds(SLOGAN) & ~sheet.holds(SENTENCE) & ~NO_SLOGAN(sheet.last)
    places = np.flatnonzero(asked & (sheet.lengths <= SLOGAN_LONGEST))
    scores = np.array([slogan_score(sheet.texts[i]) for i in places.tolist()])
    sheet.seen.put(SLOGANS, places[scores > 0])
    sheet.seen.put(SLOGANS, places[scores >= 2], 1)


def _read_fields(sheet: Sheet) -> None:
    """Read masthead fields, and tell furniture, which some of them make."""
    seen, found, texts, short = sheet.seen, sheet.found, sheet.texts, sheet.short
    fields = found.fields
    asked = np.flatnonzero(short & may_hold_fields(sheet.masks, sheet.first, sheet.last))
    for index, mask in zip(asked.tolist(), sheet.masks[asked].tolist(), strict=True):
        held = fields_of(texts[index], mask)
        if held:
            fields[index] = held
            seen.put(FIELDS, index, min(len(STRONG & held.keys()), 2))
            if "paper" in held:
                found.papers.append(index)
    may = (sheet.holds(PAGE_NUMBER) & (sheet.lengths <= 10)) | sheet.holds(HEADER_HINT)
    asked = np.flatnonzero(short & (may | NO_WORD(sheet.first) | VALUES(sheet.first)))
    for index, mask in zip(asked.tolist(), sheet.masks[asked].tolist(), strict=True):
        reason = furniture_reason(texts[index], mask, fields.get(index, {}))
        if reason is not None:
            found.furniture[index] = reason
            seen.put(FURNISHED, index, FURNITURE.index(reason))


def _bylines(sheet: Sheet) -> None:
    """Find lines that are nothing but a byline."""
    masks = sheet.masks
    may = sheet.holds(bylines.PEOPLE | bylines.STROKE | COLON) | (sheet.lengths <= 5)
    may |= MARKED(sheet.first) | (sheet.last == BRACKET_LAST)
    may |= sheet.holds(SPACE) & sheet.holds(bylines.OFFICE)
    may &= ~sheet.holds(SENTENCE)
    may |= sheet.holds(bylines.DESK | bylines.ORIGIN)
    asked = np.flatnonzero(sheet.short & may)
    for index, mask in zip(asked.tolist(), masks[asked].tolist(), strict=True):
        alone = bylines.stands_alone(sheet.texts[index], mask)
        if alone is not None:
            sheet.found.alone[index] = alone
            sheet.seen.put(BYLINE, index, BYLINE_FORMS.index(alone[0]))
