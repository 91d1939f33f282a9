"""`add` makes a corpus that `build` can use."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]


def test_a_new_corpus(project: Path, issue: str, run: Run) -> None:
    (project / "a.txt").write_text(issue)
    result = run("add", "q", "a.txt")
    assert result.exit_code == 0
    assert result.stderr.splitlines() == [
        "q: 1 file copied",
        "q: look over data/raw/q/corpus.toml",
        "next: python -m helpers report q",
    ]
    assert 'county = "青禾县"' in (project / "data/raw/q/corpus.toml").read_text()
    assert run("build", "q").exit_code == 0


def test_bad_files_are_named(project: Path, issue: str, png: bytes, run: Run) -> None:
    (project / "a.txt").write_text(issue)
    (project / "b.png").write_bytes(png)
    result = run("add", "q", "b.png", "data", "none.txt", "a.txt")
    assert result.exit_code == 1
    lines = result.stderr.splitlines()
    assert [line.split(":")[0] for line in lines[:3]] == ["b.png", "data", "none.txt"]
    assert lines[3] == "q: 1 file copied"


def test_force_replaces(project: Path, issue: str, run: Run) -> None:
    (project / "a.txt").write_text(issue)
    run("add", "q", "a.txt")
    (project / "a.txt").write_text(issue + "\n又一行。\n")
    assert "--force" in run("add", "q", "a.txt").stderr
    assert run("add", "q", "a.txt", "--force").exit_code == 0
    assert (project / "data/raw/q/a.txt").read_bytes() == (project / "a.txt").read_bytes()


@pytest.mark.parametrize("name", ["specimen", "../q", "a b"])
def test_names_that_are_refused(project: Path, issue: str, run: Run, name: str) -> None:
    (project / "a.txt").write_text(issue)
    result = run("add", name, "a.txt")
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1


def test_no_permission_to_write(project: Path, issue: str, run: Run) -> None:
    (project / "a.txt").write_text(issue)
    (project / "data" / "raw").rmdir()
    (project / "data" / "raw").touch()
    result = run("add", "q", "a.txt")
    assert result.exit_code == 1
    assert "cannot be written" in result.stderr
