"""A check, and the figures of an article as checks look at them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from helpers.extraction.figures.figure import Figure, Kind

Verdict = Literal["consistent", "rounded", "incomplete", "inconsistent"]
#: Kinds of figures that can be reckoned with.
AMOUNTS = frozenset({"count", "area", "money", "duration", "other"})
RE_DIGITS = re.compile(r"\d+(?:[,，]\d{3})*(?:\.(?P<places>\d+))?")
RE_SENTENCE = re.compile(r"[。！？\n]")


class Check(NamedTuple):
    """A statement whose arithmetic was done again.

    `figures` are those that it relates, the stated one first; `statement` is the calculation with
    printed figures; `kind` names what was done: ratio, sum, difference, product, restated, listed,
    shares, dates, across.
    """

    kind: str
    figures: tuple[Figure, ...]
    statement: str
    computed: str
    stated: str
    verdict: Verdict


class Spot(NamedTuple):
    """A figure with the number of its sentence and paragraph, counted through the article.

    What the checks ask of every figure many times over is read off it once: `kind` and `field`;
    `value`, the number (not a number for dates); `unit`, empty if there is none; `measure`, the
    unit without what a rate is for (毫克/升 => 毫克); `plain`, whether it is printed without hedge
    or range; `amount`, whether it can be reckoned with.
    """

    figure: Figure
    sentence: int
    paragraph: int
    kind: Kind
    field: str
    value: float
    unit: str
    measure: str
    plain: bool
    amount: bool


_NO_NUMBER = float("nan")


def spot_of(figure: Figure, sentence: int, paragraph: int) -> Spot:
    """Read off a figure once what checks ask of it."""
    kind, value, unit = figure.kind, figure.value, figure.unit or ""
    return Spot(
        figure,
        sentence,
        paragraph,
        kind,
        figure.field,
        _NO_NUMBER if value is None else value,
        unit,
        unit.partition("/")[0],
        figure.approx is None and figure.low == figure.high,
        kind in AMOUNTS,
    )


def spots(fields: dict[str, str], figures: Sequence[Figure]) -> list[Spot]:
    """Number the sentences and paragraphs of an article and place its figures in them."""
    out: list[Spot] = []
    sentences = paragraphs = 0
    for field, text in fields.items():
        ends = [m.end() for m in RE_SENTENCE.finditer(text)]
        # A line feed ends a sentence too.
        lines = [end - 1 for end in ends if text[end - 1] == "\n"]
        for figure in figures:
            if figure.field == field:
                sentence = sentences + bisect_right(ends, figure.start)
                paragraph = paragraphs + bisect_right(lines, figure.start)
                out.append(spot_of(figure, sentence, paragraph))
        sentences += len(ends) + 1
        paragraphs += len(lines) + 1
    return out


@lru_cache(maxsize=10_000)
def decimals(text: str) -> int:
    """Count the decimals that a figure is printed with: 94.9% => 1, 3成 => 0."""
    match = RE_DIGITS.search(text)
    return len(match["places"] or "") if match is not None else 0


def number(value: float) -> str:
    """Write a number of a calculation: at most four decimals, none that say nothing."""
    return f"{value:,.4f}".rstrip("0").rstrip(".")


def agrees(stated: Spot, computed: float, *, scale: float = 1.0) -> Verdict | None:
    """Judge a computed value by a stated one, with its hedge and the digits it is printed with.

    Args:
        stated: The stated figure.
        computed: What was computed, in the unit of the figure's `value`.
        scale: What the last printed digit counts for (10,000 of 5.2万).

    Returns:
        'consistent' within rounding or as hedged, 'rounded' if digits were cut off, else None.
    """
    value, approx = stated.value, stated.figure.approx
    if value == 0:
        return "consistent" if computed == 0 else None
    step = scale * 10.0 ** -decimals(stated.figure.text)
    slack = 1e-9 * max(1.0, abs(value))
    if abs(computed - value) <= step / 2 + slack:
        return "consistent"
    far = abs(computed - value) / abs(value)
    if approx == "nearly" and computed < value and far <= 0.1:
        return "consistent"
    if approx == "under" and computed < value and far <= 0.25:
        return "consistent"
    if approx in ("over", "at_least") and computed > value and far <= 0.25:
        return "consistent"
    if approx == "about" and far <= 0.1:
        return "consistent"
    # Digits cut off: 96.97 printed as 96.
    return "rounded" if 0 < computed - value < step else None
