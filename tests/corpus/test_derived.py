"""Misprints and reprints of a corpus reach their tables, with spans of what was printed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from helpers.corpus.build import build
from helpers.corpus.derived import misprints_table, reprints_table
from helpers.corpus.schema import arrow_schema
from helpers.corpus.tables_derived import MISPRINT_KINDS, REPRINT_KINDS
from helpers.corpus.validate import validate
from helpers.language import misprints, reprints


def test_the_kinds_are_those_that_are_found() -> None:
    assert MISPRINT_KINDS == misprints.KINDS
    assert REPRINT_KINDS == reprints.KINDS


def test_a_corpus_of_no_articles_has_neither() -> None:
    assert misprints_table([], lambda: []).schema.equals(arrow_schema("misprints"))
    assert reprints_table([]).schema.equals(arrow_schema("reprints"))


def test_an_issue_printed_twice_is_reprinted(
    tmp_path: Path, out: Path, make_text: Callable[..., str]
) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    for name, day, number in (("a", 6, 88), ("b", 9, 89)):
        (raw / f"{name}.txt").write_text(make_text(date(2021, 7, day), number), encoding="utf-8")
    build("q", raw=raw, out=out)
    table = pq.read_table(out / "reprints.parquet")
    validate("reprints", table)
    rows = table.to_pylist()
    assert rows
    assert {row["kind"] for row in rows} == {"identical"}
    for row in rows:
        assert (row["article_id"][:12], row["other_id"][:12]) == ("q-2021-07-06", "q-2021-07-09")
        assert row["first"] == row["article_id"]


@pytest.mark.shared
def test_suspects_of_the_real_issues_are_those_that_a_person_found(shared: Path, out: Path) -> None:
    """Three of the four anomalies of the annotation can be told by rule, and nothing else is."""
    build("kecheng", raw=shared / "issues" / "kecheng", out=out)
    table = pq.read_table(out / "misprints.parquet")
    texts = pq.read_table(out / "articles.parquet", columns=["article_id", "text"]).to_pydict()
    text_of = dict(zip(texts["article_id"], texts["text"], strict=True))
    assert sorted(table.column("kind").to_pylist()) == ["doubled", "dropped", "homophone"]
    for row in table.to_pylist():
        assert text_of[row["article_id"]][row["start"] : row["end"]] == row["text"]
        assert row["probable"]
