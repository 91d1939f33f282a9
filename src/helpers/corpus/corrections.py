"""Corrections by hand of what mastheads say, for pages that print no date or a wrong one.

The file that `corrections` in corpus.toml names holds one table for each raw file:

    ["page-3.txt"]
    date = 2021-07-06
    issue_number = 88
"""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from helpers.corpus.config import RE_TOML_LINE, line_of
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


def load_corrections(path: Path | None, files: Iterable[str]) -> dict[str, dict[str, Any]]:
    """Read the corrections of a corpus: raw file → field → value.

    Args:
        path: The file of corrections, if there is one.
        files: The raw files that there are.

    Raises:
        InputError: It is not TOML, or names a file or a field that there is not.
    """
    if path is None:
        return {}
    try:
        text = path.read_text(encoding="utf-8-sig")
        corrections = tomllib.loads(text)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        found = RE_TOML_LINE.search(str(error))
        raise InputError(
            f"is not TOML in UTF-8: {RE_TOML_LINE.sub('', str(error))}",
            file=path,
            line=int(found.group(1)) if found else None,
            remedy='write: ["file.txt"], and under it: date = 2021-07-06',
        ) from error
    there = list(files)
    for file, fields in corrections.items():
        if file not in there or not isinstance(fields, dict):
            raise _unknown("file", file, there, path, text)
        for field, value in fields.items():
            if field not in FIELDS:
                raise _unknown("field", field, list(FIELDS), path, text)
            wrong = isinstance(value, bool | datetime) or not isinstance(value, FIELDS[field])
            if wrong:
                raise InputError(
                    f"'{field}' of '{file}' must be {KINDS[FIELDS[field]]}",
                    file=path,
                    line=line_of(field, text),
                    remedy="write dates as 2021-07-06, numbers bare, text in quotes",
                )
    return corrections


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
