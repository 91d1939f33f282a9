"""How far a series comes behind a reference: a county paper behind the papers above it."""

from __future__ import annotations

import numpy as np
import pandas as pd

#: Fewer common periods than this say nothing of a lag.
LEAST = 8


def first_reached(series: pd.DataFrame, least: float, *, value: str = "share") -> pd.Series[str]:
    """Return the first period in which each term reaches a value, by term.

    Args:
        series: Frame with `term`, `period` (names that sort by time) and the column of `value`.
        least: The value to reach.
        value: The column.
    """
    reached = series[series[value] >= least]
    return reached.groupby("term")["period"].min()


def lag_behind(
    series: pd.DataFrame, reference: pd.DataFrame, least: float, *, value: str = "share"
) -> pd.DataFrame:
    """Compare when terms reach a value in a series and in its reference.

    Args:
        series: Frame with `term`, `period` and the column of `value`.
        reference: The same of the reference.
        least: The value to reach.
        value: The column.

    Returns:
        term, reached, reference, lag (periods of both together between the two, above 0 where the
        series comes later), censored: 'from the start' where either reaches it in its first
        period, so that it may have done so before; 'never' where either never does.
    """
    periods = sorted({*series["period"], *reference["period"]})
    rank = {name: place for place, name in enumerate(periods)}
    own, other = (first_reached(frame, least, value=value) for frame in (series, reference))
    begin = {"own": series["period"].min(), "other": reference["period"].min()}
    rows: list[tuple[object, ...]] = []
    for term in sorted({*series["term"], *reference["term"]}):
        a, b = own.get(term), other.get(term)
        if a is None or b is None:
            rows.append((term, a, b, pd.NA, "never"))
            continue
        early = a == begin["own"] or b == begin["other"]
        rows.append((term, a, b, rank[a] - rank[b], "from the start" if early else ""))
    columns = ["term", "reached", "reference", "lag", "censored"]
    return pd.DataFrame(rows, columns=columns).astype({"lag": "Int64"})


def shifted(
    series: pd.Series[float], reference: pd.Series[float], *, most: int = 4
) -> pd.DataFrame:
    """Correlate a series with its reference so many periods before.

    Args:
        series: Values by period.
        reference: The same; only common periods count.
        most: The longest lag.

    Returns:
        lag, n, r (Pearson's), p: the share of circular shifts of the reference by more than the
        longest lag, the series as it is counted among them, whose greatest correlation at any of
        these lags is as great. Shifts keep what a series has of its own past, which shuffling
        would destroy. No rows for fewer than eight common periods, or too few to shift.
    """
    common = series.index.intersection(reference.index).sort_values()
    n = len(common)
    if n < max(LEAST, 2 * most + 2):
        return pd.DataFrame(columns=["lag", "n", "r", "p"])
    own = series.reindex(common).to_numpy(dtype=float)
    other = reference.reindex(common).to_numpy(dtype=float)
    lags = range(most + 1)
    seen = [_correlation(own[k:], other[: n - k]) for k in lags]
    # A shift of no more than the lags asked for would bring the series to its own lag again.
    far = range(most + 1, n - most)
    greatest = np.array(
        [max(_correlation(own[k:], np.roll(other, s)[: n - k]) for k in lags) for s in far]
    )
    p = [float((1 + (greatest >= r - 1e-12).sum()) / (1 + len(far))) for r in seen]
    return pd.DataFrame({"lag": list(lags), "n": [n - k for k in lags], "r": seen, "p": p})


def _correlation(a: np.ndarray, b: np.ndarray) -> float:
    if not a.std() or not b.std():
        return 0.0
    return float(np.corrcoef(a, b)[0, 1])
