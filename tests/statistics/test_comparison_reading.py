"""Sentences that read a comparison: right where there is much, little and nothing."""

from __future__ import annotations

import pandas as pd

from helpers.statistics import comparison_reading as read

NAMES = {"land": "Land", "party": "Party"}


def trial(*rows: tuple[str, float, float]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["term", "tau", "q"])


def test_trends() -> None:
    sure = trial(("land", 0.9, 0.01), ("party", -0.8, 0.02), ("other", 0.1, 0.9))
    assert read.read_trends(sure, NAMES).endswith("3 tested): Land rising; Party falling.")
    assert "none rises or falls" in read.read_trends(trial(("land", 0.1, 0.5)), NAMES)
    assert "Too few periods" in read.read_trends(trial(("land", float("nan"), float("nan"))), NAMES)


def test_short_answer() -> None:
    rows = [("land", "1", 3, 10), ("party", "1", 5, 10), ("land", "2", 4, 8), ("party", "2", 1, 8)]
    trends = pd.DataFrame(rows, columns=["term", "period", "n_with", "n_articles"])
    said = read.short_answer(trends, trial(("land", 0.1, 0.5)), NAMES, unit="article")
    assert said.startswith("Of 18 articles in 2 periods, 7 are on Land")
    assert "No theme" in read.short_answer(trends[:0], trial(), NAMES, unit="article")


def test_keyness() -> None:
    found = pd.DataFrame({"log_ratio": [2.0, 1, -3], "q": [0.01, 0.2, 0.01]})
    by_articles = found.assign(q_articles=[0.5, 0.01, 0.01])
    assert "1 words are more frequent" in read.read_keyness(by_articles, of="Land")
    assert "too few articles" in read.read_keyness(found.assign(q_articles=float("nan")), of="Land")
    assert "No word" in read.read_keyness(found[:0], of="Land")


def test_map_and_network() -> None:
    axes = pd.DataFrame({"share": [0.4, 0.2, 0.1]})
    stable = pd.DataFrame({"dimension": [1, 2], "stable": [True, False], "low": [0.9, 0.2]})
    said = read.read_map(axes, stable)
    assert "60%" in said and "axis 2 is not found again" in said
    parts = pd.DataFrame(
        {"n_nodes": [9], "n_communities": [2], "modularity": [0.4], "agreement": [0.95]}
    )
    assert "9 words in 2 groups" in read.read_network(parts)
    assert "No pair" in read.read_network(parts[:0])


def test_ranges_influence_and_silence() -> None:
    ranges = pd.DataFrame({"theme": ["land"], "least": [2], "most": [5], "range": [3]})
    assert "Land, from 2 to 5 articles" in read.read_ranges(ranges, NAMES)
    assert "same counts" in read.read_ranges(ranges.assign(range=0), NAMES)
    carried = pd.DataFrame({"theme": ["land"], "given": [5], "most_lost": [2], "worst": ["征地"]})
    assert "without 征地 it has 3" in read.read_influence(carried, NAMES)
    assert "No theme loses" in read.read_influence(carried.assign(most_lost=0), NAMES)
    states = pd.DataFrame(
        {"date": [1, 2, 2], "state": ["mentioned", "absent_issue", "absent_issue"]}
    )
    assert read.read_silence(states).startswith("1 issues are absent. Of 1 pairs")
