"""Places that the word of an administrative level betrays: 石桥|村, 青溪|街道."""

from __future__ import annotations

import re
from functools import cache

from helpers.dictionary import dictionary_tags
from helpers.extraction.places.boundary import find_beginning, floor_of
from helpers.extraction.places.candidate import Candidate
from helpers.extraction.places.levels import DIVISION_WORDS, NO_STEM
from helpers.extraction.places.stops import says
from helpers.extraction.places.word_lists import endings, word_list
from helpers.extraction.places.words import Words, is_han
from helpers.extraction.word_trees import alternatives

#: What a name must reach, by the levels of its word; counties not listed are rare.
_ENOUGH = {"省": 9.0, "市": 6.0, "区": 6.0, "县": 5.0, "社区": 2.5, "小区": 3.0}
_ENOUGH_OTHER = 1.5
#: Levels that may stand directly on the name of a road or hill: 学前街社区, 柏家山乡.
_ON_NAMES = frozenset(("社区", "小区", "村", "乡", "镇", "街道", "自然村"))
#: Characters that stand in no name: 月|各乡镇.
_IN_NO_NAME = frozenset("的了着各每该等们这那其是")


@cache
def _pattern() -> re.Pattern[str]:
    """Return what finds the words of levels, the longest first: 自然村 before 村."""
    return re.compile("|".join(alternatives(DIVISION_WORDS)))


def with_divisions(words: Words, found: list[Candidate]) -> list[Candidate]:
    """Add the places that the word of an administrative level betrays."""
    text = words.text
    out: list[Candidate] = []
    at = 0
    for match in _pattern().finditer(text):
        begin, end = match.span()
        while at < len(found) and found[at].start < begin:
            out.append(found[at])
            at += 1
        last = out[-1] if out else None
        if last is not None and last.end >= end:
            continue
        candidate = _division(words, begin, end, DIVISION_WORDS[match.group()], last)
        if candidate is None:
            continue
        while out and out[-1].start >= candidate.start:
            out.pop()
        out.append(candidate)
    out.extend(found[at:])
    return out


def _division(
    words: Words, begin: int, end: int, level: str, last: Candidate | None
) -> Candidate | None:
    """Judge one word of a level."""
    text = words.text
    if begin == 0 or not is_han(text[begin - 1]):
        return None
    cuts = words.cuts(end)
    # 柳塘镇|江湾 is cut as 柳塘, 镇江: where a place is seen, its word may be the level's.
    into_name = cuts and dictionary_tags().get(text[begin : words.around(begin)[1]]) == "ns"
    near = last is not None and last.end > begin - 5
    if cuts and not (words.begins[begin] and (near or into_name)):
        return None
    if last is not None and last.end == begin:
        # On a short name or that of a road: 柏家山|乡, 学前街|社区.
        on_name = level in _ON_NAMES or text[begin:end] == "片区"
        if cuts or not on_name or not (last.short or last.level in ("other", "小区")):
            return None
        name = text[last.start : end]
        return Candidate(last.start, end, name, name, level, None, last.clear)
    if last is not None and last.short and last.listed and begin - last.end == 1 and not cuts:
        # 榆树|岔镇: a name that only begins like that of a county far away.
        name = text[last.start : end]
        return Candidate(last.start, end, name, name, level, None, last.clear)
    floor, after_place = floor_of(text, begin, last)
    ordinary = words.before(end)
    if ordinary < begin and words.ordinary(ordinary, end):
        return None
    beginning = find_beginning(words, floor, begin, after_place=after_place)
    if beginning is None:
        return None
    stem = text[beginning.start : begin]
    if words.common_noun(beginning.start, end):
        return None
    if (len(stem) == 1 and stem in NO_STEM) or stem.endswith(endings("kind_of_division")):
        return None
    at_place = after_place and beginning.start == floor
    if cuts and not ((at_place or (into_name and beginning.clear)) and len(stem) > 1):
        # 村上, 村民 are words; 柳塘镇石桥村|上坞 is none.
        return None
    if stem in word_list("praise") and not at_place:
        return None
    if not _IN_NO_NAME.isdisjoint(stem):
        return None
    if stem in word_list("part_of_town") and text[begin:end] in ("区", "市"):
        return None
    if stem[-1] in "两二三四五六七八九" and level in ("村", "乡", "镇", "街道", "社区"):
        return None
    if not at_place and len(stem) > 2 and says(words, beginning.start, begin):
        return None
    enough = _ENOUGH.get(level, _ENOUGH_OTHER)
    if len(stem) == 1:
        enough += 1.5
    if beginning.score < enough:
        return None
    name = text[beginning.start : end]
    return Candidate(beginning.start, end, name, name, level, None, beginning.clear)
