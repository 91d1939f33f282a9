"""What the workbench answers, without a widget."""

from __future__ import annotations

import copy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.charts import use_style
from helpers.corpus import load
from helpers.errors import InputError
from helpers.workbench import Query, Workbench


def test_the_first_query_is_the_commonest_term_of_the_commonest_theme(bench: Workbench) -> None:
    query = bench.default_query()
    assert len(query.text) > 1
    theme = bench.corpus.themes["theme"].value_counts().idxmax()
    assert query.text in {t.term for t in bench.dictionary.terms if t.theme == theme}


def test_without_words_there_is_a_first_query_still(bench: Workbench) -> None:
    class Nothing:
        themes = bench.corpus.themes.head(0)
        tokens = bench.corpus.tokens.head(0)

    empty = copy.copy(bench)
    object.__setattr__(empty, "corpus", Nothing())
    assert empty.default_query().text in {t.term for t in bench.dictionary.terms}


def test_counts_are_those_of_the_text_and_say_out_of_how_much(bench: Workbench) -> None:
    found = bench.ask(Query("征地"))
    texts = bench.corpus.articles["text"]
    assert len(found.hits) == texts.str.count("征地").sum()
    assert found.n_with == texts.str.contains("征地").sum()
    assert found.n_articles == len(texts)
    assert found.trend["count"].sum() == len(found.hits)
    assert found.trend["date"].is_monotonic_increasing
    assert (found.trend["low"] <= found.trend["share"]).all()


@pytest.mark.parametrize(
    "filters",
    [
        {"theme": "land_acquisition"},
        {"issue": "specimen-2021-03-19"},
        {"kind": "news"},
        {"theme": "land_acquisition", "issue": "specimen-2021-03-19"},
    ],
)
def test_filters_hold_for_hits_and_denominators(bench: Workbench, filters: dict[str, str]) -> None:
    query = Query("户", **filters)
    within = bench.within(query)
    found = bench.ask(query)
    assert within
    assert set(found.hits["article_id"]) <= set(within)
    assert found.n_articles == len(within)
    themes = bench.corpus.themes
    mine = themes[themes["article_id"].isin(within)]
    expected = mine[mine["article_id"].isin(found.hits["article_id"])]["theme"].value_counts()
    counted = bench.by_theme(found).set_index("theme")
    assert counted["n_articles"].to_dict() == mine["theme"].value_counts().to_dict()
    assert counted["n_with"][counted["n_with"] > 0].to_dict() == expected.to_dict()


def test_what_is_wrong_with_a_query_is_said(bench: Workbench) -> None:
    for query in (Query(""), Query("(", how="regex"), Query("no such class", how="class")):
        with pytest.raises(InputError):
            bench.ask(query)


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=12), st.sampled_from(["string", "words", "class", "regex"]))
def test_any_query_is_answered_or_refused(text: str, how: str) -> None:
    bench = Workbench(load("specimen"))
    try:
        found = bench.ask(Query(text, how=how))
    except InputError:
        return
    assert found.n_with <= found.n_articles


def test_key_words_of_a_theme_and_of_nothing(bench: Workbench) -> None:
    keys = bench.keyness(bench.ask(Query("征地")))
    assert "征地" in set(keys.head(15)["term"])
    assert keys["term"].str.contains(r"\w").all()
    assert bench.keyness(bench.ask(Query("没有这样的话"))).empty
    # With one article looked in there is no rest to compare it with.
    everywhere = bench.ask(Query(".", how="regex"))
    assert bench.keyness(everywhere).empty


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_trend_is_drawn_and_the_query_cited(bench: Workbench, language: str) -> None:
    use_style(language)
    found = bench.ask(Query("征地", theme="land_acquisition"))
    assert "征地" in bench.draw(found).get_title(loc="left")
    cited = found.query.citation("specimen", bench.corpus.hash)
    assert "征地" in cited and "land_acquisition" in cited and bench.corpus.hash[:12] in cited


def test_one_issue_is_drawn_as_a_bar(bench: Workbench) -> None:
    found = bench.ask(Query("户", issue="specimen-2021-03-19"))
    (row,) = found.trend.itertuples(index=False)
    (bar,) = bench.draw(found).patches
    assert bar.get_width() == pytest.approx(100 * row.share)
    assert row.share > 0
