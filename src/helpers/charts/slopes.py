"""How values, or ranks, moved over two or more dates, named at both ends of each line."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from helpers.charts import labels, style
from helpers.charts.fonts import measure
from helpers.charts.rows import note_left_out
from helpers.charts.sheet import Sheet, open_sheet, require
from helpers.charts.spreading import spread
from helpers.charts.wrapping import wrap
from helpers.errors import InputError

if TYPE_CHECKING:
    from matplotlib.axes import Axes


_SIZE = style.LABEL_SIZE - 0.5
#: The height, in inches, to which a figure of its own grows for the names of its lines.
MOST_HEIGHT = 7.0


def slope(
    data: pd.DataFrame,
    *,
    name: str = "name",
    date: str = "date",
    value: str = "value",
    rank: bool = False,
    highlight: Collection[str] = (),
    decimals: int | None = None,
    height: float = 3.2,
    title: str | None = None,
    subtitle: str | None = None,
    source: str | None = None,
    language: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw one line for each name over the dates, evenly spaced (a slope chart).

    Args:
        data: One row for each name and date.
        name: Column of names.
        date: Column of dates (or of periods' names, then in their own order).
        value: Column of values.
        rank: Draw ranks, first at the top, in place of values (a bump chart).
        highlight: Names of the lines in the accent colour; the others turn grey.
        decimals: Decimals of the values; found from them when not given.
        height: Least height of the plot, in inches; it grows until every name has room, up to
            `MOST_HEIGHT`. The lines beyond that are not drawn, and their number is told.
        title: What the chart shows.
        subtitle: Measure, unit, period.
        source: Where the figures come from.
        language: 'zh' or 'en'; that of the style when not given.
        ax: The Axes to draw on; a figure of its own when not given.

    Returns:
        The Axes; each line's label is its name, its y data the values (or ranks).

    Raises:
        InputError: A column is not there.
    """
    require(data, name, date, value)
    sheet = open_sheet(ax, language=language)
    frame = data.dropna(subset=[date, value])
    if frame.empty:
        return sheet.no_data(title=title, subtitle=subtitle, source=source)
    table = frame.pivot_table(index=name, columns=date, values=value, aggfunc="sum", observed=True)
    table = table.sort_index(axis=1)
    if rank:
        # The first of equal values is the one first by name, as in every ranking of the project.
        table = table.sort_index().rank(ascending=False, method="first")
    table = table.iloc[_order(table, rank)]
    places = (
        labels.decimals_for(table.to_numpy(dtype=float).ravel()) if decimals is None else decimals
    )
    most = 0.27 * sheet.inner
    starts = _ends(table, 0, places, most, leading=True)
    ends = _ends(table, -1, places, most, leading=False)
    if table.shape[1] == 1:  # one date has no second end to name
        ends = ["" for _ in starts]
    tall = [
        max(measure(a, _SIZE)[1], measure(b, _SIZE)[1]) + 0.04
        for a, b in zip(starts, ends, strict=True)
    ]
    heads = [_head(c, sheet) for c in table.columns]
    kept = len(_fitting(tall, max(height, MOST_HEIGHT))) if sheet.owned else len(table)
    left_out, table = len(table) - kept, table.iloc[:kept]
    starts, ends, tall = starts[:kept], ends[:kept], tall[:kept]
    sheet.lay_out(
        title=title,
        subtitle=subtitle,
        source=note_left_out(sheet, left_out, source),
        plot_height=max(height, sum(tall) + 0.1),
        left=max(max(measure(t, _SIZE)[0] for t in starts) + 0.1, measure(heads[0], _SIZE)[0] / 2),
        right=max(max(measure(t, _SIZE)[0] for t in ends) + 0.1, measure(heads[-1], _SIZE)[0] / 2),
        above=0.3,
    )
    _draw(sheet, table, heads, highlight, rank)
    shown = _fitting(tall, sheet.plot_height)
    for texts, x, ha in ((starts, -0.08, "right"), (ends, sheet.plot_width + 0.08, "left")):
        _write(sheet, table, texts, tall, shown, x, ha, highlight)
    return sheet.ax


def _order(table: pd.DataFrame, rank: bool) -> list[int]:
    """Return the order of importance: the largest at the last date first."""
    last = table.iloc[:, -1].to_numpy(dtype=float) * (1 if rank else -1)
    last = np.where(np.isnan(last), np.inf, last)
    names = [str(n) for n in table.index]
    return sorted(range(len(names)), key=lambda i: (last[i], names[i]))


def _ends(
    table: pd.DataFrame, column: int, places: int, most: float, *, leading: bool
) -> list[str]:
    texts = []
    for name, amount in zip(table.index, table.iloc[:, column], strict=True):
        if not np.isfinite(amount):
            texts.append("")
            continue
        figure = labels.number(float(amount), decimals=places)
        text = wrap(str(name), most, size=_SIZE, lines=2)
        texts.append(f"{text}  {figure}" if leading else f"{figure}  {text}")
    return texts


def _head(column: object, sheet: Sheet) -> str:
    if isinstance(column, str) and not column[:4].isdigit():
        return column
    try:
        day = labels.as_date(column)
    except InputError:
        return str(column)
    return labels.format_date(day, language=sheet.language, parts="ymd")


def _draw(
    sheet: Sheet,
    table: pd.DataFrame,
    heads: Sequence[str],
    highlight: Collection[str],
    rank: bool,
) -> None:
    ax = sheet.ax
    x = np.arange(len(heads))
    low, high = float(table.min().min()), float(table.max().max())
    edge = (high - low or 1.0) * 0.05
    ax.set_ylim((high + edge, low - edge) if rank else (low - edge, high + edge))
    ax.set_xlim(0, max(len(heads) - 1, 1))
    ax.set_yticks([])
    ax.set_xticks([])
    for side in ("bottom", "left", "top", "right"):
        ax.spines[side].set_visible(False)
    end = float("-inf")
    for i, head in enumerate(heads):
        place = i / max(len(heads) - 1, 1) * sheet.plot_width
        ax.axvline(i, color=style.GRID, linewidth=1.0, zorder=0)
        half = measure(head, _SIZE)[0] / 2
        later = i < len(heads) - 1 and place + half + 0.08 > sheet.plot_width - (
            measure(heads[-1], _SIZE)[0] / 2
        )
        if place - half < end + 0.08 or later:
            continue
        end = place + half
        sheet.write(
            place,
            sheet.plot_height + 0.08,
            head,
            size=_SIZE,
            colour=style.SOFT,
            ha="center",
            va="bottom",
            gid="date",
        )
    for name, amounts in table[::-1].iterrows():
        ax.plot(
            x,
            amounts.to_numpy(dtype=float),
            color=_colour(str(name), highlight),
            linewidth=2.0 if str(name) in highlight or not highlight else 1.4,
            marker="o",
            markersize=4.5,
            markeredgecolor=style.GROUND,
            markeredgewidth=0.8,
            label=str(name),
            clip_on=False,
            zorder=4 if str(name) in highlight else 3,
        )


def _colour(name: str, highlight: Collection[str]) -> str:
    if not highlight:
        return style.NAVY
    return style.ACCENT if name in highlight else style.PALE


def _fitting(heights: Sequence[float], room: float) -> set[int]:
    """Return the names that have room, the most important first; all of them on an own figure."""
    shown: set[int] = set()
    used = 0.0
    for i, height in enumerate(heights):
        if used + height > room + 0.1:
            break
        used += height
        shown.add(i)
    return shown


def _write(
    sheet: Sheet,
    table: pd.DataFrame,
    texts: Sequence[str],
    heights: Sequence[float],
    shown: Collection[int],
    x: float,
    ha: str,
    highlight: Collection[str],
) -> None:
    column = table.iloc[:, 0 if ha == "right" else -1]
    drawn = [i for i in sorted(shown) if texts[i]]
    low, high = sheet.ax.get_ylim()
    wanted = [(float(column.iloc[i]) - low) / (high - low) * sheet.plot_height for i in drawn]
    places = spread(wanted, [heights[i] for i in drawn], low=-0.05, high=sheet.plot_height + 0.06)
    for i, y in zip(drawn, places or wanted, strict=True):
        name = str(table.index[i])
        strong = not highlight or name in highlight
        sheet.write(
            x,
            y,
            texts[i],
            size=_SIZE,
            ha=ha,
            va="center",
            gid="end",
            colour=style.ACCENT if name in highlight else style.INK if strong else style.SOFT,
        )
