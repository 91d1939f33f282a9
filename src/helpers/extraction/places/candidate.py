"""One place in a text, while it is being judged."""

from __future__ import annotations

from typing import NamedTuple


class Candidate(NamedTuple):
    """A place in a text. `name` as printed, `canonical` in full; `clear`: its beginning is sure."""

    start: int
    end: int
    name: str
    canonical: str
    level: str
    parent: str | None = None
    clear: bool = False
    known: bool = False
    short: bool = False
    listed: bool = False
