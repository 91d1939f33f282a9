"""Organisations in invented sentences."""

from __future__ import annotations

import pytest

from helpers.extraction.document import Setting, read_document
from helpers.extraction.places import find_organisations

SETTING = Setting("今日青溪", "青溪县", "云安市", "浙江省")


def found(text: str, setting: Setting = SETTING) -> list[str]:
    document = read_document("a01", {"text": text})
    return [one.text for one in find_organisations(document, setting)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("县委、县政府研究决定", ["县委", "县政府"]),
        ("由县委县政府牵头", ["县委", "县政府"]),
        ("据县农业农村局统计", ["县农业农村局"]),
        ("记者从县统计局了解到", ["县统计局"]),
        ("县海洋与渔业局局长说", ["县海洋与渔业局"]),
        ("中共青溪县委宣传部", ["中共青溪县委宣传部"]),
        ("柳塘镇党委书记和柳塘镇政府", ["柳塘镇党委", "柳塘镇政府"]),
        ("石桥村党支部书记介绍", ["石桥村党支部"]),
        ("村两委带头，村集体增收", ["村两委", "村集体"]),
        ("青溪县第三小学的学生走进县人民医院", ["青溪县第三小学", "县人民医院"]),
        ("柳塘镇“先锋”党支部成立", ["柳塘镇“先锋”党支部"]),
        ("第十二届中国青溪茶叶博览会开幕", ["第十二届中国青溪茶叶博览会"]),
        ("据新华社北京电", ["新华社"]),
        ("青溪县第一中学和县一中学生", ["青溪县第一中学", "县一中"]),
        ("团县委、县妇联联合举办", ["团县委", "县妇联"]),
        ("柳塘镇石桥村党支部书记", ["石桥村党支部"]),
        ("与云安市恒达建设有限公司签约", ["云安市恒达建设有限公司"]),
        ("经济开发区管委会开会", ["经济开发区管委会"]),
        ("嘎查党支部书记介绍", ["嘎查党支部"]),
        ("本报编辑部启", ["本报编辑部"]),
    ],
)
def test_names_are_whole(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "小区物业公司和有关部门",
        "形成治理新格局，打破僵局",
        "各乡镇卫生院都有医生",
        "以经济建设为中心",
        "村民小组长挨家走访",
        "他自己办公司",
        "在柳塘镇开小吃店",
        "镇上照相馆里的人",
        "全县各县局都来了",
    ],
)
def test_common_nouns_are_no_names(text: str) -> None:
    assert found(text) == []


def test_short_forms_are_resolved_by_the_setting() -> None:
    document = read_document("a01", {"text": "区委、区政府和省委要求"})
    setting = Setting(None, "青溪区", "云安市", "浙江省")
    rows = find_organisations(document, setting)
    assert [row.canonical for row in rows] == ["中共青溪区委", "青溪区人民政府", "中共浙江省委"]
    assert all(row.deictic for row in rows)
