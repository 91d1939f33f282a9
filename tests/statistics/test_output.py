"""What a corpus holds and lacks, on issues with known holes."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.statistics import naming, output

ISSUES = pd.DataFrame(
    {
        "issue_id": ["i3", "i1", "i2", "i4"],
        "date": pd.to_datetime(["2021-01-11", "2020-01-01", "2020-01-03", None]),
        "issue_number": pd.array([9, 1, 2, 5], dtype="Int64"),
    }
)
ARTICLES = pd.DataFrame(
    {
        "article_id": ["a1", "a2", "a3", "a4"],
        "issue_id": ["i1", "i1", "i2", "i4"],
        "kind": ["news", "photo", "news", "news"],
        "n_characters": [99, 100, 1200, 400],
    }
)


def test_gaps_name_the_missing_numbers() -> None:
    row = output.gaps(ISSUES).iloc[0]
    assert (row["after"], row["before"], row["first"], row["last"]) == ("i2", "i3", 3, 8)
    assert (row["n_missing"], row["days"]) == (6, 374)
    assert output.gaps(ISSUES[ISSUES["issue_id"].isin(["i1", "i2"])]).empty
    assert output.gaps(ISSUES.iloc[:0]).empty


def test_disorder_finds_repeated_and_backward_numbers() -> None:
    assert output.disorder(ISSUES).empty
    again = ISSUES.assign(issue_number=pd.array([2, 3, 3, 5], dtype="Int64"))
    assert list(output.disorder(again)["issue_id"]) == ["i2", "i3"]


def test_coverage_is_the_share_of_the_run() -> None:
    held = output.coverage(ISSUES)
    assert (held["n_issues"], held["n_numbered"], held["run"]) == (4, 3, 9)
    assert held["share"] == pytest.approx(0.3333)
    assert held["days_per_number"] == pytest.approx(376 / 8)
    bare = output.coverage(ISSUES[ISSUES["issue_id"] == "i4"])
    assert (bare["run"], bare["share"]) == (0, 0)
    one = output.coverage(ISSUES[ISSUES["issue_id"] == "i1"])
    assert (one["run"], one["share"], one["days_per_number"]) == (1, 1, 0)


def test_held_and_numbered_run_apart_at_a_hole() -> None:
    out = output.held_and_numbered(ISSUES)
    assert list(out["numbered"]) == [1, 2, 9]
    assert list(out["held"]) == [1, 2, 3]
    assert output.held_and_numbered(ISSUES.iloc[:0]).empty


def test_periods_are_issues_or_years() -> None:
    few = output.periods(ISSUES)
    assert few.to_dict() == {
        "i3": "2021-01-11",
        "i1": "2020-01-01",
        "i2": "2020-01-03",
        "i4": "undated",
    }
    assert output.periods(ISSUES, most=2).to_dict()["i1"] == "2020"


def test_by_period_counts_articles() -> None:
    out = output.by_period(ARTICLES, ISSUES, "kind", most=2)
    assert out.to_dict("list") == {
        "period": ["2020", "2020", "undated"],
        "kind": ["news", "photo", "news"],
        "n_articles": [2, 1, 1],
    }


def test_lengths_fall_into_their_classes() -> None:
    out = output.lengths(ARTICLES)
    held = out[out["n_articles"] > 0]
    found = list(zip(held["kind"], held["length"], held["n_articles"], strict=True))
    assert found == [
        ("news", "0–", 1),
        ("news", "400–", 1),
        ("news", "1000–", 1),
        ("photo", "0–", 1),
    ]
    assert len(out) == 2 * len(output.EDGES)
    assert output.lengths(ARTICLES.iloc[:0]).empty


@given(st.lists(st.integers(0, 5000), min_size=1, max_size=30))
def test_no_article_is_lost_between_classes(sizes: list[int]) -> None:
    frame = pd.DataFrame(
        {"article_id": [str(i) for i in range(len(sizes))], "kind": "news", "n_characters": sizes}
    )
    assert output.lengths(frame)["n_articles"].sum() == len(sizes)


def test_length_summary_gives_quartiles() -> None:
    out = output.length_summary(ARTICLES).set_index("kind")
    assert list(out.index) == ["news", "photo"]
    assert out.loc["news", ["shortest", "median", "longest", "characters"]].tolist() == [
        99,
        400,
        1200,
        1699,
    ]


def test_names_are_shown_in_both_languages() -> None:
    assert naming.named(["news", "no such key"], "zh") == ["消息", "no such key"]
    assert naming.named(["ends:open"], "zh") == ["行末无标点"]
    assert naming.named(["ends:open"], "en") == ["ends without a mark"]
    with pytest.raises(ValueError, match="zh or en"):
        naming.named(["news"], "de")


def test_every_key_has_a_name() -> None:
    from helpers.language.lexicon import CLASSES
    from helpers.parsing.model import KINDS
    from helpers.statistics.accounting import GROUNDS, PLACES
    from helpers.statistics.authorship import AUTHORS

    keys = {*KINDS, *CLASSES, *AUTHORS, *PLACES, *GROUNDS, output.UNDATED}
    assert keys <= naming.NAMES.keys()
