"""Places and organisations against the answer keys: the accuracy reached is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.audit.evidence.key import load_evidence_key
from helpers.audit.evidence.places import score_places
from helpers.extraction.document import Setting


def f1(folder: Path, setting: Setting | None = None) -> dict[str, float]:
    return {s.measure: s.f1 for s in score_places(load_evidence_key(folder, setting))}


@pytest.mark.shared
def test_gold(shared: Path) -> None:
    scores = f1(shared / "gold" / "kecheng")
    assert scores["places"] >= 0.90
    assert scores["organisations"] >= 0.92


@pytest.mark.parametrize(("paper", "least"), [("yunzhou", 0.95), ("luochuan", 0.93)])
def test_papers(repository: Path, paper: str, least: float) -> None:
    folder = repository / "tests" / "papers" / paper
    if not (folder / "evidence" / "places.jsonl").is_file():
        pytest.skip(f"no key of places for {paper} yet")
    assert f1(folder)["places and organisations"] >= least
