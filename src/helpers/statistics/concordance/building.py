"""Articles to the content of an index: one long text, and its words as numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from helpers.errors import InputError
from helpers.statistics.concordance.store import BORDER, UNKNOWN, Listed, Store, character_starts

if TYPE_CHECKING:
    import pyarrow as pa

    from helpers.language.lexicon import Lexicon
    from helpers.language.themes import ThemeDictionary
    from helpers.statistics.concordance.store import Bytes, Integers, Narrow

#: Characters that are cut at once: what is made on the way then takes little memory.
CHUNK = 500_000
#: Bytes of text that an index can hold: offsets are 32 bits wide.
MOST = 2**31 - 1


def build(
    articles: pd.DataFrame,
    lexicon: Lexicon,
    themes: ThemeDictionary,
    tokens: pd.DataFrame | None,
    digest: str,
) -> Store:
    """Lay articles end to end and number their words.

    Raises:
        InputError: A column is missing, an article comes twice, tokens are of other articles, or
            there is more text than an index can hold.
    """
    names = _names(articles)
    printed = [text if isinstance(text, str) else "" for text in articles["text"].tolist()]
    reading = [_read(text) for text in printed]
    starts = _laid(np.array([len(text) for text in reading], dtype=np.int64))
    whole = _joined(reading)
    same = all(map(str.__eq__, reading, printed))
    shown = whole if same else _joined(printed)
    at = character_starts(whole)
    words = _cut(reading, starts, lexicon) if tokens is None else _given(tokens, names, starts)
    return Store(
        article_ids=names,
        issue_ids=tuple(map(str, articles["issue_id"].tolist())),
        reading=whole,
        printed=shown,
        starts=starts,
        at=at,
        printed_at=at if same else character_starts(shown),
        sizes=np.array([_solid(text) for text in printed], dtype=np.int64),
        **words,
        classes=_classes(lexicon, themes),
        digest=digest,
    )


def _names(articles: pd.DataFrame) -> tuple[str, ...]:
    """Return the ids of the articles, each once."""
    for column in ("article_id", "issue_id", "text"):
        if column not in articles.columns:
            known = ", ".join(map(str, articles.columns))
            raise InputError(f"the articles have no column {column!r}", remedy=f"it has: {known}")
    twice = articles["article_id"][articles["article_id"].duplicated()]
    if len(twice):
        raise InputError(
            f"the article {twice.iloc[0]} comes more than once",
            remedy="leave one row for each article",
        )
    return tuple(map(str, articles["article_id"].tolist()))


def _read(text: str) -> str:
    """Return the plain reading of a text, in which no character stands for a border."""
    from helpers.language.plain import plain

    return plain(text).replace(BORDER, UNKNOWN)


def _encode(text: str) -> bytes:
    """Return a text in UTF-8; half a surrogate pair, which has none, becomes a question mark."""
    return text.encode("utf-8", "replace")


def _joined(texts: Sequence[str]) -> Bytes:
    """Lay texts end to end with a border between them.

    Raises:
        InputError: They are longer than an index can hold.
    """
    whole = _encode(BORDER.join(texts))
    if len(whole) > MOST:
        raise InputError(
            f"{len(whole):,} bytes of text are more than an index can hold ({MOST:,})",
            remedy="make an index of a part of the articles",
        )
    return np.frombuffer(whole, dtype=np.uint8)


def _laid(lengths: Integers) -> Integers:
    """Return where texts of these lengths start, and where one more would."""
    return np.concatenate([[0], np.cumsum(lengths + len(BORDER))]).astype(np.int64)


def _solid(text: str) -> int:
    """Count the characters of a text, white space left out."""
    return sum(map(len, text.split()))


def _classes(lexicon: Lexicon, themes: ThemeDictionary) -> dict[str, Listed]:
    """Return the classes of the lexicon and the themes, with their terms."""
    found: dict[str, list[str]] = {}
    for entry in lexicon.entries:
        found.setdefault(f"lexicon:{entry.kind}", []).append(entry.term)
    for term in themes.terms:
        found.setdefault(f"theme:{term.theme}", []).append(term.term)
    masks = tuple(themes.masks)
    return {
        name: Listed(tuple(dict.fromkeys(terms)), masks if name.startswith("theme:") else ())
        for name, terms in found.items()
    }


def _given(tokens: pd.DataFrame, names: Sequence[str], starts: Integers) -> dict[str, Any]:
    """Number words that were cut before: the table `tokens`."""
    codes, terms = pd.factorize(tokens["term"])
    place, known = pd.factorize(tokens["article_id"])
    numbers = {name: number for number, name in enumerate(names)}
    unknown = [name for name in known if name not in numbers]
    if unknown:
        raise InputError(
            f"tokens are of {unknown[0]}, which is not among the articles",
            remedy="give the tokens of these articles alone",
        )
    article = np.array([numbers[str(name)] for name in known], dtype=np.int64)[place]
    begin = tokens["start"].to_numpy(dtype=np.int64) + starts[article]
    end = tokens["end"].to_numpy(dtype=np.int64) + starts[article]
    if len(begin) and (begin[1:] <= begin[:-1]).any():
        order = np.argsort(begin, kind="stable")
        codes, begin, end, article = codes[order], begin[order], end[order], article[order]
    return _words(tuple(map(str, terms)), codes, begin, end, article, len(names))


def _cut(texts: Sequence[str], starts: Integers, lexicon: Lexicon) -> dict[str, Any]:
    """Cut texts into words and number them, as a corpus's tokens are cut."""
    known: dict[str, int] = {}
    codes, begins, ends, articles = [], [], [], []
    for part in _parts(texts, lexicon):
        encoded = part.column("term").combine_chunks().dictionary_encode()
        number = [known.setdefault(term, len(known)) for term in encoded.dictionary.to_pylist()]
        article = part.column("article_id").cast("int64").to_numpy()
        codes.append(np.array(number, dtype=np.int32)[encoded.indices.to_numpy()])
        begins.append(part.column("start").to_numpy() + starts[article])
        ends.append(part.column("end").to_numpy() + starts[article])
        articles.append(article)
    if not codes:
        nothing = np.zeros(0, dtype=np.int64)
        return _words((), nothing, nothing, nothing, nothing, len(texts))
    joined = [np.concatenate(column) for column in (codes, begins, ends, articles)]
    return _words(tuple(known), joined[0], joined[1], joined[2], joined[3], len(texts))


def _parts(texts: Sequence[str], lexicon: Lexicon) -> Iterator[pa.Table]:
    """Yield the tokens of texts, some at a time, the articles named by their number."""
    import pyarrow as pa

    from helpers.corpus.tokens import Tokeniser, tokens_table
    from helpers.language.plain import close_up
    from helpers.language.segment import Segmenter

    tokeniser = Tokeniser(Segmenter(lexicon).cut_many, lambda _: None, lambda _: False, close_up)
    held: list[int] = []
    size = 0
    for number, text in enumerate(texts):
        held.append(number)
        size += len(text)
        if size < CHUNK and number + 1 < len(texts):
            continue
        rows = {
            "article_id": list(map(str, held)),
            "paragraph": [1] * len(held),
            "text": [_encode(texts[n]).decode() for n in held],
        }
        yield tokens_table(pa.table(rows), tokeniser)
        held, size = [], 0


def _words(
    terms: tuple[str, ...],
    codes: Narrow | Integers,
    begin: Integers,
    end: Integers,
    article: Integers,
    n_articles: int,
) -> dict[str, Any]:
    """Return the parts of a store that hold its words."""
    counts = np.bincount(article, minlength=n_articles)
    return {
        "terms": terms,
        "words": np.asarray(codes, dtype=np.int32),
        "word_starts": begin.astype(np.int32),
        "word_ends": end.astype(np.int32),
        "first_words": np.concatenate([[0], np.cumsum(counts)]).astype(np.int64),
    }
