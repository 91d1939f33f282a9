"""What stops a report before its work, each said in one line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from helpers import paths
from helpers.charts import fonts
from helpers.cli.comparing import read_results

Run = Callable[..., Result]


def test_a_missing_font(corpus: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "PACKAGE", "no_such_package_of_fonts")
    result = run("report", "q")
    assert result.exit_code == 1
    assert result.stderr.startswith("The Chinese font is missing")
    assert " - install it again" in result.stderr
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize("command", ["report", "check"])
def test_an_unknown_corpus(corpus: Path, run: Run, command: str) -> None:
    result = run(command, "nix")
    assert result.exit_code == 1
    assert result.stderr.startswith("no corpus is named 'nix' - there are: q")


@pytest.mark.slow
def test_no_permission_to_write(corpus: Path, project: Path, run: Run) -> None:
    (project / "reports").touch()
    result = run("report", "q")
    assert result.exit_code == 1
    assert "cannot be written" in result.stderr.splitlines()[-1]


def test_no_notebooks(
    corpus: Path, project: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "notebooks", lambda: project / "none")
    result = run("report", "q")
    assert result.exit_code == 1
    assert "there are no notebooks" in result.stderr


def test_a_corpus_of_which_nothing_can_be_read(corpus: Path, run: Run) -> None:
    (corpus / "a.txt").write_bytes(b"")
    result = run("report", "q")
    assert result.exit_code == 1
    assert "no issue could be read" in result.stderr.splitlines()[-1]


def test_the_results_of_nbval_are_read(tmp_path: Path) -> None:
    (tmp_path / "results.xml").write_text(
        '<testsuites><testsuite><testcase file="01_a.ipynb" name="Cell 0"/>'
        '<testcase file="01_a.ipynb" name="Cell 3"><failure message="m">'
        "Cell output differs\n  &lt; 1\n  &gt; 2</failure></testcase>"
        '<testcase file="02_b.ipynb" name="Cell 1"><error message="no kernel"/></testcase>'
        "</testsuite></testsuites>"
    )
    assert [str(found) for found in read_results(tmp_path / "results.xml")] == [
        "01_a.ipynb: code cell 4: Cell output differs < 1 > 2",
        "02_b.ipynb: code cell 2: no kernel",
    ]
