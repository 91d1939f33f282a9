"""What can be seen of one line by itself, before its neighbours are asked."""

from __future__ import annotations

import re

from helpers.parsing import bylines
from helpers.parsing.bylines import Opener
from helpers.parsing.furniture import furniture_reason, is_signature, slogan_score

#: Marks that close what a sentence stands in, and those that end one.
CLOSING, FINAL, SOFT = "”’」』）)】》", frozenset("。！？!?…"), frozenset("，、；：,;:（(“‘《—")
#: A line this long is body text: the dearer questions are not asked of it.
LONGEST = 60
#: No line of its own begins so: it goes on from the one before.
RE_BAD_START = re.compile(r"^[，。、；：！？）)”’》】,.;:!?%％]|^的(?![确士])|^了(?![解不])|^们")
#: A body often opens so: a date, 近日, 日前, 据…, a quotation, 今年.
RE_BODY_OPENING = re.compile(
    r"^[\s\u3000]*(?:“|‘|\d{1,2}月\d{1,2}日|\d{4}年|近日|近年|日前|昨[日天]|今[日天年]|连日来|近期"
    r"|据|截至|为(?:了|进一步|深入|切实)?|随着|走进|清晨|傍晚|上午|下午|当[日天]|图为|本报讯)"
)
#: With what such lines begin: a look at one character spares most of them the expressions.
BAD_FIRST = frozenset("，。、；：！？）)”’》】,.;:!?%％的了们")
OPENING_FIRST = frozenset("“‘近日昨今连据截为随走清傍上下当图本")
#: No byline opens a line without one of these near its head; one that stands alone begins with a
#: mark, a role, or a word of origin.
RE_OPENER_HINT = re.compile(r"[讯电]|消息")
ALONE_FIRST = frozenset("□■◇◆●○▲△※*—（(本首见实特驻高主全融新记通评撰转来据摘")
RE_PICTURE = re.compile(r"图为|[左右上下][图一二三四]为|图片")


class Line:
    """One non-blank line and its features. `gap` counts the blank lines before it.

    Most features are absent from most lines, so they stand on the class until they are set: a page
    has many lines, and setting thirty attributes on each takes as long as looking at it.
    """

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

    def __init__(self, number: int, text: str, gap: int) -> None:
        """Look at what every line has: `text` without the white space around it."""
        self.number = number
        self.text = text
        self.gap = gap
        self.length = len(text)
        self.final = text.rstrip(CLOSING)[-1:] in FINAL
        self.has_stop = "。" in text
        self.commas = text.count("，") + text.count("；")
        self.soft_end = text[-1] in SOFT
        first = text[0]
        self.bad_start = first in BAD_FIRST and RE_BAD_START.match(text) is not None
        self.open_quotes = _open(text)
        self.opening = (first in OPENING_FIRST or first.isdigit()) and RE_BODY_OPENING.match(
            text
        ) is not None


def line_of(number: int, raw: str, gap: int) -> Line:
    """Look at one raw line; `gap` is the number of blank lines before it."""
    text = raw.strip()
    line = Line(number, text, gap)
    _look_for_byline(line)
    if line.length <= LONGEST:
        _look_closer(line)
    if line.length > 4 and text[-1] in "）)":
        credit = bylines.RE_CREDIT.search(text, max(text.rfind("（"), text.rfind("("), 0))
        entries = bylines.people(credit["inner"]) if credit is not None else []
        if credit is not None and entries:
            line.credit_end = True
            line.credit_only = credit.start() == 0
            line.photo_credit = bylines.RE_PICTURE_ROLE.search(credit["inner"]) is not None
    if "图" in text:
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


def _look_for_byline(line: Line) -> None:
    """Look for a byline at the head of the line, and for one that is all of it."""
    text = line.text
    if RE_OPENER_HINT.search(text, 0, 24) is not None:
        line.opener = bylines.find_opener(text)
        if line.opener is None:
            line.opener_broken = bylines.RE_OPENER_OPEN.match(text) is not None
        else:
            line.byline_only = line.opener.end >= len(text)
    if line.opener is None and line.length <= LONGEST and text[0] in ALONE_FIRST:
        alone = bylines.RE_ALONE.match(text)
        line.byline_only = alone is not None and (
            alone["other"] is not None or _plausible(alone["people"])
        )


def _look_closer(line: Line) -> None:
    """Ask the dearer questions, which only short lines need."""
    line.signature = is_signature(line.text)
    line.furniture = furniture_reason(line.text)
    line.slogan = slogan_score(line.text)


def _plausible(text: str) -> bool:
    """记者 走进东篱村 begins like a byline and is none: it must name somebody, or nobody at all."""
    if re.fullmatch(r"本报(?:特约)?评论员", text.strip()):
        return True
    entries = bylines.people(text)
    named = sum(len(e.name) for e in entries)
    return bool(entries) and all(2 <= len(e.name) <= 4 for e in entries) and named >= 2
