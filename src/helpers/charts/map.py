"""The map of a correspondence analysis: terms and groups on two axes of one scale, all named."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from helpers.charts import style
from helpers.charts.fonts import measure
from helpers.charts.placing import beside
from helpers.charts.rows import text_height
from helpers.charts.sheet import Sheet, open_sheet, require
from helpers.charts.wrapping import wrap

if TYPE_CHECKING:
    from matplotlib.axes import Axes

Vector = NDArray[np.float64]
_SIZE = style.LABEL_SIZE
#: Room left of and under the plot for its scale and title, and above it for the other title.
_LEFT, _BELOW, _ABOVE = 0.36, 0.42, 0.24
#: Height of the plot to its width, at least and at most; room around the outermost points.
_FLAT, _TALL, _MARGIN = 0.6, 1.0, 0.08
_WORDS = {
    "axis": ("第{n}维（占总惯量{share:.1%}）", "Dimension {n} ({share:.1%} of inertia)"),
    "unnamed": ("另有{n}个点未标名", "{n} points without a name"),
    "cut": ("另有{n}项未画出", "{n} more not drawn"),
    "regions": ("椭圆为95%自助法区域", "ellipses: 95% bootstrap regions"),
}


def correspondence_map(
    points: pd.DataFrame,
    axes: pd.DataFrame,
    *,
    regions: pd.DataFrame | None = None,
    most: int = 40,
    names: tuple[str, str] | None = None,
    title: str | None = None,
    subtitle: str | None = None,
    source: str | None = None,
    language: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw rows as dots and columns as squares, both in principal coordinates, on one scale.

    Distances among dots and among squares can be read; of a dot and a square only whether they lie
    the same way from the origin. Labels go where no other lies; those moved have a line to their
    point, and a point for whose label there is no room stays unnamed, which the note says.

    Args:
        points: `Correspondence.points`, with `dimension_1` and `dimension_2`.
        axes: `Correspondence.axes`, for the shares of inertia.
        regions: Ellipses to draw, as `statistics.structure.regions` finds them; those of groups
            (`side` 'column') say most.
        most: Rows drawn: those that make most of the two axes.
        names: What rows and columns are called, for the key; without it there is none.
        title: What the chart shows.
        subtitle: Measure, unit, period.
        source: Where the figures come from.
        language: 'zh' or 'en'; that of the style when not given.
        ax: The Axes to draw on; a figure of its own when not given.

    Returns:
        The Axes; a line of one point for each, labelled with its name, gid 'row' or 'column',
        hollow where supplementary; labels have the gid 'row_name' or 'column_name'.

    Raises:
        InputError: A column is not there: a map needs two dimensions.
    """
    require(points, "side", "name", "supplementary", "dimension_1", "dimension_2")
    require(axes, "share")
    sheet = open_sheet(ax, language=language)
    frame = _choose(points, axes, most)
    if frame.empty:
        return sheet.no_data(title=title, subtitle=subtitle, source=source)
    ellipses = _ellipses(regions, frame)
    key = [(style.NAVY, names[0]), (style.ACCENT, names[1])] if names else []
    places = frame[["dimension_1", "dimension_2"]].to_numpy(dtype=float)
    left_out = len(points) - len(frame)
    wide = sheet.inner - _LEFT
    spread = np.maximum(places.max(axis=0) - places.min(axis=0), 1e-9)
    taken = text_height(sheet, title, subtitle, (source or "") + "·" * 60) + _BELOW + _ABOVE
    tall = wide * float(np.clip(spread[1] / spread[0], _FLAT, _TALL))
    if not sheet.owned:
        tall = max(sheet.height - taken - 0.3 * bool(key), 0.4)
    view = _view(places, wide, tall)
    spots, boxes, shown = _label(frame, places, view, wide, tall)
    unnamed = sum(spot is None for spot in spots)
    notes = [
        source or "",
        _say(sheet, "regions") if len(ellipses) else "",
        _say(sheet, "cut", n=left_out) if left_out else "",
        _say(sheet, "unnamed", n=unnamed) if unnamed else "",
    ]
    sheet.lay_out(
        title=title,
        subtitle=subtitle,
        source=" · ".join(note for note in notes if note) or None,
        plot_height=tall,
        left=_LEFT,
        below=_BELOW,
        above=_ABOVE,
        key=key,
    )
    scale = np.array([1.0, sheet.plot_height / tall])
    _ground(sheet, view, axes)
    for row in ellipses.to_dict("records"):
        _draw_ellipse(sheet, {str(name): value for name, value in row.items()})
    _draw_points(sheet, frame, places)
    _write(sheet, frame, _inches(places, view, wide, tall), spots, boxes, shown, scale)
    return sheet.ax


def _say(sheet: Sheet, key: str, **values: float) -> str:
    return _WORDS[key][0 if sheet.language == "zh" else 1].format(**values)


def _choose(points: pd.DataFrame, axes: pd.DataFrame, most: int) -> pd.DataFrame:
    """Keep all columns, all supplementary points, and the rows that make most of the plane.

    In the order in which they are to be named: columns, supplementary points, rows by weight.
    """
    parts = [points.get(f"contribution_{n}", pd.Series(0.0, index=points.index)) for n in (1, 2)]
    shares = [*axes["share"].head(2).tolist(), 0.0, 0.0]
    weight = parts[0].fillna(0.0) * shares[0] + parts[1].fillna(0.0) * shares[1]
    frame = points.dropna(subset=["dimension_1", "dimension_2"]).assign(weight=weight)
    frame = frame.sort_values(["weight", "name"], ascending=[False, True], kind="stable")
    late = frame["supplementary"].astype(bool)
    rows = frame[(frame["side"] == "row") & ~late].head(most)
    return pd.concat([frame[(frame["side"] == "column") & ~late], frame[late], rows])


def _ellipses(regions: pd.DataFrame | None, frame: pd.DataFrame) -> pd.DataFrame:
    """Return the ellipses of points that are drawn."""
    if regions is None:
        return pd.DataFrame()
    require(regions, "side", "name", "x", "y", "width", "height", "angle")
    known = set(zip(frame["side"], frame["name"], strict=True))
    there = [pair in known for pair in zip(regions["side"], regions["name"], strict=True)]
    return regions[np.array(there, dtype=bool)].dropna(subset=["width", "height", "angle"])


def _view(places: Vector, wide: float, tall: float) -> tuple[Vector, float]:
    """Return the lower left corner of the plot and the units of an inch, the same both ways."""
    low = np.minimum(places.min(axis=0), 0.0)
    high = np.maximum(places.max(axis=0), 0.0)
    room = np.array([wide, tall])
    unit = float(((high - low) * (1 + 2 * _MARGIN) / room).max()) or 1.0
    return (low + high) / 2 - unit * room / 2, unit


def _inches(places: Vector, view: tuple[Vector, float], wide: float, tall: float) -> Vector:
    corner, unit = view
    found: Vector = (places - corner) / unit
    return np.clip(found, 0.0, [wide, tall])


def _label(
    frame: pd.DataFrame, places: Vector, view: tuple[Vector, float], wide: float, tall: float
) -> tuple[list[tuple[float, float] | None], Vector, list[str]]:
    """Find a place for each label; sizes and texts with it."""
    shown = [wrap(str(name), 1.5, size=_SIZE, lines=1) for name in frame["name"]]
    boxes = np.array([measure(text, _SIZE) for text in shown])
    spots = beside(
        _inches(places, view, wide, tall),
        boxes,
        radii=np.full(len(frame), 0.04),
        width=wide,
        height=tall,
        gap=0.025,
    )
    return spots, boxes, shown


def _ground(sheet: Sheet, view: tuple[Vector, float], axes: pd.DataFrame) -> None:
    """Set the scale, draw the lines through the origin, and name the axes."""
    from matplotlib.ticker import MaxNLocator

    ax, (corner, unit) = sheet.ax, view
    ax.set_xlim(corner[0], corner[0] + unit * sheet.plot_width)
    ax.set_ylim(corner[1], corner[1] + unit * sheet.plot_height)
    ax.axhline(0, color=style.GRID, linewidth=0.9, zorder=1)
    ax.axvline(0, color=style.GRID, linewidth=0.9, zorder=1)
    for axis, length, (low, high) in (
        (ax.xaxis, sheet.plot_width, ax.get_xlim()),
        (ax.yaxis, sheet.plot_height, ax.get_ylim()),
    ):
        # None so near the end that its figure would stand out over it.
        edge = 0.15 / length * (high - low)
        steps = MaxNLocator(5).tick_values(low, high)
        axis.set_ticks([step for step in steps if low + edge <= step <= high - edge])
        axis.set_tick_params(labelsize=style.NOTE_SIZE)
    shares = axes["share"].tolist()
    across = _say(sheet, "axis", n=1, share=shares[0])
    sheet.write(
        sheet.plot_width, -0.24, across, size=_SIZE, colour=style.SOFT, ha="right", gid="axis"
    )
    up = _say(sheet, "axis", n=2, share=shares[1] if len(shares) > 1 else 0.0)
    sheet.write(
        -_LEFT,
        sheet.plot_height + 0.07,
        up,
        size=_SIZE,
        colour=style.SOFT,
        va="bottom",
        gid="axis",
    )


def _draw_ellipse(sheet: Sheet, row: dict[str, Any]) -> None:
    from matplotlib.patches import Ellipse

    hue = style.ACCENT if row["side"] == "column" else style.NAVY
    sheet.ax.add_patch(
        Ellipse(
            (row["x"], row["y"]),
            row["width"],
            row["height"],
            angle=row["angle"],
            facecolor=hue,
            edgecolor=hue,
            alpha=0.13,
            linewidth=0.8,
            zorder=2,
            gid="region",
        )
    )


def _draw_points(sheet: Sheet, frame: pd.DataFrame, places: Vector) -> None:
    for (x, y), side, name, late in zip(
        places, frame["side"], frame["name"], frame["supplementary"], strict=True
    ):
        column = side == "column"
        hue = style.ACCENT if column else style.NAVY
        sheet.ax.plot(
            [x],
            [y],
            marker="s" if column else "o",
            markersize=6.0 if column else 4.2,
            color=hue,
            markerfacecolor=style.GROUND if late else hue,
            label=str(name),
            linestyle="none",
            zorder=4,
            clip_on=False,
            gid=str(side),
        )


def _write(
    sheet: Sheet,
    frame: pd.DataFrame,
    inches: Vector,
    spots: list[tuple[float, float] | None],
    boxes: Vector,
    shown: list[str],
    scale: Vector,
) -> None:
    """Write the labels, with a line to the point where they lie farther off."""
    from matplotlib.patheffects import withStroke

    room = np.array([sheet.plot_width, sheet.plot_height])
    for side, point, spot, box, text in zip(
        frame["side"], inches, spots, boxes, shown, strict=True
    ):
        if spot is None:
            continue
        centre = np.array(spot)
        nearest = np.clip(point, centre - box / 2, centre + box / 2)
        if np.hypot(*(nearest - point)) > 0.13:
            ends = np.stack([point, nearest]) * scale / room
            sheet.ax.plot(
                ends[:, 0],
                ends[:, 1],
                transform=sheet.ax.transAxes,
                color=style.FAINT,
                linewidth=0.5,
                zorder=3,
                gid="leader",
            )
        x, y = (centre * scale).tolist()
        written = sheet.write(
            x,
            y,
            text,
            size=_SIZE,
            colour=style.ACCENT if side == "column" else style.INK,
            ha="center",
            va="center",
            gid=f"{side}_name",
        )
        written.set_path_effects([withStroke(linewidth=1.8, foreground=style.GROUND)])
        written.set_zorder(5)
