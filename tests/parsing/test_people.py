from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.parsing.model import BylineEntry
from helpers.parsing.people import AUTHOR, RE_UNIT, join_broken, people, signed_people

Expected = list[tuple[str, str, str | None]]


@pytest.mark.parametrize(
    ("text_in", "people_out"),
    [
        ("记者 甲乙 通讯员 丙丁", [("记者", "甲乙", None), ("通讯员", "丙丁", None)]),
        ("记者甲乙 见习记者丙丁戊", [("记者", "甲乙", None), ("见习记者", "丙丁戊", None)]),
        ("记者 甲 乙 通讯员 丙丁", [("记者", "甲乙", None), ("通讯员", "丙丁", None)]),
        ("记者 甲乙、丙丁", [("记者", "甲乙", None), ("记者", "丙丁", None)]),
        ("甲乙 丙丁 摄", [("摄", "甲乙", None), ("摄", "丙丁", None)]),
        ("甲乙摄", [("摄", "甲乙", None)]),
        ("甲乙/摄", [("摄", "甲乙", None)]),
        ("通讯员 甲乙 文/图", [("通讯员", "甲乙", None)]),
        ("首席记者 甲乙 实习生 丙丁", [("首席记者", "甲乙", None), ("实习生", "丙丁", None)]),
        ("通讯员 县水利局 甲乙", [("通讯员", "甲乙", "县水利局")]),
        ("本报记者 甲乙", [("记者", "甲乙", None)]),
        ("记者 阿依·努尔", [("记者", "阿依·努尔", None)]),
        # Nobody is named.
        ("下文简称公司", []),
        ("记者", []),
        ("", []),
    ],
)
def test_people(text_in: str, people_out: Expected) -> None:
    assert people(text_in) == [BylineEntry(*entry) for entry in people_out]


@pytest.mark.parametrize(
    ("text_in", "names"),
    [
        ("苏小田", ["苏小田"]),
        ("苏小田 何大路", ["苏小田", "何大路"]),
        ("通讯员 甲乙", ["甲乙"]),
        # A name without a role must begin with a surname; a sentence is no name.
        ("的确如此", []),
        ("苏小田走上台去领奖", []),
        ("", []),
    ],
)
def test_signed_people(text_in: str, names: list[str]) -> None:
    assert [entry.name for entry in signed_people(text_in, strict=True)] == names


def test_a_bare_name_is_an_authors() -> None:
    assert signed_people("苏小田", strict=True) == [BylineEntry(AUTHOR, "苏小田")]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("县水利局", True),
        ("青禾镇政府", True),
        ("县人民医院", True),
        ("青禾县融媒体中心", True),
        ("苏小田", False),
        ("局", False),
        ("水利工作", False),
    ],
)
def test_a_unit(text: str, unit: bool) -> None:
    assert (RE_UNIT.match(text) is not None) == unit


@pytest.mark.parametrize(
    ("left", "right", "joined"),
    [
        ("本报讯（记者 甲乙 通", "讯员 丙丁）", "本报讯（记者 甲乙 通讯员 丙丁）"),
        ("本报讯（记者 甲乙", "通讯员 丙丁）", "本报讯（记者 甲乙 通讯员 丙丁）"),
        ("本报讯（记者 甲乙丙", "丁戊）", "本报讯（记者 甲乙丙 丁戊）"),
        ("本报讯（记者 甲乙 丙", "丁）", "本报讯（记者 甲乙 丙丁）"),
        ("本报讯（记者 欧阳", "丙丁）", "本报讯（记者 欧阳丙丁）"),
        ("本报讯（见习", "记者 甲乙）", "本报讯（见习记者 甲乙）"),
        ("本报讯", "（记者 甲乙）", "本报讯（记者 甲乙）"),
    ],
)
def test_join_broken(left: str, right: str, joined: str) -> None:
    assert join_broken(left, right) == joined


@given(st.text(alphabet="记者通讯员摄甲乙丙 　（）/图文本报讯", max_size=40))
def test_people_never_invents_a_character(text: str) -> None:
    for entry in people(text):
        assert set(entry.name) <= set(text)


@given(
    st.text(alphabet="记者通讯员甲乙 （）", max_size=20),
    st.text(alphabet="记者甲乙 ）", max_size=20),
)
def test_joining_loses_no_character(left: str, right: str) -> None:
    assert "".join(join_broken(left, right).split()) == "".join((left + right).split())
