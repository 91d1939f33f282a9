"""The parser against hand annotation: the real issues, and the specimen's answer key."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
SPEC = importlib.util.spec_from_file_location("answers", REPOSITORY / "tests" / "answers.py")
assert SPEC is not None and SPEC.loader is not None
answers = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(answers)


@pytest.mark.shared
def test_real_issues_are_read_exactly(shared: Path) -> None:
    key = json.loads((shared / "gold" / "kecheng" / "structure.json").read_text("utf-8"))
    assert answers.differences(key, shared / "issues" / "kecheng") == []


def test_specimen_is_read_exactly() -> None:
    key = json.loads((REPOSITORY / "tests/specimen/key/structure.json").read_text("utf-8"))
    assert len(key["issues"]) == 12
    assert answers.differences(key, REPOSITORY / "data/raw/specimen") == []


@pytest.mark.parametrize("field", ["headline", "deck", "kind"])
def test_a_wrong_key_is_noticed(field: str) -> None:
    key = json.loads((REPOSITORY / "tests/specimen/key/structure.json").read_text("utf-8"))
    key["issues"] = key["issues"][:1]
    key["issues"][0]["articles"][0][field] = "something else"
    assert len(answers.differences(key, REPOSITORY / "data/raw/specimen")) == 1
