"""Leave-one-term-out equals scoring anew with the smaller dictionary."""

from __future__ import annotations

from functools import cache

import pandas as pd
import pytest

from helpers import corpus
from helpers.language.theme_lists import ThemeTerm
from helpers.language.themes import ThemeDictionary, load_themes, score_themes
from helpers.statistics.validity import concentration, influence

DICTIONARY = ThemeDictionary(
    tuple(
        ThemeTerm(theme, term, weight, "")
        for theme, term, weight in [
            ("water", "供水", 3),
            ("water", "供水管网", 3),
            ("water", "水厂", 2),
            ("grid", "网格", 3),
            ("grid", "水厂", 1),
        ]
    )
)


def made(*texts: str) -> pd.DataFrame:
    ids = [f"a{n}" for n in range(len(texts))]
    return pd.DataFrame({"article_id": ids, "headline": "", "text": list(texts)})


@cache
def specimen() -> tuple[pd.DataFrame, pd.DataFrame]:
    articles = corpus.load("specimen").articles
    return articles, influence(articles, dictionary=load_themes(), themes=["land_acquisition"])


def test_what_rests_on_one_term_is_lost_with_it() -> None:
    articles = made("供水供水", "供水", "网格网格", "供水管网改好", "别的")
    found = influence(articles, dictionary=DICTIONARY).set_index(["theme", "term"])
    water = found.loc[("water", "供水")]
    assert water[["hits", "holding", "given", "lost", "given_without"]].tolist() == [3, 2, 3, 2, 1]
    assert (water["share"], water["share_without"]) == (0.6, 0.2)
    assert water["change"] == pytest.approx(-0.4)
    assert (water["rank"], water["rank_without"]) == (1, 1)
    # Without the longer term the shorter one is found inside it, so nothing is lost.
    assert found.loc[("water", "供水管网"), "lost"] == 0
    assert ("water", "水厂") not in found.index


def test_a_theme_may_fall_in_rank() -> None:
    articles = made("供水", "供水", "网格")
    found = influence(articles, dictionary=DICTIONARY).set_index("term")
    assert found.loc["供水", ["rank", "rank_without"]].tolist() == [1, 2]


def test_it_equals_scoring_with_the_smaller_dictionary() -> None:
    articles, found = specimen()
    dictionary = load_themes()
    for row in found.groupby("lost").head(2).itertuples():
        left = tuple(t for t in dictionary.terms if (t.theme, t.term) != (row.theme, row.term))
        themes = score_themes(articles, dictionary=ThemeDictionary(left, dictionary.masks))
        assert (themes["theme"] == row.theme).sum() == row.given_without
        ranks = themes["theme"].value_counts().rank(method="min", ascending=False)
        assert ranks[row.theme] == row.rank_without


def test_shares_of_the_score_add_up_to_the_theme() -> None:
    _, found = specimen()
    assert found["share_of_score"].sum() == pytest.approx(1, abs=1e-3)
    only = concentration(found).iloc[0]
    assert only["n_terms"] == len(found)
    assert only["carried"] == found["share_of_score"].max()
    assert only["herfindahl"] == pytest.approx((found["share_of_score"] ** 2).sum(), abs=1e-3)


def test_concentration_of_one_term_and_of_two_equal_ones() -> None:
    found = influence(made("供水", "网格网格"), dictionary=DICTIONARY)
    table = concentration(found).set_index("theme")
    assert table["herfindahl"].tolist() == [1.0, 1.0]
    assert table.loc["water", ["first", "carried", "most_lost", "worst"]].tolist() == [
        "供水", 1.0, 1, "供水",
    ]  # fmt: skip
    equal = found.iloc[:1].assign(share_of_score=0.5)
    pair = pd.concat([equal, equal.assign(term="水厂")], ignore_index=True)
    assert concentration(pair)["effective"].tolist() == [2.0]


def test_nothing_found_gives_nothing() -> None:
    for articles in (made("别的"), made()):
        found = influence(articles, dictionary=DICTIONARY)
        assert found.empty
        assert concentration(found).empty
