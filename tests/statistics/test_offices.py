"""Offices and their holders."""

from __future__ import annotations

import pandas as pd

from helpers.statistics.offices import SPAN, TENURES, tenures

ISSUES = pd.DataFrame(
    {"issue_id": ["x-1", "x-2"], "date": pd.to_datetime(["2020-01-01", "2021-01-01"])}
)
ARTICLES = pd.DataFrame({"article_id": ["x-1-a1", "x-2-a1"], "issue_id": ["x-1", "x-2"]})


def people(*rows: tuple[str, str, str, str | None, str | None]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["article_id", "person", "title", "organisation", "place"])
    return frame.assign(start=range(0, 10 * len(rows), 10), end=range(3, 10 * len(rows) + 3, 10))


def test_one_after_the_other_is_a_succession() -> None:
    found = tenures(
        people(
            ("x-2-a1", "李有田", "书记", "甲镇党委", "甲镇"),
            ("x-1-a1", "王大成", "书记", "甲镇党委", "甲镇"),
            ("x-1-a1", "赵长河", "副书记", "甲镇党委", "甲镇"),
        ),
        ARTICLES,
        ISSUES,
    )
    assert found[["office", "person", "first", "reading"]].to_numpy().tolist() == [
        ["甲镇党委书记", "王大成", "2020-01-01", "succession"],
        ["甲镇党委书记", "李有田", "2021-01-01", "succession"],
    ]
    assert found["start"].tolist() == [10, 0]


def test_two_in_one_issue_hold_it_at_once() -> None:
    found = tenures(
        people(
            ("x-1-a1", "王大成", "书记", "甲镇东村党支部", "甲镇"),
            ("x-1-a1", "李有田", "书记", "东村党支部", "东村"),
        ),
        ARTICLES,
        ISSUES,
    )
    assert found["office"].unique().tolist() == ["东村党支部书记"]
    assert found["reading"].tolist() == ["at_once", "at_once"]


def test_secretaries_of_villages_not_named_are_not_compared() -> None:
    found = tenures(
        people(
            ("x-1-a1", "王大成", "村党支部书记", "村党支部", None),
            ("x-2-a1", "李有田", "村党支部书记", "村党支部", None),
        ),
        ARTICLES,
        ISSUES,
    )
    assert found.empty
    assert list(found.columns) == [*TENURES, *SPAN]


def test_the_village_is_taken_from_where_it_is_named() -> None:
    found = tenures(
        people(
            ("x-1-a1", "王大成", "书记", "东村党支部", "东村"),
            ("x-2-a1", "李有田", "村党支部书记", "村党支部", None),
            ("x-2-a1", "李有田", "村民", None, "东村"),
        ),
        ARTICLES,
        ISSUES,
    )
    assert found["person"].tolist() == ["王大成", "李有田"]


def test_offices_of_the_county_need_no_unit() -> None:
    found = tenures(
        people(("x-1-a1", "王大成", "县长", None, None), ("x-2-a1", "李有田", "县长", None, None)),
        ARTICLES,
        ISSUES,
    )
    assert found["office"].tolist() == ["县长", "县长"]
