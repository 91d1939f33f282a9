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


def _as_printed(text: str) -> tuple[str, list[int] | None]:
    """Read a text as it was printed, nothing left out."""
    return text, None


@dataclass(slots=True)
class Tokeniser:
    """What the language stage lends: how to cut, and what is known of a term.

    Args:
        cut_many: Texts to the tokens of each; together they must be the text, unchanged.
        pos_of: A term to its tag in jieba's dictionary, or None.
        in_lexicon: Whether the corpus's lexicon lists a term.
        read: A printed text to the text that is cut and, where that leaves characters out, the
            offset in the printed text of each character kept, and of the end.
    """

    cut_many: Callable[[Sequence[str]], Sequence[Sequence[str]]]
    pos_of: Callable[[str], str | None]
    in_lexicon: Callable[[str], bool]
    read: Callable[[str], tuple[str, list[int] | None]] = _as_printed
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
    printed = paragraphs.column("text").combine_chunks()
    readings = [tokeniser.read(text) for text in printed.to_pylist()]
    texts = pa.array([text for text, _ in readings], type=pa.string())
    cut = tokeniser.cut_many([text for text, _ in readings])
    counts = np.fromiter(map(len, cut), dtype=np.int64, count=len(cut))
    terms = pa.array(list(chain.from_iterable(cut)), type=pa.string())
    lengths = _numbers(pc.utf8_length(terms))
    sizes = _numbers(pc.utf8_length(texts))
    row = np.repeat(np.arange(len(cut)), counts)
    first = _first_rows(paragraphs.column("article_id"))
    _check_sums(lengths, sizes, row)
    start, end = _offsets(lengths, sizes, row, [offsets for _, offsets in readings])
    before = _text_before(_numbers(pc.utf8_length(printed)), first)[row]
    start, end = start + before, end + before
    encoded = terms.dictionary_encode()
    kept, tags, listed = _describe_terms(encoded.dictionary, tokeniser)
    index = _numbers(encoded.indices)
    keep = kept[index]
    row, index, start, end = row[keep], index[keep], start[keep], end[keep]
    columns = [
        paragraphs.column("article_id").combine_chunks().take(pa.array(row)),
        pa.array(_numbers(paragraphs.column("paragraph"))[row].astype(np.int32)),
        pa.array(_positions(row, first).astype(np.int32)),
        pa.array(start.astype(np.int32)),
        pa.array(end.astype(np.int32)),
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


def _check_sums(lengths: Integers, sizes: Integers, row: Integers) -> None:
    """Raise TokensLostError unless the tokens of every paragraph are as long as its reading."""
    import numpy as np

    covered = np.bincount(row, weights=lengths, minlength=len(sizes)).astype(np.int64)
    if (covered != sizes).any():
        wrong = int(np.argmax(covered != sizes))
        raise TokensLostError(
            f"paragraph row {wrong}: {covered[wrong]} of {sizes[wrong]} characters"
        )


def _offsets(
    lengths: Integers, sizes: Integers, row: Integers, offsets: Sequence[list[int] | None]
) -> tuple[Integers, Integers]:
    """Return each token's start and end in the printed text of its paragraph."""
    import numpy as np

    start = np.cumsum(lengths) - lengths - (np.cumsum(sizes) - sizes)[row]
    end = start + lengths
    for number, kept in enumerate(offsets):
        if kept is None:
            continue
        # The few paragraphs whose reading leaves characters out: back to where they stood.
        tokens = slice(*np.searchsorted(row, [number, number + 1]).tolist())
        stood = np.array(kept, dtype=np.int64)
        start[tokens], end[tokens] = stood[start[tokens]], stood[end[tokens] - 1] + 1
    return start, end


def _text_before(sizes: Integers, first: Integers) -> Integers:
    """Return where each paragraph starts in its article's text.

    Paragraphs are joined by one line feed, so a paragraph starts one character later for each
    paragraph before it.
    """
    import numpy as np

    before: Integers = np.cumsum(sizes + 1) - (sizes + 1)
    return before - before[first]


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
