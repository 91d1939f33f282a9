from __future__ import annotations

import pandas as pd
import pytest

from helpers.statistics.printed import with_lines

ARTICLES = pd.DataFrame({"article_id": ["a"], "issue_id": ["i"]})
LINES = pd.DataFrame(
    {
        "issue_id": ["i", "i", "i"],
        "line": [3, 5, 9],
        "text": ["本报讯（记者 甲乙）一二三四", "五六七", "  第二段话"],
    }
)
PARAGRAPHS = pd.DataFrame(
    {
        "article_id": ["a", "a"],
        "paragraph": [1, 2],
        "text": ["一二三四五六七", "第二段话"],
        "lines": ["3 5", "9"],
    }
)


@pytest.mark.parametrize(("start", "line"), [(0, 3), (3, 3), (4, 5), (6, 5), (8, 9), (11, 9)])
def test_a_span_leads_back_to_its_line(start: int, line: int) -> None:
    spans = pd.DataFrame({"article_id": ["a"], "start": [start]})
    assert list(with_lines(spans, PARAGRAPHS, LINES, ARTICLES)["line"]) == [line]


def test_no_span_no_line() -> None:
    spans = pd.DataFrame({"article_id": pd.Series(dtype=str), "start": pd.Series(dtype="int64")})
    assert with_lines(spans, PARAGRAPHS, LINES, ARTICLES).empty


OWN = pd.DataFrame({"article_id": ["a"], "issue_id": ["i"]})
BROKEN = pd.DataFrame(
    {
        "article_id": ["a", "a"],
        "paragraph": [1, 2],
        "text": ["已有131户签约。", "余下5户。"],
        "lines": ["5 7", "9"],
    }
)
HEADED = pd.DataFrame(
    {
        "issue_id": "i",
        "article_id": "a",
        "line": [1, 3, 5, 7, 9],
        "text": ["签约率96%", "131户签约", "本报讯（记者 甲乙）已有13", "1户签约。", "余下5户。"],
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
def test_parts_of_an_article_lead_to_their_lines(
    field: str, start: int, text: str, line: int | None
) -> None:
    found = pd.DataFrame({"article_id": ["a"], "field": [field], "start": [start], "text": [text]})
    out = with_lines(found, BROKEN, HEADED, OWN)
    assert out["line"].astype(object).where(out["line"].notna(), None).tolist() == [line]


def test_no_figures_give_an_empty_column() -> None:
    found = pd.DataFrame({"article_id": [], "field": [], "start": [], "text": []})
    assert with_lines(found, BROKEN, HEADED, OWN)["line"].empty
