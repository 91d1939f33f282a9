"""Find characters of a figure that its font cannot draw: they would print as empty boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.charts import fonts

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from matplotlib.text import Text


def texts(figure: Figure) -> list[Text]:
    """Return the visible text artists of a figure that say something."""
    from matplotlib.text import Text

    return [
        t for t in figure.findobj(Text) if t.get_visible() and t.get_text().strip() and _shown(t)
    ]


def _shown(artist: Text) -> bool:
    """Say whether the Axes of an artist draws it: hidden axes keep the texts of their ticks."""
    axes = artist.axes
    if axes is None or axes.axison:
        return axes is None or axes.get_visible()
    ticks = {id(t) for axis in (axes.xaxis, axes.yaxis) for t in axis.findobj(type(artist))}
    return bool(axes.get_visible()) and id(artist) not in ticks


def missing_glyphs(figure: Figure) -> list[str]:
    """Return the characters of a figure's texts, sorted, that their house font has no glyph for.

    A text in a font that is not of the house counts as missing altogether: what it will look
    like depends on the machine.
    """
    missing: set[str] = set()
    for artist in texts(figure):
        wanted = {c for c in artist.get_text() if c not in "\n\u200b"}
        family = next(iter(artist.get_fontfamily()), "")
        known = fonts.characters(family) if family in (fonts.SANS, fonts.SERIF) else frozenset()
        missing |= {c for c in wanted if ord(c) not in known}
    return sorted(missing)
