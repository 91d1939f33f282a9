"""What the finders of places and organisations return."""

from __future__ import annotations

from typing import NamedTuple


class PlaceName(NamedTuple):
    """One place as it stands in a field of an article.

    `canonical` is its full name (我区 → 青溪区), as printed where nothing more is known. `level` is
    one of `levels.LEVELS`. `parent` is the next larger place, if the text, the setting or a
    gazetteer tells it. `deictic`: a short form that only the paper's county explains. `nested`:
    inside a longer name of a place or organisation.
    """

    field: str
    start: int
    end: int
    text: str
    canonical: str
    level: str
    parent: str | None = None
    deictic: bool = False
    nested: bool = False


class Organisation(NamedTuple):
    """One organisation as it stands in a field of an article.

    `kind` is one of `organisation_words.KINDS`; `place` the place that it belongs to. `deictic`
    and `nested` as in `PlaceName`.
    """

    field: str
    start: int
    end: int
    text: str
    canonical: str
    kind: str
    place: str | None = None
    deictic: bool = False
    nested: bool = False
