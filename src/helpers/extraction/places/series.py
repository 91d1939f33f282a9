"""Names of places in a series that shares the word of their level: 柳塘、石桥、前溪三村."""

from __future__ import annotations

import re
from bisect import bisect_left

from helpers.extraction.places.boundary import LONGEST, find_beginning, name_score
from helpers.extraction.places.candidate import Candidate
from helpers.extraction.places.words import Words, is_han

#: The number and the word that close a series.
RE_CLOSE = re.compile(r"[两二三四五六七八九十](?<=[\u4e00-\u9fff].)个?(街道|乡|镇|村|社区)")
#: The last of several: …、柳塘等.
RE_LAST = re.compile(r"、([\u4e00-\u9fff]{2,4})等")
#: How likely the characters of such a last one must be a name (natural logarithm).
_ENOUGH = 1.5
#: The most names in a series.
_MOST = 12


def with_series(words: Words, found: list[Candidate]) -> list[Candidate]:
    """Add the names of series to the places found, which are sorted and stay so."""
    added: list[Candidate] = []
    for match in RE_CLOSE.finditer(words.text):
        added.extend(_series(words, match.start(), match.group(1), found))
    if not added:
        return found
    taken = bytearray(len(words.text))
    for one in found:
        taken[one.start : one.end] = b"\x01" * (one.end - one.start)
    new = [one for one in added if not any(taken[one.start : one.end])]
    return sorted([*found, *new], key=lambda one: one.start)


def with_last(words: Words, found: list[Candidate]) -> list[Candidate]:
    """Add what closes a series of places without the word of a level: 东门街、湖滨路、马站底等."""
    ends = {one.end: one for one in found}
    starts = {one.start for one in found}
    new = []
    for match in RE_LAST.finditer(words.text):
        before = ends.get(match.start())
        start, end = match.span(1)
        name = match.group(1)
        if before is None or before.level in ("国", "省", "市") or words.ordinary(start, end):
            continue
        if name_score(name) < _ENOUGH or not starts.isdisjoint(range(start, end)):
            continue
        new.append(Candidate(start, end, name, name, before.level, before.parent))
    return sorted([*found, *new], key=lambda one: one.start) if new else found


def _from(found: list[Candidate], start: int) -> int:
    """Return the place of the first that begins at or after an offset."""
    return bisect_left(found, start, key=lambda one: one.start)


def _series(words: Words, end: int, level: str, found: list[Candidate]) -> list[Candidate]:
    """Go back name by name from the number that closes a series; none if it is no series."""
    text = words.text
    spans: list[tuple[int, int]] = []
    while len(spans) < _MOST:
        start = end
        while start > 0 and end - start <= LONGEST and is_han(text[start - 1]):
            start -= 1
        listed = start > 0 and text[start - 1] == "、"
        if not listed or end - start > LONGEST:
            break
        spans.append((start, end))
        end = start - 1
    if not spans or end == 0 or not is_han(text[end - 1]):
        return []
    first_near = _from(found, end - 4 * LONGEST)
    near = [one.end for one in found[first_near : first_near + 20] if one.end <= end]
    floor = max([*near, end - LONGEST - 1, 0])
    while any(not is_han(c) for c in text[floor:end]):
        floor += 1
    known = end in near
    if not known:
        after = floor in near
        first = find_beginning(words, floor, end, after_place=after)
        if first is None:
            return []
        spans.append((first.start, end))
    if min(name_score(text[start:stop]) for start, stop in spans) < 0:
        return []
    return [
        Candidate(start, stop, text[start:stop], text[start:stop] + level, level, None, True)
        for start, stop in reversed(spans)
    ]
