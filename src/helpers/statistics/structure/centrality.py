"""Centrality in a network of co-occurrence, with intervals by drawing the articles anew."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.sparse import csr_array

from helpers.statistics.structure.cooccurrence import presence

#: Resamples and their seed; below so many articles no interval is given.
ROUNDS, SEED, LEAST_ARTICLES = 100, 20200101, 8
#: How many standard deviations above chance a pair must share units to be linked.
ABOVE = 3.0
MEASURES = ("degree", "strength", "betweenness")
Vector = NDArray[np.float64]


def centrality(
    occurrences: pd.DataFrame, nodes: pd.DataFrame, *, least: int = 2, rounds: int = ROUNDS
) -> pd.DataFrame:
    """Measure how central each node is, and how far that hangs on the articles at hand.

    Args:
        occurrences: As `units.occurrences` makes them.
        nodes: The items of the network, as `frequent` chooses them.
        least: Units that a pair must share to be linked; it must share more than chance has it,
            too, by `ABOVE` standard deviations of the hypergeometric distribution: in a large
            corpus everything stands beside everything once.
        rounds: Resamples of the articles; 0 leaves the intervals out.

    Returns:
        One row for each node, by strength: `degree`, the nodes it is linked to; `strength`, the sum
        of its units shared with them (Barrat et al. 2004); `betweenness`, the share of shortest
        paths between others that lead through it, links unweighted (Freeman 1977; networkx); each
        with `_low` and `_high`, the 2.5th and 97.5th percentile of resamples in which articles
        are drawn with replacement; and `n_articles`, all that are drawn from.

        With fewer than `LEAST_ARTICLES` articles the intervals are missing. A resample holds about
        63% of the articles, some twice: rare links go, so intervals may lie below the value.
    """
    names = nodes["node"].astype(str).tolist()
    table, n_units = presence(occurrences, names)
    owner, n_articles = _owners(occurrences, table.shape[0])
    value = _measure(_links(table, np.ones(table.shape[0]), n_units, least))
    out = pd.DataFrame({"node": names})
    drawn: list[Vector] = []
    if n_articles >= LEAST_ARTICLES:
        generator = np.random.default_rng(SEED)
        for _ in range(rounds):
            picked = generator.integers(0, n_articles, size=n_articles)
            weights = np.bincount(picked, minlength=n_articles).astype(float)
            drawn.append(_measure(_links(table, weights[owner], n_units, least)))
    for number, measure in enumerate(MEASURES):
        out[measure] = value[number]
        low, high = np.nan, np.nan
        if drawn:
            low, high = np.quantile([one[number] for one in drawn], [0.025, 0.975], axis=0)
        out[f"{measure}_low"], out[f"{measure}_high"] = low, high
    out["n_articles"] = n_articles
    return out.sort_values(["strength", "node"], ascending=[False, True], ignore_index=True)


def _owners(occurrences: pd.DataFrame, n_rows: int) -> tuple[NDArray[np.int64], int]:
    """Return the number of the article that each unit lies in, and how many articles there are.

    Units without any item lie in none; they are given to the first, where they change nothing.
    """
    codes, articles = pd.factorize(occurrences["article_id"], sort=True)
    owner = np.zeros(n_rows, dtype=np.int64)
    owner[occurrences["unit"].to_numpy(dtype=np.int64)] = codes
    return owner, len(articles)


def _links(table: csr_array, weights: Vector, n_units: int, least: int) -> Vector:
    """Return nodes by nodes: the units that linked pairs share, each as often as its weight says.

    Units that hold nothing are taken to grow and shrink with the others.
    """
    weighted = table.multiply(weights[:, None]).tocsr()
    shared: Vector = np.asarray((table.T @ weighted).todense(), dtype=float)
    holding = np.diag(shared).copy()
    total = max(n_units * weights.mean() if len(weights) else 0.0, 2.0)
    product = np.outer(holding, holding)
    rest = np.outer(total - holding, total - holding)
    spread = np.sqrt(np.maximum(product * rest, 0.0) / (total**2 * (total - 1)))
    kept = (shared >= least) & (shared - product / total >= ABOVE * spread)
    np.fill_diagonal(kept, False)
    return np.where(kept, shared, 0.0)


def _measure(linked: Vector) -> Vector:
    """Return the measures of each node => (3, nodes)."""
    between = nx.betweenness_centrality(nx.from_numpy_array(linked > 0))
    return np.stack(
        [
            (linked > 0).sum(axis=1).astype(float),
            linked.sum(axis=1),
            np.array([between[i] for i in range(len(linked))], dtype=float),
        ]
    )
