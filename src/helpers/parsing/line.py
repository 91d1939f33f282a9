"""One non-blank line of a page: the print, its reading, and what has been seen of it so far."""

from __future__ import annotations

from helpers.parsing.bylines import Credit, Opener
from helpers.parsing.glance import ALL, NARROW
from helpers.parsing.model import BylineEntry
from helpers.parsing.text import canonical, width

#: Marks that close what a sentence stands in, and those that end one.
CLOSING, FINAL, SOFT = "”’」』）】》", frozenset("。！？!?…"), frozenset("，、；：,;:（(“‘《—")


class Line:
    """One non-blank line: the print, its reading, and the features seen so far.

    `gap` counts the blank lines before it. Attributes that most lines do not have stand on the
    class until they are set: a page has many lines.
    """

    #: The byline at the head of the line; with `byline_lines` > 1 it goes on over later lines, and
    #: `byline` is those lines joined.
    opener: Opener | None = None
    opener_open: bool = False
    byline: str | None = None
    byline_read: str | None = None
    byline_lines: int = 1
    alone: str | None = None
    people: tuple[BylineEntry, ...] = ()
    credit: Credit | None = None
    furniture: str | None = None
    continuation: bool = False
    doubled: bool = False
    names_paper: bool = False
    #: Whether it reads like the name of a paper.
    paper: bool = False
    notice: bool = False

    __slots__ = (
        "__dict__",
        "ahead",
        "features",
        "final",
        "gap",
        "indented",
        "length",
        "mask",
        "number",
        "open_quotes",
        "own",
        "printed",
        "short",
        "soft",
        "symbol",
        "text",
        "topic",
        "width",
    )

    def __init__(
        self, number: int, raw: str, gap: int, text: str | None = None, mask: int = ALL
    ) -> None:
        """Look at one raw line; `text` is its canonical reading, `mask` what occurs in it."""
        self.number = number
        self.printed = printed = raw.strip()
        self.text = text = canonical(printed) if text is None else text
        #: What occurs in the reading, see `glance`.
        self.mask = mask
        self.gap = gap
        self.length = length = len(text)
        self.width = width(text) if mask & NARROW else float(length)
        self.indented = raw[0] == "\u3000" or raw.startswith("  ")
        last = text[-1]
        self.final = last in FINAL or (last in CLOSING and text.rstrip(CLOSING)[-1:] in FINAL)
        self.soft = last in SOFT
        self.open_quotes = 0
        self.features: list[str] = []
        #: How many of the features it has by itself, whatever stands around it; they come first.
        self.own = 0
        self.short = False
        self.symbol = "text"
        #: How far the next text is and whether it is signed; how like the text before it is.
        self.ahead = self.topic = ""
