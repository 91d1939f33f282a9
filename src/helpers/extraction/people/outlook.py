"""Whether a surname has any prospect of beginning a name, said without the dear expressions.

Of twenty surnames in a text one begins a name. What speaks for the others can be bounded from
above by looking at a few characters, and where the bound is below what a name needs, nobody need
weigh it (`weighing`). The bounds are sums of the most that each part of the weight can be.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from helpers.extraction.people.names import is_weak, is_word, likeness, may_be_given
from helpers.extraction.people.weighing import (
    AGE_BEGINS,
    BEFORE_AGE,
    BEFORE_HOME,
    BOUNDARY,
    CLAIMING,
    SAYS,
)
from helpers.extraction.scan import any_character
from helpers.extraction.voices.verbs import LONG, SHORT
from helpers.extraction.word_trees import one_of

#: The least evidence that makes a name, see `weighing`.
ENOUGH = 3.0
#: What a place in a list with a sure name adds, and being printed more than once.
LISTED, AGAIN = 2.0, 1.0
#: From this likeness on, three characters are hardly anything but a name.
LIKELY = 1.0
#: Sums of fractions are rough: this is more than their error.
_ROUGH = 1e-6
#: The most that the fit of the text behind a name adds, and all that stands there.
_FITS, MOST_BEHIND = 0.5, 4.5
#: How far behind a name a verb of saying is looked for.
_NEAR = 13


def enough(name: str, *, office: bool) -> float:
    """Say how much evidence a name needs: less where it is hardly anything but a name."""
    if len(name) == 2:
        return ENOUGH - 0.25 if office and not is_weak(name) else ENOUGH
    like = likeness(name)
    if like >= LIKELY and not is_weak(name) and not is_word(name):
        return ENOUGH - 1
    return ENOUGH - 0.75 if office and like > -0.75 else ENOUGH


@lru_cache(maxsize=100_000)
def promise(name: str) -> float:
    """Say how much a name has by itself, at the most, over what it needs."""
    weight = likeness(name) + _FITS + LISTED
    if is_word(name):
        weight -= 3
    else:
        weight += AGAIN if len(name) > 2 else 0.0
        if is_weak(name):
            weight -= 0.5 if len(name) > 2 else 1.0
    return weight - enough(name, office=True) + _ROUGH


@lru_cache(maxsize=200_000)
def best_promise(three: str) -> float:
    """Say how much the more promising of the names has that three characters begin with."""
    best = promise(three[:2])
    if len(three) > 2 and may_be_given(three[2]):
        best = max(best, promise(three))
    return best


@cache
def _verbs() -> re.Pattern[str]:
    """Return what finds where a verb of saying may begin: the first two characters of long ones."""
    starts = {verb[:2] for verb in LONG}
    firsts = {start[0] for start in starts} | set(SHORT)
    return re.compile(
        f"{any_character(firsts)}(?:(?<={any_character(SHORT)})|(?<=(?={one_of(sorted(starts))}).))"
    )


class Prospects:
    """Bounds on what stands behind names in one text."""

    __slots__ = ("_text", "_verbs")

    def __init__(self, text: str) -> None:
        """Mark where somebody may say something."""
        self._text = text
        self._verbs = bytearray(len(text) + 1)
        for verb in _verbs().finditer(text):
            self._verbs[verb.start()] = 1

    def any_at(self, start: int, left: float) -> bool:
        """Say whether a name that begins with the one character of a surname can have enough.

        Args:
            start: Where it begins; the character behind it may belong to a given name.
            left: The most that what stands before it weighs.
        """
        name = self._text[start : start + 3]
        # One look for both names tells nearly all of those that cannot have enough.
        best = best_promise(name) + left
        if best >= 0 or best < -MOST_BEHIND:
            return best >= 0
        hope = promise(name[:2]) + left
        if hope >= 0 or (hope >= -MOST_BEHIND and hope + self.behind(start + 2) >= 0):
            return True
        if len(name) < 3 or not may_be_given(name[2]):
            return False
        hope = promise(name) + left
        return hope >= 0 or (hope >= -MOST_BEHIND and hope + self.behind(start + 3) >= 0)

    def behind(self, end: int) -> float:
        """Say how much what stands behind a name can weigh."""
        after = self._text[end : end + 2]
        first = after[:1]
        if first in BOUNDARY:
            weight = 0.0
        else:
            verb = self._verbs.find(1, end, end + _NEAR)
            weight = 0.0 if verb < 0 else SAYS if verb == end else SAYS / 2
        if first in CLAIMING:
            return weight + 1.5
        if first in BEFORE_HOME:
            return weight + 0.75
        if first in BEFORE_AGE and (
            first.isdigit() or after[1:] in AGE_BEGINS or after[1:].isdigit()
        ):
            return weight + 2.5
        return weight
