"""Read a source file of the specimen: header, coded lines and inline tags, with their offsets."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

#: Every code that may open a line, and whether the line belongs to an article.
CODES = {
    "T": False,
    "S": False,
    "N": False,
    "-": False,
    "+": False,
    "A": True,
    "K": True,
    "H": True,
    "D": True,
    "B": True,
    "P": True,
    "C": True,
    "R": True,
    "X": True,
}
HEADER_KEYS = (
    "date",
    "number",
    "style",
    "pages",
    "hotline",
    "website",
    "website_name",
    "app",
    "account",
    "publisher",
    "compiler",
)
BREAK = "⏎"
#: `CODE| text`; the code is one character.
RE_CODED = re.compile(r"^(\S+?)\|[ ]?(.*)$")
#: One attribute: a bare value without blanks, bars or braces, or a quoted one.
RE_ATTRIBUTE = re.compile(r'\s*([a-z]+)=("([^"]*)"|[^\s|"{}]+)')
#: The opening of a tag, up to and with its bar.
RE_TAG = re.compile(r'\{([a-z]+)((?:\s+[a-z]+=(?:"[^"]*"|[^\s|"{}]+))*)\s*\|')


@dataclass(frozen=True)
class Span:
    """One tag: `start` and `end` count in the text without tags and breaks."""

    tag: str
    attrs: dict[str, str]
    start: int
    end: int


@dataclass(frozen=True)
class Inline:
    """A text without its tags, the places of its column breaks, and its tags."""

    text: str
    breaks: tuple[int, ...] = ()
    spans: tuple[Span, ...] = ()

    def pieces(self) -> list[str]:
        """Return the raw lines that the column breaks cut the text into."""
        marks = [0, *self.breaks, len(self.text)]
        return [self.text[a:b] for a, b in pairwise(marks)]


@dataclass
class Line:
    """One coded line. `article` is the order (from 1) of the article it belongs to."""

    code: str
    inline: Inline
    number: int
    article: int | None = None


@dataclass
class Check:
    """One `X|` line: a sum that the page invites, with its verdict."""

    strength: str
    attrs: dict[str, str]
    number: int


@dataclass
class Article:
    """The attributes and lines of one article, in printed order."""

    order: int
    attrs: dict[str, str]
    number: int
    lines: list[Line] = field(default_factory=list)
    checks: list[Check] = field(default_factory=list)

    def of(self, *codes: str) -> list[Line]:
        return [line for line in self.lines if line.code in codes]


@dataclass
class Issue:
    """One source file: `stream` holds every line that is printed or steers the printing."""

    header: dict[str, str]
    stream: list[Line]
    articles: list[Article]

    @property
    def date(self) -> date:
        return date.fromisoformat(self.header["date"])

    @property
    def id(self) -> str:
        return f"specimen-{self.header['date']}"

    def article_id(self, order: int) -> str:
        return f"{self.id}-a{order:02d}"


#: A problem: the line of the source file, and what is wrong there.
Problem = tuple[int, str]


def parse_attributes(text: str) -> tuple[dict[str, str], str]:
    """Read `key=value key="two words"`; return the pairs and whatever could not be read."""
    attrs: dict[str, str] = {}
    position = 0
    while match := RE_ATTRIBUTE.match(text, position):
        attrs[match[1]] = match[3] if match[3] is not None else match[2]
        position = match.end()
    return attrs, text[position:].strip()


def parse_inline(text: str, number: int, problems: list[Problem]) -> Inline:
    """Take the tags and breaks out of one line, e.g. `{f v=3 u=户|3户}` → `3户` and a span."""
    text = re.sub(rf"[ \u3000]*{BREAK}[ \u3000]*", BREAK, text)
    out: list[str] = []
    breaks: list[int] = []
    spans: list[Span] = []
    stack: list[tuple[str, dict[str, str], int]] = []
    i = length = 0
    while i < len(text):
        char = text[i]
        if char == "{":
            match = RE_TAG.match(text, i)
            if match is None:
                problems.append((number, f"unreadable tag at {text[i : i + 24]!r}"))
                return Inline("".join(out))
            stack.append((match[1], parse_attributes(match[2])[0], length))
            i = match.end()
            continue
        if char == "}":
            if not stack:
                problems.append((number, f"closing brace without a tag after {''.join(out)[-12:]}"))
                return Inline("".join(out))
            tag, attrs, start = stack.pop()
            spans.append(Span(tag, attrs, start, length))
        elif char == BREAK:
            breaks.append(length)
        else:
            out.append(char)
            length += 1
        i += 1
    problems.extend((number, f"tag {{{tag} is not closed") for tag, _, _ in stack)
    spans.sort(key=lambda span: (span.start, -span.end))
    return Inline("".join(out), tuple(breaks), tuple(spans))


def parse_source(content: str) -> tuple[Issue, list[Problem]]:
    """Read a whole source file; the problems name the lines that could not be read."""
    issue = Issue({}, [], [])
    problems: list[Problem] = []
    for number, raw in enumerate(content.splitlines(), 1):
        if not raw.strip() or raw.startswith("#"):
            continue
        if raw.startswith("@"):
            key, _, value = raw[1:].partition(" ")
            if key not in HEADER_KEYS:
                problems.append((number, f"unknown header @{key}"))
            issue.header[key] = value.strip()
            continue
        match = RE_CODED.match(raw)
        if match is None or match[1] not in CODES:
            problems.append((number, f"unknown code: {raw[:16]!r}"))
            continue
        _add_line(issue, match[1], match[2].strip(), number, problems)
    return issue, problems


def _add_line(issue: Issue, code: str, text: str, number: int, problems: list[Problem]) -> None:
    if code == "A":
        attrs, rest = parse_attributes(text)
        if rest:
            problems.append((number, f"unreadable attributes: {rest!r}"))
        issue.articles.append(Article(len(issue.articles) + 1, attrs, number))
        return
    if CODES[code] and not issue.articles:
        problems.append((number, f"{code}| before the first A|"))
        return
    if code == "X":
        strength, _, rest = text.partition(" ")
        attrs, bad = parse_attributes(rest)
        if bad:
            problems.append((number, f"unreadable attributes: {bad!r}"))
        issue.articles[-1].checks.append(Check(strength, attrs, number))
        return
    line = Line(code, parse_inline(text, number, problems), number)
    if CODES[code]:
        line.article = issue.articles[-1].order
        issue.articles[-1].lines.append(line)
    issue.stream.append(line)
