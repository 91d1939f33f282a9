"""A map of raw lines: one column an issue, one strip a line, coloured by the line's role."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from helpers.charts import labels, style
from helpers.charts.fonts import measure
from helpers.charts.scales import round_ticks
from helpers.charts.sheet import Sheet, open_sheet, require
from helpers.charts.wrapping import wrap

if TYPE_CHECKING:
    from matplotlib.axes import Axes


#: Families of roles: what opens an article is red, its text blue, pictures gold, the rest grey.
ROLE_COLOURS: dict[str, str] = {
    "masthead": style.INK,
    "kicker": "#E39A87",
    "headline": style.ACCENT,
    "deck": "#F0C4B8",
    "byline": style.NAVY,
    "body": "#A9C7E3",
    "caption": "#E7B13E",
    "credit": "#F3DDA6",
    "jump": "#6B675F",
    "page_header": "#8F8A80",
    "slogan": "#A9A59B",
    "notice": "#C2BEB4",
    "furniture": "#DAD7D0",
}
#: A line of no known role must be seen at once.
UNKNOWN = "#D100D1"


def lines_map(
    data: pd.DataFrame,
    *,
    issue: str = "issue_id",
    line: str = "line",
    role: str = "role",
    length: str | None = None,
    height: float = 4.6,
    title: str | None = None,
    subtitle: str | None = None,
    source: str | None = None,
    language: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw every raw line of every issue as a strip, the first line at the top.

    Args:
        data: One row for each line, as in the table `lines`.
        issue: Column of issues.
        line: Column of line numbers, from 1.
        role: Column of roles; one that is missing or unknown is drawn in a loud colour.
        length: Column of lengths; a strip is then as wide as its line is long.
        height: Height of the plot, in inches.
        title: What the chart shows.
        subtitle: Measure, unit, period.
        source: Where the figures come from.
        language: 'zh' or 'en'; that of the style when not given.
        ax: The Axes to draw on; a figure of its own when not given.

    Returns:
        The Axes; each collection holds the strips of one role, its gid, one path for each line.

    Raises:
        InputError: A column is not there.
    """
    require(data, issue, line, role, length)
    sheet = open_sheet(ax, language=language)
    if data.empty:
        return sheet.no_data(title=title, subtitle=subtitle, source=source)
    issues = sorted(data[issue].astype(str).unique())
    roles = data[role].where(data[role].isin(list(ROLE_COLOURS)), "unknown")
    colours = {**ROLE_COLOURS, "unknown": UNKNOWN}
    present = [r for r in colours if (roles == r).any()]
    key = [(colours[r], _count(r, int((roles == r).sum()), sheet)) for r in present]
    ticks = [t for t in round_ticks(0, float(data[line].max()), most=5) if t <= data[line].max()]
    left = max(measure(labels.number(t), style.NOTE_SIZE)[0] for t in ticks) + 0.12
    heads, size, above = _heads(issues, (sheet.inner - left) / len(issues))
    sheet.lay_out(
        title=title,
        subtitle=subtitle,
        source=source,
        plot_height=height,
        left=left,
        above=above,
        key=key,
    )
    _draw(sheet, data, roles, issues, colours, (issue, line, length))
    _dress(sheet, ticks, len(issues), float(data[line].max()))
    for i, head in enumerate(heads):
        sheet.write(
            (i + 0.05) / len(issues) * sheet.plot_width,
            sheet.plot_height + 0.06,
            head,
            size=size,
            va="bottom",
            gid="issue",
        )
    return sheet.ax


def _count(role: str, n: int, sheet: Sheet) -> str:
    return f"{labels.word(role, language=sheet.language)} {labels.number(n)}"


def _heads(issues: list[str], cell: float) -> tuple[list[str], float, float]:
    """Return the issues' names over their columns; every so many where columns are narrow."""
    size = style.NOTE_SIZE
    step = min(max(1, int(np.ceil(0.62 / cell))), len(issues))
    heads = [
        wrap(n.replace("-", "- "), cell * step - 0.08, size=size, lines=4).replace("- ", "-")
        if i % step == 0 and i + step <= max(len(issues), step)
        else ""
        for i, n in enumerate(issues)
    ]
    return heads, size, max(measure(h, size, linespacing=1.15)[1] for h in heads) + 0.1


def _draw(
    sheet: Sheet,
    data: pd.DataFrame,
    roles: pd.Series[str],
    issues: list[str],
    colours: dict[str, str],
    columns: tuple[str, str, str | None],
) -> None:
    from matplotlib.collections import PolyCollection

    issue, line, length = columns
    place = {name: i for i, name in enumerate(issues)}
    x = data[issue].astype(str).map(place).to_numpy(dtype=float)
    y = data[line].to_numpy(dtype=float)
    wide = np.full(len(data), 1.0)
    if length is not None:
        sizes = data[length].to_numpy(dtype=float)
        # By the square root, or one long paragraph would leave every headline a hair.
        wide = np.clip(np.sqrt(sizes / max(sizes.max(), 1.0)), 0.02, 1.0)
    left, right = x + 0.05, x + 0.05 + 0.9 * wide
    corners = np.stack(
        [
            np.column_stack([left, y - 1]),
            np.column_stack([right, y - 1]),
            np.column_stack([right, y]),
            np.column_stack([left, y]),
        ],
        axis=1,
    )
    edge = 0.4 if data[line].max() <= 300 else 0.0
    for role, colour in colours.items():
        chosen = (roles == role).to_numpy()
        if chosen.any():
            sheet.ax.add_collection(
                PolyCollection(
                    list(corners[chosen]),
                    facecolors=colour,
                    edgecolors=style.GROUND,
                    linewidths=edge,
                    gid=role,
                )
            )


def _dress(sheet: Sheet, ticks: list[float], n: int, last: float) -> None:
    ax = sheet.ax
    ax.set_xlim(0, n)
    ax.set_ylim(last + 0.5, 0)
    ax.set_xticks([])
    names = [labels.number(t) if t else "1" for t in ticks]
    ax.set_yticks([t or 0.5 for t in ticks], names, fontsize=style.NOTE_SIZE, color=style.SOFT)
    ax.tick_params(axis="y", length=0, pad=4)
    for side in ("bottom", "left", "top", "right"):
        ax.spines[side].set_visible(False)
