"""Word clouds of several selections side by side, on one scale of sizes.

`wordcloud` sizes each cloud by its own heaviest word and shrinks what does not fit, so the same
size would mean different weights in two clouds. Here size follows weight alone, and a word without
room is left out and counted. Words lie on a spiral from the middle, after Wordle (Feinberg 2010).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import cos, pi, sin, sqrt
from typing import TYPE_CHECKING

import pandas as pd

from helpers.charts import style
from helpers.charts.fonts import measure, printable
from helpers.charts.rows import text_height
from helpers.charts.sheet import Sheet, open_sheet, require
from helpers.charts.wrapping import wrap
from helpers.errors import InputError

if TYPE_CHECKING:
    from matplotlib.axes import Axes

#: Clouds that have room side by side.
MOST_CLOUDS = 4
#: Sizes of type, in points; the smallest can still be read in print.
_LARGEST, _SMALLEST = 34.0, 6.5
_GAP, _BETWEEN = 0.05, 0.3
#: Steps along the spiral: its angle, and how far it widens in a full turn, in inches.
_ANGLE, _TURN, _STEPS = 0.35, 0.09, 900
_WORDS = {
    "warning": (
        "字号只示轻重，不足以证明数量，数字见表",
        "sizes are a rough guide and no evidence of quantity: see the table",
    ),
    "scale": ("各图字号同一尺度", "one scale of sizes for all"),
    "cut": ("另有{n}个词未画出", "{n} more words not drawn"),
}
Box = tuple[float, float, float, float]
Place = tuple[str, float, float, float]


def comparison_clouds(
    data: pd.DataFrame,
    *,
    group: str = "group",
    term: str = "term",
    weight: str = "per_10k",
    groups: Sequence[str] | None = None,
    most: int = 50,
    height: float = 2.9,
    title: str | None = None,
    subtitle: str | None = None,
    source: str | None = None,
    language: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw a cloud for each selection; the area of a word's type follows its weight in all alike.

    Args:
        data: One row for each term of each selection; equal pairs are added up.
        group: Column of selections.
        term: Column of terms.
        weight: Column of weights that can be compared between selections: a rate, not a count.
        groups: The selections from the left, four at most; as they come when not given.
        most: The most terms drawn of each.
        height: Height of the clouds, in inches.
        title: What the chart shows.
        subtitle: Measure, unit, period.
        source: Where the figures come from.
        language: 'zh' or 'en'; that of the style when not given.
        ax: The Axes to draw on; a figure of its own when not given.

    Returns:
        The Axes; each term is a text with gid `term`, each selection's name one with `selection`.

    Raises:
        InputError: A column is not there, or there are more than four selections.
    """
    require(data, group, term, weight)
    sheet = open_sheet(ax, language=language)
    shown = data[(data[weight] > 0) & (data[term].astype(str).str.strip() != "")]
    names = list(groups) if groups is not None else shown[group].drop_duplicates().tolist()
    if len(names) > MOST_CLOUDS:
        raise InputError(
            f"{len(names)} clouds have no room", remedy=f"compare {MOST_CLOUDS} or fewer"
        )
    shown = shown[shown[group].isin(names)]
    if shown.empty:
        return sheet.no_data(title=title, subtitle=subtitle, source=source)
    wide = (sheet.inner - _BETWEEN * (len(names) - 1)) / len(names)
    if not sheet.owned:
        taken = text_height(sheet, title, subtitle, (source or "") + "·" * 60)
        height = max(sheet.height - taken - 0.5, 0.5)
    weights = [_weights(shown[shown[group] == name], term, weight) for name in names]
    scale = _scale(weights, wide)
    placed = [_place(dict(list(w.items())[:most]), scale, wide, height) for w in weights]
    left_out = sum(len(w) - len(p) for w, p in zip(weights, placed, strict=True))
    notes = [source, _say(sheet, "warning"), _say(sheet, "scale") if len(names) > 1 else ""]
    if left_out:
        notes.append(_say(sheet, "cut", n=left_out))
    heads = [wrap(str(n), wide, size=style.SUBTITLE_SIZE, lines=2) for n in names]
    sheet.lay_out(
        title=title,
        subtitle=subtitle,
        source=" · ".join(note for note in notes if note),
        plot_height=height,
        above=max(measure(h, style.SUBTITLE_SIZE)[1] for h in heads) + 0.12,
    )
    sheet.ax.set_axis_off()
    for number, (head, words) in enumerate(zip(heads, placed, strict=True)):
        left = number * (wide + _BETWEEN)
        colour = style.SERIES_TEXT[number]
        sheet.write(
            left + wide / 2, sheet.plot_height + 0.06, head, size=style.SUBTITLE_SIZE,
            colour=colour, ha="center", va="bottom", gid="selection",
        )  # fmt: skip
        for word, x, y, size in words:
            sheet.write(
                left + x, y, word, size=size, colour=colour, ha="center", va="center", gid="term"
            )
    return sheet.ax


def _say(sheet: Sheet, key: str, **values: object) -> str:
    return _WORDS[key][0 if sheet.language == "zh" else 1].format(**values)


def _weights(part: pd.DataFrame, term: str, weight: str) -> dict[str, float]:
    """Return the weights, the heaviest first and equal ones by term: the order sets the cloud."""
    sums: dict[str, float] = {}
    for word, value in zip(part[term].astype(str), part[weight].astype(float), strict=True):
        sums[printable(word)] = sums.get(printable(word), 0.0) + value
    return dict(sorted(sums.items(), key=lambda pair: (-pair[1], pair[0])))


def _scale(weights: Sequence[dict[str, float]], wide: float) -> float:
    """Return points for the root of a weight: the heaviest word of all is the largest.

    No heavy word may be wider than its cloud, or it would be the one that is left out.
    """
    largest = max(max(w.values()) for w in weights if w)
    scale = _LARGEST / sqrt(largest)
    for found in weights:
        for word, value in list(found.items())[:10]:
            taken = measure(word, _LARGEST)[0] * scale * sqrt(value) / _LARGEST
            scale *= min(1.0, 0.95 * wide / taken) if taken else 1.0
    return scale


def _place(weights: dict[str, float], scale: float, wide: float, tall: float) -> list[Place]:
    """Place words from the middle outwards => word, x and y of its middle, size."""
    boxes: list[Box] = []
    placed: list[Place] = []
    for word, value in weights.items():
        size = scale * sqrt(value)
        if size < _SMALLEST:
            break
        across, up = measure(word, size)
        half = (across + _GAP) / 2, (max(up, size / 72) + _GAP) / 2
        for x, y in _spiral(wide / 2, tall / 2, wide / tall):
            box = (x - half[0], y - half[1], x + half[0], y + half[1])
            inside = box[0] >= 0 and box[1] >= 0 and box[2] <= wide and box[3] <= tall
            if inside and not any(_meet(box, other) for other in boxes):
                boxes.append(box)
                placed.append((word, x, y, size))
                break
    return placed


def _spiral(x: float, y: float, flat: float) -> Iterator[tuple[float, float]]:
    """Yield places from the middle outwards, wider than high as the cloud is."""
    for step in range(_STEPS):
        angle = step * _ANGLE
        radius = _TURN * angle / (2 * pi)
        yield x + radius * cos(angle) * flat, y + radius * sin(angle)


def _meet(one: Box, two: Box) -> bool:
    return one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]
