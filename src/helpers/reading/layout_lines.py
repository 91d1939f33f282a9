"""The runs of one part of a page to its lines: rows joined, letter-spaced type closed up."""

from __future__ import annotations

from collections.abc import Sequence

from helpers.reading.layout_type import Line, Run

#: A wider space than this, in type sizes, parts two lines that stand on one row: lines of a text
#: or of a masthead, and large type, whose phrases stand further apart.
APART, LARGE_APART = 1.2, 2.5


def lines_of(runs: Sequence[Run], *, page: int, leaf: int, body: float) -> list[Line]:
    """Return the lines of one part of a page, from top to bottom.

    Args:
        runs: The runs of the part.
        page: The number of the page, from 1.
        leaf: The number of the part on its page.
        body: The size of the body type.
    """
    return [_line(group, page, leaf) for row in rows_of(runs) for group in _groups(row, body)]


def rows_of(runs: Sequence[Run]) -> list[list[Run]]:
    """Return the runs by rows, each from left to right; lines set downwards from right to left."""
    rows: list[list[Run]] = []
    for run in sorted(runs, key=lambda r: (r.top + r.bottom, r.x0, r.text)):
        middle = (run.top + run.bottom) / 2
        before = rows[-1][0] if rows else None
        if before and run.upright == before.upright and before.top <= middle <= before.bottom:
            rows[-1].append(run)
        else:
            rows.append([run])
    for row in rows:
        row.sort(key=lambda r: (r.x0 if r.upright else -r.x0, r.text))
    return rows


def _groups(row: Sequence[Run], body: float) -> list[list[Run]]:
    """Part a row where runs stand far apart, unless single characters do so all along it."""
    if all(r.upright for r in row) and is_spaced([r.text for r in row]):
        return [list(row)]
    groups: list[list[Run]] = []
    for run in row:
        before = groups[-1][-1] if groups else None
        apart = LARGE_APART if run.size > 1.12 * body else APART
        near = before is not None and run.x0 - before.x1 <= apart * max(run.size, before.size)
        if before is not None and near and run.upright and _alike(run, before):
            groups[-1].append(run)
        else:
            groups.append([run])
    return groups


def _alike(one: Run, other: Run) -> bool:
    """Say whether two runs can be one line: large type beside small type is none."""
    return max(one.size, other.size) <= 1.5 * min(one.size, other.size)


def is_spaced(texts: Sequence[str]) -> bool:
    """Say whether a line is set letter by letter: 通　知 => True."""
    return len(texts) > 1 and all(len(text) == 1 and text > "\u2e7f" for text in texts)


def _line(runs: Sequence[Run], page: int, leaf: int) -> Line:
    texts = [run.text for run in runs]
    text = ("" if is_spaced(texts) else " ").join(texts)
    line = Line(
        text,
        min(r.x0 for r in runs),
        max(r.x1 for r in runs),
        min(r.top for r in runs),
        max(r.bottom for r in runs),
        max(r.size for r in runs),
        page,
        leaf,
        upright=runs[0].upright,
    )
    if runs[0].sideways:
        line.settle(None, "set sideways on the page")
    return line
