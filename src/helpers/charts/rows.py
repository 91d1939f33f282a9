"""Charts of rows: how high a row is, and its name at the left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from helpers.charts import labels, style
from helpers.charts.fonts import measure
from helpers.charts.sheet import Sheet
from helpers.charts.wrapping import wrap

#: The most rows a chart of its own draws; the rest is counted, never dropped in silence.
MOST_ROWS = 60
#: The height, in inches, that the rows of such a chart may have together: a page holds no more.
MOST_HEIGHT = 9.0
_GAP = 0.09
_LEAST_SIZE = 6.0
#: Type of a figure of its own is not set smaller than this.
_SMALL_SIZE = 7.5


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows that are drawn: their names as wrapped, size of type, pitch and width in inches."""

    names: list[str]
    size: float
    pitch: float
    width: float
    left_out: int

    @property
    def height(self) -> float:
        """Return the height of all rows together."""
        return self.pitch * len(self.names)


def plan_rows(
    sheet: Sheet, names: Sequence[str], *, taken: float, least: float = 0.3, share: float = 0.36
) -> Rows:
    """Plan the rows of a chart so that no name touches the next.

    Args:
        sheet: The sheet; a slot that is given has a height that rows must keep to.
        names: The name of each row, from the top.
        taken: Height that titles and axes take of a given slot, in inches.
        least: Least pitch of a row.
        share: The most of the sheet's width that names may take.
    """
    size, most = style.LABEL_SIZE, share * sheet.inner
    wrapped = [wrap(str(n), most, size=size, lines=3) for n in names]
    if sheet.owned:
        kept, size, pitch = _own(wrapped, size, least)
    else:
        room = max(sheet.height - taken, 0.3)
        if _tallest(wrapped, size) * len(wrapped) > room:
            wrapped = [wrap(str(n), most, size=size, lines=1) for n in names]
        while size > _LEAST_SIZE and _tallest(wrapped, size) * len(wrapped) > room:
            size -= 0.5
        kept = wrapped[: max(1, int(room / _tallest(wrapped, size)))]
        pitch = room / len(kept)
    width = max((measure(n, size)[0] for n in kept), default=0.0)
    return Rows(kept, size, pitch, width, len(names) - len(kept))


def _own(names: list[str], size: float, least: float) -> tuple[list[str], float, float]:
    """Return the rows of a figure of its own, their size of type and pitch.

    Many rows stand closer and in smaller type before any is left out: a course over fifty issues
    is only seen whole.
    """
    kept = names[:MOST_ROWS]
    closest = min(least, MOST_HEIGHT / max(len(kept), 1))
    while size > _SMALL_SIZE and _tallest(kept, size) * len(kept) > MOST_HEIGHT:
        size -= 0.5
    gap = _GAP if closest == least else 0.03
    pitch = max([closest, *(measure(n, size)[1] + gap for n in kept)])
    if pitch * len(kept) > MOST_HEIGHT + _GAP:
        kept = kept[: max(1, int(MOST_HEIGHT / pitch))]
    return kept, size, pitch


def _tallest(names: Sequence[str], size: float) -> float:
    return max((measure(n, size)[1] for n in names), default=0.1) + 0.03


def name_rows(sheet: Sheet, rows: Rows, *, gap: float = 0.09) -> None:
    """Write the names at the left of the plot, row 0 at the top, and set the axis for them."""
    ax = sheet.ax
    ax.set_ylim(len(rows.names) - 0.5, -0.5)
    ax.set_yticks(range(len(rows.names)), rows.names, fontsize=rows.size, color=style.INK)
    ax.tick_params(axis="y", length=0, pad=gap * 72)
    for tick in ax.get_yticklabels():
        tick.set_linespacing(1.1)


def note_rows(sheet: Sheet, rows: Rows, source: str | None) -> str | None:
    """Add to the source line how many rows are not drawn."""
    return note_left_out(sheet, rows.left_out, source)


def note_left_out(sheet: Sheet, left_out: int, source: str | None) -> str | None:
    """Add to the source line that so many are not drawn."""
    if not left_out:
        return source
    note = labels.word("more_rows", language=sheet.language, n=left_out)
    return f"{source} · {note}" if source else note


def text_height(sheet: Sheet, title: str | None, subtitle: str | None, source: str | None) -> float:
    """Return about how much height the words of a given slot take, in inches."""
    if sheet.owned:  # a figure of its own grows, so nobody needs to know
        return 0.0
    total = 2 * sheet.pad
    for text, size, gap in (
        (title, style.TITLE_SIZE, 0.06),
        (subtitle, style.SUBTITLE_SIZE, 0.15),
        (source, style.NOTE_SIZE, 0.3),
    ):
        if text:
            total += measure(wrap(text, sheet.inner, size=size), size)[1] + gap
    return total
