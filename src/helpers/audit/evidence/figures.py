"""How well figures are found: their place, value and unit, kind and hedge."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Any

from helpers.audit.evidence.key import EvidenceKey, Place
from helpers.audit.evidence.measure import Score, agree
from helpers.extraction.figures.figure import Figure
from helpers.extraction.figures.find import find_figures
from helpers.extraction.figures.units import in_ledger

#: Units of time of day, and the factor between units in which the keys print one amount.
_UNITS = {"点": "时", "时": "时"}
#: What a key calls dates and periods; both are compared by their ISO form.
_TIMES = ("date", "period")


def score_figures(key: EvidenceKey) -> list[Score]:
    """Run the finder on the articles of a key and compare.

    Returns:
        The scores `figures` (place, value and unit), `figures.place` (place alone),
        `figures.kind` and `figures.approx` (of the figures whose place agrees).

        A place agrees when start and end do, with the hedges (近97%) or, as the key's `core`,
        without them. A value agrees when both ends do; a unit when a ledger would name both the
        same (个月 and 月, 角 as tenths of 元). Dates and periods have no unit.
    """
    found = {
        (document.article_id, figure): _places(document.article_id, figure)
        for document in key.documents
        for figure in find_figures(document, key.setting)
    }
    rows = [(row, place) for row in key.rows.get("figures", ()) for place in row["places"]]
    asked = {place: row for row, place in rows}
    cores = {_core(row, place): place for row, place in rows}
    whole: list[Hashable] = []
    places: list[Place] = []
    kinds: list[tuple[Place, str]] = []
    hedges: list[tuple[Place, str | None]] = []
    for (_, figure), (place, core) in found.items():
        there = place
        for candidate in (place, core):
            if candidate in asked:
                there = candidate
                break
            if candidate in cores:
                there = cores[candidate]
                break
        places.append(there)
        whole.append((there, *_value(figure)))
        if there in asked:
            kinds.append((there, figure.kind))
            hedges.append((there, figure.approx))
    seen = {there for there, _ in kinds}
    return [
        agree("figures", whole, [(place, *_asked(row)) for row, place in rows]),
        agree("figures.place", places, asked),
        agree("figures.kind", kinds, [(p, r["kind"]) for r, p in rows if p in seen]),
        agree("figures.approx", hedges, [(p, r.get("approx")) for r, p in rows if p in seen]),
    ]


def _places(article_id: str, figure: Figure) -> tuple[Place, Place]:
    return (
        Place(article_id, figure.field, figure.start, figure.end),
        Place(article_id, figure.field, figure.core_start, figure.core_end),
    )


def _core(row: dict[str, Any], place: Place) -> Place:
    core = row.get("core")
    if not core:
        return place
    return Place(place.article_id, place.field, core["start"], core["end"])


def _value(figure: Figure) -> tuple[Hashable, ...]:
    if figure.kind in _TIMES:
        return (figure.first, figure.last, None)
    unit = _UNITS.get(figure.unit or "", figure.unit)
    return (_round(figure.low), _round(figure.high), unit)


def _asked(row: dict[str, Any]) -> tuple[Hashable, ...]:
    """Read the value of an entry: two ends, and the unit as a ledger names it."""
    value = row["value"]
    ends: Sequence[Any] = value if isinstance(value, list) else [value, value]
    if row["kind"] in _TIMES:
        return (*(None if end is None else str(end) for end in ends), None)
    unit, factor = _named(row.get("unit"))
    return (*(_round(end * factor if end is not None else None) for end in ends), unit)


def _named(unit: str | None) -> tuple[str | None, float]:
    if unit is None:
        return None, 1
    top, slash, each = unit.partition("/")
    name, factor = in_ledger(top)
    name = _UNITS.get(name, name)
    return name + slash + each, factor


def _round(number: float | None) -> float | None:
    return None if number is None else round(float(number), 2)
