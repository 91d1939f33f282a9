"""Collocates from an index: those of `helpers.statistics.collocation`, with an exact baseline.

Shuffling millions of tokens two hundred times takes minutes. What the shuffles tend to is known:
with the windows held still and the tokens of each article in any order, the number of a term's
tokens in the windows of one article is hypergeometric, and its mean and variance over articles are
those of the test of Mantel and Haenszel.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from scipy.special import betainc, gammainc
from scipy.stats import false_discovery_control

from helpers.errors import InputError
from helpers.statistics.collocation import COLUMNS
from helpers.statistics.keyness import log_likelihood

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from helpers.statistics.concordance.index import Index
    from helpers.statistics.concordance.store import Store

#: Below this a share or a variance is taken for nought.
TINY = 1e-12


def collocates_of(
    index: Index,
    node: str,
    *,
    window: int | None = 5,
    within: str = "article",
    least: int = 2,
) -> pd.DataFrame:
    """Measure the company of a term.

    Args:
        index: The index.
        node: The term whose company is asked for.
        window: Tokens to either side; None for the whole sentence, which needs `within` 'sentence'.
        within: What windows do not reach over: 'article' or 'sentence'.
        least: A collocate must stand near as often as this.

    Returns:
        One row for each collocate with the columns of `collocates`, by log-likelihood, and the same
        values but for three. `baseline` is what the windows of each article would hold if its other
        tokens stood in any order; mean and variance are those of Mantel and Haenszel (1959,
        Statistical aspects of the analysis of data from retrospective studies of disease, Journal
        of the National Cancer Institute 22) with articles for strata. `p` is the chance of as many
        or more in the binomial of that mean and variance, close where a normal one is not: at a few
        occurrences (Peköz, Röllin, Čekanavičius and Shwartz 2009, A three-parameter binomial
        approximation, Journal of Applied Probability 46); `q` is p corrected for the number of
        collocates (Benjamini and Hochberg 1995). Both are 1 where a collocate could not stand
        elsewhere.

    Raises:
        InputError: There is no such unit or window.
    """
    if within not in ("article", "sentence") or (window is None and within != "sentence"):
        raise InputError(
            f"windows of {window} tokens within {within!r} are not known",
            remedy="give within='article' or 'sentence', and a window unless it is a sentence",
        )
    if window is not None and window < 1:
        raise InputError(f"the window is {window} tokens", remedy="give 1 or more")
    store = index.store
    place = store.terms.index(node) if node in store.terms else -1
    nodes = np.flatnonzero(store.words == place)
    groups = store.word_articles if within == "article" else index.sentences
    inside = _inside(nodes, groups, window)
    near = np.bincount(store.words[inside], minlength=len(store.terms)).astype(float)
    kept = np.flatnonzero(near >= max(least, 1))
    if not len(kept):
        empty = pd.DataFrame({column: pd.Series(dtype="float64") for column in COLUMNS})
        return empty.astype({"term": "str", "near": "int64", "count": "int64"})
    counts = np.bincount(store.words, minlength=len(store.terms)).astype(float)
    held, total = near.sum(), float(len(store.words) - counts[place])
    seen, whole = near[kept], counts[kept]
    expected = held * whole / total
    strata = _Strata.of(store, nodes, inside)
    baseline, variance = strata.moments(store, kept)
    p = _as_many(seen, baseline, variance)
    out = pd.DataFrame(
        {
            "term": pd.Series([store.terms[number] for number in kept], dtype="str"),
            "near": seen.astype("int64"),
            "count": whole.astype("int64"),
            "expected": expected,
            "log_likelihood": log_likelihood(seen, whole - seen, held, total - held),
            "log_dice": 14 + np.log2(2 * seen / (counts[place] + whole)),
            "pmi": np.log2(seen / expected),
            "t": (seen - expected) / np.sqrt(seen),
            "baseline": baseline,
            "p": p,
            "q": false_discovery_control(p),
        }
    )
    ranked = out.sort_values(["log_likelihood", "term"], ascending=[False, True])
    return ranked[list(COLUMNS)].reset_index(drop=True)


def _inside(
    nodes: NDArray[np.int64], groups: NDArray[np.int64] | NDArray[np.int32], window: int | None
) -> NDArray[np.int64]:
    """Return the tokens in the windows of a node, each once, the node's own left out."""
    if window is None:
        # Groups are numbered in the order of the text, so those of the nodes are runs of tokens.
        wanted = np.zeros(int(groups[-1]) + 1 if len(groups) else 0, dtype=bool)
        wanted[groups[nodes]] = True
        marked = wanted[groups]
    else:
        marked = np.zeros(len(groups), dtype=bool)
        for step in range(1, window + 1):
            for side in (nodes - step, nodes + step):
                there = (side >= 0) & (side < len(groups))
                beside, origin = side[there], nodes[there]
                marked[beside[groups[beside] == groups[origin]]] = True
    marked[nodes] = False
    return np.flatnonzero(marked)


@dataclass(frozen=True)
class _Strata:
    """The articles with windows: tokens that are no nodes, and those of them in windows."""

    tokens: NDArray[np.float64]
    inside: NDArray[np.float64]

    @classmethod
    def of(cls, store: Store, nodes: NDArray[np.int64], inside: NDArray[np.int64]) -> _Strata:
        """Count both in every article."""
        n = len(store.article_ids)
        articles = store.word_articles
        tokens = np.diff(store.first_words) - np.bincount(articles[nodes], minlength=n)
        return cls(tokens.astype(float), np.bincount(articles[inside], minlength=n).astype(float))

    def moments(
        self, store: Store, kept: NDArray[np.int64]
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return mean and variance of each term's tokens in windows, summed over articles."""
        place = np.full(len(store.terms), -1, dtype=np.int64)
        place[kept] = np.arange(len(kept))
        of_token = place[store.words]
        here = (of_token >= 0) & (self.inside > 0)[store.word_articles]
        cells, count = np.unique(
            of_token[here] * len(self.tokens) + store.word_articles[here], return_counts=True
        )
        row, article = cells // len(self.tokens), cells % len(self.tokens)
        n, m = self.tokens[article], self.inside[article]
        mean = m * count / n
        spread = mean * (n - m) * (n - count) / (n * np.maximum(n - 1, 1))
        sums = [np.bincount(row, weights=values, minlength=len(kept)) for values in (mean, spread)]
        return sums[0].astype(float), sums[1].astype(float)


def _as_many(
    seen: NDArray[np.float64], mean: NDArray[np.float64], variance: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return the chance of as many or more, 1 where there is no variance.

    A sum of hypergeometric numbers is one of independent yeses and noes, which varies less than a
    Poisson number of the same mean. Where more were seen than the binomial can hold, the Poisson
    tail stands for it: it is never smaller than the true one there (Hoeffding 1956).
    """
    share = np.clip(1 - variance / np.maximum(mean, TINY), 0.0, 1.0)
    trials = mean / np.maximum(share, TINY)
    fits = (share > TINY) & (seen <= trials)
    with np.errstate(invalid="ignore"):
        p = np.where(
            fits,
            betainc(seen, np.maximum(trials - seen + 1, 1.0), share),
            gammainc(seen, np.maximum(mean, TINY)),
        )
    return np.where(variance > TINY, p, 1.0)
