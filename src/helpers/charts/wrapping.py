"""Break labels into lines: between Chinese characters, between but not inside Latin words."""

from __future__ import annotations

import re

from helpers.charts.fonts import SANS, measure, printable

#: Units that are not broken: a run of Latin letters and digits (with the marks inside it, as in
#: 5G+AI, 1,234.5 or S-300) or one other character. Must not join Chinese characters to each other.
_UNIT = re.compile(r"[A-Za-z0-9À-ɏ][A-Za-z0-9À-ɏ.,%+\-_/&'’]*|\s+|.", re.DOTALL)
#: Marks that may not begin a line.
_CLOSING = frozenset("、，。；：？！）》」』】〕”’…—·,.;:?!)]}%")
#: Marks that may not end a line.
_OPENING = frozenset("（《「『【〔“‘([{")
ELLIPSIS = "…"


def units(text: str) -> list[str]:
    """Split text where a line may end: `《青溪》5G村` → 《青, 溪》, 5G, 村."""
    pieces: list[str] = []
    for piece in _UNIT.findall(text):
        closes = piece[0] in _CLOSING
        opened = bool(pieces) and pieces[-1][-1] in _OPENING
        if pieces and (closes or opened) and not pieces[-1].isspace():
            pieces[-1] += piece
        else:
            pieces.append(" " if piece.isspace() else piece)
    return pieces


def wrap(
    text: str, width: float, *, size: float, family: str = SANS, lines: int | None = None
) -> str:
    """Break text so that no line is wider than `width` inches at `size` points.

    Args:
        text: The label; its own line feeds are kept.
        width: Room for each line, in inches.
        size: Size of type, in points.
        family: The house font it is set in.
        lines: The most lines to use; what is left over is cut and an ellipsis put in its place.
    """
    broken = [
        line
        for paragraph in printable(str(text)).split("\n")
        for line in _wrap_paragraph(paragraph, width, size, family)
    ]
    if lines is not None and len(broken) > lines:
        broken = [*broken[: lines - 1], _cut(broken[lines - 1], width, size, family)]
    return "\n".join(broken)


def _wrap_paragraph(text: str, width: float, size: float, family: str) -> list[str]:
    """Fill lines unit by unit; their widths are added up, which leaves out kerning only."""
    lines: list[str] = []
    line, used = "", 0.0
    for unit in units(text):
        wide = _advance(unit, size, family)
        if line and used + _advance(unit.rstrip(), size, family) > width:
            lines.append(line.strip())
            line, used = "", 0.0
            if unit.isspace():
                continue
        line, used = line + unit, used + wide
        # One unit alone may be too wide, an address for example: then it is broken inside.
        while used > width and len(line) > 1 and not line.isspace():
            fits = _longest(line, width, size, family)
            lines.append(line[:fits])
            line = line[fits:]
            used = _advance(line, size, family)
    lines.append(line.strip())
    return [ln for ln in lines if ln] or [""]


def _advance(text: str, size: float, family: str) -> float:
    """Return the width of text; a blank counts too, though it leaves no ink."""
    if not text:
        return 0.0
    if text.isspace():
        return 0.25 * size / 72
    return measure(text, size, family=family)[0]


def _longest(text: str, width: float, size: float, family: str) -> int:
    """Return how many characters of the text fit, at least one."""
    return next(
        (n for n in range(len(text), 1, -1) if measure(text[:n], size, family=family)[0] <= width),
        1,
    )


def _cut(line: str, width: float, size: float, family: str) -> str:
    while line and measure(line + ELLIPSIS, size, family=family)[0] > width:
        line = line[:-1]
    return line.rstrip() + ELLIPSIS
