"""Ranked horizontal bars, with whiskers where an interval is known."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from helpers.charts import labels, style
from helpers.charts.fonts import measure
from helpers.charts.rows import name_rows, note_rows, plan_rows, text_height
from helpers.charts.scales import amount_axis
from helpers.charts.sheet import open_sheet, require

if TYPE_CHECKING:
    from matplotlib.axes import Axes

Values = NDArray[np.float64]


def bars(
    data: pd.DataFrame,
    *,
    label: str = "label",
    value: str = "value",
    low: str | None = None,
    high: str | None = None,
    highlight: Collection[str] = (),
    sort: bool = True,
    limit: int | None = None,
    decimals: int | None = None,
    title: str | None = None,
    subtitle: str | None = None,
    source: str | None = None,
    language: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw one bar for each row, the largest at the top, its value at its end.

    Args:
        data: One row for each bar.
        label: Column of names.
        value: Column of lengths; a missing one is said to be missing.
        low: Column of the lower ends of an interval, drawn as a whisker.
        high: Column of the upper ends.
        highlight: Names of the bars set in the accent colour; the others turn pale.
        sort: Rank by value, then by name; False keeps the order of the frame.
        limit: Draw only the first so many and say how many are left.
        decimals: Decimals of the values; found from them when not given.
        title: What the chart shows.
        subtitle: Measure, unit, period.
        source: Where the figures come from.
        language: 'zh' or 'en'; that of the style when not given.
        ax: The Axes to draw on; a figure of its own when not given.

    Returns:
        The Axes; `ax.patches` holds the bars from the top, and each bar's gid is its name.

    Raises:
        InputError: A column is not there.
    """
    require(data, label, value, low, high)
    sheet = open_sheet(ax, language=language)
    if data.empty:
        return sheet.no_data(title=title, subtitle=subtitle, source=source)
    frame = data.sort_values([value, label], ascending=[False, True]) if sort else data
    with_ends = low is not None and high is not None
    axis_room = 0.24 if with_ends else 0.02
    taken = text_height(sheet, title, subtitle, source or "·") + axis_room
    names = frame[label].astype(str).tolist()
    rows = plan_rows(sheet, names[:limit] if limit else names, taken=taken)
    hidden = len(names) - len(rows.names)
    source = note_rows(sheet, replace(rows, left_out=hidden), source)
    frame = frame.iloc[: len(rows.names)]
    values = frame[value].to_numpy(dtype=float, na_value=np.nan)
    lows = frame[low].to_numpy(dtype=float, na_value=np.nan) if low and high else values
    highs = frame[high].to_numpy(dtype=float, na_value=np.nan) if low and high else values
    places = labels.decimals_for(values[np.isfinite(values)]) if decimals is None else decimals
    texts = [
        labels.number(v, decimals=places)
        if np.isfinite(v)
        else labels.word("no_data", language=sheet.language)
        for v in values
    ]
    room = max(measure(t, rows.size)[0] for t in texts) + 0.1
    reach = [0.0, *(x for x in (*values, *lows, *highs) if np.isfinite(x))]
    negative = min(reach) < 0
    sheet.lay_out(
        title=title,
        subtitle=subtitle,
        source=source,
        plot_height=rows.height,
        left=rows.width + 0.1 + (room if negative else 0),
        right=room,
        below=axis_room,
    )
    name_rows(sheet, rows, gap=0.09 + (room if negative else 0))
    span = (max(reach) - min(reach)) or 1.0
    sheet.ax.set_xlim(min(reach), min(reach) + span)
    _draw(sheet.ax, frame[label].astype(str).tolist(), values, highlight, light=with_ends)
    if with_ends:
        _whiskers(sheet.ax, lows, highs)
    for y, (v, lo, hi, text) in enumerate(zip(values, lows, highs, texts, strict=True)):
        end = np.nanmin([v, lo]) if v < 0 else np.nanmax([v, hi, 0.0])
        side = -1 if v < 0 else 1
        x = (end - min(reach)) / span * sheet.plot_width + side * 0.06
        height = (len(values) - y - 0.5) / len(values) * sheet.plot_height
        sheet.write(
            x,
            height,
            text,
            size=rows.size,
            colour=style.INK if np.isfinite(v) else style.SOFT,
            ha="left" if side > 0 else "right",
            va="center",
            gid="value",
        )
    amount_axis(sheet, shown=with_ends)
    return sheet.ax


def _draw(
    ax: Axes, names: list[str], values: Values, highlight: Collection[str], *, light: bool
) -> None:
    for y, (name, amount) in enumerate(zip(names, values, strict=True)):
        colour = style.LIGHT if light else style.NAVY
        if highlight:
            colour = style.ACCENT if name in highlight else style.PALE
        width = amount if np.isfinite(amount) else 0.0
        ax.barh(y, width, height=0.66, color=colour, linewidth=0, gid=name)


def _whiskers(ax: Axes, lows: Values, highs: Values) -> None:
    """Draw each interval over its bar, with short strokes at its ends."""
    rows = np.arange(len(lows))
    ax.hlines(rows, lows, highs, color=style.INK, linewidth=1.1, zorder=4)
    for ends in (lows, highs):
        ax.vlines(ends, rows - 0.14, rows + 0.14, color=style.INK, linewidth=1.1, zorder=4)
