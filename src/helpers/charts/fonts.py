"""The house fonts, which come with the project: no font of the machine is trusted.

The package `pylopdf-fonts-zh-cn` carries Noto Sans SC and Noto Serif SC (SIL Open Font Licence).
"""

from __future__ import annotations

import importlib
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from helpers.errors import InputError

if TYPE_CHECKING:
    from matplotlib.figure import Figure

SANS = "Noto Sans SC"
SERIF = "Noto Serif SC"
#: What stands in a chart for a character that cannot be drawn; the data beneath keeps it.
MISSING = "〓"
PACKAGE = "pylopdf_fonts_zh_cn"
_FILES = {SANS: "NotoSansSC-Regular.otf", SERIF: "NotoSerifSC-Regular.otf"}
#: Measured finely, so that a width holds for the screen as well as for print.
_MEASURING_DPI = 288


def font_file(family: str = SANS) -> Path:
    """Return the file of a house font.

    Raises:
        InputError: The family is not a house font, or its package is not installed whole.
    """
    if family not in _FILES:
        raise InputError(
            f"{family!r} is not a house font", remedy=f"use {SANS!r} or {SERIF!r}, see charts/fonts"
        )
    remedy = "install it again with `make setup`, or `pip install pylopdf-fonts-zh-cn`"
    try:
        package = importlib.import_module(PACKAGE)
    except ImportError as error:
        raise InputError(
            f"The Chinese font is missing: the package {PACKAGE} is not installed", remedy=remedy
        ) from error
    path = Path(str(package.__file__)).parent / _FILES[family]
    if not path.is_file():
        raise InputError(
            f"The Chinese font is missing: {_FILES[family]} is not in the package {PACKAGE}",
            remedy=remedy,
        )
    return path


@cache
def register() -> None:
    """Make the house fonts known to matplotlib, once for each process."""
    from matplotlib import font_manager

    for family in _FILES:
        font_manager.fontManager.addfont(str(font_file(family)))


@cache
def characters(family: str = SANS) -> frozenset[int]:
    """Return the code points that a house font has a glyph for."""
    from matplotlib.ft2font import FT2Font

    return frozenset(FT2Font(str(font_file(family))).get_charmap())


def printable(text: str, *, family: str = SANS) -> str:
    """Put 〓, the compositor's mark for a missing sort, where the font has no glyph."""
    known = characters(family)
    return "".join(c if c == "\n" or ord(c) in known else MISSING for c in text)


@cache
def _board() -> Figure:
    """Return a figure that is never shown, to measure text on."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    register()
    figure = Figure(figsize=(1, 1), dpi=_MEASURING_DPI)
    FigureCanvasAgg(figure)
    return figure


@lru_cache(maxsize=20_000)
def measure(
    text: str, size: float, *, family: str = SANS, linespacing: float = 1.2
) -> tuple[float, float]:
    """Return the width and height, in inches, of text of `size` points when it is drawn."""
    if not text:
        return 0.0, 0.0
    from matplotlib import rc_context, rcParams

    figure = _board()
    artist = figure.text(
        0, 0, text, fontsize=size, family=family, linespacing=linespacing, parse_math=False
    )
    if rcParams["text.hinting"] == "none":
        box = artist.get_window_extent()
    else:
        with rc_context({"text.hinting": "none"}):
            box = artist.get_window_extent()
    artist.remove()
    return float(box.width) / _MEASURING_DPI, float(box.height) / _MEASURING_DPI
