"""Verdicts counted, and doubtful calculations beside their sentences."""

from __future__ import annotations

import pandas as pd

from helpers.statistics import arithmetic as a
from helpers.statistics import figures_reading as read

ARTICLES = pd.DataFrame(
    {
        "article_id": ["i-a1", "i-a2"],
        "issue_id": ["i", "i"],
        "kicker": [None, None],
        "headline": ["签约率达90%", "全县动员"],
        "deck": [None, None],
        "text": ["共99户。已签96户，签约率近97%。", "共98户。"],
    }
)
PARAGRAPHS = pd.DataFrame(
    {
        "article_id": ["i-a1", "i-a2"],
        "paragraph": [1, 1],
        "text": ARTICLES["text"],
        "lines": ["2", "4"],
    }
)
LINES = pd.DataFrame(
    {
        "issue_id": ["i"] * 4,
        "line": [1, 2, 3, 4],
        "text": ["签约率达90%", ARTICLES["text"][0], "全县动员", ARTICLES["text"][1]],
        "role": ["headline", "body", "headline", "body"],
        "article_id": ["i-a1", "i-a1", "i-a2", "i-a2"],
    }
)
CHECKS = pd.DataFrame(
    [
        ("i-a1", "7-10 1-4", "96户 ÷ 99户 = 96.97%", "96.97%", "97%", "consistent", "ratio"),
        ("i-a1", "headline:4-7 7-10 1-4", "96户 ÷ 99户", "96.97%", "90%", "inconsistent", "ratio"),
        ("i-a1", "1-4 i-a2:1-4", "99户 ≠ 98户", "99户", "98户", "inconsistent", "across"),
    ],
    columns=["article_id", "quantities", "statement", "computed", "stated", "verdict", "kind"],
)


def test_verdicts_are_counted_with_zeros() -> None:
    out = a.verdicts(CHECKS)
    assert out["kind"].unique().tolist() == ["ratio", "across"]
    assert out["checks"].sum() == 3
    assert len(out) == 2 * len(a.VERDICT_NAMES)
    assert a.verdicts(CHECKS.iloc[:0]).empty


def test_places_are_read_in_text_headline_and_other_articles() -> None:
    out = a.places(CHECKS)
    assert out.iloc[2].tolist() == [1, "i-a1", "headline", 4, 7]
    assert out.iloc[6].tolist() == [2, "i-a2", "text", 1, 4]
    assert a.places(CHECKS.assign(quantities="?")).empty


def test_scopes_say_where_figures_stand() -> None:
    assert a.scopes(CHECKS).tolist() == ["text", "headline", "across"]


def test_a_doubtful_check_stands_beside_its_sentences_and_lines() -> None:
    rows = a.spelt_out(CHECKS[CHECKS["verdict"] != "consistent"], ARTICLES, PARAGRAPHS, LINES)
    first = rows[rows["check"] == 1]
    assert first["sentence"].tolist() == ["签约率达90%", "共99户。", "已签96户，签约率近97%。"]
    assert first["line"].tolist() == [1, 2, 2]
    assert rows.loc[rows["check"] == 2, "line"].tolist() == [2, 4]
    assert a.spelt_out(CHECKS.iloc[:0], ARTICLES, PARAGRAPHS, LINES).empty


def test_kinds_without_a_name_are_shown_as_they_are() -> None:
    assert a.kind_names(["ratio", "new_kind"], "en") == ["Part against percentage", "new kind"]


def test_sentences_say_when_there_is_nothing() -> None:
    rows = a.spelt_out(CHECKS, ARTICLES, PARAGRAPHS, LINES)
    assert "Inconsistent: 2" in read.read_doubtful(rows, CHECKS)
    assert read.read_doubtful(rows.iloc[:0], CHECKS.iloc[:0]) == read.NO_CHECKS
    assert "None of 1" in read.read_doubtful(rows.iloc[:0], CHECKS.iloc[:1])
    scopes = a.verdicts(CHECKS.assign(scope=a.scopes(CHECKS)), by="scope")
    assert "between articles: 1" in read.read_scopes(scopes, a.names_of(a.SCOPE_NAMES, "en"))
