from __future__ import annotations

import pandas as pd

from helpers.statistics.readings import course, growth, ranked

COUNTS = pd.DataFrame({"name": ["乙", "甲", "丙"], "n": [2, 2, 1200]})
ROWS = pd.DataFrame({"issue": ["2020", "2021", "2022"], "value": [200.0, 3.0, 250.0]})


def test_ranked_sorts_by_value_then_name() -> None:
    assert ranked(COUNTS, "name", "n", most=2) == "丙 (1,200), 乙 (2)"
    assert ranked(COUNTS.head(0), "name", "n") == "none"


def test_course_tells_first_and_last() -> None:
    assert course(ROWS, "value", unit="个") == "200个 (2020) → 250个 (2022)"
    assert course(ROWS.head(1), "value") == "200 (2020)"
    assert course(ROWS.assign(value=[1.25, 2, 3.5]), "value", unit="%").startswith("1.2% (2020)")
    assert course(ROWS.head(0), "value") == "no figure"


def test_course_of_undated_issues_has_no_direction() -> None:
    undated = ROWS.assign(date=pd.NaT)
    assert course(undated, "value", unit="个") == "3 to 250个 (issues without a date)"
    assert course(undated.head(1), "value") == "200 (2020)"


def test_growth_needs_two_values_each() -> None:
    assert growth(ROWS, ROWS) == "The first changed by +25%, the second by +25%."
    assert growth(ROWS, ROWS.head(1)).startswith("Too few")
    assert growth(ROWS.assign(value=0.0), ROWS).startswith("Too few")
    assert growth(ROWS.assign(date=pd.NaT), ROWS).startswith("Issues without a date")
