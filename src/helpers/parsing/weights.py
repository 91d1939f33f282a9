"""The weights of the features: how much each speaks for each state of a line.

They are fitted to answer keys (`helpers.audit.fitting`) and stand in `weights.tsv`, one feature a
row, so that a change in them can be read.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from helpers.parsing.joints import JOINTS
from helpers.parsing.states import IMPOSSIBLE, STATES

NEVER = -1e4


@dataclass(frozen=True, slots=True)
class Weights:
    """`rows` maps a feature to its row of `emission` (features, states).

    `pair` (states, states) and `joints` (values of all parts of a joint, states, states) score a
    state (column) that follows another (row).
    """

    rows: dict[str, int]
    emission: NDArray[np.float64]
    pair: NDArray[np.float64]
    joints: NDArray[np.float64]


def parse_weights(text: str) -> Weights:
    """Read the table of weights.

    Raises:
        ValueError: Its columns are not the states, or a row is incomplete.
    """
    head, *lines = text.splitlines()
    if tuple(head.split("\t")[1:]) != STATES:
        raise ValueError("the columns of the weights are not the states of a line")
    rows: dict[str, int] = {}
    emission: list[list[float]] = []
    size = len(STATES)
    pair = np.zeros((size, size))
    joints = np.zeros((sum(n for _, n in JOINTS), size, size))
    for line in lines:
        name, *cells = line.split("\t")
        values = [float(cell or 0) for cell in cells]
        if len(values) != size:
            raise ValueError(f"the weights of '{name}' are incomplete")
        kind, _, rest = name.partition("|")
        if kind == "pair":
            pair[STATES.index(rest)] = values
        elif kind == "joint":
            place, state = rest.split("|")
            joints[int(place), STATES.index(state)] = values
        else:
            rows[name] = len(emission)
            emission.append(values)
    for before, after in IMPOSSIBLE:
        pair[before, after] = NEVER
    return Weights(rows, np.array(emission), pair, joints)


def write_weights(
    names: list[str],
    emission: NDArray[np.float64],
    pair: NDArray[np.float64],
    joints: NDArray[np.float64],
) -> str:
    """Write the table; weights that say nothing (below 0.005) are left empty."""
    out = ["\t".join(("feature", *STATES))]

    def row(name: str, values: NDArray[np.float64]) -> None:
        cells = ["" if abs(v) < 0.005 else f"{v:.2f}" for v in values]
        out.append("\t".join((name, *cells)))

    for name, values in zip(names, emission, strict=True):
        row(name, values)
    for state, values in zip(STATES, pair, strict=True):
        row(f"pair|{state}", values)
    for place, table in enumerate(joints):
        for state, values in zip(STATES, table, strict=True):
            row(f"joint|{place}|{state}", values)
    return "\n".join(out) + "\n"


@cache
def weights() -> Weights:
    """Load the weights that come with the program, once."""
    return parse_weights(files("helpers.parsing").joinpath("weights.tsv").read_text("utf-8"))
