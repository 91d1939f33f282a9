from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from helpers.statistics.change import first_reached, lag_behind, shifted

PERIODS = [str(year) for year in range(2000, 2016)]


def series(**begins: int) -> pd.DataFrame:
    return pd.DataFrame(
        [(t, p, float(n >= begin)) for t, begin in begins.items() for n, p in enumerate(PERIODS)],
        columns=["term", "period", "share"],
    )


def test_a_term_two_periods_behind() -> None:
    found = lag_behind(series(x=5, y=99, z=0), series(x=3, y=2, z=4), 0.5).set_index("term")
    assert found.loc["x", "lag"] == 2 and found.loc["x", "censored"] == ""
    assert found.loc["y", "censored"] == "never" and pd.isna(found.loc["y", "lag"])
    assert found.loc["z", "censored"] == "from the start"
    assert first_reached(series(x=5), 0.5)["x"] == "2005"


def test_a_shifted_copy_is_found_at_its_lag() -> None:
    values = np.random.default_rng(3).normal(size=40)
    names = [f"{n:03}" for n in range(40)]
    found = shifted(pd.Series(np.roll(values, 2), names), pd.Series(values, names))
    best = found.loc[found["r"].idxmax()]
    assert best["lag"] == 2 and best["r"] == pytest.approx(1.0)
    assert best["p"] <= 0.1
    peer = np.corrcoef(np.roll(values, 2)[1:], values[:-1])[0, 1]
    assert found["r"][1] == pytest.approx(peer)


def test_few_common_periods_are_refused() -> None:
    short = pd.Series([1.0, 2.0, 3.0], index=["a", "b", "c"])
    assert shifted(short, short).empty


def test_a_series_that_never_changes_has_no_correlation() -> None:
    flat = pd.Series(1.0, index=[f"{n:02}" for n in range(12)])
    assert (shifted(flat, flat)["r"] == 0).all()
