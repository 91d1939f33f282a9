"""Counts over irregular dates: a line with its points, an interval and notes on events."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from helpers.charts import labels, style
from helpers.charts.fonts import measure
from helpers.charts.labels import as_date
from helpers.charts.scales import count_axis, date_ticks, dress_counts, dress_dates
from helpers.charts.sheet import Sheet, open_sheet, require
from helpers.charts.spreading import spread
from helpers.charts.wrapping import wrap

if TYPE_CHECKING:
    from matplotlib.axes import Axes


_NOTE_WIDTH = 1.35
_NAME_WIDTH = 1.5


def timeline(
    data: pd.DataFrame,
    *,
    date: str = "date",
    value: str = "value",
    series: str | None = None,
    low: str | None = None,
    high: str | None = None,
    notes: Sequence[tuple[Any, str]] = (),
    height: float = 2.6,
    title: str | None = None,
    subtitle: str | None = None,
    source: str | None = None,
    language: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw values at their dates; dates stand as far apart as they are.

    Args:
        data: One row for each date (and series); rows without a date or value are left out.
        date: Column of dates.
        value: Column of values.
        series: Column of names, one line each, written at the lines' ends.
        low: Column of the lower edge of an interval.
        high: Column of its upper edge.
        notes: Dates and what happened then.
        height: Height of the plot, in inches.
        title: What the chart shows.
        subtitle: Measure, unit, period.
        source: Where the figures come from.
        language: 'zh' or 'en'; that of the style when not given.
        ax: The Axes to draw on; a figure of its own when not given.

    Returns:
        The Axes. Each series is a line whose label is its name, x in ordinal days
        (`datetime.date.fromordinal`), y in values; an interval is a collection under it.

    Raises:
        InputError: A column is not there, or a date cannot be read.
    """
    require(data, date, value, series, low, high)
    sheet = open_sheet(ax, language=language)
    frame = data.dropna(subset=[date, value])
    if frame.empty:
        return sheet.no_data(title=title, subtitle=subtitle, source=source)
    frame = frame.assign(_day=[as_date(d) for d in frame[date]]).sort_values("_day", kind="stable")
    groups = _groups(frame, series, value)
    days = frame["_day"].tolist()
    numbers = [frame[c].to_numpy(dtype=float, na_value=np.nan) for c in (value, low, high) if c]
    bottom, top = float(np.nanmin(numbers)), float(np.nanmax(numbers))
    sheet.plot_height = height
    whole = labels.decimals_for(frame[value]) == 0
    ticks, names = count_axis(sheet, bottom, top, whole=whole)
    left = max(measure(n, style.NOTE_SIZE + 0.5)[0] for n in names) + 0.16
    ends = [wrap(n, _NAME_WIDTH, size=style.LABEL_SIZE, lines=2) for n, _ in groups if n]
    right = max([0.12, *(measure(n, style.LABEL_SIZE)[0] + 0.14 for n in ends)])
    events = sorted((as_date(d), wrap(t, _NOTE_WIDTH, size=style.NOTE_SIZE)) for d, t in notes)
    first, last = _span([*days, *(d for d, _ in events)])
    right = max(right, _overhang(events, first, last, sheet.inner - left))
    lanes, above = _lanes(events, first, last, sheet.inner - left - right)
    sheet.lay_out(
        title=title,
        subtitle=subtitle,
        source=source,
        plot_height=height,
        left=left,
        right=right,
        above=above,
        below=0.36,
    )
    sheet.ax.set_xlim(first, last)
    if not sheet.owned:
        ticks, names = count_axis(sheet, bottom, top, whole=whole)
    dress_counts(sheet, ticks, names)
    shown = date_ticks(days, sheet.plot_width * 0.97, language=sheet.language)
    dress_dates(sheet.ax, shown)
    _draw(sheet.ax, groups, value, low, high)
    _name_ends(sheet, groups, value)
    _write_notes(sheet, events, lanes)
    return sheet.ax


def _groups(frame: pd.DataFrame, series: str | None, value: str) -> list[tuple[str, pd.DataFrame]]:
    """Return the frame of each series, the largest first: it gets the first colour."""
    if series is None:
        return [("", frame)]
    groups = [(str(n), part) for n, part in frame.groupby(series, sort=True, observed=True)]
    return sorted(groups, key=lambda group: (-float(group[1][value].sum()), group[0]))


def _span(days: Sequence[date]) -> tuple[float, float]:
    """Return the ends of the axis: a little beyond the first and last day."""
    first, last = min(days).toordinal(), max(days).toordinal()
    room = max((last - first) * 0.015, 0.5)
    return first - room, last + room


def _draw(
    ax: Axes,
    groups: list[tuple[str, pd.DataFrame]],
    value: str,
    low: str | None,
    high: str | None,
) -> None:
    for (name, part), colour in zip(groups, style.series_colours(len(groups)), strict=True):
        x = [d.toordinal() for d in part["_day"]]
        if low and high:
            floor, ceiling = (part[c].to_numpy(dtype=float, na_value=np.nan) for c in (low, high))
            ax.fill_between(
                x, floor, ceiling, color=colour, alpha=0.16, linewidth=0, gid=f"{name}|range"
            )
        # Points only where they can be told apart: they say which days have an issue.
        few = len(x) <= 60
        ax.plot(
            x,
            part[value].to_numpy(dtype=float),
            color=colour,
            linewidth=1.8,
            marker="o" if few else None,
            markersize=4.5 if len(x) <= 25 else 3,
            markeredgecolor=style.GROUND,
            markeredgewidth=0.8,
            label=name or value,
            clip_on=False,
            zorder=3,
        )


def _name_ends(sheet: Sheet, groups: list[tuple[str, pd.DataFrame]], value: str) -> None:
    """Write each series' name at the end of its line, moved apart where lines end together."""
    if not groups[0][0]:
        return
    low, high = sheet.ax.get_ylim()
    texts = [wrap(n, _NAME_WIDTH, size=style.LABEL_SIZE, lines=2) for n, _ in groups]
    wanted = [
        (float(part[value].iloc[-1]) - low) / (high - low) * sheet.plot_height for _, part in groups
    ]
    heights = [measure(t, style.LABEL_SIZE)[1] + 0.03 for t in texts]
    places = spread(wanted, heights, low=-0.05, high=sheet.plot_height + 0.1)
    if places is None:
        return
    colours = style.series_text(len(groups))
    for text, y, colour in zip(texts, places, colours, strict=True):
        sheet.write(sheet.plot_width + 0.08, y, text, colour=colour, va="center", gid="series")


def _overhang(events: Sequence[tuple[date, str]], first: float, last: float, width: float) -> float:
    """Return the room right of the plot that notes near its end need."""
    needs = [0.0]
    for day, text in events:
        share = (day.toordinal() - first) / (last - first)
        needs.append((measure(text, style.NOTE_SIZE)[0] + 0.08 - (1 - share) * width) / share)
    return min(max(needs), width / 2)


def _lanes(
    events: Sequence[tuple[date, str]], first: float, last: float, width: float
) -> tuple[list[float], float]:
    """Return the height of each note over the plot, and the height of all of them.

    From the right: a note that would run into the one after it goes above it, so that its leader,
    which stands at the note's left edge, meets no other note.
    """
    heights: list[float] = []
    placed: list[tuple[float, float]] = []  # left edge and top of the notes to the right
    for day, text in reversed(events):
        x = (day.toordinal() - first) / (last - first) * width
        wide, tall = measure(text, style.NOTE_SIZE, linespacing=1.15)
        base = max([0.08, *(top for edge, top in placed if edge < x + wide + 0.12)])
        placed.append((x, base + tall + 0.05))
        heights.append(base)
    return heights[::-1], max((top for _, top in placed), default=0.0) + 0.02 * bool(placed)


def _write_notes(
    sheet: Sheet, events: Sequence[tuple[date, str]], heights: Sequence[float]
) -> None:
    first, last = sheet.ax.get_xlim()
    for (day, text), base in zip(events, heights, strict=True):
        x = (day.toordinal() - first) / (last - first)
        tall = measure(text, style.NOTE_SIZE, linespacing=1.15)[1]
        sheet.ax.plot(
            [x, x],
            [0, 1 + (base + tall) / sheet.plot_height],
            transform=sheet.ax.transAxes,
            color=style.FAINT,
            linewidth=0.7,
            clip_on=False,
            zorder=1.2,
            label="_note",
        )
        sheet.write(
            x * sheet.plot_width + 0.05,
            sheet.plot_height + base,
            text,
            size=style.NOTE_SIZE,
            colour=style.SOFT,
            va="bottom",
            gid="note",
        )
