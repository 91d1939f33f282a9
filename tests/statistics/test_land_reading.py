"""Sentences say what their table holds, in one row as in many."""

from __future__ import annotations

import pandas as pd
import pytest

from helpers.statistics import land_reading as read

PACE = pd.DataFrame({"per_day": [0.5, 2.0], "households": [5.0, 8.0], "days": [10.0, 4.0]})
MATTERS = pd.DataFrame({"matter": ["money", "law", "money"], "count": [1, 0, 2]})
NAMES = {"money": "Compensation", "law": "Law"}
FOLLOWED = pd.DataFrame(
    {
        "project": ["甲", "(a9)"],
        "n_issues": [2, 1],
        "first": pd.to_datetime(["2020-01-01", None]),
        "last": pd.to_datetime(["2020-05-01", None]),
    }
)


def test_pace_names_the_ends_and_a_single_stretch_once() -> None:
    assert "2.00 households a day (8 in 4 days), the slowest 0.50" in read.read_pace(PACE)
    assert "slowest" not in read.read_pace(PACE.head(1))


def test_matters_name_what_is_silent() -> None:
    text = read.read_matters(MATTERS, NAMES)
    assert "Compensation (3 of 3)" in text
    assert "Not one word of: Law." in text
    assert "No matter is left out" in read.read_matters(MATTERS.query("count > 0"), NAMES)
    assert read.read_matters(MATTERS.assign(count=0), NAMES).startswith("None")


def test_followed_tells_a_series_from_a_single_report() -> None:
    text = read.read_followed(FOLLOWED, 1)
    assert "甲 is followed over 2 issues, from 2020-01-01 to 2020-05-01." in text
    assert text.endswith("with a name: 1.")
    assert "single report" in read.read_followed(FOLLOWED.head(1).assign(n_issues=1), 0)
    assert read.read_followed(FOLLOWED.tail(1), 1).startswith("No project's name")


@pytest.mark.parametrize(
    ("signed", "words"),
    [
        ([10.0], "one count only: 10"),
        ([10.0, 30.0], "from 10 to 30 over 2 counts, never falling"),
        ([30.0, 10.0, 40.0], "falling 1 time(s)"),
        ([], "No article prints"),
    ],
)
def test_signed(signed: list[float], words: str) -> None:
    dates = pd.date_range("2020-01-01", periods=len(signed))
    counts = pd.DataFrame({"signed": signed, "as_of": dates})
    assert words in read.read_signed(counts)
