"""A word cloud set as text, so that its words can be searched for and read aloud.

Sizes in a cloud can be compared only roughly: give the table with it.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from helpers.charts import fonts, style
from helpers.charts.shapes import shape_mask
from helpers.charts.sheet import Sheet, open_sheet, require

if TYPE_CHECKING:
    from matplotlib.axes import Axes


_PIXELS = 1000
_SEED = 20201230


def wordcloud_chart(
    data: pd.DataFrame,
    *,
    term: str = "term",
    weight: str = "count",
    shape: str | NDArray[np.uint8] | None = None,
    highlight: Collection[str] = (),
    most: int = 120,
    height: float = 3.8,
    title: str | None = None,
    subtitle: str | None = None,
    source: str | None = None,
    language: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw terms in sizes that follow their weights; the same frame gives the same cloud.

    Args:
        data: One row for each term; equal terms are added up.
        term: Column of terms.
        weight: Column of weights; terms without a weight above zero are left out.
        shape: Name of a shape (see `shapes.SHAPES`), or a mask whose 255 no word may cover.
        highlight: Terms set in the accent colour.
        most: The most terms drawn.
        height: Height of the cloud, in inches, when no shape sets it.
        title: What the chart shows.
        subtitle: Measure, unit, period.
        source: Where the figures come from.
        language: 'zh' or 'en'; that of the style when not given.
        ax: The Axes to draw on; a figure of its own when not given.

    Returns:
        The Axes; each term is a text with gid `term`.

    Raises:
        InputError: A column is not there, or a shape is unknown.
    """
    require(data, term, weight)
    sheet = open_sheet(ax, language=language)
    weights = _weights(data, term, weight, most)
    if not weights:
        return sheet.no_data(title=title, subtitle=subtitle, source=source)
    mask = shape_mask(shape) if isinstance(shape, str) else shape
    if mask is not None:
        height = min(sheet.inner * mask.shape[0] / mask.shape[1], 5.4)
    sheet.lay_out(title=title, subtitle=subtitle, source=source, plot_height=height)
    if mask is not None:
        sides = mask.shape[1], mask.shape[0]
    else:
        sides = _PIXELS, max(round(_PIXELS * sheet.plot_height / sheet.plot_width), 50)
    _draw(sheet, _place(weights, sides, mask), sides, weights, highlight)
    return sheet.ax


def _weights(data: pd.DataFrame, term: str, weight: str, most: int) -> dict[str, float]:
    """Return the weights, the heaviest first and equal ones by term: the order sets the cloud."""
    if data.empty:
        return {}
    sums = data.groupby(data[term].astype(str))[weight].sum()
    pairs = [(str(t), float(w)) for t, w in sums.items() if w > 0 and str(t).strip()]
    return dict(sorted(pairs, key=lambda pair: (-pair[1], pair[0]))[:most])


def _place(
    weights: dict[str, float], sides: tuple[int, int], mask: NDArray[np.uint8] | None
) -> list[tuple[str, int, int, int]]:
    """Return each term with its size, row and column, in pixels."""
    from wordcloud import WordCloud

    cloud = WordCloud(
        font_path=str(fonts.font_file()),
        width=sides[0],
        height=sides[1],
        mask=mask,
        max_words=len(weights),
        # Upright Chinese only: turned words are read slowly.
        prefer_horizontal=1.0,
        relative_scaling=0.5,
        random_state=_SEED,
        min_font_size=max(8, sides[0] // 90),
        max_font_size=max(sides) // 7,
        margin=max(3, sides[0] // 140),
    ).generate_from_frequencies(weights)
    return [(word, size, row, column) for (word, _), size, (row, column), _, _ in cloud.layout_]


def _draw(
    sheet: Sheet,
    places: list[tuple[str, int, int, int]],
    sides: tuple[int, int],
    weights: dict[str, float],
    highlight: Collection[str],
) -> None:
    from PIL import ImageFont

    ax = sheet.ax
    ax.set_axis_off()
    # Pixels to inches, one scale on both sides, in the middle of the plot.
    scale = min(sheet.plot_width / sides[0], sheet.plot_height / sides[1])
    left = (sheet.plot_width - sides[0] * scale) / 2
    top = (sheet.plot_height + sides[1] * scale) / 2
    heaviest = max(weights.values())
    for word, size, row, column in places:
        # The layout puts the top of the ink at the row; matplotlib is told the base line.
        ink_top = ImageFont.truetype(str(fonts.font_file()), size).getbbox(word, anchor="ls")[1]
        sheet.write(
            left + column * scale,
            top - (row - ink_top) * scale,
            word,
            size=size * scale * 72,
            colour=_shade(word, weights[word] / heaviest, highlight),
            va="baseline",
            gid="term",
        )


def _shade(word: str, share: float, highlight: Collection[str]) -> str:
    """Return a darker colour for a heavier word; the lightest still reads on white."""
    if word in highlight:
        return style.ACCENT
    for least, colour in ((0.5, style.SEQUENTIAL[5]), (0.2, style.SEQUENTIAL[4])):
        if share >= least:
            return colour
    return style.SEQUENTIAL[3]
