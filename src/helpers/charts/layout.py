"""Check a finished figure: no text over another, none outside the figure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from helpers.charts.glyphs import texts

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from matplotlib.text import Text
    from matplotlib.transforms import Bbox, BboxBase

#: What two boxes may share, in points: the boxes of type reach a little beyond its ink.
_TOLERANCE = 1.0


def overlaps(figure: Figure, *, tolerance: float = _TOLERANCE) -> list[tuple[str, str]]:
    """Return the pairs of texts that lie over each other by more than `tolerance` points."""
    allowed = tolerance * figure.dpi / 72
    figure.draw_without_rendering()
    artists = texts(figure)
    # The box a line is set in is larger than its ink: only where boxes meet is ink asked for.
    return [
        (artists[i].get_text(), artists[j].get_text())
        for i, j in _meeting([t.get_window_extent() for t in artists], allowed)
        if _meeting([ink_box(artists[i]), ink_box(artists[j])], allowed)
    ]


def outside(figure: Figure, *, tolerance: float = _TOLERANCE) -> list[str]:
    """Return the texts that reach beyond the edge of the figure by more than `tolerance` points."""
    allowed = tolerance * figure.dpi / 72
    figure.draw_without_rendering()
    return [
        t.get_text()
        for t in texts(figure)
        if _leaves(t.get_window_extent(), figure.bbox, allowed)
        and _leaves(ink_box(t), figure.bbox, allowed)
    ]


def _meeting(boxes: Sequence[Bbox], allowed: float) -> list[tuple[int, int]]:
    """Return the pairs of boxes that share more than `allowed` pixels both ways."""
    if not boxes:
        return []
    x0, y0, x1, y1 = np.array([b.extents for b in boxes]).T
    wide = np.minimum.outer(x1, x1) - np.maximum.outer(x0, x0)
    tall = np.minimum.outer(y1, y1) - np.maximum.outer(y0, y0)
    first, second = np.nonzero(np.triu((wide > allowed) & (tall > allowed), k=1))
    return [(int(i), int(j)) for i, j in zip(first, second, strict=True)]


def _leaves(box: Bbox, edge: BboxBase, allowed: float) -> bool:
    return bool(
        box.x0 < edge.x0 - allowed
        or box.y0 < edge.y0 - allowed
        or box.x1 > edge.x1 + allowed
        or box.y1 > edge.y1 + allowed
    )


def ink_box(artist: Text) -> Bbox:
    """Return the box of the ink of an upright line, in pixels; of other text its whole box."""
    from matplotlib.textpath import TextPath
    from matplotlib.transforms import Bbox

    box = artist.get_window_extent()
    if artist.get_rotation() or "\n" in artist.get_text():
        return box
    ink = TextPath((0, 0), artist.get_text(), prop=artist.get_fontproperties()).get_extents()
    whole = artist.get_figure(root=True)
    scale = (whole.dpi if whole else 72) / 72
    base = _baseline(artist, box)
    return Bbox.from_extents(
        box.x0 + ink.x0 * scale,
        base + ink.y0 * scale,
        box.x0 + ink.x1 * scale,
        base + ink.y1 * scale,
    )


def _baseline(artist: Text, box: Bbox) -> float:
    """Return the height of the base line in pixels, by asking where it would be if set on it."""
    anchor = float(artist.get_transform().transform(artist.get_position())[1])
    before = artist.get_verticalalignment()
    if before == "baseline":
        return anchor
    artist.set_verticalalignment("baseline")
    moved = artist.get_window_extent().y0
    artist.set_verticalalignment(before)
    return float(box.y0 + anchor - moved)
