"""Dispersion equals published worked numbers."""

from __future__ import annotations

import pandas as pd
import pytest

from helpers.statistics.dispersion import dispersion

#: The corpus of Gries (2008): five parts of 9, 10, 10, 10 and 11 words, 'a' 1 to 5 times in them.
PARTS = {1: (9, 1), 2: (10, 2), 3: (10, 3), 4: (10, 4), 5: (11, 5)}


def gries() -> pd.DataFrame:
    rows = [
        (part, "a" if place < a else "x")
        for part, (size, a) in PARTS.items()
        for place in range(size)
    ]
    return pd.DataFrame(rows, columns=["part", "term"])


def test_gries_worked_example() -> None:
    found = dispersion(gries(), part="part").set_index("term")
    assert found.loc["a", ["count", "n_parts", "range"]].tolist() == [15, 5, 5]
    assert found.loc["a", "dp"] == pytest.approx(0.18)
    assert found.loc["a", "juilland_d"] == pytest.approx(0.785, abs=0.001)


def test_a_word_spread_like_the_parts_has_no_deviation() -> None:
    tokens = pd.DataFrame({"part": [1, 1, 2, 2], "term": ["a", "b", "a", "b"]})
    assert dispersion(tokens, part="part")["dp"].tolist() == [0.0, 0.0]


def test_a_word_of_one_part_alone_deviates_most() -> None:
    tokens = pd.DataFrame({"part": [1, 1, 2, 2], "term": ["a", "a", "b", "b"]})
    found = dispersion(tokens, part="part")
    assert found["dp_norm"].tolist() == [1.0, 1.0]
