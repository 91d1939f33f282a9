"""How far topics hang on the seed, on the order of the documents, and on which ones are there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

from helpers.statistics.structure.documents import Documents, too_small_for
from helpers.statistics.structure.topics import SEED, Method, checked, fit

COLUMNS = ("k", "variation", "stability", "low", "high", "n_runs", "n_documents", "refused")
#: What is varied: the seed, the order of the rows, and the documents themselves.
VARIATIONS = ("seed", "order", "sample")
#: The share of documents in a sample (Greene, O'Callaghan and Cunningham 2014).
SAMPLE = 0.8


def topic_stability(
    found: Documents,
    *,
    ks: Iterable[int] = (3, 4, 5, 6, 8, 10),
    method: str = "nmf",
    runs: int = 10,
    top: int = 10,
) -> pd.DataFrame:
    """Fit topics again and again and see whether they are the same ones.

    Greene, D., O'Callaghan, D. and Cunningham, P. (2014), How many topics? Stability analysis for
    topic models, ECML PKDD: topics of two runs are matched so that their first terms agree best
    (the Hungarian method), and the agreement is the mean Jaccard index of the matched lists.

    Args:
        found: As `documents` counts them.
        ks: Numbers of topics.
        method: 'nmf' (begun at random here) or 'lda'.
        runs: Fits of each kind.
        top: Terms of each topic that are compared.

    Returns:
        One row for each number of topics and each of `VARIATIONS`: only the seed changes; the seed
        stays and the rows are shuffled; or 80% of the documents are drawn. `stability` is the mean
        over all pairs of runs, `low` and `high` the 5th and 95th percentile of pairs (pairs share
        runs: a spread, not an interval of confidence). It falls with k by itself, so a peak tells
        more than a height; 1 is always the same topics. Where topics are refused, `refused` says
        why and the figures are missing.

    Raises:
        InputError: The method is neither.
    """
    chosen = checked(method)
    rows: list[dict[str, object]] = []
    for k in ks:
        reason = too_small_for(found, k)
        for variation in VARIATIONS:
            pairs = np.array([])
            if not reason:
                lists = list(_runs(found, k, chosen, variation, runs, top))
                pairs = np.array([agreement(a, b) for a, b in combinations(lists, 2)])
            known = len(pairs) > 0
            rows.append(
                {
                    "k": k,
                    "variation": variation,
                    "stability": pairs.mean() if known else np.nan,
                    "low": np.quantile(pairs, 0.05) if known else np.nan,
                    "high": np.quantile(pairs, 0.95) if known else np.nan,
                    "n_runs": runs if known else 0,
                    "n_documents": len(found),
                    "refused": reason,
                }
            )
    return pd.DataFrame(rows, columns=list(COLUMNS))


def agreement(one: list[frozenset[int]], other: list[frozenset[int]]) -> float:
    """Match topics by their first terms and return the mean Jaccard index of the matched ones.

    [{1, 2}, {3, 4}] and [{3, 4}, {1, 5}] => (1/3 + 1) / 2.
    """
    alike = np.array([[len(a & b) / max(len(a | b), 1) for b in other] for a in one])
    rows, columns = linear_sum_assignment(alike, maximize=True)
    return float(alike[rows, columns].mean())


def _runs(
    found: Documents, k: int, method: Method, variation: str, runs: int, top: int
) -> Iterator[list[frozenset[int]]]:
    """Yield the first terms of each topic, run by run."""
    generator = np.random.default_rng(SEED)
    n = len(found)
    for run in range(runs):
        rows: NDArray[np.int64] = np.arange(n)
        seed = SEED
        if variation == "seed":
            seed = SEED + run
        elif variation == "order":
            rows = generator.permutation(n)
        else:
            rows = np.sort(generator.choice(n, size=int(SAMPLE * n), replace=False))
        by_topic, _ = fit(found.counts[rows], k, method, seed=seed)
        yield [frozenset(np.argsort(-line, kind="stable")[:top].tolist()) for line in by_topic]
