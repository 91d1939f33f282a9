"""Krippendorff's alpha equals his published examples and the library, draw by draw."""

from __future__ import annotations

import krippendorff
import numpy as np
import pandas as pd
import pytest

from helpers.statistics.validity import nominal_alpha
from helpers.statistics.validity.reliability import LEAST_UNITS, alphas_of_draws, coincidences_of

#: Krippendorff 2011, Computing Krippendorff's Alpha-Reliability, examples A, B and C.
BINARY = ("0100000010", "1110010000")
NOMINAL = ("aabbdcccedda", "babbbccceddd")
MISSING = ("123321412...", "1233224125.3", ".3332342251.", "12332441251.")


def coded(rows: tuple[str, ...]) -> pd.DataFrame:
    cells = [
        (f"u{place:02}", f"c{coder}", value)
        for coder, row in enumerate(rows)
        for place, value in enumerate(row)
        if value != "."
    ]
    return pd.DataFrame(cells, columns=["unit", "coder", "value"])


@pytest.mark.parametrize(
    ("rows", "alpha"), [(BINARY, 0.095), (NOMINAL, 0.692), (MISSING, 0.743)], ids=["A", "B", "C"]
)
def test_published_examples(rows: tuple[str, ...], alpha: float) -> None:
    found = nominal_alpha(coded(rows))
    assert found.alpha == pytest.approx(alpha, abs=5e-4)
    assert found.low < found.alpha < found.high
    assert found.n_coders == len(rows)
    assert found.reason == ""


def test_alpha_of_a_draw_is_that_of_the_library() -> None:
    counts = coded(MISSING).groupby(["unit", "value"]).size().unstack(fill_value=0)
    table = counts.to_numpy(dtype=float)
    table = table[table.sum(axis=1) >= 2]
    draws = np.random.default_rng(5).multinomial(len(table), [1 / len(table)] * len(table), 20)
    found = alphas_of_draws(coincidences_of(table), draws.astype(float))
    for alpha, drawn in zip(found, draws, strict=True):
        repeated = np.repeat(table, drawn, axis=0)
        expected = krippendorff.alpha(value_counts=repeated, level_of_measurement="nominal")
        assert alpha == pytest.approx(expected)


@pytest.mark.parametrize(
    ("rows", "reason"),
    [(("0101",), "one coder"), (("01..", "..01"), "nothing"), (("111", "111"), "all values")],
)
def test_without_anything_to_compare_alpha_is_refused(rows: tuple[str, ...], reason: str) -> None:
    found = nominal_alpha(coded(rows))
    assert np.isnan([found.alpha, found.low, found.high]).all()
    assert found.reason.startswith(reason)


def test_few_units_give_no_interval() -> None:
    found = nominal_alpha(coded(("01011", "01010")))
    assert found.n_units < LEAST_UNITS
    assert not np.isnan(found.alpha)
    assert np.isnan([found.low, found.high]).all()
