"""Sensitivity: counts under each reading equal their references, and the range between them."""

from __future__ import annotations

from functools import cache

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers import corpus
from helpers.errors import InputError
from helpers.language.lexicon import Lexicon, LexiconEntry, load_lexicon
from helpers.language.plain import close_up, plain
from helpers.language.theme_lists import ThemeTerm
from helpers.language.themes import ThemeDictionary, load_themes
from helpers.statistics.validity import (
    READINGS,
    differing_lines,
    differing_terms,
    ranges,
    sensitivity,
    theme_matches,
)

DICTIONARY = ThemeDictionary(
    tuple(
        ThemeTerm(theme, term, 3, "")
        for theme, term in [("grid", "网格"), ("grid", "网格员"), ("water", "供水"), ("no", "无")]
    ),
    ("供水饮料",),
)
LEXICON = Lexicon((LexiconEntry("网格员", "office", ""),))


def made(*texts: str) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "article_id": [f"a{n}" for n in range(len(texts))],
            "issue_id": [f"i{n // 2}" for n in range(len(texts))],
            "headline": "",
            "text": list(texts),
        }
    )


def found(articles: pd.DataFrame) -> pd.DataFrame:
    return theme_matches(articles, dictionary=DICTIONARY, lexicon=LEXICON)


@cache
def specimen() -> tuple[corpus.Corpus, pd.DataFrame]:
    loaded = corpus.load("specimen")
    return loaded, theme_matches(loaded.articles, dictionary=load_themes(), lexicon=load_lexicon())


def test_each_reading_finds_its_own() -> None:
    matches = found(made("网格员入户，网格化，供水饮料和供水"))
    seen = matches.groupby("reading")[["term", "start"]].agg(list)
    assert seen.loc["string"].tolist() == [["网格员", "网格", "供水"], [0, 6, 15]]
    # Plain jieba cuts 网格, 员 but 网格化; with the lexicon, 网格员 is one word.
    assert seen.loc["jieba"].tolist() == [["网格", "供水"], [0, 15]]
    assert seen.loc["jieba_lexicon"].tolist() == [["网格员", "供水"], [0, 15]]


def test_a_plain_string_match_counts_as_the_table_themes_does() -> None:
    loaded, matches = specimen()
    counts = sensitivity(matches, loaded.articles, dictionary=load_themes())
    string = counts[counts["reading"] == "string"].set_index("theme")
    given_themes = loaded.themes.groupby("theme").size()
    assert string["given"].to_dict() == given_themes.reindex(string.index, fill_value=0).to_dict()
    mains = loaded.themes.drop_duplicates("article_id").groupby("theme").size()
    assert string["main"].to_dict() == mains.reindex(string.index, fill_value=0).to_dict()


def test_plain_jieba_counts_as_jieba_itself_does() -> None:
    from helpers.language.reference import reference_cut

    loaded, matches = specimen()
    words = [
        word for text in loaded.articles["text"] for word in reference_cut(close_up(plain(text))[0])
    ]
    here = matches[(matches["reading"] == "jieba") & (matches["where"] == "text")]
    here = here.drop_duplicates(["article_id", "start"])  # a term of two themes has a row for each
    for term in ("网格员", "办结", "亩", "干部", "小区"):
        assert (here["term"] == term).sum() == words.count(term)


def test_planted_words_that_jieba_splits_are_named_as_the_cause() -> None:
    loaded, matches = specimen()
    terms = differing_terms(matches, lexicon=load_lexicon())
    first = terms.iloc[0]
    assert (first["term"], first["in_lexicon"]) == ("网格员", True)
    assert first[list(READINGS)].tolist() == [19, 0, 19]
    lines = differing_lines(matches, loaded.articles, ["网格员"], lexicon=load_lexicon(), most=2)
    assert lines["hit"].tolist() == ["网格员"] * 2
    assert lines["cut_lexicon"].tolist() == ["网格员"] * 2
    assert (~lines["jieba"] & lines["jieba_lexicon"]).all()
    assert lines["cut"].str.startswith("网格/员").all()


def test_ranges_lie_between_the_readings_by_issue_too() -> None:
    articles = made("网格员", "网格员", "供水", "别的")
    matches = found(articles)
    counts = sensitivity(matches, articles, dictionary=DICTIONARY, by="issue_id")
    wide = ranges(counts, measure="hits").set_index(["theme", "issue_id"])
    assert wide.loc[("grid", "i0"), [*READINGS, "range", "n_articles"]].tolist() == [2, 2, 2, 0, 2]
    # Plain jieba finds 网格 there, the others 网格员: as many hits, other terms.
    terms = differing_terms(matches).set_index("term")
    assert terms.loc["网格员", list(READINGS)].tolist() == [2, 0, 2]
    whole = sensitivity(matches, articles, dictionary=DICTIONARY)
    assert whole.groupby("reading")["given"].sum().eq(3).all()
    assert (whole["low"] <= whole["share"]).all() and (whole["share"] <= whole["high"]).all()
    assert set(whole["theme"]) == {"grid", "water", "no"}


def test_offsets_lead_to_what_is_printed() -> None:
    matches = found(made("網 格 員"))
    first = matches[matches["reading"] == "string"].iloc[0]
    assert (first["term"], first["start"], first["end"]) == ("网格员", 0, 5)


def test_articles_without_any_term_count_as_nought() -> None:
    for articles in (made("别的"), made()):
        matches = found(articles)
        counts = sensitivity(matches, articles, dictionary=DICTIONARY)
        assert (counts["hits"] == 0).all()
        assert differing_terms(matches).empty
        assert differing_lines(matches, articles, ["供水"], lexicon=LEXICON).empty


def test_wrong_names_are_explained() -> None:
    with pytest.raises(InputError, match="'thulac' is no way"):
        theme_matches(made("无"), dictionary=DICTIONARY, lexicon=LEXICON, readings=["thulac"])
    counts = sensitivity(found(made("无")), made("无"), dictionary=DICTIONARY)
    with pytest.raises(InputError, match="'weight' is not counted"):
        ranges(counts, measure="weight")


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="网格员供水饮料 無无a，\n", max_size=30))
def test_every_match_is_its_term_in_print(text: str) -> None:
    for row in found(made(text)).itertuples():
        # Spaces are left out by their surroundings, which a span alone does not have.
        assert plain(text[row.start : row.end]).replace(" ", "") == row.term
