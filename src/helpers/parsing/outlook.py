"""What lies ahead of a line: a text that is signed or not, a picture's credit; and its company."""

from __future__ import annotations

from collections.abc import Sequence

from helpers.parsing.observe import Line

#: A caption is at most this long.
CAPTION = 180
#: Shares of the texts of an issue that are signed at their head, from which that is its custom.
SELDOM, USUAL = 0.25, 0.6
#: How far the next text is, and whether it is signed.
TEXT_IN = tuple(f"text in:{distance}" for distance in range(6))
SIGNED, UNSIGNED = (tuple(f"{distance}{mark}" for distance in range(5)) for mark in "su")


def look_ahead(lines: Sequence[Line]) -> None:
    """Tell each line whether its paragraph comes to a photo credit, and what text comes next."""
    credited = alone = False
    distance, size = 9, 0
    signed = False
    asked: list[tuple[Line, bool]] = []
    for line in reversed(lines):
        credit = line.credit if line.credit is not None and line.credit.photo else None
        size += line.length
        if credit is not None:
            credited, alone, size = True, credit.start == 0, line.length
        else:
            # The credit may stand on the line behind the last sentence.
            credited, alone = (alone if line.final else credited), False
            credited = credited and size <= CAPTION and line.credit is None
        if credited and not alone:
            line.features.append("comes to a photo credit")
            if not line.text[0].isalnum():
                line.features.append("marked and comes to a photo credit")
        byline = line.opener is not None or line.alone in ("role", "mark", "desk")
        text = line.opener is not None or line.length > 30 or (line.final and line.length > 12)
        if line.short and not text and not byline:
            near = signed and distance <= 4
            line.features.append(TEXT_IN[min(distance, 5)])
            line.ahead = (SIGNED if near else UNSIGNED)[min(distance, 4)]
            asked.append((line, near))
        if byline:
            signed = True
        elif text:
            signed = False
        distance = 1 if text else distance + 1
    _custom(asked)


def _custom(asked: Sequence[tuple[Line, bool]]) -> None:
    """Tell short lines whether the text after them is signed, and whether that is the custom."""
    if not asked:
        return
    share = sum(signed for _, signed in asked) / len(asked)
    custom = "seldom" if share < SELDOM / 2 else "usual" if share > USUAL / 2 else "at times"
    names = (f"unsigned text ahead:{custom}", f"signed text ahead:{custom}")
    for line, signed in asked:
        line.features.append(names[signed])


def find_shapes(lines: Sequence[Line]) -> None:
    """Tell a line that others are set between the same marks: 【…】, ■…, ── … ──, “…”."""
    found: dict[tuple[str, str], list[Line]] = {}
    for line in lines:
        if line.length <= 24 and not line.final:
            first, last = line.text[0], line.text[-1]
            if not first.isalnum() and first not in "‘《（":
                found.setdefault((first, "" if last.isalnum() else last), []).append(line)
    for group in found.values():
        if len(group) > 1:
            for line in group:
                line.features.append("set like others")
