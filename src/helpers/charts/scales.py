"""Axes of amounts and of dates: few ticks, light lines, on one axis only."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

from helpers.charts import labels, style
from helpers.charts.fonts import measure
from helpers.charts.labels import Language
from helpers.charts.sheet import Sheet

if TYPE_CHECKING:
    from matplotlib.axes import Axes


_ROUND = (1.0, 2.0, 2.5, 5.0, 10.0)


def round_ticks(low: float, high: float, *, most: int = 5, whole: bool = False) -> list[float]:
    """Return round numbers over low to high, the first at or below low, the last at or above high.

    `round_ticks(0, 87)` → 0, 20, 40, 60, 80, 100. With `whole`, only whole numbers.
    """
    import math

    span = (high - low) or abs(high) or 1.0
    raw = span / most
    power = 10.0 ** math.floor(math.log10(raw))
    steps = [m * power for m in _ROUND if not whole or (m * power) % 1 == 0]
    step = next((s for s in steps if s >= raw * (1 - 1e-9)), 1.0)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [round(i * step, 12) for i in range(first, max(last, first + 1) + 1)]


def amount_axis(sheet: Sheet, *, shown: bool) -> None:
    """Dress the x axis of a chart of rows: grid and numbers when `shown`, else a zero line only."""
    ax = sheet.ax
    low, high = ax.get_xlim()
    for side in ("bottom", "left", "top", "right"):
        ax.spines[side].set_visible(False)
    if low <= 0 <= high:
        ax.axvline(0, color=style.SOFT, linewidth=0.9, zorder=3, clip_on=False)
    if not shown:
        ax.set_xticks([])
        return
    ticks = [t for t in round_ticks(low, high, most=4) if low <= t <= high]
    places = labels.decimals_for(ticks)
    names = [labels.number(t, decimals=places) for t in ticks]
    widest = max((measure(n, style.NOTE_SIZE)[0] for n in names), default=0.0)
    if widest * 1.3 * len(names) > sheet.plot_width:
        ticks, names = [ticks[0], ticks[-1]], [names[0], names[-1]]
    ax.set_xticks(ticks, names, fontsize=style.NOTE_SIZE, color=style.SOFT)
    ax.tick_params(axis="x", pad=3)
    ax.grid(visible=True, axis="x", zorder=0)


def count_axis(
    sheet: Sheet, low: float, high: float, *, most: int = 4, whole: bool = False
) -> tuple[list[float], list[str]]:
    """Return ticks and their labels for a y axis from zero or below to the highest value."""
    most = max(1, min(most, int(sheet.plot_height / 0.3) or 1))
    ticks = round_ticks(min(low, 0.0), max(high, 0.0), most=most, whole=whole)
    places = labels.decimals_for(ticks)
    return ticks, [labels.number(t, decimals=places) for t in ticks]


def dress_counts(sheet: Sheet, ticks: Sequence[float], names: Sequence[str]) -> None:
    """Draw the y axis of counts: light lines, numbers at the left, a base line at zero."""
    ax = sheet.ax
    for side in ("bottom", "left", "top", "right"):
        ax.spines[side].set_visible(False)
    ax.set_ylim(ticks[0], ticks[-1])
    ax.set_yticks(list(ticks), list(names), fontsize=style.NOTE_SIZE + 0.5, color=style.SOFT)
    ax.tick_params(axis="y", length=0, pad=4)
    ax.grid(visible=True, axis="y", zorder=0)
    ax.axhline(0, color=style.SOFT, linewidth=0.9, zorder=1.5)


def date_ticks(
    days: Sequence[date], width: float, *, language: Language, size: float = style.LABEL_SIZE - 0.5
) -> list[tuple[date, str]]:
    """Return the dates to mark on an axis of `width` inches, with labels that do not touch.

    The dates of the data themselves when they are few and there is room, else the first days of
    weeks, months or years. The year stands on a second line, where it begins.
    """
    first, last = min(days), max(days)
    own = sorted(set(days))
    for candidate, parts in _candidates(own, first, last):
        ticks = _label(candidate, parts, language)
        if len(ticks) >= min(2, len(own)) and _apart(ticks, first, last, width, size):
            return ticks
    return _label([first], "md", language)


def _candidates(
    own: list[date], first: date, last: date
) -> list[tuple[list[date], Literal["md", "m", "y"]]]:
    span = (last - first).days
    options: list[tuple[list[date], Literal["md", "m", "y"]]] = []
    if len(own) <= 12:
        options.append((own, "md"))
    if span <= 120:
        for step in (1, 2, 7, 14, 28):
            options.append(([first + timedelta(days=i) for i in range(0, span + 1, step)], "md"))
    months = [
        date(y, m, 1)
        for y in range(first.year, last.year + 2)
        for m in range(1, 13)
        if first <= date(y, m, 1) <= last
    ]
    for step in (1, 2, 3, 6):
        options.append(([d for d in months if (d.month - 1) % step == 0], "m"))
    for years in (1, 2, 5, 10, 20, 50):
        options.append(([d for d in months if d.month == 1 and d.year % years == 0], "y"))
    options.append(([first, last], "md"))
    return options


def _label(
    days: Sequence[date], parts: Literal["md", "m", "y"], language: Language
) -> list[tuple[date, str]]:
    ticks: list[tuple[date, str]] = []
    year: int | None = None
    for day in days:
        text = labels.format_date(day, language=language, parts=parts)
        if parts != "y" and day.year != year:
            text += "\n" + labels.format_date(day, language=language, parts="y")
        year = day.year
        ticks.append((day, text))
    return ticks


def _apart(
    ticks: Sequence[tuple[date, str]], first: date, last: date, width: float, size: float
) -> bool:
    span = (last - first).days or 1
    end = float("-inf")
    for day, text in ticks:
        half = measure(text, size)[0] / 2
        centre = (day - first).days / span * width
        if centre - half < end + 0.07:
            return False
        end = centre + half
    return True


def dress_dates(ax: Axes, ticks: Sequence[tuple[date, str]]) -> None:
    """Draw the x axis of dates with short tick marks."""
    ax.set_xticks(
        [d.toordinal() for d, _ in ticks],
        [t for _, t in ticks],
        fontsize=style.LABEL_SIZE - 0.5,
        color=style.SOFT,
    )
    ax.tick_params(axis="x", length=3, width=0.8, color=style.FAINT, pad=2)
    for label in ax.get_xticklabels():
        label.set_linespacing(1.1)
