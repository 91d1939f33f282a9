"""The README's figures of accuracy are those that the parser has now."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
SPEC = importlib.util.spec_from_file_location("measure", REPOSITORY / "tests/papers/measure.py")
assert SPEC is not None and SPEC.loader is not None
measure = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(measure)

README = (REPOSITORY / "README.md").read_text("utf-8")
AGAIN = "run: python tests/papers/measure.py --write"


@pytest.fixture(scope="module")
def now() -> dict[str, list[str]]:
    table = measure.markdown(measure.columns())
    return measure.printed(measure.BEGIN + table + measure.END)


def test_figures_of_what_is_in_the_repository(now: dict[str, list[str]]) -> None:
    said = measure.printed(README)
    for column in ("", measure.HELD_OUT, measure.FITTED, measure.SPECIMEN):
        assert said.get(column) == now[column], AGAIN


@pytest.mark.shared
def test_figures_of_the_real_issues(now: dict[str, list[str]], shared: Path) -> None:
    assert measure.printed(README).get(measure.REAL) == now[measure.REAL], AGAIN


def test_another_figure_is_noticed(now: dict[str, list[str]]) -> None:
    cell = now[measure.HELD_OUT][3]
    assert measure.printed(README.replace(f"| {cell} |", "| 9.999 |")) != measure.printed(README)
    assert measure.printed("no table") == {}


def test_held_out_papers_are_there_and_are_not_fitted_to() -> None:
    held, fitted = (measure.paper_keys(held_out=out) for out in (True, False))
    assert held
    assert len(held) + len(fitted) == len(list((REPOSITORY / "tests/papers").glob("*/*.txt")))
