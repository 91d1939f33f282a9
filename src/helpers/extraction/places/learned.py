"""The names that one paper knows: lists, its setting, and what its own articles confirm.

A township or village that is printed once with a clear beginning (after a stop, a preposition or
another name) is known wherever it stands, also by its short form: 柏家山乡 → 柏家山.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from helpers.dictionary import dictionary_tags
from helpers.extraction.document import Document, Setting
from helpers.extraction.places.candidate import Candidate
from helpers.extraction.places.candidates import find_candidates
from helpers.extraction.places.gazetteer import Gazetteer, Known, divisions
from helpers.extraction.places.levels import ZONES
from helpers.extraction.places.listed import Entry, Listed, Match, Matches, listed, merged

#: Levels whose names are also printed without the word of the level: 柏家山乡 → 柏家山.
_SHORTENED = frozenset(("街道", "乡", "镇", "村", "县", "区", "市", "片区", "自然村"))


#: Features that no person is named like, so that one printed name tells them elsewhere.
_SURE = ("片区", "路", "街", "巷", "弄", "大道", "大桥", "公路", "高速", "水库", "隧道", "江", "河")


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
        names.__dict__.pop("_lookup", None)
        return names

    @cached_property
    def _lookup(self) -> tuple[Listed, Listed]:
        """What finds the names of the lists, and what finds the corpus's own."""
        own: dict[str, Entry] = {}
        for entry in self._own():
            own.setdefault(entry.text, entry)
        return listed(self.setting.city), Listed(tuple(own.values()))

    def matches(self, text: str, held: dict[str | None, Matches]) -> Iterator[Match]:
        """Yield each name in a text that is looked for as it is, the longest at each place.

        Args:
            text: The text.
            held: What the lists have in it, by the city that they are read for: it is found once.
        """
        country, own = self._lookup
        city = self.setting.city
        there = held.get(city)
        if there is None:
            there = held[city] = country.matches(text)
        return merged(text, country, there, own)

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
    for zone in ZONES:
        if name.endswith(zone) and len(name) - len(zone) >= 2:
            return name.removesuffix(zone)
    return name[:-1] if name[-1] in "省市县区旗州盟" else None


def _short(name: str, level: str) -> str | None:
    """Return the short form of a place that the paper knows, unless it is an ordinary word."""
    if level == "other" and name.endswith("片区"):
        level = "片区"
    if level == "小区" and name.endswith(level) and len(name) > 4:
        # 槐荫里小区 → 槐荫里; two characters would be too many other words.
        return name.removesuffix(level)
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
