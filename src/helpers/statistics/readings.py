"""Short readings of a table, in words, for the sentence under a chart."""

from __future__ import annotations

import pandas as pd


def ranked(data: pd.DataFrame, name: str, value: str, *, most: int = 3) -> str:
    """List the largest values => '党支部 (12), 县委 (7)'; 'none' for an empty table.

    Args:
        data: One row for each name.
        name: The column of names.
        value: The column of whole numbers.
        most: How many are listed; equal ones come by name.
    """
    top = data.sort_values([value, name], ascending=[False, True]).head(most)
    pairs = zip(top[name], top[value], strict=True)
    return ", ".join(f"{n} ({int(v):,})" for n, v in pairs) or "none"


def course(data: pd.DataFrame, value: str, *, when: str = "issue", unit: str = "") -> str:
    """Tell the first and the last value => '86件 (2019-08-20) → 12,480件 (2021-12-21)'.

    Of issues without a date (column `date`) only the range is told: their order is not known.

    Args:
        data: One row for each issue, in order.
        value: The column of values.
        when: The column that names the issue.
        unit: Printed behind the values.
    """
    if data.empty:
        return "no figure"
    if len(data) > 1 and "date" in data and data["date"].isna().any():
        low, high = float(data[value].min()), float(data[value].max())
        return f"{_plain(low)} to {_plain(high)}{unit} (issues without a date)"
    ends = data.iloc[[0, -1]] if len(data) > 1 else data
    pairs = zip(ends[value], ends[when], strict=True)
    return " → ".join(f"{_plain(float(v))}{unit} ({w})" for v, w in pairs)


def growth(one: pd.DataFrame, two: pd.DataFrame, *, value: str = "value") -> str:
    """Compare how two counts grew from first to last => 'The first grew by 22%, the second by 20%.'

    Says that it cannot be told where a count has fewer than two values, begins at zero or stands
    in an issue without a date.
    """
    if any("date" in data and data["date"].isna().any() for data in (one, two)):
        return "Issues without a date do not tell how they grew."
    rises = [
        100 * (float(data[value].iloc[-1]) / float(data[value].iloc[0]) - 1)
        if len(data) > 1 and data[value].iloc[0] > 0
        else None
        for data in (one, two)
    ]
    if rises[0] is None or rises[1] is None:
        return "Too few values to tell whether they grow together."
    return f"The first changed by {rises[0]:+.0f}%, the second by {rises[1]:+.0f}%."


def _plain(value: float) -> str:
    return f"{value:,.0f}" if value == round(value) else f"{value:,.1f}"
