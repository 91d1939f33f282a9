"""The fields of a masthead: what one line says of its issue."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cache, reduce
from itertools import takewhile
from operator import or_
from typing import Any

import numpy as np
from numpy.typing import NDArray

from helpers.parsing.calendar import RE_LUNAR, chinese_number
from helpers.parsing.glance import ALL, DIGIT, Among, needs
from helpers.parsing.text import canonical

#: Longer lines hold no masthead field.
LONGEST = 60

NUMBER = r"[一二三四五六七八九十\d]+"
#: 2020年12月30日, 2020-12-30, 2020.12.30; spaces between allowed.
RE_DATE = re.compile(r"(?<!\d)(\d{4})\s*[年.\-/]\s*(\d{1,2})\s*[月.\-/]\s*(\d{1,2})\s*日?(?!\d)")
#: 二〇二〇年十二月三十日
RE_DATE_CHINESE = re.compile(
    r"([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日"
)
#: 第1760期, 总第345期, 第12号; the running number (总第) wins over the year's.
RE_ISSUE_NUMBER = re.compile(r"(?P<total>总)?\s*第\s*(?P<number>\d+)\s*(?P<unit>[期号])")
RE_WEEKDAY = re.compile(r"星期[一二三四五六日天]|周[一二三四五六日](?![\u4e00-\u9fff])")
RE_PAGES = re.compile(rf"(?:今日|今天|本期|本报今日|共)\s*({NUMBER})\s*版")
RE_HOTLINE = re.compile(r"(?:[\u4e00-\u9fff]{0,6})(?:热线|电话|传真)\s*[：:]?\s*(\d[\d\-—]{4,})")
RE_WEBSITE = re.compile(
    r"(?:网址\s*[：:]?\s*)?((?:https?://)?(?:www\.[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}"
    r"|[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.(?:com|cn|net|org|gov|info)(?:\.cn)?)(?:/\S*)?)"
)
RE_EMAIL = re.compile(r"(?:[\u4e00-\u9fff]{0,6}[：:]\s*)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
#: 内部资料准印证（浙）字第0417号: the number of a licence, not of an issue.
RE_LICENCE_NUMBER = re.compile(
    r"[\u4e00-\u9fff]{0,6}准印证?[^\d\s]{0,10}\s*\d[\d-]*\s*号?|(?:准|登记)字第?\d[\d-]*号?"
)
RE_LICENCE = re.compile(
    r"(?:国内统一(?:连续出版物|刊)号|国内刊号|邮发代号|准印证号?|内部资料|免费交流|刊号|CN\s?\d{2})"
    r"[^\u3000 ]*"
)
#: 中共某某县委主办; the whole line, so that a headline with 主办 in it is left alone.
RE_PUBLISHER = re.compile(
    r"^(?:主办(?:单位)?\s*[：:]\s*)?(\S.{2,40}?)\s*(?:主管主办|主管、主办|主办主管|主办|主管)$"
)
RE_PUBLISHER_LABEL = re.compile(r"^(?:主管)?(?:主办|主管)(?:主管)?(?:单位)?\s*[：:]\s*(\S.{2,40})$")
RE_COMPILER = re.compile(
    r"^(\S.{2,40}?)\s*(?:编辑、出版|编辑出版发行|编辑出版|编印发行|编印|承办|编辑|出版|出品|主编|编)$"
)
RE_COMPILER_LABEL = re.compile(
    r"^(?:承办|编印|编辑、?出版|编辑|出版)(?:单位)?\s*[：:]\s*(\S.{2,40})$"
)
RE_APP = re.compile(r"^(\S{1,12}\s?(?:APP|App|app|客户端))$")
RE_ACCOUNT = re.compile(r"^(\S{2,12}(?:发布|公众号|视频号|微信|微博))$")
RE_WEBSITE_NAME = re.compile(r"^(\S{2,12}网)$")
#: 今日某某, 某某日报, 某某报, 《某某新闻》; only looked for between masthead fields.
RE_PAPER = re.compile(
    r"^《?(今日[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{2,8}(?:报|新闻|周刊|通讯|时讯|快讯|简讯|资讯|时报|视窗|之窗|之声|在线))》?$"
)
#: 今日立冬, 今日天气, 今日要闻: not the name of a paper.
RE_NO_PAPER = re.compile(
    r"^今日(?:立|[雨谷]|惊蛰|春分|清明|小|大|夏|芒种|处暑|白露|秋|寒露|霜降|冬|天气|要闻|导读|看点|提示|气象)"
)
#: 2021年1月 on one line and 15 on another.
RE_MONTH_ALONE = re.compile(r"^(\d{4})\s*年\s*(\d{1,2})\s*月$")
RE_DAY_ALONE = re.compile(r"^(\d{1,2})\s*日?$")
#: No field takes all of a line without one of these.
RE_WHOLE_HINT = re.compile(
    r"主[办管]|编|出版|承办|出品|[APp]{3}|客户端|发布|公众号|视频号|微[信博]|网$|报》?$|新闻|周刊|讯》?$|今日|窗》?$|之声|在线"
)
#: The same of any part of a line.
WHOLE_PART = needs("主编版承品APp端布众频微网报闻刊讯今窗声线")
RE_WHOLE_PART = re.compile(RE_WHOLE_HINT.pattern.replace("$", ""))
#: What may stand between the fields of one line.
RE_SEPARATORS = re.compile(r"[\s|｜·•,，、;；/（）()【】\[\]　—-]*")
RE_SPACED = re.compile(r"^(?:\S\s)+\S$")
#: Where one field of a line ends and another begins.
RE_BETWEEN = re.compile(r"[\s|｜]{1,}|[；;]")


def _date(match: re.Match[str]) -> date | None:
    try:
        return date(*(int(part) for part in match.groups()))
    except ValueError:
        return None


def _date_chinese(match: re.Match[str]) -> date | None:
    try:
        return date(*(chinese_number(part) for part in match.groups()))
    except (ValueError, KeyError):
        return None


def _number(match: re.Match[str]) -> int | None:
    """Read a number; one in both kinds of figures at once (一1) is none."""
    try:
        return chinese_number(match[1])
    except (ValueError, KeyError):
        return None


def _first(match: re.Match[str]) -> str:
    return match[1].strip()


MONTH = needs("月")
#: Fields recognised anywhere in a line: what is left of the line must be separators. Each comes
#: with the bits that the mask of a line must have (see `glance`), so that most need not be tried.
FRAGMENTS: tuple[tuple[str, re.Pattern[str], Callable[[re.Match[str]], Any], int], ...] = (
    ("date", RE_DATE, _date, DIGIT | needs("年.-/")),
    ("date", RE_DATE_CHINESE, _date_chinese, MONTH | needs("年")),
    ("lunar_date", RE_LUNAR, lambda m: m[0].strip(), MONTH | needs("初十廿卅")),
    ("weekday", RE_WEEKDAY, lambda m: m[0], needs("星周")),
    ("licence", RE_LICENCE_NUMBER, lambda m: m[0], DIGIT | needs("字证")),
    ("issue_number", RE_ISSUE_NUMBER, lambda m: int(m["number"]), DIGIT | needs("第")),
    ("pages", RE_PAGES, _number, needs("版")),
    ("hotline", RE_HOTLINE, _first, DIGIT | needs("线话真")),
    ("email", RE_EMAIL, lambda m: m[0], needs("@")),
    ("website", RE_WEBSITE, _first, needs(".")),
    ("licence", RE_LICENCE, lambda m: m[0], needs("号料流N印")),
)
FRAGMENT_BITS = reduce(or_, (bits for _, _, _, bits in FRAGMENTS))
#: Fields that take a whole line, tried in this order after the fragments.
WHOLE: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("publisher", RE_PUBLISHER_LABEL),
    ("publisher", RE_PUBLISHER),
    ("compiler", RE_COMPILER_LABEL),
    ("compiler", RE_COMPILER),
    ("app", RE_APP),
    ("account", RE_ACCOUNT),
    ("website_name", RE_WEBSITE_NAME),
    ("paper", RE_PAPER),
)
#: What a text that is one of these fields can begin or end with: each takes it whole. A line feed
#: at the end of a text does not count for its pattern.
WHOLE_FIRST = frozenset("主承编出今《")
WHOLE_LAST = frozenset("办管版行印辑品编Pp端布号信博网报闻刊讯窗声线》\n")
#: What parts fields that stand side by side in one line.
PARTS = needs("|｜；", str.isspace)
#: Fields that no headline looks like; the others count only beside one of these.
STRONG = frozenset(name for name, _, _, _ in FRAGMENTS) | {"publisher", "compiler"}


_BEGINS, _ENDS = Among(WHOLE_FIRST), Among(WHOLE_LAST)


@cache
def _fragments(
    mask: int,
) -> tuple[tuple[str, re.Pattern[str], Callable[[re.Match[str]], Any]], ...]:
    """Choose the fragments that a line may hold, by its mask; masks repeat."""
    return tuple(
        (name, pattern, value) for name, pattern, value, bits in FRAGMENTS if mask & bits == bits
    )


def may_hold_fields(
    masks: NDArray[np.int64], first: NDArray[np.uint32], last: NDArray[np.uint32]
) -> NDArray[np.bool_]:
    """Say of which lines `fields_of` can find a field, by their masks and ends."""
    may: NDArray[np.bool_] = ((masks & PARTS) != 0) | _BEGINS(first) | _ENDS(last)
    may &= (masks & WHOLE_PART) != 0
    for _, _, _, bits in FRAGMENTS:
        may |= (masks & bits) == bits
    return may


def fields_of(line: str, mask: int | None = None) -> dict[str, Any]:
    """Read the masthead fields of one line; empty if the line is anything else.

    '2019年5月17日 星期五' => {'date': date(2019, 5, 17), 'weekday': '星期五'}. Of a canonical
    reading the mask can be given, see `glance`.
    """
    if mask is None:
        line, mask = canonical(line.strip()), ALL
    if not line or len(line) > 2 * LONGEST:
        return {}
    text = rest = line
    found: dict[str, Any] = {}
    for name, pattern, value in _fragments(mask & FRAGMENT_BITS):
        for match in pattern.finditer(rest):
            read = value(match)
            # The running number (总第) wins over the number within the year.
            if read is not None and (name not in found or match.groupdict().get("total")):
                found[name] = read
        if name in found:
            rest = pattern.sub(" | ", rest)
    if found and RE_SEPARATORS.fullmatch(rest):
        return found
    if not found and (not mask & WHOLE_PART or RE_WHOLE_PART.search(text) is None):
        return {}
    pieces = [p for p in RE_BETWEEN.split(rest) if p and not RE_SEPARATORS.fullmatch(p)]
    # Several fields side by side: every piece must be one, or the line is something else.
    if len(pieces) > 1 or (pieces and found):
        parts = list(takewhile(bool, (_whole(p.strip("：:")) for p in pieces)))
        if len(parts) == len(pieces):
            for part in parts:
                found = part | found
            return found
    whole = _whole(rest.strip(" \u3000|｜·：:") if found else text)
    return found | whole if whole else {}


def _whole(text: str) -> dict[str, Any]:
    """Read a field that takes all of a text."""
    if text[-1:] not in WHOLE_LAST and text[:1] not in WHOLE_FIRST:
        return {}
    if RE_WHOLE_HINT.search(text) is None:
        return {}
    for name, pattern in WHOLE:
        match = pattern.match(text) if len(text) <= LONGEST else None
        if match is not None and not (name == "paper" and RE_NO_PAPER.match(text)):
            return {name: match[1].strip()}
    return {}
