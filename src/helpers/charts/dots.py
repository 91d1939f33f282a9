"""Dots with intervals, or two dots joined: before and after, one paper and another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from helpers.charts import labels, style
from helpers.charts.fonts import measure
from helpers.charts.rows import name_rows, note_rows, plan_rows, text_height
from helpers.charts.scales import amount_axis, round_ticks
from helpers.charts.sheet import Sheet, open_sheet, require

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def dotplot(
    data: pd.DataFrame,
    *,
    label: str = "label",
    value: str = "value",
    other: str | None = None,
    low: str | None = None,
    high: str | None = None,
    other_low: str | None = None,
    other_high: str | None = None,
    names: tuple[str, str] | None = None,
    sort: bool = True,
    zero: bool = True,
    decimals: int | None = None,
    title: str | None = None,
    subtitle: str | None = None,
    source: str | None = None,
    language: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw a dot for each row, with its interval, or joined to a second dot.

    Args:
        data: One row for each row of the chart.
        label: Column of names.
        value: Column of the dots.
        other: Column of second dots, joined to the first by a line (a dumbbell chart).
        low: Column of the lower ends of an interval.
        high: Column of its upper ends.
        other_low: Column of the lower ends of the second dots' intervals. The two dots then stand
            one under the other, each on its own interval: two measures, not a before and after.
        other_high: Column of its upper ends.
        names: What the two dots are called in the key; the columns' names when not given.
        sort: Rank by value, then by name; False keeps the order of the frame.
        zero: Begin the axis at zero.
        decimals: Decimals of the values written at the right; found when not given.
        title: What the chart shows.
        subtitle: Measure, unit, period.
        source: Where the figures come from.
        language: 'zh' or 'en'; that of the style when not given.
        ax: The Axes to draw on; a figure of its own when not given.

    Returns:
        The Axes; the dots are lines with gid `value` and `other`, x their values from the top.

    Raises:
        InputError: A column is not there.
    """
    require(data, label, value, other, low, high, other_low, other_high)
    sheet = open_sheet(ax, language=language)
    if data.empty:
        return sheet.no_data(title=title, subtitle=subtitle, source=source)
    frame = data.sort_values([value, label], ascending=[False, True]) if sort else data
    key: list[tuple[str, str]] = []
    if other:
        first, second = names or (value, other)
        key = [(style.NAVY, first), (style.ACCENT, second)]
    taken = text_height(sheet, title, subtitle, source) + 0.24 + 0.28 * bool(key)
    rows = plan_rows(sheet, frame[label].astype(str).tolist(), taken=taken)
    frame = frame.iloc[: len(rows.names)]
    columns = [c for c in (value, other, low, high, other_low, other_high) if c]
    numbers = {c: frame[c].to_numpy(dtype=float, na_value=np.nan) for c in columns}
    finite = np.concatenate([n[np.isfinite(n)] for n in numbers.values()])
    if not finite.size:
        return sheet.no_data(title=title, subtitle=subtitle, source=source)
    apart = bool(other and other_low and other_high)
    texts = _texts(numbers, value, other, decimals, between=" · " if apart else " → ")
    sheet.lay_out(
        title=title,
        subtitle=subtitle,
        source=note_rows(sheet, rows, source),
        plot_height=rows.height,
        left=rows.width + 0.18,
        right=max(measure(t, rows.size)[0] for t in texts) + 0.18,
        below=0.24,
        key=key,
    )
    name_rows(sheet, rows, gap=0.15)
    least, most = float(finite.min()), float(finite.max())
    ticks = round_ticks(min(least, 0.0) if zero else least, max(most, 0.0) if zero else most)
    sheet.ax.set_xlim(ticks[0], ticks[-1])
    amount_axis(sheet, shown=True)
    if other and other_low and other_high:
        _draw(sheet.ax, numbers, value, None, low, high, shift=-0.15)
        _draw(sheet.ax, numbers, other, None, other_low, other_high, shift=0.15, second=True)
    else:
        _draw(sheet.ax, numbers, value, other, low, high)
    _write(sheet, texts, rows.size)
    return sheet.ax


def _texts(
    numbers: dict[str, Any], value: str, other: str | None, given: int | None, *, between: str
) -> list[str]:
    shown = [numbers[value], numbers[other]] if other else [numbers[value]]
    every = np.concatenate(shown)
    places = labels.decimals_for(every[np.isfinite(every)]) if given is None else given
    return [
        between.join(labels.number(v, decimals=places) for v in pair)
        for pair in zip(*shown, strict=True)
    ]


def _draw(
    ax: Axes,
    numbers: dict[str, Any],
    value: str,
    other: str | None,
    low: str | None,
    high: str | None,
    *,
    shift: float = 0.0,
    second: bool = False,
) -> None:
    """Draw dots with what joins them; `second` ones in the other colour, `shift` rows lower."""
    y = np.arange(len(numbers[value])) + shift
    if low and high:
        line = style.ACCENT_LIGHT if second else "#6FA3CF"
        ax.hlines(y, numbers[low], numbers[high], color=line, linewidth=2.4, zorder=2)
    if other:
        ax.hlines(y, numbers[value], numbers[other], color=style.PALE, linewidth=2.4, zorder=2)
    dots: dict[str, Any] = {
        "linestyle": "none",
        "marker": "o",
        "markeredgecolor": style.GROUND,
        "zorder": 4,
        "clip_on": False,
    }
    colour, gid = (style.ACCENT, "other") if second else (style.NAVY, "value")
    ax.plot(numbers[value], y, color=colour, markersize=7 if shift else 8, gid=gid, **dots)
    if other:
        # Smaller and on top, so that two equal values show as a ring with a core.
        core = {**dots, "markeredgewidth": 0}
        ax.plot(numbers[other], y, color=style.ACCENT, markersize=5, gid="other", **core)


def _write(sheet: Sheet, texts: list[str], size: float) -> None:
    for y, text in enumerate(texts):
        sheet.write(
            sheet.plot_width + 0.14,
            (len(texts) - y - 0.5) / len(texts) * sheet.plot_height,
            text,
            size=size,
            colour=style.SOFT,
            va="center",
            gid="reading",
        )
