"""The same person throughout a corpus."""

from __future__ import annotations

import pandas as pd

from helpers.extraction.people.linking import link_people

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


def test_an_office_without_its_place_is_no_other_place() -> None:
    assert (
        link(
            ("a", "王大成", "书记", "甲镇东村党支部", "甲镇"),
            ("b", "王大成", "村党支部书记", "村党支部", None),
            ("c", "王大成", "社区党委书记", "社区党委", "社区"),
            ("d", "王大成", "书记", "东村党支部", "东村"),
        )
        == ["王大成"] * 4
    )


def test_a_short_name_of_an_office_is_that_office() -> None:
    assert link(
        ("a", "王大成", "局长", "水利局", None), ("b", "王大成", "局长", "县水利局", None)
    ) == ["王大成", "王大成"]


def test_the_nameless_are_nobody() -> None:
    people = pd.DataFrame([("a", "程先生", "居民", None, None, False)], columns=COLUMNS)
    assert link_people(people).iloc[0].tolist() == [None, "no full name"]
