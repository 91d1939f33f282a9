"""The one error that bad input raises: what is wrong, where, and what to do about it."""

from __future__ import annotations

from pathlib import Path


class InputError(Exception):
    """Bad input, described for the person who gave it.

    Args:
        problem: What is wrong, in one sentence.
        file: The file concerned, if there is one.
        line: The line in that file, counted from 1.
        remedy: What the person can do about it.
    """

    def __init__(
        self,
        problem: str,
        *,
        file: Path | str | None = None,
        line: int | None = None,
        remedy: str | None = None,
    ) -> None:
        """Keep the parts, so that a caller can show or test them apart."""
        self.problem = problem
        self.file = Path(file) if file is not None else None
        self.line = line
        self.remedy = remedy
        super().__init__(str(self))

    def __str__(self) -> str:
        """Format as `file:line: problem - remedy`, leaving out what is not known."""
        where = ""
        if self.file is not None:
            where = f"{self.file}:{self.line}: " if self.line is not None else f"{self.file}: "
        return where + self.problem + (f" - {self.remedy}" if self.remedy else "")
