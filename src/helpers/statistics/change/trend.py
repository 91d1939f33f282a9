"""How often something is printed, period by period, against three denominators."""

from __future__ import annotations

from typing import Literal, get_args

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.stats import false_discovery_control, kendalltau

from helpers.errors import InputError
from helpers.statistics.shares import wilson

Period = Literal["issue", "month", "year"]
#: Resamples, and their seed, so that a notebook gives the same figures every time.
RESAMPLES, SEED = 1000, 20200101
#: Fewer articles than this in a period are given no interval.
LEAST = 5
COLUMNS = (
    "term", "period", "date", "n_hits", "n_with", "n_articles", "n_issues_with", "n_issues",
    "n_characters", "share", "low", "high", "per_10k", "per_10k_low", "per_10k_high",
    "share_issues", "issues_low", "issues_high", "reason",
)  # fmt: skip


def trend(
    hits: pd.DataFrame,
    articles: pd.DataFrame,
    issues: pd.DataFrame,
    *,
    period: Period = "issue",
    term: str = "term",
) -> pd.DataFrame:
    """Count hits in each period, against issues, articles and characters.

    Articles of a period are drawn with replacement, as many as there are, and both measures taken
    of each draw: the percentile bootstrap (Efron and Tibshirani 1993, An Introduction to the
    Bootstrap, ch. 13). Where a share is 0 or 1 in the sample, so it is in every draw; there
    Wilson's interval stands instead. The share of issues has Wilson's interval throughout.

    Args:
        hits: One row for each hit, with `article_id` and the column `term`.
        articles: Frame with `article_id`, `issue_id` and `n_characters`.
        issues: Frame with `issue_id` and `date`; undated issues are left out.
        period: 'issue', 'month' or 'year'.
        term: The column of `hits` that says what was found.

    Returns:
        One row for each term and period, periods without a hit included; periods without an issue
        have no row, for nothing is known of them. `share` is the share of articles with a hit,
        `per_10k` the hits for each 10,000 characters, `share_issues` the share of issues with one,
        each with the ends of its 95 % interval. Of fewer than five articles in a period no
        interval is given (NaN), and `reason` says so.

    Raises:
        InputError: There is no such period.
    """
    if period not in get_args(Period):
        raise InputError(f"{period!r} is no period", remedy="use 'issue', 'month' or 'year'")
    dated = issues[["issue_id", "date"]].dropna(subset=["date"])
    placed = articles[["article_id", "issue_id", "n_characters"]].merge(dated, on="issue_id")
    placed = placed.assign(period=_named(placed, period)).sort_values(["date", "issue_id"])
    names = sorted(hits[term].dropna().astype(str).unique())
    found = hits.assign(**{term: hits[term].astype(str)})
    counts = found.groupby(["article_id", term], observed=True).size().unstack(fill_value=0)
    counts = counts.reindex(index=placed["article_id"], columns=names, fill_value=0)
    table = counts.to_numpy(dtype=float)
    rows = []
    for name, group in placed.reset_index(drop=True).groupby("period", sort=False):
        rows += _of_period(str(name), group, table[group.index], names)
    out = pd.DataFrame(rows, columns=list(COLUMNS))
    return out.sort_values(["term", "date", "period"], kind="stable", ignore_index=True)


def _named(placed: pd.DataFrame, period: Period) -> pd.Series[str]:
    """Name the period of each article: its issue, 2020-05 or 2020."""
    if period == "issue":
        return placed["issue_id"].astype("str")
    form = "%Y-%m" if period == "month" else "%Y"
    return pd.to_datetime(placed["date"]).dt.strftime(form)


def _of_period(
    name: str, group: pd.DataFrame, table: NDArray[np.float64], terms: list[str]
) -> list[tuple[object, ...]]:
    """Measure every term in one period."""
    n = len(group)
    sizes = group["n_characters"].to_numpy(dtype=float)
    holding = (table > 0).astype(float)
    with_hit, hits = holding.sum(axis=0), table.sum(axis=0)
    issues = pd.factorize(group["issue_id"])[0]
    n_issues = int(issues.max()) + 1
    ends = _bootstrap(holding, table, sizes) if n >= LEAST else None
    reason = "" if ends is not None else f"{n} articles: no interval below {LEAST}"
    rows: list[tuple[object, ...]] = []
    for place, term in enumerate(terms):
        of_issues = len(np.unique(issues[holding[:, place] > 0]))
        share = with_hit[place] / n
        low, high, rate_low, rate_high = np.full(4, np.nan)
        if ends is not None:
            low, high, rate_low, rate_high = ends[:, place]
            if share in (0.0, 1.0):
                low, high = wilson(int(with_hit[place]), n)
        issue_ends = wilson(of_issues, n_issues)
        rate = 10_000 * hits[place] / max(sizes.sum(), 1)
        rows.append(
            (
                term, name, group["date"].min(), int(hits[place]), int(with_hit[place]), n,
                of_issues, n_issues, int(sizes.sum()), share, low, high, rate, rate_low, rate_high,
                of_issues / n_issues, *issue_ends, reason,
            )
        )  # fmt: skip
    return rows


def _bootstrap(
    holding: NDArray[np.float64], table: NDArray[np.float64], sizes: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return the ends of the share and of the rate => 4 rows, one column for each term."""
    n = len(sizes)
    generator = np.random.default_rng(SEED)
    draws = generator.multinomial(n, np.full(n, 1 / n), size=RESAMPLES)
    shares = draws @ holding / n
    rates = 10_000 * (draws @ table) / np.maximum(draws @ sizes, 1)[:, None]
    return np.vstack([np.percentile(values, [2.5, 97.5], axis=0) for values in (shares, rates)])


def monotone(trends: pd.DataFrame, *, value: str = "share") -> pd.DataFrame:
    """Test whether terms rise or fall throughout => term, n_periods, tau, p, q, strongest first.

    Mann (1945, Nonparametric tests against trend, Econometrica 13) by Kendall's tau-b of the value
    and the order of periods, as SciPy has it; `q` is p corrected for the number of terms (Benjamini
    and Hochberg 1995). Terms of fewer than four periods, and those that never change, are given
    NaN: there is nothing to test.

    Args:
        trends: What `trend` returned.
        value: The measure: 'share', 'per_10k' or 'share_issues'.
    """
    rows = []
    for name, group in trends.groupby("term", sort=True):
        values = group.sort_values(["date", "period"])[value].to_numpy(dtype=float)
        tau, p = np.nan, np.nan
        if len(values) >= 4 and len(np.unique(values)) > 1:
            tau, p = kendalltau(np.arange(len(values)), values)
        rows.append((str(name), len(values), float(tau), float(p)))
    out = pd.DataFrame(rows, columns=["term", "n_periods", "tau", "p"])
    tested = out["p"].notna()
    out["q"] = np.nan
    if tested.any():
        out.loc[tested, "q"] = false_discovery_control(out.loc[tested, "p"])
    order = out["tau"].abs().fillna(-1.0)
    return out.assign(order=order).sort_values(
        ["order", "term"], ascending=[False, True], ignore_index=True
    )[["term", "n_periods", "tau", "p", "q"]]
