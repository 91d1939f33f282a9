"""Who speaks, how much, and what is not identified."""

from __future__ import annotations

import pandas as pd

from helpers.statistics.capacities import CAPACITIES, capacities, capacity_names
from helpers.statistics.land_reading import read_capacities
from helpers.statistics.voices import CATEGORY_NAMES

SPEECH = pd.DataFrame(
    {
        "article_id": ["a", "a", "b"],
        "category": ["resident", "other", "official_party"],
        "start": [0, 50, 0],
        "end": [32, 62, 22],
    }
)


def test_every_category_of_speech_has_a_capacity() -> None:
    assert {old for _, _, ones in CAPACITIES.values() for old in ones} == set(CATEGORY_NAMES)


def test_the_unidentified_stay_in_the_shares() -> None:
    out = capacities(SPEECH, {"a"}).set_index(["group", "capacity"])
    assert out.loc[("chosen", "unknown"), "share_characters"] == 0.25
    assert out.loc[("chosen", "residents"), "share"] == 0.5
    assert out.loc[("rest", "officials"), "share"] == 1.0
    text = read_capacities(out.reset_index(), capacity_names("en"))
    assert "Residents and villagers" in text
    assert "25%" in text


def test_silence_is_said() -> None:
    out = capacities(SPEECH.head(0), set())
    assert out["quotations"].sum() == 0
    assert out["share"].sum() == 0.0
    assert read_capacities(out, capacity_names("en")).startswith("No land article")
