"""An article while its lines are being collected."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from helpers.parsing import bylines
from helpers.parsing.confidence import certainty, confidence
from helpers.parsing.line import Line
from helpers.parsing.model import Article, BylineEntry, Paragraph
from helpers.parsing.prepare import as_printed
from helpers.parsing.text import canonical

#: A bracket behind the last sentence closes a paragraph: …稻草。（甲乙）
RE_CLOSED = re.compile(r"[。！？!?…”](?:（[^（）]*）|\([^()]*\))$")
#: What has no place among people: a line with it is text, whatever it was taken for.
RE_SENTENCE = re.compile(r"[。！？；“”]")
#: A bracket at the end of a paragraph is not longer than this.
BRACKET = 400
#: The tail of a paragraph in which a signature can stand.
TAIL = 60


@dataclass(slots=True)
class Piece:
    """The part of a line that belongs to the text: from `start` to `end` of the print."""

    line: Line
    start: int = 0
    end: int | None = None

    @property
    def text(self) -> str:
        """The printed characters, trimmed."""
        if self.end is None and not self.start:
            return self.line.printed
        return self.line.printed[self.start : self.end].strip()


@dataclass(slots=True)
class Body:
    """One paragraph or caption.

    `whole` is its text when it has been closed: nothing is added to it then.
    """

    pieces: list[Piece] = field(default_factory=list)
    caption: bool = False
    item: bool = False
    whole: str | None = None

    @property
    def text(self) -> str:
        """The pieces joined."""
        if self.whole is not None:
            return self.whole
        return "".join([p.text for p in self.pieces])

    def close(self) -> None:
        """Join the pieces once for all that is asked of the text."""
        self.whole = self.text

    def tail(self, size: int) -> str:
        """Return the end of its text: so many characters at least, if it has them."""
        pieces: list[str] = []
        for piece in reversed(self.pieces):
            pieces.append(piece.text)
            size -= len(pieces[-1])
            if size <= 0:
                break
        return "".join(reversed(pieces)).strip()

    @property
    def first(self) -> int:
        """The first raw line that it stands on."""
        return self.pieces[0].line.number

    @property
    def numbers(self) -> tuple[int, ...]:
        """The raw lines that it stands on."""
        return tuple(p.line.number for p in self.pieces)

    @property
    def open(self) -> bool:
        """Whether the paragraph has not come to an end."""
        text = self.tail(BRACKET)
        if self.item or not text:
            return False
        bare = text.rstrip("”’」』")
        if bare[-1:] == "）" and RE_CLOSED.search(bare) is not None:
            return False
        return bare[-1:] not in "。！？!?…"


@dataclass(slots=True)
class Draft:
    """An article while its lines are being collected.

    `outside` holds what is printed in its lines and stands in neither headline, deck nor text.
    `goes_to` is the page to which it jumps, until its continuation is found.
    """

    head: list[Line] = field(default_factory=list)
    deck: list[Line] = field(default_factory=list)
    kickers: set[int] = field(default_factory=set)
    byline: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    entries: list[BylineEntry] = field(default_factory=list)
    bodies: list[Body] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    certainty: list[float] = field(default_factory=list)
    forms: set[str] = field(default_factory=set)
    wire: bool = False
    goes_to: str | None = None
    #: Its place among the drafts in the order in which they were begun, and the number of the
    #: article that it becomes, from 1.
    place: int = 0
    order: int = 0
    #: The number by which its source knows the article; it is joined with no other.
    number: int | None = None
    #: Whether a byline that opens a text was the last thing seen, so that a paragraph begins.
    signed: bool = False
    #: What stands before it on the page: the tag or column name, and the section of the page.
    tag: str = ""
    fresh: bool = False
    section: str = ""
    bulleted: bool = False

    #: Its bodies that are text, of so many of its bodies as have been looked at.
    known_texts: list[Body] = field(default_factory=list, repr=False)
    looked_at: int = field(default=0, repr=False)

    @property
    def texts(self) -> list[Body]:
        """Its paragraphs that are no captions; each is looked at once, for there may be many."""
        if self.looked_at < len(self.bodies):
            self.known_texts += [b for b in self.bodies[self.looked_at :] if not b.caption]
            self.looked_at = len(self.bodies)
        return self.known_texts

    @property
    def photo(self) -> bool:
        """Whether it is a photo note: all that it has is captions."""
        if not self.bodies or not self.bodies[-1].caption:
            return False
        return not self.texts

    def take_bodies(self, bodies: list[Body]) -> None:
        """Take over the bodies of another draft, in the order of their lines."""
        parted = self.bodies and bodies and bodies[0].first < self.bodies[-1].first
        self.bodies += bodies
        if parted:
            self.bodies.sort(key=lambda body: body.first)
            self.known_texts, self.looked_at = [], 0

    def sign(self, opener: bylines.Opener, line: Line) -> None:
        """Take the byline that opens a paragraph; its characters are counted line by line."""
        read = line.byline_read if line.byline_read is not None else line.text
        printed = line.byline if line.byline is not None else line.printed
        self.byline.append(printed[: opener.end].strip())
        self.entries += as_printed(opener.entries, read, printed)
        self.wire = self.wire or opener.wire
        self.forms.add("opener")

    def sign_alone(self, line: Line) -> None:
        """Take a line that is nothing but a byline or a credit."""
        self.byline.append(line.printed)
        if line.opener is not None:
            found = list(line.opener.entries)
        elif line.credit is not None and line.credit.start == 0:
            found = list(line.credit.entries)
        elif line.people:
            found = list(line.people)
        elif line.alone in ("desk", "origin") or not line.short or RE_SENTENCE.search(line.text):
            found = []
        else:
            found = bylines.people(line.text)
        self.entries += as_printed(found, line.text, line.printed)
        self.forms.add(line.alone or ("opener" if line.opener is not None else "credit"))
        self.wire = self.wire or line.alone == "origin"

    def read_signatures(self) -> None:
        """Read the credits and signatures that close captions and the last paragraph."""
        for index, body in enumerate(self.bodies):
            if not (body.caption or index == len(self.bodies) - 1):
                continue
            printed = body.text[-TAIL:]
            read = canonical(printed)
            credit = bylines.ending_credit(read) if read else None
            if credit is None or (credit.start == 0 and len(self.bodies) > 1 and body.caption):
                continue
            self.byline.append(printed[credit.start :].strip())
            self.entries += as_printed(
                credit.entries, read[credit.start :], printed[credit.start :]
            )
            self.forms.add("signature")

    def finish(self, kind: str) -> Article:
        """Make the article."""
        head = [line.printed for line in self.head if line.number not in self.kickers]
        kicker = [line.printed for line in self.head if line.number in self.kickers]
        certain = certainty(self.certainty)
        return Article(
            order=self.order,
            kind=kind,
            headline="\n".join(head),
            kicker="\n".join(kicker) or None,
            deck="\n".join(line.printed for line in self.deck) or None,
            byline=" ".join(self.byline) or None,
            bylines=self.entries,
            paragraphs=[Paragraph(b.text, b.numbers) for b in self.bodies if b.text],
            line_first=min(line.number for line in self.lines),
            line_last=max(line.number for line in self.lines),
            confidence=confidence(certain),
            certainty=certain,
        )
