"""What is read together, and how pages and tables flow into the tables."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from helpers.corpus import stages
from helpers.corpus.adding import add_files
from helpers.corpus.build import build
from helpers.corpus.config import CorpusConfig, load_config
from helpers.corpus.files import raw_files
from helpers.corpus.sources import read_again, sources
from helpers.errors import InputError

TEXT = "村里的水渠修好了，今年的秧苗不再看天吃饭，家家户户都松了一口气。" * 3


def page(day: str, title: str) -> str:
    said = f"<!--enpproperty <date>{day}</date><paper>今日青禾</paper>/enpproperty-->"
    body = f"<founder-content><p>　　{title}：{TEXT}</p></founder-content>"
    return f"<html><founder-title>{title}</founder-title>{said}{body}</html>"


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.fixture
def mixed(raw: Path) -> Path:
    """Two text issues, a folder of pages, loose pages of two dates, and a table of two dates."""
    put(raw / "2021-07-13" / "content_2.htm", page("2021-07-13", "第二篇"))
    put(raw / "2021-07-13" / "content_1.htm", page("2021-07-13", "第一篇"))
    put(raw / "2021-07-13" / "node_1.htm", "<a href=x>第一篇</a>")
    put(raw / "2021-07-13" / "style.css", "p {}")
    put(raw / "x1.html", page("2021-07-16", "甲事"))
    put(raw / "x2.html", page("2021-07-20", "乙事"))
    put(raw / "x3.html", page("2021-07-16", "丙事"))
    lines = ["栏一,栏二,日期", f"丁事,{TEXT},2021/7/27", f"戊事,{TEXT},2021/7/23", "己事,,坏"]
    put(raw / "t.csv", "\n".join(lines))
    put(raw / "corpus.toml", '[columns]\ntitle = "栏一"\ntext = "栏二"\n')
    return raw


def test_sources(mixed: Path) -> None:
    found = sources(raw_files(load_config("q", mixed)), mixed)
    assert [(source.name, len(source.paths), source.pages) for source in found] == [
        ("", 3, True),
        ("2021-07-13", 3, True),
        ("a.txt", 1, False),
        ("b.txt", 1, False),
        ("t.csv", 1, False),
    ]


def table(out: Path, name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = pq.read_table(out / f"{name}.parquet").to_pylist()
    return rows


def test_everything_flows_into_the_tables(mixed: Path, out: Path) -> None:
    result = build("q", raw=mixed, out=out)
    lost = [problem for problem in result.problems if problem.lost]
    assert [(problem.file, problem.problem.partition(":")[0]) for problem in lost] == [
        ("t.csv", "row 4")
    ]
    assert [(row["issue_id"], row["source_file"]) for row in table(out, "issues")] == [
        ("q-2021-07-16", "x1.html"),
        ("q-2021-07-20", "x2.html"),
        ("q-2021-07-13", "2021-07-13"),
        ("q-2021-07-06", "a.txt"),
        ("q-2021-07-09", "b.txt"),
        ("q-2021-07-23", "t.csv"),
        ("q-2021-07-27", "t.csv"),
    ]
    titles = [row["headline"] for row in table(out, "articles")]
    assert titles[:5] == ["甲事", "丙事", "乙事", "第一篇", "第二篇"]
    assert build("q", raw=mixed, out=out).rebuilt == ()


def test_small_chunks_give_the_same_tables(
    mixed: Path, out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build("q", raw=mixed, out=out)
    monkeypatch.setattr(stages, "CHUNK_BYTES", 1)
    build("q", raw=mixed, out=tmp_path / "small")
    for name in ("issues", "lines", "articles", "paragraphs", "bylines"):
        assert table(out, name) == table(tmp_path / "small", name)


@pytest.mark.parametrize(
    ("change", "rebuilt"),
    [
        (lambda raw: put(raw / "2021-07-13" / "style.css", "a {}"), False),
        (lambda raw: put(raw / "2021-07-13" / "content_1.htm", page("2021-07-13", "别的")), True),
        (lambda raw: put(raw / "corpus.toml", '[columns]\ntitle="栏二"\ntext="栏一"\n'), True),
    ],
)
def test_what_makes_pages_and_tables_stale(
    mixed: Path, out: Path, change: Callable[[Path], None], rebuilt: bool
) -> None:
    build("q", raw=mixed, out=out)
    change(mixed)
    assert bool(build("q", raw=mixed, out=out).rebuilt) is rebuilt


def test_a_bad_page_is_named(mixed: Path, out: Path) -> None:
    (mixed / "2021-07-13" / "content_3.htm").write_bytes(b"\x00\xff\x81" * 40)
    result = build("q", raw=mixed, out=out)
    assert "2021-07-13/content_3.htm" in {problem.file for problem in result.problems}
    assert result.rows["issues"] == 7


def test_columns_that_cannot_be_told_cost_only_their_table(mixed: Path, out: Path) -> None:
    (mixed / "corpus.toml").unlink()
    result = build("q", raw=mixed, out=out)
    (problem,) = (problem for problem in result.problems if problem.lost)
    assert problem.file == "t.csv"
    assert "[columns]" in str(problem.remedy)
    assert "栏一, 栏二" in str(problem.remedy)
    assert result.rows["issues"] == 5


def test_corrections_can_name_a_folder(mixed: Path, out: Path) -> None:
    put(mixed / "mend.toml", '["2021-07-13"]\nissue_number = 90\n')
    with (mixed / "corpus.toml").open("r+", encoding="utf-8") as stream:
        old = stream.read()
        stream.seek(0)
        stream.write('corrections = "mend.toml"\n' + old)
    build("q", raw=mixed, out=out)
    by_id = {row["issue_id"]: row["issue_number"] for row in table(out, "issues")}
    assert by_id["q-2021-07-13"] == 90


def test_reading_again_gives_what_was_built_from(mixed: Path, out: Path) -> None:
    build("q", raw=mixed, out=out)
    built = [(row["source_file"], row["sha256"]) for row in table(out, "issues")]
    assert [(name, raw.sha256) for name, raw in read_again(load_config("q", mixed))] == built


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ('[columns]\ntitel = "a"\n', "did you mean 'title'"),
        ("[columns]\ntitle = 1\n", "must name a column"),
        ('columns = "a"\n', "must be a table"),
    ],
)
def test_columns_are_read_strictly(tmp_path: Path, settings: str, words: str) -> None:
    put(tmp_path / "corpus.toml", settings)
    with pytest.raises(InputError, match=words) as caught:
        load_config("q", tmp_path)
    assert caught.value.line


def test_columns_take_other_names(tmp_path: Path) -> None:
    put(tmp_path / "corpus.toml", '[columns]\nauthor = "甲"\nheadline = "乙"\n')
    assert load_config("q", tmp_path).columns == {"byline": "甲", "title": "乙"}
    assert CorpusConfig("q", tmp_path).columns == {}


def test_a_folder_of_pages_is_added_whole(project: Path, mixed: Path) -> None:
    added = add_files("mine", [mixed / "2021-07-13", mixed / "x1.html"])
    folder = project / "data" / "raw" / "mine"
    assert added.problems == []
    assert added.copied == [
        *(f"2021-07-13/{name}.htm" for name in ("content_1", "content_2", "node_1")),
        "x1.html",
    ]
    assert load_config("mine", folder).paper == "今日青禾"
    assert add_files("mine", [mixed / "2021-07-13"]).present == added.copied[:3]
    assert build("mine").rows["issues"] == 2


def test_a_table_is_added_as_its_settings_say(project: Path, mixed: Path) -> None:
    added = add_files("mine", [mixed / "t.csv"])
    assert not added.copied
    assert "[columns]" in str(added.problems[0])
    folder = project / "data" / "raw" / "mine"
    folder.mkdir()
    (folder / "corpus.toml").write_bytes((mixed / "corpus.toml").read_bytes())
    added = add_files("mine", [mixed / "t.csv"])
    assert added.copied == ["t.csv"]
    assert "row 4" in str(added.problems[0])
    assert build("mine").rows["issues"] == 2
