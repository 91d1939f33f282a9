"""How far to trust the bounds of an article: the certainty of its lines, held against answer keys.

The product of the lines' certainties takes lines as independent, and the parser as sure of what it
never saw as of what it was fitted to. `confidence.tsv` says how often articles of such a product
were exact in papers that the weights had not seen (`tests/papers/calibrate.py`).
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

#: Added to a doubt before its logarithm: less doubt than this cannot be told from none.
LEAST = 0.01
#: No line is taken to be less certain than this.
FLOOR = 1e-6

Array = NDArray[np.float64]


def certainty(lines: Iterable[float]) -> float:
    """Return the probability that all lines are in their place, taken as independent.

    [0.9, 0.5] => 0.45; [] => 1.0.
    """
    return math.exp(sum([math.log(max(one, FLOOR)) for one in lines if one != 1.0]))


def scale(product: float) -> float:
    """Return the logarithm of the doubt -log(product): the scale that confidence falls along."""
    return math.log(LEAST - math.log(min(max(product, 1e-300), 1.0)))


def confidence(product: float) -> float:
    """Return the share of articles of such a certainty that were exact in unseen papers.

    Args:
        product: What `certainty` gives, 0 to 1. More of it never gives less confidence.
    """
    x, y = _table()
    return round(float(np.interp(scale(product), x, y)), 3)


def parse_table(text: str) -> tuple[Array, Array]:
    """Read the table => (places on the scale, rising; confidences, not rising).

    Raises:
        ValueError: A row is not two numbers, or confidence rises with doubt.
    """
    rows = [tuple(map(float, line.split("\t"))) for line in text.splitlines()[1:]]
    if not rows or any(len(row) != 2 for row in rows):
        raise ValueError("the table of confidence is not rows of two numbers")
    rows.sort(key=lambda row: -row[0])
    x = np.array([scale(product) for product, _ in rows])
    y = np.array([share for _, share in rows])
    if (np.diff(y) > 0).any() or y.min() < 0 or y.max() > 1:
        raise ValueError("confidence must be from 0 to 1 and must not rise with doubt")
    return x, y


@cache
def _table() -> tuple[Array, Array]:
    """Load the table that comes with the program, once."""
    return parse_table(files("helpers.parsing").joinpath("confidence.tsv").read_text("utf-8"))
