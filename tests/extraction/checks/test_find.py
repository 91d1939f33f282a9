"""Arithmetic done again."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.extraction.checks import Check, find_checks
from helpers.extraction.document import read_document
from helpers.extraction.figures.find import find_figures
from helpers.extraction.wording import find_coinages


def check(text: str, **fields: str) -> list[Check]:
    document = read_document("x-2020-06-01-a01", {**fields, "text": text}, date=date(2020, 6, 1))
    return find_checks(document, find_figures(document), find_coinages(document, ()))


def found(text: str, kind: str, **fields: str) -> list[tuple[str, str]]:
    return [(c.statement, c.verdict) for c in check(text, **fields) if c.kind == kind]


@pytest.mark.parametrize(
    ("text", "kind", "statement", "verdict"),
    [
        ("共86件，办结79件，办结率91.9%。", "ratio", "79件 ÷ 86件 = 91.8605%", "consistent"),
        ("涉及99户，已签96户，签约率近97%。", "ratio", "96户 ÷ 99户 = 96.9697%", "consistent"),
        ("涉及99户，已签96户，签约率达96%。", "ratio", "96户 ÷ 99户 = 96.9697%", "rounded"),
        (
            "投诉由118件减到37件，下降68.6%。",
            "ratio",
            "（118件 − 37件）÷ 118件 = 68.6441%",
            "consistent",
        ),
        ("村民占45%，村集体占55%。", "shares", "45% + 55% = 100%", "consistent"),
        (
            "总投资2860万元，其中补助1200万元，自筹1660万元。",
            "sum",
            "1200万元 + 1660万元 = 28,600,000元",
            "consistent",
        ),
        ("办结率由91.9%升到93.4%，提高1.5个百分点。", "difference", None, "consistent"),
        ("420亩受灾，每亩补380元，共15.96万元。", "product", None, "consistent"),
        ("联系1340户，268个支部平均各联5户。", "mean", "1340户 ÷ 268个 = 5户", "consistent"),
        ("交办119件，按期办结105件。", "part", "105件 ÷ 119件 = 88.2353%", "incomplete"),
        ("打造邻里、教育、健康三大场景。", "listed", None, "consistent"),
        ("甲街、乙街、丙街等5条商业街。", "listed", None, "incomplete"),
        ("“三改”（改水、改厕、改路）", "listed", "“三改”：列举3项", "consistent"),
        ("90%的村民同意。", "baseless", "90%", "incomplete"),
    ],
)
def test_what_is_computed(text: str, kind: str, statement: str | None, verdict: str) -> None:
    checks = found(text, kind)
    assert verdict in [v for _, v in checks]
    if statement is not None:
        assert any(s == statement for s, _ in checks)


def test_a_share_that_contradicts_its_count_is_inconsistent() -> None:
    text = "全村共有200户，其中安装50户，占45%。"
    assert ("50户 ÷ 200户 = 25%", "inconsistent") in found(text, "ratio")


@pytest.mark.parametrize(
    "text",
    [
        "支部有党员50名，其中女性12名，35岁以下的占30%。",
        "去年产值3.2亿元，增长12%，其中出口1亿元。",
        "共1200人参加，其中学生500人左右，占四成多。",
        "第一批20户，第二批30户，满意率98%。",
        "种植水稻300亩，其中优质稻近200亩，占70%。",
    ],
)
def test_no_false_alarm(text: str) -> None:
    assert [c for c in check(text) if c.verdict == "inconsistent"] == []


def test_a_headline_is_held_against_the_text() -> None:
    text = "昨天，104.34亩土地全部签约。"
    assert found(text, "restated", headline="100亩土地签约") == [("100亩 ≈ 104.34亩", "rounded")]
    assert found("签约96户。", "restated", headline="96户签约") == [("96户 = 96户", "consistent")]


def test_the_figures_of_a_check_stand_in_the_article() -> None:
    text = "共86件，办结79件，办结率91.9%。"
    (ratio,) = [c for c in check(text) if c.kind == "ratio"]
    assert [text[f.start : f.end] for f in ratio.figures] == ["91.9%", "79件", "86件"]


@settings(max_examples=150)
@given(st.text(alphabet="0123456789%户件元每万，。占率其中共减少至月日、三等", max_size=60))
def test_any_text_gives_checks_of_its_figures(text: str) -> None:
    for one in check(text):
        assert one.verdict in ("consistent", "rounded", "incomplete", "inconsistent")
        assert all(0 <= f.start < f.end <= len(text) for f in one.figures)
