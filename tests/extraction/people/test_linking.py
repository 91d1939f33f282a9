"""The same person throughout a corpus."""

from __future__ import annotations

import pandas as pd

from helpers.extraction.people.linking import link_people, offices_held

COLUMNS = ["article_id", "name", "title", "organisation", "place", "named"]


def link(*rows: tuple[str, str, str | None, str | None, str | None]) -> list[str | None]:
    people = pd.DataFrame([(*row, True) for row in rows], columns=COLUMNS)
    return list(link_people(people)["person"])


def test_one_office_in_one_place_is_one_person() -> None:
    assert (
        link(
            ("a", "王大成", "书记", "东村党支部", "甲镇东村"),
            ("b", "王大成", "书记", "东村党支部", "东村"),
            ("b", "王大成", None, None, None),
        )
        == ["王大成"] * 3
    )


def test_offices_in_two_places_are_two_people() -> None:
    assert link(
        ("a", "王大成", "书记", None, "东村"),
        ("b", "王大成", "书记", None, "西村"),
        ("c", "王大成", "村民", None, "西村"),
    ) == ["王大成", "王大成 (2)", "王大成 (2)"]


def test_two_names_in_one_office_are_a_finding() -> None:
    people = pd.DataFrame(
        [
            ("a", "王大成", "书记", "东村党支部", "东村", True),
            ("b", "李有田", "书记", "东村党支部", "东村", True),
        ],
        columns=COLUMNS,
    )
    linked = people.assign(person=link_people(people)["person"])
    assert offices_held(linked)["person"].tolist() == ["王大成", "李有田"]


def test_the_nameless_are_nobody() -> None:
    people = pd.DataFrame([("a", "程先生", "居民", None, None, False)], columns=COLUMNS)
    assert link_people(people).iloc[0].tolist() == [None, "no full name"]
