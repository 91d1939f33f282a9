"""Rows add up to the raw lines, or an error is raised."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.corpus.rows import PARSED, Rows, TextLostError, count_characters, reconcile
from helpers.corpus.validate import validate
from helpers.parsing import parse_issue
from helpers.reading.model import RawIssue


def raw_issue(text: str) -> RawIssue:
    return RawIssue(Path("a.txt"), "0" * 64, "utf-8", tuple(text.split("\n")))


@pytest.mark.parametrize(("text", "number"), [("一 二\n三", 3), ("　", 0), ("", 0), ("a\tb", 2)])
def test_counting_characters(text: str, number: int) -> None:
    assert count_characters(text) == number


def test_an_issue_becomes_rows_of_every_table(make_text: Callable[..., str]) -> None:
    raw = raw_issue(make_text())
    rows = Rows()
    rows.add("q-2021-07-06", raw, parse_issue(raw.lines), file="a.txt", paper="不用")
    tables = rows.tables()
    assert set(tables) == set(PARSED)
    for name, data in tables.items():
        validate(name, data)
    (issue,) = tables["issues"].to_pylist()
    assert issue["paper"] == "今日青禾"
    assert issue["n_articles"] == tables["articles"].num_rows == 2
    assert issue["n_characters"] == count_characters(make_text())
    assert tables["lines"].num_rows == sum(bool(line.strip()) for line in raw.lines)
    assert tables["bylines"].column("name").to_pylist() == ["苏小田", "何大路", "林一禾"]
    assert "22 24" in tables["paragraphs"].column("lines").to_pylist()
    for article in tables["articles"].to_pylist():
        paragraphs = [
            p["text"]
            for p in tables["paragraphs"].to_pylist()
            if p["article_id"] == article["article_id"]
        ]
        assert article["text"] == "\n".join(paragraphs)


def test_the_settings_name_a_paper_that_prints_no_name() -> None:
    raw = raw_issue("只有一行字。")
    rows = Rows()
    rows.add("q-undated-00000000", raw, parse_issue(raw.lines), file="a.txt", paper="今日青禾")
    assert rows.tables()["issues"].column("paper").to_pylist() == ["今日青禾"]


def test_lost_added_moved_or_changed_lines_raise(make_text: Callable[..., str]) -> None:
    raw = raw_issue(make_text())
    good = parse_issue(raw.lines)
    assert reconcile(raw, good) == count_characters(make_text())
    lines = good.lines
    for bad in (
        lines[1:],
        lines[:-1],
        [*lines, lines[-1]],
        [lines[1], lines[0], *lines[2:]],
        [lines[0]._replace(text=lines[0].text + "。"), *lines[1:]],
    ):
        with pytest.raises(TextLostError) as caught:
            reconcile(raw, replace(good, lines=bad))
        assert caught.value.file == Path("a.txt")
        assert caught.value.remedy


@settings(max_examples=40)
@given(st.text(alphabet="年月日第期一二3 　\n（）“”记者本报讯", max_size=200))
def test_any_text_adds_up_and_keeps_the_schema(text: str) -> None:
    raw = raw_issue(text)
    rows = Rows()
    rows.add("q-undated-00000000", raw, parse_issue(raw.lines), file="a.txt", paper=None)
    tables = rows.tables()
    for name, data in tables.items():
        validate(name, data)
    assert "".join(tables["lines"].column("text").to_pylist()) == "".join(
        line for line in raw.lines if line.strip()
    )
