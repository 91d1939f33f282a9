"""Places that stand in a text: known names, and names that only the word of their level betrays."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from helpers.extraction.places.boundary import find_beginning, name_score
from helpers.extraction.places.levels import DIVISION_WORDS, NO_STEM
from helpers.extraction.places.stops import only_inside, stops, stops_hard
from helpers.extraction.places.word_lists import any_of, endings, word_list
from helpers.extraction.places.words import Words, is_han, words_of
from helpers.language.segment import dictionary_tags

if TYPE_CHECKING:
    from helpers.extraction.places.learned import Names


#: Lots by letter: A区块.
LOTS = ("区块", "地块")
#: What a name must reach, by the levels of its word; counties not listed are rare.
_ENOUGH = {"省": 9.0, "市": 6.0, "区": 6.0, "县": 5.0, "社区": 2.5, "小区": 3.0}
_ENOUGH_OTHER = 1.5
_ENOUGH_FEATURE = 5.0
#: Levels that may stand directly on the name of a road or hill: 学前街社区, 柏家山乡.
_ON_NAMES = frozenset(("社区", "小区", "村", "乡", "镇", "街道", "自然村"))
#: Characters that stand before the short name of a place without belonging to it: 新清溪.
_BEFORE_SHORT = frozenset("新老大美爱游")
#: What makes the name of a kind of plant or animal of a place's short name: 浙江楠.
_SPECIES = frozenset("楠栎松柏杉槐柳竹兰菊蒿猴虎鹿龟蛇蛙鲵榆")
#: How far before a doubtful word a place may stand, in characters: 清州市出|入境….
_NEAR = 4
#: The words of levels that stand for the paper's own places at the beginning of a name.
_SEATS = frozenset(("省", "市", "县", "区", "州", "旗", "镇", "乡", "街道", "村"))
#: The longest name of a site, in characters.
_LONGEST_SITE = 12


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """Return what finds the words of divisions, features or sites, the longest first."""
    return re.compile(any_of(DIVISION_WORDS if name == "division" else word_list(name)))


@dataclass(slots=True)
class Candidate:
    """A place in a text. `name` as printed, `canonical` in full; `clear`: its beginning is sure."""

    start: int
    end: int
    name: str
    canonical: str
    level: str
    parent: str | None = None
    clear: bool = False
    known: bool = False
    short: bool = False


def find_candidates(text: str, names: Names, words: Words | None = None) -> list[Candidate]:
    """Find the places of a text, sorted, none of them overlapping another.

    Args:
        text: The plain reading of a field.
        names: What is known.
        words: The words of the text, if they have been cut already.
    """
    words = words if words is not None else words_of(text)
    found = _known(text, names, words)
    found = _with_divisions(words, found)
    found = _with_features(words, found)
    return _with_sites(words, found)


def _known(text: str, names: Names, words: Words) -> list[Candidate]:
    """Find the names that are known as they are."""
    found: list[Candidate] = []
    entries = names.entries
    for index, start, end in names.automaton.find_matches_as_indexes(text):
        entry = entries[index]
        place = entry.place
        if place.level == "省" and found and found[-1].end == start and found[-1].level != "国":
            # 清溪|江西|岸: no province lies in a county.
            continue
        if entry.short or place.level == "国":
            if words.cuts(start) or words.cuts(end) or text.startswith("报", end):
                continue
            if entry.short and (text[end : end + 1] in _SPECIES or _hangs(words, start, found)):
                continue
        elif len(place.name) == 3 and words.cuts(start):
            continue
        found.append(
            Candidate(
                start,
                end,
                entry.text,
                place.name,
                place.level,
                place.parent,
                True,
                True,
                entry.short,
            )
        )
    return found


def _hangs(words: Words, start: int, found: list[Candidate]) -> bool:
    """Say whether a short name is the rest of a longer unknown one: 云|柏山."""
    text = words.text
    if start == 0 or not is_han(text[start - 1]) or (found and found[-1].end == start):
        return False
    if text[start - 1] in _BEFORE_SHORT:
        return False
    if not words.begins[start]:
        return True
    word = words.word_before(start)
    return len(word) == 1 and not stops(word) and word not in _BEFORE_SHORT


def _with_divisions(words: Words, found: list[Candidate]) -> list[Candidate]:
    """Add the places that the word of an administrative level betrays."""
    text = words.text
    out: list[Candidate] = []
    at = 0
    for match in _pattern("division").finditer(text):
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
    if cuts and not (words.begins[begin] and last is not None and last.end > begin - 5):
        return None
    if last is not None and last.end == begin:
        # On a short name or that of a road: 柏家山|乡, 学前街|社区.
        if cuts or level not in _ON_NAMES or not (last.short or last.level in ("other", "小区")):
            return None
        name = text[last.start : end]
        return Candidate(last.start, end, name, name, level, None, last.clear)
    floor, after_place = _floor(text, begin, last)
    ordinary = words.before(end)
    if ordinary < begin and words.ordinary(ordinary, end):
        return None
    beginning = find_beginning(words, floor, begin, after_place=after_place)
    if beginning is None:
        return None
    stem = text[beginning.start : begin]
    if (len(stem) == 1 and stem in NO_STEM) or stem.endswith(endings("kind_of_division")):
        return None
    at_place = after_place and beginning.start == floor
    if cuts and not (at_place and len(stem) > 1):
        # 村上, 村民 are words; 柳塘镇石桥村|上坞 is none.
        return None
    if stem in word_list("praise") and not at_place:
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


def _floor(text: str, begin: int, last: Candidate | None) -> tuple[int, bool]:
    """Return before which no name begins, and whether another place ends there."""
    low = begin
    limit = max(0, begin - 5)
    place_end = last.end if last is not None else -1
    while low > limit and is_han(text[low - 1]) and low != place_end:
        low -= 1
    # The limit of length is no stop that is seen in print.
    if low == limit and low > 0 and low != place_end and is_han(text[low - 1]):
        low -= 1
    return low, low == place_end


def _with_features(words: Words, found: list[Candidate]) -> list[Candidate]:
    """Add roads, waters and hills."""
    text = words.text
    out: list[Candidate] = []
    at = 0
    for match in _pattern("feature").finditer(text):
        begin, end = match.span()
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
    if begin == 0 or not is_han(text[begin - 1]) or words.cuts(end):
        return None
    if last is not None and last.end == begin:
        if not last.short:
            return None
        name = text[last.start : end]
        return Candidate(last.start, end, name, name, "other", None, last.clear)
    start = words.before(end)
    if start < begin and words.ordinary(start, end):
        return None
    floor, after_place = _floor(text, begin, last)
    beginning = find_beginning(words, floor, begin, after_place=after_place)
    if beginning is None:
        return None
    stem = text[beginning.start : begin]
    if len(stem) == 1 or stem in word_list("kind_of_feature") or beginning.score < _ENOUGH_FEATURE:
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
    """Say whether quotation marks stand directly round a name, as round that of a platform."""
    return start > 0 and text[start - 1] in "“‘《" and text[end : end + 1] in ("”", "’", "》")


def _with_sites(words: Words, found: list[Candidate]) -> list[Candidate]:
    """Add sites and buildings."""
    text = words.text
    out: list[Candidate] = []
    at = 0
    for match in _pattern("site").finditer(text):
        begin, end = match.span()
        while at < len(found) and found[at].start < begin:
            out.append(found[at])
            at += 1
        last = out[-1] if out else None
        if last is not None and last.end > begin:
            continue
        candidate = _site(words, begin, end, last)
        if candidate is not None:
            while out and out[-1].start >= candidate.start:
                out.pop()
            out.append(candidate)
    out.extend(found[at:])
    return out


def _site(words: Words, begin: int, end: int, last: Candidate | None) -> Candidate | None:
    """Judge one word of a site or building."""
    text = words.text
    if begin == 0 or words.cuts(end):
        return None
    if text[begin - 1].isascii() and text[begin - 1].isupper() and text[begin:end] in LOTS:
        name = text[begin - 1 : end]
        return Candidate(begin - 1, end, name, name, "other")
    start = reach_back(words, begin, last, _LONGEST_SITE)
    if start == begin:
        return None
    stem = text[start:begin]
    place = last is not None and last.start == start
    rest = text[last.end : begin] if place and last is not None else stem
    if (
        place
        and last is not None
        and not last.short
        and last.level in ("国", "省", "市")
        and not rest
    ):
        return None
    if not place and (stem in word_list("generic_site") or _all_generic(words, start, begin)):
        return None
    if not place and (len(stem) < 2 or stem[0] in "各全本该"):
        return None
    one_word = not place and words.before(begin) == start and words.ordinary(start, begin)
    if one_word and name_score(stem) < 2:
        # 农产品市场, 学生公寓: a name is rarely an ordinary word.
        return None
    if not place and says(words, start, begin):
        return None
    name = text[start:end]
    return Candidate(start, end, name, name, "other")


def says(words: Words, start: int, end: int) -> bool:
    """Say whether a verb stands among the words: 住进|园区, 修到|矿区."""
    tags = dictionary_tags()
    while start < end:
        stop = min(words.begins.find(1, start + 1), end)
        word = words.text[start:stop]
        if tags.get(word) in ("v", "vd") and not only_inside(word):
            return True
        start = stop
    return False


def _all_generic(words: Words, start: int, end: int) -> bool:
    """Say whether all words from `start` to `end` make a kind of site and no name."""
    while start < end:
        stop = words.begins.find(1, start + 1)
        if words.text[start : min(stop, end)] not in word_list("generic_site"):
            return False
        start = stop
    return True


def _place_near(text: str, at: int, start: int, place_end: int) -> bool:
    """Say whether a place stands so near that a doubtful word between is part of the name."""
    if not 0 <= at - place_end <= _NEAR or stops_hard(text[start:at]):
        return False
    if at - start > 1 and text[start:at] in word_list("stop"):
        return False
    return all(is_han(c) and not stops_hard(c) for c in text[place_end:at])


def _over_and(words: Words, at: int, floor: int, place_end: int) -> int | None:
    """Go back over 和 and 与 in the name of one office: 县|海洋与渔业局, 县|文化和旅游局.

    It is one name only if its other half stands directly on a place or the word of a level, and
    is no office of its own: 县|统计局和渔业局.
    """
    text = words.text
    at -= 1
    while at > floor:
        if at == place_end:
            return at
        start = words.before(at)
        word = text[start:at]
        if not is_han(text[at - 1]) or text[at - 1] in "局委办府院站所" or stops(word):
            return None
        at = start
        if word in _SEATS:
            return at
    return at if at == place_end else None


def reach_back(words: Words, end: int, last: Candidate | None, longest: int) -> int:
    """Return where a name of several words begins that ends at `end`: 走进|丝绸产业园.

    It goes back word by word to a stop, to a word that no name holds, or to the place before,
    which it takes in.
    """
    text = words.text
    at = end
    place_end = last.end if last is not None else -1
    while at > 0 and end - at < longest:
        if at == place_end and last is not None:
            stop = words.begins.find(1, at + 1)
            # 供电公司|组织|党员服务队: what is said of the one before, no part of a name.
            return stop if stop < end and only_inside(text[at:stop]) else last.start
        if not is_han(text[at - 1]):
            break
        start = max(words.before(at), place_end)
        if start >= at:
            break
        word = text[start:at]
        if word in ("和", "与") and end < len(text) and text[end] in "局厅委办":
            other = _over_and(words, at, max(0, at - 10), place_end)
            if other is not None:
                at = other
                continue
        if stops(word):
            if _place_near(text, at, start, place_end) and last is not None:
                return last.start
            if start and at - start == 1 and text[start - 1] in _SEATS and not stops_hard(word):
                # 县|再|就业服务中心
                at = start - 1
            break
        at = start
        if word in _SEATS and (last is None or at != place_end):
            # 这是|区政府, 据|县水利局: the word of a level without a name begins the name.
            break
    while at < end:
        stop = words.begins.find(1, at + 1)
        if stop >= end or not only_inside(text[at:stop]):
            break
        at = stop
    return _from_seat(words, at, end)


def _from_seat(words: Words, start: int, end: int) -> int:
    """Leave out what a segmenter joins to the word of a level: 据县|农业农村局, 请寄县|新闻中心."""
    text = words.text
    for at in (start + 1, start + 2):
        if at + 1 >= end or text[at] not in "省市县区":
            continue
        joined = any(text[one : at + 1] in dictionary_tags() for one in range(start, at))
        if not joined and words.begins[at + 1] and text[at : at + 2] not in word_list("no_seat"):
            return at
    return start
