"""Roads, waters and hills: 湖滨|路, 青龙|河."""

from __future__ import annotations

import re

from helpers.extraction.places.boundary import find_beginning, floor_of
from helpers.extraction.places.candidate import Candidate
from helpers.extraction.places.stops import stops
from helpers.extraction.places.word_lists import endings, finder_of, word_list
from helpers.extraction.places.words import Words, is_han

#: A distance before 路 and no name: 三百里路.
RE_DISTANCE = re.compile(r"[一二三四五六七八九十百千两几]{1,4}[里步]")
#: Marks round a name that only looks like that of a hill or river: “云山”, （王长河）.
_ROUND = frozenset(("“”", "‘’", "《》", "（）", "()", "【】", "\u3000\u3000", "  "))
_ENOUGH_FEATURE, _ENOUGH_ROAD = 5.0, 2.5
#: What alone names a street of a place: 柳塘镇东街.
_POINTS = frozenset("东南西北中前后上下正横直老新")
#: The number of a road, as the state numbers them: 320国道, G20高速.
RE_NUMBER = re.compile(r"(?:[GSX]\d{1,4}|\d{3})\Z")
_NUMBERED = frozenset(("国道", "省道", "县道", "高速", "高速公路"))
#: Words of roads, before which more than the names of villages stands.
_ROADS = frozenset(("路", "街", "巷", "弄", "大道", "大街", "胡同", "里弄"))


def with_features(words: Words, found: list[Candidate]) -> list[Candidate]:
    """Add roads, waters and hills."""
    text = words.text
    out: list[Candidate] = []
    at = 0
    for begin, end, _ in finder_of("feature").find(text):
        while at < len(found) and found[at].start < end:
            out.append(found[at])
            at += 1
        last = out[-1] if out else None
        if last is not None and last.end >= end:
            continue
        candidate = _feature(words, begin, end, last)
        if candidate is not None:
            if last is not None and last.start >= candidate.start:
                out.pop()
            out.append(candidate)
    out.extend(found[at:])
    return out


def _feature(words: Words, begin: int, end: int, last: Candidate | None) -> Candidate | None:
    """Judge one word of a road, water or hill."""
    text = words.text
    if begin == 0:
        return None
    if text[begin - 1].isdigit() and text[begin:end] in _NUMBERED:
        number = RE_NUMBER.search(text, max(0, begin - 5), begin)
        if number is None:
            return None
        name = text[number.start() : end]
        return Candidate(number.start(), end, name, name, "other", None, True)
    if not is_han(text[begin - 1]):
        return None
    # 青松岭|上: the dictionary has 岭上, but here it says where.
    cuts = words.cuts(end)
    if cuts and not (text[end] in "上下里边口内" and words.begins[begin]):
        return None
    if (
        last is not None
        and begin - last.end == 1
        and last.short
        and text[begin - 1] in _POINTS
        and text[begin:end] in ("路", "街", "大街", "大道")
    ):
        # 清溪|北路: a road that is named like a place and a point of the compass.
        name = text[last.start : end]
        return Candidate(last.start, end, name, name, "other", None, last.clear)
    if last is not None and last.end == begin:
        if not last.short:
            return None
        name = text[last.start : end]
        return Candidate(last.start, end, name, name, "other", None, last.clear)
    start = words.before(end)
    if start < begin and words.ordinary(start, end):
        return None
    floor, after_place = floor_of(text, begin, last)
    beginning = find_beginning(words, floor, begin, after_place=after_place)
    if beginning is None:
        return None
    stem = text[beginning.start : begin]
    if cuts and not (beginning.clear and len(stem) > 1):
        return None
    if words.common_noun(beginning.start, end) or words.ordinary(beginning.start, end):
        return None
    if RE_DISTANCE.fullmatch(stem):
        return None
    enough = _ENOUGH_ROAD if text[begin:end] in _ROADS and beginning.clear else _ENOUGH_FEATURE
    if after_place and beginning.start == floor:
        enough -= 2
    at_place = after_place and beginning.start == floor
    if stem in _POINTS and at_place and text[begin:end] in ("街", "路", "大街"):
        name = text[beginning.start : end]
        return Candidate(beginning.start, end, name, name, "other")
    if len(stem) == 1 or stem in word_list("kind_of_feature") or beginning.score < enough:
        return None
    if words.begins[beginning.start] and stops(
        text[beginning.start : words.begins.find(1, beginning.start + 1)]
    ):
        return None
    if text[begin:end] == "门" and text[end : end + 1] == "口":
        return None
    if text[begin:end] == "门" and not (beginning.clear and len(stem) == 2):
        return None
    if _person(words, beginning.start, end) or _in_quotes(text, beginning.start, end):
        return None
    name = text[beginning.start : end]
    return Candidate(beginning.start, end, name, name, "other", None, beginning.clear)


def _person(words: Words, start: int, end: int) -> bool:
    """Say whether a name that ends like a hill is that of a person: 村民王小山说."""
    text = words.text
    if text.startswith(endings("saying"), end):
        return True
    while start > 0 and text[start - 1] == " ":
        start -= 1
    return start > 0 and words.word_before(start).endswith(endings("title"))


def _in_quotes(text: str, start: int, end: int) -> bool:
    """Say whether marks stand directly round a name: round that of a platform, or who signs."""
    return start > 0 and text[start - 1 : start] + text[end : end + 1] in _ROUND
