"""Write files whole or not at all, and tables for spreadsheets."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Any

import pandas as pd

#: Cells beginning so are formulas to a spreadsheet; text never is.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_bytes(path: Path, content: bytes) -> None:
    """Write a file by replacing it in one step, so that nobody reads half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        # Temporary files are for their owner only; a report is for others to read.
        os.chmod(temporary, 0o644)  # noqa: PTH101
        os.replace(temporary, path)  # noqa: PTH105
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def table_bytes(data: pd.DataFrame) -> bytes:
    """Return a table as CSV in UTF-8 with a byte order mark, as spreadsheets read Chinese.

    Text that a spreadsheet would run as a formula gets an apostrophe before it.
    """
    safe = data.copy()
    safe.columns = [_quiet(c) for c in safe.columns]
    for i, kind in enumerate(safe.dtypes):
        if not pd.api.types.is_numeric_dtype(kind):
            column: Any = safe.iloc[:, i].map(_quiet).astype(object)
            safe.isetitem(i, column)
    text = safe.to_csv(index=False, lineterminator="\r\n", date_format="%Y-%m-%d")
    return b"\xef\xbb\xbf" + text.encode("utf-8", errors="replace")


def _quiet(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
