from __future__ import annotations

import pandas as pd

from helpers.statistics.beside import beside, placed
from helpers.statistics.printed import paragraph_of

MENTIONS = pd.DataFrame(
    {
        "article_id": ["a1", "a3", "a3"],
        "field": ["text", "headline", "text"],
        "start": [7, 0, 0],
        "end": [11, 4, 4],
        "name": ["云事"] * 3,
        "kind": ["platform"] * 3,
    }
)
PARAGRAPHS = pd.DataFrame(
    {
        "article_id": ["a1", "a1", "a2", "a3"],
        "paragraph": [1, 2, 1, 1],
        "text": ["党支部开会。", "“云事”好。", "种树。", "“云事”来了，支书说。"],
    }
)


def test_spans_find_their_paragraph() -> None:
    out = paragraph_of(MENTIONS[MENTIONS["field"] == "text"], PARAGRAPHS)
    assert list(out["paragraph"]) == [2, 1]
    assert list(out["offset"]) == [0, 0]


ORGANISATIONS = pd.DataFrame(
    {
        "article_id": ["a1", "a1"],
        "start": [0, 8],
        "end": [3, 9],
        "text": ["党支部", "云事"],
        "canonical": ["党支部", "水利局"],
    }
)


def test_beside_asks_for_the_same_paragraph() -> None:
    found = placed(ORGANISATIONS, PARAGRAPHS)
    assert found[["term", "paragraph"]].values.tolist() == [["党支部", 1], ["水利局", 2]]
    out = beside(MENTIONS, found, PARAGRAPHS)
    assert out.values.tolist() == [["云事", "水利局", 1]]


def test_no_organisation_leaves_the_columns() -> None:
    found = placed(ORGANISATIONS.iloc[:0], PARAGRAPHS)
    assert found.empty
    assert beside(MENTIONS, found, PARAGRAPHS).empty
