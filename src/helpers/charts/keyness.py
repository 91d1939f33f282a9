"""The keyness plot: the words of one selection to the right, those of the other to the left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from helpers.charts import labels, style
from helpers.charts.fonts import measure
from helpers.charts.rows import Rows, name_rows, note_rows, plan_rows, text_height
from helpers.charts.scales import amount_axis, round_ticks
from helpers.charts.sheet import Sheet, open_sheet, require
from helpers.charts.wrapping import wrap

if TYPE_CHECKING:
    from matplotlib.axes import Axes

Values = NDArray[np.float64]
_WORDS = {
    "log_ratio": (
        "对数比（以2为底，每差1即相差一倍）",
        "Log ratio (base 2: each unit is a doubling)",
    ),
    "log_likelihood": (
        "对数似然值G²（符号表示方向）",
        "Log-likelihood G² (the sign is the direction)",
    ),
    "hollow": ("空心：校正后q≥{level}", "hollow: q ≥ {level} after correction"),
    "counts": ("右列：次数（左词群 | 右词群）", "at the right: counts (left | right selection)"),
    "lines": ("横线：95%区间", "lines: 95% intervals"),
    "cut": ("另有{n}个词未画出", "{n} more words not drawn"),
}


def keyness_plot(
    data: pd.DataFrame,
    *,
    names: tuple[str, str],
    term: str = "term",
    value: str = "log_ratio",
    low: str | None = None,
    high: str | None = None,
    significance: str | None = "q",
    level: float = 0.05,
    count: str | None = "count",
    other: str | None = "other",
    rank: str | None = None,
    most: int = 12,
    title: str | None = None,
    subtitle: str | None = None,
    source: str | None = None,
    language: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw the words that set two selections apart: those of the first to the right of nought.

    Args:
        data: What `keyness` or `keyness_over_articles` returned.
        names: What the two selections are called.
        term: Column of words.
        value: 'log_ratio', drawn as dots, or 'log_likelihood', drawn as bars that have the sign
            of the log ratio; another column is drawn as it stands.
        low: Column of the lower ends of an interval.
        high: Column of the upper ends.
        significance: Column of corrected p; a mark is hollow where it is not below `level`.
        level: See there.
        count: Column of counts in the first selection, written at the right.
        other: Column of counts in the second.
        rank: Column whose largest and smallest values choose the words; `z` where there is one,
            so that rare words do not lead, else `value`.
        most: Words drawn on either side.
        title: What the chart shows.
        subtitle: Measure, unit, period.
        source: Where the figures come from.
        language: 'zh' or 'en'; that of the style when not given.
        ax: The Axes to draw on; a figure of its own when not given.

    Returns:
        The Axes; dots are lines of one point with gid 'value', bars patches, each labelled with
        its word, hollow where the difference is not significant.

    Raises:
        InputError: A column is not there.
    """
    signed = value == "log_likelihood"
    rank = rank or ("z" if "z" in data.columns else value)
    require(data, term, value, low, high, significance, count, other, rank)
    require(data, "log_ratio" if signed else value)
    sheet = open_sheet(ax, language=language)
    frame = data[np.isfinite(data[value].to_numpy(dtype=float, na_value=np.nan))].copy()
    frame["drawn"] = frame[value] * np.sign(frame["log_ratio"]) if signed else frame[value]
    shown = _choose(frame, rank, term, most)
    if shown.empty:
        return sheet.no_data(title=title, subtitle=subtitle, source=source)
    ends = (low, high) if low and high and not signed else None
    notes = [_say(sheet, "lines")] if ends else []
    if significance:
        notes.append(_say(sheet, "hollow", level=level))
    if count and other:
        notes.append(_say(sheet, "counts"))
    if len(frame) > len(shown):
        notes.append(_say(sheet, "cut", n=len(frame) - len(shown)))
    source = " · ".join([*([source] if source else []), *notes]) or None
    taken = text_height(sheet, title, subtitle, source or "·") + 0.85
    rows = plan_rows(sheet, shown[term].astype(str).tolist(), taken=taken, least=0.25)
    shown = shown.iloc[: len(rows.names)]
    texts = _counts(shown, count, other)
    right = max((measure(t, rows.size)[0] for t in texts), default=0.0)
    heads = _heads(sheet, names)
    sheet.lay_out(
        title=title,
        subtitle=subtitle,
        source=note_rows(sheet, rows, source),
        plot_height=rows.height,
        left=rows.width + 0.16,
        right=right + 0.16 if texts else 0.1,
        above=max(measure(h, style.LABEL_SIZE)[1] for h in heads) + 0.12,
        below=0.44,
    )
    name_rows(sheet, rows, gap=0.12)
    _scale(sheet, shown, ends, value)
    certain = (shown[significance] < level).to_numpy() if significance else np.ones(len(shown))
    _draw(sheet, shown, term, ends, certain.astype(bool), bars=signed)
    _write(sheet, heads, texts, rows)
    return sheet.ax


def _say(sheet: Sheet, key: str, **values: float) -> str:
    return _WORDS[key][0 if sheet.language == "zh" else 1].format(**values)


def _choose(frame: pd.DataFrame, rank: str, term: str, most: int) -> pd.DataFrame:
    """Return the first words of either side, the most typical of the first selection on top."""
    ranked = frame.sort_values([rank, term], ascending=[False, True])
    first = ranked[ranked["drawn"] > 0].head(most)
    second = ranked[ranked["drawn"] < 0].tail(most)
    both = pd.concat([first, second])
    return both.sort_values(["drawn", term], ascending=[False, True], ignore_index=True)


def _counts(shown: pd.DataFrame, count: str | None, other: str | None) -> list[str]:
    """Return the counts of every row as they stand on the page: the left selection's first."""
    if not count or not other:
        return []
    pairs = zip(shown[other], shown[count], strict=True)
    return [f"{labels.number(left)} | {labels.number(right)}" for left, right in pairs]


def _heads(sheet: Sheet, names: tuple[str, str]) -> tuple[str, str]:
    """Return what stands over the left and the right half."""
    wide = sheet.inner / 2 - 0.2
    left = wrap(f"← {names[1]}", wide, size=style.LABEL_SIZE, lines=2)
    return left, wrap(f"{names[0]} →", wide, size=style.LABEL_SIZE, lines=2)


def _scale(sheet: Sheet, shown: pd.DataFrame, ends: tuple[str, str] | None, value: str) -> None:
    columns = ["drawn", *(ends or ())]
    values = shown[columns].to_numpy(dtype=float, na_value=np.nan)
    reach = [0.0, float(np.nanmin(values)), float(np.nanmax(values))]
    ticks = round_ticks(min(reach), max(reach), most=6)
    sheet.ax.set_xlim(ticks[0], ticks[-1])
    amount_axis(sheet, shown=True)
    name = _say(sheet, value) if value in _WORDS else value
    sheet.write(
        sheet.plot_width / 2, -0.25, name, size=style.NOTE_SIZE, colour=style.SOFT, ha="center",
        gid="axis",
    )  # fmt: skip


def _draw(
    sheet: Sheet,
    shown: pd.DataFrame,
    term: str,
    ends: tuple[str, str] | None,
    certain: NDArray[np.bool_],
    *,
    bars: bool,
) -> None:
    """Draw a mark for each word, its interval behind it, hollow where it is not significant."""
    for y, row in enumerate(shown.to_dict("records")):
        x = float(row["drawn"])
        colour = style.NAVY if x > 0 else style.ACCENT
        fill = colour if certain[y] else style.GROUND
        if bars:
            sheet.ax.barh(
                y, x, height=0.62, facecolor=fill, edgecolor=colour, linewidth=1.2, label=row[term]
            )
            continue
        if ends and np.isfinite(row[ends[0]]) and np.isfinite(row[ends[1]]):
            light = style.LIGHT if x > 0 else style.ACCENT_LIGHT
            sheet.ax.hlines(y, row[ends[0]], row[ends[1]], color=light, linewidth=2.4, zorder=2)
        sheet.ax.plot(
            [x], [y], marker="o", markersize=7, color=colour, markerfacecolor=fill,
            markeredgewidth=1.4, linestyle="none", label=row[term], gid="value", zorder=4,
            clip_on=False,
        )  # fmt: skip


def _write(sheet: Sheet, heads: tuple[str, str], texts: list[str], rows: Rows) -> None:
    """Write the names of the selections above, and counts at the right."""
    top = sheet.plot_height + 0.08
    left = -rows.width - 0.16
    colours = style.SERIES_TEXT[1], style.SERIES_TEXT[0]
    sheet.write(left, top, heads[0], colour=colours[0], va="bottom", gid="selection")
    sheet.write(
        left + sheet.inner, top, heads[1], colour=colours[1], ha="right", va="bottom",
        gid="selection",
    )  # fmt: skip
    for y, text in enumerate(texts):
        sheet.write(
            left + sheet.inner,
            (len(texts) - y - 0.5) * rows.pitch * sheet.plot_height / rows.height,
            text,
            size=rows.size,
            colour=style.SOFT,
            ha="right",
            va="center",
            gid="reading",
        )
