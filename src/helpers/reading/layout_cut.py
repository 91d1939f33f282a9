"""The order in which the parts of a page are read: a recursive XY-cut.

After Nagy and Seth, Hierarchical representation of optically scanned documents (1984): a region
is cut at a gap that runs all through it, and its parts in turn. Where both a column gutter and a
gap across it would do, the lines at the ends of columns decide: text that goes on in the next
column shows which parts belong together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from helpers.reading.layout_type import Run, Tolerance

#: The narrowest gutter between columns, and the lowest gap that parts blocks, in body sizes.
GUTTER, GAP = 0.8, 1.0
#: Beneath this many rows a gutter must be wider: spaces in two rows stand one above the other.
FEW_ROWS, WIDE_GUTTER = 3, 1.2
#: How many line spaces tell how wide they usually are; how many gaps are tried at most.
MANY, MOST_GAPS = 8, 12
#: How often a region may be cut within one another before it is left as it is.
DEEPEST = 60
#: The end of a sentence, with the quotation mark or bracket that may close after it.
RE_FINAL = re.compile(r"[。！？!?…；][”’」』）)》]*$|[）)]$")

Gap = tuple[float, float]


def cut(runs: Iterable[Run], *, body: float, tolerance: Tolerance) -> list[list[Run]]:
    """Cut the runs of a page into its parts, in the order of reading.

    Args:
        runs: The runs of one page, in any order.
        body: The size of the body type.
        tolerance: What counts as large type.

    Returns:
        The parts; each holds lines that are read from top to bottom.
    """
    straight = sorted((r for r in runs if not r.sideways), key=lambda r: (r.top, r.x0, r.text))
    sideways = sorted((r for r in runs if r.sideways), key=lambda r: (r.top, r.x0, r.text))
    parts = _cut(straight, body, tolerance, 0) if straight else []
    return parts + [[run] for run in sideways]


def _cut(runs: list[Run], body: float, tolerance: Tolerance, depth: int) -> list[list[Run]]:
    if len(runs) < 2 or depth > DEEPEST:
        return [runs]
    gutters = find_gutters(runs, body)
    title = _title_above(runs, gutters, body, tolerance)
    if title:
        return [leaf for part in title for leaf in _cut(part, body, tolerance, depth + 1)]
    gaps = _wide_gaps(runs, body)
    if gutters:
        gaps = [*gaps[:MOST_GAPS], *_above_titles(runs, body, tolerance)[:MOST_GAPS]]
        gaps = [g for g in gaps if _belongs_across(runs, gutters, g, body, tolerance)]
    gap = gaps[0] if gaps else None
    if gap:
        parts = _below_and_above(runs, gap)
    elif gutters:
        parts = _columns(runs, gutters)
    else:
        parts = _around_what_spans(runs, body)
    if len(parts) < 2:
        return [runs]
    return [leaf for part in parts for leaf in _cut(part, body, tolerance, depth + 1)]


def find_gutters(runs: Sequence[Run], body: float) -> list[Gap]:
    """Return the gaps that run down all of a region, from left to right."""
    rows = count_rows(runs)
    least = (GUTTER if rows > FEW_ROWS else WIDE_GUTTER) * body
    gaps = [g for g in _gaps((r.x0, r.x1) for r in runs) if g[1] - g[0] >= least]
    if rows < 2:
        return []
    kept = []
    for gap in gaps:
        left = [r for r in runs if r.x1 <= gap[0]]
        right = [r for r in runs if r.x0 >= gap[1]]
        # Two rows side by side are no columns unless one of them goes on below.
        if max(count_rows(left), count_rows(right)) >= 2:
            kept.append(gap)
    return kept


def count_rows(runs: Iterable[Run]) -> int:
    """Return how many rows of type stand one below the other; type set downwards counts whole."""
    ends: list[float] = []
    rows, bottom = 0, float("-inf")
    for run in sorted(runs, key=lambda r: (r.top, r.bottom)):
        middle = (run.top + run.bottom) / 2
        if middle > bottom:
            rows += 1 if run.upright else 2
            bottom = run.bottom
            ends.append(bottom)
    return rows


def _gaps(spans: Iterable[tuple[float, float]]) -> list[Gap]:
    """Return the gaps between spans that leave some, in order."""
    out: list[Gap] = []
    reached: float | None = None
    for start, end in sorted(spans):
        if reached is not None and start > reached:
            out.append((reached, start))
        reached = end if reached is None else max(reached, end)
    return out


def _wide_gaps(runs: Sequence[Run], body: float) -> list[Gap]:
    """Return the gaps across a region that are wider than the space between lines, widest first."""
    gaps = _gaps((r.top, r.bottom) for r in runs)
    # Where lines are set wide apart, every line space is wide: what parts must stand out.
    spaces = sorted(b - a for a, b in gaps)
    usual = spaces[len(spaces) // 4] if len(spaces) >= MANY else 0.0
    wide = [g for g in gaps if g[1] - g[0] >= max(GAP * body, 1.6 * usual)]
    return sorted(wide, key=lambda g: (g[0] - g[1], g[0]))


def _title_above(
    runs: list[Run], gutters: Sequence[Gap], body: float, tolerance: Tolerance
) -> list[list[Run]] | None:
    """Cut off a title that stands alone over all of a region, however short its lines are."""
    if not gutters:
        return None
    bands = _gaps((r.top, r.bottom) for r in runs)
    end: Gap | None = None
    for gap in bands:
        above = [r for r in runs if r.bottom <= gap[0]]
        if any(r.size < tolerance.large * body for r in above):
            break
        if any(_splits(above, g) for g in gutters):
            break
        end = gap
    return _below_and_above(runs, end) if end else None


def _above_titles(runs: Sequence[Run], body: float, tolerance: Tolerance) -> list[Gap]:
    """Return the gaps above titles that stand alone across all of a region, the widest first."""
    out: list[Gap] = []
    gaps = _gaps((r.top, r.bottom) for r in runs)
    ends = [g[0] for g in gaps[1:]] + [float("inf")] * bool(gaps)
    before = False
    for gap, end in zip(gaps, ends, strict=True):
        band = [r for r in runs if r.top >= gap[1] and r.bottom <= end]
        title = bool(band) and all(r.size >= tolerance.large * body for r in band)
        if title and not before:
            out.append(gap)
        before = title
    return sorted(out, key=lambda g: g[0] - g[1])


def _splits(runs: Sequence[Run], gutter: Gap) -> bool:
    """Say whether there is type on both sides of a gutter."""
    return any(r.x1 <= gutter[0] for r in runs) and any(r.x0 >= gutter[1] for r in runs)


def _below_and_above(runs: list[Run], gap: Gap) -> list[list[Run]]:
    return [[r for r in runs if r.bottom <= gap[0]], [r for r in runs if r.top >= gap[1]]]


def _columns(runs: list[Run], gutters: Sequence[Gap]) -> list[list[Run]]:
    edges = [float("-inf"), *(b for _, b in gutters), float("inf")]
    columns = [[r for r in runs if a <= r.x0 < b] for a, b in pairwise(edges)]
    if columns and all(not r.upright for r in runs):
        columns.reverse()  # lines set from top to bottom follow each other from right to left
    return [c for c in columns if c]


def _around_what_spans(runs: list[Run], body: float) -> list[list[Run]]:
    """Cut above or below a line that spans columns: where most of the page falls into columns."""
    best: tuple[float, float, float] | None = None
    parts: list[list[Run]] = []
    for gap in _gaps((r.top, r.bottom) for r in runs):
        halves = _below_and_above(runs, gap)
        columned = sum(_height(h) for h in halves if find_gutters(h, body))
        if not columned:
            continue
        score = (round(columned / body), gap[1] - gap[0], -gap[0])
        if best is None or score > best:
            best, parts = score, halves
    return parts


def _height(runs: Sequence[Run]) -> float:
    return max(r.bottom for r in runs) - min(r.top for r in runs)


def _belongs_across(
    runs: list[Run], gutters: Sequence[Gap], gap: Gap, body: float, tolerance: Tolerance
) -> bool:
    """Say whether a region is cut at the gap across it, rather than into columns first."""
    whole = _joints(_columned(runs, gutters), gutters, body, tolerance)
    halves = [_columned(half, gutters) for half in _below_and_above(runs, gap)]
    return sum(_joints(half, gutters, body, tolerance) for half in halves) >= whole


def _columned(runs: list[Run], gutters: Sequence[Gap]) -> list[Run]:
    """Leave out what stands over the columns of a region: rows on one side of its gutters only."""
    for _, top in [(0.0, float("-inf")), *_gaps((r.top, r.bottom) for r in runs)]:
        below = [r for r in runs if r.top >= top]
        bottom = min((a for a, _ in _gaps((r.top, r.bottom) for r in below)), default=None)
        first = [r for r in below if bottom is None or r.bottom <= bottom]
        if any(_splits(first, gutter) for gutter in gutters):
            return below
    return []


def _joints(runs: list[Run], gutters: Sequence[Gap], body: float, tolerance: Tolerance) -> int:
    columns = _columns(runs, gutters)
    return sum(_joint(a, b, body, tolerance) for a, b in pairwise(columns))


def _joint(left: Sequence[Run], right: Sequence[Run], body: float, tolerance: Tolerance) -> int:
    """Say how well the foot of a column is followed by the head of the next: 1, 0 or -1."""
    # A part may hold several columns still: the last ends its last row, the first begins its first.
    foot, head = max(r.bottom for r in left), min(r.top for r in right)
    last = max((r for r in left if r.bottom >= foot - 0.4 * body), key=lambda r: r.x1)
    first = min((r for r in right if r.top <= head + 0.4 * body), key=lambda r: r.x0)
    if last.size >= tolerance.large * body:
        return -1  # a title with nothing below it
    if last.size < tolerance.same * first.size < tolerance.large * body:
        return -1  # a caption that would go on as a text
    if first.size < tolerance.same * last.size:
        return -1
    large = first.size >= tolerance.large * body
    # Titles stick out of the columns beneath them: the text's own edges count.
    edge = min((r.x0 for r in right if r.size < tolerance.large * body), default=first.x0)
    end = max((r.x1 for r in left if r.size < tolerance.large * body), default=last.x1)
    begins = large or first.x0 > edge + 0.7 * body
    short = last.x1 < end - 1.5 * body
    final = RE_FINAL.search(last.text) is not None
    if short:
        return 1 if begins else -1
    if final:
        return 0
    return -1 if begins else 1
