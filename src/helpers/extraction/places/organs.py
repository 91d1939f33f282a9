"""Organs of Party and state: 县委, 柳塘镇政府, 石桥村党支部, 村两委."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from helpers.extraction.document import Setting
from helpers.extraction.places.boundary import find_beginning
from helpers.extraction.places.candidate import Candidate
from helpers.extraction.places.find import resolve_seat
from helpers.extraction.places.levels import ZONES
from helpers.extraction.places.word_lists import organisation_words
from helpers.extraction.places.words import Words, is_han
from helpers.extraction.word_trees import alternatives

#: The forms of names of organisations: 区委, 县政府 (organs of a county and what is above it);
#: 镇党委, 村两委 (of what is below); the words at the end of names; whole names.
_FORMS = {
    "organ": "(?P<seat>[省市县区州旗])(?P<organ>{})",
    "local": "(?P<level>街道|社区|小区|苏木|嘎查|乡|镇|村)(?P<organ>{})",
    "national": "{}",
}
#: Before the word of a level, they make any office of it: 全县各|县财政局.
_ANY = frozenset("全各两几每该邻外多")
#: Words of levels that are told by another word.
_LEVELS = {"苏木": "乡", "嘎查": "村"}
#: What may not follow an organ's short form: 县委员, 市政府采购, 村委托.
NOT_AFTER = {"委": "员托任派培屈婉", "政府": "采", "人大": "代", "支部": "", "集体": "化"}


@cache
def form_of(form: str) -> re.Pattern[str]:
    """Return what finds the words of one form of names, the longest first."""
    return re.compile(_FORMS[form].format("|".join(alternatives(organisation_words(form)))))


@dataclass(slots=True)
class FoundName:
    """An organisation while it is being judged; `name` is its full name where it is known."""

    start: int
    end: int
    kind: str
    place: str | None = None
    name: str | None = None
    deictic: bool = False


def _chain(start: int, at_end: dict[int, Candidate]) -> int:
    """Go back over the places that stand directly before: 清州市|青溪区|…"""
    while (place := at_end.get(start)) is not None:
        start = place.start
    return start


def find_organs(words: Words, at_end: dict[int, Candidate], setting: Setting) -> list[FoundName]:
    """Find 区委, 县政府 and 青溪区委, 中共清州市青溪区委."""
    text = words.text
    kinds = organisation_words("organ")
    found = []
    for match in form_of("organ").finditer(text):
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
            found.append(FoundName(begin, end, kinds[organ], place.canonical, full))
            continue
        name, _, _ = resolve_seat(seat, setting)
        if organ == "委" and start and text[start - 1] == "团":
            # 团县委: the county's committee of the Youth League.
            full = f"共青团{name}委" if name else None
            found.append(FoundName(start - 1, end, "social", name, full, True))
            continue
        zone = (
            next((z for z in ZONES if text.endswith(z, 0, start + 1)), None)
            if seat == "区"
            else None
        )
        if zone is not None and not organ.startswith("委"):
            found.append(FoundName(start + 1 - len(zone), end, kinds[organ]))
            continue
        if start and (text[start - 1] in _ANY or (not words.begins[start] and words.cuts(start))):
            continue
        full = _full_organ(organ, name)
        found.append(FoundName(start, end, kinds[organ], name, full, True))
    return found


def _full_organ(organ: str, place: str | None) -> str | None:
    """Return the full name of an organ whose place is known: 委 of 青溪区 → 中共青溪区委."""
    if place is None:
        return None
    if organ.startswith("委"):
        return f"中共{place}{organ}"
    return f"{place}人民{organ}" if organ == "政府" else f"{place}{organ}"


def find_local_organs(
    words: Words, at_end: dict[int, Candidate], setting: Setting, known: list[Candidate]
) -> list[FoundName]:
    """Find 镇党委, 村两委 and 石桥村党支部, 青溪街道党工委."""
    text = words.text
    kinds = organisation_words("local")
    found = []
    at = 0
    before: Candidate | None = None
    for match in form_of("local").finditer(text):
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
            found.append(FoundName(place.start, end, kind, place.canonical))
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
            found.append(FoundName(beginning.start, end, kind, name))
            continue
        if start and not words.begins[start] and words.cuts(start):
            continue
        if start and text[start - 1] in "全各两该本农乡多邻外个":
            continue
        if organ == "民小组":
            continue
        name_of = _last_of(_LEVELS.get(level, level), before)
        full = f"{name_of}{match.group().removeprefix(level)}" if name_of else None
        found.append(FoundName(start, end, kind, name_of, full, True))
    return found


def _last_of(level: str, before: Candidate | None) -> str | None:
    """Return the place of that level that was named last before."""
    return before.canonical if before is not None and before.level == level else None
