"""The workbench on the specimen, and on articles that mean harm."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.charts import use_style
from helpers.corpus import load
from helpers.workbench import Workbench


@pytest.fixture(scope="package")
def bench() -> Workbench:
    return Workbench(load("specimen"))


@pytest.fixture(autouse=True)
def chinese() -> None:
    use_style("zh")


@pytest.fixture
def reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of reports of its own."""
    monkeypatch.setattr("helpers.paths.reports", lambda: tmp_path)
    return tmp_path
