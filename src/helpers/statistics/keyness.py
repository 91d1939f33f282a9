"""Keyness: which words set one selection of articles apart from another.

Three measures, because they answer different questions: whether a difference is there at all
(log-likelihood), how large it is (log ratio), and how large it is with rare words held back
(log odds with an informative prior).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from scipy.stats import chi2, false_discovery_control, norm

if TYPE_CHECKING:
    from numpy.typing import NDArray

COLUMNS = (
    "term",
    "count",
    "other",
    "per_million",
    "other_per_million",
    "log_likelihood",
    "p",
    "q",
    "log_ratio",
    "log_ratio_low",
    "log_ratio_high",
    "log_odds",
    "z",
)
#: What is added to a count of nought before a ratio is taken (Hardie 2014).
HALF = 0.5
#: Half the width of an interval at 95 %, in standard errors.
_WIDTH = float(norm.ppf(0.975))


def keyness(chosen: pd.Series[int], rest: pd.Series[int], *, least: int = 1) -> pd.DataFrame:
    """Compare the frequencies of terms in two selections.

    Args:
        chosen: Counts by term in the selection (`tokens["term"].value_counts()`).
        rest: The same in the other selection.
        least: Terms must be as frequent as this in both together; the totals keep all.

    Returns:
        One row for each term with the columns of `COLUMNS`, by `z`, the most typical of the
        selection first.

        `log_likelihood` is G² of the two-by-two table of the term and all other tokens (Dunning
        1993, Accurate methods for the statistics of surprise and coincidence, Computational
        Linguistics 19), `p` its tail in chi-squared with one degree of freedom, `q` the same
        corrected for the number of terms (Benjamini and Hochberg 1995). Tokens of one article are
        not drawn independently, so p is too small: take it for a rank, not for a proof.
        `log_ratio` is log2 of the ratio of relative frequencies, 0.5 in the place of a count of
        nought (Hardie 2014, Log Ratio); `log_ratio_low` and `log_ratio_high` its interval at 95 %
        as if tokens were drawn one by one, by the delta method on the logarithm (Katz, Baptista,
        Azen and Pike 1978, Obtaining confidence intervals for the risk ratio in cohort studies,
        Biometrics 34, method C): too narrow for the same reason, so prefer the intervals of
        `keyness_over_articles`. `log_odds` and its `z` take the counts of both selections
        together as an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008, Fightin'
        Words, Political Analysis 16, equations 15, 16 and 22).
    """
    table = pd.DataFrame({"count": chosen, "other": rest}).fillna(0).astype("int64")
    table = table[table.sum(axis=1) > 0]
    one = table["count"].to_numpy(dtype=float)
    two = table["other"].to_numpy(dtype=float)
    n, m = one.sum(), two.sum()
    if n == 0 or m == 0:
        return pd.DataFrame({column: [] for column in COLUMNS}).astype({"term": "str"})
    surprise = log_likelihood(one, two, n, m)
    odds, z = _log_odds(one, two)
    ratio = log_ratio(one, two, n, m)
    half = _WIDTH * _log_ratio_error(one, two, n, m)
    out = pd.DataFrame(
        {
            "term": table.index.astype("str"),
            "count": table["count"].to_numpy(),
            "other": table["other"].to_numpy(),
            "per_million": one / n * 1e6,
            "other_per_million": two / m * 1e6,
            "log_likelihood": surprise,
            "p": chi2.sf(surprise, 1),
            "log_ratio": ratio,
            "log_ratio_low": ratio - half,
            "log_ratio_high": ratio + half,
            "log_odds": odds,
            "z": z,
        }
    )
    out = out[out["count"] + out["other"] >= least]
    out["q"] = false_discovery_control(out["p"]) if len(out) else []
    ranked = out.sort_values(["z", "term"], ascending=[False, True], ignore_index=True)
    return ranked[list(COLUMNS)]


def log_likelihood(
    one: NDArray[np.float64], two: NDArray[np.float64], n: float, m: float
) -> NDArray[np.float64]:
    """Return G² of the tables [[one, two], [n - one, m - two]], one for each term."""
    both = one + two
    total = n + m
    g = np.zeros_like(one)
    for seen, expected in (
        (one, n * both / total),
        (two, m * both / total),
        (n - one, n * (total - both) / total),
        (m - two, m * (total - both) / total),
    ):
        with np.errstate(divide="ignore", invalid="ignore"):
            part = seen * np.log(seen / expected)
        g += np.where(seen > 0, part, 0.0)
    return np.maximum(2 * g, 0.0)


def log_ratio(
    one: NDArray[np.float64],
    two: NDArray[np.float64],
    n: float | NDArray[np.float64],
    m: float | NDArray[np.float64],
) -> NDArray[np.float64]:
    """Return log2 of the ratio of relative frequencies, `HALF` in the place of nought."""
    found = np.log2(np.maximum(one, HALF)) - np.log2(np.maximum(two, HALF)) - np.log2(n / m)
    return np.asarray(found, dtype=np.float64)


def _log_ratio_error(
    one: NDArray[np.float64], two: NDArray[np.float64], n: float, m: float
) -> NDArray[np.float64]:
    """Return the standard error of the log ratio, in doublings (Katz et al. 1978)."""
    first, second = np.maximum(one, HALF), np.maximum(two, HALF)
    spread = np.maximum(1 / first - 1 / n + 1 / second - 1 / m, 0.0)
    return np.asarray(np.sqrt(spread) / np.log(2), dtype=np.float64)


def _log_odds(
    one: NDArray[np.float64], two: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return log odds ratios with the sum of both as prior, and their z scores."""
    prior = one + two
    whole = prior.sum()
    n, m = one.sum(), two.sum()
    # A selection of one term alone leaves nothing to divide by.
    first = np.log((one + prior) / np.maximum(n + whole - one - prior, HALF))
    second = np.log((two + prior) / np.maximum(m + whole - two - prior, HALF))
    odds = first - second
    z = odds / np.sqrt(1 / (one + prior) + 1 / (two + prior))
    return odds, z
