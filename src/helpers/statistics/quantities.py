"""How many figures a paper prints, of which kinds, how hedged, and on which themes."""

from __future__ import annotations

import pandas as pd

from helpers.statistics.shares import wilson

#: Names to show of `quantities.kind`, in the order of charts.
KIND_NAMES = {
    "count": ("计数", "Counts"),
    "percent": ("百分比", "Percentages"),
    "area": ("面积", "Areas"),
    "money": ("金额", "Money"),
    "duration": ("时长", "Durations"),
    "date": ("日期", "Dates"),
    "period": ("时段", "Periods"),
    "ordinal": ("序数", "Ordinals"),
    "other": ("其他", "Other"),
}
#: Kinds that say when or which one, not how much.
NOT_AMOUNTS = ("date", "period", "ordinal")
HEDGE_NAMES = {
    "nearly": ("近、将近", "nearly"),
    "about": ("约、左右", "about"),
    "over": ("多、余", "over"),
    "at_least": ("以上、至少", "at least"),
    "at_most": ("以内、至多", "at most"),
    "under": ("不到、不足", "under"),
}
STATUS_NAMES = {
    "plan": ("计划", "planned"),
    "started": ("已启动", "started"),
    "done": ("已完成", "done"),
    "untold": ("未说明", "not told"),
}


def names_of(names: dict[str, tuple[str, str]], language: str) -> dict[str, str]:
    """Return names to show: (STATUS_NAMES, 'en') => {'plan': 'planned', …}."""
    return {key: both[language != "zh"] for key, both in names.items()}


def amounts(quantities: pd.DataFrame) -> pd.DataFrame:
    """Keep the figures that say how much: no dates, periods or ordinals."""
    return quantities[~quantities["kind"].isin(NOT_AMOUNTS)]


def hedging(quantities: pd.DataFrame) -> pd.DataFrame:
    """Count the figures of each kind and those that are hedged, with Wilson's interval.

    Args:
        quantities: Frame with `kind` and `approx`.

    Returns:
        kind, figures, hedged, share, low, high (per cent), then a count of each hedge, for the
        kinds that occur, in the order of `KIND_NAMES`. `share` is missing where dates, periods and
        ordinals stand, which are not hedged in the same sense.
    """
    rows = []
    for kind in KIND_NAMES:
        mine = quantities[quantities["kind"] == kind]
        if mine.empty:
            continue
        hedged = int(mine["approx"].notna().sum())
        low, high = wilson(hedged, len(mine))
        counts = {hedge: int((mine["approx"] == hedge).sum()) for hedge in HEDGE_NAMES}
        sizes = [round(100 * x, 1) for x in (hedged / len(mine), low, high)]
        if kind in NOT_AMOUNTS:
            sizes = [float("nan")] * 3
        shares = dict(zip(("share", "low", "high"), sizes, strict=True))
        rows.append({"kind": kind, "figures": len(mine), "hedged": hedged} | shares | counts)
    columns = ["kind", "figures", "hedged", "share", "low", "high", *HEDGE_NAMES]
    return pd.DataFrame(rows, columns=columns)


def density(
    quantities: pd.DataFrame, articles: pd.DataFrame, themes: pd.Series[str]
) -> pd.DataFrame:
    """Count the figures printed on each theme => theme, articles, characters, figures, per_1000.

    Args:
        quantities: Frame with `article_id`, of the figures to count.
        articles: Frame with `article_id` and `n_characters`.
        themes: Main theme by `article_id`.

    Returns:
        One row for each theme with text, the densest first; `per_1000` are figures for each 1,000
        characters.
    """
    counted = quantities["article_id"].value_counts()
    held = articles[["article_id", "n_characters"]].assign(
        theme=articles["article_id"].map(themes),
        figures=articles["article_id"].map(counted).fillna(0).astype("int64"),
    )
    out = held.groupby("theme", as_index=False).agg(
        articles=("article_id", "size"),
        characters=("n_characters", "sum"),
        figures=("figures", "sum"),
    )
    out = out[out["characters"] > 0]
    out["per_1000"] = (1000 * out["figures"] / out["characters"]).astype("float64").round(1)
    return out.sort_values(["per_1000", "theme"], ascending=[False, True]).reset_index(drop=True)
