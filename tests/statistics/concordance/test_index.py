"""The index against naive searches of the same articles, and AntConc's order of lines."""

from __future__ import annotations

import re

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.errors import InputError
from helpers.language.lexicon import Lexicon, LexiconEntry
from helpers.language.plain import plain
from helpers.language.theme_lists import ThemeTerm
from helpers.language.themes import ThemeDictionary
from helpers.statistics.concordance import Index
from helpers.statistics.concordance.context import COLUMNS


def frame(*texts: str) -> pd.DataFrame:
    rows = {
        "article_id": [f"a{i}" for i in range(len(texts))],
        "issue_id": [f"i{i // 2}" for i in range(len(texts))],
        "text": list(texts),
    }
    return pd.DataFrame(rows, dtype=object)


LEXICON = Lexicon((LexiconEntry("网格员", "office", ""), LexiconEntry("网格", "organisation", "")))
THEMES = ThemeDictionary((ThemeTerm("health", "健康", 3, ""),), ("健康发展",))
#: Chinese, widths and characters that the plain reading changes, marks of patterns, line feeds.
TEXT = st.text("甲乙改革開徵，,。 \n\u3000a1１（(𠀀[.*", max_size=30)


def naive(articles: pd.DataFrame, pattern: str, context: int, sort: str) -> list[tuple]:
    """What one would write without an index: every article through re.finditer."""
    rows = []
    for article, issue, printed in articles.itertuples(index=False):
        shown = printed.replace("\n", " ")
        for match in re.finditer(pattern, plain(printed)):
            start, end = match.span()
            if end > start:
                left = shown[max(0, start - context) : start]
                right = shown[end : end + context]
                rows.append((article, issue, start, end, left, shown[start:end], right))
    if sort == "right":
        rows.sort(key=lambda row: row[6])
    if sort == "left":
        rows.sort(key=lambda row: row[4][::-1])
    return rows


@given(
    st.lists(TEXT, min_size=1, max_size=5),
    st.text("甲乙改革開徵，。 a1(𠀀[.*", min_size=1, max_size=3),
    st.sampled_from([0, 1, 3, 70]),
    st.sampled_from(["position", "left", "right"]),
)
def test_a_string_is_found_as_a_naive_search_finds_it(
    texts: list[str], query: str, context: int, sort: str
) -> None:
    articles = frame(*texts)
    found = Index.of(articles, Lexicon(), themes=THEMES).find(query, context=context, sort=sort)
    assert tuple(found.columns) == COLUMNS
    expected = naive(articles, re.escape(plain(query)), context, sort)
    assert list(found.itertuples(index=False, name=None)) == expected


def test_keyword_in_context_as_nltk_prints_it() -> None:
    # text1.concordance("monstrous") of Moby Dick, its second line (Bird, Klein and Loper 2009,
    # Natural Language Processing with Python, chapter 1): 34 characters and a space to each side.
    text = (
        "BACON ' S VERSION OF THE PSALMS . \" Touching that monstrous bulk of the whale or ork we"
        " have received nothing certain ."
    )
    row = Index.of(frame(text)).find("monstrous", context=35).iloc[0]
    assert row["left"] + row["hit"] + row["right"] == (
        'ON OF THE PSALMS . " Touching that monstrous bulk of the whale or ork we have r'
    )


def test_sorted_to_the_right_and_to_the_left_as_antconc_does() -> None:
    # AntConc sorts by 1R, then 2R, and by 1L, then 2L, the nearest first (Anthony 2022, Help, KWIC
    # tool). By code point 上 4E0A < 下 4E0B < 中 4E2D.
    index = Index.of(frame("中上改革下中", "下上改革下上", "上中改革上下", "下上改革下上"))
    right = index.find("改革", context=2, sort="right")
    assert list(right["right"]) == ["上下", "下上", "下上", "下中"]
    assert list(right["article_id"]) == ["a2", "a1", "a3", "a0"]
    left = index.find("改革", context=2, sort="left")
    assert list(left["left"]) == ["下上", "下上", "中上", "上中"]
    assert list(left["article_id"]) == ["a1", "a3", "a0", "a2"]
    assert list(index.find("改革", sort="left", limit=1)["article_id"]) == ["a1"]


def test_words_begin_and_end_where_words_do() -> None:
    index = Index.of(frame("上海关于海关的通知"))
    assert list(index.find("海关")["start"]) == [1, 4]
    assert list(index.find("海关", how="words")["start"]) == [4]


def test_given_tokens_count_as_the_words() -> None:
    tokens = pd.DataFrame(
        {"article_id": "a0", "start": [2, 0, 3], "end": [3, 2, 5], "term": ["关", "上海", "于海"]}
    )
    index = Index.of(frame("上海关于海"), tokens=tokens)
    assert list(index.find("上海", how="words")["start"]) == [0]
    assert index.find("关于", how="words").empty
    with pytest.raises(InputError, match="tokens are of b9"):
        Index.of(frame("上海"), tokens=tokens.assign(article_id="b9"))


def test_a_class_is_any_of_its_terms_the_longest_first() -> None:
    index = Index.of(frame("网格员在网格", "健康发展与健康"), LEXICON, themes=THEMES)
    assert list(index.find("office", how="class")["hit"]) == ["网格员"]
    assert list(index.find("lexicon:organisation", how="class")["start"]) == [0, 4]
    # A mask of the theme dictionary is matched, and not counted.
    assert list(index.find("theme:health", how="class")["start"]) == [5]
    assert index.terms_of("health") == ("健康",)
    with pytest.raises(InputError, match="no class of the lexicon and no theme - use one of"):
        index.find("nothing", how="class")


def test_a_name_that_means_two_classes_is_asked_back() -> None:
    themes = ThemeDictionary((ThemeTerm("office", "健康", 3, ""),))
    index = Index.of(frame("健康"), LEXICON, themes=themes)
    with pytest.raises(InputError, match="may be lexicon:office or theme:office"):
        index.find("office", how="class")


def test_traditional_characters_are_found_and_shown_as_printed() -> None:
    index = Index.of(frame("開展徵地工作", "开展征地工作"))
    for query in ("开展", "開展"):
        assert list(index.find(query)["hit"]) == ["開展", "开展"]
        assert list(index.find(f"{query}.", how="regex")["hit"]) == ["開展徵", "开展征"]
    assert list(index.find("征地", how="words")["hit"]) == ["徵地", "征地"]


def test_no_context_and_no_hit_reaches_over_an_article() -> None:
    index = Index.of(frame("改", "革", "改革"))
    assert list(index.find("改革")["article_id"]) == ["a2"]
    assert list(index.find("改[^x]*", how="regex")["hit"]) == ["改", "改革"]
    assert list(index.find("革")["left"]) == ["", "改"]


def test_only_the_articles_asked_for() -> None:
    index = Index.of(frame("改革", "改革", "改革"))
    assert list(index.find("改革", within=["a2", "a0"])["article_id"]) == ["a0", "a2"]
    assert list(index.count("改革", within=["a2"])["article_id"]) == ["a2"]
    assert index.find("改革", within=[]).empty
    with pytest.raises(InputError, match="1 of 2 articles are not in the index: zz"):
        index.find("改革", within=["a0", "zz"])
    with pytest.raises(InputError, match="give a list"):
        index.find("改革", within="a0")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"query": ""}, "nothing to look for"),
        ({"query": "改", "how": "glob"}, "no way to look"),
        ({"query": "改", "sort": "up"}, "no order of hits"),
        ({"query": "改", "context": -1}, "context is -1"),
        ({"query": "改", "limit": -1}, "limit is -1"),
    ],
)
def test_bad_questions_are_explained(asked: dict, said: str) -> None:
    with pytest.raises(InputError, match=said):
        Index.of(frame("改革")).find(**asked)


def test_counts_have_their_denominators() -> None:
    index = Index.of(frame("改革 改革", "开放", "改革\n好", ""))
    articles = index.count("改革")
    assert list(articles["count"]) == [2, 0, 1, 0]
    assert list(articles["n_characters"]) == [4, 2, 3, 0]
    assert articles["per_10k"].tolist()[:3] == [5000.0, 0.0, 3333.33]
    assert pd.isna(articles["per_10k"][3])
    issues = index.count("改革", by="issue_id")
    assert issues.to_dict("list") == {
        "issue_id": ["i0", "i1"],
        "count": [2, 1],
        "n_characters": [6, 3],
        "per_10k": [3333.33, 3333.33],
        "n_articles": [2, 2],
        "n_with": [1, 1],
        "share": [0.5, 0.5],
        # Wilson's interval of 1 in 2, as shares.wilson has it by scipy.
        "low": [0.0945, 0.0945],
        "high": [0.9055, 0.9055],
    }
    with pytest.raises(InputError, match="cannot be counted by 'year'"):
        index.count("改革", by="year")


def test_articles_that_cannot_be_indexed() -> None:
    with pytest.raises(InputError, match="no column 'issue_id'"):
        Index.of(frame("改革").drop(columns="issue_id"))
    with pytest.raises(InputError, match="a0 comes more than once"):
        Index.of(frame("改革", "开放").assign(article_id="a0"))


def test_no_article_and_no_text() -> None:
    nothing = Index.of(frame())
    for how, query in (("string", "改"), ("words", "改"), ("regex", "改."), ("class", "office")):
        assert nothing.find(query, how=how).empty
    assert nothing.count("改").empty
    assert nothing.count("改", by="issue_id").empty
    assert Index.of(frame("", "")).find("改").empty


def test_what_is_no_text_does_no_harm() -> None:
    index = Index.of(frame("改\ufdd1革", "甲\ud800乙"))
    assert index.find("\ufdd1").empty
    assert list(index.find("改.革", how="regex")["article_id"]) == ["a0"]
    assert list(index.find("乙")["start"]) == [2]
    assert index.find("\ud800x", how="regex").empty
