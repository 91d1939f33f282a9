"""Tables to files, chunk by chunk: Parquet for programs and CSV for spreadsheets."""

from __future__ import annotations

import codecs
import hashlib
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from helpers.corpus.schema import arrow_schema, table
from helpers.corpus.validate import validate

if TYPE_CHECKING:
    import pyarrow as pa

#: The kinds of file of each table.
FORMATS = ("parquet", "csv")

#: Rows that are formatted at once: the default of 1,024 takes twice as long.
CSV_BATCH = 65_536


def file_name(name: str, kind: str) -> str:
    """Return the name of a table's file: `issues`, `csv` → `issues.csv`."""
    return f"{name}.{kind}"


class TableWriter:
    """Appends chunks to the Parquet and CSV files of some tables; memory holds one chunk only."""

    def __init__(self, folder: Path, tables: tuple[str, ...]) -> None:
        """Write into `folder`, which must exist; every table gets its files even if it is empty."""
        self._stack = ExitStack()
        self._folder = folder
        self._tables = tables
        self._writers: dict[str, tuple[Any, Any]] = {}
        self.rows = dict.fromkeys(tables, 0)

    def __enter__(self) -> Self:
        """Open the files and write the headers; a byte order mark makes spreadsheets read UTF-8."""
        import pyarrow.csv as arrow_csv
        import pyarrow.parquet as pq

        for name in self._tables:
            schema = arrow_schema(name)
            parquet = pq.ParquetWriter(
                self._folder / file_name(name, "parquet"),
                schema,
                compression="zstd",
                use_dictionary=[c.name for c in table(name).columns if c.type == "string"],
            )
            sink = (self._folder / file_name(name, "csv")).open("wb")
            self._stack.callback(sink.close)
            sink.write(codecs.BOM_UTF8)
            plain = arrow_csv.CSVWriter(
                sink, schema, write_options=arrow_csv.WriteOptions(batch_size=CSV_BATCH)
            )
            self._stack.callback(parquet.close)
            self._stack.callback(plain.close)
            self._writers[name] = (parquet, plain)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close every file."""
        self.close()

    def close(self) -> None:
        """Finish and close every file; closing twice does no harm."""
        self._stack.close()

    def write(self, name: str, data: pa.Table) -> None:
        """Check one chunk of a table and append it, as one row group.

        Raises:
            SchemaBrokenError: The chunk does not keep the promises of the schema.
        """
        validate(name, data)
        if data.num_rows == 0:
            return
        parquet, plain = self._writers[name]
        parquet.write_table(data, row_group_size=data.num_rows)
        plain.write_table(data)
        self.rows[name] += data.num_rows


def file_hash(path: Path) -> str:
    """Return the SHA-256 of a file's bytes, in hexadecimal."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
