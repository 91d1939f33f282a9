"""Paragraphs to tokens, a whole chunk at a time: no Python object is made for a token's row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING, Any

from helpers.corpus.schema import arrow_schema

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import pyarrow as pa

    Integers = npt.NDArray[np.int64]


class TokensLostError(Exception):
    """A paragraph's tokens do not add up to the paragraph: a fault of the segmenter."""


@dataclass(slots=True)
class Tokeniser:
    """What the language stage lends: how to cut, and what is known of a term.

    Args:
        cut_many: Texts to the tokens of each; together they must be the text, unchanged.
        pos_of: A term to its tag in jieba's dictionary, or None.
        in_lexicon: Whether the corpus's lexicon lists a term.
    """

    cut_many: Callable[[Sequence[str]], Sequence[Sequence[str]]]
    pos_of: Callable[[str], str | None]
    in_lexicon: Callable[[str], bool]
    _known: dict[str, tuple[str | None, bool]] = field(default_factory=dict)

    def describe(self, term: str) -> tuple[str | None, bool]:
        """Return the tag of a term and whether the lexicon lists it, looked up once each."""
        known = self._known.get(term)
        if known is None:
            known = self._known[term] = (self.pos_of(term) or None, self.in_lexicon(term))
        return known


def tokens_table(paragraphs: pa.Table, tokeniser: Tokeniser) -> pa.Table:
    """Return the tokens of whole articles' paragraphs.

    Args:
        paragraphs: Rows of the table `paragraphs`, each article complete and its rows together.
        tokeniser: What cuts the text.

    Returns:
        Rows of the table `tokens`, in the order of the text.

    Raises:
        TokensLostError: A paragraph's tokens do not add up to its text.
    """
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    if paragraphs.num_rows == 0:
        return arrow_schema("tokens").empty_table()
    texts = paragraphs.column("text").combine_chunks()
    cut = tokeniser.cut_many(texts.to_pylist())
    counts = np.fromiter(map(len, cut), dtype=np.int64, count=len(cut))
    terms = pa.array(list(chain.from_iterable(cut)), type=pa.string())
    lengths = _numbers(pc.utf8_length(terms))
    sizes = _numbers(pc.utf8_length(texts))
    row = np.repeat(np.arange(len(cut)), counts)
    first = _first_rows(paragraphs.column("article_id"))
    start = _starts(lengths, sizes, row, first)
    encoded = terms.dictionary_encode()
    kept, tags, listed = _describe_terms(encoded.dictionary, tokeniser)
    index = _numbers(encoded.indices)
    keep = kept[index]
    row, index, start, lengths = row[keep], index[keep], start[keep], lengths[keep]
    columns = [
        paragraphs.column("article_id").combine_chunks().take(pa.array(row)),
        pa.array(_numbers(paragraphs.column("paragraph"))[row].astype(np.int32)),
        pa.array(_positions(row, first).astype(np.int32)),
        pa.array(start.astype(np.int32)),
        pa.array((start + lengths).astype(np.int32)),
        encoded.dictionary.take(pa.array(index)),
        tags.take(pa.array(index)),
        pa.array(listed[index]),
    ]
    return pa.Table.from_arrays(columns, schema=arrow_schema("tokens"))


def _numbers(values: Any) -> Integers:  # noqa: ANN401
    """Return an Arrow column of integers as 64-bit numbers."""
    import numpy as np

    return np.asarray(values.to_numpy(), dtype=np.int64)


def _first_rows(articles: pa.ChunkedArray) -> Integers:
    """Return for each row the first row of its article: a a b → 0 0 2."""
    import numpy as np

    codes = _numbers(articles.combine_chunks().dictionary_encode().indices)
    rows = np.arange(len(codes))
    new = np.concatenate([[True], codes[1:] != codes[:-1]])
    return np.maximum.accumulate(np.where(new, rows, 0))


def _starts(lengths: Integers, sizes: Integers, row: Integers, first: Integers) -> Integers:
    """Return each token's offset into its article's text.

    Paragraphs are joined by one line feed, so a paragraph starts one character later for each
    paragraph before it.
    """
    import numpy as np

    running = np.cumsum(lengths) - lengths
    covered = np.bincount(row, weights=lengths, minlength=len(sizes)).astype(np.int64)
    if (covered != sizes).any():
        wrong = int(np.argmax(covered != sizes))
        raise TokensLostError(
            f"paragraph row {wrong}: {covered[wrong]} of {sizes[wrong]} characters"
        )
    text_before = np.cumsum(sizes) - sizes
    joined_before = np.cumsum(sizes + 1) - (sizes + 1)
    in_paragraph = running - text_before[row]
    return in_paragraph + (joined_before - joined_before[first])[row]


def _positions(row: Integers, first: Integers) -> Integers:
    """Return each token's number in its article, from 1."""
    import numpy as np

    if len(row) == 0:
        return row
    article = first[row]
    index = np.arange(len(row))
    new = np.concatenate([[True], article[1:] != article[:-1]])
    return index - np.maximum.accumulate(np.where(new, index, 0)) + 1


def _describe_terms(terms: pa.Array, tokeniser: Tokeniser) -> tuple[Any, pa.Array, Any]:
    """Return for each different term: whether it is kept, its tag, whether it is listed."""
    import numpy as np
    import pyarrow as pa

    words = terms.to_pylist()
    known = [tokeniser.describe(word) for word in words]
    kept = np.array([not word.isspace() for word in words], dtype=bool)
    tags = pa.array([tag for tag, _ in known], type=pa.string())
    return kept, tags, np.array([listed for _, listed in known], dtype=bool)
