"""How often a query stands in articles or issues, of how many characters and articles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

import numpy as np
import pandas as pd
from statsmodels.stats.proportion import proportion_confint

from helpers.errors import InputError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from helpers.statistics.concordance.store import Store

    Integers = NDArray[np.int64]

By = Literal["article_id", "issue_id"]


def counted(
    store: Store, starts: Integers, by: str, chosen: NDArray[np.bool_] | None = None
) -> pd.DataFrame:
    """Count hits => a row for each article or issue in order, those without a hit included.

    Args:
        store: What was searched.
        starts: Where hits start in the whole text.
        by: 'article_id' or 'issue_id'.
        chosen: The articles that count; all if None.

    Returns:
        article_id (by articles), issue_id, count, n_characters (white space left out) and per_10k
        (hits for each 10,000 characters, missing where there are none); by issues also n_articles,
        n_with (articles with a hit), share (n_with of n_articles) and low, high, its Wilson
        interval at 95% (Wilson 1927; by statsmodels).

    Raises:
        InputError: `by` is something else.
    """
    if by not in get_args(By):
        raise InputError(
            f"hits cannot be counted by {by!r}", remedy=f"use one of {', '.join(get_args(By))}"
        )
    counts = np.bincount(store.articles_at(starts), minlength=len(store.article_ids))
    out = pd.DataFrame(
        {
            "article_id": pd.Series(store.article_ids, dtype="str"),
            "issue_id": pd.Series(store.issue_ids, dtype="str"),
            "count": counts.astype("int64"),
            "n_characters": np.asarray(store.sizes),
        }
    )
    if chosen is not None:
        out = out[chosen].reset_index(drop=True)
    if by == "issue_id":
        out = _by_issue(out)
    characters = out["n_characters"].where(out["n_characters"] > 0)
    place = int(out.columns.get_loc("n_characters")) + 1  # type: ignore[arg-type]
    out.insert(place, "per_10k", (out["count"] / characters * 10_000).astype("float64").round(2))
    return out


def _by_issue(articles: pd.DataFrame) -> pd.DataFrame:
    """Sum the counts of articles over their issues, in the order of the first article."""
    grouped = articles.assign(hit=articles["count"] > 0).groupby("issue_id", sort=False)
    out = grouped.agg(
        count=("count", "sum"),
        n_characters=("n_characters", "sum"),
        n_articles=("article_id", "size"),
        n_with=("hit", "sum"),
    ).reset_index()
    out["share"] = (out["n_with"] / out["n_articles"]).astype("float64").round(4)
    low, high = proportion_confint(
        out["n_with"].to_numpy(), out["n_articles"].to_numpy(), method="wilson"
    )
    return out.assign(low=np.round(low, 4), high=np.round(high, 4))
