"""Collocation: which words stand near a word more often than the rest of the corpus lets expect."""

from __future__ import annotations

import numpy as np
import pandas as pd
from scipy.stats import false_discovery_control

from helpers.statistics.keyness import log_likelihood

COLUMNS = (
    "term",
    "near",
    "count",
    "expected",
    "log_likelihood",
    "log_dice",
    "pmi",
    "t",
    "baseline",
    "p",
    "q",
)
#: Shuffles of the baseline, and its seed.
SHUFFLES, SEED = 199, 20200101


def collocates(
    tokens: pd.DataFrame,
    node: str,
    *,
    window: int = 5,
    within: str = "article_id",
    least: int = 2,
    shuffles: int = SHUFFLES,
) -> pd.DataFrame:
    """Measure the company of a term.

    Args:
        tokens: Frame with `term` and the column that no window reaches over, in the order of the
            text.
        node: The term whose company is asked for.
        window: Tokens to either side.
        within: The column that windows do not reach over ('article_id', a sentence's number).
        least: A collocate must stand near as often as this.
        shuffles: Permutations of the tokens for the baseline; 0 leaves it out.

    Returns:
        One row for each collocate with the columns of `COLUMNS`, by log-likelihood.

        `near` is the number of tokens of the collocate in windows of the node (each token once),
        `count` all of them, `expected` what windows of that many tokens would hold by chance.
        `log_likelihood` as in `keyness`, windows against the rest (Evert 2008, Corpora and
        collocations); `log_dice` = 14 + log2(2 near / (f(node) + count)) (Rychlý 2008, A
        lexicographer-friendly association score); `pmi` = log2(near / expected) (Church and Hanks
        1990); `t` = (near - expected) / sqrt(near) (Church et al. 1991). `baseline` is the mean of
        `near` when the tokens are shuffled within their articles, `p` the share of shuffles that
        bring as many near, (k + 1) / (shuffles + 1) (Phipson and Smyth 2010), `q` corrected for the
        number of collocates.
    """
    codes, terms = pd.factorize(tokens["term"])
    groups = pd.factorize(tokens[within])[0]
    place = int(np.flatnonzero(terms == node)[0]) if (terms == node).any() else -1
    empty = pd.DataFrame({column: [] for column in COLUMNS}).astype({"term": "str"})
    if place < 0:
        return empty
    near = _near(codes, groups, place, window, len(terms))
    counts = np.bincount(codes, minlength=len(terms)).astype(float)
    kept = np.flatnonzero(near >= least)
    if not len(kept):
        return empty
    inside, total = near.sum(), float(len(codes) - counts[place])
    seen, whole = near[kept], counts[kept]
    expected = inside * whole / total
    out = pd.DataFrame(
        {
            "term": terms[kept].astype("str"),
            "near": seen.astype("int64"),
            "count": whole.astype("int64"),
            "expected": expected,
            "log_likelihood": log_likelihood(seen, whole - seen, inside, total - inside),
            "log_dice": 14 + np.log2(2 * seen / (counts[place] + whole)),
            "pmi": np.log2(seen / expected),
            "t": (seen - expected) / np.sqrt(seen),
        }
    )
    out["baseline"], out["p"], out["q"] = np.nan, np.nan, np.nan
    if shuffles:
        mean, p = _baseline(codes, groups, place, window, len(terms), kept, seen, shuffles)
        out["baseline"], out["p"], out["q"] = mean, p, false_discovery_control(p)
    ranked = out.sort_values(["log_likelihood", "term"], ascending=[False, True])
    return ranked[list(COLUMNS)].reset_index(drop=True)


def _near(
    codes: np.ndarray, groups: np.ndarray, place: int, window: int, n_terms: int
) -> np.ndarray:
    """Count the tokens of each term within the windows of a node, every token once."""
    inside = np.zeros(len(codes), dtype=bool)
    nodes = np.flatnonzero(codes == place)
    for step in range(1, window + 1):
        for side in (nodes - step, nodes + step):
            there = (side >= 0) & (side < len(codes))
            beside, origin = side[there], nodes[there]
            inside[beside[groups[beside] == groups[origin]]] = True
    inside[nodes] = False
    return np.bincount(codes[inside], minlength=n_terms).astype(float)


def _baseline(
    codes: np.ndarray,
    groups: np.ndarray,
    place: int,
    window: int,
    n_terms: int,
    kept: np.ndarray,
    seen: np.ndarray,
    shuffles: int,
) -> tuple[np.ndarray, np.ndarray]:
    """Shuffle the tokens within their groups => mean of near, share of shuffles with as many."""
    generator = np.random.default_rng(SEED)
    total = np.zeros(len(kept))
    reached = np.zeros(len(kept))
    for _ in range(shuffles):
        order = np.lexsort((generator.random(len(codes)), groups))
        shuffled = np.empty_like(codes)
        shuffled[np.argsort(groups, kind="stable")] = codes[order]
        near = _near(shuffled, groups, place, window, n_terms)[kept]
        total += near
        reached += near >= seen
    return total / shuffles, (reached + 1) / (shuffles + 1)
