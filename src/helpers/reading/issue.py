"""One file to one raw issue."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from helpers.errors import InputError
from helpers.reading.encoding import decode
from helpers.reading.model import RawIssue

#: Line ends as editors count them; str.splitlines also cuts at U+2028 and form feeds, which
#: would shift every line number after one.
RE_LINE_END = re.compile(r"\r\n|\n|\r")


def split_lines(text: str) -> tuple[str, ...]:
    r"""Split at line ends, as editors count: "甲\r\n乙\n" => ("甲", "乙")."""
    lines = RE_LINE_END.split(text)
    return tuple(lines[:-1] if lines and not lines[-1] else lines)


def read_issue(path: Path) -> RawIssue:
    """Read one raw file.

    Raises:
        InputError: There is no such file, it is empty, not text, or cannot be decoded.
    """
    try:
        data = path.read_bytes()
    except IsADirectoryError as error:
        raise InputError("this is a folder", file=path, remedy="name the files in it") from error
    except FileNotFoundError as error:
        raise InputError("there is no such file", file=path, remedy="check the path") from error
    except OSError as error:
        raise InputError(
            f"the file cannot be read ({error.strerror})", file=path, remedy="check its permissions"
        ) from error
    text, encoding = decode(data, file=path)
    if not text.strip():
        raise InputError("the file is empty", file=path, remedy="remove it or put the issue in")
    return RawIssue(path, hashlib.sha256(data).hexdigest(), encoding, split_lines(text))
