"""Dispersion: whether a word is spread over issues or articles, or stands in a few of them."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd

from helpers.errors import InputError

COLUMNS = ("term", "count", "n_parts", "range", "dp", "dp_norm", "juilland_d")


def dispersion(
    tokens: pd.DataFrame,
    *,
    part: str = "article_id",
    least: int = 1,
    sizes: pd.Series[int] | None = None,
) -> pd.DataFrame:
    """Measure how evenly terms are spread over the parts of a corpus.

    Args:
        tokens: Frame with `term` and the column of the parts.
        part: The column of the parts: 'article_id', 'issue_id', a year.
        least: Terms must occur as often as this.
        sizes: Tokens of each part, when `tokens` holds those of some terms only.

    Returns:
        One row for each term with the columns of `COLUMNS`, the most frequent first: `range`, the
        parts it stands in; `dp`, Gries' deviation of proportions, 0 (spread like the parts) to
        nearly 1 (Gries 2008, Dispersions and adjusted frequencies in corpora, International
        Journal of Corpus Linguistics 13); `dp_norm`, the same divided by its largest value
        (Lijffijt and Gries 2012); `juilland_d`, Juilland's D on relative frequencies, 1 for even
        (Juilland et al. 1970), with the population's standard deviation.
    """
    sizes = tokens[part].value_counts() if sizes is None else sizes
    table = (
        tokens.groupby(["term", part], observed=True)
        .size()
        .unstack(fill_value=0)
        .reindex(columns=sizes.index, fill_value=0)
    )
    table = table[table.sum(axis=1) >= least]
    counts = table.to_numpy(dtype=float)
    totals = counts.sum(axis=1)
    shares = sizes.to_numpy(dtype=float) / max(sizes.sum(), 1)
    seen = counts / totals[:, None] if len(counts) else counts
    dp = np.abs(seen - shares).sum(axis=1) / 2
    smallest = shares.min() if len(shares) else 0.0
    out = pd.DataFrame(
        {
            "term": table.index.astype("str"),
            "count": totals.astype("int64"),
            "n_parts": len(sizes),
            "range": (counts > 0).sum(axis=1),
            "dp": dp,
            "dp_norm": dp / (1 - smallest) if smallest < 1 else 0.0,
            "juilland_d": _juilland(counts, sizes.to_numpy(dtype=float)),
        }
    )
    return out.sort_values(["count", "term"], ascending=[False, True], ignore_index=True)


def positions_in_parts(
    tokens: pd.DataFrame, term: str, *, part: str = "article_id", parts: Iterable[str] | None = None
) -> pd.DataFrame:
    """Find where a term stands within each part, for a dispersion plot as in AntConc.

    Args:
        tokens: Frame with `term` and the column of the parts, in the order of the text.
        term: The term to find.
        part: The column of the parts.
        parts: Their order, and all that are measured; as they come when not given.

    Returns:
        part, position (of one token in the middle of its place: 0 is the beginning of the part,
        1 its end), count, n_tokens, per_10k, dp (of the term over these parts; Gries 2008),
        n_parts, range. One row for each occurrence; a part without any has one row, its position
        missing.

    Raises:
        InputError: A part is not there.
    """
    frame = _ordered(tokens, part, parts)
    sizes = frame.groupby("part", sort=False, observed=True).size()
    frame["position"] = (frame.groupby("part", observed=True).cumcount() + 0.5) / frame["part"].map(
        sizes
    ).astype(float)
    hits = frame.loc[frame["term"] == term, ["part", "position"]]
    counts = hits["part"].value_counts().reindex(sizes.index, fill_value=0)
    out = pd.DataFrame({"part": sizes.index.astype("str"), "n_tokens": sizes.to_numpy()})
    out["count"] = counts.to_numpy()
    out["per_10k"] = (out["count"] / out["n_tokens"] * 10_000).round(2)
    found = dispersion(frame[frame["term"] == term], part="part", sizes=sizes)
    for name in ("dp", "n_parts", "range"):
        out[name] = found[name].iloc[0] if len(found) else np.nan
    hits = hits.assign(part=hits["part"].astype("str"))
    out = out.merge(hits, on="part", how="left")
    return out[["part", "position", "count", "n_tokens", "per_10k", "dp", "n_parts", "range"]]


def positions_in_corpus(
    tokens: pd.DataFrame,
    terms: Iterable[str],
    *,
    part: str = "issue_id",
    parts: Iterable[str] | None = None,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Find where terms stand in the corpus read from end to end, for a plot with a row for each.

    Args:
        tokens: Frame with `term` and the column of the parts, in the order of the text.
        terms: The terms, in the order of the rows.
        part: The column of the parts that dispersion is measured over.
        parts: Their order, and all that are measured; as they come when not given.

    Returns:
        Two frames. The first: term, position (0 to 1 over all parts), count, per_10k, dp, n_parts,
        range; one row for each occurrence, and one without a position for a term that does not
        occur. The second: part, start, end (0 to 1), n_tokens.

    Raises:
        InputError: A part is not there.
    """
    frame = _ordered(tokens, part, parts).reset_index(drop=True)
    sizes = frame.groupby("part", sort=False, observed=True).size()
    ends = sizes.cumsum() / max(len(frame), 1)
    edges = pd.DataFrame(
        {
            "part": sizes.index.astype("str"),
            "start": ends.shift(fill_value=0.0).to_numpy(),
            "end": ends.to_numpy(),
            "n_tokens": sizes.to_numpy(),
        }
    )
    wanted = list(dict.fromkeys(terms))
    kept = frame[frame["term"].isin(wanted)]
    found = dispersion(kept, part="part", sizes=sizes)
    hits = pd.DataFrame(
        {"term": kept["term"].astype("str"), "position": (kept.index + 0.5) / max(len(frame), 1)}
    )
    out = pd.DataFrame({"term": pd.Series(wanted, dtype="str")}).merge(
        found[["term", "count", "dp", "n_parts", "range"]], on="term", how="left"
    )
    out["count"] = out["count"].fillna(0).astype("int64")
    out["range"] = out["range"].fillna(0).astype("int64")
    out["n_parts"] = len(sizes)
    out["per_10k"] = (out["count"] / max(len(frame), 1) * 10_000).round(2)
    out = out.merge(hits, on="term", how="left")
    return out[["term", "position", "count", "per_10k", "dp", "n_parts", "range"]], edges


def _ordered(tokens: pd.DataFrame, part: str, parts: Iterable[str] | None) -> pd.DataFrame:
    """Return part and term of every token, the parts in order and as a categorical."""
    known = tokens[part].drop_duplicates().tolist()
    order = known if parts is None else list(dict.fromkeys(parts))
    if lost := set(order) - set(known):
        raise InputError(
            f"There are no words in {min(lost)!r}", remedy=f"name parts of the column {part!r}"
        )
    frame = pd.DataFrame({"part": tokens[part], "term": tokens["term"]})
    frame["part"] = pd.Categorical(frame["part"], categories=order, ordered=True)
    return frame.dropna(subset=["part"]).sort_values("part", kind="stable")


def _juilland(counts: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    """Return 1 - V / sqrt(n - 1), V the coefficient of variation of relative frequencies."""
    parts = len(sizes)
    if parts < 2 or not len(counts):
        return np.full(len(counts), np.nan)
    relative = counts / sizes
    variation = relative.std(axis=1) / relative.mean(axis=1)
    return np.asarray(1 - variation / np.sqrt(parts - 1))
