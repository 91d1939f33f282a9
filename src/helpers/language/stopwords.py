"""Stopwords of a local Party newspaper: for counting words, never for cutting text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from helpers.language.tsv import RESOURCES, one_of, read_rows

#: Function words; words any official text may use; formulae that name source, time or speaker.
KINDS = ("function", "officialese", "reporting")

COLUMNS = ("term", "kind", "reason")


@dataclass(frozen=True, slots=True)
class Stopword:
    """One stopword, its kind (one of `KINDS`) and why it is listed."""

    term: str
    kind: str
    reason: str


def read_stopwords(path: Path) -> tuple[Stopword, ...]:
    """Read one stopword file: columns term, kind, reason, parted by tabs.

    Raises:
        InputError: If the file cannot be read or a line of it is wrong.
    """
    return tuple(
        Stopword(term, one_of(kind, KINDS, what="kind of stopword", file=path, line=line), reason)
        for line, (term, kind, reason) in read_rows(path, COLUMNS, key=("term",))
    )


def load_stopwords(
    extra: Path | None = None, *, replace: bool = False, kinds: Iterable[str] = KINDS
) -> frozenset[str]:
    """Return the stopwords of the kinds wanted: 的, 进一步, 据悉.

    Args:
        extra: A corpus's own list, in the form of `resources/stopwords.tsv`.
        replace: Use the corpus's list alone.
        kinds: Which of `KINDS` to include.

    Raises:
        InputError: If `extra` cannot be read or a line of it is wrong.
        ValueError: If a kind is unknown.
    """
    wanted = set(kinds)
    if not wanted <= set(KINDS):
        raise ValueError(f"kinds must be among {', '.join(KINDS)}, not {sorted(wanted)}")
    entries = () if replace and extra is not None else _built_in()
    own = read_stopwords(extra) if extra is not None else ()
    return frozenset(entry.term for entry in (*entries, *own) if entry.kind in wanted)


@cache
def _built_in() -> tuple[Stopword, ...]:
    """Read the built-in stopwords once."""
    return read_stopwords(RESOURCES / "stopwords.tsv")
