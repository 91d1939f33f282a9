"""Shares of voice."""

from __future__ import annotations

import pandas as pd

from helpers.statistics.voices import named_shares, voice_shares, voices_by_theme

SPEECH = pd.DataFrame(
    {
        "article_id": ["x-a01", "x-a01", "x-a02", "x-a03"],
        "category": ["resident", "official_party", "resident", "worker"],
        "start": [0, 20, 0, 0],
        "end": [12, 52, 12, 22],
        "named": [True, True, False, True],
    }
)


def test_quotations_and_characters_have_their_denominators() -> None:
    found = voice_shares(SPEECH).set_index("category")
    assert found.loc["resident", ["quotations", "n_quotations", "share"]].tolist() == [2, 4, 0.5]
    assert found.loc["resident", ["characters", "n_characters"]].tolist() == [20, 70]
    assert found.loc["expert", "quotations"] == 0
    assert (found["low"] <= found["share"]).all()
    assert (found["share"] <= found["high"]).all()


def test_the_bootstrap_covers_the_share_and_is_the_same_every_time() -> None:
    found = voice_shares(SPEECH)
    assert (found["low_characters"] <= found["share_characters"]).all()
    assert (found["share_characters"] <= found["high_characters"]).all()
    pd.testing.assert_frame_equal(found, voice_shares(SPEECH))


def test_of_one_article_the_share_is_all_or_nothing() -> None:
    found = voice_shares(SPEECH.iloc[3:]).set_index("category")
    assert found.loc["worker", ["low_characters", "high_characters"]].tolist() == [1.0, 1.0]


def test_without_speech_there_is_nothing_to_divide() -> None:
    found = voice_shares(SPEECH.iloc[:0])
    assert found["quotations"].sum() == 0
    assert found["share"].tolist() == [0.0] * 8
    assert voices_by_theme(SPEECH.iloc[:0], pd.Series(dtype="str")).empty


def test_themes_count_their_articles_quoted_or_not() -> None:
    themes = pd.Series({"x-a01": "land", "x-a02": "land", "x-a03": "water", "x-a04": "land"})
    found = voices_by_theme(SPEECH, themes)
    assert found["theme"].unique().tolist() == ["land", "water"]
    assert found.loc[found["theme"] == "land", "n_articles"].unique().tolist() == [3]


def test_names_are_counted_by_category() -> None:
    found = named_shares(SPEECH).set_index("category")
    assert found.loc["resident", ["named", "quotations", "share"]].tolist() == [1, 2, 0.5]
