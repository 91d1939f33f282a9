"""An answer key: what a careful reader finds in one issue, line by line."""

from __future__ import annotations

from dataclasses import dataclass, field

from helpers.parsing.model import BylineEntry, Paragraph


@dataclass(slots=True)
class KeyArticle:
    """One article of a key. `lines` are all its raw lines (from 1), jump and byline lines too.

    `headline` holds kicker and headline lines joined by a line feed, `kicker` the first of them.
    """

    id: str
    kind: str
    headline: str = ""
    kicker: str | None = None
    deck: str | None = None
    bylines: list[BylineEntry] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)


@dataclass(slots=True)
class KeyIssue:
    """One issue of a key: its raw lines, masthead values, the role of each line, its articles.

    `raw` is None where the key holds no text of its own (the annotation form); `masthead` maps
    the names of `helpers.parsing.Masthead` to values as text; a field that is absent is one that
    the issue does not print. `paragraph_lines` says whether the key knows the lines of each
    paragraph.
    """

    name: str
    raw: tuple[str, ...] | None = None
    masthead: dict[str, str] = field(default_factory=dict)
    roles: dict[int, str] = field(default_factory=dict)
    articles: list[KeyArticle] = field(default_factory=list)
