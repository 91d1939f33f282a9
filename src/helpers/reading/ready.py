"""Ready articles in a table: one row an article, the rows of one paper and date an issue."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from helpers.errors import InputError
from helpers.reading.encoding import printable
from helpers.reading.issue import Problems
from helpers.reading.model import RawIssue
from helpers.reading.ready_columns import map_columns
from helpers.reading.ready_dates import first_day, read_date
from helpers.reading.ready_layout import Part, Ready, lay_out
from helpers.reading.ready_rows import Row, open_table
from helpers.reading.ready_spool import Spool, Spooled

#: Line ends in a cell, also as a table exported badly writes them.
RE_LINES = re.compile(r"\r\n|[\n\r\u2028\u2029\x0b\x0c]|(?<=[。！？”])\\n")
#: Paragraphs run together: two ideographic spaces or more behind the end of a sentence.
RE_RUN_ON = re.compile(r"(?<=[。！？”」』）：…!?)])[ \u3000]*\u3000{2,}")
#: A cell that holds markup.
RE_MARKUP = re.compile(r"<(?:p|br|div|td|span)\b[^<>]*>", re.I)
#: What is taken off both ends of a line.
SPACES = " \t\u3000\u00a0\u2002\u2003\u200b\ufeff"
#: How many bad rows are named one by one.
MOST_TOLD = 50
#: What separates authors in a list.
BETWEEN = "、"


def read_table(
    path: Path,
    way: str,
    columns: Mapping[str, str] | None = None,
    *,
    problems: Problems | None = None,
) -> Iterator[RawIssue]:
    """Yield the issues of a table of articles, the earliest date first.

    Rows may stand in any order; those of an issue keep theirs. The line numbers of an issue count
    its lines as `ready_layout` lays them out. Its hash is that of these lines.

    Args:
        path: The table.
        way: csv, jsonl or xlsx.
        columns: Field → column, as corpus.toml says; what it leaves out is guessed.
        problems: Told of a row that cannot be used, which then costs no other.

    Raises:
        InputError: The table or its columns cannot be used; without `problems`, also for a row.
    """
    told = 0

    def tell(error: InputError) -> None:
        nonlocal told
        if problems is None:
            raise error
        told += 1
        if told <= MOST_TOLD:
            problems(error)

    with Spool() as spool:
        with open_table(path, way, problems=tell) as table:
            fields = map_columns(table.columns, columns, file=path)
            encoding = table.encoding
            empty = True
            for row in _usable(table.rows, fields, path, tell):
                spool.add(row)
                empty = False
        if problems is not None and told > MOST_TOLD:
            more = f"{told - MOST_TOLD:,} more rows cannot be used"
            problems(InputError(more, file=path, remedy="see the first ones"))
        if empty:
            raise InputError("no row holds an article", file=path, remedy="see its columns")
        for paper, date, rows in spool.groups():
            yield _issue(path, encoding, paper, date, rows)


def _usable(
    rows: Iterable[Row], fields: Mapping[str, str], path: Path, tell: Problems
) -> Iterator[Spooled]:
    """Yield the rows that hold an article and a date that can be read, or none."""
    for number, cells in rows:
        if not any(cell not in (None, "") for cell in cells.values()):
            continue
        values = {field: cell_text(cells.get(column)) for field, column in fields.items()}
        if not values["title"].strip() and not values["text"].strip():
            problem, remedy = "holds neither title nor text", "fill them in, or take the row out"
        elif (day := read_date(cells.get(fields["date"]))) is None:
            shown = values["date"][:40]
            problem, remedy = f"the date cannot be read: {shown}", "write it as 2020-12-30"
        else:
            paper = values.pop("paper", "").strip()
            yield Spooled(paper, day.key, number, values)
            continue
        tell(InputError(f"row {number}: {problem}", file=path, remedy=remedy))


def cell_text(cell: object) -> str:
    """Return a cell as text: 12.0 => '12', ['甲', '乙'] => '甲、乙', None => ''."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, list):
        texts = [cell_text(one) for one in cell]
        # Authors are listed; the paragraphs of a text are lines.
        short = all(len(text) <= 20 for text in texts)
        return (BETWEEN if short else "\n").join(text for text in texts if text)
    return printable(str(cell))


def _issue(path: Path, encoding: str, paper: str, date: str, rows: list[Spooled]) -> RawIssue:
    """Lay out the rows of one issue."""
    is_day = len(date) == len("2020-12-30") and date[4] == "-"
    laid = lay_out((to_ready(row.cells) for row in rows), printed_date="" if is_day else date)
    known = {"paper": paper} if paper else {}
    # A year or month stands at its first day, so that it can be compared; its line says so.
    known["date"] = date if is_day else first_day(date)
    if not known["date"]:
        del known["date"]
    printed = "\n".join((paper, date, *laid.lines)).encode("utf-8", "surrogatepass")
    return RawIssue(
        path, hashlib.sha256(printed).hexdigest(), encoding, laid.lines, laid.hints, known
    )


def to_ready(cells: Mapping[str, str]) -> Ready:
    r"""Return the article of a row.

    '第一段。\n第二段。' => two paragraphs; so does '第一段。　　第二段。', and '<p>…</p><p>…</p>'.
    """
    return Ready(
        title=cell_lines(cells.get("title", "")),
        kicker=cell_lines(cells.get("kicker", "")),
        deck=cell_lines(cells.get("deck", "")),
        author=[" ".join(cell_lines(cells.get("byline", "")))] if cells.get("byline") else [],
        body=_body(cells.get("text", "")),
        page=" ".join(cell_lines(cells.get("page", ""))),
        label=" ".join(cell_lines(cells.get("kind", ""))),
    )


def cell_lines(text: str) -> list[str]:
    """Return the lines of a cell that are not blank, without white space at their ends."""
    if RE_MARKUP.search(text):
        from helpers.reading.html_events import parse_markup
        from helpers.reading.html_lines import lines_of

        return [line.text for line in lines_of(parse_markup(text))]
    return [line for raw in RE_LINES.split(text) if (line := raw.strip(SPACES))]


def _body(text: str) -> list[Part]:
    if RE_MARKUP.search(text):
        from helpers.reading.html_events import parse_markup
        from helpers.reading.html_founder import body_parts
        from helpers.reading.html_lines import lines_of

        return body_parts(lines_of(parse_markup(text)))
    return [
        Part(piece, True, "body", "a paragraph of the cell")
        for line in cell_lines(text)
        for raw in RE_RUN_ON.split(line)
        if (piece := raw.strip(SPACES))
    ]
