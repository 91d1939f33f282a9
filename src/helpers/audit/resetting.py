"""An issue set in another way: columns of another width, other indents, other blank lines.

The answers stay what they are, so that what is fitted to a key does not depend on how one paper
happens to be set.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from helpers.parsing import states

#: States whose lines may be cut into columns, and what the later pieces of a cut line are.
CUT = {
    states.START: states.CONT,
    states.OPENING: states.CONT,
    states.CONT: states.CONT,
    states.CAPTION: states.CAPTION_CONT,
    states.CAPTION_CONT: states.CAPTION_CONT,
}
BODY = frozenset(CUT)
CONTINUING = frozenset({states.CONT, states.CAPTION_CONT, states.INTERRUPT})


@dataclass(frozen=True, slots=True)
class Setting:
    """How to set an issue. `width` in characters: 0 joins what columns cut, None leaves it."""

    width: int | None
    indent: bool | None
    blank: str | None
    seed: int = 0


def reset(
    lines: Sequence[str], labels: dict[int, int], setting: Setting
) -> tuple[list[str], list[int]]:
    """Set the issue anew => (raw lines, state of each non-blank line, in order)."""
    dice = random.Random(setting.seed)
    pieces: list[tuple[int, str]] = []
    gaps: list[int] = []
    gap = 0
    for number, raw in enumerate(lines, start=1):
        if not raw.strip():
            gap += 1
            continue
        state = labels[number]
        joins = state in (states.CONT, states.CAPTION_CONT) and pieces and pieces[-1][0] in BODY
        if setting.width is not None and joins:
            pieces[-1] = (pieces[-1][0], pieces[-1][1] + raw.strip())
        else:
            pieces.append((state, raw))
            gaps.append(gap)
        gap = 0
    out: list[str] = []
    marks: list[int] = []
    for (state, raw), before in zip(pieces, gaps, strict=True):
        out += [""] * _blanks(setting, before, state, dice)
        text = raw
        if setting.indent is not None and state in (states.START, states.OPENING, states.CAPTION):
            text = ("　　" if setting.indent else "") + raw.strip()
        if setting.width and state in BODY:
            cut = _cut(text, setting.width)
        elif setting.width == 0 and state in BODY and len(text) > 60 and dice.random() < 0.2:
            at = dice.randrange(8, len(text) - 8)
            cut = [text[:at], text[at:]]
        else:
            cut = [text]
        for index, piece in enumerate(cut):
            if index and setting.blank == "all":
                out.append("")
            out.append(piece)
            marks.append(state if index == 0 else CUT[state])
    return out, marks


def _blanks(setting: Setting, before: int, state: int, dice: random.Random) -> int:
    """Say how many blank lines stand before a line."""
    if setting.blank is None:
        return before
    if setting.blank == "all":
        return 1
    if setting.blank == "none":
        return 0
    if setting.blank == "articles":
        return int(state == states.HEAD and dice.random() < 0.7)
    if setting.blank == "wild":
        return dice.choice((0, 1, 1, 2)) if state not in CONTINUING else int(dice.random() < 0.3)
    return int(dice.random() < 0.5)


def _cut(text: str, width: int) -> list[str]:
    """Cut a paragraph into column lines: no mark that closes may begin a line."""
    out: list[str] = []
    line = ""
    size = 0.0
    for c in text:
        wide = 0.5 if c.isascii() else 1.0
        if size + wide > width and c not in "，。、；：！？”’）》%" and line.strip():
            out.append(line)
            line, size = "", 0.0
        line += c
        size += wide
    if line.strip():
        out.append(line)
    return out
