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
    """Return what cuts the texts of a corpus, with the corpus's own lexicon.

    The plain reading is cut, characters set apart closed up; offsets count in the printed text.

    Raises:
        InputError: The corpus's lexicon cannot be used.
    """
    from helpers.language.lexicon import load_lexicon
    from helpers.language.plain import close_up, plain
    from helpers.language.segment import Segmenter, pos_of

    lexicon = load_lexicon(config.lexicon, replace=config.lexicon_mode == "replace")
    segmenter = Segmenter(lexicon)

    def read(text: str) -> tuple[str, list[int] | None]:
        return close_up(plain(text))

    return Tokeniser(segmenter.cut_many, pos_of, lexicon.__contains__, read)


def open_theme_scorer(config: CorpusConfig) -> Callable[[pa.Table], pa.Table]:
    """Return what scores the themes of articles, with the corpus's own themes.

    It takes rows of the table `articles` and returns rows of the table `themes`.

    Raises:
        InputError: The corpus's themes cannot be used.
    """
    import pandas as pd
    import pyarrow as pa

    from helpers.language.plain import close_up, plain
    from helpers.language.themes import load_themes, score_themes

    dictionary = load_themes(config.themes, replace=config.themes_mode == "replace")

    def score(articles: pa.Table) -> pa.Table:
        columns = {
            name: [close_up(plain(value or ""))[0] for value in articles.column(name).to_pylist()]
            for name in ("article_id", "headline", "text")
        }
        themes = score_themes(pd.DataFrame(columns), dictionary=dictionary)
        return pa.Table.from_pandas(themes, schema=arrow_schema("themes"), preserve_index=False)

    return score
