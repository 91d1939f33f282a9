"""Krippendorff's alpha for names, with an interval over what was coded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import krippendorff
import numpy as np
import pandas as pd
from numpy.typing import NDArray

from helpers.statistics.resampling import RESAMPLES, SEED

#: Units coded twice or more that an interval needs: fewer give too few different samples.
LEAST_UNITS = 6


@dataclass(frozen=True)
class Alpha:
    """Krippendorff's alpha and its interval; all missing, with a reason, where there is none."""

    alpha: float
    low: float
    high: float
    n_units: int
    n_coders: int
    reason: str = ""


def nominal_alpha(
    data: pd.DataFrame,
    *,
    unit: str = "unit",
    coder: str = "coder",
    value: str = "value",
    cluster: str | None = None,
    resamples: int = RESAMPLES,
    seed: int = SEED,
) -> Alpha:
    """Measure how far coders agree on names: 1 in all, 0 as by chance, below 0 less than that.

    Alpha is that of the library `krippendorff` (Krippendorff 2011, Computing Krippendorff's
    Alpha-Reliability). The interval draws units, or clusters of them, with replacement and takes
    alpha of each draw from the summed coincidences of its units (percentile bootstrap, Efron and
    Tibshirani 1993, ch. 13; Zapf, Castell, Morawietz and Karch 2016, BMC Medical Research
    Methodology 16, find it to hold its level). Draws in which all values are equal have no alpha
    and are left out. Where coders agree throughout, so does every draw: the interval is then a
    point, which says that no disagreement was seen, not that none is to come.

    Args:
        data: One row for each value that a coder gave a unit; no row where none was given.
        unit: Column of units.
        coder: Column of coders.
        value: Column of values.
        cluster: Column of what is drawn, if not the unit: articles, of which several units are.
        resamples: How often units are drawn.
        seed: Seed of the draws.

    Returns:
        Alpha, its interval at 95 %, and the numbers of units coded twice or more, and of coders.
    """
    held = data.groupby(unit)[coder].transform("nunique")
    paired = data[held >= 2]
    units, coders = paired[unit].nunique(), data[coder].nunique()
    reason = ""
    if coders < 2:
        reason = "one coder alone"
    elif not units:
        reason = "nothing was coded by two"
    elif paired[value].nunique() < 2:
        reason = "all values are equal, so that chance agreement is complete"
    if reason:
        return Alpha(np.nan, np.nan, np.nan, int(units), int(coders), reason)
    counts = paired.groupby([unit, value]).size().unstack(fill_value=0)
    table = counts.to_numpy(dtype=np.float64)
    alpha = float(krippendorff.alpha(value_counts=table, level_of_measurement="nominal"))
    groups = paired.drop_duplicates(unit).set_index(unit)[cluster or coder].reindex(counts.index)
    drawn = groups.to_numpy() if cluster else np.arange(len(counts))
    ends = _interval(table, drawn, resamples, seed)
    return Alpha(round(alpha, 4), *ends, int(units), int(coders))


def alphas_of_draws(
    coincidences: NDArray[np.float64], draws: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return alpha of each draw: (draws, clusters) times (clusters, values, values); nan if none.

    1 - (n - 1) * (disagreeing coincidences) / (disagreeing products of the marginal sums), after
    Krippendorff 2011, section C.
    """
    summed = np.einsum("rc,cvw->rvw", draws, coincidences)
    margins = summed.sum(axis=2)
    total = margins.sum(axis=1)
    observed = total - np.trace(summed, axis1=1, axis2=2)
    expected = total**2 - np.square(margins).sum(axis=1)
    with np.errstate(divide="ignore", invalid="ignore"):
        found = 1 - (total - 1) * observed / expected
    return np.asarray(np.where(expected > 0, found, np.nan), dtype=np.float64)


def coincidences_of(table: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the coincidences within each unit: (units, values) => (units, values, values)."""
    pairs = table[:, :, None] * table[:, None, :]
    pairs -= table[:, :, None] * np.eye(table.shape[1])
    return np.asarray(pairs / (table.sum(axis=1) - 1)[:, None, None], dtype=np.float64)


def _interval(
    table: NDArray[np.float64], groups: NDArray[Any], resamples: int, seed: int
) -> tuple[float, float]:
    places, names = pd.factorize(groups)
    clusters = len(names)
    if clusters < LEAST_UNITS:
        return np.nan, np.nan
    own = np.zeros((clusters, table.shape[1], table.shape[1]))
    np.add.at(own, places, coincidences_of(table))
    generator = np.random.default_rng(seed)
    draws = generator.multinomial(clusters, [1 / clusters] * clusters, size=resamples)
    found = alphas_of_draws(own, draws.astype(np.float64))
    low, high = np.nanpercentile(found, [2.5, 97.5])
    return round(float(low), 4), round(float(high), 4)
