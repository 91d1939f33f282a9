"""A theme changed on trial."""

from __future__ import annotations

import pytest

from helpers.errors import InputError
from helpers.language.themes import load_themes
from helpers.workbench import ThemeDraft, Workbench


def test_terms_taken_out_and_put_in_move_articles(bench: Workbench) -> None:
    draft = ThemeDraft(bench.dictionary, "land_acquisition")
    assert not draft.is_changed
    effect = draft.effect(bench.corpus.articles, bench.corpus.themes)
    assert effect.before == effect.after and effect.changed.empty
    draft.set_terms(["征地"])
    less = draft.effect(bench.corpus.articles, bench.corpus.themes)
    assert draft.terms == ("征地",)
    assert less.after < less.before
    assert set(less.changed["change"]) == {"-"}
    draft.set_terms([*ThemeDraft(bench.dictionary, "land_acquisition").terms, "孩子", "孩子"])
    more = draft.effect(bench.corpus.articles, bench.corpus.themes)
    assert draft.terms[-1] == "孩子"
    assert more.after > more.before
    # Other themes keep their terms.
    assert {t.theme for t in draft.dictionary.terms} == set(bench.dictionary.themes)


@pytest.mark.parametrize("term", ["", "一", "有 空", "长" * 41, "制\t表"])
def test_what_cannot_be_a_term_is_refused_and_changes_nothing(term: str) -> None:
    draft = ThemeDraft(load_themes(), "culture")
    before = draft.terms
    with pytest.raises(InputError, match="cannot be a term"):
        draft.set_terms([*before, term])
    assert draft.terms == before


def test_a_term_of_one_character_that_is_listed_stays() -> None:
    draft = ThemeDraft(load_themes(), "rural_development")
    assert "亩" in draft.terms
    draft.set_terms(list(draft.terms))
    assert not draft.is_changed
