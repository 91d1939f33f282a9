"""The card of a programme: who runs it, on which tiers, with what, its figures and its evidence."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd

from helpers.charts import labels, style
from helpers.charts.card_tables import figures_of, line, places_of, table_height, write_table
from helpers.charts.fonts import measure
from helpers.charts.sheet import Sheet, open_sheet, require
from helpers.charts.wrapping import wrap

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_SIZE = style.LABEL_SIZE
_SMALL = style.NOTE_SIZE + 0.5
#: Room round the words of a box, between boxes, of a heading, in inches.
_PAD, _GAP, _HEAD = 0.07, 0.11, 0.27
#: The room that an arrow down takes between two tiers.
_DOWN = 0.2
#: Shares of the width: the columns left, in the middle and right; the rest is for arrows.
_LEFT, _MIDDLE, _RIGHT = 0.29, 0.36, 0.21
#: The most boxes in a column at a side.
_MOST_BOXES = 6


class _Box(NamedTuple):
    """A box: its words, wrapped, and its height in inches."""

    text: str
    height: float


def card(
    tiers: pd.DataFrame,
    indicators: pd.DataFrame,
    evidence: pd.DataFrame,
    *,
    name: str,
    actors: Sequence[str] = (),
    technology: Sequence[str] = (),
    most: int = 10,
    title: str | None = None,
    subtitle: str | None = None,
    source: str | None = None,
    language: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw the card of a programme: boxes and arrows over a table of figures and the evidence.

    Arrows lead from who runs it to its name, from its name down the tiers, and from what it works
    with to its name.

    Args:
        tiers: One row for each tier, the highest first: `tier`, `number` (how many; may be
            missing).
        indicators: One row for each figure: `figure`, `of` (may be missing), `article_id`.
        evidence: One row for each place: `article_id`, `text`, the printed words.
        name: The programme's name.
        actors: Who runs it, the most important first.
        technology: What it works with.
        most: The most rows of each table; how many more there are is written under it.
        title: What the card shows; `name` if not given.
        subtitle: Kind, period, status.
        source: Where the figures come from.
        language: 'zh' or 'en'; that of the style when not given.
        ax: The Axes to draw on; a figure of its own when not given. On a given Axes tables have
            as many rows as there is room for.

    Returns:
        The Axes: a box for each actor, tier and technology, arrows between them.

    Raises:
        InputError: A column is not there.
    """
    require(tiers, "tier", "number")
    require(indicators, "figure", "of", "article_id")
    require(evidence, "article_id", "text")
    sheet = open_sheet(ax, language=language)
    wide = sheet.inner
    left = _boxes(list(actors), _LEFT * wide, sheet)
    right = _boxes(list(technology), _RIGHT * wide, sheet)
    middle = [_box(name, _MIDDLE * wide, lines=3)] + [
        _box(_tier(row), _MIDDLE * wide, lines=2) for row in tiers.to_dict("records")
    ]
    tall = _HEAD + max(_column(left), _column(right), _column(middle, _DOWN))
    tables = [figures_of(indicators), places_of(evidence)]
    rows = [min(len(table), most) for table in tables]
    sheet.lay_out(
        title=title or name,
        subtitle=subtitle,
        source=source,
        plot_height=tall + sum(map(table_height, tables, rows)),
    )
    sheet.ax.set_axis_off()
    sheet.ax.set_xlim(0, sheet.plot_width)
    sheet.ax.set_ylim(0, sheet.plot_height)
    _draw_flow(sheet, left, middle, right)
    at = sheet.plot_height - tall
    while sum(map(table_height, tables, rows)) > at + 0.01 and any(rows):
        longest = rows.index(max(rows))
        rows[longest] -= 1
    for head, table, count in zip(("indicators", "evidence"), tables, rows, strict=True):
        if count:
            write_table(sheet, head, table, count, at)
            at -= table_height(table, count)
    return sheet.ax


def _tier(row: Mapping[Hashable, Any]) -> str:
    """Write a tier with how many there are of it: 乡镇群 × 9."""
    number = row["number"]
    if not isinstance(number, int | float) or pd.isna(number):
        return str(row["tier"])
    return f"{row['tier']} × {labels.number(float(number))}"


def _box(text: str, wide: float, *, lines: int) -> _Box:
    shown = wrap(text, wide - 2 * _PAD, size=_SIZE, lines=lines)
    return _Box(shown, measure(shown, _SIZE, linespacing=1.15)[1] + 2 * _PAD)


def _boxes(names: list[str], wide: float, sheet: Sheet) -> list[_Box]:
    """Return the boxes of a side; what is too much is counted in the last one."""
    if len(names) > _MOST_BOXES:
        rest = len(names) - _MOST_BOXES + 1
        more = labels.word("and_more", language=sheet.language, n=rest)
        names = [*names[: _MOST_BOXES - 1], more]
    return [_box(name, wide, lines=2) for name in names]


def _column(boxes: Sequence[_Box], gap: float = _GAP) -> float:
    """Return the height of a column of boxes with what is between them and below."""
    return sum(box.height for box in boxes) + gap * max(len(boxes) - 1, 0) + 0.16


def _draw_flow(
    sheet: Sheet, left: Sequence[_Box], middle: Sequence[_Box], right: Sequence[_Box]
) -> None:
    """Draw the three columns from the top of the plot, and the arrows between them."""
    wide, top = sheet.plot_width, sheet.plot_height
    columns = (
        (0.0, _LEFT * wide),
        ((1 - _MIDDLE + _LEFT - _RIGHT) / 2 * wide, _MIDDLE * wide),
        (wide * (1 - _RIGHT), _RIGHT * wide),
    )
    heads = ("run_by" if left else "", "tiers", "works_with" if right else "")
    for head, (x, _) in zip(heads, columns, strict=True):
        if head:
            words = labels.word(head, language=sheet.language)
            sheet.write(x, top, words, size=_SMALL, colour=style.SOFT, gid="head")
    x, room = columns[1]
    y = top - _HEAD
    target = y - middle[0].height / 2
    for number, box in enumerate(middle):
        _draw_box(sheet, x, y, room, box, main=number == 0)
        y -= box.height
        if number + 1 < len(middle):
            _arrow(sheet, (x + room / 2, y), (x + room / 2, y - _DOWN), both=number > 0)
            y -= _DOWN
    for boxes, (at, room_here), end, start_side in (
        (left, columns[0], x, 1.0),
        (right, columns[2], x + room, 0.0),
    ):
        y = top - _HEAD
        for number, box in enumerate(boxes):
            _draw_box(sheet, at, y, room_here, box)
            begin = at + room_here * start_side
            centre = y - box.height / 2
            bus = (begin + end) / 2
            line(sheet, (begin, centre), (bus, centre))
            if number == 0:
                line(sheet, (bus, centre), (bus, target))
                _arrow(sheet, (bus, target), (end, target))
            else:
                line(sheet, (bus, centre), (bus, target))
            y -= box.height + _GAP


def _draw_box(
    sheet: Sheet, x: float, top: float, wide: float, box: _Box, *, main: bool = False
) -> None:
    """Draw a box with its upper left corner at a place in inches."""
    from matplotlib.patches import FancyBboxPatch

    sheet.ax.add_patch(
        FancyBboxPatch(
            (x, top - box.height),
            wide,
            box.height,
            boxstyle="round,pad=0,rounding_size=0.05",
            facecolor=style.NAVY if main else style.EMPTY,
            edgecolor=style.NAVY if main else style.FAINT,
            linewidth=0.8,
            clip_on=False,
            gid="box",
            zorder=3,
        )
    )
    written = sheet.write(
        x + wide / 2,
        top - box.height / 2,
        box.text,
        size=_SIZE,
        colour=style.GROUND if main else style.INK,
        ha="center",
        va="center",
        gid="name" if main else "box",
    )
    written.set_zorder(4)


def _arrow(
    sheet: Sheet, start: tuple[float, float], end: tuple[float, float], *, both: bool = False
) -> None:
    """Draw an arrow; between tiers it has two heads, as matters go up and down."""
    sheet.ax.annotate(
        "",
        xy=end,
        xytext=start,
        xycoords="data",
        arrowprops={
            "arrowstyle": "<|-|>" if both else "-|>",
            "color": style.SOFT,
            "linewidth": 0.9,
            "shrinkA": 0,
            "shrinkB": 0,
            "mutation_scale": 7,
        },
        annotation_clip=False,
        zorder=2,
    )
