"""Programmes: their mentions, what is said of them, and whose a figure is."""

from __future__ import annotations

import pandas as pd

from helpers.statistics import programmes as p

INITIATIVES = pd.DataFrame(
    [
        ("a1", 5, 8, "云上事", "platform", "digital_governance", "大数据局", None, None, None),
        ("a1", 30, 33, "三个到", "mechanism", "party_building", None, None, None, None),
        ("a2", 0, 3, "示范县", "title", "digital_governance", None, None, None, None),
    ],
    columns=["article_id", "start", "end", "name", "kind", "theme", "actors", "tiers",
             "technology", "since"],
).assign(status="in_force")  # fmt: skip
HEADS = pd.DataFrame(
    {
        "article_id": ["a1", "a1"],
        "field": ["headline", "headline"],
        "start": [0, 4],
        "end": [3, 6],
        "name": ["三个到", None],
        "kind": ["mechanism", "count"],
        "evidence": ["initiative", "quantity"],
    }
)


def test_mentions_of_headlines_come_first_with_the_theme_of_their_name() -> None:
    named = p.mentions(INITIATIVES, HEADS)
    assert named["field"].tolist() == ["headline", "text", "text", "text"]
    assert named["theme"].iloc[0] == "party_building"
    assert p.mentions(INITIATIVES.iloc[:0], HEADS.iloc[:0]).empty


def test_platforms_and_campaigns_are_told_apart() -> None:
    named = p.mentions(INITIATIVES, HEADS)
    assert set(p.digital(named)["name"]) == {"云上事"}
    assert set(p.campaigns(named)["name"]) == {"三个到"}
    assert p.digital(named.iloc[:0]).empty


def test_what_is_printed_of_each() -> None:
    out = p.about(INITIATIVES, ["三个到", "云上事", "没有"], "en")
    assert out["name"].tolist() == ["三个到", "云上事"]
    assert out["kind"].tolist() == ["mechanism", "platform"]
    assert out["actors"].iloc[1] == "大数据局"


def test_a_figure_takes_the_name_before_it_else_the_first_of_the_article() -> None:
    named = p.mentions(INITIATIVES, HEADS)
    figures = pd.DataFrame({"article_id": ["a1", "a1", "a1", "a3"], "start": [2, 9, 40, 1]})
    names = p.nearest_name(figures, named)
    assert names[:3].tolist() == ["三个到", "云上事", "三个到"]
    assert pd.isna(names[3])
