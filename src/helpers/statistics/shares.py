"""Shares with their uncertainty, and what stands together."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import pandas as pd
from scipy.stats import binomtest


def wilson(count: int, total: int, *, level: float = 0.95) -> tuple[float, float]:
    """Return the Wilson score interval of a share: (5, 10) => (0.2366, 0.7634).

    Wilson, E. B. (1927), Probable inference, the law of succession, and statistical inference,
    JASA 22. Computed by scipy. (0.0, 1.0) if there is nothing to divide by.
    """
    if total == 0:
        return (0.0, 1.0)
    interval = binomtest(count, total).proportion_ci(confidence_level=level, method="wilson")
    return (round(float(interval.low), 4), round(float(interval.high), 4))


def shares(
    data: pd.DataFrame, column: str, *, total: int | None = None, order: Sequence[str] = ()
) -> pd.DataFrame:
    """Count the values of a column => value, count, total, share, low, high.

    Args:
        data: One row for each unit counted.
        column: The column whose values are counted.
        total: The denominator, if it is not the number of rows (a unit may have several values).
        order: The values in the order wanted, zeros included; by count, then value, if empty.

    Returns:
        `share`, `low` and `high` lie between 0 and 1; the interval is Wilson's at 95%.
    """
    whole = len(data) if total is None else total
    counts = data[column].value_counts()
    if order:
        counts = counts.reindex(list(order), fill_value=0)
    out = counts.rename("count").rename_axis(column).reset_index()
    out["total"] = whole
    out["share"] = (out["count"] / whole).round(4) if whole else 0.0
    bounds = [wilson(min(int(n), whole), whole) for n in out["count"]]
    out["low"], out["high"] = [b[0] for b in bounds], [b[1] for b in bounds]
    if not order:
        out = out.sort_values(["count", column], ascending=[False, True])
    return out.reset_index(drop=True)


def together(data: pd.DataFrame, unit: str, label: str) -> pd.DataFrame:
    """Count which labels share a unit => a, b, both, either, jaccard.

    Jaccard, P. (1912), The distribution of the flora in the alpine zone: |A and B| / |A or B|.

    Args:
        data: One row for each label of a unit: the themes of an article.
        unit: The column of the unit: 'article_id'.
        label: The column of the label: 'theme'.
    """
    sets = {str(name): set(group[unit]) for name, group in data.groupby(label, observed=True)}
    rows = [
        {"a": a, "b": b, "both": len(sets[a] & sets[b]), "either": len(sets[a] | sets[b])}
        for a, b in combinations(sorted(sets), 2)
    ]
    out = pd.DataFrame(rows, columns=["a", "b", "both", "either"])
    out["jaccard"] = (out["both"] / out["either"]).round(4) if len(out) else pd.Series(dtype=float)
    return out.sort_values(["both", "a", "b"], ascending=[False, True, True]).reset_index(drop=True)
