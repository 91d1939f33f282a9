from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.parsing.script import RANGES, is_traditional, simplified

HAN = st.characters(min_codepoint=0x3400, max_codepoint=0xFAFF)


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("記者瞭解到", "记者了解到"),
        ("縣委書記", "县委书记"),
        ("這裏面", "这里面"),
        ("為群眾辦實事", "为群众办实事"),
        ("看著橋頭", "看着桥头"),
        ("著名的橋", "著名的桥"),
        ("乾淨", "干净"),
        ("乾隆年間", "乾隆年间"),
        ("什么時候", "什么时候"),
        ("今後", "今后"),
        ("（記者　甲）「党建」", "（记者　甲）「党建」"),
        ("", ""),
    ],
)
def test_traditional_text_is_read_simplified(text: str, reading: str) -> None:
    assert simplified(text) == reading


@pytest.mark.parametrize(
    "text", ["瞭望台", "乾隆", "声名狼藉", "於某", "著名", "ABC 12", "⾦融", "皇后", "什么"]
)
def test_simplified_text_comes_back_as_it_is(text: str) -> None:
    assert simplified(text) is text


@pytest.mark.parametrize("text", ["國\ud800", "\udfff", "縣\x00委\U0001f600"])
def test_what_cannot_be_encoded_costs_nothing_else(text: str) -> None:
    reading = simplified(text)
    assert len(reading) == len(text)
    assert reading[0] != text[0] or text[0] == "\udfff"


@given(st.text() | st.text(HAN))
def test_every_character_keeps_its_place(text: str) -> None:
    reading = simplified(text)
    assert len(reading) == len(text)
    assert simplified(reading) == reading
    for before, after in zip(text, reading, strict=True):
        if not any(start <= ord(before) < end for start, end in (*RANGES, (0x20000, 0x33480))):
            assert after == before


def test_no_ideograph_becomes_several() -> None:
    for start, end in RANGES:
        text = "".join(map(chr, range(start, end)))
        assert len(simplified(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "traditional"),
    [
        ("縣委書記到村裏調研", True),
        ("县委书记到村里调研，在王昇家里坐了一会儿", False),
        ("牌匾上写着“禮”字，是村里老人三十年前请人写下的", False),
        ("12345", False),
        ("", False),
    ],
)
def test_a_text_is_traditional_by_its_share(text: str, traditional: bool) -> None:
    assert is_traditional(text) is traditional


def test_a_simplified_megabyte_costs_nothing() -> None:
    line = "全县各级党组织坚持党建引领，把群众的事办好。" * 20
    simplified(line)
    begun = time.perf_counter()
    for _ in range(700):
        simplified(line)
    assert time.perf_counter() - begun < 0.5
