"""Hostile titles and settings: text is text, nothing is written beside the output folder."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from helpers.corpus.build import build
from helpers.corpus.config import check_name, load_config
from helpers.corpus.corrections import load_corrections
from helpers.errors import InputError

TITLES = (
    "../../../outside",
    "..\\..\\outside",
    "/absolute/outside",
    "C:\\outside",
    "CON",
    "甲" * 5000,
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[点这里](javascript:alert(1))",
    "=cmd|' /C calc'!A0",
    "a\x00b",
    "\ud800",
    "\x1b[31m",
    "\u202e反",
    "{{ 7*7 }}",
)


def everything(folder: Path) -> set[Path]:
    return {path for path in folder.rglob("*") if path.is_file()}


def test_a_title_is_never_a_path(tmp_path: Path) -> None:
    raw, out = tmp_path / "in" / "raw", tmp_path / "in" / "out"
    raw.mkdir(parents=True)
    rows = [
        {"title": title, "text": f"近日，桥修好了。{title}", "date": f"2020-12-{day:02}"}
        for day, title in enumerate(TITLES, start=1)
    ]
    (raw / "t.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    (raw / "corpus.toml").write_text('paper = "../outside"\n', encoding="utf-8")
    build("q", raw=raw, out=out)
    made = everything(tmp_path) - everything(raw)
    assert all(path.parent == out for path in made)
    assert {path.suffix for path in made} - {""} == {".csv", ".parquet", ".json"}
    assert {path.name for path in made if not path.suffix} <= {".lock"}
    articles = pq.read_table(out / "articles.parquet").to_pylist()
    assert len(articles) == len(TITLES)
    for article, title in zip(articles, TITLES, strict=True):
        shown = title.encode("utf-8", "replace").decode().replace("?", "\ufffd")
        shown = shown.replace("\x00", "\ufffd").replace("\x1b", "\ufffd")
        assert article["headline"] in (shown, title)
        assert article["article_id"].startswith("q-2020-12-")


@pytest.mark.parametrize(
    "name", ["CON", "nul", "com1", "../q", "/q", "a\x00", "a/b", "甲" * 65, ""]
)
def test_names_of_corpora_that_are_refused(name: str) -> None:
    with pytest.raises(InputError, match="cannot name a corpus"):
        check_name(name)


@pytest.mark.parametrize(
    "text",
    ["a = " + "[" * 50_000, "a = " + "9" * 5_000, "a = {" * 20_000, 'a = "\x00"', "a = \xff"],
    ids=["nested", "digits", "tables", "NUL", "other encoding"],
)
def test_settings_built_to_exhaust_are_refused(tmp_path: Path, text: str) -> None:
    for name in ("corpus.toml", "corrections.toml"):
        (tmp_path / name).write_bytes(text.encode("latin-1"))
    with pytest.raises(InputError, match=r"TOML|UTF-8") as caught:
        load_config("q", tmp_path)
    assert caught.value.remedy
    with pytest.raises(InputError, match=r"TOML|UTF-8") as caught:
        load_corrections(tmp_path / "corrections.toml", ["a.txt"])
    assert caught.value.remedy
