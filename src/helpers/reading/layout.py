"""Pages of placed type to lines in reading order, with what their places and sizes say of them.

What set the type, a PDF or a recognised scan, is not known here. Lengths are in the page's own
unit (points, pixels), y grows downwards.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from helpers.reading.layout_cut import cut
from helpers.reading.layout_lines import lines_of
from helpers.reading.layout_margins import find_margins, masthead_of
from helpers.reading.layout_paragraphs import find_paragraphs
from helpers.reading.layout_titles import find_titles
from helpers.reading.layout_type import Line, Run, Tolerance
from helpers.reading.model import Hint


@dataclass(slots=True)
class Page:
    """One page: its size, and the runs of type that stand on it."""

    width: float
    height: float
    runs: list[Run] = field(default_factory=list)


class Laid(NamedTuple):
    """The lines of an issue, and what is known of each; a blank line parts what stands apart."""

    lines: tuple[str, ...]
    hints: tuple[Hint | None, ...]


def lay_out(pages: Sequence[Page], *, tolerance: Tolerance) -> Laid:
    """Put the type of all pages into reading order => lines and hints, of equal length."""
    # Where type lies upon type, the order in which it came must not matter.
    pages = [replace(page, runs=sorted(page.runs, key=_place)) for page in pages]
    body = body_size(run for page in pages for run in page.runs)
    printed = [_lines(page, n, body, tolerance) for n, page in enumerate(pages, start=1)]
    find_margins(printed, [page.height for page in pages], body=body)
    for lines in printed:
        find_titles(lines, body=body, tolerance=tolerance)
    find_paragraphs(printed, body=body)
    return _written(printed)


def _place(run: Run) -> tuple[float, float, Run]:
    """Order type from the top, then from the left."""
    return run.top, run.x0, run


def _lines(page: Page, number: int, body: float, tolerance: Tolerance) -> list[Line]:
    """Return the lines of a page in reading order, a masthead first."""
    straight = [run for run in page.runs if not run.sideways]
    masthead = masthead_of(straight, page.height, body=body) if number == 1 else []
    taken = {id(run) for run in masthead}
    rest = [run for run in page.runs if id(run) not in taken]
    out = lines_of(masthead, page=number, leaf=0, body=body)
    out.sort(
        key=lambda line: -line.size if line.size >= 2 * body else 0.0
    )  # the paper's name first
    for line in out:
        line.settle("masthead", "stands in the masthead")
    for leaf, part in enumerate(cut(rest, body=body, tolerance=tolerance), start=1):
        out += lines_of(part, page=number, leaf=leaf, body=body)
    return out


def body_size(runs: Iterable[Run]) -> float:
    """Return the size that most characters have, to half a unit; 1.0 where there is no type.

    Sizes a little apart are counted together, for a scan never measures twice the same.
    """
    counts: Counter[float] = Counter()
    for run in runs:
        if not run.sideways:
            counts[round(run.size * 4) / 4] += len(run.text)
    if not counts:
        return 1.0

    def weight(size: float) -> int:
        return sum(n for other, n in counts.items() if abs(other - size) <= 0.06 * size)

    best = max(counts, key=lambda size: (weight(size), counts[size], -size))
    near = {s: n for s, n in counts.items() if abs(s - best) <= 0.06 * best}
    return max(sum(s * n for s, n in near.items()) / sum(near.values()), 0.01)


def _written(printed: Sequence[Sequence[Line]]) -> Laid:
    """Write the lines out, with a blank line wherever the type stands apart."""
    lines: list[str] = []
    hints: list[Hint | None] = []
    before: tuple[int, int] | None = None
    for page in printed:
        for line in page:
            here = (line.page, line.leaf)
            if before is not None and here != before:
                lines.append("")
                hints.append(None)
            before = here
            lines.append(line.text)
            known = line.role is not None or line.starts is not None or line.reason
            hint = Hint(line.role, line.starts, None, line.reason) if known else None
            hints.append(hint)
    return Laid(tuple(lines), tuple(hints))
