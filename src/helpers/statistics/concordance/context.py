"""Hits with their context, in the order asked for: the table that a concordance is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

import numpy as np
import pandas as pd

from helpers.errors import InputError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from helpers.statistics.concordance.store import Store

    Integers = NDArray[np.int64]

Sort = Literal["position", "left", "right"]
COLUMNS = ("article_id", "issue_id", "start", "end", "left", "hit", "right")
#: Contexts up to this long are sorted by numpy, which wants them all as wide as the widest.
NARROW = 64


def in_context(
    store: Store,
    starts: Integers,
    ends: Integers,
    *,
    context: int,
    sort: str,
    limit: int | None,
) -> pd.DataFrame:
    """Return hits with their context => the columns of `COLUMNS`.

    Args:
        store: What was searched.
        starts: Where hits start in the whole text, in order.
        ends: Where they end.
        context: Characters to either side, of the same article.
        sort: 'position', 'left' or 'right'.
        limit: The hits to return, the first of that order; all of them if None.

    Raises:
        InputError: There is no such order, or a number is below nought.
    """
    if sort not in get_args(Sort):
        raise InputError(
            f"{sort!r} is no order of hits", remedy=f"use one of {', '.join(get_args(Sort))}"
        )
    for name, number in (("context", context), ("limit", limit)):
        if number is not None and number < 0:
            raise InputError(f"{name} is {number}", remedy="give a number from 0")
    articles = store.articles_at(starts)
    order = _order(store, starts, ends, articles, context, sort)[:limit]
    starts, ends, articles = starts[order], ends[order], articles[order]
    shown = store.shown
    spans = list(zip(starts.tolist(), ends.tolist(), strict=True))
    hits = [shown[start:end] for start, end in spans]
    return pd.DataFrame(
        {
            "article_id": _taken(store.article_ids, articles),
            "issue_id": _taken(store.issue_ids, articles),
            "start": starts - store.starts[articles],
            "end": ends - store.starts[articles],
            "left": pd.Series(_lefts(store, starts, articles, context), dtype="str"),
            "hit": pd.Series(hits, dtype="str"),
            "right": pd.Series(_rights(store, ends, articles, context), dtype="str"),
        }
    )


def _order(
    store: Store, starts: Integers, ends: Integers, articles: Integers, context: int, sort: str
) -> Integers:
    """Return the order of hits; of equal contexts the one that stands first comes first."""
    if sort == "position" or context == 0:
        return np.arange(len(starts))
    if sort == "right":
        keys = _rights(store, ends, articles, context)
    else:
        keys = [text[::-1] for text in _lefts(store, starts, articles, context)]
    if context > NARROW:
        return np.array(sorted(range(len(keys)), key=keys.__getitem__), dtype=np.int64)
    return np.argsort(np.array(keys, dtype="U"), kind="stable")


def _lefts(store: Store, starts: Integers, articles: Integers, context: int) -> list[str]:
    """Return what stands before hits."""
    shown = store.shown
    begins = np.maximum(starts - context, store.starts[articles])
    return [shown[a:b] for a, b in zip(begins.tolist(), starts.tolist(), strict=True)]


def _rights(store: Store, ends: Integers, articles: Integers, context: int) -> list[str]:
    """Return what stands after hits."""
    shown = store.shown
    # The last character of an article's share of the text is the border.
    finishes = np.minimum(ends + context, store.starts[articles + 1] - 1)
    return [shown[a:b] for a, b in zip(ends.tolist(), finishes.tolist(), strict=True)]


def _taken(names: tuple[str, ...], places: Integers) -> pd.Series[str]:
    """Return the names at some places."""
    return pd.Series(np.array(names, dtype=object)[places], dtype="str")
