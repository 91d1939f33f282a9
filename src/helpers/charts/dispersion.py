"""The dispersion plot: a row for each text or term, a tick for each occurrence where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from helpers.charts import labels, style
from helpers.charts.fonts import measure
from helpers.charts.rows import Rows, name_rows, note_rows, plan_rows, text_height
from helpers.charts.sheet import Sheet, open_sheet, require
from helpers.charts.wrapping import wrap

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_WORDS = {
    "count": ("次数", "Count"),
    "per_10k": ("每万词", "Per 10k"),
    "dp": ("DP", "DP"),
    "range": ("见于", "Parts"),
    "start": ("开头", "Beginning"),
    "end": ("末尾", "End"),
    "over": (
        "DP = {dp:.2f}（0均匀，1集中） · 见于{range}/{n_parts}",
        "DP = {dp:.2f} (0 even, 1 in one) · in {range} of {n_parts}",
    ),
    "note": ("每一竖线为一次出现", "each tick is one occurrence"),
}
#: Decimals of what stands beside a row.
_PLACES = {"dp": 2, "per_10k": 1}
_GAP = 0.16


def dispersion_plot(
    data: pd.DataFrame,
    *,
    row: str = "part",
    position: str = "position",
    beside: tuple[str, ...] | None = None,
    heads: Mapping[str, str] | None = None,
    parts: pd.DataFrame | None = None,
    title: str | None = None,
    subtitle: str | None = None,
    source: str | None = None,
    language: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw where a term stands in each text, or where several terms stand in the whole corpus.

    Args:
        data: What `positions_in_parts` or the first of what `positions_in_corpus` returned.
        row: Column of the rows: 'part', or 'term'.
        position: Column of places, 0 (beginning) to 1 (end); a row without any has none missing.
        beside: Columns written at the right of each row; `count` and `per_10k`, and of several
            terms `dp`, when not given. The `dp` of one term over all rows stands above the plot.
        heads: What the columns beside are called, in the place of the built-in words.
        parts: The second of what `positions_in_corpus` returned: each second part is shaded.
        title: What the chart shows.
        subtitle: Measure, unit, period.
        source: Where the figures come from.
        language: 'zh' or 'en'; that of the style when not given.
        ax: The Axes to draw on; a figure of its own when not given.

    Returns:
        The Axes; each row's ticks are one collection with gid 'ticks', labelled with its name.

    Raises:
        InputError: A column is not there.
    """
    of_terms = row == "term"
    shown = beside if beside is not None else ("count", "per_10k", *(("dp",) if of_terms else ()))
    require(data, row, position, *shown)
    if parts is not None:
        require(parts, "part", "start", "end")
    sheet = open_sheet(ax, language=language)
    if data.empty:
        return sheet.no_data(title=title, subtitle=subtitle, source=source)
    lines = data.drop_duplicates(row, ignore_index=True)
    source = " · ".join([*([source] if source else []), _say(sheet, "note")])
    taken = text_height(sheet, title, subtitle, source) + 0.75
    rows = plan_rows(sheet, lines[row].astype(str).tolist(), taken=taken, least=0.26)
    lines = lines.iloc[: len(rows.names)]
    columns = [_column(sheet, lines, name, (heads or {}).get(name), rows.size) for name in shown]
    over = _over(sheet, lines, of_terms=of_terms)
    right = sum(wide for _, _, wide in columns)
    sheet.lay_out(
        title=title,
        subtitle=subtitle,
        source=note_rows(sheet, rows, source),
        plot_height=rows.height,
        left=rows.width + 0.14,
        right=right + 0.02,
        above=0.44 if over else 0.24,
        below=0.24,
    )
    name_rows(sheet, rows)
    _draw(sheet, data, lines, row, position)
    if parts is not None:
        _shade(sheet, parts)
    _write(sheet, columns, rows, over)
    _ends(sheet, parts)
    return sheet.ax


def _say(sheet: Sheet, key: str, **values: object) -> str:
    return _WORDS[key][0 if sheet.language == "zh" else 1].format(**values)


def _column(
    sheet: Sheet, lines: pd.DataFrame, name: str, given: str | None, size: float
) -> tuple[str, list[str], float]:
    """Return the head of a column beside the plot, its texts from the top, and its width."""
    head = given or (_say(sheet, name) if name in _WORDS else name)
    values = lines[name].to_numpy(dtype=float, na_value=np.nan)
    texts = [labels.number(v, decimals=_PLACES.get(name, 0)) for v in values]
    wide = max(measure(head, style.NOTE_SIZE)[0], *(measure(t, size)[0] for t in texts))
    return head, texts, wide + _GAP


def _over(sheet: Sheet, lines: pd.DataFrame, *, of_terms: bool) -> str:
    """Return what is said of all rows together, if they are the parts of one term's dispersion."""
    known = {"dp", "range", "n_parts"} <= set(lines.columns)
    if of_terms or not known or lines["dp"].isna().all():
        return ""
    first = lines.iloc[0]
    return _say(
        sheet,
        "over",
        dp=float(first["dp"]),
        range=int(first["range"]),
        n_parts=int(first["n_parts"]),
    )


def _draw(sheet: Sheet, data: pd.DataFrame, lines: pd.DataFrame, row: str, position: str) -> None:
    """Draw a frame for each row, pale where it holds nothing, and a tick for each occurrence."""
    from matplotlib.patches import Rectangle

    ax = sheet.ax
    ax.set_xlim(0, 1)
    ax.set_xticks([])
    for side in ("bottom", "left", "top", "right"):
        ax.spines[side].set_visible(False)
    held = data.dropna(subset=[position]).groupby(row, sort=False)[position].agg(list)
    for y, name in enumerate(lines[row]):
        places = held.get(name, [])
        ax.add_patch(
            Rectangle(
                (0, y - 0.36), 1, 0.72, facecolor="none",
                edgecolor=style.FAINT if places else style.GRID, linewidth=0.7, zorder=2,
                clip_on=False,
            )
        )  # fmt: skip
        ticks = ax.vlines(
            places, y - 0.34, y + 0.34, color=style.NAVY, linewidth=1.0, zorder=3, label=str(name)
        )
        ticks.set_gid("ticks")


def _shade(sheet: Sheet, parts: pd.DataFrame) -> None:
    """Shade each second part, so that their bounds can be seen behind the ticks."""
    for number, part in enumerate(parts.to_dict("records")):
        if number % 2:
            sheet.ax.axvspan(part["start"], part["end"], color=style.EMPTY, linewidth=0, zorder=0)


def _ends(sheet: Sheet, parts: pd.DataFrame | None) -> None:
    """Name the two ends of the rows: beginning and end, or the first and the last part."""
    names = [_say(sheet, "start"), _say(sheet, "end")]
    if parts is not None and len(parts) > 1:
        names = [str(parts["part"].iloc[0]), str(parts["part"].iloc[-1])]
    size, wide = style.NOTE_SIZE, sheet.plot_width / 2 - 0.1
    for x, ha, name in ((0.0, "left", names[0]), (sheet.plot_width, "right", names[1])):
        text = wrap(name, wide, size=size, lines=1)
        sheet.write(x, -0.06, text, size=size, colour=style.SOFT, ha=ha, gid="end")


def _write(
    sheet: Sheet, columns: list[tuple[str, list[str], float]], rows: Rows, over: str
) -> None:
    """Write the columns at the right under their heads, and what is said of all rows above."""
    top, x = sheet.plot_height + 0.06, sheet.plot_width
    for head, texts, wide in columns:
        x += wide
        sheet.write(
            x, top, head, size=style.NOTE_SIZE, colour=style.SOFT, ha="right", va="bottom",
            gid="head",
        )  # fmt: skip
        for y, text in enumerate(texts):
            sheet.write(
                x,
                (len(texts) - y - 0.5) / len(texts) * sheet.plot_height,
                text,
                size=rows.size,
                colour=style.SOFT,
                ha="right",
                va="center",
                gid="reading",
            )
    if over:
        text = wrap(over, sheet.inner, size=style.LABEL_SIZE, lines=1)
        sheet.write(-rows.width - 0.14, top + 0.18, text, va="bottom", gid="over")
