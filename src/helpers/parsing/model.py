"""What parsing hands on: an issue, its articles and the role of each line."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

#: The roles that a line can have, in the order in which a page is read.
ROLES = (
    "masthead",
    "kicker",
    "headline",
    "deck",
    "byline",
    "body",
    "caption",
    "credit",
    "jump",
    "page_header",
    "slogan",
    "notice",
    "furniture",
)

#: The kinds of article told apart.
KINDS = (
    "news",
    "brief",
    "photo",
    "commentary",
    "wire",
    "notice",
    "poem",
    "essay",
    "table",
    "weather",
)


@dataclass(frozen=True, slots=True)
class Masthead:
    """The fields that an issue prints about itself; None where it does not print one.

    `lunar_ok` and `weekday_ok` say whether the printed lunar date and weekday fall on the
    Gregorian date; None where either side is missing.
    """

    paper: str | None = None
    date: date | None = None
    issue_number: int | None = None
    lunar_date: str | None = None
    weekday: str | None = None
    publisher: str | None = None
    compiler: str | None = None
    pages: int | None = None
    hotline: str | None = None
    website: str | None = None
    website_name: str | None = None
    app: str | None = None
    account: str | None = None
    lunar_ok: bool | None = None
    weekday_ok: bool | None = None


class BylineEntry(NamedTuple):
    """One person of a byline: `role` as printed (记者, 通讯员, 摄), `unit` where one is named."""

    role: str
    name: str
    unit: str | None = None


class Paragraph(NamedTuple):
    """One paragraph, its column breaks joined, and the raw lines (from 1) it stands on."""

    text: str
    lines: tuple[int, ...]


@dataclass(slots=True)
class Article:
    """One article. Headline and deck lines are joined by a line feed, as printed.

    `certainty` is the product of the certainties of its lines, `confidence` what that has proved
    to be worth (`helpers.parsing.confidence`).
    """

    order: int
    kind: str
    headline: str
    kicker: str | None = None
    deck: str | None = None
    byline: str | None = None
    bylines: list[BylineEntry] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    line_first: int = 0
    line_last: int = 0
    confidence: float = 1.0
    certainty: float = 1.0

    @property
    def text(self) -> str:
        """The paragraphs joined by a line feed: what every offset counts in."""
        return "\n".join(p.text for p in self.paragraphs)


class LineRecord(NamedTuple):
    """The account of one non-blank raw line: `article` is the order (from 1) of its article."""

    line: int
    text: str
    role: str
    article: int | None
    reason: str


@dataclass(slots=True)
class ParsedIssue:
    """One issue: masthead, articles, one record for each non-blank raw line, and problems."""

    masthead: Masthead
    articles: list[Article]
    lines: list[LineRecord]
    problems: list[str] = field(default_factory=list)
