"""A grid of small charts on one scale: one panel for each name."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from helpers.charts import labels, style
from helpers.charts.fonts import measure
from helpers.charts.scales import count_axis, date_ticks
from helpers.charts.sheet import Sheet, open_sheet, require
from helpers.charts.wrapping import wrap
from helpers.errors import InputError

if TYPE_CHECKING:
    from matplotlib.axes import Axes


#: The most panels drawn; the rest is counted.
MOST_PANELS = 30


def small_multiples(
    data: pd.DataFrame,
    *,
    panel: str = "panel",
    x: str = "date",
    value: str = "value",
    low: str | None = None,
    high: str | None = None,
    kind: Literal["lines", "bars"] = "lines",
    panels: Sequence[str] | None = None,
    columns: int | None = None,
    panel_height: float = 1.0,
    title: str | None = None,
    subtitle: str | None = None,
    source: str | None = None,
    language: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw one small chart for each panel; all share both axes, so that they can be compared.

    Args:
        data: One row for each panel and x.
        panel: Column of the panels' names.
        x: Column of dates (lines) or of dates or names (bars).
        value: Column of values.
        low: Column of the lower ends of an interval, drawn as a ribbon behind the line; where it
            has none, the ribbon has a gap.
        high: Column of the upper ends.
        kind: 'lines' with points at their dates, or 'bars' side by side.
        panels: Order of the panels; the largest total first when not given.
        columns: Panels in a row; found from their number when not given.
        panel_height: Height of a panel's plot, in inches.
        title: What the chart shows.
        subtitle: Measure, unit, period.
        source: Where the figures come from.
        language: 'zh' or 'en'; that of the style when not given.
        ax: The Axes to draw on; a figure of its own when not given.

    Returns:
        The Axes that holds the title; its `child_axes` are the panels, labelled by name.

    Raises:
        InputError: A column is not there.
    """
    require(data, panel, x, value, low, high)
    sheet = open_sheet(ax, language=language)
    frame = data.dropna(subset=[panel, x, value])
    if frame.empty:
        return sheet.no_data(title=title, subtitle=subtitle, source=source)
    names = list(panels) if panels is not None else _ranked(frame, panel, value)
    hidden = len(names) - MOST_PANELS
    names = names[:MOST_PANELS]
    if hidden > 0:
        note = labels.word("more_rows", language=sheet.language, n=hidden)
        source = f"{source} · {note}" if source else note
    across = columns or _across(len(names), sheet.inner)
    down = -(-len(names) // across)
    gap, wide = 0.22, (sheet.inner - 0.22 * (across - 1)) / across
    heads = [wrap(n, wide - 0.05, size=style.LABEL_SIZE, lines=2) for n in names]
    head = max(measure(h, style.LABEL_SIZE, linespacing=1.15)[1] for h in heads) + 0.1
    foot = 0.46
    sheet.ax.set_axis_off()
    sheet.lay_out(
        title=title,
        subtitle=subtitle,
        source=source,
        plot_height=down * (head + panel_height + foot),
    )
    pitch = sheet.plot_height / down
    tall = max(pitch - head - foot, 0.1)
    values = frame[value].to_numpy(dtype=float)
    reach = [frame[c].to_numpy(dtype=float, na_value=np.nan) for c in (value, low, high) if c]
    small = Sheet(sheet.ax, False, 0, 0, wide, tall, sheet.language, wide, tall)
    ticks, texts = count_axis(
        small,
        float(np.nanmin(reach)),
        float(np.nanmax(reach)),
        most=2,
        whole=labels.decimals_for(values) == 0,
    )
    left = max(measure(t, style.NOTE_SIZE)[0] for t in texts) + 0.06
    axis = _Axis(frame[x], wide - left, kind, sheet)
    for i, (name, shown) in enumerate(zip(names, heads, strict=True)):
        corner = i % across * (wide + gap), sheet.plot_height - (i // across + 1) * pitch + foot
        inset = sheet.ax.inset_axes(
            (
                (corner[0] + left) / sheet.plot_width,
                corner[1] / sheet.plot_height,
                (wide - left) / sheet.plot_width,
                tall / sheet.plot_height,
            ),
            label=name,
        )
        sheet.write(
            corner[0],
            corner[1] + tall + 0.07,
            shown,
            va="bottom",
            gid="panel",
        )
        part = frame[frame[panel].astype(str) == name]
        axis.draw(inset, part[x], part[value].to_numpy(dtype=float), name)
        if low is not None and high is not None:
            axis.ribbon(inset, part[x], part[low], part[high])
        inset.set_ylim(ticks[0], ticks[-1])
        inset.set_yticks(ticks, texts, fontsize=style.NOTE_SIZE, color=style.SOFT)
        inset.tick_params(axis="y", pad=2, length=0)
        inset.grid(visible=True, axis="y")
        inset.axhline(0, color=style.SOFT, linewidth=0.8, zorder=1.5)
        for spine in inset.spines.values():
            spine.set_visible(False)
    return sheet.ax


def _ranked(frame: pd.DataFrame, panel: str, value: str) -> list[str]:
    sums = frame.groupby(frame[panel].astype(str))[value].sum()
    return [str(n) for n in sorted(sums.index, key=lambda n: (-float(sums[n]), str(n)))]


def _across(n: int, width: float) -> int:
    """Return how many panels stand in a row: as many as fit, in rows as full as can be."""
    most = max(1, min(n, int(width / 1.6)))
    rows = -(-n // most)
    return -(-n // rows)


class _Axis:
    """The x axis that all panels share: days at their distances, or names side by side."""

    def __init__(self, column: pd.Series[Any], width: float, kind: str, sheet: Sheet) -> None:
        self.kind = kind
        self.days = self._days(column)
        self.names = [str(n) for n in column.astype(str).unique()] if self.days is None else []
        size = style.NOTE_SIZE
        if self.days is not None:
            own = date_ticks(self.days, width * 0.94, language=sheet.language, size=size)
            self.ticks = [float(d.toordinal()) for d, _ in own]
            self.labels = [t for _, t in own]
            first, last = min(self.days).toordinal(), max(self.days).toordinal()
            room = (last - first) * 0.03 or 1.0
            self.limits = first - room, last + room
            self.bar = max((last - first) / max(len(set(self.days)), 1) * 0.6, 0.6)
        else:
            cell = width / len(self.names)
            self.ticks = [float(i) for i in range(len(self.names))]
            self.labels = [wrap(n, cell - 0.04, size=size, lines=2) for n in self.names]
            if any(measure(t, size)[0] > cell for t in self.labels):
                self.labels = ["" for _ in self.names]
            self.limits = -0.6, len(self.names) - 0.4
            self.bar = 0.7

    @staticmethod
    def _days(column: pd.Series[Any]) -> list[date] | None:
        try:
            return [labels.as_date(v) for v in column]
        except InputError:
            return None

    def _places(self, column: pd.Series[Any]) -> list[float]:
        if self.days is not None:
            return [float(labels.as_date(v).toordinal()) for v in column]
        return [float(self.names.index(str(v))) for v in column]

    def draw(
        self, ax: Axes, column: pd.Series[Any], values: NDArray[np.float64], name: str
    ) -> None:
        places = np.array(self._places(column))
        order = np.argsort(places, kind="stable")
        places, values = places[order], values[order]
        if self.kind == "bars":
            ax.bar(places, values, width=self.bar, color=style.NAVY, linewidth=0, label=name)
        else:
            ax.plot(
                places,
                values,
                color=style.NAVY,
                linewidth=1.6,
                marker="o" if len(values) <= 30 else None,
                markersize=3.2,
                markeredgewidth=0,
                label=name,
                clip_on=False,
                zorder=3,
            )
        ax.set_xlim(*self.limits)
        ax.set_xticks(self.ticks, self.labels, fontsize=style.NOTE_SIZE, color=style.SOFT)
        # Below the zero of the other axis, which stands beside the first label.
        ax.tick_params(axis="x", length=0, pad=6)

    def ribbon(
        self, ax: Axes, column: pd.Series[Any], low: pd.Series[Any], high: pd.Series[Any]
    ) -> None:
        """Draw an interval behind the line; a place alone has an upright bar."""
        places = np.array(self._places(column))
        order = np.argsort(places, kind="stable")
        places = places[order]
        down, up = (side.to_numpy(dtype=float, na_value=np.nan)[order] for side in (low, high))
        known = np.isfinite(down) & np.isfinite(up)
        beside = np.concatenate([[False], known, [False]])
        # Between two gaps a ribbon would have no width.
        alone = known & ~beside[:-2] & ~beside[2:]
        ax.fill_between(
            places, down, up, where=known & ~alone, color=style.NAVY, alpha=0.18, linewidth=0,
            zorder=2, gid="interval",
        )  # fmt: skip
        ax.vlines(
            places[alone], down[alone], up[alone], color=style.NAVY, alpha=0.3, linewidth=2.5,
            zorder=2, gid="interval",
        )  # fmt: skip
