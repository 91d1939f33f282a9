"""A reading of an issue in the marked form, for a person to correct."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from helpers.audit.alignment import align
from helpers.audit.key import KeyArticle, KeyIssue
from helpers.audit.marked import CODES, MASTHEAD, read_marked
from helpers.errors import InputError
from helpers.parsing.model import Paragraph

#: The code of each role but `body` and `caption`, whose lines begin a paragraph or go on with it.
BY_ROLE = {role: code for code, role in CODES.items() if role not in ("body", "caption")}
BY_HAND = "write the key of this issue by hand, or take the line apart in the raw file"


def write_marked(reading: KeyIssue, lines: Sequence[str], *, file: Path | None = None) -> str:
    """Write a reading of an issue in the marked form.

    Args:
        reading: What was found, as `readings.of_parse` gives it.
        lines: The raw lines.
        file: The raw file, for the error.

    Raises:
        InputError: Something cannot be said in the marked form, such as `{{` in a raw line.
    """
    for number, line in enumerate(lines, start=1):
        if "{{" in line or "}}" in line:
            raise InputError(
                "{{ or }} is printed here, which the marked form uses for what is not text",
                file=file,
                line=number,
                remedy="put a space between the braces in the raw file",
            )
    text = _Writer(reading, lines, file).run()
    _check(reading, lines, text, file)
    return text


class _Writer:
    """The state of writing one issue."""

    def __init__(self, reading: KeyIssue, lines: Sequence[str], file: Path | None) -> None:
        self.reading, self.lines, self.file = reading, lines, file
        order = sorted(reading.articles, key=lambda a: min(a.lines, default=0))
        self.names = {id(a): f"a{n}" for n, a in enumerate(order, start=1)}
        self.owner = {n: a for a in order for n in a.lines}
        self.paragraph = {n: p for a in order for p in a.paragraphs for n in p.lines}
        self.parts = {n: part for a in order for p in a.paragraphs for n, part in self.split(p)}
        self.out: list[str] = []
        self.current: KeyArticle | None = None
        self.begun: set[int] = set()
        #: For each article the paragraph that `+` goes on with, and the one behind a picture.
        self.open: dict[int, Paragraph | None] = {}
        self.behind: dict[int, Paragraph | None] = {}

    def split(self, paragraph: Paragraph) -> list[tuple[int, tuple[int, int]]]:
        """Find which part of each line of a paragraph is its text."""
        parts = align([self.lines[n - 1] for n in paragraph.lines], paragraph.text)
        if parts is None:
            self.fail(paragraph.lines[0], "the text of the paragraph is not that of its lines")
        return list(zip(paragraph.lines, parts or [], strict=True))

    def run(self) -> str:
        """Write the masthead, then line after line."""
        masthead = self.reading.masthead
        self.out = [f"@{name} {masthead[name]}" for name in MASTHEAD if name in masthead]
        for number, line in enumerate(self.lines, start=1):
            if not line.strip():
                self.out.append("")
            elif (article := self.owner.get(number)) is None:
                code = BY_ROLE.get(self.reading.roles.get(number, ""), "F")
                self.out.append(f"{code}|{line}")
            else:
                self.line(number, line, article)
        return "\n".join(self.out) + "\n"

    def line(self, number: int, line: str, article: KeyArticle) -> None:
        """Write a line of an article, and before it what is new."""
        self.turn_to(article)
        role = self.reading.roles.get(number, "body")
        if role in BY_ROLE:
            self.out.append(f"{BY_ROLE[role]}|{line}")
            if role == "credit" and self.behind.get(id(article)) is not None:
                self.return_to_text(article)
            return
        paragraph = self.paragraph.get(number)
        goes_on = paragraph is not None and paragraph.lines[0] != number
        if paragraph is not None and goes_on:
            self.go_on(number, article, paragraph)
            code = "+"
        else:
            code = "C" if role == "caption" else "P"
            self.begin(article, paragraph, caption=role == "caption")
        start, end = self.parts.get(number, (len(line), len(line)))
        self.out.append(f"{code}|{_aside(line, start, end)}")

    def turn_to(self, article: KeyArticle) -> None:
        """Write that an article begins or goes on."""
        if article is self.current:
            return
        name = self.names[id(article)]
        if id(article) in self.begun:
            self.out.append(f"@article {name}")
            if self.behind.get(id(article)) is not None:
                self.return_to_text(article)
        else:
            self.out.append(f"@article {name} {article.kind}")
            self.out += [
                "@by " + "|".join([b.role, b.name, *([b.unit] if b.unit else [])])
                for b in article.bylines
            ]
        self.begun.add(id(article))
        self.current = article

    def begin(self, article: KeyArticle, paragraph: Paragraph | None, *, caption: bool) -> None:
        """Note that a paragraph or a caption begins; None if all of it is printed beside."""
        before = self.open.get(id(article))
        if caption and before is not None and not self.is_caption(before):
            self.behind[id(article)] = before
        elif not caption:
            self.behind[id(article)] = None
        self.open[id(article)] = paragraph

    def go_on(self, number: int, article: KeyArticle, paragraph: Paragraph) -> None:
        """See to it that `+` goes on with the right paragraph."""
        if (
            self.open.get(id(article)) is not paragraph
            and self.behind.get(id(article)) is paragraph
        ):
            self.out.append(f"@article {self.names[id(article)]}")
            self.return_to_text(article)
        if self.open.get(id(article)) is not paragraph:
            self.fail(number, "the line goes on with a paragraph behind which another one began")

    def return_to_text(self, article: KeyArticle) -> None:
        """Note that a caption has ended and the text behind it goes on."""
        self.open[id(article)], self.behind[id(article)] = self.behind[id(article)], None

    def is_caption(self, paragraph: Paragraph) -> bool:
        """Return whether a paragraph is a caption."""
        return self.reading.roles.get(paragraph.lines[0]) == "caption"

    def fail(self, number: int, problem: str) -> None:
        """Raise the error of what cannot be said in the marked form."""
        raise InputError(problem, file=self.file, line=number, remedy=BY_HAND)


def _aside(line: str, start: int, end: int) -> str:
    """Put what is not text between braces; the white space around the line stays out."""
    first = len(line) - len(line.lstrip())
    last = max(first, len(line.rstrip()))
    start, end = max(start, first), min(end, last)
    if start >= end:
        return f"{line[:first]}{{{{{line[first:last]}}}}}{line[last:]}"
    before = f"{{{{{line[first:start]}}}}}" if start > first else ""
    behind = f"{{{{{line[end:last]}}}}}" if end < last else ""
    return line[:first] + before + line[start:end] + behind + line[last:]


def _check(reading: KeyIssue, lines: Sequence[str], text: str, file: Path | None) -> None:
    """Read the marked form again: it must say what was to be said.

    Raises:
        InputError: It does not, because of characters that stand for something in the form.
    """
    again, problems = read_marked(text, reading.name)
    if problems:
        raise InputError(f"in the marked form, {problems[0][1]}", file=file, remedy=BY_HAND)
    raw = tuple(line if line.strip() else "" for line in lines)
    order = sorted(reading.articles, key=lambda a: min(a.lines, default=0))
    pairs = list(zip(order, again.articles, strict=False))
    wrong = [_difference(one, other) for one, other in pairs]
    for article, what in zip(order, wrong, strict=False):
        if what:
            raise InputError(
                f"the {what} cannot be said in the marked form",
                file=file,
                line=article.lines[0],
                remedy=BY_HAND,
            )
    same = again.raw == raw and again.masthead == reading.masthead
    if not same or len(order) != len(again.articles):
        raise InputError(
            "the masthead cannot be said in the marked form", file=file, remedy=BY_HAND
        )


def _difference(one: KeyArticle, other: KeyArticle) -> str:
    """Name the first part in which two readings of an article differ, or return ''."""
    for name in ("kind", "headline", "kicker", "deck", "bylines", "paragraphs", "lines"):
        first, second = getattr(one, name), getattr(other, name)
        if name in ("paragraphs", "lines"):
            first, second = sorted(first, key=repr), sorted(second, key=repr)
        if first != second:
            return name
    return ""
