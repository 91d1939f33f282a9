"""Shares of voice: who is quoted, how often and at what length, with how sure a share is."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from helpers.statistics.resampling import bootstrap_shares
from helpers.statistics.shares import wilson

#: Names to show of `quotations.category`.
CATEGORY_NAMES = {
    "official_party": ("党委干部", "Party officials"),
    "official_government": ("政府干部", "Government officials"),
    "village_cadre": ("村社干部", "Village and community cadres"),
    "resident": ("居民村民", "Residents and villagers"),
    "enterprise": ("企业人士", "Enterprises"),
    "worker": ("一线职工", "Workers"),
    "expert": ("专家学者", "Experts"),
    "other": ("其他或未署名", "Other or unnamed"),
}


def category_names(language: str) -> dict[str, str]:
    """Return the names of the categories to show: 'en' => {'resident': 'Residents …', …}."""
    return {key: names[language != "zh"] for key, names in CATEGORY_NAMES.items()}


def voice_shares(
    quotations: pd.DataFrame, *, order: Sequence[str] = tuple(CATEGORY_NAMES)
) -> pd.DataFrame:
    """Count quotations and their characters by category of the speaker, with intervals.

    Args:
        quotations: Frame with `article_id`, `category`, `start` and `end`, marks included.
        order: The categories, zeros kept.

    Returns:
        One row for each category: `category`; `quotations` of `n_quotations`, with `share`, `low`
        and `high` (Wilson 95 %); `characters` of `n_characters`, with `share_characters`,
        `low_characters`, `high_characters` (percentile bootstrap over articles, 95 %: Efron and
        Tibshirani 1993, An Introduction to the Bootstrap, ch. 13). Quotations of one article are
        not independent of each other: where they are few, trust the second interval.
    """
    told = quotations.assign(characters=quotations["end"] - quotations["start"] - 2)
    counts = told["category"].value_counts().reindex(list(order), fill_value=0)
    sizes = told.groupby("category")["characters"].sum().reindex(list(order), fill_value=0)
    total, whole = int(counts.sum()), int(sizes.sum())
    bounds = [wilson(int(n), total) for n in counts]
    low, high = _bootstrap(told, order)
    return pd.DataFrame(
        {
            "category": list(order),
            "quotations": counts.to_numpy(),
            "n_quotations": total,
            "share": (counts.to_numpy() / total).round(4) if total else 0.0,
            "low": [b[0] for b in bounds],
            "high": [b[1] for b in bounds],
            "characters": sizes.to_numpy(),
            "n_characters": whole,
            "share_characters": (sizes.to_numpy() / whole).round(4) if whole else 0.0,
            "low_characters": low,
            "high_characters": high,
        }
    )


def voices_by_theme(
    quotations: pd.DataFrame,
    themes: pd.Series[str],
    *,
    order: Sequence[str] = tuple(CATEGORY_NAMES),
) -> pd.DataFrame:
    """Count quotations by the main theme of their article and category, with shares of the theme.

    Args:
        quotations: As for `voice_shares`.
        themes: Main theme by `article_id`.
        order: The categories, zeros kept.

    Returns:
        The columns of `voice_shares` with `theme` and `n_articles` (articles of the theme, quoted
        or not) before them, themes with most quotations first.
    """
    told = quotations.assign(theme=quotations["article_id"].map(themes))
    articles = themes.value_counts()
    parts = []
    for theme in told["theme"].value_counts().sort_values(ascending=False, kind="stable").index:
        part = voice_shares(told[told["theme"] == theme], order=order)
        part.insert(0, "n_articles", int(articles[theme]))
        part.insert(0, "theme", theme)
        parts.append(part)
    if parts:
        return pd.concat(parts, ignore_index=True)
    empty = voice_shares(quotations.iloc[:0], order=order).iloc[:0]
    return empty.assign(theme=pd.Series(dtype="str"), n_articles=pd.Series(dtype="int64"))


def named_shares(quotations: pd.DataFrame) -> pd.DataFrame:
    """Say for each category how many of its quotations have a named speaker, with intervals.

    Returns:
        category, named, quotations, share, low, high (Wilson 95 %), in the order of categories.
    """
    rows = []
    for category in CATEGORY_NAMES:
        mine = quotations[quotations["category"] == category]
        named = int(mine["named"].sum())
        low, high = wilson(named, len(mine))
        share = round(named / len(mine), 4) if len(mine) else float("nan")
        rows.append((category, named, len(mine), share, low, high))
    return pd.DataFrame(rows, columns=["category", "named", "quotations", "share", "low", "high"])


def _bootstrap(told: pd.DataFrame, order: Sequence[str]) -> tuple[list[float], list[float]]:
    """Resample articles => lower and upper ends of the share of characters of each category."""
    table = told.pivot_table(
        index="article_id", columns="category", values="characters", aggfunc="sum", fill_value=0
    )
    return bootstrap_shares(table.reindex(columns=list(order), fill_value=0).to_numpy(dtype=float))
