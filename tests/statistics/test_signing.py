"""Who writes the paper."""

from __future__ import annotations

import pandas as pd
import pytest

from helpers.statistics.signing import (
    author_kind,
    byline_ledger,
    origin_shares,
    origins,
    reporters_by_theme,
    units_of_correspondents,
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
