"""Where a name of several words begins: 走进|青溪县第三小学."""

from __future__ import annotations

import re

from helpers.dictionary import dictionary_tags
from helpers.extraction.places.candidate import Candidate
from helpers.extraction.places.stops import only_inside, stops, stops_hard
from helpers.extraction.places.word_lists import word_list
from helpers.extraction.places.words import Words, is_han

#: Words of one character that a segmenter joins to the word of a level after them.
_PREPOSITIONS = frozenset("和与及由据为经报在对向从到请找被把将让给")
#: Parts of speech of numerals, measures, pronouns and times in jieba's dictionary.
_COUNTS = frozenset("mqrt")
#: A character of grammar in what a segmenter takes for one word.
RE_GRAMMAR = re.compile(r".{0,6}[由被把于的了将](?=.)")
#: How far before a doubtful word a place may stand, in characters: 清州市出|入境….
_NEAR = 4
#: The words of levels that stand for the paper's own places at the beginning of a name.
_SEATS = frozenset(("省", "市", "县", "区", "州", "旗", "镇", "乡", "街道", "村"))


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
                if at != place_end:
                    break
                continue
        if stops(word):
            if _place_near(text, at, start, place_end) and last is not None:
                return last.start
            if start and at - start == 1 and text[start - 1] in _SEATS and not stops_hard(word):
                # 县|再|就业服务中心
                at = start - 1
            break
        if (
            at - start in (2, 3)
            and word[-1] in "省市县区旗"
            and (word[0] in _PREPOSITIONS or word not in dictionary_tags())
        ):
            # 由县|劳动局, cut so by the segmenter.
            return at - 1
        at = start
        if word in _SEATS and (last is None or at != place_end):
            # 这是|区政府, 据|县水利局: the word of a level without a name begins the name.
            break
    while at < end:
        stop = words.begins.find(1, at + 1)
        if stop >= end or not only_inside(text[at:stop]):
            break
        at = stop
    if at and at + 1 < end and text[at - 1].isdigit() and text[at] in "家处个座所条名间片块台只":
        at += 1
    return _from_seat(words, at, end)


def _place_near(text: str, at: int, start: int, place_end: int) -> bool:
    """Say whether a place stands so near that a doubtful word between is part of the name."""
    if not 0 <= at - place_end <= _NEAR or stops_hard(text[start:at]):
        return False
    word = text[start:at]
    if len(word) > 1 and (
        word in word_list("stop") or dictionary_tags().get(word, "")[:1] in _COUNTS
    ):
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


def _from_seat(words: Words, start: int, end: int) -> int:
    """Leave out what a segmenter joins to the word of a level: 据县|农业农村局, 请寄县|新闻中心."""
    text = words.text
    for at in (start + 1, start + 2):
        if at + 1 >= end or text[at] not in "省市县区旗":
            continue
        joined = any(text[one : at + 1] in dictionary_tags() for one in range(start, at))
        if not joined and words.begins[at + 1] and text[at : at + 2] not in word_list("no_seat"):
            return at
    return start
