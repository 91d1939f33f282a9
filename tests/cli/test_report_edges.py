"""`report` with every notebook on corpora that are far from a newspaper: very short, or ready."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from helpers import paths
from helpers.cli.notebooks import present_folder, read_notebook, unexecuted
from helpers.corpus import load

pytestmark = pytest.mark.slow
Run = Callable[..., Result]
#: Enough years, far enough apart, to be drawn as a course.
YEARS = ("1954", "1978", "2008", "2025")


def outputs(name: str) -> str:
    """What the run of every notebook shows as text, all of them executed without an error."""
    said = []
    notebooks = sorted(present_folder(name).glob("*.ipynb"))
    assert [p.name for p in notebooks] == sorted(p.name for p in paths.notebooks().glob("*.ipynb"))
    for path in notebooks:
        notebook = read_notebook(path)
        assert unexecuted(notebook) == [], path.name
        for output in (o for c in notebook.cells if c.cell_type == "code" for o in c.outputs):
            assert output.output_type != "error", path.name
            assert output.get("name") != "stderr", (path.name, output.get("text"))
            data = output.get("data", {})
            said += [str(data.get("text/markdown", "")), str(data.get("text/plain", ""))]
    return "\n".join(said)


def test_one_article_of_three_lines(project: Path, run: Run, issue: str) -> None:
    folder = project / "data/raw/short"
    folder.mkdir()
    masthead, _, text = issue.partition("三座水站换了新泵")
    lines = ["三座水站换了新泵", *[line for line in text.splitlines() if line][:2]]
    (folder / "a.txt").write_text(masthead + "\n\n".join(lines), encoding="utf-8")
    result = run("report", "short", "--language", "en")
    assert result.exit_code == 0, result.stderr
    assert len(load("short").articles) == 1
    assert "Not drawn:" in outputs("short")
    assert (project / "reports/short/index.html").is_file()


@pytest.mark.shared
def test_reports_of_which_only_the_year_is_known(project: Path, run: Run, shared: Path) -> None:
    source = shared / "corpora/gov_work_reports/reports_only.jsonl"
    rows = [json.loads(line) for line in source.read_text("utf-8").splitlines()]
    table = project / "reports_of_years.jsonl"
    # The beginnings are enough: what fails on a ready table fails on a short one.
    chosen = [row | {"content": row["content"][:2000]} for row in rows if row["year"] in YEARS]
    table.write_text("\n".join(json.dumps(row) for row in chosen), encoding="utf-8")
    assert run("add", "yearly", table).exit_code == 0
    result = run("report", "yearly")
    assert result.exit_code == 0, result.stderr
    corpus = load("yearly")
    assert list(corpus.issues["date"].dt.strftime("%Y-%m-%d")) == [f"{y}-01-01" for y in YEARS]
    dated = corpus.lines.groupby("issue_id").first()
    assert dated["text"].tolist() == [f"{year}年" for year in YEARS]
    assert dated["reason"].str.contains("names no day").all()
    said = outputs("yearly")
    assert "these articles came ready in a table" in said
    assert "articles an issue" in said
    drawn = {path.stem for path in (project / "reports/yearly/figures").glob("*.png")}
    assert not drawn & {"01-characters", "01-column-breaks", "04-land-share", "05-slogans"}
