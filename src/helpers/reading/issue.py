"""One file, or one folder of pages, to its raw issues: the way of reading is chosen here."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Literal

from helpers.errors import InputError
from helpers.reading.encoding import decode
from helpers.reading.model import RawIssue

#: Line ends as editors count them; str.splitlines also cuts at U+2028 and form feeds, which
#: would shift every line number after one.
RE_LINE_END = re.compile(r"\r\n|\n|\r")
#: How a file of HTML begins, whatever its name: comments and an XML declaration may come first.
RE_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head)\b", re.S | re.I
)
#: The names of files of HTML.
HTML_SUFFIXES = frozenset({".html", ".htm", ".shtml", ".xhtml"})
#: How a picture begins.
PICTURES = (b"\x89PNG", b"\xff\xd8\xff")
#: The largest file of plain text, in bytes: thousands of issues.
MAX_TEXT = 300_000_000
#: How much of a file is looked at to tell what it is, in bytes.
HEAD = 2048

#: The ways of reading.
Way = Literal["text", "html", "csv", "jsonl", "xlsx", "pdf", "scan"]
#: Told of what was wrong with a part of a source that otherwise came through.
Problems = Callable[[InputError], None]


def split_lines(text: str) -> tuple[str, ...]:
    r"""Split at line ends, as editors count: "甲\r\n乙\n" => ("甲", "乙")."""
    lines = RE_LINE_END.split(text)
    return tuple(lines[:-1] if lines and not lines[-1] else lines)


def read_issues(
    path: Path, columns: Mapping[str, str] | None = None, *, problems: Problems | None = None
) -> Iterator[RawIssue]:
    """Yield the issues of one file, or of one folder of e-paper pages.

    Args:
        path: Plain text and HTML hold one issue; a table of articles holds one for each date.
        columns: For a table: field (title, text, date, …) → name of its column; guessed if empty.
        problems: Told of a row or page that cannot be used, which then costs no other.

    Raises:
        InputError: The source cannot be used; without `problems`, also for one bad row or page.
    """
    way = "html" if path.is_dir() else way_of(path)
    if way == "html":
        yield from _read_html(path, problems)
    elif way == "text":
        yield read_issue(path)
    elif way in ("pdf", "scan"):
        yield _read_pages(path, way)
    else:
        from helpers.reading.ready import read_table

        yield from read_table(path, way, columns, problems=problems)


def _read_html(path: Path, problems: Problems | None) -> Iterator[RawIssue]:
    """Yield the issue of a page, or those of a folder."""
    from helpers.reading.html import read_html
    from helpers.reading.html_issues import read_folder

    if path.is_dir():
        yield from read_folder(path, problems=problems)
    else:
        yield read_html(path)


def _read_pages(path: Path, way: Way) -> RawIssue:
    """Read a PDF or the picture of a page."""
    from helpers.reading.pdf import read_pdf
    from helpers.reading.scan import read_scan

    return read_pdf(path) if way == "pdf" else read_scan(path)


def way_of(path: Path) -> Way:
    """Tell how a file is to be read, by its content before its name.

    Raises:
        InputError: It cannot be read.
    """
    suffix = path.suffix.lower()
    head = read_bytes(path, first=HEAD)
    if head.startswith(b"PK\x03\x04") and suffix in (".xlsx", ".xlsm"):
        return "xlsx"
    if head.startswith(b"%PDF"):
        return "pdf"
    if head.startswith(PICTURES):
        return "scan"
    if suffix in HTML_SUFFIXES or RE_HTML.match(head.removeprefix(b"\xef\xbb\xbf")):
        return "html"
    if suffix in (".csv", ".jsonl", ".ndjson"):
        return "csv" if suffix == ".csv" else "jsonl"
    return "text"


def read_issue(path: Path) -> RawIssue:
    """Read one file of plain text.

    Raises:
        InputError: There is no such file, it is empty, too large, not text, or cannot be decoded.
    """
    data = read_bytes(path, limit=MAX_TEXT)
    text, encoding = decode(data, file=path)
    if not text.strip():
        raise InputError("the file is empty", file=path, remedy="remove it or put the issue in")
    return RawIssue(path, hashlib.sha256(data).hexdigest(), encoding, split_lines(text))


def read_bytes(path: Path, *, limit: int | None = None, first: int | None = None) -> bytes:
    """Read the bytes of a file, or its `first` ones.

    Raises:
        InputError: It is not there, a folder, unreadable, or longer than `limit` bytes.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(first if first is not None else -1 if limit is None else limit + 1)
    except IsADirectoryError as error:
        raise InputError("this is a folder", file=path, remedy="name the files in it") from error
    except FileNotFoundError as error:
        raise InputError("there is no such file", file=path, remedy="check the path") from error
    except OSError as error:
        raise InputError(
            f"the file cannot be read ({error.strerror})", file=path, remedy="check its permissions"
        ) from error
    if limit is not None and len(data) > limit:
        raise InputError(
            f"the file is larger than {limit / 1_000_000:,.3g} MB", file=path, remedy="divide it"
        )
    return data
