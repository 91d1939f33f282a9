"""The marked form: an issue and its answer key in one file, one raw line a line.

An empty line is an empty raw line; `CODE|raw line` prints the line behind the bar; `@…` is a
directive and prints nothing; `{{…}}` within a line is printed there and not part of the text.
`python -m helpers audit NAME --draft` writes a parse in this form, for a person to correct.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from helpers.audit.key import KeyArticle, KeyIssue
from helpers.errors import InputError
from helpers.parsing.model import KINDS, BylineEntry, Paragraph
from helpers.reading.issue import read_bytes, split_lines

#: Codes of lines outside articles, and of lines inside one, with the role that each stands for.
OUTSIDE = {"M": "masthead", "G": "page_header", "S": "slogan", "F": "furniture"}
INSIDE = {
    "K": "kicker",
    "H": "headline",
    "D": "deck",
    "B": "byline",
    "P": "body",
    "+": "body",
    "C": "caption",
    "R": "credit",
    "J": "jump",
}
CODES = OUTSIDE | INSIDE
MASTHEAD = (
    "paper",
    "date",
    "issue_number",
    "lunar_date",
    "weekday",
    "publisher",
    "compiler",
    "pages",
    "hotline",
    "website",
    "website_name",
    "app",
    "account",
    "lunar_ok",
    "weekday_ok",
)
#: `CODE|raw line`; one character of code.
RE_LINE = re.compile(r"^([A-Z+])\|(.*)$", re.DOTALL)
#: `@name value`; not `@ name`, nor an address such as @甲乙丙。
RE_DIRECTIVE = re.compile(r"^@(\w+)(?:\s+(.*?))?\s*$")
#: A date as ISO 8601 writes it.
RE_ISO = re.compile(r"^\d{4}-\d\d-\d\d$")
#: What parts the text of a line from what is printed beside it.
RE_ASIDE = re.compile(r"(\{\{|\}\})")


@dataclass(slots=True)
class _Part:
    """A paragraph or caption while its lines are being collected."""

    caption: bool
    pieces: list[str] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)


@dataclass(slots=True)
class _Open:
    """What is open in an article: the part that `+` goes on with, and the text behind a picture."""

    article: KeyArticle
    part: _Part | None = None
    behind: _Part | None = None
    heads: list[tuple[str, str]] = field(default_factory=list)

    def begin(self, *, caption: bool) -> _Part:
        """Begin a paragraph, or a caption, behind which the text may go on."""
        if caption and self.part is not None and not self.part.caption:
            self.behind, self.part = self.part, None
        self.end(self.part)
        if not caption:
            self.end(self.behind)
            self.behind = None
        self.part = _Part(caption)
        return self.part

    def return_to_text(self) -> None:
        """End a caption that stands in a text: what follows may go on with the text."""
        if self.behind is not None:
            self.end(self.part)
            self.part, self.behind = self.behind, None

    def end(self, part: _Part | None) -> None:
        """Put a part into the article, unless all of it is aside."""
        if part is not None and (text := "".join(part.pieces)):
            self.article.paragraphs.append(Paragraph(text, tuple(part.numbers)))

    def finish(self) -> None:
        """Put everything into the article."""
        self.end(self.part)
        self.end(self.behind)
        article, heads = self.article, self.heads
        article.paragraphs.sort(key=lambda p: p.lines[0])
        article.headline = "\n".join(text for code, text in heads if code != "D")
        article.kicker = "\n".join(text for code, text in heads if code == "K") or None
        article.deck = "\n".join(text for code, text in heads if code == "D") or None


class _Reader:
    """The state of reading one marked file."""

    def __init__(self, name: str) -> None:
        self.issue = KeyIssue(name)
        self.raw: list[str] = []
        self.problems: list[tuple[int, str]] = []
        self.articles: dict[str, _Open] = {}
        self.current: _Open | None = None
        #: Whether `{{` is open.
        self.aside = False

    def complain(self, number: int, message: str) -> None:
        self.problems.append((number, message))

    def directive(self, number: int, line: str) -> None:
        match = RE_DIRECTIVE.match(line)
        if match is None:
            return self.complain(number, "a directive is @name value")
        name, value = match[1], match[2] or ""
        if name == "article":
            return self.article(number, value.split())
        if name == "by":
            return self.byline(number, value.split("|"))
        if name not in MASTHEAD:
            return self.complain(number, f"@{name} is no directive and no masthead field")
        if name == "date" and not RE_ISO.match(value):
            return self.complain(number, "a date is YYYY-MM-DD")
        self.issue.masthead[name] = value
        return None

    def article(self, number: int, words: list[str]) -> None:
        self.check_closed(number)
        if not 1 <= len(words) <= 2:
            return self.complain(number, "@article wants an id, and a kind the first time")
        known = self.articles.get(words[0])
        if len(words) == 1:
            self.current = known
            if known is None:
                return self.complain(number, f"article {words[0]} is new and has no kind")
            return known.return_to_text()
        if known is not None:
            self.complain(number, f"article {words[0]} has begun before; leave the kind out")
        if words[1] not in KINDS:
            self.complain(number, f"{words[1]} is no kind: {', '.join(KINDS)}")
        self.current = _Open(KeyArticle(words[0], words[1]))
        self.articles[words[0]] = self.current
        self.issue.articles.append(self.current.article)
        return None

    def byline(self, number: int, parts: list[str]) -> None:
        parts = [part.strip() for part in parts]
        if self.current is None or not 2 <= len(parts) <= 3 or not all(parts[1:]):
            return self.complain(number, "@by wants role|name or role|name|unit, in an article")
        role, name, *unit = parts
        entry = BylineEntry(role, name, unit[0] if unit else None)
        self.current.article.bylines.append(entry)
        return None

    def line(self, number: int, code: str, text: str) -> None:
        raw = text.replace("{{", "").replace("}}", "")
        if not raw.strip():
            return self.complain(number, "a marked line without text; leave the line empty")
        self.raw.append(raw)
        position = len(self.raw)
        self.issue.roles[position] = CODES[code]
        if code in OUTSIDE:
            return None
        current = self.current
        if current is None:
            return self.complain(number, f"{code} stands outside any article")
        current.article.lines.append(position)
        if code in "KHD":
            current.heads.append((code, raw.strip()))
        elif code == "R":
            current.return_to_text()
        elif code in "PC":
            self.check_closed(number)
            self.text(current.begin(caption=code == "C"), position, text)
        elif code == "+":
            if current.part is None:
                return self.complain(number, "+ goes on with no paragraph of this article")
            self.issue.roles[position] = self.issue.roles[current.part.numbers[0]]
            self.text(current.part, position, text)
        return None

    def text(self, part: _Part, position: int, text: str) -> None:
        """Add a line to a part, without what stands between `{{` and `}}`, over lines too."""
        out = []
        for piece in RE_ASIDE.split(text.strip()):
            if piece in ("{{", "}}"):
                self.aside = piece == "{{"
            elif not self.aside:
                out.append(piece)
        part.pieces.append("".join(out).strip())
        part.numbers.append(position)

    def check_closed(self, number: int) -> None:
        if self.aside:
            self.complain(number, "{{ is not closed before the next paragraph")
            self.aside = False

    def finish(self) -> None:
        self.check_closed(0)
        for open_ in self.articles.values():
            open_.finish()
            if not open_.article.lines:
                self.complain(0, f"article {open_.article.id} has no lines")
        self.issue.raw = tuple(self.raw)


def read_marked(text: str, name: str) -> tuple[KeyIssue, list[tuple[int, str]]]:
    """Read a marked issue => (its key with the raw lines, [(line of the file, what is wrong)]).

    A fault of no line in particular has line 0.
    """
    reader = _Reader(name)
    for number, line in enumerate(split_lines(text.removeprefix("\ufeff")), start=1):
        if not line.strip():
            reader.raw.append("")
        elif line.startswith("@"):
            reader.directive(number, line)
        elif (match := RE_LINE.match(line)) is None or match[1] not in CODES:
            reader.complain(number, f"begins with none of {' '.join(CODES)} and a bar, or @")
        else:
            reader.line(number, match[1], match[2])
    reader.finish()
    return reader.issue, reader.problems


def open_marked(path: Path) -> tuple[KeyIssue, list[tuple[int, str]]]:
    """Read a marked file => its key and what is wrong with its form, as `read_marked` does.

    Raises:
        InputError: It cannot be read or is not UTF-8.
    """
    try:
        text = read_bytes(path).decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError("is not UTF-8", file=path, remedy="save it as UTF-8") from error
    return read_marked(text, path.name.removesuffix(".txt").removesuffix(".key"))


def load_marked(path: Path) -> KeyIssue:
    """Read a marked file.

    Raises:
        InputError: It is not in the marked form; the first fault is named with its line.
    """
    issue, problems = open_marked(path)
    if problems:
        line, message = problems[0]
        raise InputError(message, file=path, line=line or None, remedy="mend the answer key")
    return issue
