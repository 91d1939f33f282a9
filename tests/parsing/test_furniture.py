from __future__ import annotations

import pytest

from helpers.parsing.furniture import (
    RE_COLUMN,
    RE_JUMP_FROM,
    RE_JUMP_TO,
    furniture_reason,
    is_signature,
    slogan_score,
)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("3", "page number"),
        ("— 3 —", "page number"),
        ("第三版", "page number"),
        ("————————", "rule"),
        ("*****", "rule"),
        ("【基层治理】", "column tag"),
        ("● 简讯", "column tag"),
        ("富强 民主 文明 和谐", "core values"),
        ("第2版 综合 编辑：甲乙", "running header"),
        ("第88期 2020年12月30日 星期三", "running header"),
        ("责任编辑：苏小田 版式：何大路", "running header"),
        # Headlines, text and figures are none.
        ("三座水站换了新泵", None),
        ("2020", None),
        ("148户", None),
        ("富强之路", None),
        ("编辑部来信", None),
        ("第2版的报道引起反响", None),
        ("2020年12月30日，县里召开大会。", None),
    ],
)
def test_furniture_reason(text: str, reason: str | None) -> None:
    assert furniture_reason(text) == reason


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("同心共建  实干争先", 3.0, 4.0),
        ("绿水青山 就是金山银山", 0.0, 2.9),
        ("撸起袖子加油干！", 0.5, 1.0),
        ("奋战“四个区”·“六抓六比”", 2.0, 5.0),
        ("三座水站换了新泵", 0.0, 0.0),
        ("水站换了新泵，灌溉不再看天。", 0.0, 0.0),
        ("2020 2021", 0.0, 0.0),
        ("同心共建 " * 20, 0.0, 0.0),
    ],
)
def test_slogan_score(text: str, least: float, most: float) -> None:
    assert least <= slogan_score(text.strip()) <= most


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("青禾县水务公司", True),
        ("2021年7月6日", True),
        ("二〇二一年七月六日", True),
        ("青禾县人民政府办公室", True),
        ("三座水站换了新泵", False),
        ("苏小田走进办公室，坐下", False),
        ("2021年7月6日，停水一天", False),
    ],
)
def test_is_signature(text: str, verdict: bool) -> None:
    assert is_signature(text) is verdict


@pytest.mark.parametrize(
    ("text", "leads"),
    [("（上接第1版）", True), ("紧接第二版 水站", True), ("接1版", True), ("上接天光", False)],
)
def test_where_a_story_comes_from(text: str, leads: bool) -> None:
    assert (RE_JUMP_FROM.match(text) is not None) == leads


@pytest.mark.parametrize(
    ("text", "page"),
    [("水来得早（下转第2版）", "2"), ("下转三版", "三"), ("水来得早。", None), ("下转入库", None)],
)
def test_where_a_story_goes_to(text: str, page: str | None) -> None:
    match = RE_JUMP_TO.search(text)
    assert (match["page"] if match else None) == page


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("简讯", True),
        ("短　波", True),
        ("【青禾时评】", True),
        ("── 潮音 ──", True),
        ("走基层", True),
        ("三座水站换了新泵", False),
        ("简讯三则刊登之后", False),
        ("潮音", False),
    ],
)
def test_column_names(text: str, column: bool) -> None:
    assert (RE_COLUMN.match(text) is not None) == column
