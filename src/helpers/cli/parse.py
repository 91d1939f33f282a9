"""`parse`: issues to JSON, one object a line."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from helpers.cli.telling import explained, show
from helpers.errors import InputError

if TYPE_CHECKING:
    from helpers.parsing.model import Article, ParsedIssue
    from helpers.reading.model import RawIssue


@click.command("parse", short_help="Print one JSON object for each issue.")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@explained
def command(files: tuple[Path, ...]) -> None:
    """Print one JSON object for each of FILES, one a line, in UTF-8.

    \b
    {"issue": {...}, "articles": [{"headline", "kicker", "deck", "byline": [{"role", "name"}],
     "kind", "paragraphs": [...], "lines": [first, last]}], "furniture": [line numbers]}
    """  # noqa: D301 - click reads the backspace character
    # A console may use another encoding; JSON is UTF-8.
    stdout = sys.stdout.buffer
    failed = False
    for file in files:
        try:
            described = parse_file(file)
        except InputError as error:
            show(error)
            failed = True
            continue
        line = json.dumps(described, ensure_ascii=False)
        stdout.write(line.encode("utf-8", "surrogatepass") + b"\n")
        stdout.flush()
    if failed:
        sys.exit(1)


def parse_file(file: Path) -> dict[str, Any]:
    """Read and parse one file; its problems are shown, an unusable file raises InputError."""
    from helpers.corpus.problems import Problem
    from helpers.corpus.rows import REPORT_IT, TextLostError
    from helpers.parsing import AccountError, parse_issue
    from helpers.reading import read_issue

    raw = read_issue(file)
    try:
        parsed = parse_issue(raw.lines)
    except AccountError as error:
        raise TextLostError(str(error), file=file, remedy=REPORT_IT) from error
    for problem in parsed.problems:
        show(Problem.remark(problem, file=str(file)).error())
    return describe(raw, parsed)


def describe(raw: RawIssue, parsed: ParsedIssue) -> dict[str, Any]:
    """Return an issue as JSON holds it."""
    head = asdict(parsed.masthead)
    head["date"] = head["date"].isoformat() if head["date"] else None
    head |= {"source_file": raw.path.name, "sha256": raw.sha256, "encoding": raw.encoding}
    return {
        "issue": head,
        "articles": [_describe_article(article) for article in parsed.articles],
        "furniture": [record.line for record in parsed.lines if record.article is None],
    }


def _describe_article(article: Article) -> dict[str, Any]:
    """Return an article as JSON holds it."""
    return {
        "headline": article.headline or None,
        "kicker": article.kicker,
        "deck": article.deck,
        "byline": [
            {key: value for key, value in entry._asdict().items() if key != "unit" or value}
            for entry in article.bylines
        ],
        "kind": article.kind,
        "paragraphs": [paragraph.text for paragraph in article.paragraphs],
        "lines": [article.line_first, article.line_last],
    }
