"""A figure leads back to its printed line, column breaks and bylines notwithstanding."""

from __future__ import annotations

import pandas as pd
import pytest

from helpers.statistics.figure_lines import add_lines

ARTICLES = pd.DataFrame({"article_id": ["a"], "issue_id": ["i"]})
PARAGRAPHS = pd.DataFrame(
    {"article_id": ["a", "a"], "text": ["已有131户签约。", "余下5户。"], "lines": ["5 7", "9"]}
)
LINES = pd.DataFrame(
    {
        "issue_id": "i",
        "article_id": "a",
        "line": [1, 3, 5, 7, 9],
        "text": ["签约率96%", "131户签约", "本报讯（记者 甲乙）已有13", "1户签约。", "余下 5户。"],
        "role": ["headline", "deck", "body", "body", "body"],
    }
)


@pytest.mark.parametrize(
    ("field", "start", "text", "line"),
    [
        ("text", 2, "131户", 5),
        ("text", 4, "1户", 7),
        ("text", 12, "5户", 9),
        ("headline", 3, "96%", 1),
        ("deck", 0, "131户", 3),
        ("deck", 0, "7户", None),
    ],
)
def test_add_lines(field: str, start: int, text: str, line: int | None) -> None:
    found = pd.DataFrame({"article_id": ["a"], "field": [field], "start": [start], "text": [text]})
    out = add_lines(found, ARTICLES, PARAGRAPHS, LINES)
    assert out["line"].astype(object).where(out["line"].notna(), None).tolist() == [line]


def test_no_figures_give_an_empty_column() -> None:
    found = pd.DataFrame({"article_id": [], "field": [], "start": [], "text": []})
    assert add_lines(found, ARTICLES, PARAGRAPHS, LINES)["line"].empty
