"""Dispersion from an index: the measures of `helpers.statistics.dispersion`, without their table.

That table has a cell for each term in each part; of 50,000 terms in 10,000 articles it takes
4 GB. Here only the cells that are not nought are made.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from helpers.errors import InputError
from helpers.statistics.dispersion import COLUMNS

if TYPE_CHECKING:
    from helpers.statistics.concordance.index import Index


def dispersion_of(
    index: Index,
    terms: Collection[str] | None = None,
    *,
    part: str = "article_id",
    least: int = 1,
) -> pd.DataFrame:
    """Measure how evenly terms are spread over articles or issues.

    Args:
        index: The index.
        terms: The terms to measure; all if None.
        part: 'article_id' or 'issue_id'.
        least: Terms must occur as often as this.

    Returns:
        What `dispersion` returns of the same tokens: term, count, n_parts, range, dp, dp_norm,
        juilland_d, the most frequent first (Gries 2008; Lijffijt and Gries 2012; Juilland et al.
        1970; see there).

    Raises:
        InputError: `part` is something else.
    """
    if part not in ("article_id", "issue_id"):
        raise InputError(f"{part!r} is no part", remedy="use 'article_id' or 'issue_id'")
    store = index.store
    parts = store.word_articles
    if part == "issue_id":
        parts = pd.factorize(np.array(store.issue_ids, dtype=object))[0].astype(np.int32)[parts]
    sizes = np.bincount(parts).astype(float)
    totals = np.bincount(store.words, minlength=len(store.terms))
    shown = totals >= max(least, 1)
    if terms is not None:
        wanted = set(terms)
        shown &= np.array([term in wanted for term in store.terms], dtype=bool)
    kept = np.flatnonzero(shown)
    place = np.full(len(store.terms), -1, dtype=np.int64)
    place[kept] = np.arange(len(kept))
    of_token = place[store.words]
    here = of_token >= 0
    cells, counts = np.unique(of_token[here] * len(sizes) + parts[here], return_counts=True)
    measured = _measured(cells // max(len(sizes), 1), cells % max(len(sizes), 1), counts, sizes)
    out = pd.DataFrame(
        {
            "term": pd.Series([store.terms[number] for number in kept], dtype="str"),
            "count": totals[kept].astype("int64"),
            **{name: values[: len(kept)] for name, values in measured.items()},
        }
    )
    out.insert(2, "n_parts", int((sizes > 0).sum()))
    ranked = out.sort_values(["count", "term"], ascending=[False, True], ignore_index=True)
    return ranked[list(COLUMNS)]


def _measured(
    rows: np.ndarray, parts: np.ndarray, counts: np.ndarray, sizes: np.ndarray
) -> dict[str, np.ndarray]:
    """Return the measures of each term from the cells that are not nought."""
    real = sizes[sizes > 0]
    n = len(real)
    totals = np.bincount(rows, weights=counts)
    shares = sizes / max(sizes.sum(), 1)
    share = shares[parts]
    # A part without the term adds its own share to the sum, so all begin at 1.
    off = np.abs(counts / totals[rows] - share) - share
    dp = (1 + np.bincount(rows, weights=off)) / 2
    smallest = real.min() / real.sum() if n else 0.0
    relative = counts / sizes[parts]
    mean = np.bincount(rows, weights=relative) / max(n, 1)
    # Deviations are squared, not squares subtracted: that keeps every digit of an even spread.
    squares = np.bincount(rows, weights=(relative - mean[rows]) ** 2)
    held = np.bincount(rows)
    variance = (squares + (n - held) * mean**2) / max(n, 1)
    even = 1 - np.sqrt(variance) / mean / np.sqrt(n - 1) if n > 1 else np.full(len(dp), np.nan)
    return {
        "range": held,
        "dp": dp,
        "dp_norm": dp / (1 - smallest) if smallest < 1 else np.zeros(len(dp)),
        "juilland_d": even,
    }
