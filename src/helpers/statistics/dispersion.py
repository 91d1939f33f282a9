"""Dispersion: whether a word is spread over issues or articles, or stands in a few of them."""

from __future__ import annotations

import numpy as np
import pandas as pd

COLUMNS = ("term", "count", "n_parts", "range", "dp", "dp_norm", "juilland_d")


def dispersion(tokens: pd.DataFrame, *, part: str = "article_id", least: int = 1) -> pd.DataFrame:
    """Measure how evenly terms are spread over the parts of a corpus.

    Args:
        tokens: Frame with `term` and the column of the parts.
        part: The column of the parts: 'article_id', 'issue_id', a year.
        least: Terms must occur as often as this.

    Returns:
        One row for each term with the columns of `COLUMNS`, the most frequent first: `range`, the
        parts it stands in; `dp`, Gries' deviation of proportions, 0 (spread like the parts) to
        nearly 1 (Gries 2008, Dispersions and adjusted frequencies in corpora, International
        Journal of Corpus Linguistics 13); `dp_norm`, the same divided by its largest value
        (Lijffijt and Gries 2012); `juilland_d`, Juilland's D on relative frequencies, 1 for even
        (Juilland et al. 1970), with the population's standard deviation.
    """
    sizes = tokens[part].value_counts()
    table = (
        tokens.groupby(["term", part], observed=True)
        .size()
        .unstack(fill_value=0)
        .reindex(columns=sizes.index, fill_value=0)
    )
    table = table[table.sum(axis=1) >= least]
    counts = table.to_numpy(dtype=float)
    totals = counts.sum(axis=1)
    shares = sizes.to_numpy(dtype=float) / max(sizes.sum(), 1)
    seen = counts / totals[:, None] if len(counts) else counts
    dp = np.abs(seen - shares).sum(axis=1) / 2
    smallest = shares.min() if len(shares) else 0.0
    out = pd.DataFrame(
        {
            "term": table.index.astype("str"),
            "count": totals.astype("int64"),
            "n_parts": len(sizes),
            "range": (counts > 0).sum(axis=1),
            "dp": dp,
            "dp_norm": dp / (1 - smallest) if smallest < 1 else 0.0,
            "juilland_d": _juilland(counts, sizes.to_numpy(dtype=float)),
        }
    )
    return out.sort_values(["count", "term"], ascending=[False, True], ignore_index=True)


def _juilland(counts: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    """Return 1 - V / sqrt(n - 1), V the coefficient of variation of relative frequencies."""
    parts = len(sizes)
    if parts < 2 or not len(counts):
        return np.full(len(counts), np.nan)
    relative = counts / sizes
    variation = relative.std(axis=1) / relative.mean(axis=1)
    return np.asarray(1 - variation / np.sqrt(parts - 1))
