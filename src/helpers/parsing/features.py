"""Features: what can be said of a line, each with a name that can be shown to a reader.

Features that rule each other out share a slot: a line has one of them at most. A feature is a
small number from its slot's `first` on, so that those of all lines stand in one table, a row for
each slot, and are put there for many lines at once. How much one speaks for a role is in
`weights.tsv`, by its name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Bools = NDArray[np.bool_]
Ints = NDArray[np.int64]
#: Which lines: one place, their places, or a flag for each.
Where = int | Bools | Ints
#: What stands in the table where a line has none of a slot's features.
NONE = -1


@dataclass(frozen=True, slots=True)
class Slot:
    """Features of which a line has one at most; `names` by their level in the slot."""

    row: int
    first: int
    names: tuple[str, ...]


_slots: list[Slot] = []
_names: list[str] = []


def slot(*names: str) -> Slot:
    """Make a slot for features, by their names in the order of their levels."""
    made = Slot(len(_slots), len(_names), names)
    _slots.append(made)
    _names.extend(names)
    return made


def slots() -> Sequence[Slot]:
    """Return all slots, by their rows."""
    return _slots


def feature_names() -> Sequence[str]:
    """Return the names of all features, by their numbers."""
    return _names


class Seen:
    """The features of all lines: `table` (slots, lines) holds numbers of features, or NONE."""

    __slots__ = ("table",)

    def __init__(self, lines: int) -> None:
        """Begin with lines of which nothing has been seen."""
        self.table = np.full((len(_slots), lines), NONE, dtype=np.int16)

    def put(self, slot: Slot, where: Where, level: int = 0) -> None:
        """Note one feature of some lines."""
        self.table[slot.row, where] = slot.first + level

    def put_levels(
        self, slot: Slot, levels: NDArray[np.integer], where: Where | None = None
    ) -> None:
        """Note a feature of each of some lines, or of all lines, by its level; below 0 for none."""
        numbers = np.where(levels < 0, NONE, levels.astype(np.int16) + slot.first)
        if where is None:
            self.table[slot.row] = numbers
        else:
            self.table[slot.row, where] = numbers

    def put_each(self, slot: Slot, levels: Mapping[int, int]) -> None:
        """Note a feature of single lines, by their places, each at a level of its own."""
        self.table[slot.row, list(levels)] = [slot.first + level for level in levels.values()]

    def has(self, slot: Slot, level: int = 0) -> Bools:
        """Say which lines have a feature."""
        found: Bools = self.table[slot.row] == slot.first + level
        return found

    def names(self) -> list[list[str]]:
        """Name the features of each line."""
        return [[_names[f] for f in line if f != NONE] for line in self.table.T.tolist()]
