"""Quotation marks in pairs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from helpers.extraction.marks import Quote, find_quotes


def test_pairs_and_their_depth() -> None:
    text = "他说：“这叫‘三本账’，要记。”又说“好”。"
    found = [(text[q.start : q.end], q.depth) for q in find_quotes(text)]
    assert found == [("“这叫‘三本账’，要记。”", 1), ("‘三本账’", 2), ("“好”", 1)]


def test_a_mark_without_partner_is_left_out() -> None:
    assert find_quotes("甲“乙丙。") == []
    assert find_quotes("甲”乙“丙”") == [Quote(3, 6, 1)]


def test_speech_over_paragraphs_gives_a_piece_for_each() -> None:
    text = "“第一段。\n“第二段。”他说。"
    assert find_quotes(text) == [Quote(0, 5, 1, closed=False), Quote(6, 12, 1)]


def test_a_mark_left_open_does_not_reach_into_another_paragraph() -> None:
    assert find_quotes("甲“乙\n丙”丁") == []


@given(st.text(alphabet="“”‘’甲。\n", max_size=60))
def test_pairs_are_pairs(text: str) -> None:
    for quote in find_quotes(text):
        assert text[quote.start] in "“‘"
        assert "\n" not in text[quote.start : quote.end]
        if quote.closed:
            assert text[quote.end - 1] == {"“": "”", "‘": "’"}[text[quote.start]]
