"""Quotation marks in pairs: what stands in them, how deep, and what to make of odd ones."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

#: Opening marks and what closes each; the plain reading has made corner marks into these.
PAIRS = {"“": "”", "‘": "’"}
CLOSING = {closing: opening for opening, closing in PAIRS.items()}


class Quote(NamedTuple):
    """A pair of quotation marks, from the opening mark to behind the closing one.

    `depth` 1 stands in no other pair. `closed` is False for speech that goes on in the next
    paragraph: there the mark is printed again at its head, and one pair closes both.
    """

    start: int
    end: int
    depth: int
    closed: bool = True


def find_quotes(text: str) -> list[Quote]:
    """Find the pairs of quotation marks of a text, in the order of their beginning.

    Pairs do not reach over a line feed. A mark without its partner is left out, unless it opens
    in one paragraph and the next begins with an opening mark of its kind; then the piece reaches
    to the end of its paragraph.
    """
    if "“" not in text and "‘" not in text:
        return []
    found: list[Quote] = []
    start = 0
    paragraphs = text.split("\n")
    for paragraph, after in zip(paragraphs, [*paragraphs[1:], ""], strict=True):
        found += _pairs(paragraph, after, start)
        start += len(paragraph) + 1
    return sorted(found)


def _pairs(paragraph: str, after: str, offset: int) -> Iterator[Quote]:
    """Yield the pairs of one paragraph."""
    open_marks: list[tuple[str, int]] = []
    for at, character in enumerate(paragraph):
        if character in PAIRS:
            open_marks.append((character, at))
        elif character in CLOSING and open_marks:
            # The nearest mark of its kind is its partner; marks opened since then have none.
            wanted = CLOSING[character]
            depth = next(
                (i for i in range(len(open_marks) - 1, -1, -1) if open_marks[i][0] == wanted), None
            )
            if depth is None:
                continue
            yield Quote(offset + open_marks[depth][1], offset + at + 1, depth + 1)
            del open_marks[depth:]
    if open_marks and after.lstrip().startswith(open_marks[0][0]):
        yield Quote(offset + open_marks[0][1], offset + len(paragraph), 1, closed=False)
