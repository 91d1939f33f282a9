"""Each gate of `make test` has a sample that must fail it: a gate that cannot fail is none."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from helpers.cli.notebooks import read_notebook, unexecuted

REPOSITORY = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent


def run(
    *command: str | Path, cwd: Path = REPOSITORY, **environment: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("source", "rule"),
    [
        ('"""T."""\n\nimport os\n', "F401"),
        ('"""T."""\n\n\ndef shout(word):\n    """Shout."""\n    return word\n', "ANN"),
        ('"""T."""\n\n\ndef shout(word: str) -> str:\n    return word\n', "D103"),
        ('"""T."""\n\nprint("loud")\n', "T201"),
    ],
)
def test_ruff_bites(tmp_path: Path, source: str, rule: str) -> None:
    sample = tmp_path / "sample.py"
    sample.write_text(source, "utf-8")
    result = run(BIN / "ruff", "check", "--config", REPOSITORY / "pyproject.toml", sample)
    assert result.returncode == 1
    assert rule in result.stdout


def test_format_bites(tmp_path: Path) -> None:
    sample = tmp_path / "sample.py"
    sample.write_text("x = {  'a':1 }\n", "utf-8")
    assert run(BIN / "ruff", "format", "--check", sample).returncode == 1


def test_type_checker_bites(tmp_path: Path) -> None:
    sample = tmp_path / "sample.py"
    sample.write_text("def count(words: list[str]) -> int:\n    return words\n", "utf-8")
    result = run(BIN / "mypy", "--config-file", REPOSITORY / "pyproject.toml", sample, cwd=tmp_path)
    assert result.returncode == 1
    assert "Incompatible return value" in result.stdout


def test_layering_bites(tmp_path: Path) -> None:
    shutil.copytree(REPOSITORY / "src", tmp_path / "src")
    shutil.copy(REPOSITORY / "pyproject.toml", tmp_path)
    linter = "import sys; from importlinter.cli import lint_imports_command as c; sys.exit(c())"

    def lint() -> int:
        source = str(tmp_path / "src")
        return run(sys.executable, "-c", linter, cwd=tmp_path, PYTHONPATH=source).returncode

    assert lint() == 0
    module = tmp_path / "src" / "helpers" / "reading" / "issue.py"
    module.write_text(f"{module.read_text('utf-8')}\nfrom helpers import charts\n", "utf-8")
    assert lint() == 1


SAMPLES = sorted((REPOSITORY / "tests" / "notebooks" / "samples").glob("*.ipynb"))


@pytest.mark.slow
@pytest.mark.parametrize("notebook", SAMPLES, ids=lambda p: p.stem)
def test_nbval_gives_the_verdict_in_the_name(notebook: Path) -> None:
    result = run(
        *(
            sys.executable,
            "-m",
            "pytest",
            "--nbval",
            "--nbval-current-env",
            "-p",
            "no:cacheprovider",
        ),
        *("--nbval-sanitize-with", REPOSITORY / "src/helpers/cli/sanitize.cfg", notebook),
    )
    # nbval passes over a cell that was never run, so that is a check of its own.
    failed = result.returncode == 1 or bool(unexecuted(read_notebook(notebook)))
    assert failed == notebook.stem.startswith("fails"), result.stdout[-2000:]


def test_there_are_samples_of_both_verdicts() -> None:
    stems = {path.stem for path in SAMPLES}
    assert {
        "passes_unchanged",
        "fails_changed_count",
        "fails_changed_chart_data",
        "fails_stderr",
        "fails_unexecuted_cell",
    } <= stems
