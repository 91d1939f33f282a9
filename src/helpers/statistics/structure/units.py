"""What stands in which article, paragraph or sentence: the ground of every co-occurrence."""

from __future__ import annotations

from typing import Literal, cast, get_args

import numpy as np
import pandas as pd

from helpers.errors import InputError
from helpers.statistics.sentences import RE_END

Unit = Literal["article", "paragraph", "sentence"]
COLUMNS = ("article_id", "unit", "item", "kind", "n_units")


def occurrences(
    mentions: pd.DataFrame,
    articles: pd.DataFrame,
    *,
    item: str,
    unit: str = "article",
    kind: str = "",
) -> pd.DataFrame:
    """List what stands in which unit of text, each item once a unit.

    Frames of several kinds (terms, people, programmes, themes) are made one by one over the same
    articles and joined with `pandas.concat`.

    Args:
        mentions: One row for each mention (`corpus.tokens`, `corpus.people`, `corpus.initiatives`,
            `corpus.themes`): `article_id`, the column `item`, and `start` unless the unit is the
            article. Rows without an item are left out.
        articles: All articles that are looked at, with `article_id` and `text`.
        item: The column of what is counted: 'term', 'person', 'name', 'theme'.
        unit: 'article', 'paragraph' or 'sentence'.
        kind: What the items are called as a kind ('person'); the column's name when not given.

    Returns:
        article_id, unit (number of the unit in the corpus, from 0), item, kind and n_units: all
        units with any text, holding an item or not, which is the denominator of what is expected.

    Raises:
        InputError: A column is not there, or the unit is none of the three.
    """
    chosen = _checked(unit)
    wanted = ["article_id", item] + (["start"] if chosen != "article" else [])
    _require(mentions, wanted)
    _require(articles, ["article_id", "text"])
    first, ends, n_units = _borders(articles, chosen)
    place = articles["article_id"].reset_index(drop=True)
    numbers = pd.Series(place.index, index=place.astype("str")).loc[lambda s: ~s.index.duplicated()]
    kept = mentions[wanted].dropna(subset=[item])
    row = kept["article_id"].astype("str").map(numbers)
    kept, row = kept[row.notna()], row.dropna().astype("int64")
    at = first[row.to_numpy()]
    if chosen != "article":
        at = at + kept["start"].to_numpy(dtype=np.int64)
    out = pd.DataFrame(
        {
            "article_id": kept["article_id"].astype("str").to_numpy(),
            "unit": np.searchsorted(ends, at, side="right"),
            "item": kept[item].astype("str").to_numpy(),
        }
    ).drop_duplicates(["unit", "item"], ignore_index=True)
    return out.assign(kind=kind or item, n_units=n_units)[list(COLUMNS)]


def _borders(articles: pd.DataFrame, unit: Unit) -> tuple[np.ndarray, np.ndarray, int]:
    """Return where each article starts on one long line, where units end, and how many hold text.

    Articles are laid end to end, so that one sorted list serves all of them.
    """
    texts = articles["text"].fillna("").astype(str).tolist()
    first = np.concatenate([[0], np.cumsum([len(text) + 1 for text in texts])]).astype(np.int64)
    ends: list[int] = []
    filled = 0
    for text, start in zip(texts, first.tolist(), strict=False):
        inside = _ends(text, unit)
        before = 0
        for end in (*inside, len(text)):
            filled += bool(text[before:end].strip())
            before = end
        ends += [start + end for end in inside]
        ends.append(start + len(text) + 1)
    return first, np.array(ends, dtype=np.int64), filled


def _ends(text: str, unit: Unit) -> list[int]:
    """Return the offsets within a text at which a unit ends and another starts."""
    if unit == "article":
        return []
    if unit == "paragraph":
        return [i + 1 for i, character in enumerate(text) if character == "\n"]
    return [found.end() for found in RE_END.finditer(text) if found.end() < len(text)]


def _checked(unit: str) -> Unit:
    if unit in get_args(Unit):
        return cast(Unit, unit)
    raise InputError(f"{unit!r} is not a unit of text", remedy=f"use one of {get_args(Unit)}")


def _require(data: pd.DataFrame, columns: list[str]) -> None:
    for column in columns:
        if column not in data.columns:
            known = ", ".join(map(str, data.columns))
            raise InputError(f"The table has no column {column!r}", remedy=f"it has: {known}")
