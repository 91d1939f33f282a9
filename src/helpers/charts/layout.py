"""Check a finished figure: no text over another, none outside the figure."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from helpers.charts.glyphs import texts

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from matplotlib.text import Text
    from matplotlib.transforms import Bbox


#: What two boxes may share, in points: the boxes of type reach a little beyond its ink.
_TOLERANCE = 1.0


def boxes(figure: Figure) -> list[tuple[str, Bbox]]:
    """Return each text with the box of its ink, in pixels."""
    figure.canvas.draw()
    return [(t.get_text(), _ink(t)) for t in texts(figure)]


def _ink(artist: Text) -> Bbox:
    """Return the box of the ink of an upright line; of other text the box it is set in."""
    from matplotlib.textpath import TextPath
    from matplotlib.transforms import Bbox

    box = artist.get_window_extent()
    if artist.get_rotation() or "\n" in artist.get_text():
        return box
    path = TextPath((0, 0), artist.get_text(), prop=artist.get_fontproperties())
    ink = path.get_extents()
    whole = artist.get_figure(root=True)
    scale = (whole.dpi if whole else 72) / 72
    # The box ends at the deepest of the line or of a 'p': find the base line from a text of one.
    base = _baseline(artist, box)
    left = box.x0
    return Bbox.from_extents(
        left + ink.x0 * scale, base + ink.y0 * scale, left + ink.x1 * scale, base + ink.y1 * scale
    )


def _baseline(artist: Text, box: Bbox) -> float:
    """Return the height of the base line in pixels, by asking where it would be if set on it."""
    before = artist.get_verticalalignment()
    if before == "baseline":
        return float(artist.get_transform().transform(artist.get_position())[1])
    at = box.y0
    artist.set_verticalalignment("baseline")
    moved = artist.get_window_extent().y0
    anchor = artist.get_transform().transform(artist.get_position())[1]
    artist.set_verticalalignment(before)
    return float(at + (anchor - moved))


def overlaps(figure: Figure, *, tolerance: float = _TOLERANCE) -> list[tuple[str, str]]:
    """Return the pairs of texts that lie over each other by more than `tolerance` points."""
    allowed = tolerance * figure.dpi / 72
    found = []
    for (one, a), (other, b) in combinations(boxes(figure), 2):
        wide = min(a.x1, b.x1) - max(a.x0, b.x0)
        tall = min(a.y1, b.y1) - max(a.y0, b.y0)
        if wide > allowed and tall > allowed:
            found.append((one, other))
    return found


def outside(figure: Figure, *, tolerance: float = _TOLERANCE) -> list[str]:
    """Return the texts that reach beyond the edge of the figure by more than `tolerance` points."""
    allowed = tolerance * figure.dpi / 72
    edge = figure.bbox
    return [
        text
        for text, box in boxes(figure)
        if box.x0 < edge.x0 - allowed
        or box.y0 < edge.y0 - allowed
        or box.x1 > edge.x1 + allowed
        or box.y1 > edge.y1 + allowed
    ]
