"""Notes in a text that it goes on elsewhere: they are taken out of it, and tell the page."""

from __future__ import annotations

from helpers.parsing.draft import Body, Draft, Piece
from helpers.parsing.furniture import RE_JUMP_TO
from helpers.parsing.judging import page_of
from helpers.parsing.line import Flag


def take_jump(draft: Draft, piece: Piece) -> None:
    """Take out the note with which a line ends: （下转第2版）."""
    line = piece.line
    if not line.flags & Flag.JUMP or piece.start >= line.length:
        return
    match = RE_JUMP_TO.search(line.text, max(piece.start, line.length - 16))
    if match is not None:
        piece.end = match.start()
        draft.outside.append(line.printed[match.start() :])
        draft.goes_to = page_of(match[0])


def take_broken_jump(draft: Draft, body: Body, piece: Piece) -> None:
    """Take out a jump note that was itself cut by the column: （下转2 and 版）."""
    line, before = piece.line, body.pieces[-1] if body.pieces else None
    if line.length > 8 or before is None or before.end is not None or piece.start:
        return
    if not (line.flags | before.line.flags) & Flag.TURN:
        return
    place = max(before.start, before.line.length - 8)
    match = RE_JUMP_TO.search(before.line.text + line.text, place)
    if match is not None and match.start() < before.line.length:
        before.end = match.start()
        draft.outside += [before.line.printed[before.end :], line.printed]
        draft.goes_to = page_of(match[0])
        piece.start = line.length
