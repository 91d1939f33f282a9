"""Units, periods and words of a comparison."""

from __future__ import annotations

import pandas as pd
import pytest

from helpers.corpus import load
from helpers.language.themes import load_themes
from helpers.statistics import comparing
from helpers.statistics.concordance import Index
from helpers.statistics.validity import theme_matches
from helpers.statistics.wording import corpus_lexicon, corpus_stopwords


def report() -> tuple[pd.DataFrame, pd.DataFrame]:
    """Two long texts, one an issue: paragraphs are the units."""
    parts = [["征地工作" * 700, "党员带头"], ["供水" * 3000, "村民和社区", "文化"]]
    paragraphs = pd.DataFrame(
        [
            (f"r-{n}", k, text)
            for n, texts in enumerate(parts)
            for k, text in enumerate(texts, start=1)
        ],
        columns=["article_id", "paragraph", "text"],
    )
    texts = ["\n".join(p) for p in parts]
    articles = pd.DataFrame(
        {
            "article_id": ["r-0", "r-1"],
            "issue_id": ["i-0", "i-1"],
            "headline": ["征地", ""],
            "text": texts,
            "n_characters": [6000, 6000],
        }
    )
    return articles, paragraphs


def test_few_and_long_articles_are_counted_by_paragraph() -> None:
    articles, paragraphs = report()
    units = comparing.units_of(articles, paragraphs)
    assert units.kind == "paragraph"
    assert list(units.frame["article_id"]) == ["r-0-p1", "r-0-p2", "r-1-p1", "r-1-p2", "r-1-p3"]
    texts = articles.set_index("article_id")["text"]
    spans = pd.DataFrame(
        {
            "article_id": ["r-1", "r-0", "r-1", "r-0"],
            "start": [texts["r-1"].index("社区"), texts["r-0"].index("党员"), 0, 3],
            "where": ["text", "text", "text", "headline"],
        },
        index=[7, 3, 5, 1],
    )
    assert list(units.of(spans)["article_id"]) == ["r-1-p2", "r-0-p2", "r-1-p1", "r-0-p1"]


def test_articles_of_a_paper_are_units_themselves() -> None:
    c = load("specimen")
    units = comparing.units_of(c.articles, c.paragraphs)
    assert units.kind == "article"
    assert units.of(c.tokens) is c.tokens
    assert comparing.steps(units)[0] == pytest.approx(0.4)
    assert comparing.period_of(c.issues) == "issue"


def test_paragraphs_have_the_themes_of_their_terms() -> None:
    articles, paragraphs = report()
    units = comparing.units_of(articles, paragraphs)
    lexicon = corpus_lexicon(None)
    matches = theme_matches(articles, dictionary=load_themes(), lexicon=lexicon)
    words = pd.DataFrame({"article_id": ["r-0"], "paragraph": [2], "term": ["党员"]})
    placed = comparing.in_units(units, words, pd.DataFrame(), matches)
    assert list(placed.words["article_id"]) == ["r-0-p2"]
    main = placed.main.set_index("article_id")["theme"]
    assert main["r-0-p1"] == "land_acquisition"
    assert main["r-0-p2"] == "party_building"
    assert main["r-1-p1"] == "water_supply"


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (["2020-01-01", "2020-02-01"], "issue"),
        ([f"{1960 + n}-01-01" for n in range(30)], "year"),
        ([str(d.date()) for d in pd.date_range("2020-01-01", periods=300)], "month"),
        ([str(d.date()) for d in pd.date_range("2010-01-01", periods=400, freq="15D")], "year"),
        (["2019-01-01", "2021-12-30"], "issue"),
        ([], "issue"),
    ],
)
def test_the_period_leaves_what_can_stand_side_by_side(days: list[str], expected: str) -> None:
    assert comparing.period_of(pd.DataFrame({"date": pd.to_datetime(days)})) == expected


def test_a_planted_theme_has_words_of_its_own_and_lines() -> None:
    c = load("specimen")
    words = comparing.content_words(c.tokens, corpus_stopwords(c.config))
    assert words["term"].str.len().min() >= 2
    main = comparing.main_themes(c.themes)
    assert main["article_id"].is_unique
    keys = comparing.key_words(words, main, ["digital_governance", "no_such_theme"])
    assert set(keys["theme"]) == {"digital_governance"}
    assert "一键" in set(keys["term"])
    assert (keys["per_10k"] > 0).all()
    chosen = list(main.loc[main["theme"] == "digital_governance", "article_id"])
    found = comparing.first_lines(Index.of(c.articles, tokens=c.tokens), keys, chosen, most=3)
    assert set(found["article_id"]) <= set(chosen)
    assert (found["hit"] == found["term"]).all()
    assert comparing.first_lines(Index.of(c.articles[:0]), keys[:0], []).empty
    rows = comparing.crossed(words, main, {"digital_governance": "数字治理"}, most=10)
    assert rows["term"].nunique() == 10
    assert "数字治理" in set(rows["group"])


def test_names_are_ranked_and_wide_maps_refused() -> None:
    assert comparing.largest(pd.DataFrame({"t": list("bbaac")}), "t", most=2) == ["a", "b"]
    days = pd.date_range("2020-01-01", periods=61)
    states = pd.DataFrame({"date": days, "state": "mentioned"})
    assert "61 issues" in comparing.too_wide(states)
    assert comparing.too_wide(states[1:]) == ""


def test_issues_stand_by_date_whatever_the_order_of_their_tokens() -> None:
    tokens = pd.DataFrame({"issue_id": ["late", "early", "undated"]})
    issues = pd.DataFrame(
        {
            "issue_id": ["late", "empty", "undated", "early"],
            "date": pd.to_datetime(["2021-01-01", "2020-06-01", None, "2020-01-01"]),
        }
    )
    assert comparing.by_date(tokens, issues) == ["early", "late", "undated"]
