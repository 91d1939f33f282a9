"""Tables whose lines lead to the page that prints them."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from helpers.export import Exporter, linked, write_report
from helpers.export.linked import RE_LINK, line_link, linked_issues

ROWS = pd.DataFrame(
    {
        "issue_id": ["c-1", "c-1", "c-2"],
        "line": pd.array([3, None, 7], dtype="Int64"),
        "text": ["3户", "<b>9户</b>", "7户"],
        "value": [3.0, float("nan"), 1234567.5],
        "date": pd.to_datetime(["2031-01-08", "", "2031-02-20"]),
    }
)


def test_each_line_leads_to_its_page_and_text_is_escaped() -> None:
    html = linked(ROWS)._repr_html_()
    assert '<a href="../pages/c-1.html#line-3">3</a>' in html
    assert '<a href="../pages/c-2.html#line-7">7</a>' in html
    assert "&lt;b&gt;9户" in html
    assert "<b>" not in html
    assert html.count("<a ") == 2
    assert "nan" not in html.lower()
    assert "1,234,567.5" in html
    assert "2031-02-20" in html


def test_columns_are_chosen_named_and_rows_cut() -> None:
    table = linked(ROWS, columns=["line", "text"], names={"text": "原文"}, most=1)
    assert "<th>line</th><th>原文</th>" in table.html
    assert "… 2 more" in table.html
    assert "3 rows" in repr(table)
    assert linked(ROWS.iloc[:0]).rows == 0


@pytest.mark.parametrize(("issue", "line"), [(None, 3), ("c", None), ("c", "x"), (float("nan"), 1)])
def test_without_a_line_there_is_no_link(issue: object, line: object) -> None:
    assert line_link(issue, line) == ""


def test_links_are_found_again() -> None:
    pages = [linked(ROWS).html, str(line_link("c-3", 1, base=""))]
    assert linked_issues(pages) == ["c-1", "c-2", "c-3"]
    assert not RE_LINK.search('href="https://pages/x.html#line-1"')


@pytest.mark.slow
def test_a_report_has_every_page_that_its_tables_lead_to(tmp_path: Path) -> None:
    from helpers.charts import bars

    out = Exporter("c", "07", folder=tmp_path / "figures")
    ax = bars(ROWS.dropna(), label="text", value="value")
    out.save(ax, "f", data=ROWS, title="t", caption="c", alt="a")
    lines = pd.DataFrame(
        {"issue_id": ["c-1", "c-2"], "line": [3, 7], "text": ["某村3户", "某村7户"],
         "role": ["body", "body"], "article_id": ["c-1-a01", "c-2-a01"], "reason": ["", ""]}
    )  # fmt: skip
    articles = pd.DataFrame(
        {"article_id": ["c-1-a01", "c-2-a01"], "issue_id": ["c-1", "c-2"], "kind": ["news"] * 2,
         "confidence": [0.9, 0.8], "headline": ["甲", "乙"]}
    )  # fmt: skip
    issues = pd.DataFrame(
        {"issue_id": ["c-1", "c-2"], "paper": ["某报"] * 2, "n_articles": [1, 1],
         "date": pd.to_datetime(["2031-01-08", "2031-02-20"]), "n_characters": [9, 9]}
    )  # fmt: skip
    tables = {"issues": issues, "articles": articles, "lines": lines}
    write_report("c", tables=tables, folder=tmp_path)
    page = (tmp_path / "index.html").read_text("utf-8")
    assert linked_issues([page]) == ["c-1", "c-2"]
    for found in RE_LINK.finditer(page):
        target = (tmp_path / "pages" / f"{found['issue']}.html").read_text("utf-8")
        assert f'id="{found[0].split("#")[1].rstrip(chr(34))}"' in target
