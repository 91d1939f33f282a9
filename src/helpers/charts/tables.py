"""A table set for print: groups named once, and nothing cut without a sign."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

import pandas as pd

from helpers.charts import labels, style
from helpers.charts.fonts import measure
from helpers.charts.sheet import Sheet, open_sheet, require
from helpers.charts.wrapping import wrap

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_SIZE = style.LABEL_SIZE - 1.0
_GAP = 0.16
_LEADING = 0.075
#: A cell has two lines at most; what is longer ends in an ellipsis, and the data has it whole.
_LINES = 2


def print_table(
    data: pd.DataFrame,
    *,
    heads: Mapping[str, str],
    group: str | None = None,
    marks: Mapping[str, str] | None = None,
    right: Collection[str] = (),
    limit: int = 30,
    title: str | None = None,
    subtitle: str | None = None,
    source: str | None = None,
    language: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Set a table as a chart, for a printed page.

    Args:
        data: One row for each row, cells as they are to be read.
        heads: The columns to set, in order, with their heads.
        group: A column whose value is set only where it changes, under a line.
        marks: Colour of the dot before a cell, by the text of the cell.
        right: Columns set flush right, as numbers are.
        limit: Rows set at most; how many are left out is said under the table.
        title: What the table shows.
        subtitle: Measure, unit, period.
        source: Where the figures come from.
        language: 'zh' or 'en'; that of the style when not given.
        ax: The Axes to draw on; a figure of its own when not given.

    Returns:
        The Axes; each cell is a text with gid `cell`.

    Raises:
        InputError: A column is not there.
    """
    require(data, *heads, group)
    sheet = open_sheet(ax, language=language)
    if data.empty:
        return sheet.no_data(title=title, subtitle=subtitle, source=source)
    frame = data.head(limit)
    cells = {c: [_text(v) for v in frame[c]] for c in heads}
    new = _changes(cells[group]) if group is not None else [True] * len(frame)
    dotted = {c for c in heads if marks and set(cells[c]) & set(marks)}
    widths = _widths(cells, heads, dotted, sheet.inner)
    set_cells = {
        c: [wrap(t, widths[c] - 0.13 * (c in dotted), size=_SIZE, lines=_LINES) for t in cells[c]]
        for c in heads
    }
    tall = [
        max(measure(set_cells[c][i] or "一", _SIZE)[1] for c in heads if c != group or new[i])
        + 2 * _LEADING
        for i in range(len(frame))
    ]
    top = max(measure(wrap(h, widths[c], size=_SIZE), _SIZE)[1] for c, h in heads.items())
    left_out = len(data) - len(frame)
    if left_out > 0:
        more = labels.word("more_rows", language=sheet.language, n=labels.number(left_out))
        source = f"{source}  {more}" if source else more
    height = top + 2 * _LEADING + sum(tall)
    sheet.lay_out(title=title, subtitle=subtitle, source=source, plot_height=height)
    sheet.ax.set_axis_off()
    x = 0.0
    for column, head in heads.items():
        _column(sheet, x, widths[column], wrap(head, widths[column], size=_SIZE),
                set_cells[column], tall, top + 2 * _LEADING,
                skip=[not n for n in new] if column == group else (),
                marks=[(marks or {}).get(t) for t in cells[column]],
                flush=column in right)  # fmt: skip
        x += widths[column] + _GAP
    _rules(sheet, tall, top + 2 * _LEADING, new if group is not None else [False] * len(tall))
    return sheet.ax


def _text(value: object) -> str:
    if isinstance(value, str):
        return value.replace("\n", " ")
    return "" if pd.isna(value) else str(value)  # type: ignore[call-overload]


def _changes(values: Sequence[str]) -> list[bool]:
    return [i == 0 or value != values[i - 1] for i, value in enumerate(values)]


def _widths(
    cells: Mapping[str, Sequence[str]],
    heads: Mapping[str, str],
    dotted: Collection[str],
    inner: float,
) -> dict[str, float]:
    """Give each column the room that its longest cell wants, the widest columns giving way."""
    room = inner - _GAP * (len(heads) - 1)
    wanted = {
        c: max(measure(t, _SIZE)[0] for t in [heads[c], *cells[c]]) + 0.13 * (c in dotted) + 0.02
        for c in heads
    }
    spare, widths, open_ = room, dict(wanted), sorted(wanted, key=lambda c: wanted[c])
    for number, column in enumerate(open_):
        # Columns that ask for less than an equal part get it all; the others share the rest.
        widths[column] = min(wanted[column], spare / (len(open_) - number))
        spare -= widths[column]
    return widths


def _column(
    sheet: Sheet,
    x: float,
    width: float,
    head: str,
    cells: Sequence[str],
    tall: Sequence[float],
    top: float,
    *,
    skip: Sequence[bool],
    marks: Sequence[str | None],
    flush: bool,
) -> None:
    ha, at = ("right", x + width) if flush else ("left", x)
    y = sheet.plot_height
    sheet.write(at, y - _LEADING, head, size=_SIZE, colour=style.SOFT, ha=ha, gid="head")
    y -= top
    for i, (cell, height) in enumerate(zip(cells, tall, strict=True)):
        if cell and not (skip and skip[i]):
            dot = marks[i]
            if dot is not None:
                _dot(sheet, x + 0.045, y - _LEADING - 0.065, dot)
            sheet.write(at + (0.13 if dot is not None else 0.0), y - _LEADING, cell, size=_SIZE,
                        ha=ha, gid="cell")  # fmt: skip
        y -= height


def _dot(sheet: Sheet, x: float, y: float, colour: str) -> None:
    sheet.ax.plot(
        [x / sheet.plot_width],
        [y / sheet.plot_height],
        marker="o",
        markersize=4.6,
        color=colour,
        markeredgecolor=style.SOFT,
        markeredgewidth=0.4,
        transform=sheet.ax.transAxes,
        clip_on=False,
        gid="mark",
    )


def _rules(sheet: Sheet, tall: Sequence[float], top: float, new: Sequence[bool]) -> None:
    """Draw the line under the heads, thin ones between rows, stronger ones between groups."""
    y = sheet.plot_height - top
    for i, height in enumerate([*tall, 0.0]):
        strong = i in (0, len(tall)) or (i < len(new) and new[i])
        sheet.ax.plot(
            [0, 1],
            [y / sheet.plot_height] * 2,
            color=style.SOFT if i in (0, len(tall)) else style.FAINT if strong else style.GRID,
            linewidth=0.8 if strong else 0.5,
            transform=sheet.ax.transAxes,
            clip_on=False,
            gid="rule",
        )
        y -= height
