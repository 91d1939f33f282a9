"""The rows of a table file, one at a time: CSV, JSON lines and Excel workbooks."""

from __future__ import annotations

import codecs
import csv
import json
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, NamedTuple

from helpers.errors import InputError
from helpers.reading.issue import Problems

#: A row as read: its number as a person counts (the header of a table is row 1), and its cells.
Row = tuple[int, Mapping[str, object]]

#: Limits: characters of one cell or JSON line, rows, and an opened workbook's bytes.
MAX_CELL, MAX_ROWS, MAX_OPENED = 5_000_000, 2_000_000, 400_000_000
#: A workbook is an archive: how many files it may hold, and how many times its size it may open
#: to, once that is more than a few megabytes. Text in XML opens to ten or twenty times.
MAX_MEMBERS, MAX_RATIO, SMALL = 2_000, 150, 5_000_000
#: What may separate the cells of CSV, the comma where none is more frequent.
DELIMITERS = (",", "\t", ";")
#: How many rows of JSON are looked at for the names of its columns: an object may leave out some.
LOOKED_AT = 100
#: How many bytes are decoded at a time to find the encoding.
STEP = 1 << 20


class Table(NamedTuple):
    """A table under way: the names of its columns, its encoding, and its rows."""

    columns: list[str]
    encoding: str
    rows: Iterator[Row]


@contextmanager
def open_table(path: Path, way: str, *, problems: Problems) -> Iterator[Table]:
    """Open a table of articles; what is wrong with a row goes to `problems`.

    Raises:
        InputError: The file cannot be opened, decoded or is no such table.
    """
    if way == "xlsx":
        with _workbook(path) as table:
            yield table
        return
    encoding = find_encoding(path)
    csv.field_size_limit(MAX_CELL)
    with path.open(encoding=encoding, newline="") as stream:
        yield (_csv if way == "csv" else _json_lines)(stream, path, encoding, problems)


def find_encoding(path: Path) -> str:
    """Return the encoding of a text file: UTF-8 or else GB 18030, without holding it whole.

    Raises:
        InputError: It is neither, or cannot be read.
    """
    try:
        with path.open("rb") as stream:
            head = stream.read(4)
            if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
                return "utf-16"
            for name in ("utf-8-sig", "gb18030"):
                stream.seek(0)
                if _decodes(stream, name):
                    return "utf-8" if name[0] == "u" and head[:3] != codecs.BOM_UTF8 else name
    except OSError as error:
        raise InputError(
            f"cannot be read ({error.strerror})", file=path, remedy="check its permissions"
        ) from error
    raise InputError("is neither UTF-8 nor GB 18030", file=path, remedy="save it as UTF-8")


def _decodes(stream: IO[bytes], name: str) -> bool:
    decoder = codecs.getincrementaldecoder(name)()
    try:
        while block := stream.read(STEP):
            decoder.decode(block)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _csv(stream: IO[str], path: Path, encoding: str, problems: Problems) -> Table:
    try:
        first = stream.readline(MAX_CELL)
        stream.seek(0)
        # Excel writes semicolons in some countries, and tabs as "Unicode text".
        reader = csv.reader(stream, delimiter=max(DELIMITERS, key=first.count))
        header = [name.strip() for name in next(reader, [])]
    except csv.Error as error:
        raise InputError(f"is not CSV ({error})", file=path, remedy="save it as CSV") from error
    return Table(header, encoding, _csv_rows(reader, header, path, problems))


def _csv_rows(
    reader: Iterator[list[str]], header: list[str], path: Path, problems: Problems
) -> Iterator[Row]:
    number = 1
    while True:
        number += 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            problems(InputError(f"row {number}: {error}", file=path, remedy="mend its quotes"))
            continue
        _check_number(number, path)
        if len(cells) > len(header) and any(cells[len(header) :]):
            problem = f"row {number}: has {len(cells)} cells under {len(header)} columns"
            problems(InputError(problem, file=path, remedy="put cells with commas in quotes"))
        else:
            yield number, dict(zip(header, cells, strict=False))


def _json_lines(stream: IO[str], path: Path, encoding: str, problems: Problems) -> Table:
    rows = _json_rows(stream, path, problems)
    first: list[Row] = []
    for row in rows:
        first.append(row)
        if len(first) >= LOOKED_AT:
            break
    columns = list(dict.fromkeys(name for _, cells in first for name in cells))

    def again() -> Iterator[Row]:
        yield from first
        yield from rows

    return Table(columns, encoding, again())


def _json_rows(stream: IO[str], path: Path, problems: Problems) -> Iterator[Row]:
    number = 0
    while line := stream.readline(MAX_CELL + 1):
        number += 1
        _check_number(number, path)
        if len(line) > MAX_CELL:
            while line and not line.endswith("\n"):
                line = stream.readline(MAX_CELL)
            problems(_bad_row(number, f"is longer than {MAX_CELL:,} characters", path))
            continue
        if not line.strip():
            continue
        try:
            cells = json.loads(line)
        except (ValueError, RecursionError):
            cells = None
        if isinstance(cells, dict):
            yield number, cells
        else:
            problems(_bad_row(number, "is not a JSON object", path))


def _bad_row(number: int, what: str, path: Path) -> InputError:
    return InputError(
        f"row {number}: {what}", file=path, remedy='write one {"…": "…"} on each line'
    )


@contextmanager
def _workbook(path: Path) -> Iterator[Table]:
    """Open the first sheet of a workbook that has rows."""
    _check_size(path)
    from openpyxl import load_workbook

    remedy = "save the sheet anew as .xlsx or .csv"
    try:
        book = load_workbook(path, read_only=True, data_only=True, keep_links=False)
    except Exception as error:  # a broken archive or broken XML raises whatever it meets first
        raise InputError(f"is no workbook ({error})", file=path, remedy=remedy) from error
    try:
        for sheet in book.worksheets:
            rows = sheet.iter_rows(values_only=True)
            try:
                header = next(rows, ())
            except Exception as error:
                raise InputError(f"is broken ({error})", file=path, remedy=remedy) from error
            names = ["" if cell is None else str(cell).strip() for cell in header]
            if any(names):
                yield Table(names, "xlsx", _sheet_rows(rows, names, path))
                return
        raise InputError("the workbook is empty", file=path, remedy="put articles into it")
    finally:
        book.close()


def _sheet_rows(rows: Iterator[tuple[Any, ...]], names: list[str], path: Path) -> Iterator[Row]:
    number = 1
    while True:
        number += 1
        _check_number(number, path)
        try:
            cells = next(rows)
        except StopIteration:
            return
        except Exception as error:
            raise InputError(
                f"row {number}: the sheet is broken ({error})", file=path, remedy="save it anew"
            ) from error
        yield number, {name: cell for name, cell in zip(names, cells, strict=False) if name}


def _check_size(path: Path) -> None:
    """Refuse an archive that would swell beyond measure."""
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            size = sum(entry.file_size for entry in entries)
            packed = sum(entry.compress_size for entry in entries)
    except (OSError, zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise InputError(f"is no workbook ({error})", file=path, remedy="save it anew") from error
    if size > MAX_OPENED:
        what = f"opens to more than {MAX_OPENED // 1_000_000} MB"
    elif len(entries) > MAX_MEMBERS:
        what = f"holds {len(entries):,} files where a workbook has a few"
    elif size > SMALL and size > MAX_RATIO * packed:
        what = f"opens to more than {MAX_RATIO} times its size"
    else:
        return
    raise InputError(what, file=path, remedy="save the sheet as .csv and add that")


def _check_number(number: int, path: Path) -> None:
    if number > MAX_ROWS + 1:
        raise InputError(f"has more than {MAX_ROWS:,} rows", file=path, remedy="divide it")
