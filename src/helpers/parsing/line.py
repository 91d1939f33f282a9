"""One non-blank line of a page: the print, its reading, and what few lines have."""

from __future__ import annotations

from helpers.parsing.bylines import Credit, Opener
from helpers.parsing.model import BylineEntry

#: A line this long is body text: the dearer questions are not asked of it.
SHORT = 60


class Flag:
    """What is asked of single lines again while articles are put together, as bits of `flags`."""

    NUMBERED, SIGNATURE, DATE_ALONE, WEATHER, FIELDS, FIGURES, CONTACT = (1 << p for p in range(7))
    #: 转 or 接; and 版 with one of them.
    TURN, JUMP = 1 << 7, 1 << 8


class Line:
    """One non-blank line: the print, its canonical reading, what has been found in it.

    Attributes that most lines do not have stand on the class until they are set: a page has many
    lines. What all lines have beside these stands in the columns of a `Sheet`.
    """

    #: The byline at the head of the line; with `byline_lines` > 1 it goes on over later lines, and
    #: `byline` is those lines joined.
    opener: Opener | None = None
    byline: str | None = None
    byline_read: str | None = None
    byline_lines: int = 1
    alone: str | None = None
    people: tuple[BylineEntry, ...] = ()
    credit: Credit | None = None
    furniture: str | None = None
    continuation: bool = False

    __slots__ = ("__dict__", "draft", "flags", "length", "number", "printed", "role", "text")

    def __init__(self, number: int, printed: str, text: str, length: int, flags: int) -> None:
        """Take a line as printed, trimmed, its reading and the length of both."""
        self.number = number
        self.printed = printed
        self.text = text
        self.length = length
        self.flags = flags
        #: What it has been taken for in the end, and the place of its draft; below 0 for none. A
        #: number, not the draft itself: what refers to each other in a ring is freed late.
        self.role = ""
        self.draft = -1

    @property
    def short(self) -> bool:
        """Whether it is short enough for the dearer questions."""
        return self.length <= SHORT
