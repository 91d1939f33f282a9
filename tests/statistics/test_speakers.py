"""Who is quoted by name."""

from __future__ import annotations

import pandas as pd

from helpers.statistics.speakers import SPEAKERS, by_issue, by_person, newcomers, speakers

ISSUES = pd.DataFrame(
    {"issue_id": ["i1", "i2"], "date": pd.to_datetime(["2020-01-01", "2020-02-01"])}
)
ARTICLES = pd.DataFrame({"article_id": ["a", "b"], "issue_id": ["i1", "i2"]})
SPEECH = pd.DataFrame(
    {
        "article_id": ["a", "a", "b", "b"],
        "start": [0, 20, 0, 30],
        "end": [12, 32, 22, 40],
        "speaker": ["王大成", "一位村民", "王大成", "李有田"],
        "category": ["resident", "resident", "village_cadre", "village_cadre"],
        "named": [True, False, True, True],
    }
)
PEOPLE = pd.DataFrame(
    {
        "article_id": ["a", "b", "b"],
        "name": ["王大成", "王大成", "李有田"],
        "person": ["王大成", "王大成 (2)", "李有田"],
    }
)


def test_namesakes_are_kept_apart_and_the_nameless_left_out() -> None:
    named = by_person(SPEECH, PEOPLE)
    assert named["person"].tolist() == ["王大成", "王大成 (2)", "李有田"]


def test_a_speaker_who_comes_back_stands_first() -> None:
    named = by_person(SPEECH, PEOPLE.assign(person=PEOPLE["name"]))
    found = speakers(named, ARTICLES, ISSUES)
    assert list(found.columns) == list(SPEAKERS)
    assert found.iloc[0][["person", "quotations", "characters", "n_issues", "last"]].tolist() == [
        "王大成", 2, 30, 2, "2020-02-01",
    ]  # fmt: skip
    cells = by_issue(named, ARTICLES, ISSUES, most=2)
    assert cells["quotations"].tolist() == [1, 1, 0, 1]


def test_everybody_is_new_once() -> None:
    named = by_person(SPEECH, PEOPLE.assign(person=PEOPLE["name"]))
    found = newcomers(named, ARTICLES, ISSUES)
    assert found.to_numpy().tolist() == [["2020-01-01", 1, 1, 0], ["2020-02-01", 2, 1, 1]]


def test_without_quotations_nobody_speaks() -> None:
    named = by_person(SPEECH.iloc[:0], PEOPLE)
    assert speakers(named, ARTICLES, ISSUES).empty
    assert by_issue(named, ARTICLES, ISSUES).empty
    assert newcomers(named, ARTICLES, ISSUES)["speakers"].tolist() == [0, 0]
