"""Which characters occur in a line, for all lines at once: most patterns then need not be tried.

A pattern that cannot match without one of some characters names them beside it::

    RE_LOST = re.compile(r"遗失|作废|特此")
    LOST = needs("遗废此")

and is tried only on a line whose mask has the bit: `if line.mask & LOST and RE_LOST.search(...)`.
The masks are made by one table from characters to bits. A line that nothing is known of has the
mask `ALL`, which rules nothing out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from helpers.parsing.script import simplified, traditional_characters
from helpers.parsing.text import WIDTHS

#: Characters beyond this are not told apart: a line with one may hold anything.
PLANE = 0x10000
#: Lines longer than this are not looked through, and so many characters are at a time.
LONG, BLOCK = 100_000, 1_000_000

Test = Callable[[str], bool]

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


def glance(texts: Sequence[str]) -> list[int]:
    """Return the mask of each text, by its canonical reading but for traditional characters.

    Of a text with the bit CONVERTED, look at the reading itself (`reading_of`).
    """
    out: list[int] = []
    start = size = 0
    for stop, text in enumerate(texts):
        length = len(text)
        if size + length > BLOCK:
            out += _glance(texts[start:stop])
            start, size = stop, 0
        size += min(length, LONG)
    return out + _glance(texts[start:])


def _glance(texts: Sequence[str]) -> list[int]:
    lengths = np.array([len(text) if len(text) <= LONG else 0 for text in texts], dtype=np.int64)
    out = np.full(len(texts), ALL)
    told = np.flatnonzero(lengths)
    if len(told):
        short = "".join([text for text in texts if len(text) <= LONG])
        points = np.frombuffer(short.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
        bits = _table(len(_asked)).take(points, mode="clip")
        starts = np.cumsum(lengths[told]) - lengths[told]
        out[told] = np.bitwise_or.reduceat(bits, starts)
    masks: list[int] = out.tolist()
    return masks


def read_all(printed: Sequence[str]) -> tuple[list[str], list[int]]:
    """Return the canonical readings of lines (see `text`) and their masks."""
    masks = glance(printed)
    texts = list(printed)
    for index, mask in enumerate(masks):
        if mask & (HALF | CONVERTED):
            texts[index], masks[index] = _read(texts[index], mask)
    return texts, masks


def _read(printed: str, mask: int) -> tuple[str, int]:
    text = printed.translate(WIDTHS)
    if not mask & CONVERTED:
        return text, mask
    text = simplified(text)
    return text, _glance([text])[0]


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
