"""From the states of the lines to articles: what belongs together, and where it goes on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from helpers.parsing import states
from helpers.parsing.decode import Reading
from helpers.parsing.draft import Body, Draft, Piece
from helpers.parsing.furniture import RE_JUMP_FROM, RE_JUMP_TO
from helpers.parsing.kinds import RE_PICTURES
from helpers.parsing.observe import BULLETS, Line
from helpers.reading import Hint

#: A caption at most this long, without a headline, illustrates the article that it stands in.
ILLUSTRATION = 45
TEXT = frozenset({states.START, states.ITEM, states.OPENING})
PICTURE = frozenset({states.CAPTION, states.CAPTION_CONT, states.CREDIT})
OUTSIDE = {
    states.MASTHEAD: "masthead",
    states.HEADER: "page_header",
    states.SLOGAN: "slogan",
    states.FURNITURE: "furniture",
}
#: A photo note that is news of its own says when.
RE_STANDALONE = re.compile(
    r"^\s*(?:图为)?(?:\d{1,2}月|近日|日前|连日|昨[日天]|今[日天]|[０-９]{1,2}月)"
)
RE_PAGE = re.compile(r"[一二三四五六七八九十\d]{1,3}(?=\s*版)")
CHINESE = str.maketrans("一二三四五六七八九", "123456789")


@dataclass(slots=True)
class Page:
    """What assembling gives: the drafts in order, and for each line its role and draft."""

    drafts: list[Draft] = field(default_factory=list)
    roles: dict[int, tuple[str, Draft | None]] = field(default_factory=dict)


class Assembler:
    """Goes through the lines of an issue once and puts each where it belongs."""

    def __init__(self, hints: Sequence[Hint | None]) -> None:
        """`hints` are what the source says of the lines, by line number from 1; may be empty."""
        self.hints = hints
        self.page = Page()
        self.current: Draft | None = None
        self.previous = states.MASTHEAD
        self.tag = self.section = ""
        #: Whether no article has begun since the tag was printed.
        self.fresh = False
        self.known: dict[int, Draft] = {}
        #: Lines of a jump (上接第1版, the headline repeated) whose article is not yet found.
        self.jump: list[Line] = []

    def run(self, lines: Sequence[Line], reading: Reading) -> Page:
        """Put every line into its place."""
        for index, line in enumerate(lines):
            state = reading.states[index]
            if state == states.INTERRUPT:
                within = max(OUTSIDE, key=lambda s: reading.scores[index][s])
                self.page.roles[line.number] = (OUTSIDE[within], None)
                continue
            if state in OUTSIDE:
                self._outside(line, state)
            else:
                self._inside(line, state, reading.certainty[index])
            self.previous = state
        self._settle_jump(None)
        _join(self.page)
        return self.page

    def _outside(self, line: Line, state: int) -> None:
        self.page.roles[line.number] = (OUTSIDE[state], None)
        if state == states.HEADER:
            # A page's head may be set in several lines.
            together = self.previous == states.HEADER
            self.section = f"{self.section} {line.text}" if together else line.text
            self.tag = ""
        elif state == states.FURNITURE and line.furniture not in ("page number", "rule"):
            self.tag, self.fresh = line.text, True

    def _inside(self, line: Line, state: int, certainty: float) -> None:
        """Put a line into an article."""
        if state == states.JUMP and RE_JUMP_TO.fullmatch(line.text) is None:
            self.jump.append(line)
            return
        start = 0
        if (match := RE_JUMP_FROM.match(line.text)) is not None and state != states.JUMP:
            self.jump.append(line)
            start = match.end()
        if self.jump:
            self._settle_jump(line)
            cut = bool(self.current and self.current.bodies and self.current.bodies[-1].open)
            if start and cut and state in TEXT:
                state = states.CONT
        draft = self._draft_for(line, state)
        self.current = draft
        draft.lines.append(line)
        draft.certainty.append(certainty)
        self._take(draft, line, state, start)
        self.page.roles[line.number] = (_role(line, state, draft), draft)

    def _new(self) -> Draft:
        draft = Draft(tag=self.tag, fresh=self.fresh, section=self.section)
        self.fresh = False
        self.page.drafts.append(draft)
        return draft

    def _draft_for(self, line: Line, state: int) -> Draft:
        """Find the article that a line belongs to; begin one where none does."""
        hint = self.hints[line.number - 1] if self.hints else None
        if hint is not None and hint.article is not None:
            if hint.article not in self.known:
                self.known[hint.article] = self._new()
            return self.known[hint.article]
        draft = self.current
        if draft is None or self._begins(draft, line, state):
            return self._new()
        if state in (states.CONT, states.CAPTION_CONT):
            return self._continued(draft, state)
        boxed = draft.photo or (state == states.START and _is_closed(draft) and _is_prose(line))
        if state in TEXT and boxed and self.previous != states.HEAD:
            # Text behind a photo note or a signed notice goes on with the article before it.
            for earlier in reversed(self.page.drafts):
                if earlier is not draft and not earlier.photo and not _is_closed(earlier):
                    return earlier if earlier.bodies else draft
        return draft

    def _begins(self, draft: Draft, line: Line, state: int) -> bool:
        """Say whether a line begins an article."""
        if state == states.HEAD:
            if self.previous == states.DECK and len(self.page.drafts) > 1:
                # A headline and deck after their text, and the next article's headline.
                before = self.page.drafts[-2]
                if not before.head and before.bodies and not draft.bodies:
                    return True
            return self.previous not in (states.HEAD, states.DECK) or bool(draft.bodies)
        if not draft.bodies:
            return False
        if state == states.OPENING:
            return True
        if state == states.CAPTION:
            return not self._is_gallery(draft)
        if state in TEXT and line.opener is not None:
            return "opener" in draft.forms or bool(draft.bodies)
        return False

    def _is_gallery(self, draft: Draft) -> bool:
        """Say whether the next caption is one more picture of a titled page of pictures."""
        if not draft.head or self.previous not in (*PICTURE, states.START):
            return False
        texts = [b for b in draft.bodies if not b.caption]
        led = len(texts) == 1 and RE_PICTURES.search(texts[0].text) is not None
        return led or not texts

    def _continued(self, draft: Draft, state: int) -> Draft:
        """Find the article whose cut paragraph goes on: this one, or one before a box."""
        straight = self.previous in (states.START, states.OPENING, states.CONT)
        if state == states.CAPTION_CONT or (straight and not draft.photo):
            return draft
        if draft.bodies and draft.bodies[-1].open and not draft.photo:
            return draft
        for earlier in reversed(self.page.drafts):
            texts = [b for b in earlier.bodies if not b.caption]
            if texts and texts[-1].open and earlier.goes_to is None:
                return earlier
        return draft

    def _take(self, draft: Draft, line: Line, state: int, start: int) -> None:
        """Put a line into its article."""
        if start:
            draft.outside.append(line.printed[:start])
        if state == states.HEAD:
            draft.head.append(line)
            draft.bulleted = draft.bulleted or line.text[0] in BULLETS
            hint = self.hints[line.number - 1] if self.hints else None
            if hint is not None and hint.role == "kicker":
                draft.kickers.add(line.number)
        elif state == states.DECK:
            draft.deck.append(line)
        elif state in (states.BYLINE, states.CREDIT):
            if line.opener is not None:
                draft.sign(line.opener, line)
            else:
                draft.sign_alone(line)
        elif state == states.JUMP:
            draft.outside.append(line.printed)
            draft.goes_to = _page_of(line.text)
        else:
            self._text(draft, line, state, start)

    def _text(self, draft: Draft, line: Line, state: int, start: int) -> None:
        """Put a line of text into its paragraph."""
        piece = Piece(line, start)
        if (match := RE_JUMP_TO.search(line.text, max(0, line.length - 16))) is not None:
            piece.end = match.start()
            draft.outside.append(line.printed[match.start() :])
            draft.goes_to = _page_of(match[0])
        begins = state in TEXT or state == states.CAPTION
        if line.continuation and draft.bodies:
            # Its characters are in the byline, or in what the byline leaves of its paragraph.
            piece.start, piece.end = line.length, line.length
            draft.bodies[-1].pieces.append(piece)
            return
        if begins or not draft.bodies:
            body = Body(caption=state == states.CAPTION, item=state == states.ITEM)
            draft.bodies.append(body)
            if not draft.head and not draft.bodies[:-1] and line.text[0] in BULLETS:
                draft.bulleted = True
            if line.opener is not None and not start:
                draft.sign(line.opener, line)
                piece.start = line.opener.end
                if line.byline is not None:
                    body.lead = line.byline[line.opener.end :]
                    piece.start = line.length
        else:
            body = self._body_for(draft, state)
            self._broken_jump(draft, body, piece)
        body.pieces.append(piece)

    def _broken_jump(self, draft: Draft, body: Body, piece: Piece) -> None:
        """Take out a jump note that was itself cut by the column: （下转2 and 版）."""
        line, before = piece.line, body.pieces[-1] if body.pieces else None
        if line.length > 8 or before is None or piece.end is not None:
            return
        match = RE_JUMP_TO.search(before.line.text + line.text, max(0, before.line.length - 8))
        if match is not None and match.start() < before.line.length and before.end is None:
            before.end = match.start()
            draft.outside += [before.line.printed[before.end :], line.printed]
            draft.goes_to = _page_of(match[0])
            piece.start = line.length

    def _body_for(self, draft: Draft, state: int) -> Body:
        """Find the paragraph that goes on; behind a picture it is not the caption."""
        if state == states.CONT and draft.bodies[-1].caption:
            return next((b for b in reversed(draft.bodies) if not b.caption), draft.bodies[-1])
        return draft.bodies[-1]

    def _settle_jump(self, line: Line | None) -> None:
        """Find the article that the collected lines of a jump go on with."""
        if not self.jump:
            return
        waiting = [d for d in self.page.drafts if d.goes_to is not None]
        said = "".join(j.text for j in self.jump)
        target = max(waiting, key=lambda d: _likeness(d, said), default=None)
        if target is not None and len(waiting) > 1 and not _likeness(target, said):
            target = waiting[0]
        if target is None:
            target = self.current or self._new()
        target.goes_to = None
        for jump in self.jump:
            if jump is line:
                continue
            target.lines.append(jump)
            target.certainty.append(1.0)
            target.outside.append(jump.printed)
            self.page.roles[jump.number] = ("jump", target)
        self.jump = []
        self.current = target


def _is_closed(draft: Draft) -> bool:
    """Say whether a notice has come to its signature: a body, a date."""
    last = draft.bodies[-1] if draft.bodies else None
    if last is None or "opener" in draft.forms or not last.item:
        return False
    seen = last.pieces[-1].line.features
    return "signature" in seen or "date alone" in seen


def _is_prose(line: Line) -> bool:
    """Say whether a line opens a paragraph of prose, not an item of a list."""
    return line.length > 30 and "numbered" not in line.features and line.text[0] not in BULLETS


def _page_of(text: str) -> str:
    match = RE_PAGE.search(text)
    return match[0].translate(CHINESE) if match else ""


def _likeness(draft: Draft, said: str) -> float:
    """Share of a draft's headline characters that a jump line repeats, in runs of four."""
    head = "".join("".join(line.text.split()) for line in draft.head)
    said = "".join(said.split())
    grams = {head[i : i + 4] for i in range(len(head) - 3)}
    return sum(g in said for g in grams) / len(grams) if grams else 0.0


def _role(line: Line, state: int, draft: Draft) -> str:
    """Name the role of a line within an article."""
    if state == states.HEAD:
        return "kicker" if line.number in draft.kickers else "headline"
    if state in (states.CAPTION, states.CAPTION_CONT):
        return "caption"
    if state == states.CONT and draft.bodies and draft.bodies[-1].caption and draft.photo:
        return "caption"
    if state == states.BYLINE and line.opener is not None:
        return "body"
    return {
        states.DECK: "deck",
        states.BYLINE: "byline",
        states.CREDIT: "credit",
        states.JUMP: "jump",
    }.get(state, "body")


def _join(page: Page) -> None:
    """Join what the order of the print has parted.

    A headline without an article goes to the article without a headline before it; a short caption
    without a headline illustrates the article that it stands in.
    """
    kept: list[Draft] = []
    for draft in page.drafts:
        before = kept[-1] if kept else None
        if before is not None and (_names(draft, before) or _illustrates(draft, before)):
            _merge(before, draft)
            for number, (role, owner) in page.roles.items():
                if owner is draft:
                    page.roles[number] = (role, before)
        elif draft.lines:
            kept.append(draft)
    page.drafts = kept


def _names(draft: Draft, before: Draft) -> bool:
    """Say whether a headline alone is that of the article before it."""
    return bool(draft.head and not draft.bodies and before.bodies and not before.head)


def _illustrates(draft: Draft, before: Draft) -> bool:
    """Say whether a caption belongs to the article before it."""
    if draft.head or not draft.photo or before.photo or not before.bodies:
        return False
    text = "".join(b.text for b in draft.bodies)
    return (
        len(text) <= ILLUSTRATION
        and text.count("。") <= 1
        and RE_STANDALONE.match(text) is None
        and before.lines[-1].number + 12 > draft.lines[0].number
    )


def _merge(one: Draft, other: Draft) -> None:
    """Put the lines of one draft into another."""
    one.head += other.head
    one.deck += other.deck
    one.kickers |= other.kickers
    one.byline += other.byline
    one.outside += other.outside
    one.entries += other.entries
    one.bodies = sorted(one.bodies + other.bodies, key=lambda b: b.numbers[0])
    one.lines += other.lines
    one.certainty += other.certainty
    one.forms |= other.forms
