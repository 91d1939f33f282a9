"""Where the name of a place begins: 在青溪街道石桥村 → 石桥.

No mark stands before a name. Three things speak for a beginning: the characters (畈 is likely in
a name of a village, 的 is not; the likelihoods are counted over the list of all villages of the
country), what stands before it (a stop, a preposition, the end of another name), and the words
that a segmenter sees. The sum of the logarithms decides, as in a naive Bayes classifier.
"""

from __future__ import annotations

import math
from functools import cache
from typing import NamedTuple

from helpers.extraction.places.candidate import Candidate
from helpers.extraction.places.gazetteer import RESOURCES
from helpers.extraction.places.stops import stops
from helpers.extraction.places.words import Words, is_han
from helpers.language.tsv import read_rows

#: How many characters stand before the level word, as shares of all names of the list.
_LENGTHS = {1: 0.02, 2: 0.66, 3: 0.27, 4: 0.05}
_LENGTH = {n: math.log(share) for n, share in _LENGTHS.items()}
#: The longest name before a level word that is looked for.
LONGEST = max(_LENGTHS)
#: Prepositions, verbs and conjunctions of one character after which a name begins.
_BEFORE = frozenset(
    "在从到自往向至由于与和及跟同、是为的了赴驻住访抵沿经临距离对给让把将被叫进过回去来以有含逛守"
)
#: Those of them that begin hardly a name when they are a word by themselves.
_NEVER_FIRST = frozenset("在从到自往向由于与跟是的了让把将被给及以和有对据")
#: Logarithms of how much likelier a beginning is there.
_STOP, _AFTER_PLACE, _AFTER_WORD = 2.5, 4.0, 1.5
_WORD_BEGINS, _CUTS_WORD, _FUNCTION_WORD = 0.7, -3.0, -4.0
#: What a character that no list has counts for: it is rare, so rather in a name than not.
_UNSEEN = (1.5, 1.5, 1.5)


class Beginning(NamedTuple):
    """Where a name begins, how much likelier a name is than none, whether a mark shows it."""

    start: int
    score: float
    clear: bool


@cache
def _weights() -> dict[str, tuple[float, float, float]]:
    columns = ("character", "first", "middle", "last")
    rows = read_rows(RESOURCES / "name_characters.tsv", columns, key=("character",))
    return {c: (int(a) / 10, int(b) / 10, int(d) / 10) for _, (c, a, b, d) in rows}


def name_score(stem: str) -> float:
    """Return how much likelier characters are as a name than as other text (natural logarithm)."""
    weights = _weights()
    if len(stem) == 1:
        return weights.get(stem, _UNSEEN)[0]
    score = weights.get(stem[0], _UNSEEN)[0] + weights.get(stem[-1], _UNSEEN)[2]
    for character in stem[1:-1]:
        score += weights.get(character, _UNSEEN)[1]
    return score


def find_beginning(words: Words, floor: int, end: int, *, after_place: bool) -> Beginning | None:
    """Find where the name begins whose level word begins at `end`.

    Args:
        words: The text.
        floor: No name begins before it: the end of the name, or the stop, before.
        end: Where the level word begins.
        after_place: Whether the name of another place ends at `floor`.
    """
    text, begins = words.text, words.begins
    weights = [
        _weights().get(character, _UNSEEN) for character in text[max(0, end - LONGEST) : end]
    ]
    weights.reverse()
    last = weights[0][2] if weights else 0.0
    best, best_start, best_clear = -math.inf, -1, False
    for length in range(1, min(LONGEST, end - floor) + 1):
        start = end - length
        first = weights[length - 1][0]
        likely = first if length == 1 else first + last
        for inside in range(length - 2, 0, -1):
            likely += weights[inside][1]
        score = _LENGTH[length] + likely
        clear = True
        if start == floor:
            score += _AFTER_PLACE if after_place else _STOP
        elif text[start - 1] in _BEFORE or (begins[start] and stops(words.word_before(start))):
            score += _AFTER_WORD
        else:
            clear = False
        if begins[start]:
            score += _WORD_BEGINS
            if length > 1 and text[start] in _NEVER_FIRST and begins[start + 1]:
                score += _FUNCTION_WORD
        elif words.cuts(start):
            score += _CUTS_WORD
        if score > best:
            best, best_start, best_clear = score, start, clear
    return Beginning(best_start, best, best_clear) if best_start >= 0 else None


def floor_of(text: str, begin: int, last: Candidate | None) -> tuple[int, bool]:
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
