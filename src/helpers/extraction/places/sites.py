"""Sites and buildings, whose names may hold several words: 石桥村|文化礼堂, A|区块."""

from __future__ import annotations

from helpers.extraction.places.boundary import name_score
from helpers.extraction.places.candidate import Candidate
from helpers.extraction.places.reach import reach_back
from helpers.extraction.places.stops import says
from helpers.extraction.places.word_lists import finder_of, word_list
from helpers.extraction.places.words import Words

#: Lots by letter: A区块.
LOTS = ("区块", "地块")
#: Sites of which a place has one, so that the trade before the word is the name.
_PARKS = frozenset(
    ("产业园", "产业园区", "工业园", "工业园区", "科技园", "物流园", "博物馆", "纪念馆")
)
#: The words of levels that stand for the paper's own places.
_SEATS = frozenset("省市县区州旗镇乡")
#: The longest name of a site, in characters.
_LONGEST_SITE = 12


def with_sites(words: Words, found: list[Candidate]) -> list[Candidate]:
    """Add sites and buildings."""
    text = words.text
    of_place = word_list("site_of_place")
    out: list[Candidate] = []
    at = 0
    for begin, end, word in finder_of("sites").find(text):
        while at < len(found) and found[at].start < end:
            out.append(found[at])
            at += 1
        last = out[-1] if out else None
        if last is not None and last.end > begin:
            continue
        near = last is not None and 0 <= begin - last.end <= _LONGEST_SITE
        if word in of_place and not near and text[begin - 1 : begin] not in _SEATS:
            continue
        candidate = _site(words, begin, end, last)
        if candidate is not None and word in of_place and last is not None:
            candidate = candidate if candidate.start in (last.start, begin - 1) else None
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
    if stem in _SEATS and end - begin > 2:
        # 县填埋场: of the paper's own county.
        return Candidate(start, end, text[start:end], text[start:end], "other")
    if not place and (stem in word_list("generic_site") or _all_generic(words, start, begin)):
        return None
    if not place and (len(stem) < 2 or stem[0] in "各全本该"):
        return None
    one_word = not place and words.before(begin) == start and words.ordinary(start, begin)
    if one_word and name_score(stem) < 2 and text[begin:end] not in _PARKS:
        # 农产品市场, 学生公寓: a name is rarely an ordinary word.
        return None
    if not place and (
        says(words, start, begin) or (text[begin:end].endswith("市场") and name_score(stem) < 2)
    ):
        return None
    name = text[start:end]
    return Candidate(start, end, name, name, "other")


def _all_generic(words: Words, start: int, end: int) -> bool:
    """Say whether all words from `start` to `end` make a kind of site and no name."""
    while start < end:
        stop = words.begins.find(1, start + 1)
        if words.text[start : min(stop, end)] not in word_list("generic_site"):
            return False
        start = stop
    return True
