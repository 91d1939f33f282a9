"""Programmes against the answer keys: the accuracy reached is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.audit.evidence.initiatives import score_initiatives, share_core
from helpers.audit.evidence.key import load_evidence_key
from helpers.audit.evidence.measure import Score


def score(folder: Path) -> Score:
    return score_initiatives(load_evidence_key(folder))[0]


@pytest.mark.shared
@pytest.mark.slow
def test_gold(shared: Path) -> None:
    found = score(shared / "gold" / "kecheng")
    assert found.recall >= 0.95
    assert found.precision >= 0.70


def test_specimen(repository: Path) -> None:
    found = score(repository / "tests" / "specimen" / "key")
    assert found.recall >= 0.84
    assert found.precision >= 0.80


@pytest.mark.parametrize(("paper", "least"), [("yunzhou", 0.60), ("luochuan", 0.75)])
def test_papers(repository: Path, paper: str, least: float) -> None:
    found = score(repository / "tests" / "papers" / paper)
    assert found.recall >= least
    assert found.precision >= 0.70


@pytest.mark.parametrize(
    ("one", "other", "agrees"),
    [
        ("“甲乙”平台", "甲乙", True),
        ("‘甲乙’", "“甲乙”行动", True),
        ("甲乙平台", "丙丁平台", False),
        ("甲", "甲乙", False),
    ],
)
def test_shared_cores(one: str, other: str, agrees: bool) -> None:
    assert share_core(one, other) is agrees
