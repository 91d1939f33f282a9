"""Places in invented sentences: beginnings, levels, parents, short forms."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.extraction.document import Document, Setting, read_document
from helpers.extraction.places import Names, find_names, find_places

SETTING = Setting("今日青溪", "青溪县", "云安市", "浙江省")


def read(text: str, **fields: str) -> Document:
    return read_document("a01", {"text": text, **fields})


def printed(text: str, setting: Setting = SETTING) -> list[str]:
    return [place.text for place in find_places(read(text), setting)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("记者来到柳塘镇石桥村采访。", ["柳塘镇", "石桥村"]),
        ("日前，枫林街道学前街社区书记介绍。", ["枫林街道", "学前街社区"]),
        ("他住在枫林街道翠竹苑小区，每天走湖滨路上班。", ["枫林街道", "翠竹苑小区", "湖滨路"]),
        ("柳塘镇石桥村上坞自然村有三十户。", ["柳塘镇", "石桥村", "上坞自然村"]),
        ("从广东打工回来", ["广东"]),
        ("沿着G20高速和320国道", ["G20高速", "320国道"]),
        ("杭州市西湖区和江苏省昆山市", ["杭州市", "西湖区", "江苏省", "昆山市"]),
        ("在雅砻乡、达瓦嘎查和巴彦苏木", ["雅砻乡", "达瓦嘎查", "巴彦苏木"]),
    ],
)
def test_names_begin_where_they_should(text: str, expected: list[str]) -> None:
    assert printed(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "打造了71个示范村，农村面貌一新。",
        "全村老人都来了，该村和各村都一样。",
        "老旧小区改造后，小区更美了。",
        "城市社区和行政村、自然村的干部",
        "一条水泥路通到家门口，走上致富路。",
        "村民们在山村里过年，村里很热闹。",
        "农贸市场和批发市场的生意",
        "在城区、山区、库区和开发区",
        "近日本报记者获悉",
    ],
)
def test_common_nouns_are_no_names(text: str) -> None:
    assert printed(text) == []


def test_parent_is_the_place_directly_before() -> None:
    town, village = find_places(read("柳塘镇石桥村种茶。"), SETTING)
    assert (town.level, town.parent) == ("镇", "青溪县")
    assert (village.level, village.parent) == ("村", "柳塘镇")


def test_short_forms_are_resolved_by_the_setting() -> None:
    county, city, whole = find_places(read("我县向市里报告，全县动员。"), SETTING)
    assert (county.text, county.canonical, county.deictic) == ("我县", "青溪县", True)
    assert (city.canonical, whole.canonical) == ("云安市", "青溪县")


def test_without_a_setting_short_forms_stay_as_printed() -> None:
    (county,) = find_places(read("我县今年丰收。"), Setting())
    assert (county.canonical, county.level) == ("我县", "县")


def test_a_name_confirmed_once_is_known_by_its_short_form() -> None:
    documents = [read("在石门塘镇办起食堂。"), read("站点放在石门塘、城关两地。")]
    names = Names.learn(documents, SETTING)
    (place,) = find_places(documents[1], SETTING, names=names)
    assert (place.text, place.canonical) == ("石门塘", "石门塘镇")


def test_traditional_print_keeps_its_offsets() -> None:
    document = read("記者來到柳塘鎮石橋村採訪。")
    found = find_places(document, SETTING)
    assert [document.quote(p.field, p.start, p.end) for p in found] == ["柳塘鎮", "石橋村"]


def test_a_place_inside_an_organisation_is_nested() -> None:
    places, organisations = find_names(
        read("青溪县宏远茶业有限公司招工。"), SETTING, Names(SETTING)
    )
    assert [(p.text, p.nested) for p in places] == [("青溪县", True)]
    assert [o.text for o in organisations] == ["青溪县宏远茶业有限公司"]


def test_a_series_shares_the_word_of_its_level() -> None:
    found = find_places(read("对柳塘镇江塘、新埠、沙头三村停水。"), SETTING)
    assert [(p.text, p.canonical) for p in found][1:] == [
        ("江塘", "江塘村"),
        ("新埠", "新埠村"),
        ("沙头", "沙头村"),
    ]


def test_a_bare_word_takes_up_a_site_of_the_article() -> None:
    found = find_places(read("他走进青溪经济开发区。开发区今年扩建。"), SETTING)
    assert [(p.text, p.canonical) for p in found if not p.nested][-1] == (
        "开发区",
        "青溪经济开发区",
    )


ALPHABET = (
    "在从的和与村镇乡县区市社区小街道路委政府局公司柳塘石桥青溪省一二三A1 ，。“”\n全我里党支部"
)


@given(st.text(st.sampled_from(ALPHABET), max_size=80) | st.text(max_size=40))
def test_any_text_is_read(text: str) -> None:
    document = read(text)
    places, organisations = find_names(document, SETTING, Names.learn([document], SETTING))
    for row in (*places, *organisations):
        plain = document.fields[row.field]
        assert 0 <= row.start < row.end <= len(plain)
        assert plain[row.start : row.end] == row.text
    assert find_names(document, SETTING, Names.learn([document], SETTING)) == (
        places,
        organisations,
    )


def test_the_town_that_was_named_last_is_what_its_short_form_means() -> None:
    rows = find_places(read("柳塘镇修路。镇里出钱，村民出工。"), SETTING)
    assert [(row.text, row.canonical, row.deictic) for row in rows] == [
        ("柳塘镇", "柳塘镇", False),
        ("镇里", "柳塘镇", True),
    ]


@pytest.mark.parametrize("text", ["镇里出钱，村民出工。", "柳塘镇到城镇里去。", "柳塘镇乡里乡亲。"])
def test_a_short_form_without_a_town_means_no_place(text: str) -> None:
    assert not [row for row in find_places(read(text), SETTING) if row.deictic]


def test_a_road_is_named_after_a_place_and_a_point_of_the_compass() -> None:
    assert "青溪北路" in [row.text for row in find_places(read("家住青溪北路。"), SETTING)]
