"""An empty project folder, a fictional issue, and a way to run the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

TEMPLATE = Path(__file__).parents[1] / "corpus" / "data" / "issue.txt"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00\xff\xfe\x00"


@pytest.fixture
def issue() -> str:
    """One whole issue of 6 July 2021."""
    return TEMPLATE.read_text(encoding="utf-8").format(
        date="2021年7月6日", number=88, lunar="农历辛丑年五月廿七 星期二"
    )


@pytest.fixture
def png() -> bytes:
    return PNG


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty project folder, which is also the working folder."""
    root = tmp_path / "project"
    (root / "data" / "raw").mkdir(parents=True)
    monkeypatch.setenv("HELPERS_ROOT", str(root))
    monkeypatch.chdir(root)
    return root


@pytest.fixture
def corpus(project: Path, issue: str) -> Path:
    """The raw folder of a corpus named q, with one good issue."""
    folder = project / "data" / "raw" / "q"
    folder.mkdir()
    (folder / "a.txt").write_text(issue, encoding="utf-8")
    return folder


@pytest.fixture
def run() -> Callable[..., Result]:
    """Run a command; an exception other than SystemExit fails the test as a traceback would."""

    def call(*arguments: object) -> Result:
        from helpers.cli import app

        result = CliRunner().invoke(app, [str(argument) for argument in arguments])
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return call
