"""Tab-separated word lists: one reader for the built-in lists and for a corpus's own.

A list has comment lines (`#`), a header line naming its columns, and one entry a line. Every
fault is an `InputError` that names the file, the line and the remedy.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from helpers.errors import InputError

#: The word lists that come with the project.
RESOURCES = Path(__file__).resolve().parent / "resources"


def read_rows(
    path: Path, columns: Sequence[str], *, key: Sequence[str]
) -> list[tuple[int, tuple[str, ...]]]:
    """Read the entries of a word list with the lines (from 1) that they stand on.

    Args:
        path: A UTF-8 file, with or without a byte order mark.
        columns: The columns that the header must name, in this order.
        key: The columns that together must be unique; none of them may be empty.

    Returns:
        `(line, values)` for each entry, `values` stripped and in the order of `columns`.

    Raises:
        InputError: If the file cannot be read, or a line is not what the header promises.
    """
    lines = _lines(path)
    wanted = tuple(columns)
    rows: list[tuple[int, tuple[str, ...]]] = []
    seen: dict[tuple[str, ...], int] = {}
    header_seen = False
    for number, line in enumerate(lines, start=1):
        # A line of spaces only is blank; a line of tabs only is an entry with nothing in it.
        if not line.strip(" \r") or line.startswith("#"):
            continue
        values = tuple(value.strip() for value in line.split("\t"))
        if not header_seen:
            _check_header(values, wanted, path, number)
            header_seen = True
            continue
        _check_entry(values, wanted, key, path, number)
        identity = tuple(values[wanted.index(name)] for name in key)
        if identity in seen:
            raise InputError(
                f"{' '.join(identity)} is listed twice, first on line {seen[identity]}",
                file=path,
                line=number,
                remedy="keep one of the two lines",
            )
        seen[identity] = number
        rows.append((number, values))
    if not header_seen:
        _check_header((), wanted, path, 1)
    return rows


def one_of(value: str, allowed: Iterable[str], *, what: str, file: Path, line: int) -> str:
    """Return `value` if it is one of `allowed`.

    Raises:
        InputError: If it is not, naming the values that may stand there.
    """
    known = tuple(allowed)
    if value in known:
        return value
    raise InputError(
        f"{value or 'nothing'} is not a {what}",
        file=file,
        line=line,
        remedy="use one of " + ", ".join(known),
    )


def _lines(path: Path) -> list[str]:
    """Return the lines of a UTF-8 file without their ends."""
    try:
        return path.read_text(encoding="utf-8-sig").split("\n")
    except OSError as error:
        raise InputError(
            f"cannot be read: {error.strerror or 'unknown reason'}",
            file=path,
            remedy="check the name and whether the file may be read",
        ) from None
    except UnicodeDecodeError as error:
        raise InputError(
            "is not UTF-8",
            file=path,
            line=error.object.count(b"\n", 0, error.start) + 1,
            remedy="save the file as UTF-8",
        ) from None


def _check_header(found: tuple[str, ...], wanted: tuple[str, ...], path: Path, line: int) -> None:
    """Raise unless the header names exactly the columns wanted."""
    if found != wanted:
        raise InputError(
            f"the header must name the columns {', '.join(wanted)}",
            file=path,
            line=line,
            remedy="make the first line that is not a comment: " + "<tab>".join(wanted),
        )


def _check_entry(
    values: tuple[str, ...], wanted: tuple[str, ...], key: Sequence[str], path: Path, line: int
) -> None:
    """Raise unless an entry has all its columns and a full key."""
    if len(values) != len(wanted):
        raise InputError(
            f"has {len(values)} columns where {len(wanted)} are wanted",
            file=path,
            line=line,
            remedy="separate " + ", ".join(wanted) + " by one tab each",
        )
    for name in key:
        value = values[wanted.index(name)]
        # Neither segmenter can keep a word whole across a space.
        if not value or any(character.isspace() for character in value):
            raise InputError(
                f"the {name} is empty" if not value else f"the {name} {value} has a space in it",
                file=path,
                line=line,
                remedy=f"give one {name} without spaces, or delete the line",
            )
