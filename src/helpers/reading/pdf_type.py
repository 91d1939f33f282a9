"""The type of one PDF page: its characters, joined to runs."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from helpers.reading.layout_type import Run

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

#: A wider space than this between characters of a row, in type sizes, begins a new run.
APART = 0.45
#: A wider space than this is a space between words, where the others of its run are narrower.
SPACE = 0.16
#: The part of a type's size above its baseline: of Chinese type nearly all.
ASCENT = 0.88
#: Type is upright within this angle, in radians.
UPRIGHT = 0.1


class Glyph(NamedTuple):
    """One printed character: its advance box across, baseline (downwards), size and angle."""

    text: str
    x0: float
    x1: float
    baseline: float
    size: float
    angle: float


def read_glyphs(page: PdfPage, *, check: Callable[[int], None]) -> list[Glyph]:
    """Return the characters of a page of pypdfium2, those that its writer hid left out.

    Args:
        page: The page.
        check: Called with the number of each character; raises where there are too many.
    """
    from pypdfium2 import raw

    left, _, _, top = page.get_bbox()
    text = page.get_textpage()
    try:
        box, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
        x, y = ctypes.c_double(), ctypes.c_double()
        out: list[Glyph] = []
        for index in range(text.count_chars()):
            check(index)
            code = raw.FPDFText_GetUnicode(text, index)
            if raw.FPDFText_IsGenerated(text, index) == 1 or code in (0, 10, 13):
                continue
            if not raw.FPDFText_GetLooseCharBox(text, index, box):
                continue
            raw.FPDFText_GetCharOrigin(text, index, x, y)
            raw.FPDFText_GetMatrix(text, index, matrix)
            size = raw.FPDFText_GetFontSize(text, index) * math.hypot(matrix.c, matrix.d)
            if not 0.5 <= size <= 2000 or not math.isfinite(box.left + box.right + y.value):
                continue
            angle = raw.FPDFText_GetCharAngle(text, index)
            # A wide drawing makes the box wider than the type: it ends where a square one would.
            right = min(box.right, x.value + size) if abs(angle) <= UPRIGHT else box.right
            start = x.value if abs(angle) <= UPRIGHT else box.left
            out.append(
                Glyph(_character(code), start - left, right - left, top - y.value, size, angle)
            )
        return out
    finally:
        text.close()


def _character(code: int) -> str:
    """Return a character; half of a pair, or what is none, as the mark of what cannot be read."""
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"


def runs_of(glyphs: Iterable[Glyph]) -> list[Run]:
    """Join characters to runs: those of one baseline with no wide space between them."""
    upright: list[Glyph] = []
    turned: list[Glyph] = []
    for glyph in glyphs:
        angle = (glyph.angle + math.pi) % (2 * math.pi) - math.pi
        (upright if abs(angle) <= UPRIGHT else turned).append(glyph)
    runs = [run for row in _rows(upright) for run in _runs_of_row(row)]
    return _set_downwards([r for r in runs if r.text]) + _sideways(turned)


def _rows(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Group characters by baseline: within a fifth of their size it is the same."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda g: (round(g.baseline, 2), g.x0)):
        for row in rows[-1:]:
            if abs(row[0].baseline - glyph.baseline) <= 0.2 * min(row[0].size, glyph.size):
                row.append(glyph)
                break
        else:
            rows.append([glyph])
    for row in rows:
        row.sort(key=lambda g: (g.x0, g.x1))
    return rows


def _runs_of_row(row: Sequence[Glyph]) -> list[Run]:
    groups: list[list[Glyph]] = [[row[0]]]
    for before, glyph in pairwise(row):
        alike = max(before.size, glyph.size) <= 1.5 * min(before.size, glyph.size)
        if glyph.x0 - before.x1 > APART * max(before.size, glyph.size) or not alike:
            groups.append([])
        groups[-1].append(glyph)
    return [run for group in groups for run in _split_at_gutter_spaces(group)]


def _split_at_gutter_spaces(group: Sequence[Glyph]) -> list[Run]:
    """Make runs of characters, parted where two or more printed spaces follow each other."""
    parts: list[list[Glyph]] = [[]]
    blank = 0.0
    for glyph in group:
        if glyph.text.isspace():
            blank += glyph.x1 - glyph.x0
        elif blank > APART * glyph.size and parts[-1]:
            parts.append([glyph])
            blank = 0.0
            continue
        else:
            blank = 0.0
        parts[-1].append(glyph)
    return [run for part in parts if (run := _run(part)) is not None]


def _run(group: Sequence[Glyph]) -> Run | None:
    """Make one run, with a space wherever one is printed or left."""
    seen = [g for g in group if not g.text.isspace()]
    if not seen:
        return None
    spaces = [b.x0 - a.x1 for a, b in pairwise(seen)]
    usual = max(median(spaces), 0.0) if spaces else 0.0
    text = seen[0].text
    start = group.index(seen[0])
    printed = {i for i, g in enumerate(group) if g.text.isspace()}
    position = start
    for space, glyph in zip(spaces, seen[1:], strict=True):
        here = group.index(glyph, position + 1)
        wide = space > max(SPACE * glyph.size, 2.5 * usual)
        if wide or any(i in printed for i in range(position + 1, here)):
            text += " "
        text += glyph.text
        position = here
    size = median(g.size for g in seen)
    baseline = median(g.baseline for g in seen)
    top = baseline - ASCENT * size
    return Run(text, seen[0].x0, max(g.x1 for g in seen), top, top + size, size)


def _set_downwards(runs: list[Run]) -> list[Run]:
    """Join single characters that stand closely below each other, and beside nothing."""
    single = sorted((r for r in runs if len(r.text) == 1), key=lambda r: (round(r.x0), r.top))
    chains: list[list[Run]] = []
    for run in single:
        before = chains[-1][-1] if chains else None
        if before is not None and _is_below(before, run):
            chains[-1].append(run)
        else:
            chains.append([run])
    joined = [chain for chain in chains if len(chain) >= 3 and not _beside(chain, runs)]
    if not joined:
        return runs
    taken = {id(run) for chain in joined for run in chain}
    return [r for r in runs if id(r) not in taken] + [
        Run(
            "".join(r.text for r in chain),
            min(r.x0 for r in chain),
            max(r.x1 for r in chain),
            chain[0].top,
            chain[-1].bottom,
            chain[0].size,
            upright=False,
        )
        for chain in joined
    ]


def _is_below(above: Run, run: Run) -> bool:
    same = abs(above.x0 - run.x0) <= 0.3 * run.size and abs(above.size - run.size) <= 0.1 * run.size
    return same and 0.5 * run.size <= run.top - above.top <= 1.8 * run.size


def _beside(chain: Sequence[Run], runs: Sequence[Run]) -> bool:
    """Say whether other type stands right beside most of a column of single characters."""
    near = 0
    for run in chain:
        near += any(
            len(o.text) > 1
            and o.top < run.bottom - 0.3 * run.size
            and o.bottom > run.top + 0.3 * run.size
            and min(abs(o.x0 - run.x1), abs(run.x0 - o.x1)) < 0.6 * run.size
            for o in runs
        )
    return near * 2 > len(chain)


def _sideways(glyphs: Sequence[Glyph]) -> list[Run]:
    """Join turned characters in the order of the file: their order on the page is not known."""
    out: list[Run] = []
    group: list[Glyph] = []

    def close() -> None:
        text = "".join(g.text for g in group).strip()
        if text:
            tops = [g.baseline - g.size for g in group]
            x0, x1 = min(g.x0 for g in group), max(g.x1 for g in group)
            bottom = max(g.baseline for g in group)
            out.append(Run(text, x0, x1, min(tops), bottom, group[0].size, sideways=True))
        group.clear()

    for glyph in glyphs:
        if group:
            before = group[-1]
            far = math.hypot(glyph.x0 - before.x0, glyph.baseline - before.baseline)
            if far > 2.5 * glyph.size or abs(glyph.angle - before.angle) > UPRIGHT:
                close()
        group.append(glyph)
    if group:
        close()
    return out
