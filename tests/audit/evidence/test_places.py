"""Places and organisations against the answer keys: the accuracy reached is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.audit.evidence.key import load_evidence_key
from helpers.audit.evidence.places import score_places
from helpers.extraction.document import Setting
from helpers.extraction.places import Gazetteer
from helpers.extraction.places.gazetteer import Known


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


def test_specimen(repository: Path) -> None:
    setting = Setting("今日岚溪", "岚溪县", "泽安市")
    scores = f1(repository / "tests" / "specimen" / "key", setting)
    assert scores["places"] >= 0.94
    assert scores["organisations"] >= 0.88


def test_a_gazetteer_costs_nothing_and_is_not_needed(repository: Path) -> None:
    key = load_evidence_key(repository / "tests" / "papers" / "yunzhou")
    rows = key.rows["places"]
    own = Gazetteer.of(
        Known(row["name"], row["level"], row.get("parent"))
        for row in rows
        if not row.get("deictic") and row["name"] == row["text"]
    )
    without, with_it = score_places(key)[0], score_places(key, own)[0]
    assert with_it.f1 >= without.f1
    assert with_it.f1 - without.f1 <= 0.05
