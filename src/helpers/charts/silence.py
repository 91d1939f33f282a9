"""The map of silence: themes by expected issues, told apart by pattern as well as by shade."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from helpers.charts import labels, style
from helpers.charts.fonts import measure
from helpers.charts.rows import name_rows, note_rows, plan_rows, text_height
from helpers.charts.sheet import Sheet, open_sheet, require

if TYPE_CHECKING:
    from matplotlib.axes import Axes

#: How each state is drawn; hatches and a dark ground stay apart in grey print.
_LOOKS: dict[str, dict[str, Any]] = {
    "mentioned": {"facecolor": style.NAVY, "edgecolor": style.NAVY},
    "absent_topic": {"facecolor": style.GROUND, "edgecolor": style.FAINT},
    "unparsed": {"facecolor": style.GROUND, "edgecolor": style.SOFT, "hatch": "////"},
    "absent_issue": {"facecolor": style.PALE, "edgecolor": style.PALE},
}
_WORDS = {
    "mentioned": ("写到（篇数）", "written of (articles)"),
    "absent_topic": ("有报，未写到", "issue here, not written of"),
    "unparsed": ("有报，未读全", "issue here, not read in full"),
    "absent_issue": ("缺报", "issue absent"),
    "run": ("缺{n}期", "{n} absent"),
}
_SIZE = style.NOTE_SIZE
#: The narrowest column whose head can be read, and the widest column, in inches.
_HEAD, _WIDEST = 0.17, 0.6


def silence_map(
    data: pd.DataFrame,
    *,
    row: str = "theme",
    title: str | None = None,
    subtitle: str | None = None,
    source: str | None = None,
    language: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw for each theme and issue whether it is written of, not, not read, or absent.

    Absent issues that follow one another are drawn as one column, whose head counts them.

    Args:
        data: `Silence.map`; `theme` may be replaced by names to show.
        row: Column of the rows.
        title: What the chart shows.
        subtitle: Measure, unit, period.
        source: Where the figures come from.
        language: 'zh' or 'en'; that of the style when not given.
        ax: The Axes to draw on; a figure of its own when not given.

    Returns:
        The Axes; its patches are the cells, each with its state as gid.

    Raises:
        InputError: A column is not there.
    """
    require(data, row, "date", "state", "n_articles")
    sheet = open_sheet(ax, language=language)
    if data.empty:
        return sheet.no_data(title=title, subtitle=subtitle, source=source)
    names = data[row].drop_duplicates().astype(str).tolist()
    cells = [part for _, part in data.groupby(row, sort=False)]
    heads, keep = _columns(sheet, cells[0])
    shown = [part.iloc[keep] for part in cells]
    taken = text_height(sheet, title, subtitle, source or "·") + 1.2
    rows = plan_rows(sheet, names, taken=taken, least=0.26, share=0.3)
    left = rows.width + 0.1
    wide = min((sheet.inner - left) / len(heads), _WIDEST)
    every = max(1, int(-(-_HEAD // wide)))
    key, key_height = _key(sheet, data)
    sheet.lay_out(
        title=title,
        subtitle=subtitle,
        source=note_rows(sheet, rows, source),
        plot_height=rows.height,
        left=left,
        right=sheet.inner - left - wide * len(heads),
        above=max(measure(h, _SIZE)[0] for h in heads) + 0.14 + key_height,
    )
    name_rows(sheet, rows)
    _draw(sheet, shown[: len(rows.names)], wide)
    for place, head in enumerate(heads):
        if place % every == 0:
            sheet.ax.text(
                (place + 0.5) / len(heads), 1 + 0.06 / sheet.plot_height, head,
                transform=sheet.ax.transAxes, rotation=90, fontsize=_SIZE, color=style.SOFT,
                ha="center", va="bottom", gid="column",
            )  # fmt: skip
    _draw_key(sheet, key, left, key_height, max(measure(h, _SIZE)[0] for h in heads) + 0.14)
    return sheet.ax


def _say(sheet: Sheet, key: str, **values: object) -> str:
    return _WORDS[key][0 if sheet.language == "zh" else 1].format(**values)


def _columns(sheet: Sheet, part: pd.DataFrame) -> tuple[list[str], list[int]]:
    """Return heads of columns and the places of the issues they stand for, runs as one."""
    heads: list[str] = []
    keep: list[int] = []
    run = 0
    states = part["state"].tolist()
    for place, (state, day) in enumerate(zip(states, part["date"], strict=True)):
        if state != "absent_issue":
            heads.append(pd.Timestamp(day).strftime("%Y-%m-%d"))
            keep.append(place)
            run = 0
            continue
        run += 1
        if run == 1:
            heads.append("")
            keep.append(place)
        heads[-1] = _say(sheet, "run", n=labels.number(run))
    return heads, keep


def _draw(sheet: Sheet, shown: list[pd.DataFrame], wide: float) -> None:
    from matplotlib.patches import Rectangle

    ax = sheet.ax
    ax.set_xlim(0, len(shown[0]))
    ax.set_xticks([])
    for side in ("bottom", "left", "top", "right"):
        ax.spines[side].set_visible(False)
    # Narrow cells need narrow gaps, or the gaps are all there is to see.
    inset = min(0.06, 0.02 / wide)
    for y, part in enumerate(shown):
        for x, (state, count) in enumerate(zip(part["state"], part["n_articles"], strict=True)):
            ax.add_patch(
                Rectangle(
                    (x + inset, y - 0.42), 1 - 2 * inset, 0.84, linewidth=0.6, gid=state,
                    **_LOOKS[state],
                )
            )  # fmt: skip
            if state == "mentioned" and measure(str(count), _SIZE)[0] + 0.04 < wide:
                ax.text(
                    x + 0.5, y, str(count), ha="center", va="center", fontsize=_SIZE,
                    color=style.GROUND, gid="cell",
                )  # fmt: skip


def _key(sheet: Sheet, data: pd.DataFrame) -> tuple[list[tuple[float, float, str, str]], float]:
    """Set the key in rows => x, y under its top, state and name of each; and its height."""
    entries: list[tuple[float, float, str, str]] = []
    x, y = 0.0, 0.0
    there = set(data["state"])
    for state in _LOOKS:
        if state not in there:
            continue
        name = _say(sheet, state)
        room = 0.3 + measure(name, style.LABEL_SIZE)[0]
        if x and x + room > sheet.inner:
            x, y = 0.0, y + 0.22
        entries.append((x, y, state, name))
        x += room + 0.2
    return entries, y + 0.24


def _draw_key(
    sheet: Sheet,
    key: list[tuple[float, float, str, str]],
    left: float,
    height: float,
    heads: float,
) -> None:
    from matplotlib.patches import Rectangle

    top = sheet.plot_height + heads + height
    for x, y, state, name in key:
        sheet.ax.figure.add_artist(
            Rectangle(
                ((x - left) / sheet.plot_width, (top - y - 0.16) / sheet.plot_height),
                0.22 / sheet.plot_width, 0.14 / sheet.plot_height, linewidth=0.6,
                transform=sheet.ax.transAxes, clip_on=False, gid="swatch", **_LOOKS[state],
            )
        )  # fmt: skip
        sheet.write(x - left + 0.28, top - y - 0.015, name, gid="key")
