"""Other readings of an issue in the form of a key: a parse, and a hand annotation as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from helpers.audit.key import KeyArticle, KeyIssue
from helpers.audit.marked import MASTHEAD
from helpers.errors import InputError
from helpers.parsing import BylineEntry, Masthead, Paragraph, ParsedIssue
from helpers.reading.issue import read_bytes


def of_parse(parsed: ParsedIssue, name: str) -> KeyIssue:
    """Put what the parser found into the form of a key, so that two readings can be compared."""
    issue = KeyIssue(
        name,
        masthead=masthead_values(parsed.masthead),
        roles={r.line: r.role for r in parsed.lines},
    )
    lines: dict[int, list[int]] = {}
    for record in parsed.lines:
        if record.article is not None:
            lines.setdefault(record.article, []).append(record.line)
    for article in parsed.articles:
        whole = [article.kicker, article.headline] if article.kicker else [article.headline]
        issue.articles.append(
            KeyArticle(
                str(article.order),
                article.kind,
                "\n".join(whole),
                article.kicker,
                article.deck,
                list(article.bylines),
                list(article.paragraphs),
                lines.get(article.order, []),
            )
        )
    return issue


def masthead_values(masthead: Masthead) -> dict[str, str]:
    """Write the fields that an issue prints as text: dates as ISO, truth as true and false."""
    return {
        name: _as_text(value)
        for name, value in asdict(masthead).items()
        if name in MASTHEAD and value is not None
    }


def _as_text(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return value.isoformat() if isinstance(value, date) else str(value)


def load_annotation(path: Path) -> list[KeyIssue]:
    """Read a key in the annotation form: a JSON object with `issues`, as the specimen's has it.

    Raises:
        InputError: It cannot be read, is not JSON, or not of that form.
    """
    try:
        record = json.loads(read_bytes(path))
        return [_annotated(issue) for issue in record["issues"]]
    except (KeyError, TypeError, ValueError) as error:
        raise InputError(
            f"this is no answer key ({type(error).__name__}: {error})",
            file=path,
            remedy="give a JSON object with 'issues', or marked .txt files",
        ) from error


def _annotated(issue: Mapping[str, Any]) -> KeyIssue:
    masthead = issue["masthead"]
    return KeyIssue(
        Path(issue["file"]).stem,
        masthead={n: _as_text(masthead[n]) for n in MASTHEAD if masthead.get(n) is not None},
        roles=_annotated_roles(issue),
        articles=[_annotated_article(a) for a in issue["articles"]],
    )


#: Roles of furniture in the annotation form that are no masthead field.
FURNITURE = {"slogan": "slogan", "page_number": "furniture", "furniture": "furniture"}
LINES = {
    "headline_lines": "headline",
    "kicker_lines": "kicker",
    "deck_lines": "deck",
    "byline_lines": "byline",
    "credit_lines": "credit",
}


def _annotated_roles(issue: Mapping[str, Any]) -> dict[int, str]:
    """Give the lines of an annotated issue their roles."""
    roles = {int(f["line"]): FURNITURE.get(f["role"], "masthead") for f in issue["furniture"]}
    for article in issue["articles"]:
        for name, role in LINES.items():
            roles |= dict.fromkeys(article.get(name) or [], role)
        body = "caption" if article["kind"] == "photo" else "body"
        for lines in article["paragraphs"]:
            roles |= dict.fromkeys(lines, body)
    return roles


def _annotated_article(article: Mapping[str, Any]) -> KeyArticle:
    spans: Sequence[Sequence[int]] = article["paragraphs"]
    paragraphs = [
        Paragraph(text, tuple(lines))
        for text, lines in zip(article["paragraph_texts"], spans, strict=True)
    ]
    lines = {n for span in spans for n in span}
    for name in ("headline_lines", "kicker_lines", "deck_lines", "byline_lines", "credit_lines"):
        lines |= set(article.get(name) or [])
    return KeyArticle(
        article["id"],
        article["kind"],
        article["headline"],
        None,
        article["deck"],
        [BylineEntry(b["role"], b["name"], b.get("unit")) for b in article["byline"]],
        [p for p in paragraphs if p.text],
        sorted(lines),
    )
