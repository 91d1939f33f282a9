"""The same figure printed twice: in the headline and the text, roughly and exactly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from helpers.extraction.checks.model import Check, Spot, agrees

#: So much may a headline round.
ROUNDED = 0.05
#: Smaller figures come again by chance.
EXACT = 50
#: And so do larger ones where more figures have the same unit.
FEW = 20
#: Smaller numbers are printed again by chance; smaller ones than `ROUND` are not rounded.
LEAST, ROUND = 2, 10
#: Hedges of a number that another may say exactly.
HEDGED = ("over", "nearly", "about")


def find_restated(spots: Sequence[Spot]) -> Iterator[Check]:
    """Yield figures of headlines with the figure of the text that they restate."""
    headed = [s for s in spots if s.field != "text"]
    if not headed:
        return
    body = [s for s in spots if s.field == "text"]
    seen: set[tuple[str, float, str]] = set()
    for spot in headed:
        figure = spot.figure
        if figure.kind in ("ordinal", "date", "period"):
            same = [s for s in body if _is_named_again(spot, s)]
            if same:
                yield _check(spot, same[0], "consistent")
            continue
        if not (spot.amount or spot.kind == "percent"):
            continue
        key = (figure.field, spot.value, spot.unit)
        if key in seen or spot.value < LEAST:
            continue
        seen.add(key)
        same = [s for s in body if s.unit == spot.unit and (s.amount or s.kind == "percent")]
        exact = [s for s in same if s.value == spot.value]
        if exact:
            yield _check(spot, exact[0], "consistent")
            continue
        close = [s for s in same if agrees(spot, s.value) is not None]
        near = [s for s in same if s.value and abs(s.value - spot.value) / s.value <= ROUNDED]
        if close:
            yield _check(spot, close[0], "consistent" if figure.approx else "rounded")
        elif near and spot.value >= ROUND:
            yield _check(spot, min(near, key=lambda s: abs(s.value - spot.value)), "rounded")


def _is_named_again(spot: Spot, other: Spot) -> bool:
    """Say whether an ordinal or date stands in the text as it does in the headline."""
    one, two = spot.figure, other.figure
    return one.kind == two.kind and (one.first, one.last, one.value, one.unit) == (
        two.first,
        two.last,
        two.value,
        two.unit,
    )


def find_again(spots: Sequence[Spot]) -> Iterator[Check]:
    """Yield counts of the text that are printed again of the same things: 7户菜农, 7户种菜农户."""
    body = [s for s in spots if s.field == "text" and s.kind == "count" and s.plain]
    printed = Counter((s.value, s.unit) for s in body)
    for place, one in enumerate(body):
        if one.value < LEAST or printed[one.value, one.unit] == 1:
            continue
        for other in body[place + 1 : place + 20]:
            same = (one.value, one.unit) == (other.value, other.unit)
            if same and one.sentence != other.sentence and _of_same(one, other):
                yield _check(other, one, "consistent")
                break


def _of_same(one: Spot, other: Spot) -> bool:
    """Say whether two figures count things that share two characters in a row."""
    first, second = one.figure.of or "", other.figure.of or ""
    return any(first[i : i + 2] in second for i in range(len(first) - 1))


def find_roughly(spots: Sequence[Spot]) -> Iterator[Check]:
    """Yield hedged figures with the exact one that the same text prints: 104余亩, 104.34亩."""
    body = [s for s in spots if s.field == "text" and s.amount]
    for spot in body:
        if spot.plain or spot.value < ROUND or spot.figure.approx not in HEDGED:
            continue
        close = [
            other
            for other in body
            if other.plain
            and other.unit == spot.unit
            and agrees(spot, other.value) is not None
            and abs(other.value - spot.value) / spot.value <= ROUNDED
        ]
        if close:
            yield _check(spot, close[0], "consistent")


def find_exact(spots: Sequence[Spot]) -> Iterator[Check]:
    """Yield figures with so many digits that the same one, printed again, must tell the same."""
    body = [spot for spot in spots if spot.field == "text" and spot.amount]
    units = Counter(spot.unit for spot in body)
    first: dict[tuple[float, str], Spot] = {}
    for spot in body:
        if spot.value < EXACT or units[spot.unit] > FEW:
            continue
        before = first.setdefault((spot.value, spot.unit), spot)
        telling = len(f"{spot.value:.0f}".rstrip("0")) > 1
        if telling and before.sentence != spot.sentence:
            yield _check(spot, before, "consistent")


def _check(spot: Spot, other: Spot, verdict: str) -> Check:
    same = spot.value == other.value or spot.figure.text == other.figure.text
    sign = "=" if verdict == "consistent" and same else "≈"
    return Check(
        "restated",
        (spot.figure, other.figure),
        f"{spot.figure.text} {sign} {other.figure.text}",
        other.figure.text,
        spot.figure.text,
        "consistent" if verdict == "consistent" else "rounded",
    )
