"""Bars stacked to a hundred per cent, with the share written in each part that has room."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pandas as pd

from helpers.charts import labels, style
from helpers.charts.colour import ink_on
from helpers.charts.fonts import measure
from helpers.charts.rows import name_rows, note_rows, plan_rows, text_height
from helpers.charts.sheet import Sheet, open_sheet, require

if TYPE_CHECKING:
    from matplotlib.axes import Axes


#: More parts than this cannot be told apart: the smallest are put together as 'other'.
MOST_PARTS = 6


def stacked_shares(
    data: pd.DataFrame,
    *,
    row: str = "row",
    part: str = "part",
    value: str = "value",
    rows: Sequence[str] | None = None,
    parts: Sequence[str] | None = None,
    totals: bool = True,
    title: str | None = None,
    subtitle: str | None = None,
    source: str | None = None,
    language: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw what each row is made of, in shares of the row.

    Args:
        data: One row for each row and part of the chart; equal pairs are added up.
        row: Column of the rows' names.
        part: Column of the parts' names.
        value: Column of amounts, none below zero.
        rows: Order of the rows from the top; as they come when not given.
        parts: Order of the parts from the left; the largest first when not given.
        totals: Write each row's total at its right.
        title: What the chart shows.
        subtitle: Measure, unit, period.
        source: Where the figures come from.
        language: 'zh' or 'en'; that of the style when not given.
        ax: The Axes to draw on; a figure of its own when not given.

    Returns:
        The Axes; each patch is one share, its width from 0 to 1, its gid `row|part`.

    Raises:
        InputError: A column is not there.
    """
    require(data, row, part, value)
    sheet = open_sheet(ax, language=language)
    table = _table(data, row, part, value, rows, parts, sheet)
    if table.empty:
        return sheet.no_data(title=title, subtitle=subtitle, source=source)
    key = list(zip(style.series_colours(table.shape[1]), map(str, table.columns), strict=True))
    taken = text_height(sheet, title, subtitle, source) + 0.28 * (1 + len(key) // 5)
    planned = plan_rows(sheet, [str(r) for r in table.index], taken=taken, least=0.34)
    table = table.iloc[: len(planned.names)]
    sums = table.sum(axis=1)
    places = labels.decimals_for(sums)
    ends = [labels.number(s, decimals=places) if totals else "" for s in sums]
    sheet.lay_out(
        title=title,
        subtitle=subtitle,
        source=note_rows(sheet, planned, source),
        plot_height=planned.height,
        left=planned.width + 0.1,
        right=max(measure(e, planned.size)[0] for e in ends) + (0.1 if totals else 0),
        key=key,
    )
    name_rows(sheet, planned)
    ax = sheet.ax
    ax.set_xlim(0, 1)
    ax.set_xticks([])
    for side in ("bottom", "left", "top", "right"):
        ax.spines[side].set_visible(False)
    for y, (name, amounts) in enumerate(table.iterrows()):
        _draw_row(sheet, y, str(name), amounts, float(sums.iloc[y]), planned.size)
        sheet.write(
            sheet.plot_width + 0.07,
            (len(table) - y - 0.5) / len(table) * sheet.plot_height,
            ends[y],
            size=planned.size,
            colour=style.SOFT,
            va="center",
            gid="total",
        )
    return ax


def _table(
    data: pd.DataFrame,
    row: str,
    part: str,
    value: str,
    rows: Sequence[str] | None,
    parts: Sequence[str] | None,
    sheet: Sheet,
) -> pd.DataFrame:
    """Return the amounts, rows by parts, in the order in which they are drawn."""
    if data.empty:
        return pd.DataFrame()
    table = data.pivot_table(
        index=row, columns=part, values=value, aggfunc="sum", sort=False, observed=True
    ).fillna(0.0)
    if parts is None:
        sums = table.sum()
        parts = sorted(table.columns, key=lambda p: (-float(sums[p]), str(p)))
    table = table.reindex(columns=list(parts), fill_value=0.0)
    if rows is not None:
        table = table.reindex(index=list(rows), fill_value=0.0)
    if table.shape[1] > MOST_PARTS:
        head = table.iloc[:, : MOST_PARTS - 1].copy()
        other = labels.word("other", language=sheet.language)
        head[other] = table.iloc[:, MOST_PARTS - 1 :].sum(axis=1)
        table = head
    return table


def _draw_row(
    sheet: Sheet,
    y: int,
    name: str,
    amounts: pd.Series[float],
    total: float,
    size: float,
) -> None:
    start = 0.0
    for (part, amount), colour in zip(
        amounts.items(), style.series_colours(len(amounts)), strict=True
    ):
        share = float(amount) / total if total else 0.0
        sheet.ax.barh(
            y,
            share,
            left=start,
            height=0.7,
            color=colour,
            edgecolor=style.GROUND,
            linewidth=0.8,
            gid=f"{name}|{part}",
        )
        text = labels.percent(share)
        if share and measure(text, size - 0.5)[0] + 0.1 < share * sheet.plot_width:
            sheet.ax.text(
                start + share / 2,
                y,
                text,
                ha="center",
                va="center",
                fontsize=size - 0.5,
                color=ink_on(colour),
                gid="share",
            )
        start += share
