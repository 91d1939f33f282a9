"""Keyness with articles as what is drawn: intervals and tests that heed repetition within one.

A word that one long article repeats sets its selection apart by every measure that takes tokens
for independent. Drawn by articles, its interval is as wide as so few sources deserve.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.stats import false_discovery_control, hypergeom

from helpers.errors import InputError
from helpers.statistics.keyness import COLUMNS, keyness, log_ratio
from helpers.statistics.resampling import RESAMPLES, SEED

ADDED = ("articles", "other_articles", "n_articles", "other_n_articles", "low", "high")
TESTED = ("p_articles", "q_articles")
#: Articles that each selection needs before they are resampled: fewer give too few samples.
LEAST_ARTICLES = 6
#: Terms whose resamples are held in memory at once.
_CHUNK = 2000


def keyness_over_articles(
    tokens: pd.DataFrame,
    chosen: Iterable[str],
    rest: Iterable[str] | None = None,
    *,
    least: int = 3,
    leave_out: Collection[str] = (),
    resamples: int = RESAMPLES,
    seed: int = SEED,
) -> pd.DataFrame:
    """Compare the terms of two selections of articles, by drawing articles anew.

    Args:
        tokens: Frame with `article_id` and `term`.
        chosen: Articles of the selection.
        rest: Those that it is held against; all others when None.
        least: Terms must be as frequent as this in both together.
        leave_out: Terms not shown; they stay in the totals and among what `q` is corrected for.
        resamples: How often articles are drawn, with replacement, in each selection by itself.
        seed: Seed of the draws.

    Returns:
        The columns of `keyness`, and `articles` and `other_articles` (that hold the term) of
        `n_articles` and `other_n_articles`; `low` and `high`, the percentile interval of the log
        ratio at 95 % over the draws (Efron and Tibshirani 1993, ch. 13), widened to that of
        `keyness` for a term that one selection lacks, since drawing anew what has none of it
        always gives none; `p_articles`, the
        two-sided bootstrap test of frequencies over texts (Lijffijt, Nevalainen, Säily,
        Papapetrou, Puolamäki and Mannila 2016, Significance testing of word frequencies in
        corpora, Digital Scholarship in the Humanities 31, section 3.6), and `q_articles`, the same
        corrected for the number of terms (Benjamini and Hochberg 1995); p of a term that one
        selection lacks is no less than twice the chance (Fisher's, hypergeometric) that all
        articles that hold it fall into the other. By `z`, then term. The
        last four are missing where a selection has fewer than `LEAST_ARTICLES` articles.

    Raises:
        InputError: A selection has no words, or the two share an article.
    """
    first = set(map(str, chosen))
    words = tokens[["article_id", "term"]]
    second = set(map(str, rest)) if rest is not None else set(words["article_id"]) - first
    if both := first & second:
        raise InputError(
            f"{len(both)} articles are in both selections: {min(both)} …",
            remedy="take them out of one",
        )
    sides = [words[words["article_id"].isin(ids)] for ids in (first, second)]
    for name, side in zip(("first", "second"), sides, strict=True):
        if side.empty:
            raise InputError(f"the {name} selection has no words", remedy="choose more articles")
    counts = [side["term"].value_counts() for side in sides]
    out = keyness(counts[0], counts[1], least=least)
    tables = [_table(side, out["term"]) for side in sides]
    for (table, sizes), prefix in zip(tables, ("", "other_"), strict=True):
        out[f"{prefix}articles"] = np.diff(table.indptr)
        out[f"{prefix}n_articles"] = len(sizes)
    out[["low", "high"]] = np.nan
    out[list(TESTED)] = np.nan
    if len(out) and min(len(sizes) for _, sizes in tables) >= LEAST_ARTICLES:
        found = _resample(tables, resamples, seed)
        out["low"], out["high"], out["p_articles"] = found
        never = (out["count"] == 0) | (out["other"] == 0)
        out.loc[never, "low"] = out[["low", "log_ratio_low"]].min(axis=1)
        out.loc[never, "high"] = out[["high", "log_ratio_high"]].max(axis=1)
        out.loc[never, "p_articles"] = np.maximum(out["p_articles"], _one_sided(out))
        out["q_articles"] = false_discovery_control(out["p_articles"])
    out = out[~out["term"].isin(list(leave_out))].reset_index(drop=True)
    return out[[*COLUMNS, *ADDED, *TESTED]]


def _one_sided(found: pd.DataFrame) -> NDArray[np.float64]:
    """Return twice the chance that all articles that hold a term are of the side that has it."""
    first = found["articles"] >= found["other_articles"]
    holding = np.where(first, found["articles"], found["other_articles"])
    size = np.where(first, found["n_articles"], found["other_n_articles"])
    whole = found["n_articles"] + found["other_n_articles"]
    return np.asarray(np.minimum(2 * hypergeom.pmf(holding, whole, holding, size), 1.0))


def _table(side: pd.DataFrame, terms: pd.Series[str]) -> tuple[csr_array, NDArray[np.float64]]:
    """Count terms by article => a sparse table, and the size of every article."""
    articles, names = pd.factorize(side["article_id"])
    sizes = np.bincount(articles, minlength=len(names)).astype(np.float64)
    rows = pd.Index(terms).get_indexer(pd.Index(side["term"]))
    kept = rows >= 0
    values = np.ones(int(kept.sum()))
    table = csr_array((values, (rows[kept], articles[kept])), shape=(len(terms), len(names)))
    table.sum_duplicates()
    return table, sizes


def _resample(
    tables: list[tuple[csr_array, NDArray[np.float64]]], resamples: int, seed: int
) -> NDArray[np.float64]:
    """Return low, high and p of every term."""
    generator = np.random.default_rng(seed)
    draws = []
    for _, sizes in tables:
        articles = len(sizes)
        draws.append(
            generator.multinomial(articles, [1 / articles] * articles, size=resamples).T * 1.0
        )
    totals = [
        np.maximum(sizes @ drawn, 1.0) for (_, sizes), drawn in zip(tables, draws, strict=True)
    ]
    found = []
    for start in range(0, tables[0][0].shape[0], _CHUNK):
        one, two = (
            np.asarray(table[start : start + _CHUNK] @ drawn)
            for (table, _), drawn in zip(tables, draws, strict=True)
        )
        ratios = log_ratio(one, two, totals[0], totals[1])
        ends = np.percentile(ratios, [2.5, 97.5], axis=1)
        above = one / totals[0] - two / totals[1]
        share = ((above > 0) + 0.5 * (above == 0)).mean(axis=1)
        p = (1 + resamples * 2 * np.minimum(share, 1 - share)) / (1 + resamples)
        found.append(np.vstack([ends, p]))
    return np.hstack(found)
