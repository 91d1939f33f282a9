"""From raw lines to lines with features, bylines that were broken over lines mended."""

from __future__ import annotations

from collections.abc import Sequence

from helpers.parsing.bylines import find_opener, join_broken
from helpers.parsing.features import Line, line_of

#: A byline is broken over this many further lines at most.
BROKEN_REACH = 4


def look_at(lines: Sequence[str], numbers: Sequence[int]) -> list[Line]:
    """Look at the raw lines with the given numbers (from 1), in order."""
    out: list[Line] = []
    before = 0
    for number in numbers:
        out.append(line_of(number, lines[number - 1], number - before - 1))
        before = number
    _mend_broken_openers(out)
    return out


def _mend_broken_openers(lines: list[Line]) -> None:
    """Find openers whose bracket closes on a later line; give the first the whole byline."""
    for index, line in enumerate(lines):
        if not line.opener_broken:
            continue
        joined = line.text
        for reach, later in enumerate(lines[index + 1 : index + 1 + BROKEN_REACH], start=1):
            joined = join_broken(joined, later.text)
            opener = find_opener(joined)
            if opener is not None:
                line.opener, line.byline = opener, joined
                line.byline_lines = reach + 1
                for piece in lines[index + 1 : index + 1 + reach]:
                    piece.continuation = True
                if opener.end >= len(joined):
                    line.byline_only = True
                break
            if later.final:
                break
        line.opener_broken = line.opener is not None
