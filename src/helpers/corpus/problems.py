"""What went wrong with one file, kept so that it costs none of the others."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from helpers.errors import InputError

#: The line at the start of a parser's remark.
RE_LINE = re.compile(r"line (\d+): ")


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem of one file: where, what, and what to do about it.

    `lost` says whether the file is missing from the tables because of it; if not, it is in them
    and the problem is only worth knowing.
    """

    file: str
    problem: str
    line: int | None = None
    remedy: str | None = None
    lost: bool = True

    @classmethod
    def from_error(cls, error: InputError, *, file: str | None = None) -> Problem:
        """Keep an error as a problem, under `file` if given."""
        name = file if file is not None else error.file.as_posix() if error.file else ""
        return cls(name, error.problem, error.line, error.remedy)

    @classmethod
    def remark(cls, text: str, *, file: str) -> Problem:
        """Keep what the parser remarked on a file that came through; `line 3: …` is its line 3."""
        match = RE_LINE.match(text)
        line = int(match.group(1)) if match else None
        return cls(file, text[match.end() :] if match else text, line, lost=False)

    def error(self, folder: Path | None = None) -> InputError:
        """Return the problem as an error, its file under `folder`."""
        file = folder / self.file if folder is not None else Path(self.file)
        return InputError(self.problem, file=file, line=self.line, remedy=self.remedy)

    def __str__(self) -> str:
        """Format as `file:line: problem - remedy`."""
        return str(self.error())

    def as_dict(self) -> dict[str, Any]:
        """Return the parts, for JSON."""
        return asdict(self)
