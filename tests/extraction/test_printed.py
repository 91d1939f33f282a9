"""Finds in traditional text are those of its simplified reading, at the printed places."""

from __future__ import annotations

import pandas as pd

from helpers.extraction import changes, effects
from helpers.extraction.figures.table import figure_table
from helpers.extraction.land import land_figures

SIMPLIFIED = (
    "“这路修得好。”村民甲乙说。征地104亩,涉及12户，签约9户。"
    "“云上办”平台办结率达97%，时长由3天缩短至1天。"
)
TRADITIONAL = (
    "「這路修得好。」村民甲乙說。徵地１０４畝,涉及12戶，簽約9戶。"
    "「雲上辦」平臺辦結率達97%，時長由3天縮短至1天。"
)


def frame(text: str) -> pd.DataFrame:
    return pd.DataFrame({"article_id": ["a"], "headline": [text[:0] or None], "text": [text]})


def land(articles: pd.DataFrame) -> pd.DataFrame:
    return land_figures(articles, figure_table(articles))


def test_both_scripts_give_the_same_finds_at_the_same_places() -> None:
    assert len(SIMPLIFIED) == len(TRADITIONAL)
    one, two = frame(SIMPLIFIED), frame(TRADITIONAL)
    for find in (figure_table, land):
        expected, found = find(one), find(two)
        assert len(expected) > 0, find.__name__
        rest = [column for column in expected.columns if column != "text"]
        pd.testing.assert_frame_equal(found[rest], expected[rest])


def test_the_text_of_a_find_is_what_was_printed() -> None:
    articles = frame(TRADITIONAL)
    figures = figure_table(articles)
    assert "１０４畝" in figures["text"].tolist()
    for finds in (figures, effects(figures, articles), changes(figures, articles)):
        assert len(finds) > 0
        for row in finds.to_dict("records"):
            assert TRADITIONAL[row["start"] : row["end"]] == row["text"]


def test_measures_are_those_of_the_simplified_reading() -> None:
    articles = frame(TRADITIONAL)
    judged = effects(figure_table(articles), articles)
    assert judged.loc[judged["measure"] == "rate", "label"].tolist() == ["办结率"]
    assert changes(figure_table(articles), articles)["label"].tolist() == ["时长"]
