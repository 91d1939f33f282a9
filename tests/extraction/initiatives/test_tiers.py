"""Levels and technology, as sentences tell them."""

from __future__ import annotations

import pytest

from helpers.extraction.initiatives.tiers import find_technology, find_tiers, rank


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("建成县级指挥中心1个、乡镇指挥中心。", [("县级指挥中心", None), ("乡镇指挥中心", None)]),
        ("共有十二个乡镇群、1个县级群。", [("县级群", 1), ("乡镇群", 12)]),
        ("形成县、乡、村三级联动。", [("县", None), ("乡", None), ("村", None)]),
        ("实行市县乡村四级书记抓。", [("市", None), ("县", None), ("乡", None), ("村", None)]),
        ("村民都来了。", []),
        ("设乡镇(街道)平台5个、1个县级平台。", [("县级平台", 1), ("乡镇(街道)平台", None)]),
        ("村里的工作站建好了。", []),
    ],
)
def test_tiers(sentence: str, expected: list[tuple[str, float | None]]) -> None:
    assert [(tier.name, tier.number) for tier in find_tiers([sentence])] == expected


def test_the_order_of_levels() -> None:
    assert rank("省级平台") < rank("县级平台") < rank("街道平台") < rank("社区群") < rank("网格")


def test_technology() -> None:
    assert find_technology(["装上摄像头，用AI识别，扫码登记。"]) == ("摄像头", "AI识别", "扫码")
    assert find_technology(["大家坐下来谈。"]) == ()
