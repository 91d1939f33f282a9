"""Correspondence analysis: a table of terms by groups as a map of few dimensions."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.linalg import svd
from scipy.stats import chi2

from helpers.errors import InputError

Vector = NDArray[np.float64]
#: A map of fewer rows or columns than this is a line or a point.
LEAST = 3


@dataclass(frozen=True)
class Correspondence:
    """A table taken apart.

    Args:
        points: One row for each row and column of the table: side ('row' or 'column'), name, count,
            mass, inertia (share of the total), supplementary, quality, and for each dimension n
            `dimension_n` (principal coordinate), `contribution_n` (share of the axis's inertia that
            is the point's; none for supplementary points) and `cos2_n` (share of the point's
            inertia that the axis shows).
        axes: dimension, singular_value, eigenvalue (principal inertia), share, cumulative; and of
            the whole table total_inertia, n, chi_squared, degrees, p.
    """

    points: pd.DataFrame
    axes: pd.DataFrame


def correspondence(
    counts: pd.DataFrame,
    *,
    row: str = "term",
    column: str = "group",
    value: str = "count",
    dimensions: int = 2,
    supplementary_rows: Collection[str] = (),
    supplementary_columns: Collection[str] = (),
) -> Correspondence:
    """Analyse a contingency table by the singular values of its standardised residuals.

    Greenacre, M. (2017), Correspondence Analysis in Practice, 3rd ed., appendix A: with
    correspondence matrix P and masses r and c, S = Dr^-½ (P - rc') Dc^-½ = U Da V'; principal
    coordinates are Dr^-½ U Da and Dc^-½ V Da, principal inertias the squares of Da, and their sum
    is the total inertia, chi-squared / n. Supplementary points are placed by the transition
    formula and have no influence.

    Distances are to be read among rows and among columns; between a row and a column only the
    direction from the origin tells anything (Greenacre 2017, chapter 13). Each axis is turned so
    that the row that makes most of it lies on its positive side; signs mean nothing.

    Args:
        counts: Tidy counts, one row for each cell; equal cells are added up, missing ones are 0.
        row: Column of the rows' names: terms.
        column: Column of the columns' names: themes, issues, years.
        value: Column of counts.
        dimensions: Dimensions kept in `points`; `axes` lists all.
        supplementary_rows: Rows placed afterwards, without influence.
        supplementary_columns: The same for columns.

    Raises:
        InputError: Columns are missing, counts are negative or not numbers, or fewer than `LEAST`
            active rows or columns hold anything.
    """
    table = table_of(counts, row=row, column=column, value=value)
    late_rows = [name for name in table.index if name in set(supplementary_rows)]
    late_columns = [name for name in table.columns if name in set(supplementary_columns)]
    active = table.drop(index=late_rows, columns=late_columns)
    active = active.loc[active.sum(axis=1) > 0, active.sum(axis=0) > 0]
    _check_size(active)
    solved = solve(active.to_numpy(dtype=float))
    kept = min(dimensions, len(solved.singular))
    frames = [
        _points("row", active.index, active.to_numpy(), solved.rows, solved, kept, late=False),
        _points(
            "column", active.columns, active.T.to_numpy(), solved.columns, solved, kept, late=False
        ),
    ]
    if late_rows:
        extra = table.loc[late_rows, active.columns].to_numpy(dtype=float)
        placed = project(extra, solved.columns, solved.singular)
        frames.append(_points("row", late_rows, extra, placed, solved, kept, late=True))
    if late_columns:
        extra = table.loc[active.index, late_columns].to_numpy(dtype=float).T
        placed = project(extra, solved.rows, solved.singular)
        frames.append(_points("column", late_columns, extra, placed, solved, kept, late=True))
    return Correspondence(pd.concat(frames, ignore_index=True), _axes(active, solved))


@dataclass(frozen=True)
class Solved:
    """Principal coordinates of rows and columns (all dimensions), singular values, masses."""

    rows: Vector
    columns: Vector
    singular: Vector
    row_masses: Vector
    column_masses: Vector


def solve(table: Vector) -> Solved:
    """Take a table of counts apart; no row or column of it may be empty."""
    shares = table / table.sum()
    r, c = shares.sum(axis=1), shares.sum(axis=0)
    residuals = (shares - np.outer(r, c)) / np.sqrt(np.outer(r, c))
    left, singular, right = svd(residuals, full_matrices=False)
    kept = min(table.shape) - 1
    left, singular, right = left[:, :kept], singular[:kept], right[:kept].T
    heaviest = left[np.abs(left).argmax(axis=0), np.arange(kept)]
    turn = np.where(heaviest < 0, -1.0, 1.0)
    left, right = left * turn, right * turn
    return Solved(
        left / np.sqrt(r)[:, None] * singular,
        right / np.sqrt(c)[:, None] * singular,
        singular,
        r,
        c,
    )


def project(profiles: Vector, others: Vector, singular: Vector) -> Vector:
    """Place rows of counts on the axes by the transition formula: profiles by the other side.

    Args:
        profiles: Counts (points, other side); a point without any is placed at the origin.
        others: Principal coordinates of the other side (other side, dimensions).
        singular: The singular values.
    """
    totals = profiles.sum(axis=1, keepdims=True)
    shares = np.divide(profiles, totals, out=np.zeros(profiles.shape), where=totals > 0)
    safe = np.where(singular > 1e-12, singular, np.inf)
    placed: Vector = shares @ (others / safe)
    return np.where(totals > 0, placed, 0.0)


def table_of(counts: pd.DataFrame, *, row: str, column: str, value: str) -> pd.DataFrame:
    """Spread tidy counts into a table, rows and columns by name.

    Raises:
        InputError: A column is not there, or a count is negative or not a number.
    """
    for name in (row, column, value):
        if name not in counts.columns:
            known = ", ".join(map(str, counts.columns))
            raise InputError(f"The table has no column {name!r}", remedy=f"it has: {known}")
    numbers = pd.to_numeric(counts[value], errors="coerce")
    if numbers.isna().any() or (numbers < 0).any() or not np.isfinite(numbers).all():
        raise InputError(
            f"The column {value!r} holds something that is no count",
            remedy="counts are numbers from 0 up",
        )
    cells = counts.assign(**{value: numbers}).dropna(subset=[row, column])
    cells = cells.assign(**{row: cells[row].astype(str), column: cells[column].astype(str)})
    return cells.groupby([row, column])[value].sum().unstack(fill_value=0)


def _check_size(active: pd.DataFrame) -> None:
    if min(active.shape) < LEAST:
        raise InputError(
            f"A correspondence map needs {LEAST} rows and {LEAST} columns that hold something;"
            f" here are {active.shape[0]} and {active.shape[1]}",
            remedy="take more groups or rarer terms, or compare two groups by keyness",
        )


def _points(
    side: str,
    names: Collection[str],
    counts: Vector,
    coordinates: Vector,
    solved: Solved,
    kept: int,
    *,
    late: bool,
) -> pd.DataFrame:
    """Describe the points of one side; `counts` has one row for each of them."""
    totals = counts.sum(axis=1)
    active_total = totals.sum() if not late else np.nan
    masses = totals / active_total
    margin = solved.column_masses if side == "row" else solved.row_masses
    shares = np.divide(
        counts, totals[:, None], out=np.zeros(counts.shape), where=totals[:, None] > 0
    )
    squared = ((shares - margin) ** 2 / margin).sum(axis=1)
    eigenvalues = solved.singular**2
    out = {
        "side": side,
        "name": [str(name) for name in names],
        "count": totals.astype("int64"),
        "mass": masses,
        "inertia": masses * squared / eigenvalues.sum() if eigenvalues.sum() > 0 else np.nan,
        "supplementary": late,
    }
    cos2 = np.divide(
        coordinates**2,
        squared[:, None],
        out=np.zeros(coordinates.shape),
        where=squared[:, None] > 0,
    )
    out["quality"] = cos2[:, :kept].sum(axis=1)
    for number in range(kept):
        made = masses * coordinates[:, number] ** 2
        out[f"dimension_{number + 1}"] = coordinates[:, number]
        out[f"contribution_{number + 1}"] = (
            made / eigenvalues[number] if eigenvalues[number] > 0 else np.nan
        )
        out[f"cos2_{number + 1}"] = cos2[:, number]
    return pd.DataFrame(out)


def _axes(active: pd.DataFrame, solved: Solved) -> pd.DataFrame:
    """List the axes with their inertias, and the test of independence of the whole table."""
    eigenvalues = solved.singular**2
    total = float(eigenvalues.sum())
    n = float(active.to_numpy().sum())
    degrees = (active.shape[0] - 1) * (active.shape[1] - 1)
    shares = eigenvalues / total if total > 0 else np.zeros(len(eigenvalues))
    return pd.DataFrame(
        {
            "dimension": np.arange(1, len(eigenvalues) + 1),
            "singular_value": solved.singular,
            "eigenvalue": eigenvalues,
            "share": shares,
            "cumulative": np.cumsum(shares),
            "total_inertia": total,
            "n": n,
            "chi_squared": total * n,
            "degrees": degrees,
            "p": float(chi2.sf(total * n, degrees)),
        }
    )
