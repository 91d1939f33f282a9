"""Names that are looked for as they are: those of the lists, and with them a corpus's own.

The lists are read for a city, as the short forms of its own counties are looked for and those of
all others are not. An automaton of them is dear to make and slow to run, so it is made once for a
city and run once over a text; what a corpus knows besides is found by a small one of its own, and
the finds of both are made into what one automaton of all names would find.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from helpers.dictionary import dictionary_tags
from helpers.extraction.places.gazetteer import Known, countries, divisions, provinces
from helpers.extraction.places.word_lists import word_list

#: Where names stand in a text: (index of the entry, start, end), the longest at each place.
Matches = Sequence[tuple[int, int, int]]


class Entry(NamedTuple):
    """One pattern that is looked for: what is printed, the place, whether it is the short form."""

    text: str
    place: Known
    short: bool
    listed: bool = False


#: A name in a text with its start and end.
Match = tuple[Entry, int, int]


class Listed:
    """Some names and what finds them."""

    __slots__ = ("_automaton", "entries")

    def __init__(self, entries: Sequence[Entry]) -> None:
        """Make the automaton; no two entries may have one text."""
        self.entries = entries
        patterns = [entry.text for entry in entries]
        self._automaton = AhoCorasick(patterns, matchkind=MatchKind.LeftmostLongest)

    def matches(self, text: str) -> Matches:
        """Find the longest name at each place, from left to right."""
        return self._automaton.find_matches_as_indexes(text) if self.entries else []


@lru_cache(maxsize=16)
def listed(city: str | None) -> Listed:
    """Return the names of the lists for a paper of a city.

    The short forms of provinces and prefectures always are among them; those of counties where
    the county is of the city, as so many are ordinary words.
    """
    found: dict[str, Entry] = {}
    for entry in _country():
        found.setdefault(entry.text, entry)
    return Listed([e for e in found.values() if not e.short or _is_near(e.place, city)])


def _is_near(place: Known, city: str | None) -> bool:
    return place.level == "省" or place.parent in provinces() or bool(city and place.parent == city)


def merged(text: str, country: Listed, there: Matches, own: Listed) -> Iterator[Match]:
    """Yield what one automaton of two sets of names would find.

    Args:
        text: The text.
        country: The names of the lists.
        there: Their finds in the text.
        own: The names of the corpus, which go before those of the lists.
    """
    here = own.matches(text)
    if not here:
        for index, start, end in there:
            yield country.entries[index], start, end
        return
    one, two = _From(text, country, there), _From(text, own, here)
    at = 0
    while True:
        listed, known = one.first(at), two.first(at)
        if known is not None and (
            listed is None or (known[1], -known[2]) <= (listed[1], -listed[2])
        ):
            found = own.entries[known[0]], known[1], known[2]
        elif listed is not None:
            found = country.entries[listed[0]], listed[1], listed[2]
        else:
            return
        yield found
        at = found[2]


class _From:
    """The finds of one set of names in a text, read from left to right."""

    __slots__ = ("_names", "_next", "_shift", "_text", "_there")

    def __init__(self, text: str, names: Listed, there: Matches) -> None:
        self._text, self._names, self._there = text, names, there
        self._next = self._shift = 0

    def first(self, at: int) -> tuple[int, int, int] | None:
        """Return the first find from an offset on that is not less than those asked before."""
        while self._next < len(self._there):
            index, start, end = self._there[self._next]
            start, end = start + self._shift, end + self._shift
            if start >= at:
                return index, start, end
            self._next += 1
            if end > at:
                # It lay across the end of a longer one, and may have hidden what begins there.
                self._there = self._names.matches(self._text[at:])
                self._next, self._shift = 0, at
        return None


@cache
def _country() -> tuple[Entry, ...]:
    """Return the patterns of the lists: all full names, then the short forms."""
    full, short = [], []
    for name in sorted(word_list("region")):
        full.append(Entry(name, Known(name, "other"), False))
    for name in sorted(countries()):
        full.append(Entry(name, Known(name, "国"), False))
    for places in divisions().places.values():
        place = places[-1] if len(places) == 1 else Known(places[0].name, places[0].level)
        # 会同|县: the stem of a county far away can be an ordinary word.
        tag = dictionary_tags().get(place.name[:-1], "ns")
        if len(place.name) > 2 and (
            place.level in ("省", "市") or tag.startswith(("ns", "nr", "nz"))
        ):
            full.append(Entry(place.name, place, False))
        for one in places:
            if one.short:
                short.append(Entry(one.short, one, True, True))
    # The short form of a prefecture before that of a county of the same name.
    short.sort(key=lambda e: (e.place.level != "省", e.place.parent not in provinces()))
    return (*full, *short)
