"""The governance lexicon: terms that a scholar wants kept whole, each with a class and a reason."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from helpers.language.tsv import RESOURCES, one_of, read_rows

#: The classes that a term can have.
CLASSES = (
    "organisation",
    "office",
    "programme",
    "procedure",
    "place_type",
    "indicator",
    "slogan_word",
    "technology",
    "land",
    "water",
    "environment",
    "finance",
    "community",
    "law",
)

COLUMNS = ("term", "class", "reason")


@dataclass(frozen=True, slots=True)
class LexiconEntry:
    """One term, its class (one of `CLASSES`) and why it is listed."""

    term: str
    kind: str
    reason: str


@dataclass(frozen=True)
class Lexicon:
    """Terms in the order of their file, which is the order in which a segmenter learns them."""

    entries: tuple[LexiconEntry, ...] = ()

    @cached_property
    def terms(self) -> tuple[str, ...]:
        """The terms alone, in order."""
        return tuple(entry.term for entry in self.entries)

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the terms in order: equal digests cut every text alike."""
        return hashlib.sha256("\n".join(self.terms).encode()).hexdigest()

    @cached_property
    def _classes(self) -> dict[str, str]:
        return {entry.term: entry.kind for entry in self.entries}

    def __contains__(self, term: object) -> bool:
        """Say whether a term is listed."""
        return term in self._classes

    def __len__(self) -> int:
        """Count the terms."""
        return len(self.entries)

    def class_of(self, term: str) -> str:
        """Return the class of a term, or '' when it is not listed: 网格员 → office."""
        return self._classes.get(term, "")

    def class_counts(self) -> dict[str, int]:
        """Count the terms of each class, in the order of `CLASSES`."""
        counts = Counter(self._classes.values())
        return {kind: counts[kind] for kind in CLASSES if counts[kind]}


def load_lexicon(extra: Path | None = None, *, replace: bool = False) -> Lexicon:
    """Load the built-in lexicon, with a corpus's own terms after it or in its place.

    Args:
        extra: A corpus's own list, in the form of `resources/lexicon.tsv`.
        replace: Use the corpus's list alone.

    Returns:
        The lexicon. A term in both lists keeps the class and reason of the corpus's own.

    Raises:
        InputError: If `extra` cannot be read or a line of it is wrong.
    """
    if extra is None:
        return _built_in()
    own = read_lexicon(extra)
    if replace:
        return own
    listed = set(own.terms)
    kept = tuple(entry for entry in _built_in().entries if entry.term not in listed)
    return Lexicon(kept + own.entries)


def read_lexicon(path: Path) -> Lexicon:
    """Read one lexicon file: columns term, class, reason, parted by tabs.

    Raises:
        InputError: If the file cannot be read, or a line lacks a column, repeats a term, has no
            term, or names a class that is not one of `CLASSES`.
    """
    return Lexicon(
        tuple(
            LexiconEntry(
                term, one_of(kind, CLASSES, what="class of terms", file=path, line=line), reason
            )
            for line, (term, kind, reason) in read_rows(path, COLUMNS, key=("term",))
        )
    )


@cache
def _built_in() -> Lexicon:
    """Read the built-in lexicon once."""
    return read_lexicon(RESOURCES / "lexicon.tsv")
