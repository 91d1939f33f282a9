"""One figure of an article, as the finders of this package give it back."""

from __future__ import annotations

from typing import Literal, NamedTuple

Kind = Literal[
    "count", "percent", "area", "money", "date", "period", "duration", "ordinal", "other"
]
Hedge = Literal["nearly", "about", "over", "at_least", "at_most", "under"]
Status = Literal["plan", "started", "done"]


class Figure(NamedTuple):
    """A figure: where it is printed, what it amounts to, and what is said of it.

    `start` and `end` index `field` and take in what hedges the figure (近, 余, 以上); `core_start`
    and `core_end` leave out what hedges it from before or behind.

    `value`, `low` and `high` are numbers with 万 and 亿 multiplied out; of a range `value` is the
    middle, of 几十 the ends are 20 and 99. Dates and periods have none: they have `first` and
    `last`, in ISO form and as exact as the print ("2020", "2020-07", "2020-07-01", "2020-Q3"); of
    a date both are the same, of a period without an end (今年7月以来) `last` is None.

    `unit` is the unit as a ledger names it: 个月 is 月, a price each is 元/斤. `of` is what is
    counted or of what it is said, in the words of the text.
    """

    field: str
    start: int
    end: int
    text: str
    core_start: int
    core_end: int
    kind: Kind
    value: float | None = None
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    first: str | None = None
    last: str | None = None
    approx: Hedge | None = None
    of: str | None = None
    status: Status | None = None

    @property
    def is_range(self) -> bool:
        """Say whether the figure names two ends: 3至4亩, 几十件, 1—11月."""
        return self.low != self.high or self.first != self.last


class Amount(NamedTuple):
    """One amount: where it stands with its hedges, where without, and what it amounts to."""

    start: int
    end: int
    core_start: int
    core_end: int
    kind: Kind
    value: float
    low: float
    high: float
    unit: str
    approx: Hedge | None
