"""The characters, words and patterns by which a line is seen to be what it is."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from helpers.parsing import bylines
from helpers.parsing.catalogue import CONTACTS, WEATHERED
from helpers.parsing.features import Slot
from helpers.parsing.furniture import (
    CORE_FIRST,
    SIGNATURE_ENDS,
)
from helpers.parsing.glance import Among, needs

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
