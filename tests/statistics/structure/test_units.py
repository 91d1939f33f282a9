"""Units of text: every occurrence in the article, paragraph and sentence that it stands in."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.errors import InputError
from helpers.statistics.structure.units import occurrences

ARTICLES = pd.DataFrame(
    {"article_id": ["x", "y", "z"], "text": ["水来了。签约！\n“好。”他说。", "水清", "。\n"]}
)
MENTIONS = pd.DataFrame(
    {
        "article_id": ["x", "x", "x", "y", "x"],
        "start": [0, 4, 9, 0, 12],
        "term": ["水", "签约", "好", "水", None],
    }
)


@pytest.mark.parametrize(
    ("unit", "expected", "n_units"),
    [
        ("article", [0, 0, 0, 1], 3),
        ("paragraph", [0, 0, 1, 2], 4),
        # The sentence of x: 水来了。 签约！ (its line feed) “好。” 他说。
        ("sentence", [0, 1, 3, 5], 6),
    ],
)
def test_each_occurrence_lies_in_its_unit(unit: str, expected: list[int], n_units: int) -> None:
    found = occurrences(MENTIONS, ARTICLES, item="term", unit=unit)
    assert found["unit"].tolist() == expected
    assert set(found["n_units"]) == {n_units}
    assert found["item"].tolist() == ["水", "签约", "好", "水"]


def test_an_item_counts_once_a_unit_and_unknown_articles_not_at_all() -> None:
    twice = pd.concat([MENTIONS, MENTIONS, MENTIONS.assign(article_id="unknown")])
    assert len(occurrences(twice, ARTICLES, item="term")) == 4


def test_bad_input_is_named() -> None:
    with pytest.raises(InputError, match="not a unit of text"):
        occurrences(MENTIONS, ARTICLES, item="term", unit="page")
    with pytest.raises(InputError, match="no column 'name'"):
        occurrences(MENTIONS, ARTICLES, item="name")


@settings(max_examples=25)
@given(
    st.lists(st.text(alphabet="水。！\n”a", max_size=12), min_size=1, max_size=4),
    st.sampled_from(["article", "paragraph", "sentence"]),
)
def test_units_part_any_text_in_order(texts: list[str], unit: str) -> None:
    articles = pd.DataFrame({"article_id": [f"a{i}" for i in range(len(texts))], "text": texts})
    rows = [(f"a{i}", j, f"{i}-{j}") for i, text in enumerate(texts) for j in range(len(text))]
    every = pd.DataFrame(rows, columns=["article_id", "start", "place"])
    found = occurrences(every, articles, item="place", unit=unit)
    assert len(found) == len(every)
    assert found["unit"].is_monotonic_increasing
    # No unit holds characters of two articles.
    assert (found.groupby("unit")["article_id"].nunique() <= 1).all()
