"""Tokens and themes are of the plain reading; their places are of the print."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pytest

from helpers.corpus.config import CorpusConfig
from helpers.corpus.schema import arrow_schema
from helpers.corpus.tokens import tokens_table
from helpers.corpus.words import open_theme_scorer, open_tokeniser


@pytest.fixture
def config(tmp_path: Path) -> CorpusConfig:
    return CorpusConfig("q", tmp_path)


def tokens_of(config: CorpusConfig, text: str) -> list[tuple[str, str]]:
    row = {"article_id": "q-2021-07-06-a01", "paragraph": 1, "text": text, "lines": "1"}
    paragraphs = pa.Table.from_pylist([row], schema=arrow_schema("paragraphs"))
    tokens = tokens_table(paragraphs, open_tokeniser(config)).to_pylist()
    return [(t["term"], text[t["start"] : t["end"]]) for t in tokens]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("黨員幹部", [("党员干部", "黨員幹部")]),
        ("记 者 了 解 到，村民", [("记者", "记 者"), ("了解", "了 解"), ("到", "到")]),
        ("１０⼾,村民", [("10", "１０"), ("户", "⼾"), ("，", ",")]),
    ],
)
def test_terms_are_read_and_places_are_printed(
    config: CorpusConfig, text: str, tokens: list[tuple[str, str]]
) -> None:
    assert tokens_of(config, text)[: len(tokens)] == tokens


def test_a_traditional_article_has_the_themes_of_its_simplified_reading(
    config: CorpusConfig,
) -> None:
    texts = ["征地拆迁，村民签约，土地补偿款发放到户", "徵地拆遷，村民簽約，土地補償款發放到戶"]
    articles = pa.table(
        {"article_id": ["a", "b"], "headline": pa.array([None, None], pa.string()), "text": texts}
    )
    rows = open_theme_scorer(config)(articles).to_pylist()
    themes = {
        key: [(r["theme"], r["score"]) for r in rows if r["article_id"] == key] for key in "ab"
    }
    assert themes["a"]
    assert themes["a"] == themes["b"]
