"""A name that may be a programme's, before the names of a corpus are put together."""

from __future__ import annotations

from typing import NamedTuple

from helpers.extraction.initiatives.initiative import Kind


class Candidate(NamedTuple):
    """A possible mention: its place, the core of its name, its kind, how sure it is.

    `core` is what other forms of the name share: “甲乙”三级平台 → 甲乙. `branch` sets apart what
    is made under a name and is not the thing itself: a meeting about it, a branch of the Party.
    `weight` is 2 or more for what is a programme by itself.
    """

    field: str
    start: int
    end: int
    text: str
    core: str
    kind: Kind | None
    weight: int
    branch: str = ""
    quoted: bool = False
