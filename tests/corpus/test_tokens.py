"""Tokens stand where their offsets say."""

from __future__ import annotations

from collections.abc import Sequence

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.corpus.schema import arrow_schema
from helpers.corpus.tokens import Tokeniser, TokensLostError, tokens_table
from helpers.corpus.validate import validate

ISSUE = "q-2021-07-06"


def pairs(texts: Sequence[str]) -> list[list[str]]:
    """Cut every two characters, as a segmenter that is easy to foresee."""
    return [[text[i : i + 2] for i in range(0, len(text), 2)] for text in texts]


TOKENISER = Tokeniser(pairs, {"水站": "n", "村民": ""}.get, {"水站"}.__contains__)


def table(articles: Sequence[Sequence[str]]) -> pa.Table:
    rows = [
        {"article_id": f"{ISSUE}-a{a:02d}", "paragraph": p, "text": text, "lines": "1"}
        for a, texts in enumerate(articles, start=1)
        for p, text in enumerate(texts, start=1)
    ]
    return pa.Table.from_pylist(rows, schema=arrow_schema("paragraphs"))


def test_offsets_count_in_the_text_of_the_article() -> None:
    tokens = tokens_table(table([["水站新泵", "村民"], ["渠水站"]]), TOKENISER)
    validate("tokens", tokens)
    rows = [tuple(row.values())[1:] for row in tokens.to_pylist()]
    assert rows == [
        (1, 1, 0, 2, "水站", "n", True),
        (1, 2, 2, 4, "新泵", None, False),
        (2, 3, 5, 7, "村民", None, False),
        (1, 1, 0, 2, "渠水", None, False),
        (1, 2, 2, 3, "站", None, False),
    ]


def test_white_space_is_left_out_and_moves_no_offset() -> None:
    tokens = tokens_table(table([["水站　 村民"]]), TOKENISER)
    assert tokens.column("term").to_pylist() == ["水站", "村民"]
    assert tokens.column("start").to_pylist() == [0, 4]
    assert tokens.column("position").to_pylist() == [1, 2]


def without_stars(text: str) -> tuple[str, list[int] | None]:
    """Leave stars out, as a reading that is easy to foresee."""
    kept = [i for i, character in enumerate(text) if character != "*"]
    return "".join(text[i] for i in kept), [*kept, len(text)] if len(kept) < len(text) else None


def test_a_token_reaches_over_what_its_reading_leaves_out() -> None:
    tokeniser = Tokeniser(pairs, lambda _: None, lambda _: False, without_stars)
    tokens = tokens_table(table([["水站"], ["*水*站*村民", "水站"], ["村*民"]]), tokeniser)
    assert tokens.column("term").to_pylist() == ["水站", "水站", "村民", "水站", "村民"]
    spans = list(zip(*(tokens.column(c).to_pylist() for c in ("start", "end")), strict=True))
    assert spans == [(0, 2), (1, 4), (5, 7), (8, 10), (0, 3)]


@pytest.mark.parametrize("articles", [[], [["　"]], [["", ""]]])
def test_no_words_give_no_rows(articles: list[list[str]]) -> None:
    tokens = tokens_table(table(articles), TOKENISER)
    assert tokens.num_rows == 0
    assert tokens.schema.equals(arrow_schema("tokens"))


def test_a_segmenter_that_loses_text_is_caught() -> None:
    lossy = Tokeniser(lambda texts: [[text[1:]] for text in texts], lambda _: None, lambda _: False)
    with pytest.raises(TokensLostError):
        tokens_table(table([["水站"]]), lossy)


def test_a_term_is_looked_up_once() -> None:
    asked: list[str] = []
    tokeniser = Tokeniser(pairs, lambda term: asked.append(term), lambda _: False)
    for _ in range(2):
        tokens_table(table([["水站水站"], ["水站"]]), tokeniser)
    assert asked == ["水站"]


@given(
    st.lists(
        st.lists(st.text(alphabet="水站村民a 　𠮷", max_size=9), min_size=1, max_size=4), max_size=5
    )
)
def test_every_token_is_the_text_at_its_offsets(articles: list[list[str]]) -> None:
    tokens = tokens_table(table(articles), TOKENISER).to_pylist()
    texts = {f"{ISSUE}-a{a:02d}": "\n".join(t) for a, t in enumerate(articles, start=1)}
    covered = dict.fromkeys(texts, 0)
    for token in tokens:
        text = texts[token["article_id"]]
        assert text[token["start"] : token["end"]] == token["term"]
        assert text[: token["start"]].count("\n") == token["paragraph"] - 1
        covered[token["article_id"]] += 1
        assert token["position"] == covered[token["article_id"]]
    kept = {
        key: sum(t["end"] - t["start"] for t in tokens if t["article_id"] == key) for key in texts
    }
    for key, text in texts.items():
        assert kept[key] >= len("".join(text.split()))
