"""Changes, announced numbers and exact figures printed again."""

from __future__ import annotations

import pytest

from helpers.extraction.checks import Check, find_checks
from helpers.extraction.document import read_document
from helpers.extraction.figures.find import find_figures


def found(text: str, kind: str) -> list[tuple[str, str]]:
    document = read_document("x-2020-06-01-a01", {"text": text})
    checks: list[Check] = find_checks(document, find_figures(document))
    return [(c.statement, c.verdict) for c in checks if c.kind == kind]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("报件由119件涨到了326件。", "119件 ＜ 326件"),
        ("单证从九种减到两种。", "九种 ＞ 两种"),
        ("种植面积由83亩恢复到5260亩。", "83亩 ＜ 5260亩"),
    ],
)
def test_a_change_goes_the_way_of_its_verb(text: str, statement: str) -> None:
    assert found(text, "change") == [(statement, "consistent")]


@pytest.mark.parametrize(
    "text",
    [
        "排名由12名升到3名。",
        "由12名网格员和15名志愿者采买。",
        "从3时等到5时。",
        "由东村出120元，增加到西村的是80户。",
    ],
)
def test_other_pairs_are_no_change(text: str) -> None:
    assert found(text, "change") == []


@pytest.mark.parametrize(
    ("text", "statement", "verdict"),
    [
        ("要做三样东西：一所夜校，一批岗位，还有一张表。", "三样：列举3项", "consistent"),
        ("他只说了两个字：“成了。”", "两个：列举2项", "consistent"),
        ("门楣上“湾头合作社”五个字是照着老照片描的。", "五个：列举5项", "consistent"),
        (
            "山上亮着三盏灯。第一盏是学校，第二盏是诊所，第三盏是村部。",
            "三盏：列举3项",
            "consistent",
        ),
        ("新增5个站点，分别放在东村、西村、北村等地。", "5个：列举3项", "incomplete"),
    ],
)
def test_what_is_announced_is_gone_through(text: str, statement: str, verdict: str) -> None:
    assert (statement, verdict) in found(text, "listed")


@pytest.mark.parametrize(
    "text",
    [
        "要做三样东西：一所夜校，一批岗位。",
        "来自六个县区的骑手参加了走马、速度赛马等项目。",
        "有两个村。第一个五年计划早已完成，第二个五年计划开始了。",
        "王某（住东村二组）：原告诉你欠款，要求还钱。",
        "他只说了两个字：“办成了。”",
    ],
)
def test_other_numbers_announce_nothing(text: str) -> None:
    assert found(text, "listed") == []


def test_a_figure_of_several_digits_is_told_again() -> None:
    text = "征田地1460亩，户户都疼。到年底，1460亩已全部交付。"
    assert found(text, "restated") == [("1460亩 = 1460亩", "consistent")]


@pytest.mark.parametrize(
    "text",
    [
        "一处征地200亩。另一处征地200亩。",
        "一处种了14亩。另一处种了14亩。",
        "。".join(f"某处征地{n}亩" for n in [146, *range(101, 122), 146]) + "。",
    ],
)
def test_round_small_or_crowded_figures_come_again_by_chance(text: str) -> None:
    assert found(text, "restated") == []
