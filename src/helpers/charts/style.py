"""The house style: white ground, one accent, a serif title over plain type, few lines.

The six colours of a series keep apart under simulated colour blindness (see `colour`).
"""

from __future__ import annotations

from typing import Any

from helpers.charts import fonts, labels

GROUND = "#FFFFFF"
INK = "#1C1B19"
SOFT = "#5E5A54"
FAINT = "#8F8A80"
GRID = "#E4E1DA"
EMPTY = "#F3F1EC"
NAVY = "#12436D"
ACCENT = "#C44632"
PALE = "#CFCBC2"

#: Colours of series in order of use; told apart in deuteranopia and protanopia too.
SERIES = (NAVY, ACCENT, "#E7B13E", "#6FA3CF", FAINT, PALE)
#: The same as colours of type: darker where the colour is too light to be read on white.
SERIES_TEXT = (NAVY, ACCENT, "#8A620A", "#2F6EA3", "#6B675F", "#6B675F")
#: A bar that a whisker is drawn on.
LIGHT = "#A9C7E3"
#: The accent as the colour of an interval under its dot.
ACCENT_LIGHT = "#E3A79B"
#: From little to much, one hue, lightness falling evenly.
SEQUENTIAL = ("#EEF3F7", "#C9DAE8", "#93B7D3", "#558DB8", "#256394", "#12436D")

#: Sizes of type, in points.
TITLE_SIZE = 14.0
SUBTITLE_SIZE = 9.5
LABEL_SIZE = 9.0
NOTE_SIZE = 7.5
#: Width of a chart that has a page's column to itself, in inches.
WIDTH = 7.2

#: matplotlib's settings (its own type names every key of one version, so it is not used here).
#: Concrete font names, since generic ones are looked up on the machine.
HOUSE: Any = {
    "font.family": [fonts.SANS],
    "font.sans-serif": [fonts.SANS],
    "font.serif": [fonts.SERIF],
    "font.size": LABEL_SIZE,
    "mathtext.fontset": "dejavusans",
    # A dollar sign in a label is money, not the start of a formula.
    "text.parse_math": False,
    # Widths that are the same at every resolution: a line that fits on screen fits in print.
    "text.hinting": "none",
    "text.color": INK,
    "axes.labelcolor": SOFT,
    "axes.edgecolor": FAINT,
    "axes.facecolor": GROUND,
    "axes.linewidth": 0.8,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.axisbelow": True,
    "axes.grid": False,
    "axes.titlelocation": "left",
    "axes.unicode_minus": True,
    "grid.color": GRID,
    "grid.linewidth": 0.7,
    "xtick.color": SOFT,
    "ytick.color": SOFT,
    "xtick.labelsize": LABEL_SIZE,
    "ytick.labelsize": LABEL_SIZE,
    "xtick.major.size": 0.0,
    "ytick.major.size": 0.0,
    "xtick.minor.size": 0.0,
    "ytick.minor.size": 0.0,
    "figure.facecolor": GROUND,
    "figure.dpi": 110,
    "figure.max_open_warning": 0,
    "savefig.facecolor": GROUND,
    "savefig.dpi": 300,
    # Never 'tight': the page is laid out to the edge of the figure already.
    "savefig.bbox": None,
    # TrueType in PDF keeps text searchable; outlines in SVG look right without the font.
    "pdf.fonttype": 42,
    "svg.fonttype": "path",
    "svg.hashsalt": "county-newspaper-notebooks",
}

_applied: dict[str, bool] = {"style": False}


def use_style(language: labels.Language = "zh") -> None:
    """Set the house style and the language of labels for every chart from here on.

    Raises:
        InputError: The Chinese font is missing, or the language is unknown.
    """
    from matplotlib import rcParams

    labels.set_language(language)
    fonts.register()
    rcParams.update(HOUSE)
    _applied["style"] = True


def ensure_style() -> None:
    """Set the house style unless `use_style` has been called before."""
    if not _applied["style"]:
        use_style(labels.current_language())


def series_text(n: int) -> list[str]:
    """Return the colour in which to write the name of each of `n` series."""
    return [SERIES_TEXT[i % len(SERIES_TEXT)] for i in range(n)]


def series_colours(n: int) -> list[str]:
    """Return a colour for each of `n` series; past six they start again."""
    return [SERIES[i % len(SERIES)] for i in range(n)]
