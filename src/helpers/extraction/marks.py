"""Quotation marks in pairs: what stands in them, how deep, and what to make of odd ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

#: Opening marks and what closes each; the plain reading has made corner marks into these.
PAIRS = {"“": "”", "‘": "’"}
CLOSING = {closing: opening for opening, closing in PAIRS.items()}
RE_MARK = re.compile(r"[“”‘’\n]")
#: The first character of a paragraph that is no space.
RE_FIRST = re.compile(r"[^\S\n]*(?P<first>.)")


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
    open_marks: list[tuple[str, int]] = []
    for match in RE_MARK.finditer(text):
        mark, at = match[0], match.start()
        if mark in PAIRS:
            open_marks.append((mark, at))
        elif mark == "\n":
            found.extend(_going_on(text, open_marks, at))
            open_marks.clear()
        elif open_marks:
            # The nearest mark of its kind is its partner; marks opened since then have none.
            wanted = CLOSING[mark]
            for depth in range(len(open_marks) - 1, -1, -1):
                if open_marks[depth][0] == wanted:
                    found.append(Quote(open_marks[depth][1], at + 1, depth + 1))
                    del open_marks[depth:]
                    break
    return sorted(found)


def _going_on(text: str, open_marks: list[tuple[str, int]], end: int) -> Iterator[Quote]:
    """Yield the piece that is open at the end of a paragraph, if the next one takes it up."""
    if not open_marks:
        return
    after = RE_FIRST.match(text, end + 1)
    if after is not None and after["first"] == open_marks[0][0]:
        yield Quote(open_marks[0][1], end, 1, closed=False)
