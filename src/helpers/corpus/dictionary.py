"""The column dictionary of the README, made from the schema so that it cannot fall behind."""

from __future__ import annotations

from pathlib import Path

from helpers.corpus.schema import Column, Table, all_tables

#: The marks between which the README holds the dictionary.
START, END = "<!-- columns:start -->", "<!-- columns:end -->"


def column_dictionary() -> str:
    """Return every table and column, in Markdown."""
    return "\n\n".join(_describe(table) for table in all_tables().values())


def update_readme(path: Path) -> bool:
    """Put the dictionary between the marks of a README; add them at its end if they are missing.

    Returns:
        Whether the file changed.
    """
    old = path.read_text(encoding="utf-8")
    section = f"{START}\n{column_dictionary()}\n{END}"
    before, start, rest = old.partition(START)
    _, end, after = rest.partition(END)
    new = before + section + after if start and end else f"{old.rstrip()}\n\n{section}\n"
    if new != old:
        path.write_text(new, encoding="utf-8")
    return new != old


def section(text: str) -> str | None:
    """Return what a README holds between the marks, or None where there are no marks."""
    _, start, rest = text.partition(START)
    inside, end, _ = rest.partition(END)
    return inside.strip("\n") if start and end else None


def _describe(table: Table) -> str:
    """Return one table's part of the dictionary."""
    key = ", ".join(f"`{name}`" for name in table.primary_key)
    head = f"**{table.name}** ({table.zh}): {table.description}"
    if key:
        head += f" Key: {key}."
    rows = ["| column | type | 中文 | holds |", "| --- | --- | --- | --- |"]
    rows += [_row(column) for column in table.columns]
    return head + "\n\n" + "\n".join(rows)


def _row(column: Column) -> str:
    """Return one column's row."""
    kind = column.type + ("?" if column.nullable else "")
    text = column.description
    if column.allowed:
        text += " One of: " + ", ".join(column.allowed) + "."
    return f"| `{column.name}` | {kind} | {column.zh} | {text} |"
