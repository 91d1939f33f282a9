"""The README's figures of evidence are those that extraction has now."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[3]
SPEC = importlib.util.spec_from_file_location(
    "measure_evidence", REPOSITORY / "tests/papers/measure_evidence.py"
)
assert SPEC is not None and SPEC.loader is not None
measure = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(measure)

README = (REPOSITORY / "README.md").read_text("utf-8")
AGAIN = "run: python tests/papers/measure_evidence.py --write"


@pytest.fixture(scope="module")
def now() -> dict[str, list[str]]:
    return measure.printed(measure.BEGIN + measure.markdown(measure.columns()) + measure.END)


def test_figures_of_what_is_in_the_repository(now: dict[str, list[str]]) -> None:
    said = measure.printed(README)
    for column in ("specimen", "six papers known", "four papers unseen"):
        assert said.get(column) == now[column], AGAIN


@pytest.mark.shared
def test_figures_of_the_real_issues(now: dict[str, list[str]], shared: Path) -> None:
    assert measure.printed(README).get(measure.REAL) == now[measure.REAL], AGAIN


def test_another_figure_is_noticed(now: dict[str, list[str]]) -> None:
    cell = now["specimen"][0]
    assert measure.printed(README.replace(f"| {cell} |", "| 9.99 |")) != measure.printed(README)
    assert measure.printed("no table") == {}
