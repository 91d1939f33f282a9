"""Corrections by hand of single lines and articles: read from TOML, strictly.

    [["2021-07-06.txt".lines]]
    at = "14 三座水站换了"
    role = "headline"

`at` names one line or several by number and beginning, so that a correction which no longer fits
its file is noticed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from helpers.parsing.model import KINDS, ROLES, BylineEntry

#: `14 三座水站`: number of a line, white space, how the line begins.
RE_AT = re.compile(r"\s*(\d+)\s+(\S.*?)\s*", re.DOTALL)
#: How many characters of a line must be quoted, unless the line is shorter.
QUOTED = 4
#: What a correction of lines can say, beside `at`.
KEYS = ("role", "starts", "merge", "article", "kind", "byline", "note")
#: The roles that a line can be given: a notice is an article, not a role that lines are read as.
GIVEN = tuple(role for role in ROLES if role != "notice")
#: The value of `article` that begins one.
NEW = "new"


class At(NamedTuple):
    """A line, by its number from 1 and its beginning."""

    line: int
    begins: str

    def misfit(self, lines: Sequence[str]) -> str | None:
        """Say why this is not what stands there, or None if it is."""
        if not 1 <= self.line <= len(lines):
            return f"line {self.line} is not there: the issue has {len(lines)} lines"
        there, quoted = bare(lines[self.line - 1]), bare(self.begins)
        if not there.startswith(quoted):
            begins = f"begins with {there[:8]}" if there else "is empty"
            return f"line {self.line} {begins}, not with {self.begins}"
        if len(quoted) < QUOTED and quoted != there:
            return f"line {self.line} must be quoted with {QUOTED} characters: {there[:QUOTED]}"
        return None


@dataclass(frozen=True, slots=True)
class LineCorrection:
    """One correction of the lines `at`; `where` is its line in the file of corrections.

    `article` is "new" for an article that begins at the first of the lines, or the line to whose
    article the lines belong. `kind` and `byline` are said of the article of the first line.
    """

    where: int | None
    at: tuple[At, ...]
    role: str | None = None
    starts: bool | None = None
    merge: bool = False
    article: At | str | None = None
    kind: str | None = None
    byline: tuple[BylineEntry, ...] | None = None
    note: str = ""

    @property
    def numbers(self) -> list[int]:
        """The numbers of the lines."""
        return [at.line for at in self.at]

    def misfit(self, lines: Sequence[str]) -> str | None:
        """Say where the lines are not those that were corrected, or None if they are."""
        named = [*self.at, *([self.article] if isinstance(self.article, At) else [])]
        return next((why for at in named if (why := at.misfit(lines)) is not None), None)

    @property
    def structural(self) -> bool:
        """Whether it changes how lines are read, not only what is said of an article."""
        return bool(self.role or self.merge or self.article) or self.starts is not None

    @property
    def said(self) -> str:
        """What it says, for the account of the lines."""
        merged = f"one paragraph: lines {', '.join(map(str, self.numbers))}"
        starts = "begins a paragraph" if self.starts else "goes on with a paragraph"
        owner = (
            f"of the article of line {self.article.line}" if isinstance(self.article, At) else ""
        )
        parts = [
            self.role or "",
            starts if self.starts is not None else "",
            merged if self.merge else "",
            owner or ("an article begins" if self.article else ""),
            f"kind {self.kind}" if self.kind else "",
            "byline" if self.byline is not None else "",
        ]
        said = f"corrected by hand ({'; '.join(part for part in parts if part)})"
        return f"{said}: {self.note}" if self.note else said


def bare(text: str) -> str:
    """Drop all white space: "甲 乙　丙" => "甲乙丙"."""
    return "".join(text.split())


def read_correction(entry: object, where: int | None) -> LineCorrection | tuple[str, str]:
    """Read one correction, or say (what is wrong with it, what to do)."""
    if not isinstance(entry, dict):
        return "a correction of lines is a table", 'as in [["file.txt".lines]]'
    unknown = next((key for key in entry if key not in ("at", *KEYS)), None)
    if unknown is not None:
        return f"a correction has no '{unknown}'", f"there are: at, {', '.join(KEYS)}"
    at = _read_at(entry.get("at"))
    if not at:
        return "'at' must name lines by number and beginning", 'as in at = "14 三座水站换了"'
    wrong = _check(entry, len(at))
    if wrong is not None:
        return wrong
    article = entry.get("article")
    return LineCorrection(
        where,
        tuple(at),
        role=entry.get("role"),
        starts=entry.get("starts"),
        merge=entry.get("merge", False),
        article=NEW if article == NEW else next(iter(_read_at(article)), None),
        kind=entry.get("kind"),
        byline=_read_byline(entry.get("byline")),
        note=entry.get("note", ""),
    )


def _read_at(value: object) -> list[At]:
    """Read lines; [] if any cannot be read."""
    values = value if isinstance(value, list) else [value]
    found = [RE_AT.fullmatch(one) if isinstance(one, str) else None for one in values]
    return [At(int(match[1]), match[2]) for match in found if match] if all(found) else []


def _read_byline(value: list[dict[str, str]] | None) -> tuple[BylineEntry, ...] | None:
    """Read people that were checked."""
    if value is None:
        return None
    return tuple(BylineEntry(p.get("role", ""), p["name"], p.get("unit")) for p in value)


def _check(entry: dict[str, Any], count: int) -> tuple[str, str] | None:
    """Say (what is wrong, what to do) about the values of a correction of `count` lines."""
    if entry.get("role") == "notice":
        return "lines have no role 'notice'", 'write kind = "notice" for their article'
    checks = (
        ("role", lambda v: v in GIVEN, f"use one of: {', '.join(GIVEN)}"),
        ("starts", lambda v: isinstance(v, bool), "write true or false, no quotes"),
        ("merge", lambda v: v is True and count > 1, "write merge = true, and two lines in 'at'"),
        ("article", lambda v: v == NEW or bool(_read_at(v)), "write \"new\", or a line as in 'at'"),
        ("kind", lambda v: v in KINDS, f"use one of: {', '.join(KINDS)}"),
        ("byline", _is_byline, 'as in [{ role = "记者", name = "甲乙" }], or [] for none'),
        ("note", lambda v: isinstance(v, str), "put it in quotes"),
    )
    for key, right, remedy in checks:
        if key in entry and not right(entry[key]):
            return f"'{key}' cannot be {entry[key]!r}", remedy
    if not any(key in entry for key in KEYS if key != "note"):
        return "the correction says nothing", f"give one of: {', '.join(KEYS)}"
    if entry.get("starts") is not None and entry.get("role", "body") not in ("body", "caption"):
        return "'starts' is said of body and caption lines", "leave it out, or correct 'role'"
    return None


def _is_byline(value: object) -> bool:
    """Return whether a value is a list of people."""
    return isinstance(value, list) and all(
        isinstance(person, dict)
        and {"name"} <= person.keys() <= {"role", "name", "unit"}
        and all(isinstance(part, str) and part.strip() for part in person.values())
        for person in value
    )
