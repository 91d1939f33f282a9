"""Tables over a whole corpus: suspected misprints and reprinted articles."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from helpers.corpus.schema import arrow_schema

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

#: The columns of `tokens` that say which words an article has.
WORDS = ["article_id", "start", "end", "term"]


def misprints_table(
    articles: Iterable[pa.Table], tokens: Callable[[], Iterable[pa.Table]]
) -> pa.Table:
    """Return the suspected misprints of a corpus.

    Args:
        articles: Rows of the table `articles`, chunk by chunk.
        tokens: Opens the rows of the table `tokens`, each chunk with whole articles; it is called
            twice, to learn what is usual and then to look at each article.

    Returns:
        Rows of the table `misprints`.
    """
    from helpers.language.misprints import misprints, words_of
    from helpers.language.usage import Usage

    texts: dict[str, str] = {}
    for chunk in articles:
        columns = chunk.select(["article_id", "text"]).to_pydict()
        texts.update(zip(columns["article_id"], columns["text"], strict=True))
    usage = Usage()
    for chunk in tokens():
        for _, words in words_of(chunk.select(WORDS).to_pydict()):
            usage.add(words)
    found = misprints(
        texts,
        (article for chunk in tokens() for article in words_of(chunk.select(WORDS).to_pydict())),
        usage,
    )
    return _table("misprints", found)


def reprints_table(articles: Iterable[pa.Table]) -> pa.Table:
    """Return the articles of a corpus that were printed again.

    Args:
        articles: Rows of the table `articles`, chunk by chunk.

    Returns:
        Rows of the table `reprints`.
    """
    import pandas as pd

    from helpers.language.reprints import reprints

    columns = ["article_id", "text"]
    parts = [pd.DataFrame(chunk.select(columns).to_pydict()) for chunk in articles]
    frame = pd.concat(parts) if parts else pd.DataFrame(columns=columns, dtype="str")
    return _table("reprints", reprints(frame))


def _table(name: str, frame: pd.DataFrame) -> pa.Table:
    """Return a frame as rows of a table; missing strings become nulls."""
    import pyarrow as pa

    return pa.Table.from_pandas(frame, schema=arrow_schema(name), preserve_index=False)
