"""The masthead: the lines in which an issue says what it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from helpers.parsing.calendar import RE_LUNAR, chinese_number, lunar_matches, weekday_matches
from helpers.parsing.model import Masthead

#: How many non-blank lines a masthead may reach into a page, and how many unknown lines running.
REACH, GAP = 40, 2
#: A line this long is body text: the masthead is over.
LONGEST = 45

NUMBER = r"[一二三四五六七八九十\d]+"
#: 2020年12月30日, 2020-12-30, 2020.12.30; spaces between allowed.
RE_DATE = re.compile(r"(?<!\d)(\d{4})\s*[年.\-/]\s*(\d{1,2})\s*[月.\-/]\s*(\d{1,2})\s*日?(?!\d)")
#: 二〇二〇年十二月三十日
RE_DATE_CHINESE = re.compile(
    r"([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日"
)
#: 第1760期, 总第345期, 第12号; the running number (总第) wins over the year's.
RE_ISSUE_NUMBER = re.compile(r"(?P<total>总)?\s*第\s*(?P<number>\d+)\s*[期号]")
RE_WEEKDAY = re.compile(r"星期[一二三四五六日天]|周[一二三四五六日](?![\u4e00-\u9fff])")
RE_PAGES = re.compile(rf"(?:今日|今天|本期|本报今日|共)\s*({NUMBER})\s*版")
RE_HOTLINE = re.compile(r"(?:[\u4e00-\u9fff]{0,6})(?:热线|电话|传真)\s*[：:]?\s*(\d[\d\-—]{4,})")
RE_WEBSITE = re.compile(
    r"(?:网址\s*[：:]?\s*)?((?:https?://)?(?:www\.[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}"
    r"|[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.(?:com|cn|net|org|gov|info)(?:\.cn)?)(?:/\S*)?)"
)
RE_EMAIL = re.compile(r"(?:[\u4e00-\u9fff]{0,6}[：:]\s*)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
RE_LICENCE = re.compile(
    r"(?:国内统一(?:连续出版物|刊)号|国内刊号|邮发代号|准印证号?|内部资料|免费交流|刊号|CN\s?\d{2})"
    r"[^\u3000 ]*"
)
#: 中共某某县委主办; the whole line, so that a headline with 主办 in it is left alone.
RE_PUBLISHER = re.compile(
    r"^(?:主办(?:单位)?\s*[：:]\s*)?(\S.{2,40}?)\s*(?:主管主办|主管、主办|主办|主管)$"
)
RE_PUBLISHER_LABEL = re.compile(r"^主办(?:单位)?\s*[：:]\s*(\S.{2,40})$")
RE_COMPILER = re.compile(r"^(\S.{2,40}?)\s*(?:编印|编辑出版|承办|编辑|出版|出品|编)$")
RE_COMPILER_LABEL = re.compile(r"^(?:承办|编印|编辑|出版)(?:单位)?\s*[：:]\s*(\S.{2,40})$")
RE_APP = re.compile(r"^(\S{1,12}\s?(?:APP|App|app|客户端))$")
RE_ACCOUNT = re.compile(r"^(\S{2,12}(?:发布|公众号|视频号|微信|微博))$")
RE_WEBSITE_NAME = re.compile(r"^(\S{2,12}网)$")
#: 今日某某, 某某日报, 某某报, 《某某新闻》; only looked for between masthead fields.
RE_PAPER = re.compile(r"^《?(今日\S{2,6}|\S{2,10}(?:报|新闻|周刊|通讯))》?$")
#: What may stand between the fields of one line.
RE_SEPARATORS = re.compile(r"[\s|｜·•,，/（）()【】\[\]　—-]*")

FULL_WIDTH = str.maketrans("０１２３４５６７８９：．－", "0123456789:.-")


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


def _first(match: re.Match[str]) -> str:
    return match[1].strip()


#: Fields recognised anywhere in a line: what is left of the line must be separators. Each comes
#: with characters of which a line must hold one, so that most patterns need not be tried.
FRAGMENTS: tuple[
    tuple[str, re.Pattern[str], Callable[[re.Match[str]], Any], frozenset[str]], ...
] = (
    ("date", RE_DATE, _date, frozenset("年.-/")),
    ("date", RE_DATE_CHINESE, _date_chinese, frozenset("年")),
    ("lunar_date", RE_LUNAR, lambda m: m[0].strip(), frozenset("月")),
    ("weekday", RE_WEEKDAY, lambda m: m[0], frozenset("期周")),
    ("issue_number", RE_ISSUE_NUMBER, lambda m: int(m["number"]), frozenset("第")),
    ("pages", RE_PAGES, lambda m: chinese_number(m[1]), frozenset("版")),
    ("hotline", RE_HOTLINE, _first, frozenset("线话真")),
    ("email", RE_EMAIL, lambda m: m[0], frozenset("@")),
    ("website", RE_WEBSITE, _first, frozenset(".")),
    ("licence", RE_LICENCE, lambda m: m[0], frozenset("号料流N")),
)
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
#: Fields that no headline looks like; the others count only beside one of these.
STRONG = frozenset(name for name, _, _, _ in FRAGMENTS) | {"publisher", "compiler"}


def fields_of(line: str) -> dict[str, Any]:
    """Read the masthead fields of one line; empty if the line is anything else.

    '2019年5月17日 星期五' => {'date': date(2019, 5, 17), 'weekday': '星期五'}.
    """
    text = line.strip().translate(FULL_WIDTH)
    if not text or len(text) > 2 * LONGEST:
        return {}
    found: dict[str, Any] = {}
    rest, present = text, set(text)
    for name, pattern, value, marks in FRAGMENTS:
        if marks.isdisjoint(present):
            continue
        for match in pattern.finditer(rest):
            read = value(match)
            # The running number (总第) wins over the number within the year.
            if read is not None and (name not in found or match.groupdict().get("total")):
                found[name] = read
        if name in found:
            rest = pattern.sub(" ", rest)
    if found and RE_SEPARATORS.fullmatch(rest):
        return found
    whole = rest.strip(" 　|｜·") if found else text
    for name, pattern in WHOLE:
        whole_match = pattern.match(whole) if len(whole) <= LONGEST else None
        if whole_match is not None:
            return found | {name: whole_match[1].strip()}
    return {}


def read_masthead(lines: Sequence[tuple[int, str]]) -> tuple[Masthead, dict[int, str]]:
    """Read the masthead at the head of a page.

    Args:
        lines: (line number, raw line) of the non-blank lines, in order.

    Returns:
        The masthead, and for each of its line numbers the reason why it belongs to it.
    """
    found, end = _zone(lines[:REACH])
    if not any(STRONG & fields.keys() for fields in found.values()):
        return Masthead(), {}
    values: dict[str, Any] = {}
    reasons: dict[int, str] = {}
    unknown: list[tuple[int, str]] = []
    for number, line in lines[:end]:
        fields = found.get(number, {})
        if not fields:
            unknown.append((number, line.strip()))
            reasons[number] = "between masthead fields"
            continue
        reasons[number] = "masthead: " + ", ".join(fields)
        for name, value in fields.items():
            values.setdefault(name, value)
    if "paper" not in values and unknown:
        number, values["paper"] = unknown[0]
        reasons[number] = "masthead: paper, the first line between the fields"
    return _checked(values), reasons


def _zone(lines: Sequence[tuple[int, str]]) -> tuple[dict[int, dict[str, Any]], int]:
    """Find the fields at the head of a page and the number of lines that they span."""
    found: dict[int, dict[str, Any]] = {}
    end = gap = 0
    for index, (number, line) in enumerate(lines):
        text = line.strip()
        fields = fields_of(text)
        if fields:
            # A weak field far from a strong one may be a headline that looks like a name.
            if gap and not STRONG & fields.keys():
                break
            found[number], end, gap = fields, index + 1, 0
            continue
        gap += 1
        if gap > GAP or len(text) > LONGEST or text.startswith("本报讯"):
            break
    return found, end


def _checked(values: dict[str, Any]) -> Masthead:
    """Make the masthead and check its calendar; fields that it has no place for are dropped."""
    known = {k: v for k, v in values.items() if k in Masthead.__slots__}
    day = known.get("date")
    lunar, weekday = known.get("lunar_date"), known.get("weekday")
    return Masthead(
        **known,
        lunar_ok=lunar_matches(day, lunar) if day and lunar else None,
        weekday_ok=weekday_matches(day, weekday) if day and weekday else None,
    )
