"""Dispersion equals published worked numbers."""

from __future__ import annotations

import pandas as pd
import pytest

from helpers.errors import InputError
from helpers.statistics.dispersion import dispersion, positions_in_corpus, positions_in_parts

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


def test_positions_carry_the_dispersion_of_the_term() -> None:
    found = positions_in_parts(gries(), "a", part="part")
    assert found["dp"].unique() == pytest.approx([0.18])
    # The second part has 10 words, 'a' the first two of them.
    assert found["position"][found["part"] == "2"].tolist() == pytest.approx([0.05, 0.15])
    assert found.groupby("part")["count"].first().tolist() == [1, 2, 3, 4, 5]
    assert found["per_10k"].iloc[0] == pytest.approx(10_000 / 9, abs=0.01)


def test_parts_without_the_term_are_kept_in_the_order_asked_for() -> None:
    tokens = pd.DataFrame({"part": list("xxyyz"), "term": list("ababb")})
    found = positions_in_parts(tokens, "a", part="part", parts=["z", "y", "x"])
    assert found["part"].tolist() == ["z", "y", "x"]
    assert found["position"].isna().tolist() == [True, False, False]
    assert found["range"].tolist() == [2, 2, 2]
    none = positions_in_parts(tokens, "nothing", part="part")
    assert (none["count"] == 0).all()
    assert none["dp"].isna().all()
    with pytest.raises(InputError, match="no words in 'q'"):
        positions_in_parts(tokens, "a", part="part", parts=["q"])


def test_positions_in_the_corpus_run_from_end_to_end() -> None:
    tokens = pd.DataFrame({"part": list("xxyy"), "term": list("abab")})
    found, edges = positions_in_corpus(tokens, ["b", "c"], part="part")
    assert found["position"].dropna().tolist() == [0.375, 0.875]
    assert found["dp"].iloc[0] == 0.0
    assert found[found["term"] == "c"][["count", "range"]].to_numpy().tolist() == [[0, 0]]
    assert edges[["start", "end"]].to_numpy().tolist() == [[0, 0.5], [0.5, 1]]
