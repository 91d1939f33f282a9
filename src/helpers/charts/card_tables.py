"""The tables at the foot of a card: figures and evidence, each with where it stands."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from helpers.charts import labels, style
from helpers.charts.fonts import measure
from helpers.charts.sheet import Sheet
from helpers.charts.wrapping import wrap

_SIZE = style.LABEL_SIZE
_SMALL = style.NOTE_SIZE + 0.5
#: Room of a row and of a heading, in inches.
_ROW, _HEAD = 0.2, 0.27


def figures_of(indicators: pd.DataFrame) -> list[tuple[str, str, str]]:
    """Return what each figure says, of what, and its article."""
    return [
        (str(row["figure"]), "" if pd.isna(row["of"]) else str(row["of"]), str(row["article_id"]))
        for row in indicators.to_dict("records")
    ]


def places_of(evidence: pd.DataFrame) -> list[tuple[str, str, str]]:
    """Return the words of each piece of evidence, and its article."""
    return [
        ("", " ".join(str(row["text"]).split()), str(row["article_id"]))
        for row in evidence.to_dict("records")
    ]


def table_height(table: Sequence[tuple[str, str, str]], rows: int) -> float:
    """Return the height of a table with its heading and the note of what is left out."""
    return _HEAD + 0.12 + _ROW * (rows + (len(table) > rows)) if rows else 0.0


def write_table(
    sheet: Sheet, head: str, table: Sequence[tuple[str, str, str]], rows: int, top: float
) -> None:
    """Write a table: what is told left, where it stands right, a hairline over each row."""
    wide = sheet.plot_width
    words = labels.word(head, language=sheet.language)
    y = top - 0.12
    sheet.write(0, y, words, size=_SMALL, colour=style.SOFT, gid="head")
    y -= _HEAD - 0.05
    first = 0.26 * wide if any(row[0] for row in table) else 0.0
    last = max(measure(row[2], _SMALL)[0] for row in table[:rows])
    last = min(last, 0.34 * wide)
    for told, of, where in table[:rows]:
        line(sheet, (0, y + 0.03), (wide, y + 0.03), colour=style.GRID)
        cells = (
            (0.0, wrap(told, first - 0.1, size=_SIZE, lines=1) if told else "", "left", style.NAVY),
            (first, wrap(of, wide - first - last - 0.15, size=_SIZE, lines=1), "left", style.INK),
            (wide, wrap(where, last, size=_SMALL, lines=1), "right", style.SOFT),
        )
        for x, text, side, colour in cells:
            if text:
                size = _SMALL if side == "right" else _SIZE
                sheet.write(
                    x, y - 0.07, text, size=size, colour=colour, ha=side, va="center", gid="cell"
                )
        y -= _ROW
    if len(table) > rows:
        more = labels.word("and_more", language=sheet.language, n=len(table) - rows)
        sheet.write(0, y - 0.07, more, size=_SMALL, colour=style.FAINT, va="center", gid="cell")


def line(
    sheet: Sheet,
    start: tuple[float, float],
    end: tuple[float, float],
    *,
    colour: str = style.FAINT,
) -> None:
    """Draw a straight line, in inches."""
    sheet.ax.plot(
        [start[0], end[0]],
        [start[1], end[1]],
        color=colour,
        linewidth=0.9,
        clip_on=False,
        zorder=2,
        solid_capstyle="butt",
    )
