"""Find times of day, scores and ratios: 14:30, 上午9时, 七点半, 晚上10点, 3:2, 1:1.5."""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpers.extraction.figures.figure import Amount
from helpers.extraction.figures.numerals import read_numeral
from helpers.extraction.scan import matches_from, starts_before

_DAY = (
    r"清晨|凌晨|早上|早晨|清早|上午|中午|下午|午后|傍晚|晚上|晚间|夜里|夜间|深夜|半夜|当晚|昨晚"
    r"|今晚|每晚|早|晚"
)
_HOUR = r"(?:2[0-4]|1\d|0?\d|十[一二]?|[一二三四五六七八九两])"
_MINUTE = r"(?:[0-5]\d|[二三四五]?十[一二三四五六七八九]?|零[一二三四五六七八九]|\d)"
#: The part of the day before an hour: 上午9时, 凌晨的四点.
RE_DAY = re.compile(rf"(?P<day>{_DAY})的?(?:近|约|不到)?\Z")
RE_CLOCK = re.compile(
    r"(?=\d{1,2} ?[:时点]|[一二三四五六七八九十两]{1,2} ?[时点])(?<![\d.:])"
    rf"(?:(?P<h1>(?:2[0-4]|1\d|0?\d)):(?P<m1>[0-5]\d)(?![\d:])(?: ?(?:至|到|—{{1,2}}|-|－|–|~"
    r"|～) ?(?P<h2>(?:2[0-4]|1\d|0?\d)):(?P<m2>[0-5]\d))?"
    rf"|(?P<hour>{_HOUR}) ?(?P<mark>时(?!代|间|期|空|尚|速|而|候|常|段|节|任|事|兴|评)"
    r"|点钟?(?!击|评|对|燃|赞|名|建议|意见|要求|希望|体会|经验|思考|启示|做法|措施|问题|共识"
    r"|看法|感受|以?下|多?[万千]))"
    rf"(?:(?P<minute>{_MINUTE})分?(?!之|钟)|(?P<half>半)|(?P<quarter>[一三]刻))?)"
)
RE_SCORE = re.compile(
    r"(?=\d{1,3}(?:\.\d)?[:：∶比])(?<![\d.:])(?P<a>\d{1,3}(?:\.\d)?)(?:[:：∶比])(?P<b>\d{1,3}(?:"
    r"\.\d{1,2})?)(?![\d:：]"
    r"|[^，。]{0,2}[点时分])"
)
#: The mark behind the first number of each.
RE_HOUR_MARK = re.compile(r"[:时点](?<=[\d一二三四五六七八九十两 ].)")
RE_SCORE_MARK = re.compile(r"[:：∶比](?<=\d.)")
NOT_BEFORE = frozenset("第点0123456789一二三四五六七八九十百")
#: What joins an hour to one before it: 早上七时至九时.
JOINS = frozenset("至到—～-")
REACH = 6
#: 夜里十点 is 22:00, but 夜里两点 is 2:00.
NIGHT = frozenset({"夜里", "夜间", "深夜", "晚上", "晚"})
#: Words that say the day too; they are dates of their own.
OF_A_DAY = frozenset({"昨晚", "今晚", "当晚", "每晚"})
AFTERNOON = frozenset(
    {
        "下午",
        "午后",
        "傍晚",
        "晚上",
        "晚间",
        "夜里",
        "夜间",
        "深夜",
        "当晚",
        "昨晚",
        "今晚",
        "每晚",
        "晚",
    }
)


def find_clock(text: str) -> Iterator[Amount]:
    """Yield the times of day of a text; the value is the hour with its minutes as a fraction."""
    for found in matches_from(RE_CLOCK, text, starts_before(RE_HOUR_MARK, text, 3)):
        start, end = found.span()
        spoken_of = RE_DAY.search(text[max(0, start - REACH) : start])
        day = spoken_of["day"] if spoken_of else None
        if found["h1"]:
            low = int(found["h1"]) + int(found["m1"]) / 60
            high = int(found["h2"]) + int(found["m2"]) / 60 if found["h2"] else low
        else:
            hour = read_numeral(found["hour"])
            if hour is None or not _is_hour(text, found, day):
                continue
            low = high = hour.low + _minutes(found)
        if day in AFTERNOON and (5 if day in NIGHT else 1) <= low < 12:
            low, high = low + 12, high + 12 if high < 12 else high
        low, high = round(low, 4), round(high, 4)
        value = round((low + high) / 2, 4)
        begin = start
        if spoken_of is not None and day not in OF_A_DAY:
            begin = start - min(REACH, start) + spoken_of.start()
        yield Amount(begin, end, start, end, "other", value, low, high, "时", None)


def _is_hour(text: str, found: re.Match[str], day: str | None) -> bool:
    """Say whether 3点 or 九时 is an hour: 3点 alone may be three points of a speech."""
    start, end = found.span()
    if start and text[start - 1] in NOT_BEFORE:
        return False
    if day or found["half"] or found["minute"] or found["quarter"]:
        return True
    if not found["mark"].startswith("点") and found["hour"][0].isdigit():
        return True
    if text.startswith(("了", "整", "以前", "之前"), end):
        return True
    return bool(start) and text[start - 1] in JOINS and not text[end : end + 1].isalnum()


def _minutes(found: re.Match[str]) -> float:
    if found["half"]:
        return 0.5
    if found["quarter"]:
        return 0.25 if found["quarter"][0] == "一" else 0.75
    minute = read_numeral(found["minute"].removeprefix("零")) if found["minute"] else None
    return minute.low / 60 if minute else 0.0


def find_scores(text: str) -> Iterator[Amount]:
    """Yield scores and ratios, 3:2, 1:1.5: the value is the first divided by the second."""
    for found in matches_from(RE_SCORE, text, starts_before(RE_SCORE_MARK, text, 5)):
        a, b = float(found["a"]), float(found["b"])
        value = round(a / b, 4) if b else a
        start, end = found.span()
        yield Amount(start, end, start, end, "other", value, value, value, "比", None)
