"""Figures counted by kind, hedge and theme."""

from __future__ import annotations

import pandas as pd
import pytest

from helpers.statistics import quantities as q

FIGURES = pd.DataFrame(
    {
        "article_id": ["a", "a", "a", "b", "b"],
        "kind": ["count", "count", "percent", "date", "ordinal"],
        "approx": ["over", None, "nearly", None, None],
    }
)
ARTICLES = pd.DataFrame({"article_id": ["a", "b", "c"], "n_characters": [100, 50, 0]})
THEMES = pd.Series({"a": "land", "b": "water", "c": "other"})


def test_figures_are_counted_by_kind_with_their_hedges() -> None:
    out = q.hedging(FIGURES).set_index("kind")
    assert list(out.index) == ["count", "percent", "date", "ordinal"]
    assert out.loc["count", ["figures", "hedged", "over"]].tolist() == [2, 1, 1]
    assert out.loc["count", "share"] == 50.0
    assert out.loc["count", "low"] < 50 < out.loc["count", "high"]
    assert pd.isna(out.loc["date", "share"])
    assert q.hedging(FIGURES.iloc[:0]).empty


def test_dates_and_ordinals_are_no_amounts() -> None:
    assert len(q.amounts(FIGURES)) == 3


def test_density_is_by_theme_and_leaves_out_themes_without_text() -> None:
    out = q.density(q.amounts(FIGURES), ARTICLES, THEMES).set_index("theme")
    assert out.loc["land", "per_1000"] == pytest.approx(30.0)
    assert out.loc["water", "figures"] == 0
    assert "other" not in out.index
    assert q.density(FIGURES, ARTICLES.iloc[:0], THEMES).empty


def test_every_name_is_in_both_languages() -> None:
    for names in (q.KIND_NAMES, q.HEDGE_NAMES, q.STATUS_NAMES):
        assert q.names_of(names, "zh").keys() == q.names_of(names, "en").keys() == names.keys()
