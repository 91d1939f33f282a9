from __future__ import annotations

from math import comb

import pandas as pd
import pytest

from helpers.statistics.change import appearances


def test_the_chance_is_that_of_drawing_none() -> None:
    """4 of 20 articles, none among the first 10: C(10,4) / C(20,4), worked by hand."""
    issues = pd.DataFrame(
        {"issue_id": ["i1", "i2"], "date": pd.to_datetime(["2020-01-01", "2020-02-01"])}
    )
    articles = pd.DataFrame(
        {"article_id": [f"a{n:02}" for n in range(20)], "issue_id": ["i1"] * 10 + ["i2"] * 10}
    )
    hits = pd.DataFrame({"article_id": ["a10", "a10", "a12", "a15", "a19"], "term": "x"})
    (row,) = appearances(hits, articles, issues).to_dict("records")
    assert (row["n_with"], row["n_before"], row["n_after"]) == (4, 10, 0)
    assert row["chance_before"] == pytest.approx(comb(10, 4) / comb(20, 4))
    assert row["chance_after"] == 1.0
    assert row["first"] == pd.Timestamp("2020-02-01")


def test_nothing_gives_an_empty_table() -> None:
    issues = pd.DataFrame({"issue_id": ["i1"], "date": pd.to_datetime(["2020-01-01"])})
    articles = pd.DataFrame({"article_id": ["a"], "issue_id": ["i1"]})
    assert appearances(pd.DataFrame({"article_id": [], "term": []}), articles, issues).empty
