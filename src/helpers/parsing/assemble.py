"""From the states of the lines to articles: what belongs together, and where it goes on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from helpers.parsing import states
from helpers.parsing.decode import Reading
from helpers.parsing.draft import Body, Draft, Piece
from helpers.parsing.furniture import RE_JUMP_FROM, RE_JUMP_TO
from helpers.parsing.joining import is_caption, join
from helpers.parsing.judging import begins, goes_on_here, is_closed, is_prose, page_of
from helpers.parsing.jump_notes import take_broken_jump, take_jump
from helpers.parsing.line import Flag, Line
from helpers.parsing.observed import BULLETS
from helpers.parsing.openers import PROSE, SIGNED, TEXT
from helpers.reading import Hint

OUTSIDE = {
    states.MASTHEAD: "masthead",
    states.HEADER: "page_header",
    states.SLOGAN: "slogan",
    states.FURNITURE: "furniture",
}
#: Behind these a line that goes on does so in the same paragraph.
STRAIGHT = frozenset((states.START, states.OPENING, states.CONT))
#: The head of a page is not longer than this.
HEADER = 300
#: How many articles back a text that was cut is looked for.
BACK = 60
#: How many articles back one that jumps to another page is looked for: more than an issue has.
FAR = 400


class Assembler:
    """Goes through the lines of an issue once and puts each where it belongs."""

    def __init__(self, hints: Sequence[Hint | None], covers: Mapping[int, int]) -> None:
        """Take what is known of the lines, by their numbers from 1.

        `hints` are what the source says of them, or empty; `covers` how many characters of them
        belong to a byline that opens a text.
        """
        self.hints = hints
        self.covers = covers
        self.drafts: list[Draft] = []
        self.current: Draft | None = None
        self.previous = states.MASTHEAD
        self.tag = self.section = ""
        #: Whether no article has begun since the tag was printed.
        self.fresh = False
        self.known: dict[int, Draft] = {}
        #: Lines of a jump (上接第1版, the headline repeated) whose article is not yet found.
        self.jump: list[Line] = []

    def run(self, lines: Sequence[Line], reading: Reading) -> list[Draft]:
        """Put every line into its place, and tell it its role and article => the articles."""
        for index, (line, state, certainty) in enumerate(
            zip(lines, reading.states, reading.certainty, strict=True)
        ):
            if state == states.CONT and self._go_on(line, certainty):
                pass
            elif state == states.INTERRUPT:
                line.role = OUTSIDE[reading.within[index]]
                continue
            elif state in OUTSIDE:
                self._outside(line, state)
            else:
                self._inside(line, state, certainty)
            self.previous = state
        self._settle_jump(None)
        return join(self.drafts)

    def _go_on(self, line: Line, certainty: float) -> bool:
        """Put a line into the paragraph before it, where nothing else can be; most lines are such.

        Whatever may make another thing of it is left to the slower way, which does the same.
        """
        draft = self.current
        if draft is None or draft.signed or self.jump or self.hints or not draft.bodies:
            return False
        body = draft.bodies[-1]
        if body.caption or self.previous not in STRAIGHT or line.continuation:
            return False
        turns = line.flags | body.pieces[-1].line.flags if line.length <= 8 else line.flags
        if turns & Flag.TURN or line.number in self.covers:
            return False
        draft.lines.append(line)
        draft.certainty.append(certainty)
        body.pieces.append(Piece(line))
        line.role, line.draft = "body", draft.place
        return True

    def _outside(self, line: Line, state: int) -> None:
        line.role = OUTSIDE[state]
        if state == states.HEADER:
            # A page's head may be set in several lines.
            together = self.previous == states.HEADER and len(self.section) < HEADER
            self.section = f"{self.section} {line.text}" if together else line.text
            self.tag = ""
        elif state == states.FURNITURE and line.furniture not in ("page number", "rule"):
            self.tag, self.fresh = line.text, True

    def _inside(self, line: Line, state: int, certainty: float) -> None:
        """Put a line into an article."""
        start = self._jump(line, state)
        if start is None:
            return
        if self.jump:
            self._settle_jump(line)
            cut = bool(self.current and self.current.bodies and self.current.bodies[-1].open)
            if start and cut and state in TEXT:
                state = states.CONT
        draft = self._draft_for(line, state)
        self.current = draft
        draft.lines.append(line)
        draft.certainty.append(certainty)
        line.role, line.draft = self._take(draft, line, state, start), draft.place

    def _jump(self, line: Line, state: int) -> int | None:
        """Collect what leads over from another page => where the text begins; None: nowhere."""
        hint = self._hint(line)
        if state == states.JUMP:
            if RE_JUMP_TO.fullmatch(line.text) is not None or (hint and hint.article is not None):
                return 0
            self.jump.append(line)
            return None
        if not line.flags & Flag.JUMP or line.number in self.covers:
            return 0
        match = RE_JUMP_FROM.match(line.text)
        if match is None:
            return 0
        if state in PROSE:
            self.jump.append(line)
            return match.end()
        if state in (states.HEAD, states.DECK) and (hint is None or hint.role is None):
            # The headline, printed again where the article goes on.
            self.jump.append(line)
            return None
        return 0

    def _hint(self, line: Line) -> Hint | None:
        """What the source says of a line."""
        return self.hints[line.number - 1] if self.hints else None

    def _new(self) -> Draft:
        draft = Draft(tag=self.tag, fresh=self.fresh, section=self.section, place=len(self.drafts))
        self.fresh = False
        self.drafts.append(draft)
        return draft

    def _draft_for(self, line: Line, state: int) -> Draft:
        """Find the article that a line belongs to; begin one where none does."""
        hint = self._hint(line)
        if hint is not None and hint.article is not None:
            if hint.article not in self.known:
                self.known[hint.article] = self._new()
                self.known[hint.article].number = hint.article
            return self.known[hint.article]
        draft = self.current
        if draft is not None and line.continuation:
            return draft
        covered = line.number in self.covers
        if draft is None or begins(draft, self.drafts, line, (self.previous, state), covered):
            return self._new()
        if draft.signed and state in PROSE:
            return draft
        if state in (states.CONT, states.CAPTION_CONT):
            return self._continued(draft, state)
        if state not in TEXT or self.previous == states.HEAD:
            return draft
        # A caption that tells no news stands between a headline and its text.
        noted = draft.photo and not (draft.head and is_caption(draft))
        if noted or (state == states.START and is_closed(draft) and is_prose(line)):
            # Text behind a photo note or a signed notice goes on with the article before it.
            for earlier in reversed(self.drafts[-BACK:]):
                if earlier is not draft and not earlier.photo and not is_closed(earlier):
                    return earlier if earlier.bodies else draft
        return draft

    def _continued(self, draft: Draft, state: int) -> Draft:
        """Find the article whose cut paragraph goes on: this one, or one before a box."""
        straight = self.previous in STRAIGHT
        if state == states.CAPTION_CONT or (straight and not draft.photo):
            return draft
        if draft.bodies and draft.bodies[-1].open and not draft.photo:
            return draft
        for earlier in reversed(self.drafts[-BACK:]):
            cut = bool(earlier.texts) and earlier.texts[-1].open and earlier.goes_to is None
            if cut or earlier.signed:
                return earlier
        return draft

    def _take(self, draft: Draft, line: Line, state: int, start: int) -> str:
        """Put a line into its article => its role there."""
        if start:
            draft.outside.append(line.printed[:start])
        if state == states.HEAD:
            draft.head.append(line)
            draft.bulleted = draft.bulleted or line.text[0] in BULLETS
            hint = self._hint(line)
            if hint is not None and hint.role == "kicker":
                draft.kickers.add(line.number)
            return "kicker" if line.number in draft.kickers else "headline"
        if state == states.DECK:
            draft.deck.append(line)
            return "deck"
        if state in SIGNED:
            draft.outside.append(line.printed)
            self._sign(draft, line)
            return "byline" if state == states.BYLINE else "credit"
        if state == states.JUMP:
            draft.outside.append(line.printed)
            draft.goes_to = page_of(line.text)
            return "jump"
        return "caption" if self._text(draft, line, state, start).caption else "body"

    def _sign(self, draft: Draft, line: Line) -> None:
        """Take a line that is nothing but a byline, or goes on with one."""
        if line.number not in self.covers:
            draft.sign_alone(line)
        elif not line.continuation and line.opener is not None:
            draft.sign(line.opener, line)
            draft.signed = True

    def _text(self, draft: Draft, line: Line, state: int, start: int) -> Body:
        """Put a line of text into its paragraph, without the byline that opens it."""
        piece = Piece(line, max(start, self.covers.get(line.number, 0)))
        if piece.start > start:
            draft.outside.append(line.printed[start : piece.start])
        if self._starts(draft, line, state):
            body = self._paragraph(draft, line, state)
        else:
            body = self._body_for(draft, state)
            take_broken_jump(draft, body, piece)
        take_jump(draft, piece)
        body.pieces.append(piece)
        return body

    def _starts(self, draft: Draft, line: Line, state: int) -> bool:
        """Say whether a line begins a paragraph or a caption."""
        if line.continuation and draft.bodies:
            return False
        if state in TEXT or state == states.CAPTION or not draft.bodies or draft.signed:
            return True
        if state == states.CAPTION_CONT:
            return not draft.bodies[-1].caption
        hint = self._hint(line)
        return hint is not None and hint.role == "body" and draft.photo

    def _paragraph(self, draft: Draft, line: Line, state: int) -> Body:
        """Begin a paragraph or a caption."""
        caption = state in (states.CAPTION, states.CAPTION_CONT)
        marked = line.text[0] in BULLETS or (
            state == states.OPENING
            and (line.flags & Flag.NUMBERED or (line.text[0] == "【" and line.opener is None))
        )
        if marked and not draft.head and not draft.bodies:
            draft.bulleted = True
        body = Body(caption=caption, item=state == states.ITEM)
        draft.bodies.append(body)
        draft.signed = False
        if line.number in self.covers and line.opener is not None:
            draft.sign(line.opener, line)
        return body

    def _body_for(self, draft: Draft, state: int) -> Body:
        """Find the paragraph that goes on; behind a picture it is not the caption."""
        if state == states.CONT and draft.bodies[-1].caption:
            return draft.texts[-1] if draft.texts else draft.bodies[-1]
        return draft.bodies[-1]

    def _settle_jump(self, line: Line | None) -> None:
        """Find the article that the collected lines of a jump go on with."""
        if not self.jump:
            return
        said = "".join(j.text for j in self.jump)
        target = goes_on_here(self.drafts[-FAR:], said, self.section)
        if target is None:
            target = self.current or self._new()
        target.goes_to = None
        for jump in self.jump:
            if jump is line:
                continue
            target.lines.append(jump)
            target.certainty.append(1.0)
            target.outside.append(jump.printed)
            jump.role, jump.draft = "jump", target.place
        self.jump = []
        self.current = target
