"""Co-occurrence: which items stand in the same units of text more often than chance would have it.

Counts, three measures of association, and Fisher's exact test with its correction for the many
pairs that are looked at.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
from scipy.sparse import csr_array, triu
from scipy.stats import hypergeom
from statsmodels.stats.multitest import multipletests

from helpers.errors import InputError

NODE_COLUMNS = ("node", "kind", "n_holding", "n_articles", "n_units", "share")
EDGE_COLUMNS = (
    "a",
    "b",
    "both",
    "n_a",
    "n_b",
    "n_units",
    "expected",
    "jaccard",
    "log_dice",
    "pmi",
    "p",
    "q",
)


def frequent(
    occurrences: pd.DataFrame,
    *,
    least: int = 3,
    most: int = 60,
    leave_out: frozenset[str] = frozenset(),
) -> pd.DataFrame:
    """Choose the items that stand in most units => the columns of `NODE_COLUMNS`.

    Args:
        occurrences: As `units.occurrences` makes them.
        least: An item must stand in as many units.
        most: Items kept: those in most units, then by name.
        leave_out: Items that are not wanted, such as stopwords.

    Returns:
        `n_holding` units hold the node, of `n_units`; `share` is their quotient.
    """
    rows = occurrences[~occurrences["item"].isin(list(leave_out))]
    out = rows.groupby("item", observed=True).agg(
        kind=("kind", "first"),
        n_holding=("unit", "nunique"),
        n_articles=("article_id", "nunique"),
        n_units=("n_units", "max"),
    )
    out = out.reset_index().rename(columns={"item": "node"})
    out = out[out["n_holding"] >= least]
    out = out.sort_values(["n_holding", "node"], ascending=[False, True], ignore_index=True)
    out = out.head(most)
    return out.assign(share=out["n_holding"] / out["n_units"].clip(lower=1))[list(NODE_COLUMNS)]


def cooccurrence(occurrences: pd.DataFrame, nodes: pd.DataFrame, *, least: int = 2) -> pd.DataFrame:
    """Measure every pair of nodes that share units.

    Args:
        occurrences: As `units.occurrences` makes them.
        nodes: The items to pair, as `frequent` chooses them.
        least: A pair must share as many units to be listed.

    Returns:
        One row for each pair with the columns of `EDGE_COLUMNS`, by `both`, then by log Dice.

        `both` units hold a and b, `n_a` and `n_b` one of them, of `n_units` in all; `expected` =
        n_a n_b / n_units. `jaccard` = both / (n_a + n_b - both) (Jaccard 1912). `log_dice` =
        14 + log2(2 both / (n_a + n_b)) (Rychlý 2008, A lexicographer-friendly association score,
        RASLAN). `pmi` = log2(both / expected), which favours the rare (Church and Hanks 1990).
        `p` is the hypergeometric tail, as many or more in common: Fisher's exact test, one-sided
        (Pedersen 1996, Fishing for exactness); `q` corrects it for all pairs of the nodes, unlisted
        ones counted as p = 1 (Benjamini and Hochberg 1995). Sentences of one article are not drawn
        independently, so p is too small: take it for a sieve, not for a proof.
    """
    names = nodes["node"].astype(str).tolist()
    table, n_units = presence(occurrences, names)
    shared = triu(table.T @ table, k=1).tocoo()
    kept = shared.data >= least
    both = shared.data[kept].astype(float)
    first, second = shared.coords[0][kept], shared.coords[1][kept]
    holding = np.asarray(table.sum(axis=0)).ravel().astype(float)
    one, two = holding[first], holding[second]
    expected = one * two / max(n_units, 1)
    labels = np.array(names, dtype=object)
    out = pd.DataFrame(
        {
            "a": pd.Series(labels[first], dtype="str"),
            "b": pd.Series(labels[second], dtype="str"),
            "both": both.astype("int64"),
            "n_a": one.astype("int64"),
            "n_b": two.astype("int64"),
            "n_units": n_units,
            "expected": expected,
            "jaccard": both / (one + two - both),
            "log_dice": 14 + np.log2(2 * both / (one + two)),
            "pmi": np.log2(both / expected),
            "p": hypergeom.sf(both - 1, n_units, one, two) if len(both) else both,
        }
    )
    pairs = len(names) * (len(names) - 1) // 2
    if len(out):
        every = np.concatenate([out["p"].to_numpy(), np.ones(pairs - len(out))])
        out["q"] = multipletests(every, method="fdr_bh")[1][: len(out)]
    else:
        out["q"] = pd.Series(dtype=float)
    ranked = out.sort_values(["both", "log_dice", "a", "b"], ascending=[False, False, True, True])
    return ranked[list(EDGE_COLUMNS)].reset_index(drop=True)


def strongest(
    edges: pd.DataFrame, *, measure: str = "log_dice", most: int = 120, level: float = 0.05
) -> pd.DataFrame:
    """Keep the pairs above chance (`q` up to `level`), the strongest by a measure, for a drawing.

    Raises:
        InputError: The edges have no such measure.
    """
    if measure not in edges.columns:
        raise InputError(
            f"The pairs have no measure {measure!r}",
            remedy="use both, jaccard, log_dice or pmi",
        )
    kept = edges[edges["q"] <= level]
    ranked = kept.sort_values([measure, "a", "b"], ascending=[False, True, True])
    return ranked.head(most).reset_index(drop=True)


def presence(occurrences: pd.DataFrame, names: list[str]) -> tuple[csr_array, int]:
    """Return the table of units by items (1 where it stands), and the number of all units."""
    places = {name: number for number, name in enumerate(names)}
    column = occurrences["item"].map(places)
    kept = column.notna()
    unit = occurrences.loc[kept, "unit"].to_numpy(dtype=np.int64)
    n_units = int(occurrences["n_units"].max()) if len(occurrences) else 0
    n_rows = int(occurrences["unit"].max()) + 1 if len(occurrences) else 0
    table = csr_array(
        (np.ones(len(unit), dtype=np.int64), (unit, column[kept].to_numpy(dtype=np.int64))),
        shape=(n_rows, len(names)),
    )
    # A unit that several frames were joined for may name an item twice.
    table.data[:] = 1
    return table, n_units
