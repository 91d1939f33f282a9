"""`report` runs notebooks and writes the report; `check` holds later runs against an accepted one.

The notebooks are small ones made here, so that this shows what the commands do and no more.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest
from click.testing import Result
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from helpers import paths

pytestmark = pytest.mark.slow
Run = Callable[..., Result]
SHOW = "len(loaded.articles), sorted(loaded.articles.n_characters)"


def write(folder: Path, name: str, *codes: str) -> Path:
    cells = [new_markdown_cell(f"# About {name}")]
    cells.append(new_code_cell('corpus = "specimen"', metadata={"tags": ["parameters"]}))
    cells.append(new_code_cell("from helpers.corpus import load\nloaded = load(corpus)"))
    cells += [new_code_cell(code) for code in codes]
    path = folder / f"{name}.ipynb"
    nbformat.write(new_notebook(cells=cells), path)
    return path


@pytest.fixture
def notebooks(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = project / "notebooks"
    folder.mkdir()
    monkeypatch.setattr(paths, "notebooks", lambda: folder)
    write(folder, "01_counts", SHOW, "object()")
    return folder


def test_report_accept_check(corpus: Path, notebooks: Path, project: Path, run: Run) -> None:
    reports = project / "reports" / "q"
    before = run("check", "q")
    assert before.exit_code == 1
    assert "no run of 'q' was accepted yet - run `python -m helpers report q`" in before.stderr
    assert "run `python -m helpers report q` first" in run("check", "q", "--accept").stderr

    (reports / "figures").mkdir(parents=True)
    (reports / "figures" / "old.png").touch()
    result = run("report", "q")
    assert result.exit_code == 0, result.stderr
    assert result.stderr.splitlines()[-2:] == [
        "q: reports/q/index.html",
        "q: reports/q/report.docx",
    ]
    assert not (reports / "figures" / "old.png").exists()
    executed = (reports / "notebooks" / "01_counts.ipynb").read_text()
    assert 'corpus = \\"q\\"' in executed
    assert str(project) not in executed
    assert "Parameters" in executed

    assert run("check", "q", "--accept").stderr == "q: 1 notebook accepted\n"
    assert run("check", "q").stderr == "q: 1 notebook compared, no difference\n"

    text = (corpus / "a.txt").read_text().replace("马有根站在渠边，", "")
    (corpus / "a.txt").write_text(text)
    differs = run("check", "q")
    assert differs.exit_code == 1
    first, last = differs.stderr.splitlines()
    assert first.startswith("01_counts.ipynb: code cell 4: ")
    assert "report q && python -m helpers check q --accept" in last


def test_a_failing_notebook_costs_no_other(
    corpus: Path, notebooks: Path, project: Path, run: Run
) -> None:
    write(notebooks, "00_broken", "1 / 0")
    result = run("report", "q")
    assert result.exit_code == 1
    assert "notebooks/00_broken.ipynb: cell" in result.stderr
    assert "ZeroDivisionError" in result.stderr
    assert (project / "reports" / "q" / "index.html").is_file()
    assert (project / "reports" / "q" / "notebooks" / "01_counts.ipynb").is_file()
    refused = run("check", "q", "--accept")
    assert refused.exit_code == 1
    assert "code cell 4 failed" in refused.stderr


def test_changed_notebooks_are_named(
    corpus: Path, notebooks: Path, project: Path, run: Run
) -> None:
    run("report", "q")
    run("check", "q", "--accept")
    write(notebooks, "01_counts", "1 + 1", SHOW, "object()")
    write(notebooks, "02_new", SHOW)
    result = run("check", "q")
    assert result.exit_code == 1
    lines = result.stderr.splitlines()
    assert lines[0].startswith("notebooks/01_counts.ipynb: code cell 4: cells were added")
    assert lines[1].startswith("notebooks/02_new.ipynb: was not in the accepted run")


def test_a_lost_file_is_told_but_the_report_is_written(
    corpus: Path, notebooks: Path, project: Path, png: bytes, run: Run
) -> None:
    (corpus / "b.txt").write_bytes(png)
    result = run("report", "q")
    assert result.exit_code == 1
    assert result.stderr.startswith("data/raw/q/b.txt: ")
    assert "b.txt" in (project / "reports" / "q" / "index.html").read_text()
