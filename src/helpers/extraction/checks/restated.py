"""The same figure printed twice: in the headline and the text, roughly and exactly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from helpers.extraction.checks.model import AMOUNTS, Check, Spot, agrees

#: So much may a headline round.
ROUNDED = 0.05


def find_restated(spots: Sequence[Spot]) -> Iterator[Check]:
    """Yield figures of headlines with the figure of the text that they restate."""
    body = [s for s in spots if s.figure.field == "text"]
    seen: set[tuple[str, float, str]] = set()
    for spot in spots:
        figure = spot.figure
        if figure.field != "text" and figure.kind in ("ordinal", "date", "period"):
            same = [s for s in body if _is_named_again(spot, s)]
            if same:
                yield _check(spot, same[0], "consistent")
            continue
        if figure.field == "text" or figure.kind not in AMOUNTS | {"percent"}:
            continue
        key = (figure.field, spot.value, spot.unit)
        if key in seen or spot.value < 2:
            continue
        seen.add(key)
        same = [s for s in body if s.unit == spot.unit and s.figure.kind in AMOUNTS | {"percent"}]
        exact = [s for s in same if s.value == spot.value]
        if exact:
            yield _check(spot, exact[0], "consistent")
            continue
        close = [s for s in same if agrees(spot, s.value) is not None]
        near = [s for s in same if s.value and abs(s.value - spot.value) / s.value <= ROUNDED]
        if close:
            yield _check(spot, close[0], "consistent" if figure.approx else "rounded")
        elif near and spot.value >= 10:
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
    body = [s for s in spots if s.figure.field == "text" and s.figure.kind == "count" and s.plain]
    for place, one in enumerate(body):
        if one.value < 2:
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
    body = [s for s in spots if s.figure.field == "text" and s.figure.kind in AMOUNTS]
    for spot in body:
        if spot.figure.approx not in ("over", "nearly", "about") or spot.value < 10:
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
