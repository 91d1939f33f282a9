"""Why a line has its role: the features that spoke most for it, in words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from helpers.parsing.decode import Marks, Reading
from helpers.parsing.states import STATES
from helpers.parsing.weights import weights

#: How many features a reason names, and from what share of the strongest on.
MOST, SHARE = 3, 0.3
#: What is said where no feature of the line itself speaks for its state.
AROUND = "what stands around it"
NAMES = dict(enumerate(STATES))
#: Lines whose features are looked at together.
BLOCK = 2048

Ints = NDArray[np.int64]


@cache
def _table() -> tuple[Ints, list[str], NDArray[np.float64]]:
    """Return (place of each row in the order of names, the names in order, their gains).

    A gain is how much a feature speaks for a state, against the mean of all states; one more row
    stands for no feature.
    """
    w = weights()
    names = sorted(w.rows)
    rows = np.array([w.rows[name] for name in names], dtype=np.int64)
    places = np.empty(len(rows), dtype=np.int64)
    places[rows] = np.arange(len(rows))
    centred = w.emission - w.emission.mean(axis=1, keepdims=True)
    return places, names, np.vstack([centred[rows], np.zeros(len(STATES))])


def reasons(reading: Reading) -> list[str]:
    """Say of each line why: 'headline: ends:open, before:byline, length<18 (0.98)'.

    Many lines have the same reason: one string serves them all.
    """
    known: dict[tuple[str, float], str] = {}
    doubtful: dict[str, str] = {}
    out: list[str] = []
    told = tell(reading.marks, reading.states)
    sure = np.array(reading.certainty)
    # Lines that are sure to the same hundredth say the same. Where rounding is in doubt, none do.
    hundredths = np.floor(sure * 100 + 0.5)
    even = np.abs(hundredths - sure * 100) < 0.5 - 1e-6
    alike = np.where(even, hundredths, -sure).tolist()
    for said, key, certainty, rival in zip(
        told, alike, reading.certainty, reading.rivals, strict=True
    ):
        if rival is None:
            why = known.get((said, key))
            if why is None:
                why = known[said, key] = f"{said} {doubt(certainty, rival)}"
        else:
            why = f"{said} {doubt(certainty, rival)}"
            why = doubtful.setdefault(why, why)
        out.append(why)
    return out


def tell(marks: Marks, states: Sequence[int]) -> list[str]:
    """Say of each line what spoke for its state: 'headline: ends:open, before:byline'."""
    words: dict[int, str] = {}
    out: list[str] = []
    for low in range(0, len(states), BLOCK):
        keys = _strongest(marks, low, np.array(states[low : low + BLOCK])).tolist()
        for key in keys:
            if key not in words:
                words[key] = _in_words(key)
        out += [words[key] for key in keys]
    return out


def _strongest(marks: Marks, low: int, states: Ints) -> Ints:
    """Return for each line one number for its state and its MOST strongest features."""
    places, names, gains = _table()
    none = len(names)
    starts = marks.starts[low : low + len(states) + 1]
    counts = np.diff(starts)
    # Features in the order of their names: of equally strong ones the first is named first.
    table = np.full((len(states), max(int(counts.max()), 1)), none)
    filled = np.arange(table.shape[1]) < counts[:, None]
    table[filled] = places[marks.rows[starts[0] : starts[-1]]]
    table.sort(axis=1)
    gain = gains[table, states[:, None]]
    lines = np.arange(len(states))
    keys, least = states, np.zeros(len(states))
    for turn in range(MOST):
        best = gain.argmax(axis=1)
        strength = gain[lines, best]
        if turn == 0:
            least = SHARE * strength
        named = (strength > 0) & (strength >= least)
        keys = keys * (none + 1) + np.where(named, table[lines, best], none)
        gain[lines, best] = 0.0
    return keys


def _in_words(key: int) -> str:
    """Write the number of `_strongest` in words."""
    names = _table()[1]
    told: list[str] = []
    for _ in range(MOST):
        key, place = divmod(key, len(names) + 1)
        if place < len(names):
            told.insert(0, names[place])
    return f"{NAMES[key]}: {', '.join(told) or AROUND}"


def doubt(certainty: float, rival: tuple[int, float] | None) -> str:
    """Write how sure a line is, and what else it may be: '(0.62; slogan 0.30)'."""
    other = f"; {NAMES[rival[0]]} {rival[1]:.2f}" if rival is not None else ""
    return f"({certainty:.2f}{other})"
