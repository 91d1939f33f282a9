"""The grammar of the tables: what a column and a table are, and the lookup of every table.

From this one description come the Arrow schemas, the checks on write, the data package and the
column dictionary of the README.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import pyarrow as pa

ColumnType = Literal["string", "integer", "number", "boolean", "date"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: a promise about its name, type and values.

    Args:
        name: The name in every file.
        type: The type, in the words of the Frictionless Table Schema.
        description: What it holds, in one English sentence.
        zh: The Chinese label.
        nullable: Whether a value may be missing.
        may_be_blank: Whether a present string may be empty (CSV cannot tell it from a missing one).
        minimum: The smallest number allowed.
        maximum: The largest number allowed.
        allowed: The only strings allowed, if they are few.
        pattern: A regular expression that a whole string must match.
        bits: The width of an integer in Parquet.
    """

    name: str
    type: ColumnType
    description: str
    zh: str
    nullable: bool = False
    may_be_blank: bool = False
    minimum: float | None = None
    maximum: float | None = None
    allowed: tuple[str, ...] = ()
    pattern: str | None = None
    bits: Literal[32, 64] = 64


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """A column that must hold a key of another table wherever it holds anything."""

    column: str
    table: str
    target: str


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its columns in their promised order, and its keys."""

    name: str
    description: str
    zh: str
    columns: tuple[Column, ...]
    primary_key: tuple[str, ...]
    foreign_keys: tuple[ForeignKey, ...] = ()

    @property
    def column_names(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple(column.name for column in self.columns)


def table(name: str) -> Table:
    """Return the description of the table called `name`; KeyError if there is none."""
    return all_tables()[name]


@cache
def all_tables() -> dict[str, Table]:
    """Return every table by name, in the order of the data package."""
    from helpers.corpus.tables import TABLES

    return {entry.name: entry for entry in TABLES}


@cache
def arrow_schema(name: str) -> pa.Schema:
    """Return the Arrow schema of a table; each field carries its description and Chinese label."""
    import pyarrow as pa

    types = {"string": pa.string(), "number": pa.float64(), "boolean": pa.bool_()}
    fields = []
    for column in table(name).columns:
        if column.type == "integer":
            kind = pa.int32() if column.bits == 32 else pa.int64()
        elif column.type == "date":
            kind = pa.date32()
        else:
            kind = types[column.type]
        metadata = {"description": column.description, "zh": column.zh}
        fields.append(pa.field(column.name, kind, nullable=column.nullable, metadata=metadata))
    return pa.schema(fields)
