"""The list of a folder's figures: what each shows, from what, and made by which notebook.

Every figure has a record of its own beside it; the manifest is those records put together. So
two notebooks that write at once cannot lose each other's rows.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path

import pandas as pd

from helpers.errors import InputError
from helpers.export.writing import table_bytes, write_bytes

_ENDING = ".figure.json"


@dataclass(frozen=True, slots=True)
class FigureRecord:
    """What is known of one figure; its files are `name` with .png, .svg, .pdf and .csv."""

    name: str
    title: str
    caption: str
    alt: str
    sources: tuple[str, ...]
    notebook: str
    corpus: str
    corpus_hash: str
    language: str
    rows: int
    columns: tuple[str, ...]


def write_record(folder: Path, record: FigureRecord) -> None:
    """Write the record of a figure and bring the manifest of its folder up to date."""
    write_bytes(folder / f"{record.name}{_ENDING}", _json(asdict(record)))
    records = read_records(folder)
    write_bytes(folder / "manifest.json", _json([asdict(r) for r in records]))
    rows = [
        {k: ";".join(v) if isinstance(v, tuple) else v for k, v in asdict(r).items()}
        for r in records
    ]
    names = [f.name for f in fields(FigureRecord)]
    write_bytes(folder / "manifest.csv", table_bytes(pd.DataFrame(rows, columns=names)))


def read_records(folder: Path) -> list[FigureRecord]:
    """Return the records of a folder's figures, sorted by name; none when there is no folder.

    Raises:
        InputError: A record cannot be read.
    """
    records = []
    for path in sorted(folder.glob(f"*{_ENDING}")):
        try:
            found = json.loads(path.read_text(encoding="utf-8"))
            found = {k: tuple(v) if isinstance(v, list) else v for k, v in found.items()}
            records.append(FigureRecord(**found))
        except (OSError, ValueError, TypeError, AttributeError) as error:
            raise InputError(
                "The record of a figure cannot be read",
                file=path,
                remedy="delete it and run its notebook again",
            ) from error
    return sorted(records, key=lambda r: r.name)


def _json(content: object) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
