"""Precision, recall and F1 of finds against a key, with what was missed and what was wrong."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Score:
    """How finds agree with a key: `hits` in both, `missed` in the key alone, `wrong` found alone.

    `optional` finds, which the key allows without asking for them, count neither way.
    """

    measure: str
    hits: int
    missed: tuple[Hashable, ...] = field(default=(), repr=False)
    wrong: tuple[Hashable, ...] = field(default=(), repr=False)

    @property
    def precision(self) -> float:
        """Share of the finds that the key has; 1 where nothing was found."""
        found = self.hits + len(self.wrong)
        return self.hits / found if found else 1.0

    @property
    def recall(self) -> float:
        """Share of the key that was found; 1 where there is nothing to find."""
        asked = self.hits + len(self.missed)
        return self.hits / asked if asked else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall (van Rijsbergen 1979, Information Retrieval)."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def agree(
    measure: str,
    found: Iterable[Hashable],
    key: Iterable[Hashable],
    *,
    optional: Iterable[Hashable] = (),
) -> Score:
    """Compare what was found with a key; things said twice count once."""
    there, asked, free = set(found), set(key), set(optional)
    wrong = there - asked - free
    missed = asked - there - free
    return Score(
        measure,
        len(there & (asked - free)),
        tuple(sorted(missed, key=repr)),
        tuple(sorted(wrong, key=repr)),
    )
