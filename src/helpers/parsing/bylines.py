"""Bylines: who wrote, who reported, who took the picture, and where the copy came from.

Everything here works on the canonical reading of a line (see `text`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from helpers.parsing.glance import ALL, COLON, SENTENCE, SPACE, needs
from helpers.parsing.model import BylineEntry
from helpers.parsing.people import RE_UNIT, ROLE_WORD, join_broken, people, signed_people
from helpers.parsing.surnames import has_surname

__all__ = [
    "AGENCY_FIRST",
    "RE_PICTURE_ROLE",
    "Opener",
    "ending_credit",
    "find_opener",
    "is_open",
    "join_broken",
    "people",
    "stands_alone",
]

#: 本报讯（…） at the head of a body; the bracket may hold a line break.
RE_OPENER = re.compile(
    r"^\s*【?(?:(?:本报|本刊|本网|本台)?(?:[\u4e00-\u9fff]{2,8}|[\u4e00-\u9fff\d]{0,4}\d{1,2}月\d{1,2}日)?[讯电]"
    r"|[\u4e00-\u9fff]{2,8}消息)】?\s*（(?P<inner>[^（）]{0,120})）\s*"
)
#: A bracket with a role in it opens the body by itself: （记者 甲乙）.
RE_BRACKET = re.compile(rf"^\s*（(?P<inner>\s*{ROLE_WORD}[^（）]{{2,60}})）\s*(?=\S)")
#: 本报讯 记者甲乙 丙丁报道, 本报记者 甲乙 报道：; no bracket, closed by 报道 or 讯.
RE_REPORTED = re.compile(
    rf"^\s*(?:本[报刊网台]讯?)\s*(?P<inner>(?:[\u4e00-\u9fff]{{2,12}})??{ROLE_WORD}[\u4e00-\u9fff·\s、/]{{2,40}}?)"
    r"\s*(?:报道|(?<!通)讯)(?:：|\s+|$|(?=[“\d]))\s*"
)
#: The same, or 本报讯 alone, or a bracket still open at the end of the line.
RE_OPEN_REPORTED = re.compile(
    rf"^\s*本[报刊网台]讯\s*(?:[\u4e00-\u9fff]{{2,12}})??{ROLE_WORD}[\u4e00-\u9fff·\s、/]{{0,40}}$"
)
RE_OPEN_BRACKET = re.compile(
    r"^\s*【?(?:(?:本报|本刊|本网|本台)?(?:[\u4e00-\u9fff]{2,8})?[讯电])】?\s*（[^（）]{0,80}$"
)
RE_HEAD_ONLY = re.compile(r"^\s*(?:本[报刊网台]讯|【本[报刊网台]讯】)\s*$")
#: Who hands copy down, and the first characters of their names.
AGENCY = r"据?(?:新华社|新华网|中新社|中新网|人民日报|央视(?:新闻)?|中央广播电视总台)"
AGENCY_FIRST = frozenset("据新中人央")
#: 据新华社北京8月19日电（记者 …）, 新华社杭州电, 据中新社…电: copy handed down by an agency.
RE_WIRE = re.compile(
    rf"^\s*{AGENCY}[\u4e00-\u9fff\d\s]{{0,16}}?"
    r"(?:消息|电|讯)(?![话视影力子气])(?:\s*（(?P<inner>[^（）]{0,80})）)?[\s：，]*"
)
#: The same with its bracket still open, or broken in the date or before 电: 据新华社北京8月19.
RE_OPEN_WIRE = re.compile(
    rf"^\s*{AGENCY}[\u4e00-\u9fff\d\s]{{0,16}}?(?:(?:消息|电|讯)\s*（[^（）]{{0,80}}|\d{{1,2}}月(?:\d{{1,2}}日?)?)$"
)
#: 本报综合消息, 综合消息 before the text.
RE_COMPILED = re.compile(r"^\s*(?:本报)?综合(?:消息|报道|讯)[\s：]+")
#: 本报讯 without a bracket names nobody.
RE_BARE = re.compile(r"^\s*本[报刊网台](?:讯|消息)(?:\s+|$|：)")

MARKS = "□■◇◆●○▲△※*—◎⊙▪•·"
#: A line that is nothing but a byline: it begins with a role, or with a unit before one.
PEOPLE = needs("者员撰编习")
RE_PEOPLE = re.compile(
    rf"^\s*[（]?\s*[{MARKS}]*\s*(?P<people>(?:[\u4e00-\u9fff]{{2,12}}?)??{ROLE_WORD}"
    r"[\u4e00-\u9fff·/\s、：]{0,48}?)\s*[）]?\s*$"
)
#: No role is without one of these.
RE_ROLE_SAID = re.compile("记者|通讯员|评论员|撰稿|特约编辑|实习生|作者")
#: □ 甲乙: a mark and names.
RE_MARKED = re.compile(rf"^\s*[{MARKS}]+\s*(?P<people>[\u4e00-\u9fff·\s、]{{2,24}})$")
#: 文/甲乙, 文/甲乙 图/丙丁: each name behind its role.
STROKE = needs("/")
RE_STROKED = re.compile(
    rf"^\s*[{MARKS}]*\s*(?P<people>(?:(?:文字?|撰文|图片?|摄影?)\s*[/：]\s*[\u4e00-\u9fff]{{1,2}}\s?[\u4e00-\u9fff]{{1,2}}\s*)+)$"
)
#: A name alone: 甲乙丙, 甲 乙.
RE_NAME_ALONE = re.compile(
    r"^\s*(?:[文作]者?\s*[/：]\s*)?(?P<people>[\u4e00-\u9fff]{1,2}\s?[\u4e00-\u9fff]{1,2})\s*$"
)
#: 甲乙（某中学）: a name and where its bearer belongs.
RE_NAME_UNIT = re.compile(
    r"^\s*(?P<people>[\u4e00-\u9fff]{1,2}\s?[\u4e00-\u9fff]{1,2})\s*（(?P<unit>[\u4e00-\u9fff]{3,14})）$"
)
#: 县委副书记、县长 甲乙: an office and, after a space, a name.
OFFICE = needs("记任长员席表授理")
RE_OFFICE = re.compile(
    r"^\s*(?P<office>[\u4e00-\u9fff、（）]{2,30}(?:书记|主任|[省市县区乡镇村局院校厂站所科处队部]长|委员|主席|代表|教授|经理|校长))"
    r"\s+(?P<people>[\u4e00-\u9fff]{1,3}\s?[\u4e00-\u9fff]{1,2})\s*$"
)
#: 本报综合, 转自《…》, （来源：…）, 据…: where the copy came from.
ORIGIN = needs("综自源载")
RE_ORIGIN = re.compile(
    r"^\s*[（]?\s*(?:(?:本报)?综合(?:报道|消息|整理|自.{2,20})?|(?:转自|来源|摘自|转载自?|文章来源|稿件来源|选自|原载)[：\s]*"
    r"[《“]?[\u4e00-\u9fffA-Za-z·\d]{2,20}[》”]?(?:[\u4e00-\u9fffA-Za-z]{0,12}))\s*[）]?\s*$"
)
DESK = needs("评编")
RE_DESK = re.compile(rf"^\s*[{MARKS}]*\s*本报(?:特约)?(?:评论员|编辑部)(?:文章)?\s*$")

#: （张三 摄）, （图/文 张三）: the role that makes a credit a picture's.
RE_PICTURE_ROLE = re.compile(
    r"(?:摄影报道|摄影|摄|供图|文\s*/\s*[图摄片]|图片?)\s*$|^图\s*/\s*文|^图[：\s]|^摄影?[：\s]"
)
#: A credit in brackets at the end of a line: （张三 摄）, （通讯员 张三）, （北墩镇 张三）.
RE_CREDIT = re.compile(r"（(?P<inner>[^（）。！？；]{2,40})）\s*$")
#: The same without brackets: 记者 张三 摄; on a line of its own, or after the last full stop.
RE_CREDIT_BARE = re.compile(
    rf"(?:^|[。！？”）]\s*)(?P<inner>(?:[\u4e00-\u9fff]{{2,12}}?)??(?:{ROLE_WORD})?[\u4e00-\u9fff·/\s、：]{{2,30}}?"
    r"\s*(?:/\s*)?(?:摄影报道|摄影|摄|供图|文\s*/\s*[图摄片]|图\s*/\s*文))\s*$"
    r"|(?:^|[。！？”）]\s*)(?P<first>(?:图\s*/\s*文|文\s*/\s*图|摄影报道|摄影|摄|图)[：\s/]+[\u4e00-\u9fff·\s、]{2,20})$"
)

#: 图片由甲乙提供, 图由某局甲乙提供: whose picture it is, after the last sentence or alone.
RE_PROVIDED = re.compile(
    r"(?:^|[。！？”）\s])(?P<whole>（?(?:本版|以上)?(?:图片?|照片)(?:均?由|[：:])\s*(?P<who>[\u4e00-\u9fff·、\s]{2,20}?)\s*提供。?）?)$"
)
#: A unit and, at its end, a name of two or three characters.
RE_UNIT_NAME = re.compile(
    r"^(?P<unit>[\u4e00-\u9fff]{2,14}[局委办部院站所心府道校队司会社行馆厂镇乡县村场])(?P<name>[\u4e00-\u9fff]{2,3})$"
)


@dataclass(frozen=True, slots=True)
class Opener:
    """A byline at the head of a body: as printed, whom it names, and what it says of origin."""

    printed: str
    entries: tuple[BylineEntry, ...]
    end: int
    wire: bool = False


@dataclass(frozen=True, slots=True)
class Credit:
    """A credit or signature at the end of a line: where it begins, whom it names, of what."""

    start: int
    entries: tuple[BylineEntry, ...]
    photo: bool
    bracket: bool


#: Every byline at the head of a line begins so: with a source or a bracket, or with a place, 讯 or
#: the like, and a bracket.
OPENER_FIRST = AGENCY_FIRST | frozenset("本综（【")
RE_OPENS = re.compile(
    r"\s*(?:[据新中人央本综（【]|[\u4e00-\u9fff\d]{0,20}?(?:[讯电]|消息)】?\s*（)"
)


def find_opener(text: str) -> Opener | None:
    """Find a byline at the head: '本报讯（记者 甲乙）今日' => printed '本报讯（记者 甲乙）'."""
    if RE_OPENS.match(text) is None:
        return None
    if (match := RE_WIRE.match(text)) is not None:
        inner = match["inner"]
        return Opener(match[0].strip(), tuple(people(inner or "")), match.end(), wire=True)
    if (match := RE_OPENER.match(text)) is not None and _names_roles(match["inner"]):
        return Opener(match[0].strip(), tuple(people(match["inner"])), match.end())
    for pattern in (RE_REPORTED, RE_BRACKET):
        if (match := pattern.match(text)) is not None:
            entries = people(match["inner"])
            if entries and all(len(e.name) <= 4 for e in entries):
                return Opener(match[0].strip(), tuple(entries), match.end())
    if (match := RE_COMPILED.match(text)) is not None:
        return Opener(match[0].strip(), (), match.end(), wire=True)
    if (match := RE_BARE.match(text)) is not None:
        return Opener(match[0].strip(), (), match.end())
    return None


def is_open(text: str) -> bool:
    """Say whether a line begins a byline that must go on over the next lines."""
    return RE_OPENS.match(text) is not None and (
        RE_OPEN_BRACKET.match(text) is not None
        or RE_HEAD_ONLY.match(text) is not None
        or RE_OPEN_REPORTED.match(text) is not None
        or RE_OPEN_WIRE.match(text) is not None
    )


def _names_roles(inner: str) -> bool:
    """A bracket after 讯 is a byline only if it names a role: not 本报讯（…以下简称…）."""
    return bool(re.search(r"记者|通讯员|评论员|实习生|见习|摄", re.sub(r"\s", "", inner)))


def stands_alone(text: str, mask: int = ALL) -> tuple[str, tuple[BylineEntry, ...]] | None:
    """Read a line that may be nothing but a byline => (form, people), or None.

    Forms: 'role' (本报记者 甲乙), 'desk' (本报评论员), 'origin' (转自…, 本报综合), 'mark' (□ 甲乙),
    'office' (县长 甲乙), 'name' (甲乙): the last two are bylines only in their place. `mask` says
    what occurs in the text, see `glance`.
    """
    if len(text) > 60:
        return None
    if mask & DESK and RE_DESK.match(text) is not None:
        return "desk", ()
    if mask & ORIGIN and RE_ORIGIN.match(text) is not None:
        return "origin", ()
    if mask & SENTENCE:
        return None
    said = mask & PEOPLE and RE_ROLE_SAID.search(text) is not None
    if said and (match := RE_PEOPLE.match(text)) is not None:
        entries = people(match["people"])
        if entries and all(2 <= len(e.name) <= 4 for e in entries):
            return "role", tuple(entries)
        return None
    if mask & (STROKE | COLON):
        match = RE_STROKED.match(text)
        signed = signed_people(match["people"], strict=True) if match is not None else []
        if signed and any(e.role[0] in "文撰" for e in signed):
            return "mark", tuple(signed)
    if text.lstrip()[:1] in MARKS and (match := RE_MARKED.match(text)) is not None:
        signed = signed_people(match["people"], strict=False)
        if signed:
            return "mark", tuple(signed)
    # A name is at most five characters long, with no role before it.
    named = len(text.strip()) <= 5 or mask & (STROKE | COLON)
    if named and (match := RE_NAME_ALONE.match(text)) is not None:
        signed = signed_people(match["people"], strict=True)
        if signed:
            return "name", tuple(signed)
    if text[-1:] == "）" and (match := RE_NAME_UNIT.match(text)) is not None:
        signed = signed_people(match["people"], strict=True)
        if signed and RE_UNIT.match(match["unit"]):
            return "mark", (signed[0]._replace(unit=match["unit"]),)
    if mask & SPACE and mask & OFFICE and (match := RE_OFFICE.match(text)) is not None:
        signed = signed_people(match["people"], strict=True)
        if signed and len(signed) == 1:
            return "office", (BylineEntry(match["office"].strip(), signed[0].name),)
    return None


def ending_credit(text: str) -> Credit | None:
    """Find the credit or signature that closes a line: '…读书。（甲乙 摄）' => 摄 甲乙."""
    if "提供" in text[-5:]:
        return _provided(text)
    if text[-1:] == "）":
        match = RE_CREDIT.search(text, max(text.rfind("（"), 0))
        if match is None:
            return None
        inner = match["inner"]
        signed = signed_people(inner, strict=True)
        if not signed:
            return None
        photo = RE_PICTURE_ROLE.search(inner) is not None
        return Credit(match.start(), tuple(signed), photo, True)
    tail = text[-60:]
    if not ("摄" in tail or "图" in tail):
        return None
    match = RE_CREDIT_BARE.search(tail)
    if match is None:
        return None
    name = "inner" if match["inner"] else "first"
    signed = signed_people(match[name], strict=True)
    if not signed:
        return None
    return Credit(len(text) - len(tail) + match.start(name), tuple(signed), True, False)


def _provided(text: str) -> Credit | None:
    """Find who provided a picture: '…新谷。图片由甲乙提供' => 提供 甲乙; a unit names nobody."""
    tail = text[-60:]
    match = RE_PROVIDED.search(tail)
    if match is None:
        return None
    who, unit = match["who"], None
    if (parts := RE_UNIT_NAME.match(who)) is not None and has_surname(parts["name"]):
        unit, who = parts["unit"], parts["name"]
    named = [] if RE_UNIT.match(who) and len(who) > 3 else signed_people(who, strict=True)
    entries = tuple(BylineEntry("提供", e.name, unit or e.unit) for e in named)
    start = len(text) - len(tail) + match.start("whole")
    return Credit(start, entries, True, match["whole"].startswith("（"))
