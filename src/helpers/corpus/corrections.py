"""The file of corrections by hand: what mastheads say, and how lines and articles are read.

corrections.toml beside the raw files, or the file that `corrections` in corpus.toml names, holds
for each raw file a table of masthead fields, and any number of corrections of its lines:

    ["page-3.txt"]
    date = 2021-07-06
    issue_number = 88

    [["page-3.txt".lines]]
    at = "14 三座水站换了"
    role = "headline"
"""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from helpers.corpus.config import RE_TOML_LINE, line_of
from helpers.corpus.corrections_lines import LineCorrection, read_correction
from helpers.errors import InputError
from helpers.parsing.calendar import lunar_matches, weekday_matches
from helpers.parsing.model import Masthead

#: The fields of a masthead that can be corrected, with the type of their values.
FIELDS: dict[str, type] = {
    "paper": str,
    "date": date,
    "issue_number": int,
    "lunar_date": str,
    "weekday": str,
    "publisher": str,
    "compiler": str,
    "pages": int,
}

#: How an error names a type.
KINDS = {str: "text", int: "a number", date: "a date"}


#: The key under which the corrections of lines stand.
LINES = "lines"


@dataclass(frozen=True, slots=True)
class FileCorrections:
    """The corrections of one raw file: fields of its masthead, and its lines."""

    fields: dict[str, Any] = field(default_factory=dict)
    lines: tuple[LineCorrection, ...] = ()


def load_corrections(path: Path | None, files: Iterable[str]) -> dict[str, FileCorrections]:
    """Read the corrections of a corpus, by raw file.

    Args:
        path: The file of corrections, if there is one.
        files: The raw files that there are.

    Raises:
        InputError: It is not TOML, or names a file or a field that there is not.
    """
    if path is None:
        return {}
    text, corrections = _read_toml(path)
    there = list(files)
    out = {}
    for file, said in corrections.items():
        if file not in there or not isinstance(said, dict):
            raise _unknown("file", file, there, path, text)
        fields = {name: value for name, value in said.items() if name != LINES}
        _check_fields(file, fields, path, text)
        out[file] = FileCorrections(fields, _read_lines(file, said.get(LINES, []), path, text))
    return out


def _read_toml(path: Path) -> tuple[str, dict[str, Any]]:
    """Read the file => (its text, what it says)."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        return text, tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        found = RE_TOML_LINE.search(str(error))
        raise InputError(
            f"is not TOML in UTF-8: {RE_TOML_LINE.sub('', str(error))}",
            file=path,
            line=int(found.group(1)) if found else None,
            remedy='write: ["file.txt"], and under it: date = 2021-07-06',
        ) from error


def _check_fields(file: str, fields: dict[str, Any], path: Path, text: str) -> None:
    """Check the names and types of masthead fields."""
    for name, value in fields.items():
        if name not in FIELDS:
            raise _unknown("field", name, [*FIELDS, LINES], path, text)
        wrong = isinstance(value, bool | datetime) or not isinstance(value, FIELDS[name])
        if wrong:
            raise InputError(
                f"'{name}' of '{file}' must be {KINDS[FIELDS[name]]}",
                file=path,
                line=line_of(name, text),
                remedy="write dates as 2021-07-06, numbers bare, text in quotes",
            )


def _read_lines(file: str, entries: object, path: Path, text: str) -> tuple[LineCorrection, ...]:
    """Read the corrections of the lines of a file."""
    found = []
    for number, entry in enumerate(entries if isinstance(entries, list) else [entries]):
        where = _where(file, number, text)
        correction = read_correction(entry, where)
        if not isinstance(correction, LineCorrection):
            problem, remedy = correction
            raise InputError(problem, file=path, line=where, remedy=remedy)
        found.append(correction)
    return tuple(found)


def _where(file: str, number: int, text: str) -> int | None:
    """Return the line of the file of corrections on which a correction of lines begins."""
    # [["file".lines]], with white space anywhere and either kind of quotes, or none.
    name = re.escape(file)
    header = re.compile(rf"""\s*\[\[\s*["']?{name}["']?\s*\.\s*["']?{LINES}["']?\s*\]\]""")
    rows = [n for n, line in enumerate(text.splitlines(), start=1) if header.match(line)]
    return rows[number] if number < len(rows) else None


def correct(masthead: Masthead, fields: dict[str, Any]) -> Masthead:
    """Return a masthead with some fields set by hand, its calendars compared anew."""
    head = replace(masthead, **fields)
    if head.date is None:
        return head
    return replace(
        head,
        lunar_ok=lunar_matches(head.date, head.lunar_date) if head.lunar_date else None,
        weekday_ok=weekday_matches(head.date, head.weekday) if head.weekday else None,
    )


def _unknown(what: str, name: str, known: list[str], path: Path, text: str) -> InputError:
    """Return the error of a file or field that there is not."""
    near = difflib.get_close_matches(name, known, n=1)
    remedy = f"did you mean '{near[0]}'?" if near else f"there are: {', '.join(known[:8])}"
    return InputError(
        f"there is no {what} '{name}'", file=path, line=line_of(name, text), remedy=remedy
    )
