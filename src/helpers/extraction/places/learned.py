"""The names that one paper knows: lists, its setting, and what its own articles confirm.

A township or village that is printed once with a clear beginning (after a stop, a preposition or
another name) is known wherever it stands, also by its short form: 柏家山乡 → 柏家山.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cache, cached_property
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from helpers.extraction.document import Document, Setting
from helpers.extraction.places.candidate import Candidate
from helpers.extraction.places.candidates import find_candidates
from helpers.extraction.places.gazetteer import Gazetteer, Known, countries, divisions, provinces
from helpers.extraction.places.word_lists import word_list
from helpers.language.segment import dictionary_tags

#: Levels whose names are also printed without the word of the level: 柏家山乡 → 柏家山.
_SHORTENED = frozenset(("街道", "乡", "镇", "村", "县", "区", "市", "片区", "自然村"))


#: Features that no person is named like, so that one printed name tells them elsewhere.
_SURE = ("片区", "路", "街", "巷", "弄", "大道", "大桥", "公路", "高速", "水库", "隧道", "江", "河")


class Entry(NamedTuple):
    """One pattern that is looked for: what is printed, the place, whether it is the short form."""

    text: str
    place: Known
    short: bool
    listed: bool = False


class Names:
    """All names of places that are looked for as they are; made once for a corpus or issue."""

    def __init__(self, setting: Setting | None = None, gazetteer: Gazetteer | None = None) -> None:
        """Know the lists, the setting and a corpus's own gazetteer, if there is one."""
        self.setting = setting or Setting()
        self.gazetteer = gazetteer or Gazetteer()
        self._learned: dict[str, Known] = {}

    @classmethod
    def learn(
        cls,
        documents: Iterable[Document],
        setting: Setting | None = None,
        gazetteer: Gazetteer | None = None,
    ) -> Names:
        """Read all articles of a corpus or issue for the places that they confirm.

        Args:
            documents: The articles.
            setting: The county of the paper; see `infer_setting`.
            gazetteer: The corpus's own.
        """
        names = cls(setting, gazetteer)
        votes: Counter[tuple[str, str]] = Counter()
        parents: dict[str, Counter[str]] = {}
        for document in documents:
            for text in document.fields.values():
                _count(find_candidates(text, names), votes, parents)
        levels: dict[str, str] = {}
        for (name, level), _ in sorted(votes.items(), key=lambda item: (-item[1], item[0])):
            if not _overlong(name, level, votes):
                levels.setdefault(name, level)
        shorts = {_short(name, level) for name, level in levels.items()}
        names._learned = {
            name: Known(name, level, _most(parents.get(name)), _short(name, level))
            for name, level in levels.items()
            if level != "other" or name not in shorts
        }
        names.__dict__.pop("entries", None)
        names.__dict__.pop("automaton", None)
        return names

    @cached_property
    def entries(self) -> list[Entry]:
        """The patterns, the corpus's own before the country's."""
        found: dict[str, Entry] = {}
        for entry in (*self._own(), *_listed()):
            found.setdefault(entry.text, entry)
        near = self._near()
        return [e for e in found.values() if not e.short or near(e)]

    @cached_property
    def automaton(self) -> AhoCorasick:
        """Finds the longest pattern at each place."""
        patterns = [entry.text for entry in self.entries]
        return AhoCorasick(patterns, matchkind=MatchKind.LeftmostLongest)

    def parent_of(self, name: str, level: str) -> str | None:
        """Return the next larger place, if a list, the setting or another article tells it."""
        if (known := self._learned.get(name)) and known.parent:
            return known.parent
        setting = self.setting
        for place in self.gazetteer.places.get(name, ()):
            return place.parent
        if name == setting.county:
            return setting.city
        if name == setting.city:
            return setting.province
        if level in ("街道", "乡", "镇"):
            return setting.county
        return None

    def is_known(self, name: str) -> bool:
        """Say whether the corpus's gazetteer or an article with a clear beginning has it."""
        return name in self._learned or name in self.gazetteer.places

    def _own(self) -> Iterable[Entry]:
        """Yield what the setting, the gazetteer and the articles know."""
        setting = self.setting
        for name, parent in (
            (setting.county, setting.city),
            (setting.city, setting.province),
            (setting.province, None),
        ):
            if name:
                known = Known(name, level_of(name), parent)
                yield Entry(name, known, False)
                if (short := _stem(name)) and len(short) >= 2:
                    yield Entry(short, known, True)
        for places in self.gazetteer.places.values():
            yield Entry(places[0].name, places[0], False)
            if short := _short(places[0].name, places[0].level):
                yield Entry(short, places[0], True)
        for known in self._learned.values():
            yield Entry(known.name, known, False)
            if known.short:
                yield Entry(known.short, known, True)

    def _near(self) -> Callable[[Entry], bool]:
        """Return the test whether a short form is looked for.

        Those of provinces and prefectures always are; those of counties where the county is of
        the paper's own prefecture, as so many are ordinary words.
        """
        own = {entry.text for entry in self._own()}
        city = self.setting.city

        def near(entry: Entry) -> bool:
            place = entry.place
            if entry.text in own or place.level == "省":
                return True
            return (place.parent in provinces()) or bool(city and place.parent == city)

        return near


@cache
def _listed() -> tuple[Entry, ...]:
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


def level_of(name: str) -> str:
    """Return the level of a division by the last character of its name."""
    last = name[-1]
    if last in "省市县区":
        return "省" if name.endswith("自治区") else last
    return {"州": "市", "盟": "市", "旗": "县"}.get(last, "other")


def _stem(name: str) -> str | None:
    """Return a name of a division without the word of its level."""
    for places in divisions().places.get(name, ()):
        if places.short:
            return places.short
    return name[:-1] if name[-1] in "省市县区旗州盟" else None


def _short(name: str, level: str) -> str | None:
    """Return the short form of a place that the paper knows, unless it is an ordinary word."""
    if level == "other" and name.endswith("片区"):
        level = "片区"
    if level not in _SHORTENED:
        return None
    stem = name[: -len(level)] if name.endswith(level) else name[:-1]
    tag = dictionary_tags().get(stem)
    if len(stem) < 2 or (tag is not None and tag != "ns"):
        return None
    return stem


def _count(
    candidates: Sequence[Candidate],
    votes: Counter[tuple[str, str]],
    parents: dict[str, Counter[str]],
) -> None:
    """Count the confirmed names of a text, and which place stood directly before each."""
    for before, one in zip([None, *candidates], candidates, strict=False):
        if one.level in ("国", "省", "市") or not one.clear:
            continue
        if one.level == "other" and not one.name.endswith(_SURE):
            continue
        votes[one.canonical, one.level] += 1
        if before is not None and before.end == one.start and _larger(before.level, one.level):
            parents.setdefault(one.canonical, Counter())[before.canonical] += 1


def _overlong(name: str, level: str, votes: Counter[tuple[str, str]]) -> bool:
    """Say whether a name has a word too many before one that is printed oftener: 光|柳风苑."""
    count = votes[name, level]
    return any(votes[name[cut:], level] > count for cut in (1, 2) if len(name) - cut >= 3)


def _larger(one: str, other: str) -> bool:
    """Say whether places of one level hold places of another."""
    from helpers.extraction.places.levels import LEVELS

    return LEVELS.index(one) < LEVELS.index(other)


def _most(counts: Counter[str] | None) -> str | None:
    return min(counts, key=lambda name: (-counts[name], name)) if counts else None
