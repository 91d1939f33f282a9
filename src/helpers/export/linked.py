"""Tables whose rows lead to the printed line: one click from a figure to its sentence.

The links lead to the pages of raw issues that lie beside the notebooks of a report; `write_report`
writes every page that a table leads to.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import pandas as pd
from markupsafe import Markup, escape

#: A link to a line of a raw issue, from a notebook's page or from the report.
RE_LINK = re.compile(r'href="(?:\.\./)?pages/(?P<issue>[^"#/]+)\.html#line-\d+"')


@dataclass(frozen=True, slots=True)
class Linked:
    """A table to show in a notebook."""

    html: str
    rows: int

    def _repr_html_(self) -> str:
        return self.html

    def __repr__(self) -> str:
        """Say in one line what is shown, where no HTML can be."""
        return f"<table of {self.rows} rows, each leading to its printed line>"


def line_link(issue: object, line: object, *, base: str = "../") -> Markup:
    """Return the number of a line as a link to it; an empty cell where there is no line.

    Args:
        issue: Id of the issue.
        line: Number of the line in its file.
        base: Way from the page with the link to the folder of the report.
    """
    if not isinstance(issue, str) or not str(line).isdigit():
        return Markup("")
    return Markup('<a href="{}pages/{}.html#line-{}">{}</a>').format(base, issue, line, line)


def linked(
    data: pd.DataFrame,
    *,
    columns: list[str] | None = None,
    names: dict[str, str] | None = None,
    most: int = 200,
    issue: str = "issue_id",
    line: str = "line",
) -> Linked:
    """Return a table whose column of lines leads to the page that prints them.

    Args:
        data: Rows with the columns `issue` and `line`.
        columns: Columns to show, in order; all when not given.
        names: Heads to show in place of columns' names.
        most: Rows shown at most; a last row says how many are left out.
        issue: Column of ids of issues.
        line: Column of numbers of lines.
    """
    shown = data.head(most)
    places = zip(shown[issue], shown[line], strict=True)
    links = [line_link(a, b) for a, b in places]
    wanted = columns or list(data.columns)
    cells = {
        (names or {}).get(column, column): links
        if column == line
        else [_cell(v) for v in shown[column]]
        for column in wanted
    }
    heads = Markup("").join(Markup("<th>{}</th>").format(head) for head in cells)
    rows = [
        Markup("<tr>{}</tr>").format(Markup("").join(Markup("<td>{}</td>").format(v) for v in row))
        for row in zip(*cells.values(), strict=True)
    ]
    if len(data) > most:
        left = f"… {len(data) - most:,} more"
        rows.append(Markup('<tr><td colspan="{}">{}</td></tr>').format(len(cells), left))
    body = Markup("\n").join(rows)
    html = Markup("<table>\n<thead><tr>{}</tr></thead>\n<tbody>\n{}\n</tbody>\n</table>")
    return Linked(str(html.format(heads, body)), len(data))


def _cell(value: Any) -> Markup:  # noqa: ANN401 - whatever a frame holds
    """Return a value as text: nothing for a missing one, a day for a date."""
    if not isinstance(value, str) and bool(pd.isna(value)):
        return Markup("")
    if isinstance(value, pd.Timestamp):
        return escape(value.strftime("%Y-%m-%d"))
    if isinstance(value, float):
        return escape(f"{value:,.10g}")
    return escape(str(value))


def linked_issues(pages: list[str]) -> list[str]:
    """Return the issues that pages of HTML lead to, in order."""
    return sorted({found["issue"] for page in pages for found in RE_LINK.finditer(page)})
