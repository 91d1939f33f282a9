"""The type of one picture: its lines recognised, their sizes measured."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from helpers.reading.layout_type import Run

if TYPE_CHECKING:
    from PIL.Image import Image
    from rapidocr import RapidOCR

#: A box of the detector is this much higher than the type in it.
BOX = 1.16
#: A line at least this long, in type sizes, tells its size by its width.
LONG = 4.0
#: A box is wider than its type by this part of its height, on either side.
PADDING = 0.1
#: Marks that fill only half of their square: the right half, and the left half.
RIGHT_HALF, LEFT_HALF = "“‘（《〈【「『", "，。、；：！？”’）》〉】」』"
#: Lines recognised worse than this are left out: pictures and rules taken for type.
LEAST_SCORE = 0.5


@cache
def _engine() -> RapidOCR:
    """Load the models, once for each process."""
    from rapidocr import RapidOCR

    return RapidOCR(
        params={
            # Told to look for lines that stand on their heads, it turns upright ones over.
            "Global.use_cls": False,
            "Global.log_level": "critical",
            "Global.max_side_len": 100_000,
            "Global.text_score": LEAST_SCORE,
            # A broadsheet page has more lines than the 1,000 of the default.
            "Det.max_candidates": 8000,
        }
    )


def recognise(picture: Image) -> list[Run]:
    """Recognise the lines of a picture in colour => runs, lengths in pixels."""
    import numpy as np

    pixels = np.asarray(picture)[:, :, ::-1]  # the models want blue first
    found = _engine()(np.ascontiguousarray(pixels), use_cls=False)
    if found.boxes is None or found.txts is None:
        return []
    runs = [run_of(box, text) for box, text in zip(found.boxes.tolist(), found.txts, strict=True)]
    return [run for run in runs if run.text]


def run_of(box: Sequence[Sequence[float]], text: str) -> Run:
    """Make a run of a recognised line.

    Args:
        box: Its corners, clockwise from the upper left one, each (x, y) in pixels.
        text: Its characters.
    """
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = box
    left, right = (ax + dx) / 2, (bx + cx) / 2
    top, bottom = (ay + by) / 2, (cy + dy) / 2
    wide, high = max(right - left, 1.0), max(bottom - top, 1.0)
    text = text.strip()
    if high > 1.8 * wide and len(text) > 1:
        return Run(text, left, right, top, bottom, wide / BOX, sideways=True)
    pad = PADDING * high
    left, right = left + pad, max(right - pad, left + pad + 1.0)
    size = high / BOX
    ems = in_ems(text)
    if ems >= LONG:
        # The heights of boxes differ by a fifth with the characters in them; widths do not.
        size = min(max((right - left) / ems, 0.75 * size), 1.2 * size)
    if text and text[0] in RIGHT_HALF:
        left -= 0.45 * size
    if text and text[-1] in LEFT_HALF:
        right += 0.45 * size
    middle = (top + bottom) / 2
    return Run(text, left, right, middle - size / 2, middle + size / 2, size)


def in_ems(text: str) -> float:
    """Return the width of a printed line in type sizes: 12户 => 2.1; half marks at its ends count half."""
    ems = sum(1.0 if unicodedata.east_asian_width(c) in "WFA" else 0.55 for c in text)
    if text and text[0] in RIGHT_HALF:
        ems -= 0.45
    if text and text[-1] in LEFT_HALF:
        ems -= 0.45
    return ems
