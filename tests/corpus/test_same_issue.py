"""The specimen as text, as e-paper pages, as plain pages and as tables: the same articles."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpers.corpus.build import build
from helpers.errors import InputError
from helpers.parsing import Article, parse_issue
from helpers.reading import RawIssue, read_issues

sys.path.insert(0, str(Path(__file__).parents[1] / "reading"))

import make_html
from make_html import PrintedIssue, printed_issues

ISSUES = printed_issues()
KEY = {
    issue["issue_id"]: issue["articles"]
    for issue in json.loads(make_html.KEY.read_text(encoding="utf-8"))["issues"]
}
Make = Callable[[PrintedIssue, Path], Path]


def founder(issue: PrintedIssue, folder: Path) -> Path:
    path = folder / "a.html"
    path.write_text(make_html.founder_page(issue), encoding="utf-8")
    return path


def breaks(issue: PrintedIssue, folder: Path) -> Path:
    path = folder / "a.htm"
    page = make_html.founder_page(issue, br=True, charset="gb2312")
    path.write_text(page, encoding="gb18030")
    return path


def pages(issue: PrintedIssue, folder: Path) -> Path:
    inside = folder / issue.date
    inside.mkdir()
    for number, one in enumerate(issue.articles, start=1):
        page = make_html.plain_page(issue, one)
        (inside / f"content_{number}.html").write_text(page, encoding="utf-8")
    (inside / "node_1.html").write_text(make_html.node_page(), encoding="utf-8")
    return inside


def table(issue: PrintedIssue, folder: Path) -> Path:
    path = folder / "a.csv"
    path.write_text(make_html.csv_text([issue]), encoding="utf-8-sig")
    return path


def read(path: Path) -> RawIssue:
    (raw,) = read_issues(path)
    return raw


def parse(raw: RawIssue) -> list[Article]:
    return parse_issue(raw.lines, raw.hints, raw.known).articles


def said(article: Article) -> dict[str, Any]:
    """What must be the same; a kicker counts as a line of the headline, as in the key."""
    heads = [*(article.kicker or "").split("\n"), *article.headline.split("\n")]
    return {
        "headline": list(dict.fromkeys(head for head in heads if head)),
        "deck": article.deck or None,
        "byline": [(entry.role, entry.name) for entry in article.bylines],
        "paragraphs": [paragraph.text for paragraph in article.paragraphs],
    }


def expected(key: dict[str, Any]) -> dict[str, Any]:
    return {
        "headline": key["headline_texts"],
        "deck": key["deck"],
        "byline": [(entry["role"], entry["name"]) for entry in key["byline"]],
        "paragraphs": key["paragraph_texts"],
    }


@pytest.mark.parametrize("make", [founder, breaks, pages, table], ids=lambda f: f.__name__)
@pytest.mark.parametrize("issue", ISSUES, ids=lambda issue: issue.date)
def test_the_parts_are_those_of_the_key(tmp_path: Path, issue: PrintedIssue, make: Make) -> None:
    found = [said(article) for article in parse(read(make(issue, tmp_path)))]
    assert found == [expected(key) for key in KEY[issue.name]]


@pytest.mark.parametrize("make", [founder, breaks, pages, table], ids=lambda f: f.__name__)
def test_the_parts_are_those_of_the_text(tmp_path: Path, make: Make) -> None:
    same = total = 0
    for issue in ISSUES:
        folder = tmp_path / issue.name
        folder.mkdir()
        text = [said(article) for article in parse(read(make_html.RAW / issue.file))]
        found = [said(article) for article in parse(read(make(issue, folder)))]
        assert len(found) == len(text)
        total += len(text)
        same += sum(one == other for one, other in zip(found, text, strict=True))
    # Where they differ, the text alone does not say what is kicker and what is deck.
    assert same >= total - 4


def test_a_corpus_of_pages_builds_to_the_articles_of_the_key(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    for issue in ISSUES[:3]:
        pages(issue, raw)
    rest = make_html.csv_text(ISSUES[3:])
    (raw / "articles.csv").write_text(rest, encoding="gb18030")
    result = build("specimen", raw=raw, out=tmp_path / "out")
    assert not [problem for problem in result.problems if problem.lost]
    issues = pq.read_table(tmp_path / "out" / "issues.parquet").to_pylist()
    assert [row["issue_id"] for row in issues] == [issue.name for issue in ISSUES]
    assert [row["source_file"] for row in issues] == [
        *(issue.date for issue in ISSUES[:3]),
        *["articles.csv"] * len(ISSUES[3:]),
    ]
    assert len({row["sha256"] for row in issues}) == len(ISSUES)
    found: dict[str, list[str]] = {}
    for row in pq.read_table(tmp_path / "out" / "paragraphs.parquet").to_pylist():
        found.setdefault(row["article_id"], []).append(row["text"])
    assert found == {key["id"]: key["paragraph_texts"] for keys in KEY.values() for key in keys}


@given(
    cuts=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 300)), max_size=5),
    number=st.integers(0, len(ISSUES) - 1),
)
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_a_mutilated_page_is_parsed_without_loss(
    tmp_path: Path, cuts: list[tuple[float, int]], number: int
) -> None:
    text = make_html.founder_page(ISSUES[number])
    for share, length in cuts:
        start = int(share * len(text))
        text = text[:start] + text[start + length :]
    path = tmp_path / "a.html"
    path.write_text(text, encoding="utf-8")
    try:
        raw = read(path)
    except InputError:
        return
    parsed = parse_issue(raw.lines, raw.hints, raw.known)
    assert len(parsed.lines) == sum(bool(line.strip()) for line in raw.lines)
