"""Rules read the plain reading; what they give back is the print.

A rule written in simplified characters and Chinese punctuation so works on traditional text, on
half-width punctuation and on misused radicals, while `start` and `end` and the column `text` speak
of what was printed.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

import pandas as pd

from helpers.language.plain import plain_articles

Options = ParamSpec("Options")
#: The columns of a table of finds that say what was printed where.
SPAN = ("article_id", "start", "end", "text")


def on_plain_reading(find: Callable[Options, pd.DataFrame]) -> Callable[Options, pd.DataFrame]:
    """Let a function of `articles` read their plain reading: 簽約12戶 => found as 签约12户.

    In a table that it returns with the columns of `SPAN`, `text` is put back to what was printed.
    Articles whose print is plain already cost one look and are handed on as they are.
    """
    signature = inspect.signature(find)

    @wraps(find)
    def found(*args: Options.args, **kwargs: Options.kwargs) -> pd.DataFrame:
        bound = signature.bind(*args, **kwargs)
        printed: pd.DataFrame = bound.arguments["articles"]
        plain = plain_articles(printed)
        if plain is printed:
            return find(*args, **kwargs)
        bound.arguments["articles"] = plain
        return _as_printed(find(*bound.args, **bound.kwargs), printed)

    return found


def _as_printed(finds: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Put the printed text back into a table of finds."""
    if not set(SPAN) <= set(finds.columns) or finds.empty:
        return finds
    printed = articles.set_index("article_id").to_dict("index")
    fields = finds["field"] if "field" in finds else ["text"] * len(finds)
    spans = zip(finds["article_id"], fields, finds["start"], finds["end"], strict=True)
    texts = [str(printed[article][field])[start:end] for article, field, start, end in spans]
    return finds.assign(text=pd.Series(texts, index=finds.index, dtype=finds["text"].dtype))
