"""What reading hands on: the lines of one file, with what is known of its bytes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class RawIssue:
    """One file as read: its raw lines without line ends, and where they came from."""

    path: Path
    sha256: str
    encoding: str
    lines: tuple[str, ...]
