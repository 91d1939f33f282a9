"""`parse`: issues to JSON, one object a line."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
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
    """Print one JSON object for each issue in FILES, one a line, in UTF-8.

    A file is an issue, or a table of articles with many; a folder of e-paper pages is one.

    \b
    {"issue": {...}, "articles": [{"headline", "kicker", "deck", "byline": [{"role", "name"}],
     "kind", "paragraphs": [...], "lines": [first, last]}], "furniture": [line numbers]}
    """  # noqa: D301 - click reads the backspace character
    # A console may use another encoding; JSON is UTF-8.
    stdout = sys.stdout.buffer
    failed = False
    for file in files:
        for found in parse_file(file):
            if isinstance(found, InputError):
                show(found)
                failed = True
                continue
            line = json.dumps(found, ensure_ascii=False)
            stdout.write(line.encode("utf-8", "surrogatepass") + b"\n")
            stdout.flush()
    if failed:
        sys.exit(1)


def parse_file(file: Path) -> Iterator[dict[str, Any] | InputError]:
    """Yield the issues of a file, or of a folder of pages, and what was wrong with parts of it.

    What the parser remarks on an issue is shown.
    """
    from helpers.corpus.config import load_config
    from helpers.reading import read_issues

    problems: list[InputError] = []
    try:
        # A table beside a corpus.toml is read as that says.
        columns = load_config("parse", file.parent).columns
        for raw in read_issues(file, columns, problems=problems.append):
            yield from _drain(problems)
            yield describe_parsed(raw)
    except InputError as error:
        problems.append(error)
    yield from _drain(problems)


def _drain(problems: list[InputError]) -> Iterator[InputError]:
    """Yield the problems that were noted, and forget them."""
    yield from problems
    problems.clear()


def describe_parsed(raw: RawIssue) -> dict[str, Any]:
    """Parse one issue and describe it; the parser's remarks are shown."""
    from helpers.corpus.problems import Problem
    from helpers.corpus.reparse import parse_raw

    parsed = parse_raw(raw)
    for problem in parsed.problems:
        show(Problem.remark(problem, file=str(raw.path)).error())
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
