"""Known places: the divisions of China down to the county, countries, a corpus's own list.

A corpus's own gazetteer is a TSV beside its corpus.toml with the columns name, level, parent:

    name	level	parent
    青溪街道	街道	青溪区
    石桥村	村	青溪街道

`parent` may be empty. It helps with names that no rule can bound; nothing needs it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import NamedTuple

from helpers.extraction.places.levels import LEVELS
from helpers.language.tsv import one_of, read_rows

#: The lists that come with the project.
RESOURCES = Path(__file__).resolve().parent / "resources"
#: The columns of a corpus's own gazetteer.
COLUMNS = ("name", "level", "parent")


class Known(NamedTuple):
    """A place that a list knows: its full name, level and parent; `short` its short form."""

    name: str
    level: str
    parent: str | None = None
    short: str | None = None


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Places by name; a name that several places have keeps all of them, in the order given."""

    places: Mapping[str, tuple[Known, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, places: Iterable[Known]) -> Gazetteer:
        """Make a gazetteer of places."""
        by_name: dict[str, tuple[Known, ...]] = {}
        for place in places:
            by_name[place.name] = (*by_name.get(place.name, ()), place)
        return cls(by_name)


def read_gazetteer(path: Path) -> Gazetteer:
    """Read a corpus's own gazetteer.

    Args:
        path: A UTF-8 file with the columns of `COLUMNS`; lines that begin with # are comments.

    Raises:
        InputError: The file or a line of it cannot be read; it names the line and the remedy.
    """
    places = []
    for line, (name, level, parent) in read_rows(path, COLUMNS, key=("name", "level")):
        one_of(level, LEVELS, what="level of places", file=path, line=line)
        places.append(Known(name, level, parent or None))
    return Gazetteer.of(places)


@cache
def divisions() -> Gazetteer:
    """Read the divisions of China, 1980 to 2023, from province to county."""
    rows = read_rows(
        RESOURCES / "divisions.tsv",
        ("name", "level", "parent", "short"),
        key=("name", "level", "parent"),
    )
    return Gazetteer.of(Known(n, lv, p or None, s or None) for _, (n, lv, p, s) in rows)


@cache
def countries() -> frozenset[str]:
    """Read the Chinese names of the countries."""
    rows = read_rows(RESOURCES / "countries.tsv", ("name",), key=("name",))
    return frozenset(name for _, (name,) in rows)


@cache
def provinces() -> Mapping[str, str]:
    """Return the provinces, full and short name → full name."""
    found = {}
    for name, places in divisions().places.items():
        for place in places:
            if place.level == "省":
                found[name] = name
                found[place.short or name] = name
    return found
