"""The unit that an office belongs to."""

from __future__ import annotations

import pytest

from helpers.extraction.people.units import same_unit, unit_of


@pytest.mark.parametrize(
    ("organisation", "place", "unit"),
    [
        ("甲镇东村党支部", "甲镇", "东村"),
        ("东湖街道党工委", "东湖街道", "东湖街道"),
        ("县水利局", None, "县水利局"),
        ("大河公司", None, "大河公司"),
        (None, "东湖街道范村", "范村"),
        ("村党支部", "东村", "东村"),
        ("东村村委会", None, "东村"),
    ],
)
def test_the_smallest_named_unit_is_found(
    organisation: str | None, place: str | None, unit: str
) -> None:
    assert unit_of(organisation, place) == unit


@pytest.mark.parametrize(
    ("organisation", "place"),
    [("村党支部", None), ("社区党委", "社区"), ("县委", None), ("公司", None), (None, None),
     ("镇党委", None), ("县政府", "全县"), ("支部", "本村")],
)  # fmt: skip
def test_bodies_that_every_place_has_name_no_unit(
    organisation: str | None, place: str | None
) -> None:
    assert unit_of(organisation, place) is None


def test_short_names_agree_and_others_do_not() -> None:
    assert same_unit("水利局", "县水利局")
    assert not same_unit("东村", "西村")
