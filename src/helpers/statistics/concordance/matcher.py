"""Python's regular expressions in a process of its own, which can be stopped.

`re` cannot be interrupted from outside and may take longer than the universe for a short
expression. This file is run by `timed.py` as a program; it imports the standard library alone, so
that it starts in some milliseconds.

It reads from standard input, numbers as 8 bytes in the machine's order: how many texts, the bytes
of each in UTF-8, the texts; then expressions, each after its length. For each it answers with the
number of matches, then the start of each, then the end of each, in characters, every text counted
from where the ones before it end. Matches of no length are left out.
"""

from __future__ import annotations

import re
import sys
import warnings
from array import array
from typing import BinaryIO


def serve(source: BinaryIO, sink: BinaryIO) -> None:
    """Answer until the input ends."""
    warnings.simplefilter("ignore")
    texts = [source.read(size).decode() for size in _numbers(source, _number(source))]
    while head := source.read(8):
        asked = source.read(int.from_bytes(head, sys.byteorder))
        starts, ends = find(re.compile(asked.decode("utf-8", "surrogatepass")), texts)
        sink.write(array("q", [len(starts)]).tobytes() + starts.tobytes() + ends.tobytes())
        sink.flush()


def find(pattern: re.Pattern[str], texts: list[str]) -> tuple[array[int], array[int]]:
    """Return the starts and ends of the matches in texts, those of no length left out."""
    starts, ends = array("q"), array("q")
    before = 0
    for text in texts:
        for match in pattern.finditer(text):
            start, end = match.span()
            if end > start:
                starts.append(before + start)
                ends.append(before + end)
        before += len(text)
    return starts, ends


def _number(source: BinaryIO) -> int:
    return int.from_bytes(source.read(8), sys.byteorder)


def _numbers(source: BinaryIO, count: int) -> array[int]:
    out = array("q")
    out.frombytes(source.read(8 * count))
    return out


if __name__ == "__main__":
    serve(sys.stdin.buffer, sys.stdout.buffer)
