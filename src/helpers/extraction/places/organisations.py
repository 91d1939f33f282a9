"""The organisations of one article, with their kind, place and full name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from helpers.extraction.document import Document, Setting
from helpers.extraction.places.boundary import find_beginning
from helpers.extraction.places.candidates import Candidate, reach_back, says
from helpers.extraction.places.find import find_places, resolve_seat
from helpers.extraction.places.learned import Names
from helpers.extraction.places.rows import Organisation, PlaceName
from helpers.extraction.places.word_lists import any_of, organisation_words, word_list
from helpers.extraction.places.words import Words, is_han, words_of
from helpers.language.segment import dictionary_tags

#: The forms of names of organisations: 区委, 县政府 (organs of a county and what is above it);
#: 镇党委, 村两委 (of what is below); the words at the end of names; whole names.
_FORMS = {
    "organ": "(?P<seat>[省市县区州旗])(?P<organ>{})",
    "local": "(?P<level>街道|社区|小区|乡|镇|村)(?P<organ>{})",
    "office": "{}",
    "national": "{}",
}
#: What may not follow an organ's short form: 县委员, 市政府采购, 村委托.
NOT_AFTER = {"委": "员托任派培屈婉", "政府": "采", "人大": "代", "支部": "", "集体": "化"}
#: Words of organisations that in quotation marks are mostly figures of speech: “时间银行”.
METAPHORS = frozenset(
    "银行 学校 学院 大学 医院 公司 超市 门诊部 工厂 集团 图书馆 博物馆 工会 法庭".split()
)
#: What before such a word makes another word of it: 格局, 以…为中心.
NO_OFFICE = {
    "局": "格结布时僵破开残棋饭牌赌骗大全定败危变政战胜",
    "厅": "餐客舞大门",
    "厂": "工建办进出全该本",
    "公司": "办开该各本",
}
#: Which of a row of events: 第三届, 2020年.
RE_EDITION = re.compile(
    r"(?:第[一二三四五六七八九十百\d]{1,4}[届次]|(?:19|20)\d\d年?(?:第[一二三四五六七八九十\d]{1,3}届)?)$"
)
#: The longest name, in characters.
LONGEST = 22
#: Parts that hang on an organisation before them: 某公司|南塘项目部, 区委|组织部.
_SEATS = "省市县区州旗乡镇村"


@cache
def _pattern(form: str) -> re.Pattern[str]:
    """Return what finds the words of one form of names, the longest first."""
    return re.compile(_FORMS[form].format(any_of(organisation_words(form))))


@dataclass(slots=True)
class _Found:
    start: int
    end: int
    kind: str
    place: str | None = None
    name: str | None = None
    deictic: bool = False


def find_organisations(
    document: Document,
    setting: Setting,
    places: Sequence[PlaceName] | None = None,
    names: Names | None = None,
) -> list[Organisation]:
    """Find the organisations of an article.

    Args:
        document: The article.
        setting: The county of the paper; what is None resolves nothing.
        places: What `find_places` found in the article; None finds them.
        names: What all articles know (`Names.learn`).

    Returns:
        The organisations by field and offset, the longest name at each place only.
    """
    names = names if names is not None else Names.learn([document], setting)
    if places is None:
        places = find_places(document, setting, names=names)
    found: list[Organisation] = []
    for field, text in document.fields.items():
        here = [place for place in places if place.field == field]
        found.extend(_in_field(field, words_of(text), here, setting, names))
    return found


def _in_field(
    field: str, words: Words, places: list[PlaceName], setting: Setting, names: Names
) -> list[Organisation]:
    text = words.text
    known = [
        Candidate(p.start, p.end, p.text, p.canonical, p.level, p.parent, True)
        for p in places
        if not p.deictic and not p.nested
    ]
    at_end = {place.end: place for place in known}
    found = [
        *_national(words),
        *_organs(words, at_end, setting),
        *_local(words, at_end, setting, known),
        *_offices(words, known, setting),
    ]
    out = []
    for one in _longest(found):
        printed = text[one.start : one.end]
        out.append(
            Organisation(
                field,
                one.start,
                one.end,
                printed,
                one.name or printed,
                one.kind,
                one.place,
                one.deictic,
            )
        )
    return out


def _national(words: Words) -> list[_Found]:
    return [
        _Found(m.start(), m.end(), organisation_words("national")[m.group()])
        for m in _pattern("national").finditer(words.text)
        if not words.cuts(m.start()) and not words.cuts(m.end())
    ]


def _chain(start: int, at_end: dict[int, Candidate]) -> int:
    """Go back over the places that stand directly before: 清州市|青溪区|…"""
    while (place := at_end.get(start)) is not None:
        start = place.start
    return start


def _organs(words: Words, at_end: dict[int, Candidate], setting: Setting) -> list[_Found]:
    """Find 区委, 县政府 and 青溪区委, 中共清州市青溪区委."""
    text = words.text
    kinds = organisation_words("organ")
    found = []
    for match in _pattern("organ").finditer(text):
        start, end = match.span()
        organ, seat = match["organ"], match["seat"]
        if text[end : end + 1] in NOT_AFTER.get(organ, " ") and end < len(text):
            continue
        place = at_end.get(start + 1)
        if place is not None:
            begin = _chain(start + 1, at_end)
            if text.startswith("中共", begin - 2) and begin >= 2:
                begin -= 2
            full = _full_organ(organ, place.canonical)
            found.append(_Found(begin, end, kinds[organ], place.canonical, full))
            continue
        if start and not words.begins[start] and words.cuts(start):
            continue
        name, _, _ = resolve_seat(seat, setting)
        full = _full_organ(organ, name)
        found.append(_Found(start, end, kinds[organ], name, full, True))
    return found


def _full_organ(organ: str, place: str | None) -> str | None:
    """Return the full name of an organ whose place is known: 委 of 青溪区 → 中共青溪区委."""
    if place is None:
        return None
    if organ.startswith("委"):
        return f"中共{place}{organ}"
    return f"{place}人民{organ}" if organ == "政府" else f"{place}{organ}"


def _local(
    words: Words, at_end: dict[int, Candidate], setting: Setting, known: list[Candidate]
) -> list[_Found]:
    """Find 镇党委, 村两委 and 石桥村党支部, 青溪街道党工委."""
    text = words.text
    kinds = organisation_words("local")
    found = []
    at = 0
    before: Candidate | None = None
    for match in _pattern("local").finditer(text):
        start, end = match.span()
        level, organ = match["level"], match["organ"]
        if text[end : end + 1] in NOT_AFTER.get(organ, " ") and end < len(text):
            continue
        if (level != "村" and kinds[organ] == "village") or level == "小区":
            continue
        while at < len(known) and known[at].end <= start:
            before = known[at]
            at += 1
        kind = kinds[organ]
        place = at_end.get(start + len(level)) or at_end.get(start)
        if place is not None:
            found.append(_Found(place.start, end, kind, place.canonical))
            continue
        floor, after = start, False
        while floor > 0 and start - floor < 5 and is_han(text[floor - 1]):
            floor -= 1
            if before is not None and before.end == floor:
                after = True
                break
        beginning = (
            find_beginning(words, floor, start, after_place=after) if floor < start else None
        )
        if beginning is not None and beginning.score > 3.0 and start - beginning.start > 1:
            name = text[beginning.start : start] + level
            found.append(_Found(beginning.start, end, kind, name))
            continue
        if start and not words.begins[start] and words.cuts(start):
            continue
        if start and text[start - 1] in "全各两该本农乡多":
            continue
        if organ == "民小组":
            continue
        name_of = _last_of(level, before)
        full = f"{name_of}{match.group().removeprefix(level)}" if name_of else None
        found.append(_Found(start, end, kind, name_of, full, True))
    return found


def _last_of(level: str, before: Candidate | None) -> str | None:
    """Return the place of that level that was named last before."""
    return before.canonical if before is not None and before.level == level else None


def _offices(words: Words, known: list[Candidate], setting: Setting) -> list[_Found]:
    """Find what the word at the end of a name betrays: 县农业农村局, 宏达水利有限公司."""
    text = words.text
    kinds = organisation_words("office")
    found: list[_Found] = []
    at = 0
    last: Candidate | None = None
    for match in _pattern("office").finditer(text):
        begin, end = match.span()
        while at < len(known) and known[at].end <= begin:
            last = known[at]
            at += 1
        ordinary = words.before(end)
        word = match.group()
        if words.cuts(end) or text[begin - 1 : begin] in NO_OFFICE.get(word, " "):
            continue
        if ordinary < begin and end - ordinary == 2 and words.ordinary(ordinary, end):
            continue
        kind = kinds[word]
        before: Candidate | None = last
        if found and found[-1].end <= begin and (last is None or found[-1].end >= last.end):
            # A part of the organisation before it: 某公司南塘项目部.
            one = found[-1]
            before = Candidate(one.start, one.end, "", "", "other")
        start = reach_back(words, _quoted(text, begin), before, LONGEST)
        if start == _quoted(text, begin):
            start = begin
        joined = before is not None and start == before.start and before is not last
        if joined and before is not None and says(words, before.end, begin):
            continue
        if joined:
            one = found.pop()
            found.append(_Found(one.start, end, kind if kind != "service" else one.kind, one.place))
            continue
        place = last.canonical if last is not None and start == last.start else None
        stem_start = last.end if place and last is not None else start
        stem = text[stem_start:begin]
        seat = None
        if (
            place is None
            and stem
            and stem[0] in _SEATS
            and (words.begins[start] or words.begins[start + 1])
        ):
            if text[start : start + 2] in word_list("no_seat"):
                continue
            seat, stem = stem[0], stem[1:]
        if place is None and seat is None:
            start = _after_verbs(words, start, begin)
            stem = text[start:begin]
            quote = _quoted(text, begin)
            if len(stem) < 2 or _generic(words, start, quote) or stem[0] in "各全":
                continue
            if word in METAPHORS and _in_quotes(text, start, end):
                continue
            if (
                word in ("厂", "局")
                and words.before(begin) == start
                and words.ordinary(start, begin)
            ):
                continue
        elif not stem and word in ("中心", "公司", "厂", "集团", "联盟", "论坛", "超市", "大队"):
            continue
        if place and last is not None:
            start = _chain_of(known, last)
        if kind == "event" and (edition := RE_EDITION.search(text, max(0, start - 10), start)):
            start = edition.start()
        owner = place
        if seat is not None:
            owner = resolve_seat(seat, setting)[0] if seat in "省市县区州旗" else None
        full = f"{owner}{text[start + 1 : end]}" if seat and owner else None
        found.append(_Found(start, end, kind, owner, full, False))
    return found


def _after_verbs(words: Words, start: int, end: int) -> int:
    """Leave out verbs and adverbs before a name: 挨家拜访|…"""
    while start < end:
        stop = words.begins.find(1, start + 1)
        if stop >= end or dictionary_tags().get(words.text[start:stop]) not in ("v", "d", "vd"):
            break
        start = stop
    return start


def _in_quotes(text: str, start: int, end: int) -> bool:
    """Say whether quotation marks stand directly round a name, as round that of a scheme."""
    return start > 0 and text[start - 1] in "“‘《" and text[end : end + 1] in ("”", "’", "》")


def _quoted(text: str, begin: int) -> int:
    """Go back over a name in quotation marks: “先锋”|党支部."""
    if begin and text[begin - 1] in "”’》":
        opened = text.rfind(
            {"”": "“", "’": "‘", "》": "《"}[text[begin - 1]], max(0, begin - 12), begin
        )
        return opened if opened >= 0 else begin
    return begin


def _chain_of(known: list[Candidate], place: Candidate) -> int:
    start = place.start
    for one in reversed(known):
        if one.end == start:
            start = one.start
        elif one.end < start:
            break
    return start


def _generic(words: Words, start: int, end: int) -> bool:
    """Say whether all words from `start` to `end` make a kind of organisation and no name."""
    while start < end:
        stop = words.begins.find(1, start + 1)
        if words.text[start : min(stop, end)] not in word_list("generic_organisation"):
            return False
        start = stop
    return True


def _longest(found: list[_Found]) -> list[_Found]:
    """Keep the longest of those that overlap, sorted."""
    out: list[_Found] = []
    for one in sorted(found, key=lambda o: (o.start, -o.end)):
        if out and one.start < out[-1].end:
            if one.end - one.start > out[-1].end - out[-1].start:
                out[-1] = one
            continue
        out.append(one)
    return out


def find_names(
    document: Document, setting: Setting, names: Names
) -> tuple[list[PlaceName], list[Organisation]]:
    """Find places and organisations of an article, with `nested` set where one holds the other."""
    places = find_places(document, setting, names=names)
    organisations = find_organisations(document, setting, places, names)
    held = [(o.field, o.start, o.end) for o in organisations]
    out = []
    at = 0
    order = {field: number for number, field in enumerate(document.fields)}
    held.sort(key=lambda span: (order[span[0]], span[1]))
    for place in places:
        here = (order[place.field], place.start)
        while at < len(held) and (order[held[at][0]], held[at][2]) <= here:
            at += 1
        inside = at < len(held) and held[at][0] == place.field and held[at][1] <= place.start
        inside = inside and place.end <= held[at][2]
        out.append(place._replace(nested=True) if inside and not place.nested else place)
    return out, organisations
