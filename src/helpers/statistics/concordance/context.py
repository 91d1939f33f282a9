"""Hits with their context, in the order asked for: the table that a concordance is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

import numpy as np
import pandas as pd

from helpers.errors import InputError
from helpers.statistics.concordance.store import BORDER, Store

if TYPE_CHECKING:
    import pyarrow as pa
    from numpy.typing import NDArray

    Integers = NDArray[np.int64]

Sort = Literal["position", "left", "right"]
COLUMNS = ("article_id", "issue_id", "start", "end", "left", "hit", "right")
#: Bytes of a string that one of Arrow's views holds in itself.
INLINE = 12


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
    spans = _Spans(store, starts, ends, store.articles_at(starts), context)
    order = _order(spans, sort)[:limit]
    spans = _Spans(store, starts[order], ends[order], spans.articles[order], context)
    return pd.DataFrame(
        {
            "article_id": _taken(store.article_ids, spans.articles),
            "issue_id": _taken(store.issue_ids, spans.articles),
            "start": spans.starts - store.starts[spans.articles],
            "end": spans.ends - store.starts[spans.articles],
            "left": _column(spans.left()),
            "hit": _column(_cut(store, spans.starts, spans.ends)),
            "right": _column(spans.right()),
        }
    )


@dataclass(frozen=True)
class _Spans:
    """Hits with their articles, and how much of their context is wanted."""

    store: Store
    starts: Integers
    ends: Integers
    articles: Integers
    context: int

    def left(self) -> pa.LargeStringArray:
        """Return what stands before hits."""
        begins = np.maximum(self.starts - self.context, self.store.starts[self.articles])
        return _cut(self.store, begins, self.starts)

    def right(self) -> pa.LargeStringArray:
        """Return what stands after hits."""
        # The last character of an article's share of the text is the border.
        finishes = self.store.starts[self.articles + 1] - len(BORDER)
        return _cut(self.store, self.ends, np.minimum(self.ends + self.context, finishes))


def _order(spans: _Spans, sort: str) -> Integers:
    """Return the order of hits; of equal contexts the one that stands first comes first."""
    import pyarrow.compute as pc

    if sort == "position":
        return np.arange(len(spans.starts))
    keys = spans.right() if sort == "right" else pc.utf8_reverse(spans.left())
    # Bytes of UTF-8 sort as code points do, and Arrow keeps the order of equal ones.
    return np.asarray(pc.array_sort_indices(keys).to_numpy(), dtype=np.int64)


def _cut(store: Store, starts: Integers, ends: Integers) -> pa.LargeStringArray:
    """Return what was printed between characters, line feeds shown as spaces.

    Arrow's string views are told where in the text each string lies, so that all are copied at
    once: four numbers each, namely the length in bytes, the first four bytes, the number of the
    buffer, and the place in it; or, up to 12 bytes, the length and the bytes themselves.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    begins = store.printed_at[starts].astype(np.int64)
    lengths = store.printed_at[ends] - begins
    views = np.zeros((len(starts), 4), dtype=np.int32)
    views[:, 0] = lengths
    inside = np.arange(INLINE)
    head = np.minimum(begins[:, None] + inside, max(len(store.printed) - 1, 0))
    held = np.where(inside < lengths[:, None], store.printed[head], 0).astype(np.uint8)
    views[:, 1:] = held.view(np.int32).reshape(-1, 3)
    long = lengths > INLINE
    views[long, 2], views[long, 3] = 0, begins[long]
    buffers = [None, pa.py_buffer(views), pa.py_buffer(store.printed)]
    strings = pa.Array.from_buffers(pa.string_view(), len(views), buffers)
    return pc.replace_substring(strings.cast(pa.large_string()), pattern="\n", replacement=" ")


def _column(strings: pa.LargeStringArray) -> pd.Series[str]:
    """Return strings as a column of a frame."""
    return pd.Series(strings, dtype="str")


def _taken(names: tuple[str, ...], places: Integers) -> pd.Series[str]:
    """Return the names at some places."""
    import pyarrow as pa

    return _column(pa.array(names, type=pa.large_string()).take(pa.array(places)))
