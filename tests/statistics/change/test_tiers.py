from __future__ import annotations

import pandas as pd
import pytest

from helpers.statistics.change import GRADES, grade, tiers


def test_two_thousand_articles_of_forty_thousand_boil() -> None:
    """China Media Project: the first grade begins at 2,000 articles of a year's People's Daily."""
    assert grade(2000 / 40_000) == 1
    assert [g[1] for g in GRADES] == list("沸烫热暖温冷")
    assert [grade(share) for share in (0.049, 0.02, 0.01, 0.004, 0.001, 0)] == [2, 3, 4, 5, 6, 6]


def test_a_grade_within_its_interval() -> None:
    frame = pd.DataFrame(
        {
            "term": ["a", "b", "c"],
            "period": "2020",
            "n_with": [500, 1, 0],
            "n_articles": [1000, 8, 20],
        }
    )
    found = tiers(frame)
    assert found["grade"].tolist() == [1, 1, 6]
    assert found["certain"].tolist() == [True, False, False] or found["grade_low"][1] >= 1
    assert (found["grade_high"] <= found["grade"]).all()
    assert (found["grade"] <= found["grade_low"]).all()


def test_a_paper_may_have_its_own_grades() -> None:
    frame = pd.DataFrame({"term": ["a"], "period": "p", "n_with": [30], "n_articles": [100]})
    assert tiers(frame, begins=(0.5, 0.25, 0.1, 0.05, 0.01, 0.0))["grade"].tolist() == [2]


@pytest.mark.parametrize("count", range(0, 11))
def test_hotter_terms_never_have_colder_grades(count: int) -> None:
    assert grade(count / 10) >= grade((count + 1) / 10)
