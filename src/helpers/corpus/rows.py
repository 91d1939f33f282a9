"""Parsed issues to rows: the tables that tell what was printed, and proof that nothing was lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from helpers.corpus.identity import article_id
from helpers.corpus.schema import arrow_schema, table
from helpers.corpus.tables import SCRIPTS
from helpers.errors import InputError
from helpers.parsing.model import Article, ParsedIssue
from helpers.parsing.script import is_traditional
from helpers.reading.model import RawIssue

if TYPE_CHECKING:
    import pyarrow as pa

#: The tables made here.
PARSED = ("issues", "lines", "articles", "paragraphs", "bylines")
#: What to do about text that was lost.
REPORT_IT = "this is a fault of the parser: please report it together with the file"


class TextLostError(InputError):
    """The account of an issue's lines does not add up."""


def count_characters(text: str) -> int:
    r"""Return the number of characters that are not white space: "一 二\n三" → 3."""
    return len("".join(text.split()))


def reconcile(raw: RawIssue, parsed: ParsedIssue) -> int:
    """Check that every non-blank raw line has exactly one record, unchanged and in its place.

    Returns:
        The number of characters on the raw lines, white space left out.

    Raises:
        TextLostError: A line is missing, added, moved or changed.
    """
    expected = [(n, line) for n, line in enumerate(raw.lines, start=1) if line.strip()]
    found = [(record.line, record.text) for record in parsed.lines]
    if expected != found:
        missing = sorted(set(expected) - set(found)) or sorted(set(found) - set(expected))
        raise TextLostError(
            f"{len(expected)} lines went in, {len(found)} came out, and they differ",
            file=raw.path,
            line=missing[0][0] if missing else None,
            remedy=REPORT_IT,
        )
    characters = count_characters("\n".join(raw.lines))
    if characters != count_characters("\n".join([text for _, text in found])):
        raise TextLostError("characters were lost", file=raw.path, remedy=REPORT_IT)
    return characters


class Rows:
    """The rows of one chunk of issues, column by column."""

    def __init__(self) -> None:
        """Start with no rows."""
        self._columns: dict[str, dict[str, list[Any]]] = {
            name: {column: [] for column in table(name).column_names} for name in PARSED
        }

    def add(
        self, issue_id: str, raw: RawIssue, parsed: ParsedIssue, *, file: str, paper: str | None
    ) -> None:
        """Add one issue.

        Args:
            issue_id: Its id.
            raw: Its lines.
            parsed: Its articles and the account of its lines.
            file: Its file, as the tables name it.
            paper: The name of the paper, for an issue that prints none.

        Raises:
            TextLostError: The account of the lines does not add up.
        """
        characters = reconcile(raw, parsed)
        head = parsed.masthead
        self._append(
            "issues",
            issue_id,
            head.paper or paper,
            head.date,
            head.issue_number,
            head.lunar_date,
            head.weekday,
            head.publisher,
            head.compiler,
            head.pages,
            file,
            raw.sha256,
            raw.encoding,
            len(parsed.articles),
            characters,
            head.lunar_ok,
            head.weekday_ok,
        )
        ids = {article.order: article_id(issue_id, article.order) for article in parsed.articles}
        self._add_lines(issue_id, parsed, ids)
        for article in parsed.articles:
            self._add_article(issue_id, ids[article.order], article)

    def tables(self) -> dict[str, pa.Table]:
        """Return the rows as Arrow tables of the schemas' types."""
        import pyarrow as pa

        return {
            name: pa.Table.from_pydict(columns, schema=arrow_schema(name))
            for name, columns in self._columns.items()
        }

    def _append(self, name: str, *values: object) -> None:
        """Add one row to a table, its values in the order of the columns."""
        for column, value in zip(self._columns[name].values(), values, strict=True):
            column.append(value)

    def _add_lines(self, issue_id: str, parsed: ParsedIssue, ids: dict[int, str]) -> None:
        """Add the account of an issue's lines."""
        columns = self._columns["lines"]
        records = parsed.lines
        columns["issue_id"].extend([issue_id] * len(records))
        columns["line"].extend([record.line for record in records])
        columns["text"].extend([record.text for record in records])
        columns["role"].extend([record.role for record in records])
        columns["article_id"].extend(
            [None if record.article is None else ids[record.article] for record in records]
        )
        columns["reason"].extend([record.reason for record in records])

    def _add_article(self, issue_id: str, key: str, article: Article) -> None:
        """Add an article with its paragraphs and bylines."""
        text = article.text
        self._append(
            "articles",
            key,
            issue_id,
            article.order,
            article.kind,
            article.kicker or None,
            article.headline or None,
            article.deck or None,
            article.byline or None,
            text,
            len(article.paragraphs),
            count_characters(text),
            article.line_first,
            article.line_last,
            article.confidence,
            SCRIPTS[is_traditional(f"{article.headline or ''}{text}")],
        )
        for number, paragraph in enumerate(article.paragraphs, start=1):
            lines = " ".join(map(str, paragraph.lines))
            self._append("paragraphs", key, number, paragraph.text, lines)
        for entry in article.bylines:
            self._append("bylines", key, entry.role or None, entry.name, entry.unit or None)
