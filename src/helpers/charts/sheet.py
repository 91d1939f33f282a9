"""The page a chart is set on: title, subtitle, key, plot and source, none over another.

Everything is laid out in inches from measured text. A chart that is given no Axes gets a figure
of its own, as tall as it needs; one that is given an Axes keeps inside that Axes' slot.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from helpers.charts import fonts, labels, style
from helpers.charts.labels import Language
from helpers.charts.wrapping import wrap
from helpers.errors import InputError

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure, SubFigure
    from matplotlib.text import Text


_SPACING = 1.15
#: Room for the red tag at the head of a chart of its own.
_TAG = 0.02


@dataclass(slots=True)
class Sheet:
    """The room of one chart on its figure; lengths are inches."""

    ax: Axes
    owned: bool
    left: float
    bottom: float
    width: float
    height: float
    language: Language
    plot_width: float = 0.0
    plot_height: float = 0.0

    @property
    def pad(self) -> float:
        """Return the margin at the edge of the sheet."""
        return 0.16 if self.owned else 0.03

    @property
    def inner(self) -> float:
        """Return the width between the margins."""
        return self.width - 2 * self.pad

    def lay_out(
        self,
        *,
        title: str | None,
        subtitle: str | None,
        source: str | None,
        plot_height: float,
        left: float = 0.0,
        right: float = 0.0,
        above: float = 0.0,
        below: float = 0.0,
        key: Sequence[tuple[str, str]] = (),
    ) -> None:
        """Place the plot and write the words around it.

        Args:
            title: What the chart shows, in the words of the story.
            subtitle: The measure, its unit and the period.
            source: Where the figures come from; 'Source' is put before it.
            plot_height: Height of the plot; on a given Axes whatever room is left.
            left: Room for labels left of the plot.
            right: Room right of the plot.
            above: Room between the key and the plot.
            below: Room for labels under the plot.
            key: Colour and name of each series, written above the plot.
        """
        title = wrap(title or "", self.inner, size=style.TITLE_SIZE, family=fonts.SERIF)
        subtitle = wrap(subtitle or "", self.inner, size=style.SUBTITLE_SIZE)
        foot = ""
        if source:
            foot = wrap(
                labels.word("source", language=self.language) + source,
                self.inner,
                size=style.NOTE_SIZE,
            )
        entries, key_height = _flow(key, self.inner)
        heights = [
            _height(title, style.TITLE_SIZE, fonts.SERIF) if title else 0.0,
            _height(subtitle, style.SUBTITLE_SIZE) if subtitle else 0.0,
            _height(foot, style.NOTE_SIZE) if foot else 0.0,
        ]
        tag = _TAG if self.owned and title else 0.0
        head = self.pad + tag + heights[0] + (0.04 if title else 0) + heights[1]
        head += 0.14 if title or subtitle else 0
        tail = below + (0.12 + heights[2] if foot else 0) + self.pad
        rest = head + key_height + above + tail
        self._fit(rest, plot_height, left, right, tail)
        inset = -left  # what is written starts at the margin, not at the plot
        top = self.plot_height + above + key_height + head - self.pad
        if tag:
            self._block(inset, top + self.pad - 0.055, 0.42, 0.055, style.ACCENT, "tag")
            top -= tag
        if title:
            self.ax.set_title(
                title,
                loc="left",
                x=inset / self.plot_width,
                y=top / self.plot_height,
                pad=0,
                fontsize=style.TITLE_SIZE,
                fontfamily=fonts.SERIF,
                color=style.INK,
                va="top",
                linespacing=_SPACING,
            )
            top -= heights[0] + 0.04
        if subtitle:
            self.write(
                inset, top, subtitle, size=style.SUBTITLE_SIZE, colour=style.SOFT, gid="subtitle"
            )
        base = self.plot_height + above + key_height
        for x, y, colour, name in entries:
            self._block(inset + x, base - y - 0.05, 0.1, 0.1, colour, "swatch")
            self.write(
                inset + x + 0.15,
                base - y - 0.045,
                name,
                size=style.LABEL_SIZE,
                gid="key",
                va="baseline",
            )
        if foot:
            self.write(
                inset, -below - 0.12, foot, size=style.NOTE_SIZE, colour=style.SOFT, gid="source"
            )

    def _fit(self, rest: float, plot_height: float, left: float, right: float, tail: float) -> None:
        figure = self.ax.figure
        if self.owned:
            self.height = rest + plot_height
            figure.get_figure(root=True).set_size_inches(self.width, self.height)
            whole_width, whole_height = self.width, self.height
        else:
            whole_width, whole_height = _size(figure)
        self.plot_height = max(self.height - rest, 0.1)
        self.plot_width = max(self.inner - left - right, 0.1)
        self.ax.set_position(
            (
                (self.left + self.pad + left) / whole_width,
                (self.bottom + tail) / whole_height,
                self.plot_width / whole_width,
                self.plot_height / whole_height,
            )
        )

    def write(
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: float = style.LABEL_SIZE,
        colour: str = style.INK,
        ha: str = "left",
        va: str = "top",
        gid: str | None = None,
    ) -> Text:
        """Write text at a place in inches from the lower left corner of the plot."""
        return self.ax.text(
            x / self.plot_width,
            y / self.plot_height,
            fonts.printable(text),
            transform=self.ax.transAxes,
            fontsize=size,
            color=colour,
            ha=ha,
            va=va,
            gid=gid,
            linespacing=_SPACING,
            clip_on=False,
        )

    def _block(self, x: float, y: float, wide: float, tall: float, colour: str, gid: str) -> None:
        """Draw a block of colour at a place in inches from the plot's lower left corner."""
        from matplotlib.patches import Rectangle

        # On the figure, so that the Axes holds nothing but the data.
        self.ax.figure.add_artist(
            Rectangle(
                (x / self.plot_width, y / self.plot_height),
                wide / self.plot_width,
                tall / self.plot_height,
                transform=self.ax.transAxes,
                facecolor=colour,
                linewidth=0,
                clip_on=False,
                gid=gid,
            )
        )

    def no_data(self, *, title: str | None, subtitle: str | None, source: str | None) -> Axes:
        """Draw a chart that says, in its language, that there is nothing to draw."""
        self.ax.set_axis_off()
        self.lay_out(title=title, subtitle=subtitle, source=source, plot_height=1.1)
        self.write(
            self.plot_width / 2,
            self.plot_height / 2,
            labels.word("no_data", language=self.language),
            size=style.SUBTITLE_SIZE,
            colour=style.SOFT,
            ha="center",
            va="center",
            gid="no_data",
        )
        return self.ax


def open_sheet(
    ax: Axes | None = None,
    *,
    language: str | None = None,
    width: float = style.WIDTH,
) -> Sheet:
    """Return the sheet of a chart: a figure of its own, or the slot of the Axes given."""
    style.ensure_style()
    spoken = labels.checked(language)
    if ax is None:
        from matplotlib import pyplot as plt

        figure = plt.figure(figsize=(width, width / 2))
        ax = figure.add_axes((0.1, 0.1, 0.8, 0.8))
        return Sheet(ax, True, 0.0, 0.0, width, width / 2, spoken)
    whole_width, whole_height = _size(ax.figure)
    slot = ax.get_position(original=True)
    return Sheet(
        ax,
        False,
        slot.x0 * whole_width,
        slot.y0 * whole_height,
        slot.width * whole_width,
        slot.height * whole_height,
        spoken,
    )


def require(data: pd.DataFrame, *columns: str | None) -> None:
    """Check that a frame has the columns a chart was told to draw.

    Raises:
        InputError: A column is not there.
    """
    for column in columns:
        if column is not None and column not in data.columns:
            known = ", ".join(map(str, data.columns)) or "none"
            raise InputError(
                f"The table has no column {column!r}", remedy=f"its columns are: {known}"
            )


def _size(figure: Figure | SubFigure) -> tuple[float, float]:
    """Return width and height of a figure or subfigure, in inches."""
    dpi = figure.get_figure(root=True).dpi
    return figure.bbox.width / dpi, figure.bbox.height / dpi


def _height(text: str, size: float, family: str = fonts.SANS) -> float:
    return fonts.measure(text, size, family=family, linespacing=_SPACING)[1]


def _flow(
    key: Sequence[tuple[str, str]], width: float
) -> tuple[list[tuple[float, float, str, str]], float]:
    """Set the entries of a key in rows: x, y under the key's top, colour, name; and the height."""
    entries: list[tuple[float, float, str, str]] = []
    x, y, step = 0.0, 0.1, 0.21
    for colour, name in key:
        shown = wrap(name, min(width - 0.2, 2.6), size=style.LABEL_SIZE, lines=1)
        room = 0.15 + fonts.measure(shown, style.LABEL_SIZE)[0]
        if x and x + room > width:
            x, y = 0.0, y + step
        entries.append((x, y, colour, shown))
        x += room + 0.2
    return entries, (y + 0.18 if key else 0.0)
