"""The command line as a whole: short help, quick start, one line for an error."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import pytest
from click.testing import Result

from helpers.cli import COMMANDS, app

Run = Callable[..., Result]


def start(*arguments: str, root: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "helpers", *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=root,
        env={**os.environ, "HELPERS_ROOT": str(root)},
    )


def test_help_is_short_and_names_every_command(run: Run) -> None:
    text = run("--help").stdout
    assert len(text.splitlines()) < 25
    for command in COMMANDS:
        assert f"  {command} " in text


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(run: Run, name: str) -> None:
    result = run(name, "--help")
    assert result.exit_code == 0
    assert result.stdout.startswith("Usage: ")
    assert "\\b" not in result.stdout
    command = app.get_command(None, name)  # type: ignore[arg-type]
    assert command is not None
    assert command.get_short_help_str(200) == COMMANDS[name]


def test_version(run: Run) -> None:
    assert run("--version").stdout.strip() == version("county-newspaper-notebooks")


def test_an_unknown_command(run: Run) -> None:
    result = run("bild")
    assert result.exit_code == 2
    assert "bild" in result.stderr


def test_the_process_ends_with_one_line_and_status_1(project: Path) -> None:
    ended = start("build", "nix", root=project)
    assert ended.returncode == 1
    assert ended.stdout == ""
    assert len(ended.stderr.splitlines()) == 1
    assert "Traceback" not in ended.stderr


@pytest.mark.slow
def test_off_a_terminal_there_is_no_progress(corpus: Path, project: Path) -> None:
    ended = start("build", "q", root=project)
    assert ended.stderr == "q: 1 issue, 2 articles (built) in data/processed/q\n"


def test_help_loads_no_table_library() -> None:
    code = (
        "import sys; from helpers.cli import app\n"
        "try: app(['--help'])\nexcept SystemExit: pass\n"
        "print(sorted({'pandas', 'pyarrow', 'rich', 'matplotlib'} & set(sys.modules)))"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ended.stdout.splitlines()[-1] == "[]"
