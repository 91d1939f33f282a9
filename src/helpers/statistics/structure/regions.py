"""How far the points of a correspondence map can be trusted: ellipses and axes by the bootstrap."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.stats import chi2

from helpers.errors import InputError
from helpers.statistics.structure.correspondence import LEAST, Solved, Vector, project, solve

#: Resamples and their seed; below so many units of text a point has no region.
ROUNDS, SEED, LEAST_UNITS = 200, 20200101, 5
REGION_COLUMNS = (
    "side",
    "name",
    "x",
    "y",
    "width",
    "height",
    "angle",
    "n_units",
    "too_few",
    "one_sided",
    "covers_origin",
)


@dataclass(frozen=True)
class _Cells:
    """Counts by unit: where each stands, its value, the stratum of each unit, and the names."""

    unit: NDArray[np.int64]
    cell: NDArray[np.int64]
    value: Vector
    strata: NDArray[np.int64]
    rows: list[str]
    columns: list[str]

    def table(self, weights: Vector) -> Vector:
        """Return rows by columns, each unit counted as often as its weight says."""
        shape = (len(self.rows), len(self.columns))
        counted = np.bincount(
            self.cell, weights=self.value * weights[self.unit], minlength=shape[0] * shape[1]
        )
        return np.asarray(counted, dtype=np.float64).reshape(shape)


def regions(
    data: pd.DataFrame,
    *,
    unit: str = "article_id",
    row: str = "term",
    column: str = "group",
    level: float = 0.95,
    rounds: int = ROUNDS,
) -> pd.DataFrame:
    """Draw units of text anew and see where the points of the map go.

    A partial bootstrap: units are drawn with replacement within each group (over all, if a unit is
    in several), and the new profiles placed on the axes of the whole table (Greenacre 1984, Theory
    and Applications of Correspondence Analysis, section 8.1; Lebart 2007). It tells how sure a
    place on these axes is; whether the axes themselves are is told by `axis_stability`.

    Args:
        data: One row for each token counted, active rows and columns only, with the three columns.
        unit: What is drawn: 'article_id'; where a group is one long text, its paragraphs.
        row: Column of the rows' names: terms.
        column: Column of the groups.
        level: Share of the resampled places within an ellipse, if they lie normally.
        rounds: Resamples.

    Returns:
        One row for each point: its centre `x`, `y` on the first two axes, `width` and `height` of
        the ellipse (full axes), its `angle` in degrees; `n_units` of text behind it, `too_few` of
        them (below `LEAST_UNITS`) or `one_sided`, standing in one group alone, which no draw can
        move: then there is no ellipse; and whether the ellipse `covers_origin`: then the point
        cannot be told from the average.

    Raises:
        InputError: A column is not there, or there are fewer than `LEAST` rows or columns.
    """
    cells = _cells(data, unit, row, column)
    whole = solve(cells.table(np.ones(len(cells.strata))))
    placed: dict[str, list[Vector]] = {"row": [], "column": []}
    for table in _resamples(cells, cells.strata, rounds):
        placed["row"].append(project(table, whole.columns, whole.singular)[:, :2])
        placed["column"].append(project(table.T, whole.rows, whole.singular)[:, :2])
    held = pd.DataFrame({"unit": cells.unit, "cell": cells.cell})
    frames = []
    for side, names, centres, key in (
        ("row", cells.rows, whole.rows, held["cell"] // len(cells.columns)),
        ("column", cells.columns, whole.columns, held["cell"] % len(cells.columns)),
    ):
        n_units = held.groupby(key)["unit"].nunique().reindex(range(len(names)), fill_value=0)
        clouds = np.stack(placed[side], axis=1)
        fixed = clouds.std(axis=1).max(axis=1) < 1e-12
        few = (n_units < LEAST_UNITS).to_numpy()
        found = [
            (np.nan, np.nan, np.nan, False) if hidden else _ellipse(cloud, centre[:2], level)
            for cloud, centre, hidden in zip(clouds, centres, few | fixed, strict=True)
        ]
        frame = pd.DataFrame(found, columns=["width", "height", "angle", "covers_origin"])
        frames.append(
            frame.assign(
                side=side,
                name=names,
                x=centres[:, 0],
                y=centres[:, 1],
                n_units=n_units.to_numpy(),
                too_few=few,
                one_sided=fixed & ~few,
            )
        )
    return pd.concat(frames, ignore_index=True)[list(REGION_COLUMNS)]


def axis_stability(
    data: pd.DataFrame,
    *,
    unit: str = "article_id",
    row: str = "term",
    column: str = "group",
    rounds: int = ROUNDS,
) -> pd.DataFrame:
    """See whether resampled tables have the same axes => a row for each of the first two.

    A full bootstrap: units are drawn over all groups, each resample is taken apart anew, and its
    axis compared with that of the same number by Tucker's coefficient of congruence of the rows'
    coordinates, weighted by mass, signs left out. `congruence` is the median, `low` the 5th
    percentile; `stable` is a `low` of 0.85 and more, which is fairly alike (Lorenzo-Seva and ten
    Berge 2006, Methodology 2). `n_units` is what is drawn from.

    Args and errors are those of `regions`.
    """
    cells = _cells(data, unit, row, column)
    whole = solve(cells.table(np.ones(len(cells.strata))))
    kept = min(2, len(whole.singular))
    values = []
    for table in _resamples(cells, np.zeros_like(cells.strata), rounds):
        filled, there = table.sum(axis=0) > 0, table.sum(axis=1) > 0
        if filled.sum() < LEAST or there.sum() < LEAST:
            continue
        again: Solved = solve(table[there][:, filled])
        mass = whole.row_masses[there, None]
        one, two = whole.rows[there, :kept], again.rows[:, :kept]
        norms = np.sqrt((mass * one**2).sum(axis=0) * (mass * two**2).sum(axis=0))
        values.append(np.abs((mass * one * two).sum(axis=0)) / np.where(norms > 0, norms, np.inf))
    found = np.array(values) if values else np.full((1, kept), np.nan)
    low = np.quantile(found, 0.05, axis=0)
    return pd.DataFrame(
        {
            "dimension": np.arange(1, kept + 1),
            "congruence": np.median(found, axis=0),
            "low": low,
            "stable": low >= 0.85,
            "n_units": len(cells.strata),
        }
    )


def _cells(data: pd.DataFrame, unit: str, row: str, column: str) -> _Cells:
    """Number units, rows and columns; rows and columns are in the order of their names."""
    for name in (unit, row, column):
        if name not in data.columns:
            known = ", ".join(map(str, data.columns))
            raise InputError(f"The table has no column {name!r}", remedy=f"it has: {known}")
    kept = data.dropna(subset=[unit, row, column])
    units = pd.factorize(kept[unit])[0]
    row_codes, rows = pd.factorize(kept[row].astype(str), sort=True)
    column_codes, columns = pd.factorize(kept[column].astype(str), sort=True)
    if min(len(rows), len(columns)) < LEAST:
        raise InputError(
            f"A correspondence map needs {LEAST} rows and {LEAST} columns that hold something;"
            f" here are {len(rows)} and {len(columns)}",
            remedy="take more groups or rarer terms",
        )
    cell = row_codes.astype(np.int64) * len(columns) + column_codes
    summed = pd.DataFrame({"unit": units, "cell": cell}).value_counts(sort=False).reset_index()
    groups = pd.Series(column_codes).groupby(units).agg(["min", "max"])
    alone = bool((groups["min"] == groups["max"]).all())
    return _Cells(
        summed["unit"].to_numpy(dtype=np.int64),
        summed["cell"].to_numpy(dtype=np.int64),
        summed["count"].to_numpy(dtype=float),
        groups["min"].to_numpy(dtype=np.int64) if alone else np.zeros(len(groups), dtype=np.int64),
        [str(name) for name in rows],
        [str(name) for name in columns],
    )


def _resamples(cells: _Cells, strata: NDArray[np.int64], rounds: int) -> Iterator[Vector]:
    """Yield tables whose units are drawn with replacement within strata."""
    generator = np.random.default_rng(SEED)
    members = [np.flatnonzero(strata == s) for s in np.unique(strata)]
    for _ in range(rounds):
        drawn = np.concatenate([generator.choice(m, size=len(m)) for m in members])
        yield cells.table(np.bincount(drawn, minlength=len(cells.strata)).astype(float))


def _ellipse(cloud: Vector, centre: Vector, level: float) -> tuple[float, float, float, bool]:
    """Return width, height, angle, and whether the ellipse about the centre covers the origin."""
    spread = np.atleast_2d(np.cov(cloud, rowvar=False))
    if len(spread) < 2:
        return np.nan, np.nan, np.nan, False
    sizes, turned = np.linalg.eigh(spread)
    sizes = np.maximum(sizes, 0.0)
    reach = float(chi2.ppf(level, 2))
    along = turned.T @ centre
    safe = np.where(sizes > 1e-15, sizes, 1e-15)
    width, height = 2 * np.sqrt(sizes[::-1] * reach)
    angle = float(np.degrees(np.arctan2(turned[1, 1], turned[0, 1])))
    return float(width), float(height), angle, bool((along**2 / safe).sum() <= reach)
