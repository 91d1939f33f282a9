"""People in running text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.extraction.document import read_document
from helpers.extraction.people import Person, find_people
from helpers.extraction.people.categories import categorise


def find(text: str, **fields: str) -> list[Person]:
    return find_people(read_document("x-2020-01-01-a01", {"text": text, **fields}))


@pytest.mark.parametrize(
    ("text", "name", "title", "organisation", "category"),
    [
        ("“好。”甲街道党工委书记汪建霞说。", "汪建霞", "书记", "甲街道党工委", "official_party"),
        ("村党支部书记刘根生手持图纸。", "刘根生", "村党支部书记", "村党支部", "village_cadre"),
        ("清河县水利局副局长周华介绍，", "周华", "副局长", "清河县水利局", "official_government"),
        ("村民丁水生敲锣。", "丁水生", "村民", None, "resident"),
        ("63岁的姚桂珍采了茶。", "姚桂珍", None, None, "resident"),
        ("公司总经理费南舟坦言。", "费南舟", "公司总经理", "公司", "enterprise"),
        ("党工委副书记、办事处主任韩雪松表示，", "韩雪松", None, None, "official_government"),
    ],
)
def test_names_with_their_offices(
    text: str, name: str, title: str | None, organisation: str | None, category: str
) -> None:
    (person,) = find(text)
    assert (person.name, person.category, person.named) == (name, category, True)
    if title is not None:
        assert (person.title, person.organisation) == (title, organisation)


def test_how_long_a_name_is_the_words_behind_decide() -> None:
    assert [p.name for p in find("主任周华介绍，村民余春寿签字后，书记巫伟说。")] == [
        "周华",
        "余春寿",
        "巫伟",
    ]


def test_every_mention_has_the_office_of_the_introduction() -> None:
    found = find("村民万志祥来了。万志祥说，路修好了。")
    assert [(p.name, p.title) for p in found] == [("万志祥", "村民"), ("万志祥", "村民")]


def test_somebody_without_a_full_name() -> None:
    found = find("居民程先生告诉记者，82岁的竺阿婆和烧烤店许老板也来了。")
    assert [(p.name, p.named) for p in found] == [
        ("程先生", False),
        ("竺阿婆", False),
        ("许老板", False),
    ]


def test_lists_of_names() -> None:
    found = find("县领导马存义、贺兰芝、方 炳，都参加了。")
    assert [p.name for p in found] == ["马存义", "贺兰芝", "方炳"]


@pytest.mark.parametrize(
    "text",
    [
        "高质量发展，加强管理，方向明确。",
        "江滨社区党委开会，白鹭镇来人。",
        "项目由第四建设工程有限公司承接。",
        "村干部任小组长，每晚开会。",
        "（记者 汪小满 文/图）",
    ],
)
def test_what_is_no_person(text: str) -> None:
    assert find(text) == []


def test_headlines_are_read_too() -> None:
    found = find("", headline="村支书陈贤旺的账本")
    assert [(p.field, p.name) for p in found] == [("headline", "陈贤旺")]


@given(st.text(alphabet="王李张大成说书记村民的、， 　。岁6先生\n任主任", max_size=60))
def test_any_text_gives_spans(text: str) -> None:
    for person in find(text):
        assert 0 <= person.start < person.end <= len(text)
        assert "".join(text[person.start : person.end].split()) == person.name
        if person.title_start is not None and person.title_end is not None:
            assert 0 <= person.title_start < person.title_end <= person.start


def test_an_office_before_a_list_of_names_is_everybodys() -> None:
    people = find("县领导郝敬之、宁守安、辛月娥参加。随后，郝敬之讲话。")
    assert {(p.name, p.title, p.category) for p in people} == {
        ("郝敬之", "县领导", "official_government"),
        ("宁守安", "县领导", "official_government"),
        ("辛月娥", "县领导", "official_government"),
    }


def test_the_office_of_one_is_not_that_of_who_is_named_behind() -> None:
    people = find("县长郝敬之、村民宁守安参加。")
    assert [(p.name, p.category) for p in people] == [
        ("郝敬之", "official_government"),
        ("宁守安", "resident"),
    ]


def test_who_heads_the_office_of_a_committee_belongs_to_the_party() -> None:
    (person,) = find("县委常委、办公室主任周秉安一同调研。")
    assert person.category == "official_party"


def test_the_word_of_a_village_of_the_steppe_ends_no_name() -> None:
    assert find("红柳镇巴彦嘎查的会议室。") == []


@pytest.mark.parametrize(
    ("words", "category"),
    [
        ("退休教师", "resident"),
        ("退休的市政工程师", "resident"),
        ("新任党支部书记", "village_cadre"),
        ("支书", "village_cadre"),
        ("机关党支部书记", "other"),
        ("区政务办负责人", "official_government"),
        ("县信访办副主任", "official_government"),
        ("程序员", "worker"),
        ("船老大", "worker"),
    ],
)
def test_capacities_by_the_words_of_an_office(words: str, category: str) -> None:
    assert categorise(words) == category
