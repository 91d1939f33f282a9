"""From raw lines to observed lines, bylines that were broken over lines mended."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from helpers.parsing.bylines import AGENCY_FIRST, Opener, find_opener, is_open, join_broken
from helpers.parsing.glance import read_all
from helpers.parsing.model import BylineEntry
from helpers.parsing.observe import Line, observe

#: Lines that are read together.
BLOCK = 4096
#: A byline is broken over this many further lines at most.
BROKEN_REACH = 5
#: What can stand between the characters of a name or a role: 甲 乙, 文 / 图.
PARTED = r"[\s、，；;：]*"
RE_PARTED = re.compile(PARTED)


def look_at(lines: Sequence[str]) -> list[Line]:
    """Observe the non-blank lines of an issue."""
    out: list[Line] = []
    before = 0
    numbers = [n for n, raw in enumerate(lines, start=1) if raw and not raw.isspace()]
    for start in range(0, len(numbers), BLOCK):
        some = numbers[start : start + BLOCK]
        texts, masks = read_all([lines[n - 1].strip() for n in some])
        for number, text, mask in zip(some, texts, masks, strict=True):
            line = Line(number, lines[number - 1], number - before - 1, text, mask)
            observe(line)
            out.append(line)
            before = number
    _mend_broken_openers(out)
    for line in out:
        line.own = len(line.features)
    return out


def _mend_broken_openers(lines: list[Line]) -> None:
    """Find openers that close on a later line; give the first the whole byline."""
    for index, line in enumerate(lines):
        if line.continuation or not _may_go_on(line):
            continue
        read, printed = line.text, line.printed
        for reach, later in enumerate(lines[index + 1 : index + 1 + BROKEN_REACH], start=1):
            # A bracket alone (记者 甲乙) is the rest of this byline; anything else opens anew.
            if later.opener_open or (later.opener is not None and later.text[0] != "（"):
                break
            joined = join_broken(read, later.text)
            gap = " " if len(joined) > len(read.rstrip()) + len(later.text) else ""
            read, printed = joined, printed.rstrip() + gap + later.printed.lstrip()
            opener = find_opener(read)
            if opener is not None and opener.end > len(line.text) and _names(opener):
                _mend(lines, index, reach, read, printed)
                line.opener = opener
                break
            if later.final or later.opener is not None:
                break
        line.opener_open = line.opener is not None


def _may_go_on(line: Line) -> bool:
    """Say whether a line begins a byline that ends on a later one."""
    if line.opener_open:
        return True
    # The name of an agency is an opener by itself, so nothing was thought to be missing.
    agency = line.opener.wire if line.opener is not None else line.text[0] in AGENCY_FIRST
    return agency and is_open(line.text)


def _names(opener: Opener) -> bool:
    """Say whether an opener is a byline: 本报讯 and the first words of the text make none."""
    return bool(opener.entries) or (opener.wire and "（" not in opener.printed)


def _mend(lines: list[Line], index: int, reach: int, read: str, printed: str) -> None:
    """Note on each of its lines that a byline goes over them."""
    first = lines[index]
    first.byline, first.byline_read, first.byline_lines = printed, read, reach + 1
    for piece in lines[index + 1 : index + 1 + reach]:
        piece.continuation = True
        piece.features.append("byline goes on")


def as_printed(entries: Iterable[BylineEntry], read: str, printed: str) -> list[BylineEntry]:
    """Give the people of a byline the characters in which it is printed: 记者 => 記者.

    `read` is the canonical reading of `printed`, character for character.
    """
    if read == printed:
        return list(entries)
    out = []
    for entry in entries:
        parts = [_printed(part, read, printed) for part in entry if part is not None]
        out.append(BylineEntry(*parts))
    return out


def _printed(part: str, read: str, printed: str) -> str:
    """Find a part of the reading in the print; what parts its characters there does not count."""
    at = read.find(part)
    if at >= 0:
        return printed[at : at + len(part)]
    match = re.search(PARTED.join(map(re.escape, part)), read)
    if match is None:
        return part
    kept = zip(read[match.start() : match.end()], printed[match.start() :], strict=False)
    return "".join(p for c, p in kept if RE_PARTED.fullmatch(c) is None)
