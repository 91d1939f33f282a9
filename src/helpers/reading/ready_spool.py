"""Rows in any order to groups, within bounded memory: a private database that spills to disk."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from itertools import groupby
from types import TracebackType
from typing import NamedTuple


class Spooled(NamedTuple):
    """A row with what it is grouped by."""

    paper: str
    date: str
    row: int
    cells: dict[str, str]


class Spool:
    """Takes rows one by one, and gives them back grouped by date and paper."""

    def __init__(self) -> None:
        """Open a temporary database: in memory while small, else in a file without a name."""
        self._base = sqlite3.connect("")
        self._base.execute("CREATE TABLE rows (date TEXT, paper TEXT, number INTEGER, cells TEXT)")

    def __enter__(self) -> Spool:
        """Return itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Drop everything."""
        self._base.close()

    def add(self, row: Spooled) -> None:
        """Take one row."""
        # ASCII only: half a surrogate pair, which JSON can bring, is no text for a database.
        values = (*(json.dumps(key) for key in (row.date, row.paper)), row.row)
        self._base.execute("INSERT INTO rows VALUES (?, ?, ?, ?)", (*values, json.dumps(row.cells)))

    def groups(self) -> Iterator[tuple[str, str, list[Spooled]]]:
        """Yield (paper, date, rows in their order), the earliest date first."""
        found = self._base.execute("SELECT date, paper, number, cells FROM rows ORDER BY 1, 2, 3")
        for (date, paper), rows in groupby(found, key=lambda row: row[:2]):
            key = json.loads(paper), json.loads(date)
            yield *key, [Spooled(*key, number, json.loads(cells)) for _, _, number, cells in rows]
