"""Silence: a skipped number, a broken rhythm and an unread issue are not taken for silence."""

from __future__ import annotations

import pandas as pd
import pytest

from helpers import corpus
from helpers.statistics.validity import expected_issues, silence, unread_issues


def made(dates: list[str], numbers: list[int | None], *, pages: int = 4) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "issue_id": [f"i{n}" for n in range(len(dates))],
            "date": pd.to_datetime(dates),
            "issue_number": pd.array(numbers, dtype="Int64"),
            "pages": pages,
        }
    )


def test_skipped_numbers_are_absent_issues_with_reckoned_dates() -> None:
    found = expected_issues(made(["2020-01-01", "2020-01-04", "2020-01-05"], [1, 4, 5]))
    assert found.issues["issue_number"].tolist() == [1, 2, 3, 4, 5]
    assert found.issues["basis"].tolist() == ["here", "number", "number", "here", "here"]
    assert found.issues["date"].dt.day.tolist() == [1, 2, 3, 4, 5]
    assert found.issues["estimated"].tolist() == [False, True, True, False, False]
    assert found.note == ""


def test_without_numbers_the_rhythm_decides() -> None:
    weeks = ["2020-01-01", "2020-01-08", "2020-01-15", "2020-01-22", "2020-02-12", "2020-02-19"]
    found = expected_issues(made(weeks, [None] * 6))
    absent = found.issues[found.issues["basis"] == "rhythm"]
    assert absent["date"].dt.strftime("%m-%d").tolist() == ["01-29", "02-05"]
    assert found.issues["issue_id"].notna().sum() == 6


@pytest.mark.parametrize(
    ("dates", "numbers", "note"),
    [
        (["2020-01-01", "2020-03-08"], [None, None], "no known rhythm"),
        (["2020-01-01", "2020-01-08"], [21, 2021], "not believed"),
        (["2020-01-01", "2020-12-30"], [300, 5], "no known rhythm"),
        (["2020-01-01", None], [1, 2], "without a date"),
    ],
)
def test_what_cannot_be_told_is_said(dates: list[str], numbers: list, note: str) -> None:
    found = expected_issues(made(dates, numbers))
    assert note in found.note
    assert (found.issues["basis"] == "here").all()


def test_no_issues_are_no_gaps() -> None:
    assert expected_issues(made([], [])).issues.empty


def test_the_planted_gap_of_the_specimen() -> None:
    loaded = corpus.load("specimen")
    found = silence(loaded.themes, loaded.articles, loaded.issues, loaded.lines)
    absent = found.map[found.map["state"] == "absent_issue"]
    # Number 27 was left out on purpose.
    assert absent["issue_number"].unique().tolist() == [27]
    land = found.map[found.map["theme"] == "land_acquisition"]
    assert (land["state"] == "mentioned").sum() == 6
    assert land["n_articles"].sum() == (loaded.themes["theme"] == "land_acquisition").sum()
    assert "unparsed" not in set(found.map["state"])


def test_what_was_not_read_is_no_silence() -> None:
    days = ["2020-01-01", "2020-01-02", "2020-01-03", "2020-01-04", "2020-01-05"]
    issues = made(days, [1, 2, 3, 4, 5])
    sizes = {"i0": 100, "i1": 100, "i2": 100, "i3": 20, "i4": 100}
    lines = pd.DataFrame(
        [(i, "字" * n, "body", "start: (1.00)") for i, n in sizes.items()]
        + [("i1", "字" * 60, "body", "start: (0.50)")],
        columns=["issue_id", "text", "role", "reason"],
    )
    articles = pd.DataFrame({"article_id": list("abcd"), "issue_id": ["i0", "i1", "i3", "i4"]})
    themes = pd.DataFrame({"article_id": ["a", "b"], "theme": ["x", "x"]})
    why = unread_issues(issues, lines, articles).set_index("issue_id")["why"].to_dict()
    assert why == {"i0": "", "i1": "doubtful", "i2": "no_articles", "i3": "thin", "i4": ""}
    found = silence(themes, articles, issues, lines, of=["x", "y"]).map
    states = found.groupby("theme")["state"].agg(list)
    # Found in part of an issue is found.
    assert states["x"] == ["mentioned", "mentioned", "unparsed", "unparsed", "absent_topic"]
    assert states["y"] == ["absent_topic", *["unparsed"] * 3, "absent_topic"]
