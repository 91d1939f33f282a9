"""Bylines that open a text: held against the states of their lines, and measured in each of them.

A byline broken over lines is found before the lines have states. Here it is either made good in
all its lines or taken apart again, so that no character of it counts twice.
"""

from __future__ import annotations

from collections.abc import Sequence

from helpers.parsing import states
from helpers.parsing.bylines import find_opener
from helpers.parsing.line import Line
from helpers.reading import Hint

#: The states in which a line begins a paragraph of text.
TEXT = frozenset({states.START, states.ITEM, states.OPENING})
#: The states of lines that go into a paragraph or caption.
PROSE = TEXT | {states.CONT, states.CAPTION, states.CAPTION_CONT}
#: The states of lines that a paragraph cannot go on from.
ABOVE = frozenset({states.HEAD, states.DECK, states.BYLINE})
#: The states in which it is nothing but a byline.
SIGNED = frozenset({states.BYLINE, states.CREDIT})


def settle(
    lines: Sequence[Line],
    opened: Sequence[int],
    found: Sequence[int],
    hints: Sequence[Hint | None],
) -> tuple[list[int], dict[int, int]]:
    """Make the states of the lines of a byline agree => (states, covers).

    `opened` are the places of the lines that begin with one, in order, `found` the states. `covers`
    maps the number of a line to how many of its printed characters belong to a byline with which a
    text opens.
    """
    out = list(found)
    covers: dict[int, int] = {}
    for index in opened:
        line = lines[index]
        group = lines[index : index + line.byline_lines]
        said = [hints[piece.number - 1] if hints else None for piece in group]
        measured = _measure(line, group)
        if len(group) > 1 and not _agree(said, measured[-1] == group[-1].length):
            _take_apart(group)
            group, measured = group[:1], _measure(line, group[:1])
        whole = measured[-1] == group[-1].length
        if len(group) == 1 and not _opens(
            line, out[index], out[index - 1] if index else None, whole
        ):
            continue
        if (
            _is(said[0], "credit")
            or _is(said[0], "caption")
            or (_is(said[0], "byline") and not whole)
        ):
            continue
        # What stands behind the byline is text; where nothing does, text begins on the next line.
        first = states.BYLINE if whole else out[index] if out[index] in TEXT else states.START
        rest = states.BYLINE if whole else states.CONT
        out[index : index + len(group)] = [first] + [rest] * (len(group) - 1)
        covers |= {piece.number: cover for piece, cover in zip(group, measured, strict=True)}
    return out, covers


def _measure(line: Line, group: Sequence[Line]) -> list[int]:
    """Count the characters of a byline in each of its lines."""
    end = line.opener.end if line.opener is not None else 0
    out, begin = [], 0
    for piece in group:
        # Where two names met at the break, a space was put between them.
        if begin and line.byline is not None and line.byline[begin : begin + 1] == " ":
            begin += 1
        out.append(max(0, min(end - begin, piece.length)))
        begin += piece.length
    return out


def _agree(said: Sequence[Hint | None], whole: bool) -> bool:
    """Say whether what the source says of the lines lets them share a byline.

    `whole` means that no text stands behind the byline on its last line.
    """
    told = [hint for hint in said if hint is not None]
    if len({hint.article if hint is not None else None for hint in said}) > 1:
        return False
    if whole and told and all(hint.role == "byline" for hint in told):
        return True
    if any(hint.role not in (None, "body") for hint in told):
        return False
    first, *rest = said
    if first is not None and first.starts is False:
        return False
    return not any(hint is not None and hint.role and hint.starts for hint in rest)


def _opens(line: Line, state: int, before: int | None, whole: bool) -> bool:
    """Say whether a byline on one line opens a text, by the states of its line and the one before.

    A line that is nothing else and names people is one, even where it was read as text.
    """
    if state in TEXT | SIGNED:
        return True
    named = line.opener is not None and bool(line.opener.entries)
    return state in PROSE and ((whole and named) or before in ABOVE)


def _is(hint: Hint | None, role: str) -> bool:
    return hint is not None and hint.role == role


def _take_apart(group: Sequence[Line]) -> None:
    """Forget that a byline goes over these lines."""
    first = group[0]
    first.opener = find_opener(first.text)
    first.byline, first.byline_read, first.byline_lines = None, None, 1
    for piece in group[1:]:
        piece.continuation = False
