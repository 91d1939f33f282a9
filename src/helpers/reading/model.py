"""What reading hands on: the lines of one issue, with what its source says of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple


class Hint(NamedTuple):
    """What the source itself says of a line, where it says more than the characters.

    `role` is a role of `helpers.parsing.ROLES`, or None; `starts` says whether the line begins a
    paragraph (None: unknown); lines with the same `article` number belong to one article.
    """

    role: str | None = None
    starts: bool | None = None
    article: int | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class RawIssue:
    """One issue as read: its raw lines without line ends, and where they came from.

    `hints` is empty, or holds one entry for each line. `known` maps masthead fields to values, as
    text, that the source gives outside its lines.
    """

    path: Path
    sha256: str
    encoding: str
    lines: tuple[str, ...]
    hints: tuple[Hint | None, ...] = ()
    known: Mapping[str, str] = field(default_factory=dict)
