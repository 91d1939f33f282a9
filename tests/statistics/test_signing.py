"""Who writes the paper."""

from __future__ import annotations

import pandas as pd
import pytest

from helpers.statistics.signing import (
    ORIGIN_NAMES,
    author_kind,
    byline_ledger,
    kinds_by_theme,
    names_of,
    origin_shares,
    origins,
    reporters_by_theme,
    units_of_correspondents,
    with_lines,
)

ARTICLES = pd.DataFrame(
    {
        "article_id": ["a", "b", "c", "d"],
        "kind": ["news", "wire", "news", "brief"],
        "byline": ["本报讯（记者 王大成）", "据新华社北京电", "转自《某报》", None],
    }
)
BYLINES = pd.DataFrame(
    {
        "article_id": ["a", "a"],
        "role": ["记者", "通讯员"],
        "name": ["王大成", "李有田"],
        "unit": [None, "县水利局"],
    }
)


@pytest.mark.parametrize(
    ("role", "kind"),
    [
        ("首席记者", "staff"),
        ("见习记者", "trainee"),
        ("实习生", "trainee"),
        ("通讯员", "correspondent"),
        ("摄影", "photographer"),
        ("本报评论员", "commentator"),
        (None, "contributor"),
    ],
)
def test_roles(role: str | None, kind: str) -> None:
    assert author_kind(role) == kind


def test_what_is_handed_down_and_what_is_unsigned() -> None:
    found = origins(ARTICLES, BYLINES)
    assert found["origin"].tolist() == ["local", "handed_down", "handed_down", "unsigned"]
    shares = origin_shares(found)
    assert shares[["origin", "n_articles", "total"]].to_numpy().tolist() == [
        ["local", 1, 4],
        ["handed_down", 2, 4],
        ["unsigned", 1, 4],
    ]


def test_reporters_by_theme_have_their_denominator() -> None:
    ledger = byline_ledger(ARTICLES, BYLINES)
    found = reporters_by_theme(ledger, pd.Series({"a": "water"}))
    assert found.loc[0, ["theme", "n_articles", "of"]].tolist() == ["water", 1, 1]
    assert units_of_correspondents(ledger)["unit"].tolist() == ["县水利局"]


def test_a_signature_leads_to_its_line() -> None:
    articles = ARTICLES.assign(issue_id="x", line_first=[3, 30, 40, 50])
    lines = pd.DataFrame(
        {
            "article_id": ["a", "a", "a"],
            "role": ["headline", "body", "byline"],
            "line": [3, 4, 5],
            "text": ["某题", "村民李有田说", "记者 王 大成"],
        }
    )
    ledger = byline_ledger(ARTICLES, BYLINES)
    assert with_lines(ledger, articles, lines)["line"].tolist() == [5, 4]
    assert with_lines(ARTICLES[["article_id"]], articles, lines)["line"].tolist() == [3, 30, 40, 50]


def test_kinds_of_author_are_counted_by_theme() -> None:
    ledger = byline_ledger(ARTICLES, BYLINES)
    found = kinds_by_theme(ledger, pd.Series({"a": "water_supply"}))
    assert found.to_numpy().tolist() == [
        ["water_supply", "correspondent", 1, 1],
        ["water_supply", "staff", 1, 1],
    ]
    assert kinds_by_theme(ledger.iloc[:0], pd.Series(dtype="str")).empty


def test_origins_have_names_in_both_languages() -> None:
    assert list(names_of(ORIGIN_NAMES, "en")) == list(names_of(ORIGIN_NAMES, "zh"))
