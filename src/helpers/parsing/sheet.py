"""All non-blank lines of an issue side by side: a column for each thing that is known of all."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from helpers.parsing.bylines import Credit, Opener
from helpers.parsing.features import Bools, Ints, Seen
from helpers.parsing.glance import CLOSING, NARROWS, OPENING, Among, Glanced
from helpers.parsing.line import SHORT, Line
from helpers.parsing.model import BylineEntry

#: Marks that close what a sentence stands in, and those that end one.
CLOSERS, FINAL, SOFT = "”’」』）】》", frozenset("。！？!?…"), frozenset("，、；：,;:（(“‘《—")
ENDS, CLOSES, PAUSES = Among(FINAL), Among(CLOSERS), Among(SOFT)


@dataclass(slots=True)
class Found:
    """What has been found in few lines, by their places."""

    openers: dict[int, Opener] = field(default_factory=dict)
    alone: dict[int, tuple[str, tuple[BylineEntry, ...]]] = field(default_factory=dict)
    credits: dict[int, Credit] = field(default_factory=dict)
    furniture: dict[int, str] = field(default_factory=dict)
    #: What `masthead.fields_of` finds in short lines, where it finds something.
    fields: dict[int, dict[str, Any]] = field(default_factory=dict)
    #: Bylines that begin and do not end; lines that read like the name of a paper.
    open: set[int] = field(default_factory=set)
    papers: list[int] = field(default_factory=list)
    #: Lines that only name the paper again.
    named: list[int] = field(default_factory=list)


class Sheet:
    """The non-blank lines of an issue, by their places from 0.

    All arrays are (lines,): `numbers` in the raw file, `gaps` of blank lines before, `lengths` in
    characters, `widths` in Chinese characters, `first` and `last` code points, `masks` (see
    `glance`); whether a line is `short` enough for the dearer questions, is `final` (ends a
    sentence) or `soft` (ends in a pause); how many quotes and brackets are `unclosed` in it.
    `symbols` holds the numbers of what neighbours are told (see `symbols`), `doubled` whether a
    line repeats the one before.
    """

    def __init__(
        self, numbers: Ints, printed: list[str], indented: Bools, glanced: Glanced
    ) -> None:
        """Take the lines as printed, trimmed, and what a glance at them gives."""
        n = len(printed)
        self.numbers, self.printed, self.indented = numbers, printed, indented
        self.gaps = np.diff(numbers, prepend=0) - 1
        self.texts, self.masks = glanced.texts, glanced.masks
        self.counts, self.first, self.last = glanced.counts, glanced.first, glanced.last
        self.lengths = np.array(list(map(len, printed)), dtype=np.int64)
        self.widths = self.lengths - 0.5 * self.counts[NARROWS]
        self.unclosed = self.counts[OPENING] - self.counts[CLOSING]
        self.short = self.lengths <= SHORT
        self.final, self.soft = ENDS(self.last), PAUSES(self.last)
        closes = np.flatnonzero(CLOSES(self.last)).tolist()
        self.final[closes] = [self.texts[i].rstrip(CLOSERS)[-1:] in FINAL for i in closes]
        self.seen = Seen(n)
        self.found = Found()
        self.symbols = np.zeros(n, dtype=np.int16)
        self.doubled = np.zeros(n, dtype=bool)
        self.lines: list[Line] = []

    def __len__(self) -> int:
        """Count the lines."""
        return len(self.printed)

    def forget(self) -> None:
        """Let go of the largest columns, once nothing more is asked of them."""
        self.seen = Seen(0)
        self.masks = self.counts = np.zeros(0, dtype=np.int64)

    def forget_all(self) -> None:
        """Let go of the other columns, once every line is decided."""
        self.gaps = self.lengths = self.unclosed = self.gaps[:0].copy()
        self.first = self.last = self.first[:0].copy()
        self.widths, self.symbols = self.widths[:0].copy(), self.symbols[:0].copy()
        self.final = self.soft = self.doubled = self.final[:0].copy()

    def matching(self, where: Bools, match: Callable[[str], object]) -> Ints:
        """Return the places of the lines, among some, of which something holds: a pattern."""
        texts = self.texts
        places = np.flatnonzero(where).tolist()
        return np.array([i for i in places if match(texts[i])], dtype=np.int64)

    def holds(self, bits: int) -> Bools:
        """Say which lines hold one of the characters that bits stand for (see `glance`)."""
        held: Bools = (self.masks & bits) != 0
        return held

    def starts(self, among: Among) -> Bools:
        """Say which lines begin with one of some characters."""
        return among(self.first)

    def ends(self, among: Among) -> Bools:
        """Say which lines end with one of some characters."""
        return among(self.last)

    def flag(self, places: Iterable[int]) -> Bools:
        """Give a flag to each line, set for some places."""
        out = np.zeros(len(self), dtype=bool)
        out[list(places)] = True
        return out
