"""Formula against reported act."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.extraction.wording.acts import acts_only, find_sentences, is_formula


@pytest.mark.parametrize(
    ("sentence", "formula"),
    [
        ("会议强调，要切实加强组织领导，进一步压实责任。", True),
        ("要坚持以党建为引领，着力构建新格局。", True),
        ("他要求，各部门要统一思想，提高站位。", True),
        ("村里修了3公里水泥路。", False),
        ("会议要求，年底前要完成12公里管网改造。", False),
        ("老人坐在门口晒太阳。", False),
    ],
)
def test_demands_and_deeds(sentence: str, formula: bool) -> None:
    assert is_formula(sentence) is formula


def test_only_deeds_are_left() -> None:
    assert acts_only("要切实加强领导。路修好了。\n务必扎实推进。") == "路修好了。"


@given(st.text(alphabet="要切实加强。！\n”甲3个，", max_size=60))
def test_sentences_are_in_order_and_do_not_overlap(text: str) -> None:
    last = 0
    for sentence in find_sentences(text):
        assert last <= sentence.start < sentence.end <= len(text)
        last = sentence.end
