"""The office before a name, taken apart: place, organisation, title."""

from __future__ import annotations

import re
from typing import NamedTuple

from helpers.extraction.people.titles import is_office, title_start

#: How far before a name its office can begin.
REACH = 48
#: What ends the office to the left; brackets with what they hold belong to it.
RE_STOP = re.compile(r"[，。！？；：“”‘’\n…—《》]|(?<=\d)岁的?|(?<![\u4e00-\u9fff])的")
#: Words before an office that do not belong to it: 秤是村党支部书记甲乙想的, 据县水利局局长….
RE_LEAD = re.compile(
    r"^.*(?:(?<![目直立])的(?!士)|[是据由请让给对向跟和与被把在到从当为找问叫访像随陪](?!导|任|理|员|事|长|党|委|局|区|村)|年过|名叫|走进|来到|位于|记者|采访"
    r"|今年|去年|目前|随后|现场|上午|下午|当天|近日|日前|昨天|其间|期间|当时|同时|其中|包括|邀请|联系|选举|任命|聘请"
    r"|[\d一二三四五六七八九十两几]+[名位个])(?=.{2,})"
)
#: Organisations by their endings, and places.
RE_ORGANISATION = re.compile(
    r"^.*(?:党工委|党委|党组|党总支|党支部|支部|纪委|县委|区委|市委|省委|州委|旗委|组织部|宣传部|统战部|政法委|政府|办事处"
    r"|人大常委会|人大|政协|[^会]局|分局|委员会|管委会|村委会|居委会|业委会|办公室|中心|公司|集团|合作社|协会|学会|商会|联合会|妇联"
    r"|工会|共青团|团委|法院|检察院|派出所|大队|支队|医院|卫生院|学校|小学|中学|大学|学院|幼儿园|银行|支行|信用社|研究所|研究院"
    r"|项目部|工厂|[^工出]厂|农场|林场|茶场|站|所|部|科|处|社|馆|院|园|组|队|店|酒店|饭店|超市|村委|街道办|社区|物业)"
)
RE_PLACE = re.compile(
    r"^.*?(?:省|自治区|市|县|旗|区|街道|镇|乡|自然村|村|社区|小区|家园|花苑|新村|组|寨|屯|堡)(?![长委民支主])"
)


#: Organisations that are named by what they are alone.
RE_NAMELESS = re.compile(
    r"(?:村|社区|小区|镇|乡|街道|县|区|市)?(?:两委|党委|党总支|党支部|支部|党工委|委|妇联|委会|居委会|业委会|政府)|公司|项目"
)
RE_BRACKET = re.compile(r"（[^）]*）")


#: Places one in another, to the last: 甲街道乙社区丙小区.
RE_PLACES = re.compile(
    r".*(?:省|自治区|市|县|旗|区|街道|镇|乡|自然村|村|社区|小区|家园|花苑|新村|片区|组|寨|屯|堡)(?![长委民支主])"
)


class Office(NamedTuple):
    """The words of office before a name, from `start`; each part may be empty."""

    start: int
    words: str
    title: str
    organisation: str
    place: str


def read_office(text: str, name_start: int) -> Office | None:
    """Read the office that stands right before a name; None if none does.

    '…，甲街道办事处副主任、乙村团长丙丁' => title 副主任、乙村团长, organisation 甲街道办事处.

    Args:
        text: The field.
        name_start: Where the name begins.
    """
    if title_start(text[max(0, name_start - 12) : name_start].rstrip(" \u3000")) is None:
        return None
    low = max(0, name_start - REACH)
    before = text[low:name_start].rstrip(" \u3000")
    chunk = _chunk(before)
    title = title_start(chunk)
    if title is None:
        return None
    words = _trim(chunk, title)
    start = low + len(before) - len(words)
    return _take_apart(words, start)


def _chunk(before: str) -> str:
    """Cut what stands before a name at the last mark; 、 joins two offices of one person."""
    bracket = before.endswith("）") or "（" in before
    cut = 0
    for match in RE_STOP.finditer(before):
        if bracket and before.rfind("（", 0, match.start()) > before.rfind("）", 0, match.start()):
            continue  # inside brackets: （以下简称“乙中心”）
        cut = match.end()
    chunk = before[cut:]
    head, mark, last = chunk.rpartition("、")
    # 书记、主任甲乙 is one person's office; 村民丙丁、主任甲乙 is a list of persons.
    if mark and title_start(last) is not None and not is_office(head):
        return last
    return chunk


def _trim(chunk: str, title_start: int) -> str:
    """Leave out the words before an office that do not belong to it."""
    head, rest = chunk[:title_start], chunk[title_start:]
    lead = RE_LEAD.match(head + rest[:1])
    if lead is not None and lead.end() <= len(head):
        head = head[lead.end() :]
    return head + rest


def _take_apart(words: str, start: int) -> Office:
    """Part an office into place, organisation and title.

    甲县水利局副局长 => 甲县, 甲县水利局, 副局长; 丙村村民 => 丙村, none, 村民. The offices of a
    village or community that is not named with them stay whole: 村党支部书记.
    """
    first, mark, others = words.partition("、")
    plain = RE_BRACKET.sub("", first)
    found = title_start(plain) or 0
    head, title = plain[:found], plain[found:]
    organisation, place = "", ""
    whole = RE_ORGANISATION.match(head) if head else None
    if whole is not None and whole.end() == len(head):
        organisation = head
        place = _place(RE_PLACE.match(head))
    elif whole is not None and (behind := RE_PLACES.fullmatch(head[whole.end() :])):
        organisation, place = whole[0], behind[0]  # 甲公司乙片区清运工
    elif head:
        place = _place(RE_PLACES.match(head))
        title = plain.removeprefix(place)
    if organisation and RE_NAMELESS.fullmatch(head):
        title = plain
    if mark:
        title = f"{title}、{others}"
    return Office(start, words, title, organisation, place)


def _place(match: re.Match[str] | None) -> str:
    """Return a place that is named, not 村 or 区 alone."""
    return match[0] if match is not None and len(match[0]) > 1 else ""
