"""The pieces that a page is made of: runs of type, and lines of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Run(NamedTuple):
    """Type that stands together on one line: its box (y downwards), and the size of the type.

    `upright` is False for a line set from top to bottom, `sideways` True for turned type.
    """

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    upright: bool = True
    sideways: bool = False


class Tolerance(NamedTuple):
    """How exactly the sizes of type are known, as ratios.

    Type at least `large` times as large as the body's is a title's; of two sizes of a title one
    `same` times the other is the same size; type up to `small` times the body's is a caption's.
    """

    large: float
    same: float
    small: float


#: Sizes that a file states, and sizes measured on a picture.
STATED = Tolerance(large=1.12, same=0.93, small=0.93)
MEASURED = Tolerance(large=1.22, same=0.82, small=0.85)


@dataclass(slots=True, eq=False)
class Line:
    """One printed line: its text, box, type size, page and the part of the page it stands in."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    page: int
    leaf: int
    upright: bool = True
    settled: bool = False
    role: str | None = None
    starts: bool | None = None
    reason: str = ""

    @property
    def centre(self) -> float:
        """The middle of the line, across."""
        return (self.x0 + self.x1) / 2

    def settle(self, role: str | None, reason: str, *, starts: bool | None = None) -> None:
        """Give the line its role, so that no later step looks at it again."""
        self.role, self.reason, self.starts, self.settled = role, reason, starts, True
