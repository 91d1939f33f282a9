from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.parsing.text import RE_SPREAD, RE_WIDTHS, canonical, width


@pytest.mark.parametrize(
    ("text_in", "text_out"),
    [
        ("本報訊(記者 甲乙)２０", "本报讯（记者 甲乙）20"),
        ("ＡＢｚ，１％", "ABz，1%"),
        ("「引」『内』〝旧〞", "“引”‘内’“旧”"),
        ("甲\u00a0乙\t丙", "甲 乙 丙"),
        ("3.5亿元,好!", "3.5亿元，好！"),
        # What is printed as it should be comes back as it is.
        ("本报讯（记者 甲乙）", "本报讯（记者 甲乙）"),
        ("——……·", "——……·"),
        ("甲　乙", "甲　乙"),
        ("", ""),
    ],
)
def test_canonical(text_in: str, text_out: str) -> None:
    assert canonical(text_in) == text_out


@given(st.text())
def test_every_character_keeps_its_place(text: str) -> None:
    reading = canonical(text)
    assert len(reading) == len(text)
    assert canonical(reading) == reading
    assert RE_WIDTHS.search(reading) is None


@pytest.mark.parametrize(
    ("text", "size"),
    [("", 0.0), ("甲乙", 2.0), ("12人", 2.0), ("１２人", 3.0), ("abc", 1.5), ("甲，", 2.0)],
)
def test_width(text: str, size: float) -> None:
    assert width(text) == size


@pytest.mark.parametrize(
    ("text", "spread"), [("记 者 了 解 到", True), ("记者 甲 乙", False), ("一 二", False)]
)
def test_spread(text: str, spread: bool) -> None:
    assert (RE_SPREAD.search(text) is not None) == spread
