"""Places that stand in a text: known names, and names that only the word of their level betrays."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from helpers.dictionary import dictionary_tags
from helpers.extraction.places.administrative import with_divisions
from helpers.extraction.places.candidate import Candidate
from helpers.extraction.places.features import with_features
from helpers.extraction.places.series import with_last, with_series
from helpers.extraction.places.sites import with_sites
from helpers.extraction.places.stops import stops
from helpers.extraction.places.words import Words, is_han, words_of

if TYPE_CHECKING:
    from helpers.extraction.places.learned import Names

#: Characters that stand before the short name of a place without belonging to it: 新清溪.
_BEFORE_SHORT = frozenset("新老大美爱游")
#: What makes the name of a kind of plant or animal of a place's short name: 浙江楠.
_SPECIES = frozenset("楠栎松柏杉槐柳竹兰菊蒿猴虎鹿龟蛇蛙鲵榆")


def find_candidates(text: str, names: Names, words: Words | None = None) -> Sequence[Candidate]:
    """Find the places of a text, sorted, none of them overlapping another.

    Args:
        text: The plain reading of a field.
        names: What is known.
        words: The words of the text, if they have been cut already.
    """
    words = words if words is not None else words_of(text)
    known = _known(text, names, words)
    # A corpus is read up to three times, and each time most texts show the same known names.
    if words.read is None or words.read[0] != known:
        found = with_divisions(words, known)
        found = with_series(words, found)
        found = with_last(words, with_features(words, found))
        words.read = known, with_sites(words, found)
    return words.read[1]


def _known(text: str, names: Names, words: Words) -> list[Candidate]:
    """Find the names that are known as they are."""
    found: list[Candidate] = []
    for entry, start, end in names.matches(text, words.listed):
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
                entry.listed,
            )
        )
    return found


def _hangs(words: Words, start: int, found: list[Candidate]) -> bool:
    """Say whether a short name is the rest of a longer unknown one: 云|柏山."""
    text = words.text
    if start == 0 or not is_han(text[start - 1]) or (found and found[-1].end == start):
        return False
    if text[start] in "镇乡村" and not stops(words.word_before(start)):
        # 下渡|镇江|湾: the first character is the word of a level before.
        return True
    if text[start - 1] in _BEFORE_SHORT:
        return False
    if not words.begins[start]:
        return True
    word = words.word_before(start)
    if len(word) > 1 or stops(word):
        return False
    # 读|清溪: a verb is no part of a name.
    return not dictionary_tags().get(word, "").startswith("v")
