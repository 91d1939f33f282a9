"""Programmes: found by how they are introduced, put together, described."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.extraction.document import Setting, read_document
from helpers.extraction.initiatives import Initiative, find_initiatives

SETTING = Setting("今日青溪", "青溪县", "清州市", "浙江省")


def find(*texts: str, headline: str | None = None) -> list[Initiative]:
    documents = [
        read_document(f"x-2020-12-30-a{n:02d}", {"headline": headline, "text": text})
        for n, text in enumerate(texts, start=1)
    ]
    return find_initiatives(documents, SETTING)


def names(*texts: str) -> set[str]:
    return {one.name for one in find(*texts)}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("全县推行“村事速办”平台。", "“村事速办”平台", "platform"),
        ("镇里推出“民情茶室”。", "民情茶室", None),
        ("我县启动“百日清河”行动。", "“百日清河”行动", "campaign"),
        ("村里办起“清风学堂”，每周一课。", "清风学堂", "activity"),
        ("依托皖事通办理业务。", "皖事通", "platform"),
        ("景区试行错峰入园，分批放行。", "错峰入园", "mechanism"),
        ("因城东泵站二级水泵检修，定于明日停水。", "城东泵站二级水泵检修", "project"),
        ("我们建立农村污水处理设施统一运维工作机制。", "农村污水处理设施统一运维工作机制", None),
        ("实行部门包村制度。", "部门包村制度", "mechanism"),
        ("严格落实一企一策，逐一销号。", "一企一策", "mechanism"),
        ("县里实施青溪河综合整治工程。", "青溪河综合整治工程", "programme"),
        ("柳塘工业园区二期项目开工。", "柳塘工业园区二期项目", "project"),
        ("坚持周调度、月通报、季考核。", "周调度、月通报、季考核", "mechanism"),
        ("村里成立“夕阳红”志愿服务队。", "“夕阳红”志愿服务队", "organisation"),
    ],
)
def test_what_makes_a_programme(text: str, name: str, kind: str | None) -> None:
    found = {one.name: one for one in find(text)}
    assert name in found
    assert kind is None or found[name].kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "他是村里的“活地图”。",
        "停车成了“老大难”问题。",
        "这项工作进展顺利，各项活动有序开展。",
        "他抓好重点项目，健全工作机制。",
        "“我们都会用这个平台了。”他说。",
        "村民们种下的“摇钱树”结了果。",
    ],
)
def test_what_makes_none(text: str) -> None:
    assert names(text) == set()


def test_the_forms_of_a_name_are_one_programme_across_articles() -> None:
    found = find(
        "县里推出“云上青溪”智慧治理平台（以下简称“云青平台”）。",
        "“云上青溪”平台上线。云上青溪受理事件12件。",
    )
    assert len(found) == 1
    assert found[0].name == "“云上青溪”智慧治理平台"
    assert set(found[0].aliases) == {
        "“云上青溪”智慧治理平台", "“云青平台”", "“云上青溪”平台", "云上青溪",
    }  # fmt: skip
    assert len(found[0].articles) == 2


def test_what_stands_under_a_name_has_it_as_parent() -> None:
    found = find("县里启动“三进三送”行动。全县“三进三送”现场推进会召开。")
    parents = {one.name: one.parent for one in found}
    assert parents == {"“三进三送”行动": None, "“三进三送”现场推进会": "“三进三送”行动"}


def test_tiers_technology_start_and_figures() -> None:
    (one,) = find(
        "今年7月以来，青溪县依托微信建立“民声速递”三级联动微信群。"
        "全县形成1个县级群、9个乡镇（街道）群、36个村（社区）群。"
        "目前，共受理诉求87件，办结率98%。"
    )
    assert [(t.name, t.number) for t in one.tiers] == [
        ("县级群", 1), ("乡镇（街道）群", 9), ("村（社区）群", 36),
    ]  # fmt: skip
    assert "微信" in one.technology
    assert {i.text for i in one.indicators} >= {"87件", "98%"}
    assert one.actors == ("青溪县",)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("街道试点“邻里议事厅”。", "pilot"),
        ("明年，县里计划推行“邻里议事厅”。", "planned"),
        ("街道开设“邻里议事厅”，居民常来。", "in_force"),
        ("“邻里读书月”活动圆满结束。", "done"),
    ],
)
def test_where_it_stands(text: str, status: str) -> None:
    assert [one.status for one in find(text)] == [status]


@given(
    st.text(alphabet="“”‘’一村万树推行平台行动、，。（）甲乙项目的工程小程序三级\n", max_size=80)
)
def test_any_text_gives_spans(text: str) -> None:
    document = read_document("x-2020-01-01-a01", {"headline": text, "text": text})
    found = find_initiatives([document], SETTING)
    assert found == find_initiatives([document], SETTING)
    for one in found:
        assert one.mentions
        for m in one.mentions:
            assert 0 <= m.start < m.end <= len(text)
            assert document.quote(m.field, m.start, m.end) == m.text


def test_a_name_in_a_row_is_not_what_the_figures_are_of() -> None:
    found = find(
        "青石岭隧道项目启动征地。镇里将干部联村、党员代表纳入3个工作小组。青石岭隧道项目进展快。"
    )
    figures = {one.name: [i.text for i in one.indicators] for one in found}
    assert figures["青石岭隧道项目"] == ["3个"]


def test_a_landmark_is_no_programme() -> None:
    assert names("市场位于青石岭隧道项目东侧。") == set()
