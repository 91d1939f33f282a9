"""Theme counts with and without formulae."""

from __future__ import annotations

import pandas as pd

from helpers.language.themes import load_themes, score_themes
from helpers.statistics.formulae import (
    COLUMNS,
    formula_shares,
    judged_sentences,
    themes_both_ways,
)

ARTICLES = pd.DataFrame(
    {
        "article_id": ["a-2020-01-01-a01", "a-2020-01-01-a02"],
        "headline": ["动员会召开", "清水进村"],
        "text": [
            "会议强调，要切实加强党建引领，进一步建强党支部。要着力推进党支部建设。",
            "3月2日，自来水厂通水，供水管网新增12公里。",
        ],
    }
)


def test_a_theme_of_demands_alone_has_no_acts() -> None:
    counts = themes_both_ways(ARTICLES, load_themes()).set_index("theme")
    assert list(counts.reset_index().columns) == list(COLUMNS)
    assert counts.loc["party_building", ["n_articles", "n_articles_acts"]].tolist() == [1, 0]
    assert counts.loc["water_supply", ["n_articles", "n_articles_acts"]].tolist() == [1, 1]


def test_the_share_of_formula_has_its_denominator() -> None:
    themes = score_themes(ARTICLES, dictionary=load_themes())
    shares = formula_shares(judged_sentences(ARTICLES, themes)).set_index("theme")
    assert shares.loc["party_building", "share"] == 1.0
    assert shares.loc["water_supply", "n_formulae"] == 0
    assert shares.loc["party_building", ["low", "high"]].tolist() == [1.0, 1.0]


def test_sentences_keep_their_places_in_the_print() -> None:
    themes = score_themes(ARTICLES, dictionary=load_themes())
    told = judged_sentences(ARTICLES, themes)
    held = ARTICLES.set_index("article_id")["text"]
    assert [
        held[a][s:e] for a, s, e in zip(told["article_id"], told["start"], told["end"], strict=True)
    ] == list(told["text"])
    assert told["formula"].tolist() == [True, True, False]


def test_without_articles_nothing_is_judged() -> None:
    none = ARTICLES.iloc[:0]
    themes = score_themes(ARTICLES, dictionary=load_themes()).iloc[:0]
    judged = judged_sentences(none, themes)
    assert formula_shares(judged).empty
    assert list(judged[judged["formula"]].columns) == list(judged.columns)
