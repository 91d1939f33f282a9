"""Which characters occur in a line, for all lines at once: most patterns then need not be tried.

A pattern that cannot match without one of some characters names them beside it::

    RE_LOST = re.compile(r"遗失|作废|特此")
    LOST = needs("遗废此")

and is tried only on the lines whose mask has the bit: `np.flatnonzero(masks & LOST)`. The masks
are made by one table from characters to bits. A line that nothing is known of has the mask `ALL`,
which rules nothing out. What is to be known exactly is counted: `KINDS` of characters, by another
table.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from helpers.parsing.script import simplified, traditional_characters
from helpers.parsing.text import WIDTHS

#: Characters beyond this are not told apart: a line with one may hold anything.
PLANE = 0x10000
#: Nothing is ruled out of longer lines; so many characters are looked at at a time.
LONG, BLOCK = 100_000, 1_000_000

Test = Callable[[str], bool]
Ints = NDArray[np.int64]
Points = NDArray[np.uint32]

_asked: list[tuple[str, tuple[Test, ...]]] = []


def needs(characters: str, *tests: Test) -> int:
    r"""Return the bit of the lines that hold one of some characters, or one that passes a test.

    `needs("版", str.isdecimal)`: 版 or what `\\d` matches; `str.isspace` is what `\\s` matches.
    """
    wanted = ("".join(sorted(set(characters))), tests)
    if wanted not in _asked:
        if len(_asked) == 63:
            raise OverflowError("a mask holds 63 bits: let two patterns share one")
        _asked.append(wanted)
    return 1 << _asked.index(wanted)


def _is_converted(character: str) -> bool:
    """Say whether a text with it may read differently in simplified characters."""
    return character in traditional_characters()


#: Marks of a sentence: they rule out what is a name alone, so `ALL` is without this bit.
SENTENCE = needs("，。")
#: Nothing is ruled out.
ALL = ((1 << 63) - 1) & ~SENTENCE
#: What many patterns ask for: digits, white space, letters of one byte.
DIGIT, SPACE = needs("", str.isdecimal), needs("", str.isspace)
NARROW = needs("", str.isascii)
STOP, COMMA, COLON = needs("。"), needs("，；"), needs("：")
#: What changes in the canonical reading of a line.
HALF, CONVERTED = needs("".join(map(chr, WIDTHS))), needs("", _is_converted)


#: Kinds of characters that are counted; any other is of kind 0.
NARROWS, STOPS, COMMAS, OPENING, CLOSING = range(1, 6)
KINDS = 6


@dataclass(frozen=True, slots=True)
class Glanced:
    """What is known of lines by their characters, by the canonical reading of each.

    `masks` (lines) says which characters occur, `counts` (kinds, lines) how often some do; `first`
    and `last` (lines) are the code points at the ends.
    """

    texts: list[str]
    masks: Ints
    counts: NDArray[np.int32]
    first: Points
    last: Points


def read_all(printed: Sequence[str]) -> Glanced:
    """Read lines, none of them empty, and look at their characters."""
    texts = list(printed)
    n = len(texts)
    out = Glanced(
        texts,
        np.full(n, ALL),
        np.zeros((KINDS, n), dtype=np.int32),
        np.zeros(n, dtype=np.uint32),
        np.zeros(n, dtype=np.uint32),
    )
    start = size = 0
    for stop, text in enumerate(texts):
        length = len(text)
        if size + length > BLOCK and stop > start:
            _look(out, start, stop)
            start, size = stop, 0
        size += length
    if n:
        _look(out, start, n)
    changed = np.flatnonzero(out.masks & (HALF | CONVERTED))
    for index, mask in zip(changed.tolist(), out.masks[changed].tolist(), strict=True):
        text = texts[index].translate(WIDTHS)
        if mask & CONVERTED:
            text = simplified(text)
            out.masks[index] = masks_of(_points([text]), np.array([len(text)]))[0]
        texts[index] = text
        out.first[index], out.last[index] = ord(text[0]), ord(text[-1])
    return out


def _look(out: Glanced, start: int, stop: int) -> None:
    """Look at the characters of some lines."""
    texts = out.texts[start:stop]
    lengths = np.array(list(map(len, texts)), dtype=np.int64)
    points = _points(texts)
    ends = np.cumsum(lengths)
    out.first[start:stop] = points[ends - lengths]
    out.last[start:stop] = points[ends - 1]
    out.masks[start:stop] = masks_of(points, lengths)
    size = KINDS * len(texts)
    counts = np.zeros(size, dtype=np.int64)
    for low in range(0, len(points), BLOCK):  # more than once only in a line without end
        kinds = _kinds().take(points[low : low + BLOCK], mode="clip")
        told = np.flatnonzero(kinds)
        where = np.searchsorted(ends, told + low, side="right") * KINDS + kinds[told]
        counts += np.bincount(where, minlength=size)
    out.counts[:, start:stop] = counts.reshape(-1, KINDS).T


def masks_of(points: Points, lengths: Ints) -> Ints:
    """Return the mask of each line, by its canonical reading but for traditional characters.

    Of a line with the bit CONVERTED, the reading itself is to be looked at.

    Args:
        points: The characters of all lines, one after the other.
        lengths: How many are each line's.
    """
    starts = np.cumsum(lengths) - lengths
    if len(lengths) == 1 and lengths[0] > LONG:
        return np.full(1, ALL)
    bits = _table(len(_asked)).take(points, mode="clip")
    masks: Ints = np.bitwise_or.reduceat(bits, starts)
    masks[lengths > LONG] = ALL
    return masks


def _points(texts: Sequence[str]) -> Points:
    return np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


@cache
def _kinds() -> NDArray[np.uint8]:
    """Make the table of the kind of each character; the last entry is for all beyond."""
    table = np.zeros(PLANE + 1, dtype=np.uint8)
    table[:128] = NARROWS
    for kind, characters in (
        (STOPS, "。"),
        (COMMAS, "，；"),
        (OPENING, "“（《"),
        (CLOSING, "”）》"),
    ):
        table[list(map(ord, characters))] = kind
    for code, reading in WIDTHS.items():
        table[code] = table[ord(str(reading))]
    return table


class Among:
    """Which code points are those of some characters, or pass a test, for many at once.

    What lies beyond the basic plane passes if `beyond`: where a pattern decides in the end, it is
    not to be ruled out.
    """

    def __init__(
        self, characters: str | frozenset[str], *tests: Test, beyond: bool = False
    ) -> None:
        """Take the characters, and tests for others."""
        self.table = np.zeros(PLANE + 1, dtype=bool)
        self.table[list(map(ord, characters))] = True
        for test in tests:
            self.table[_members(test)] = True
        self.table[PLANE] = beyond

    def __call__(self, points: Points) -> NDArray[np.bool_]:
        """Say for each code point whether it is one of them."""
        found: NDArray[np.bool_] = self.table.take(points, mode="clip")
        return found


@cache
def _table(size: int) -> NDArray[np.int64]:
    """Make the table of the bits of each character; the last entry is for all beyond."""
    table = np.zeros(PLANE + 1, dtype=np.int64)
    for place, (characters, tests) in enumerate(_asked[:size]):
        table[list(map(ord, characters))] |= 1 << place
        for test in tests:
            table[_members(test)] |= 1 << place
    table[PLANE] = ALL
    for code, reading in WIDTHS.items():
        table[code] |= table[ord(str(reading))]
    return table


@cache
def _members(test: Test) -> list[int]:
    return [code for code in range(PLANE) if test(chr(code))]
