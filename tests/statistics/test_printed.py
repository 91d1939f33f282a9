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
