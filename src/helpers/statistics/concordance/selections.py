"""Words of any two selections of articles compared, from an index or from a table of tokens."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import numpy as np
import pandas as pd

from helpers.errors import InputError
from helpers.statistics.concordance.index import Index
from helpers.statistics.keyness import keyness


def selection_counts(words: Index | pd.DataFrame, ids: Iterable[str]) -> pd.Series[int]:
    """Count the terms of some articles => counts by term, those that do not occur left out.

    Args:
        words: An index, or a frame with `article_id` and `term`.
        ids: The articles.

    Raises:
        InputError: An article is not in the index.
    """
    if isinstance(words, pd.DataFrame):
        terms = words["term"][words["article_id"].isin(list(ids))]
        return terms.value_counts().rename("count").rename_axis("term")
    store = words.store
    chosen = words.chosen(ids)
    if chosen is None or chosen.all():
        kept = store.words
    else:
        kept = store.words[chosen[store.word_articles]] if len(chosen) else store.words
    counts = np.bincount(kept, minlength=len(store.terms))
    there = np.flatnonzero(counts)
    index = pd.Index(np.array(store.terms, dtype=object)[there], dtype="str", name="term")
    return pd.Series(counts[there], index=index, name="count", dtype="int64")


def keyness_between(
    index_or_tokens: Index | pd.DataFrame,
    chosen_ids: Iterable[str],
    rest_ids: Iterable[str] | None = None,
    *,
    least: int = 1,
    leave_out: Collection[str] = (),
) -> pd.DataFrame:
    """Compare the words of two selections of articles => the columns of `keyness`.

    Args:
        index_or_tokens: An index, or a frame with `article_id` and `term`.
        chosen_ids: The articles whose words are sought.
        rest_ids: Those that they are held against; all others if None.
        least: Terms must be as frequent as this in both together.
        leave_out: Terms that are not shown; they stay in the totals, and among the terms that `q`
            is corrected for, so that it is not too small.

    Raises:
        InputError: A selection has no words, the two have articles in common, or an article is not
            in the index.
    """
    chosen = list(map(str, chosen_ids))
    taken = set(chosen)
    if rest_ids is None:
        rest = [name for name in _known(index_or_tokens) if name not in taken]
    else:
        rest = list(map(str, rest_ids))
    common = taken.intersection(rest)
    if common:
        raise InputError(
            f"{len(common)} articles are in both selections: {min(common)} …",
            remedy="take them out of one",
        )
    counts = []
    for name, ids in (("first", chosen), ("second", rest)):
        counts.append(selection_counts(index_or_tokens, ids))
        if not len(counts[-1]):
            raise InputError(f"the {name} selection has no words", remedy="choose more articles")
    found = keyness(counts[0], counts[1], least=least)
    if leave_out:
        found = found[~found["term"].isin(list(leave_out))].reset_index(drop=True)
    return found


def _known(words: Index | pd.DataFrame) -> list[str]:
    """Return the ids of all articles."""
    if isinstance(words, pd.DataFrame):
        return [str(name) for name in words["article_id"].unique()]
    return list(words.store.article_ids)
