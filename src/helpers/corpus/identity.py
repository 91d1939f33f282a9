"""The names of issues and articles, which a person can read and cite."""

from __future__ import annotations

from dataclasses import dataclass, field

from helpers.corpus.problems import Problem
from helpers.parsing.model import Masthead


def article_id(issue_id: str, order: int) -> str:
    """Return the id of an article: `kecheng-2020-12-30`, 1 → `kecheng-2020-12-30-a01`."""
    return f"{issue_id}-a{order:02d}"


@dataclass(slots=True)
class Register:
    """The issues named so far: gives each file its id, and tells when two are the same issue."""

    corpus: str
    by_id: dict[str, str] = field(default_factory=dict)
    by_number: dict[tuple[str, int], str] = field(default_factory=dict)
    by_hash: dict[str, str] = field(default_factory=dict)

    def enter(self, file: str, sha256: str, masthead: Masthead) -> str | Problem:
        """Return the id of a file's issue, or the problem if that issue is there already.

        Args:
            file: The file, as the tables name it.
            sha256: The hash of its bytes.
            masthead: What the file says of itself.
        """
        if sha256 in self.by_hash:
            return _twice(file, self.by_hash[sha256], "has the same content as")
        stem = f"{self.corpus}-undated-{sha256[:8]}"
        if masthead.date is not None:
            stem = f"{self.corpus}-{masthead.date.isoformat()}"
            if masthead.issue_number is not None:
                key = (stem, masthead.issue_number)
                if key in self.by_number:
                    what = f"is the same issue (第{key[1]}期, {masthead.date}) as"
                    return _twice(file, self.by_number[key], what)
                self.by_number[key] = file
        self.by_hash[sha256] = file
        return self._claim(stem, file, sha256, masthead.issue_number)

    def _claim(self, stem: str, file: str, sha256: str, number: int | None) -> str:
        """Return `stem`, or `stem` with what tells it from the issue of that id."""
        name = stem
        if name in self.by_id:
            name = f"{stem}-n{number}" if number is not None else f"{stem}-{sha256[:8]}"
        self.by_id[name] = file
        return name


def _twice(file: str, first: str, what: str) -> Problem:
    """Return the problem of a second file of one issue."""
    return Problem(
        file, f"{what} {first}", remedy="the first was kept: remove or correct one of the two"
    )
