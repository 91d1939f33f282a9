"""From raw lines to observed lines, bylines that were broken over lines mended."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import numpy as np

from helpers.parsing import catalogue as seen
from helpers.parsing import furniture
from helpers.parsing.bylines import AGENCY_FIRST, Opener, find_opener, is_open, join_broken
from helpers.parsing.features import Slot
from helpers.parsing.glance import Among, needs, read_all
from helpers.parsing.line import Flag, Line
from helpers.parsing.model import BylineEntry
from helpers.parsing.observe import observe
from helpers.parsing.sheet import Sheet

#: A byline is broken over this many further lines at most.
BROKEN_REACH = 5
#: What can stand between the characters of a name or a role: 甲 乙, 文 / 图.
PARTED = r"[\s、，；;：]*"
RE_PARTED = re.compile(PARTED)


#: Features that are asked of single lines again, with the flag for each.
FLAGS: tuple[tuple[Slot, int, int], ...] = (
    (seen.NUMBERED, 0, Flag.NUMBERED),
    (seen.SIGNATURE, 0, Flag.SIGNATURE),
    (seen.DATE, 0, Flag.DATE_ALONE),
    (seen.WEATHERED, 0, Flag.WEATHER),
    (seen.CONTACTS, 0, Flag.CONTACT),
    (seen.PARTS, 2, Flag.FIELDS),
    (seen.DIGITS, 1, Flag.FIGURES),
)
AGENCIES, TURNS = Among(AGENCY_FIRST), needs("转接")


def look_at(lines: Sequence[str]) -> Sheet:
    """Observe the non-blank lines of an issue."""
    stripped = [raw.strip() for raw in lines]
    numbers = [n for n, printed in enumerate(stripped, start=1) if printed]
    printed = [text for text in stripped if text]
    # Nothing is stripped of most lines: then the same string comes back, and no indent was there.
    indented = [
        raw is not text and (raw[0] == "\u3000" or raw.startswith("  "))
        for raw, text in zip(lines, stripped, strict=True)
        if text
    ]
    sheet = Sheet(np.array(numbers, np.int64), printed, np.array(indented, bool), read_all(printed))
    observe(sheet)
    _make_lines(sheet)
    _mend_broken_openers(sheet)
    return sheet


def _make_lines(sheet: Sheet) -> None:
    """Make an object for each line, and give it what has been found in it."""
    flags = np.zeros(len(sheet), dtype=np.int64)
    for slot_, level, flag in FLAGS:
        flags[sheet.seen.has(slot_, level)] |= flag
    flags[sheet.holds(TURNS)] |= Flag.TURN
    flags[(sheet.masks & furniture.JUMP) == furniture.JUMP] |= Flag.JUMP
    sheet.lines = lines = list(
        map(
            Line,
            sheet.numbers.tolist(),
            sheet.printed,
            sheet.texts,
            sheet.lengths.tolist(),
            flags.tolist(),
        )
    )
    found = sheet.found
    for index, opener in found.openers.items():
        lines[index].opener = opener
    for index, credit in found.credits.items():
        lines[index].credit = credit
    for index, reason in found.furniture.items():
        lines[index].furniture = reason
    for index, (form, people) in found.alone.items():
        lines[index].alone, lines[index].people = form, people


def _mend_broken_openers(sheet: Sheet) -> None:
    """Find openers that close on a later line; give the first the whole byline."""
    lines, openers, open_ = sheet.lines, sheet.found.openers, sheet.found.open
    wires = {i for i, opener in openers.items() if opener.wire}
    # The name of an agency is an opener by itself, so nothing was thought to be missing.
    agencies = set(np.flatnonzero(AGENCIES(sheet.first)).tolist()) - openers.keys()
    for index in sorted(open_ | wires | agencies):
        line = lines[index]
        if line.continuation or not (index in open_ or is_open(line.text)):
            continue
        read, printed = line.text, line.printed
        for reach, later in enumerate(lines[index + 1 : index + 1 + BROKEN_REACH], start=1):
            # A bracket alone (记者 甲乙) is the rest of this byline; anything else opens anew.
            anew = index + reach in open_
            if anew or (later.opener is not None and later.text[0] != "（"):
                break
            joined = join_broken(read, later.text)
            gap = " " if len(joined) > len(read.rstrip()) + len(later.text) else ""
            read, printed = joined, printed.rstrip() + gap + later.printed.lstrip()
            opener = find_opener(read)
            if opener is not None and opener.end > len(line.text) and _names(opener):
                _mend(sheet, index, reach, read, printed)
                line.opener = openers[index] = opener
                break
            if sheet.final[index + reach] or later.opener is not None:
                break
        open_.discard(index)
        if line.opener is not None:
            open_.add(index)


def _names(opener: Opener) -> bool:
    """Say whether an opener is a byline: 本报讯 and the first words of the text make none."""
    return bool(opener.entries) or (opener.wire and "（" not in opener.printed)


def _mend(sheet: Sheet, index: int, reach: int, read: str, printed: str) -> None:
    """Note on each of its lines that a byline goes over them."""
    first = sheet.lines[index]
    first.byline, first.byline_read, first.byline_lines = printed, read, reach + 1
    for place in range(index + 1, index + 1 + reach):
        sheet.lines[place].continuation = True
        sheet.seen.put(seen.GOES_ON, place)


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
