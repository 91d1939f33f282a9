"""Where a query stands in the text of an index: a string, words, a class of terms, a pattern."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Literal, cast, get_args

import numpy as np

from helpers.errors import InputError
from helpers.statistics.concordance.patterns import read_pattern, to_re2
from helpers.statistics.concordance.store import BORDER, Listed, Store
from helpers.statistics.concordance.timed import TimedMatcher
from helpers.statistics.sentences import RE_END

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Integers = NDArray[np.int64]

How = Literal["string", "regex", "words", "class"]
#: Bytes that no UTF-8 has: RE2 sets them before and after each match.
BEFORE, AFTER = 0xFF, 0xFE
MARKED = bytes([BEFORE]) + rb"\0" + bytes([AFTER])


class Finder:
    """Finds queries in a store."""

    def __init__(self, store: Store) -> None:
        """Keep the store; nothing is read from it yet."""
        self.store = store

    def find(self, query: str, how: str) -> tuple[Integers, Integers]:
        """Return the start and end of every hit, in characters of the whole text, in order.

        Raises:
            InputError: The query cannot be used, or `how` is none of the four ways.
        """
        if how not in get_args(How):
            raise InputError(
                f"{how!r} is no way to look for something",
                remedy=f"use one of {', '.join(get_args(How))}",
            )
        if not query:
            raise InputError("there is nothing to look for", remedy="give a query")
        if BORDER in query:
            nothing = np.zeros(0, dtype=np.int64)
            return nothing, nothing
        return {
            "string": self._string,
            "words": self._words,
            "class": self._class,
            "regex": self._regex,
        }[cast(How, how)](query)

    def _string(self, query: str) -> tuple[Integers, Integers]:
        """Find a string, from left to right, hits that would overlap a hit left out."""
        wanted = _reading(query)
        found = re.finditer(re.escape(wanted), self.store.text)
        starts = np.array([match.start() for match in found], dtype=np.int64)
        return starts, starts + len(wanted)

    def _words(self, query: str) -> tuple[Integers, Integers]:
        """Find a string that begins where a word begins and ends where a word ends."""
        starts, ends = self._string(query)
        begins = _among(starts, self.store.word_starts)
        kept = begins & _among(ends, self.store.word_ends)
        return starts[kept], ends[kept]

    def _class(self, query: str) -> tuple[Integers, Integers]:
        """Find any term of a class, the longest first where terms overlap."""
        import ahocorasick_rs

        listed = named_class(self.store.classes, query)
        terms = list(dict.fromkeys(_reading(term) for term in listed.terms))
        masks = [mask for mask in map(_reading, listed.masks) if mask not in set(terms)]
        matcher = ahocorasick_rs.BytesAhoCorasick(
            [text.encode() for text in (*terms, *masks)],
            matchkind=ahocorasick_rs.MatchKind.LeftmostLongest,
            # Three times as fast as the others, and small for lists of this size.
            implementation=ahocorasick_rs.Implementation.DFA,
        )
        found = matcher.find_matches_as_indexes(self.store.reading.data)
        hits = np.array(found, dtype=np.int64).reshape(-1, 3)
        hits = hits[hits[:, 0] < len(terms)]
        return self.store.characters_at(hits[:, 1]), self.store.characters_at(hits[:, 2])

    def _regex(self, query: str) -> tuple[Integers, Integers]:
        """Find what a regular expression matches within an article; no match of no length."""
        pattern = _characters(query)
        read_pattern(pattern)
        linear = to_re2(pattern)
        found = None if linear is None else self._linear(linear)
        if found is None:
            starts, ends = self._timed.find(pattern)
            # Each article before a match is followed by a border, which the process does not have.
            lengths = np.diff(self.store.starts) - len(BORDER)
            article = np.searchsorted(np.cumsum(lengths), starts, side="right")
            found = starts + article * len(BORDER), ends + article * len(BORDER)
        return found

    def sentence_ends(self) -> Integers:
        """Return where sentences end."""
        linear = to_re2(RE_END.pattern)
        found = None if linear is None else self._linear(linear)
        if found is None:
            ends = (match.end() for match in RE_END.finditer(self.store.text))
            return np.fromiter(ends, dtype=np.int64)
        return found[1]

    def _linear(self, pattern: str) -> tuple[Integers, Integers] | None:
        """Find a pattern with RE2; None if RE2 will not have it."""
        import pyarrow as pa
        import pyarrow.compute as pc

        try:
            marked = pc.replace_substring_regex(
                self.store.pieces, pattern=pattern, replacement=MARKED
            )
        except pa.ArrowInvalid:
            return None
        data = marked.buffers()[2]
        data = np.frombuffer(data if data is not None else b"", dtype=np.uint8)
        before, after = np.flatnonzero(data == BEFORE), np.flatnonzero(data == AFTER)
        number = np.arange(len(before))
        starts = self.store.characters_at(before - 2 * number)
        ends = self.store.characters_at(after - 2 * number - 1)
        article = self.store.articles_at(starts)
        # A border can be matched too, being a piece of its own.
        kept = ends < self.store.starts[article + 1]
        return starts[kept], ends[kept]

    @cached_property
    def _timed(self) -> TimedMatcher:
        """What finds the expressions that RE2 does not know."""
        store = self.store

        def texts() -> list[bytes]:
            return [store.reading[a:b].tobytes() for a, b in zip(*store.bounds(), strict=True)]

        return TimedMatcher(texts)


def named_class(classes: dict[str, Listed], name: str) -> Listed:
    """Return a class by its name, whole or alone: 'lexicon:office', 'office'.

    Raises:
        InputError: There is none of that name, or there are two.
    """
    if name in classes:
        return classes[name]
    found = [known for known in classes if known.partition(":")[2] == name]
    if len(found) == 1:
        return classes[found[0]]
    if found:
        raise InputError(f"{name!r} may be {' or '.join(found)}", remedy="write it out")
    raise InputError(
        f"{name!r} is no class of the lexicon and no theme",
        remedy=f"use one of {', '.join(classes)}" if classes else "give the index a lexicon",
    )


def _reading(query: str) -> str:
    """Read a query as the text is read, so that 開發 finds 开发 and the other way round."""
    from helpers.language.plain import plain

    return plain(query)


def _characters(pattern: str) -> str:
    """Read the characters of an expression as the text is read; its marks stay as they are."""
    from helpers.language.normalise import normalise
    from helpers.parsing.script import simplified

    read = simplified(normalise(pattern))
    return read if len(read) == len(pattern) else pattern


def _among(values: Integers, known: NDArray[np.int32]) -> NDArray[np.bool_]:
    """Say which values are among sorted numbers."""
    if not len(known):
        return np.zeros(len(values), dtype=bool)
    # Of one type: otherwise all of `known` is copied.
    sought = values.astype(known.dtype)
    at = np.minimum(np.searchsorted(known, sought), len(known) - 1)
    return np.asarray(known[at] == sought)
