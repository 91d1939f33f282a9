"""Checks on write: every table must keep the promises of its schema before it reaches the disk."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from helpers.corpus.schema import Column, arrow_schema, table

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

#: Tables of very many rows: every row is checked with Arrow's own functions, and the first ones by
#: pandera too, which takes fifty times as long.
LARGE = ("lines", "paragraphs", "tokens")
#: How many rows of a large table pandera sees in each chunk.
SAMPLE = 200


class SchemaBrokenError(Exception):
    """A table does not keep the promises of its schema: a fault of this tool, not of its input."""


@cache
def pandera_schema(name: str) -> Any:  # noqa: ANN401
    """Return the pandera schema of a table, for a frame made by `to_frame`."""
    import pandera.pandas as pa

    description = table(name)
    columns = {
        column.name: pa.Column(
            checks=_checks(column), nullable=column.nullable, required=True, dtype=None
        )
        for column in description.columns
    }
    return pa.DataFrameSchema(
        columns,
        unique=list(description.primary_key) or None,
        strict=True,
        ordered=True,
        name=name,
    )


def _checks(column: Column) -> list[Any]:
    """Return the pandera checks of one column; types are held by the Arrow schema."""
    import pandera.pandas as pa

    checks = []
    if column.minimum is not None:
        checks.append(pa.Check.ge(column.minimum))
    if column.maximum is not None:
        checks.append(pa.Check.le(column.maximum))
    if column.allowed:
        checks.append(pa.Check.isin(column.allowed))
    if column.pattern:
        checks.append(pa.Check.str_matches(rf"(?:{column.pattern})\Z"))
    if column.type == "string" and not column.may_be_blank and not column.pattern:
        checks.append(pa.Check(lambda values: values != "", name="not_empty"))
    return checks


def to_frame(data: pa.Table) -> pd.DataFrame:
    """Return a frame with dates as datetime64 and missing integers and booleans as `<NA>`."""
    import pandas as pd
    import pyarrow as pa

    nullable = {pa.int64(): pd.Int64Dtype(), pa.bool_(): pd.BooleanDtype()}
    plain = {field.name for field in data.schema if not field.nullable}
    frame: pd.DataFrame = data.to_pandas(date_as_object=False, integer_object_nulls=False)
    for field in data.schema:
        if field.name in plain:
            continue
        if field.type in nullable:
            values = data.column(field.name).to_pylist()
            frame[field.name] = pd.array(values, dtype=nullable[field.type])
        elif pa.types.is_date(field.type):
            frame[field.name] = frame[field.name].astype("datetime64[us]")
    return frame


def validate(name: str, data: pa.Table) -> None:
    """Check one chunk of a table.

    Raises:
        SchemaBrokenError: Names the table, the column and the first offending values.
    """
    import pandera.errors

    if not data.schema.equals(arrow_schema(name)):
        raise SchemaBrokenError(f"{name}: the columns or types differ from the schema")
    _check_missing(name, data)
    if name in LARGE:
        _check_values(name, data)
        data = data.slice(0, SAMPLE)
    if data.num_rows == 0:
        return
    try:
        pandera_schema(name).validate(to_frame(data), lazy=True)
    except pandera.errors.SchemaErrors as error:
        cases = error.failure_cases[["column", "check", "failure_case"]].head(3)
        raise SchemaBrokenError(f"{name}: {cases.to_dict('records')}") from error


def _check_missing(name: str, data: pa.Table) -> None:
    """Raise if a column that must be filled has a missing value."""
    for column in table(name).columns:
        if not column.nullable and data.column(column.name).null_count:
            raise SchemaBrokenError(f"{name}: a value of '{column.name}' is missing")


def _check_values(name: str, data: pa.Table) -> None:
    """Raise if a value of a large table is not allowed, too small or empty."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if name == "tokens":
        _check_spans(name, data)
    for column in table(name).columns:
        values = data.column(column.name)
        broken = data.num_rows > 0 and (
            (column.allowed and not pc.all(pc.is_in(values, pa.array(column.allowed))).as_py())
            or (column.minimum is not None and pc.min(values).as_py() < column.minimum)
            or (_is_filled(column) and pc.min(pc.binary_length(values)).as_py() == 0)
        )
        if broken:
            raise SchemaBrokenError(f"{name}: a value of '{column.name}' is not allowed")


def _is_filled(column: Column) -> bool:
    """Say whether a column's strings must not be empty."""
    return column.type == "string" and not column.may_be_blank


def _check_spans(name: str, data: pa.Table) -> None:
    """Raise unless every token is as long as its term, or longer by spaces closed up."""
    import pyarrow.compute as pc

    if data.num_rows == 0:
        return
    lengths = pc.subtract(data.column("end"), data.column("start"))
    terms = pc.utf8_length(data.column("term"))
    # One space at most was left out behind each character but the last: 记 者 is 记者.
    fit = pc.and_(
        pc.greater_equal(lengths, terms),
        pc.less_equal(lengths, pc.subtract(pc.multiply(terms, 2), 1)),
    )
    if not pc.all(fit).as_py() or pc.min(data.column("start")).as_py() < 0:
        raise SchemaBrokenError(f"{name}: a span does not fit its term")
