"""What stands in the margins of pages, and the masthead of the first page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from helpers.reading.layout_type import Line, Run

#: How much of a page's height, at its head and at its foot, can be a margin.
MARGIN = 0.12
#: How far down the first page a masthead can reach.
MASTHEAD = 0.4
#: A page number and nothing else: 2, ·2·, 第2版, 02版, A3. Not 2020年.
RE_NUMBER = re.compile(
    r"[·•\-—－第]?\s*[A-Z]?\d{1,3}\s*版?\s*[·•\-—－]?|第?[一二三四五六七八九十]{1,3}版"
)
#: What running heads hold: a date, a page's number.
RE_RUNNING = re.compile(
    r"\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|\d{4}[-.]\d{1,2}[-.]\d{1,2}|第\s*[\d一二三四五六七八九十]+\s*版"
)
#: What only a masthead holds; 主办 and the like must end their line, for texts hold them too.
RE_MASTHEAD = re.compile(
    r"\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|第\s*\d+\s*期|^农历|^星期.$|[主编承]办$|编印$|出版$|热线"
    r"|^今[日天].{1,3}版|^本期.{1,3}版|www\.|刊号|准印|邮箱|APP$",
    re.I,
)
RE_DATE = re.compile(r"\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|\d{4}[-./]\d{1,2}[-./]\d{1,2}")
RE_DIGITS = re.compile(r"[\d一二三四五六七八九十]+")


def masthead_of(runs: Sequence[Run], height: float, *, body: float) -> list[Run]:
    """Return the type of the first page's masthead: around its date, and the name over it.

    A masthead runs across the page, or stands in a corner with an article beside it.
    """
    fields = [
        run
        for run in runs
        if run.bottom < MASTHEAD * height and len(run.text) <= 60 and RE_MASTHEAD.search(run.text)
    ]
    chosen = [run for run in fields if RE_DATE.search(run.text)][:1]
    if not chosen:
        return []
    grown = True
    while grown:
        near = [f for f in fields if f not in chosen and any(_near(f, c, body) for c in chosen)]
        chosen += near
        grown = bool(near)
    left, right = min(r.x0 for r in chosen), max(r.x1 for r in chosen)
    bottom = max(r.bottom for r in chosen)
    names = [r for r in runs if r not in chosen and r.size >= 2 * body and r.top < bottom]
    for name in names:
        # The paper's name is the largest type of the page, over its fields or beside them.
        if name.size < max(r.size for r in runs):
            continue
        left, right = min(left, name.x0), max(right, name.x1)
        bottom = max(bottom, name.bottom)
    return [
        run
        for run in runs
        if (run.top + run.bottom) / 2 <= bottom
        and left - body <= (run.x0 + run.x1) / 2 <= right + body
    ]


def _near(one: Run, other: Run, body: float) -> bool:
    across = max(one.x0 - other.x1, other.x0 - one.x1)
    down = max(one.top - other.bottom, other.top - one.bottom)
    return across <= 12 * body and down <= 3 * body


def find_margins(pages: Sequence[Sequence[Line]], heights: Sequence[float], *, body: float) -> None:
    """Give running heads and page numbers their role."""
    repeated = Counter(
        key for lines in pages for key in {RE_DIGITS.sub("#", line.text) for line in lines}
    )
    for lines, height in zip(pages, heights, strict=True):
        for line in lines:
            if line.settled or line.size > 1.3 * body or len(line.text) > 60:
                continue
            outer = line.bottom < MARGIN * height or line.top > (1 - MARGIN) * height
            if not outer or not _is_running(line, repeated, len(pages)):
                continue
            row = _row(line, lines)
            if _stands_apart(row, lines, body):
                for other in row:
                    other.settle("page_header", "stands in the margin of the page")


def _row(line: Line, lines: Sequence[Line]) -> list[Line]:
    middle = (line.top + line.bottom) / 2
    return [o for o in lines if o is line or (not o.settled and o.top <= middle <= o.bottom)]


def _stands_apart(row: Sequence[Line], lines: Sequence[Line], body: float) -> bool:
    """Say whether a row is the outermost of its page, but for settled ones, with space inwards."""
    top, bottom = min(o.top for o in row), max(o.bottom for o in row)
    others = [o for o in lines if not o.settled and o not in row]
    above = [o for o in others if o.top < top]
    below = [o for o in others if o.bottom > bottom]
    if above and below:
        return False
    inner = above or below
    gap = min((max(o.top - bottom, top - o.bottom) for o in inner), default=body)
    return gap >= 0.4 * body


def _is_running(line: Line, repeated: Counter[str], pages: int) -> bool:
    if RE_NUMBER.fullmatch(line.text.strip()) or RE_RUNNING.search(line.text):
        return True
    return pages > 2 and repeated[RE_DIGITS.sub("#", line.text)] >= max(2, pages - 2)
