"""The sentence around a span."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.statistics.sentences import MOST, sentence_at, with_sentences

TEXT = "水来了。签了3户，剩2户。\n“还有1户！”他说。"


@pytest.mark.parametrize(
    ("printed", "sentence"),
    [
        ("水", "水来了。"),
        ("3户", "签了3户，剩2户。"),
        ("1户", "“还有1户！”"),
        ("他", "他说。"),
    ],
)
def test_the_sentence_ends_at_its_stop(printed: str, sentence: str) -> None:
    start = TEXT.index(printed)
    assert sentence_at(TEXT, start, start + len(printed)) == sentence


def test_a_long_sentence_is_cut_with_a_sign() -> None:
    text = "甲" * 500 + "3户" + "乙" * 500
    out = sentence_at(text, 500, 502)
    assert out.startswith("…甲")
    assert out.endswith("乙…")
    assert len(out) == 2 * MOST + 4


@given(st.text("甲，。！\n”", max_size=300), st.data())
def test_the_span_is_always_in_its_sentence(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert text[start:end].strip() in sentence_at(text, start, end)


def test_headlines_are_shown_whole() -> None:
    articles = pd.DataFrame({"article_id": ["a"], "text": [TEXT], "headline": ["三户已签"]})
    spans = pd.DataFrame(
        {"article_id": ["a", "a"], "field": ["headline", "text"], "start": [0, 6], "end": [2, 8]}
    )
    assert with_sentences(spans, articles)["sentence"].tolist() == ["三户已签", "签了3户，剩2户。"]
    assert with_sentences(spans.iloc[:0], articles).empty
