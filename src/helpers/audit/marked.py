"""The marked form: an issue and its answer key in one file, one raw line a line.

An empty line is an empty raw line; `CODE|raw line` prints the line behind the bar; `@…` is a
directive and prints nothing. See `CODES` and `read_marked`. `python -m helpers audit --draft`
writes a parse in this form, for a person to correct.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from helpers.audit.key import KeyArticle, KeyIssue
from helpers.errors import InputError
from helpers.parsing.model import KINDS, BylineEntry, Paragraph

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
RE_DIRECTIVE = re.compile(r"^@(\w+)(?:\s+(.*?))?\s*$")
RE_ISO = re.compile(r"^\d{4}-\d\d-\d\d$")


class _Reader:
    """The state of reading one marked file."""

    def __init__(self, name: str) -> None:
        self.issue = KeyIssue(name)
        self.raw: list[str] = []
        self.problems: list[tuple[int, str]] = []
        self.current: KeyArticle | None = None
        #: Pieces of the open paragraph, whether `{{` is open, the line of the last `{{`.
        self.pieces: list[str] = []
        self.numbers: list[int] = []
        self.aside = False
        self.heads: dict[str, list[tuple[str, str]]] = {}
        self.open: KeyArticle | None = None
        #: The text paragraph that a picture stands behind or in.
        self.before: tuple[KeyArticle, list[str], list[int]] | None = None
        #: The paragraph that an article left open when another one began.
        self.left: dict[str, tuple[list[str], list[int]]] = {}

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
        self.close()
        if not 1 <= len(words) <= 2:
            return self.complain(number, "@article wants an id, and a kind the first time")
        known = {a.id: a for a in self.issue.articles}
        if len(words) == 1:
            self.current = known.get(words[0])
            if self.current is None:
                return self.complain(number, f"article {words[0]} is new and has no kind")
            if words[0] in self.left:
                self.pieces, self.numbers = self.left.pop(words[0])
                self.open = self.current
            return None
        if words[0] in known:
            self.complain(number, f"article {words[0]} has begun before; leave the kind out")
        if words[1] not in KINDS:
            self.complain(number, f"{words[1]} is no kind: {', '.join(KINDS)}")
        self.current = KeyArticle(words[0], words[1])
        self.issue.articles.append(self.current)
        return None

    def byline(self, number: int, parts: list[str]) -> None:
        if self.current is None or not 2 <= len(parts) <= 3 or not all(p.strip() for p in parts):
            return self.complain(number, "@by wants role|name or role|name|unit, in an article")
        role, name, *unit = (p.strip() for p in parts)
        self.current.bylines.append(BylineEntry(role, name, unit[0] if unit else None))
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
        article = self.current
        if article is None:
            return self.complain(number, f"{code} stands outside any article")
        article.lines.append(position)
        if code in "KHD":
            self.heads.setdefault(article.id, []).append((code, raw.strip()))
        elif code == "R" and self.before is not None and self.before[0] is article:
            self.close(number)
            self.open, self.pieces, self.numbers = self.before
            self.before = None
        elif code in "PC":
            self.release()
            if code == "C" and self.open is article and article is not None:
                # A picture within a text: behind its credit the text may go on.
                self.before = (article, self.pieces, self.numbers)
                self.pieces, self.numbers, self.open = [], [], None
            self.close(number)
            self.pieces, self.numbers, self.open = [self.without(text)], [position], article
        elif code == "+":
            if not self.numbers or self.open is not article:
                return self.complain(number, "+ goes on with no paragraph of this article")
            self.issue.roles[position] = self.issue.roles[self.numbers[0]]
            self.pieces.append(self.without(text))
            self.numbers.append(position)
        return None

    def without(self, text: str) -> str:
        """Drop what stands between `{{` and `}}`, which may run over lines; trim the rest."""
        out = []
        for piece in re.split(r"(\{\{|\}\})", text.strip()):
            if piece in ("{{", "}}"):
                self.aside = piece == "{{"
            elif not self.aside:
                out.append(piece)
        return "".join(out).strip()

    def release(self) -> None:
        """End the paragraph that a picture stood in, since nothing goes on with it."""
        if self.before is not None:
            self.keep(*self.before)
            self.before = None

    def close(self, number: int = 0) -> None:
        """End the open paragraph; keep it for its article, should that go on."""
        if number == 0:
            self.release()
        if self.open is None:
            return
        if self.aside:
            self.complain(number, "{{ is not closed before the next paragraph")
            self.aside = False
        if number == 0:
            self.left[self.open.id] = (self.pieces, self.numbers)
        else:
            self.keep(self.open, self.pieces, self.numbers)
        self.pieces, self.numbers, self.open = [], [], None

    @staticmethod
    def keep(article: KeyArticle, pieces: list[str], numbers: list[int]) -> None:
        text = "".join(pieces)
        if text:
            article.paragraphs.append(Paragraph(text, tuple(numbers)))

    def finish(self) -> None:
        self.close()
        articles = {a.id: a for a in self.issue.articles}
        for identifier, (pieces, numbers) in self.left.items():
            self.keep(articles[identifier], pieces, numbers)
        for article in self.issue.articles:
            article.paragraphs.sort(key=lambda p: p.lines[0])
            heads = self.heads.get(article.id, [])
            article.headline = "\n".join(text for code, text in heads if code != "D")
            article.kicker = "\n".join(text for code, text in heads if code == "K") or None
            article.deck = "\n".join(text for code, text in heads if code == "D") or None
            if not article.lines:
                self.complain(0, f"article {article.id} has no lines")
        self.issue.raw = tuple(self.raw)


def read_marked(text: str, name: str) -> tuple[KeyIssue, list[tuple[int, str]]]:
    """Read a marked issue => (its key with the raw lines, [(line of the file, what is wrong)])."""
    reader = _Reader(name)
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), start=1):
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


def load_marked(path: Path) -> KeyIssue:
    """Read a marked file.

    Raises:
        InputError: It is not in the marked form; the first fault is named with its line.
    """
    issue, problems = read_marked(path.read_text(encoding="utf-8"), path.stem)
    if problems:
        line, message = problems[0]
        raise InputError(message, file=path, line=line or None, remedy="mend the answer key")
    return issue


if __name__ == "__main__":
    status = 0
    for argument in sys.argv[1:]:
        key, faults = read_marked(Path(argument).read_text(encoding="utf-8"), argument)
        for where, fault in faults:
            sys.stdout.write(f"{argument}:{where}: {fault}\n")
        status |= bool(faults)
        sys.stdout.write(
            f"{argument}: {len(key.articles)} articles, "
            f"{sum(len(p.text) for a in key.articles for p in a.paragraphs)} characters\n"
        )
    raise SystemExit(status)
