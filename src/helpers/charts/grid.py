"""Rows by columns, each cell coloured by its value and annotated with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from helpers.charts import labels, style
from helpers.charts.colour import ink_on
from helpers.charts.fonts import measure
from helpers.charts.rows import Rows, name_rows, note_rows, plan_rows, text_height
from helpers.charts.sheet import Sheet, open_sheet, require
from helpers.charts.wrapping import wrap

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from numpy.typing import NDArray


def heatmap(
    data: pd.DataFrame,
    *,
    row: str = "row",
    column: str = "column",
    value: str = "value",
    text: str | None = None,
    rows: Sequence[str] | None = None,
    columns: Sequence[str] | None = None,
    decimals: int | None = None,
    title: str | None = None,
    subtitle: str | None = None,
    source: str | None = None,
    language: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw a table as colours from little to much; a pair without a value is a blank cell.

    Args:
        data: One row for each cell; equal pairs are added up.
        row: Column of the rows' names.
        column: Column of the columns' names.
        value: Column of values.
        text: Column of what is written in the cells in the place of the values.
        rows: Order of the rows from the top; as they come when not given.
        columns: Order of the columns from the left; as they come when not given.
        decimals: Decimals of the values; found from them when not given.
        title: What the chart shows.
        subtitle: Measure, unit, period.
        source: Where the figures come from.
        language: 'zh' or 'en'; that of the style when not given.
        ax: The Axes to draw on; a figure of its own when not given.

    Returns:
        The Axes; its first collection is the mesh, whose array holds the values row by row.

    Raises:
        InputError: A column is not there.
    """
    require(data, row, column, value, text)
    sheet = open_sheet(ax, language=language)
    if data.empty:
        return sheet.no_data(title=title, subtitle=subtitle, source=source)
    table = data.pivot_table(
        index=row, columns=column, values=value, aggfunc=_total, sort=False, dropna=False
    )
    if rows is not None:
        table = table.reindex(index=list(rows))
    if columns is not None:
        table = table.reindex(columns=list(columns))
    names = [str(c) for c in table.columns]
    taken = text_height(sheet, title, subtitle, source or "·") + 0.5
    planned = plan_rows(sheet, [str(r) for r in table.index], taken=taken, least=0.3, share=0.3)
    table = table.iloc[: len(planned.names)]
    source = note_rows(sheet, planned, source)
    if table.isna().to_numpy().any():
        note = labels.word("missing", language=sheet.language)
        source = f"{source} · {note}" if source else note
    left = planned.width + 0.1
    cell = min((sheet.inner - left) / len(names), 1.5)
    heads, size, turned = _heads(names, cell)
    sheet.lay_out(
        title=title,
        subtitle=subtitle,
        source=source,
        plot_height=planned.height,
        left=left,
        right=sheet.inner - left - cell * len(names),
        above=max(measure(h, size)[0 if turned else 1] for h in heads) + 0.09,
    )
    _draw(sheet, table, planned)
    for i, head in enumerate(heads):
        sheet.ax.text(
            (i + 0.5) / len(heads),
            1 + 0.06 / sheet.plot_height,
            head,
            transform=sheet.ax.transAxes,
            fontsize=size,
            color=style.INK,
            rotation=90 if turned else 0,
            ha="center",
            va="bottom",
            linespacing=1.05,
            gid="column",
        )
    written = None
    if text is not None:
        words = data.pivot_table(index=row, columns=column, values=text, aggfunc="first")
        written = words.reindex(index=table.index, columns=table.columns).to_numpy(dtype=object)
    _annotate(sheet, table, cell, planned, decimals, written)
    return sheet.ax


def _total(values: pd.Series[float]) -> float:
    return float(values.sum(min_count=1))


def _heads(names: Sequence[str], cell: float) -> tuple[list[str], float, bool]:
    """Return the heads of the columns, their size, and whether they are turned.

    Chinese is set in as many lines as it takes, in narrow columns one character to a line, as a
    newspaper does; long Latin words in narrow columns are turned.
    """
    for size in (style.LABEL_SIZE, style.LABEL_SIZE - 1, style.LABEL_SIZE - 2):
        heads = [wrap(n, cell - 0.09, size=size, lines=8) for n in names]
        intact = all(_whole(n, h) for n, h in zip(names, heads, strict=True))
        if intact and max(measure(h, size)[0] for h in heads) <= cell - 0.02:
            return heads, size, False
    size = min(style.LABEL_SIZE - 1, max(5.0, (cell - 0.02) * 72 / 1.5))
    return [wrap(n, 1.6, size=size, lines=1) for n in names], size, True


def _whole(name: str, head: str) -> bool:
    """Say whether no Latin word of the name was broken over lines."""
    words = [w for w in name.split() if w.isascii()]
    return all(w in head for w in words)


def _draw(sheet: Sheet, table: pd.DataFrame, planned: Rows) -> None:
    from matplotlib.colors import LinearSegmentedColormap, Normalize

    ax = sheet.ax
    name_rows(sheet, planned)
    values = np.ma.masked_invalid(table.to_numpy(dtype=float, na_value=np.nan))
    low = min(0.0, float(values.min())) if values.count() else 0.0
    high = float(values.max()) if values.count() else 1.0
    hues = LinearSegmentedColormap.from_list("house", style.SEQUENTIAL)
    shades = hues.with_extremes(bad=style.EMPTY)
    ax.pcolormesh(
        np.arange(table.shape[1] + 1),
        np.arange(table.shape[0] + 1) - 0.5,
        values,
        cmap=shades,
        norm=Normalize(low, high if high > low else low + 1),
        edgecolors=style.GROUND,
        linewidth=1.2,
        gid="cells",
    )
    ax.set_xlim(0, table.shape[1])
    ax.set_xticks([])
    for side in ("bottom", "left", "top", "right"):
        ax.spines[side].set_visible(False)


def _annotate(
    sheet: Sheet,
    table: pd.DataFrame,
    cell: float,
    planned: Rows,
    decimals: int | None,
    written: NDArray[Any] | None,
) -> None:
    """Write each value in its cell if all of them have room there."""
    from matplotlib.colors import to_hex

    values = table.to_numpy(dtype=float, na_value=np.nan)
    finite = values[np.isfinite(values)]
    places = labels.decimals_for(finite) if decimals is None else decimals
    texts = [[labels.number(v, decimals=places) for v in line] for line in values]
    if written is not None:
        texts = [["" if pd.isna(cell) else str(cell) for cell in line] for line in written]
    size = min(planned.size, style.LABEL_SIZE - 0.5)
    widest = max(measure(t, size)[0] for line in texts for t in line)
    if widest + 0.05 > cell:
        size = max(5.0, size * (cell - 0.05) / widest)
    if max(measure(t, size)[0] for line in texts for t in line) + 0.03 > cell:
        return
    mesh = sheet.ax.collections[0]
    for y, line in enumerate(texts):
        for x, text in enumerate(line):
            blank = not np.isfinite(values[y, x])
            shade: Any = mesh.to_rgba(values[y, x])
            ground = style.EMPTY if blank else to_hex(shade)
            sheet.ax.text(
                x + 0.5,
                y,
                text,
                ha="center",
                va="center",
                fontsize=size,
                color=style.FAINT if blank else ink_on(ground),
                gid="no_data" if blank else "cell",
            )
