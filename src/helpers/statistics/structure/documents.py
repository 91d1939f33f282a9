"""The table of documents by terms that topics are sought in, and when it is too small for them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.sparse import csr_array

from helpers.errors import InputError

#: Documents that topics are sought in at least, and at least for each topic; counted words that a
#: document must hold to be one.
LEAST_DOCUMENTS, LEAST_EACH, LEAST_WORDS = 50, 10, 20


@dataclass(frozen=True)
class Documents:
    """Counts of terms in documents.

    Args:
        counts: Documents by terms.
        names: The documents' ids, in the order of the text.
        terms: The terms, in the order of their names.
        left_out: Documents with fewer than `LEAST_WORDS` counted words.
    """

    counts: csr_array
    names: list[str]
    terms: list[str]
    left_out: int

    def __len__(self) -> int:
        """Count the documents."""
        return len(self.names)


def documents(
    tokens: pd.DataFrame,
    *,
    document: str = "article_id",
    leave_out: Collection[str] = (),
    least: int = 3,
    most_share: float = 0.5,
    shortest: int = 2,
) -> Documents:
    """Count terms in documents.

    Args:
        tokens: `corpus.tokens`, with the column of the documents.
        document: 'article_id'; or a column of paragraphs, where articles are few and long.
        leave_out: Stopwords (`language.stopwords`).
        least: A term must stand in as many documents.
        most_share: And in no larger share of them: what is everywhere tells no topic.
        shortest: Least length of a term, in characters.

    Raises:
        InputError: A column is not there.
    """
    for column in (document, "term"):
        if column not in tokens.columns:
            known = ", ".join(map(str, tokens.columns))
            raise InputError(f"The tokens have no column {column!r}", remedy=f"they have: {known}")
    n_documents = int(tokens[document].nunique())
    terms = tokens["term"].astype("str")
    words = pd.Series(terms.unique(), dtype="str")
    usable = words[
        (words.str.len() >= shortest)
        & ~words.isin(list(leave_out))
        & words.str.fullmatch(r"[\u4e00-\u9fffA-Za-z]+")
    ]
    kept = tokens[terms.isin(usable)]
    held = kept.drop_duplicates([document, "term"])["term"].value_counts()
    chosen = sorted(held[(held >= least) & (held <= most_share * n_documents)].index.astype(str))
    kept = kept[kept["term"].isin(chosen)]
    rows, names = pd.factorize(kept[document])
    columns = pd.Categorical(kept["term"], categories=chosen).codes
    counts = csr_array(
        (np.ones(len(kept)), (rows, columns.astype(np.int64))), shape=(len(names), len(chosen))
    )
    counts.sum_duplicates()
    long = np.flatnonzero(np.asarray(counts.sum(axis=1)).ravel() >= LEAST_WORDS)
    return Documents(
        counts[long], [str(name) for name in names[long]], chosen, n_documents - len(long)
    )


def too_small_for(found: Documents, k: int) -> str:
    """Say why topics are refused; empty if they are not.

    Words tell topics apart only by standing together in many documents: with few of them, however
    long, what a topic model finds is not determined (Tang et al. 2014, Understanding the limiting
    factors of topic modeling via posterior contraction analysis, ICML: documents must be many, and
    not short). The numbers are a convention of this project: `LEAST_DOCUMENTS` in all, `LEAST_EACH`
    for each topic, of `LEAST_WORDS` counted words each.
    """
    wanted = max(LEAST_DOCUMENTS, LEAST_EACH * k)
    if len(found) >= wanted and len(found.terms) > k:
        return ""
    return (
        f"**Not drawn:** {k} topics need at least {wanted} documents of {LEAST_WORDS} counted words"
        f" or more; this corpus has {len(found)} ({found.left_out} are shorter). With fewer, which"
        " words stand together is chance, and another run would find other topics."
    )
