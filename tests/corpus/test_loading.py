"""`corpus.load` is the one door: silent, quick to import, lazy."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from helpers import corpus
from helpers.corpus.schema import all_tables, table
from helpers.errors import InputError


def test_every_table_is_a_frame(raw: Path, out: Path) -> None:
    loaded = corpus.load("q", raw=raw, out=out)
    assert isinstance(loaded, corpus.Corpus)
    for name in all_tables():
        frame = getattr(loaded, name)
        assert list(frame.columns) == list(table(name).column_names)
        assert getattr(loaded, name) is frame
    assert loaded.issues["date"].dtype.kind == "M"
    assert loaded.name == loaded.config.name == "q"
    assert len(loaded.hash) == 12
    assert loaded.problems == ()


def test_loading_twice_in_one_process_works(raw: Path, out: Path) -> None:
    corpus.load("q", raw=raw, out=out)
    assert callable(corpus.load)
    assert len(corpus.load("q", raw=raw, out=out).issues) == 2


def test_it_builds_in_the_project_folder(
    project: Path, make_text: Callable[..., str], capfd: pytest.CaptureFixture[str]
) -> None:
    (project / "data" / "raw" / "q").mkdir()
    (project / "data" / "raw" / "q" / "a.txt").write_text(make_text())
    assert corpus.load("q").folder == project / "data" / "processed" / "q"
    assert capfd.readouterr() == ("", "")


def test_problems_come_along(raw: Path, out: Path) -> None:
    (raw / "c.txt").write_bytes(b"")
    assert [problem.file for problem in corpus.load("q", raw=raw, out=out).problems] == ["c.txt"]


def test_nothing_readable_is_an_error(tmp_path: Path, out: Path) -> None:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "a.txt").write_bytes(b"")
    with pytest.raises(InputError, match="no issue could be read") as caught:
        corpus.load("q", raw=tmp_path / "raw", out=out)
    assert caught.value.file == tmp_path / "raw" / "a.txt"


def test_an_unknown_name_is_no_attribute() -> None:
    with pytest.raises(AttributeError):
        corpus.lod  # noqa: B018


def test_importing_prints_and_loads_nothing() -> None:
    code = (
        "import sys, helpers.corpus as c; c.load; "
        "print(sorted({'pandas', 'pyarrow', 'jieba', 'rjieba', 'pandera'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (run.stdout, run.stderr) == ("[]\n", "")
