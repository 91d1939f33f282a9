"""Topics of a corpus: matrix factorisation or latent Dirichlet allocation, by scikit-learn."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from typing import Literal, cast, get_args

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.sparse import csr_array
from sklearn.decomposition import NMF, LatentDirichletAllocation
from sklearn.exceptions import ConvergenceWarning
from sklearn.feature_extraction.text import TfidfTransformer

from helpers.errors import InputError
from helpers.statistics.structure.documents import Documents, too_small_for

Method = Literal["nmf", "lda"]
Vector = NDArray[np.float64]
SEED = 20200101
#: Iterations of the factorisation at most; passes of the allocation, and its steps a document.
_STEPS, _PASSES, _INNER = 400, 20, 30


@dataclass(frozen=True)
class Topics:
    """Topics of a corpus.

    Args:
        terms: topic, rank (from 1), term, weight (share of the topic's weight over all terms).
        shares: document, topic, share (of the document; they add up to 1), n_words.
        typical: topic, rank, document, share: the documents that are most of the topic.
        sizes: topic, share (mean over documents), words (the first ones, joined), n_documents.
    """

    terms: pd.DataFrame
    shares: pd.DataFrame
    typical: pd.DataFrame
    sizes: pd.DataFrame


def topics(
    found: Documents, *, k: int, method: str = "nmf", seed: int = SEED, most: int = 10
) -> Topics:
    """Find `k` topics, the largest first.

    Non-negative matrix factorisation (Lee and Seung 1999) is of tf-idf, begun from the singular
    values (NNDSVD: Boutsidis and Gallopoulos 2008), so no seed is in it; latent Dirichlet
    allocation (Blei, Ng and Jordan 2003) is of counts, by variational Bayes from a seed. How far
    either can be trusted is told by `topic_stability`, which must be shown beside them.

    Args:
        found: As `documents` counts them.
        k: Number of topics.
        method: 'nmf' or 'lda'.
        seed: Seed of the allocation.
        most: Terms and documents listed for each topic.

    Raises:
        InputError: The corpus is too small (ask `too_small_for` first), or the method is neither.
    """
    chosen = checked(method)
    if reason := too_small_for(found, k):
        raise InputError(reason.replace("**Not drawn:** ", ""), remedy="take fewer topics, or none")
    by_topic, by_document = fit(found.counts, k, chosen, seed=seed, begun="nndsvda")
    size = by_document.mean(axis=0)
    order = np.lexsort((np.arange(k), -size))
    by_topic, by_document, size = by_topic[order], by_document[:, order], size[order]
    terms = _ranked(by_topic / np.maximum(by_topic.sum(axis=1, keepdims=True), 1e-300), found.terms)
    listed = terms[terms["rank"] <= most].rename(columns={"name": "term", "value": "weight"})
    near = _ranked(by_document.T, found.names)
    near = near[near["rank"] <= most].rename(columns={"name": "document", "value": "share"})
    shares = pd.DataFrame(
        {
            "document": np.repeat(found.names, k),
            "topic": np.tile(np.arange(1, k + 1), len(found)),
            "share": by_document.ravel(),
            "n_words": np.repeat(np.asarray(found.counts.sum(axis=1)).ravel().astype(int), k),
        }
    )
    heads = listed[listed["rank"] <= 5].groupby("topic")["term"].agg(" ".join)
    sizes = pd.DataFrame({"topic": np.arange(1, k + 1), "share": size, "n_documents": len(found)})
    sizes["words"] = sizes["topic"].map(heads)
    return Topics(
        listed[["topic", "rank", "term", "weight"]].reset_index(drop=True),
        shares,
        near[["topic", "rank", "document", "share"]].reset_index(drop=True),
        sizes,
    )


def typical_articles(found: Topics, articles: pd.DataFrame) -> pd.DataFrame:
    """Lead the documents that are most of a topic to their printed lines, for a linked table.

    Args:
        found: Topics whose documents are articles.
        articles: `corpus.articles`.

    Returns:
        topic, rank, share, article_id, headline, issue_id, line.
    """
    listed = articles[["article_id", "issue_id", "headline", "line_first"]]
    out = found.typical.merge(listed, left_on="document", right_on="article_id")
    out = out.rename(columns={"line_first": "line"}).sort_values(["topic", "rank"])
    columns = ["topic", "rank", "share", "article_id", "headline", "issue_id", "line"]
    return out[columns].reset_index(drop=True)


def checked(method: str) -> Method:
    """Return the method.

    Raises:
        InputError: It is neither 'nmf' nor 'lda'.
    """
    if method in get_args(Method):
        return cast(Method, method)
    raise InputError(f"{method!r} is not a way to find topics", remedy="use 'nmf' or 'lda'")


def fit(
    counts: csr_array, k: int, method: Method, *, seed: int, begun: str = "random"
) -> tuple[Vector, Vector]:
    """Return topics by terms, and documents by topics whose shares add up to 1."""
    if method == "nmf":
        model = NMF(n_components=k, init=begun, random_state=seed, max_iter=_STEPS, tol=1e-3)
        table = TfidfTransformer(sublinear_tf=True).fit_transform(counts)
    else:
        model = LatentDirichletAllocation(
            n_components=k,
            random_state=seed,
            max_iter=_PASSES,
            max_doc_update_iter=_INNER,
            learning_method="batch",
        )
        table = counts
    with warnings.catch_warnings():
        # What has not settled after all steps shows in the stability.
        warnings.simplefilter("ignore", ConvergenceWarning)
        weights = np.asarray(model.fit_transform(table), dtype=float)
    totals = weights.sum(axis=1, keepdims=True)
    shares = np.divide(weights, totals, out=np.full(weights.shape, 1 / k), where=totals > 0)
    return np.asarray(model.components_, dtype=float), shares


def _ranked(values: Vector, names: list[str]) -> pd.DataFrame:
    """List the names of each row by falling value, then in order => topic, rank, name, value."""
    frames = []
    for number, line in enumerate(values, start=1):
        order = np.argsort(-line, kind="stable")[:200]
        frames.append(
            pd.DataFrame(
                {
                    "topic": number,
                    "rank": np.arange(1, len(order) + 1),
                    "name": [names[i] for i in order],
                    "value": line[order],
                }
            )
        )
    return pd.concat(frames, ignore_index=True)
