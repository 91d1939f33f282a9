"""What the parse is unsure of: column breaks, printed dates, articles that lack a part."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.parsing.calendar import lunar_matches
from helpers.statistics import parsed


def issues(n: int) -> pd.DataFrame:
    days = pd.date_range("2020-01-01", periods=n, freq="D")
    return pd.DataFrame({"issue_id": [f"i{i:03}" for i in range(n)], "date": days})


@given(st.integers(1, 200), st.integers(2, 30))
def test_spaced_keeps_first_and_last(n: int, most: int) -> None:
    ids = parsed.spaced(issues(n), most=most)
    assert len(ids) == len(set(ids)) == min(n, most)
    assert (ids[0], ids[-1]) == ("i000", f"i{n - 1:03}")
    assert ids == sorted(ids)


def test_column_breaks_count_joins_and_jumps() -> None:
    articles = pd.DataFrame({"article_id": ["a1", "a2"], "issue_id": ["i000", "i000"]})
    lines = pd.DataFrame({"issue_id": "i000", "line": [1, 3, 5, 7, 9]})
    paragraphs = pd.DataFrame(
        {"article_id": ["a1", "a1", "a2"], "lines": ["1", "3 5", "7 9"], "text": ["", "", ""]}
    )
    row = parsed.column_breaks(paragraphs, articles, lines, issues(2)).iloc[0]
    assert (row["n_paragraphs"], row["mended"], row["breaks"], row["jumped"]) == (3, 2, 2, 0)
    over = paragraphs.assign(lines=["5", "3 7", "9"])
    assert parsed.column_breaks(over, articles, lines, issues(2))["jumped"].tolist() == [1, 0]


def test_an_issue_without_paragraphs_is_kept() -> None:
    empty = pd.DataFrame({"article_id": [], "lines": [], "text": []}, dtype="str")
    articles = pd.DataFrame({"article_id": ["a1"], "issue_id": ["i000"]})
    lines = pd.DataFrame({"issue_id": ["i000"], "line": [1]})
    row = parsed.column_breaks(empty, articles, lines, issues(1)).iloc[0]
    assert (row["n_paragraphs"], row["share"], row["low"], row["high"]) == (0, 0.0, 0.0, 1.0)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2020-12-30", "庚子年十一月十六"),
        ("2020-01-25", "庚子年正月初一"),
        ("2020-05-23", "庚子年闰四月初一"),
        ("2022-02-20", "壬寅年正月二十"),
        ("2021-02-11", "庚子年十二月三十"),
        ("2020-11-24", "庚子年十月初十"),
        ("2022-03-23", "壬寅年二月廿一"),
    ],
)
def test_lunar_names(day: str, name: str) -> None:
    assert parsed.lunar_name(pd.Timestamp(day)) == name


@given(st.dates(pd.Timestamp("1950-01-01").date(), pd.Timestamp("2050-12-31").date()))
def test_a_computed_lunar_date_agrees_with_its_day(day: object) -> None:
    stamp = pd.Timestamp(day)  # type: ignore[arg-type]
    assert lunar_matches(stamp.date(), parsed.lunar_name(stamp)) is True


def test_masthead_checks_give_verdicts() -> None:
    frame = pd.DataFrame(
        {
            "issue_id": ["i1", "i2", "i3"],
            "date": pd.to_datetime(["2020-12-30", "2020-12-31", None]),
            "weekday": ["星期三", "星期五", None],
            "lunar_date": ["农历庚子年十一月十六", None, None],
            "weekday_ok": pd.array([True, False, None], dtype="boolean"),
            "lunar_ok": pd.array([True, None, None], dtype="boolean"),
        }
    )
    out = parsed.masthead_checks(frame)
    assert list(out["weekday_verdict"]) == ["agrees", "differs", "cannot be checked"]
    assert list(out["lunar_verdict"]) == ["agrees", "cannot be checked", "cannot be checked"]
    assert list(out["weekday_computed"]) == ["星期三", "星期四", ""]
    assert out["lunar_computed"].iloc[2] == ""


def test_incomplete_articles_are_named() -> None:
    frame = pd.DataFrame(
        {
            "article_id": ["a1", "a2", "a3"],
            "kind": "news",
            "headline": ["题", None, "题"],
            "byline": ["记者", None, None],
            "text": ["文", "文", " "],
            "line_first": 1,
            "line_last": 2,
        }
    )
    out = parsed.incomplete(frame)
    assert dict(zip(out["article_id"], out["lacks"], strict=True)) == {
        "a2": "headline byline",
        "a3": "byline text",
    }
    assert parsed.incomplete(frame.iloc[:1]).empty
    assert parsed.incomplete(frame.iloc[:0])["lacks"].str.contains("text").sum() == 0


def test_least_sure_ranks_by_confidence_then_id() -> None:
    frame = pd.DataFrame(
        {
            "article_id": ["a2", "a1", "a3"],
            "kind": "news",
            "confidence": [0.5, 0.5, 0.9],
            "n_paragraphs": 1,
            "n_characters": 1,
            "line_first": 1,
            "line_last": 1,
        }
    )
    assert list(parsed.least_sure(frame, most=2)["article_id"]) == ["a1", "a2"]
