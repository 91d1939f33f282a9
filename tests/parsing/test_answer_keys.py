"""The parser against hand annotation: the real issues, and the specimen's answer key.

How well it reads is measured elsewhere (tests/papers/measure.py); here stands what it must not fall
below, whatever its weights are fitted to.
"""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
SPEC = importlib.util.spec_from_file_location("answers", REPOSITORY / "tests" / "answers.py")
assert SPEC is not None and SPEC.loader is not None
answers = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(answers)
#: Of the fields that are compared, this share must be exactly the key's.
EXACT = 0.95


def fields(key: dict[str, Any]) -> int:
    """How many fields of articles are compared."""
    return len(answers.FIELDS) * sum(len(issue["articles"]) for issue in key["issues"])


def hold(key: dict[str, Any], folder: Path) -> None:
    """Hold parsed issues against their key: mastheads whole, articles but for a few fields."""
    found = answers.differences(key, folder)
    assert [d for d in found if " masthead " in d] == []
    assert len(found) <= (1 - EXACT) * fields(key), found


@pytest.mark.shared
def test_real_issues_are_read_as_annotated(shared: Path) -> None:
    key = json.loads((shared / "gold" / "kecheng" / "structure.json").read_text("utf-8"))
    hold(key, shared / "issues" / "kecheng")


def test_the_specimen_is_read_as_its_key() -> None:
    key = json.loads((REPOSITORY / "tests/specimen/key/structure.json").read_text("utf-8"))
    assert len(key["issues"]) == 12
    hold(key, REPOSITORY / "data/raw/specimen")


@pytest.mark.parametrize("field", ["headline", "kind", "body"])
def test_a_wrong_key_is_noticed(field: str) -> None:
    key = json.loads((REPOSITORY / "tests/specimen/key/structure.json").read_text("utf-8"))
    key["issues"] = key["issues"][:1]
    before = answers.differences(key, REPOSITORY / "data/raw/specimen")
    key["issues"][0]["articles"][0][field] = "something else"
    after = answers.differences(key, REPOSITORY / "data/raw/specimen")
    assert len(set(after) - set(before)) == 1
