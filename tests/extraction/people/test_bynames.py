"""Persons without a surname in front, in invented sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.extraction.document import read_document
from helpers.extraction.people import Person, find_people
from helpers.extraction.people.bynames import find_bynames


def find(text: str, **fields: str) -> list[Person]:
    return find_people(read_document("x-2020-01-01-a01", {"text": text, **fields}))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("牧民巴特尔说，今年雪小。巴特尔家有三百只羊。", "巴特尔"),
        ("嘎查长乌力吉介绍，草场已经封育。", "乌力吉"),
        ("卓玛措今年45岁，在合作社上班。卓玛措说，收入稳了。", "卓玛措"),
    ],
)
def test_names_that_are_written_by_their_sound(text: str, name: str) -> None:
    assert {person.name for person in find(text)} == {name}


@pytest.mark.parametrize(
    "text",
    [
        "文明新风吹进千家万户。",
        "格尔木市的商队来了。",
        "巴彦嘎查修了路。",
        "他们买了阿尔卑斯牌牛奶。",
        "加大力度，提升能力。",
    ],
)
def test_words_and_places_of_such_characters_are_nobody(text: str) -> None:
    assert find(text) == []


def test_familiar_forms_are_somebody_where_they_speak_or_come_back() -> None:
    (person,) = find("“路修好了，”老邱说。")
    assert (person.name, person.named, person.category) == ("老邱", False, "resident")
    assert [p.name for p in find("老邱起得早。老邱的地在坡上。")] == ["老邱", "老邱"]


@pytest.mark.parametrize("text", ["老路要拆。", "小高层住宅。", "小康路上。", "老百姓说好。"])
def test_words_that_only_begin_like_familiar_forms_are_nobody(text: str) -> None:
    assert [p.name for p in find(text)] == []


def test_who_has_been_found_otherwise_is_left_alone() -> None:
    fields = {"text": "牧民巴特尔说，雪小。"}
    assert [one.name for one in find_bynames(fields, set())] == ["巴特尔"]
    assert list(find_bynames(fields, {"巴特尔"})) == []


@given(st.text(alphabet="老小邱刘巴特尔卓玛说，。岁今年45的牧民长措\n", max_size=40))
def test_every_find_stands_where_it_says(text: str) -> None:
    for one in find_bynames({"text": text}, set()):
        assert text[one.start : one.end] == one.name
        assert one.end > one.start
