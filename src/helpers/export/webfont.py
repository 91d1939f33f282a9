"""The house fonts inside a page: only the glyphs that the page uses, as data URIs."""

from __future__ import annotations

import base64
import logging
from io import BytesIO

from helpers.charts.fonts import SANS, SERIF, characters, font_file

#: Names of the families in the style sheet.
_FAMILIES = {"House Sans": SANS, "House Serif": SERIF}


def font_faces(text: str, *, headings: str) -> str:
    """Return CSS that embeds the fonts of a page.

    Args:
        text: All text of the page, which is set in the sans serif.
        headings: The text that is set in the serif.
    """
    return "\n".join(
        f"@font-face{{font-family:'{name}';src:url(data:font/woff;base64,{_subset(used, family)})"
        f" format('woff');font-display:swap}}"
        for (name, family), used in zip(_FAMILIES.items(), (text, headings), strict=True)
    )


def _subset(text: str, family: str) -> str:
    """Return a font with the glyphs of a text, as WOFF in base64."""
    from fontTools import subset
    from fontTools.ttLib import TTFont

    # fontTools writes to the log for every table that it leaves out.
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    # Without this the font would carry the time at which it was cut.
    font = TTFont(font_file(family), recalcTimestamp=False, lazy=True)
    options = subset.Options()
    options.flavor = "woff"
    options.desubroutinize = False
    options.hinting = False
    options.layout_features = ["kern"]
    options.name_IDs = [1, 2]
    cutter = subset.Subsetter(options)
    known = characters(family)
    cutter.populate(unicodes=sorted({ord(c) for c in text + " "} & known))
    cutter.subset(font)
    buffer = BytesIO()
    font.flavor = "woff"
    font.save(buffer, reorderTables=False)
    return base64.b64encode(buffer.getvalue()).decode("ascii")
