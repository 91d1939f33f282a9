"""How well figures are found: their place, value and unit, kind and hedge."""

from __future__ import annotations

import re
from collections.abc import Container, Hashable, Iterable, Sequence
from typing import Any

from helpers.audit.evidence.key import EvidenceKey, Place
from helpers.audit.evidence.measure import Score, agree
from helpers.extraction.figures.figure import Figure
from helpers.extraction.figures.find import find_figures
from helpers.extraction.figures.units import in_ledger

#: Units of time of day, and the factor between units in which the keys print one amount.
_UNITS = {"点": "时", "时": "时"}
#: A time of day as a key writes it.
RE_CLOCK = re.compile(r"(?P<hour>\d{1,2}):(?P<minute>\d\d)")
#: A figure that itself prints what it is for each of: 每斤14元, 6元一斤, 130元/天.
RE_EACH = re.compile(r"每|/|／|元一|一天\d|^\w+一\w+$")
#: What a key calls dates and periods; both are compared by their ISO form.
_TIMES = ("date", "period")


def score_figures(key: EvidenceKey) -> list[Score]:
    """Run the finder on the articles of a key and compare.

    Returns:
        The scores `figures` (place, value and unit), `figures.each` (the same, more strictly),
        `figures.place` (place alone), `figures.kind` and `figures.approx` (of the figures whose
        place agrees).

        A place agrees when the key's span has the figure's core and no more than the figure with
        its hedges and what it is for each of (近97%, 每斤近14元), or the other way about: some
        annotators take the hedge into the span (11月底前, 上午十点半), others do not. A value
        agrees when both ends do; a unit when a ledger would name both the same (个月 and 月, 角 as
        tenths of 元, a half as 50 %). Dates and periods have no unit; a time of day is compared as
        its hour, whether the key writes 19.5 or "19:30".

        What an amount is for each of counts in `figures` only where it is printed in the figure
        (每斤14元). Where the context alone tells it (日均376人次), the keys contradict each other
        (元 beside 户均, 亩/人 beside 人均): there the unit without it is right too. `figures.each`
        makes no such allowance.
    """
    found = [
        (document.article_id, figure)
        for document in key.documents
        for figure in find_figures(document, key.setting)
    ]
    rows = [(row, place) for row in key.rows.get("figures", ()) for place in row["places"]]
    asked = {place: row for row, place in rows}
    by_field: dict[tuple[str, str], list[tuple[Place, Place]]] = {}
    for row, place in rows:
        by_field.setdefault((place.article_id, place.field), []).append((place, _core(row, place)))
    whole: list[tuple[Any, ...]] = []
    places: list[Place] = []
    kinds: list[tuple[Place, str]] = []
    hedges: list[tuple[Place, str | None]] = []
    for article_id, figure in found:
        there = _there(article_id, figure, by_field.get((article_id, figure.field), ()))
        places.append(there)
        whole.append((there, *_value(figure)))
        if there in asked:
            kinds.append((there, figure.kind))
            hedges.append((there, figure.approx))
    seen = {there for there, _ in kinds}
    strict = [(place, *_asked(row)) for row, place in rows]
    implied = {place for row, place in rows if not RE_EACH.search(str(row["text"]))}
    return [
        agree("figures", _plain(whole, implied), _plain(strict, implied)),
        agree("figures.each", whole, strict),
        agree("figures.place", places, asked),
        agree("figures.kind", kinds, [(p, r["kind"]) for r, p in rows if p in seen]),
        agree("figures.approx", hedges, [(p, r.get("approx")) for r, p in rows if p in seen]),
    ]


def _plain(finds: Iterable[tuple[Any, ...]], implied: Container[Place]) -> list[Hashable]:
    """Leave out of the unit what it is for each of, where only the context tells it."""
    return [
        (place, low, high, unit.partition("/")[0] if unit and place in implied else unit)
        for place, low, high, unit in finds
    ]


def _there(article_id: str, figure: Figure, asked: Iterable[tuple[Place, Place]]) -> Place:
    """Return the place of the key that a find agrees with, or the find's own."""
    for place, core in asked:
        if (
            figure.start <= place.start <= figure.core_start
            and figure.core_end <= place.end <= figure.end
        ) or (place.start <= figure.start <= core.start and core.end <= figure.end <= place.end):
            return place
    return Place(article_id, figure.field, figure.start, figure.end)


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
    clock = [RE_CLOCK.fullmatch(str(end)) for end in ends]
    if all(clock):
        hours = [int(c["hour"]) + int(c["minute"]) / 60 for c in clock if c]
        return (*(round(hour, 2) for hour in hours), "时")
    if row["kind"] in _TIMES:
        return (*(None if end is None else str(end) for end in ends), None)
    unit, factor = ("%", 100.0) if row.get("unit") == "比例" else _named(row.get("unit"))
    return (*(_round(end, factor) for end in ends), unit)


def _named(unit: str | None) -> tuple[str | None, float]:
    if unit is None:
        return None, 1
    top, slash, each = unit.partition("/")
    name, factor = in_ledger(top)
    name = _UNITS.get(name, name)
    per = "·".join(in_ledger(part)[0] for part in each.split("·"))
    return name + slash + per, factor


def _round(number: object, factor: float = 1) -> object:
    return round(float(number) * factor, 2) if isinstance(number, int | float) else number
