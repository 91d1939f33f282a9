"""What may be a name in a text, with the evidence for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from helpers.extraction.people.names import follows, is_crossed, is_word, likeness, name_lengths
from helpers.extraction.people.offices import Office, read_office
from helpers.extraction.people.titles import ENDINGS, RE_ADDRESS, RE_OFFICE_ADDRESS, TITLES
from helpers.extraction.people.weighing import (
    weigh_before,
    weigh_behind,
    weigh_saying,
    weigh_unlike,
)
from helpers.parsing.surnames import COMPOUND, SINGLE

#: From this weight of what stands before it on, a name is introduced.
INTRODUCED = 2.0
#: A name of two characters set apart to the width of three: 王　甲.
RE_SPACED_NAME = re.compile(r"[\u4e00-\u9fff][ \u3000]+[\u4e00-\u9fff](?![\u4e00-\u9fff])")
#: Last characters of the words that can stand before a name.
LAST = frozenset(title[-1] for title in TITLES) | frozenset(ENDINGS) | {"人"}
RE_SURNAME = re.compile(f"{'|'.join(sorted(COMPOUND))}|[{''.join(sorted(SINGLE))}]")
#: Who signs is no person of the text: （记者 甲乙 摄）.
RE_SIGNED = re.compile(
    r"(?:记者|通讯员|实习生|摄影|摄|图|文)[ \u3000:：/]*"
    r"(?:[\u4e00-\u9fff]{2,3}[ \u3000、])*[\u4e00-\u9fff]{2,3}"
)
#: Without one of these nobody signs.
SIGNING = ("记者", "通讯员", "实习生", "摄", "图", "文", "（")
#: A list of signers in brackets: （甲乙丙 丁戊己）.
RE_SIGNERS = re.compile(
    r"（[ \u3000]*[\u4e00-\u9fff]{1,4}(?:[ \u3000]+[\u4e00-\u9fff]{1,4}){0,5}[ \u3000]*"
    r"(?:摄|文|图|/){0,3}）(?=\n|$)"
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name that may stand at a place, what speaks for it, and the office before it."""

    field: str
    start: int
    end: int
    name: str
    weight: float
    office: Office | None
    named: bool = True


def find_candidates(field: str, text: str) -> Iterator[Candidate]:
    """Yield what may be a name, with what speaks for it."""
    skipped = _signed(text)
    for match in RE_SURNAME.finditer(text):
        start = match.start()
        if start in skipped:
            continue
        lengths = name_lengths(text, start)
        address = RE_ADDRESS.match(text, match.end())
        spaced = RE_SPACED_NAME.match(text, start) if len(match[0]) == 1 else None
        if not lengths and address is None and spaced is None:
            continue
        before = text[max(0, start - 24) : start]
        office = office_before(text, start)
        left = weigh_before(before, office) - (2.0 if is_crossed(text, start) else 0.0)
        if address is not None:
            end = address.end()
            weight = left + follows(text, end) / 2 + weigh_saying(text, end)
            weight += 0.75 if RE_OFFICE_ADDRESS.search(address[0]) else 2
            if match[0] in "和于时有相向从来都后通" or is_word(text[start:end]):
                weight -= 2
            yield Candidate(field, start, end, text[start:end], weight, office, named=False)
        if spaced is not None:
            name = spaced[0][0] + spaced[0][-1]
            yield Candidate(field, start, spaced.end(), name, left + 1 + likeness(name), office)
            continue
        for rank, length in enumerate(lengths):
            end = start + length
            name = text[start:end]
            if address is not None and address.end() >= end and address.start() < end:
                continue  # 王书记 is no name of three characters
            if left < 0 and likeness(name) < 0:
                continue  # nothing speaks for it: most characters that are surnames are other words
            if any(text[start + i : start + i + n] in TITLES for i in (1, 2) for n in (2, 3, 4)):
                continue  # 村干部任|小组长
            weight = left + weigh_behind(text, start, end, rank)
            if left < INTRODUCED and not weigh_saying(text, end):
                weight -= weigh_unlike(text, name, end)
            yield Candidate(field, start, end, name, weight, office)


def _signed(text: str) -> frozenset[int]:
    """Return the offsets at which a byline inside a text names people."""
    if not any(word in text for word in SIGNING):
        return frozenset()
    spans = [m.span() for pattern in (RE_SIGNED, RE_SIGNERS) for m in pattern.finditer(text)]
    return frozenset(at for span in spans for at in range(*span))


def office_before(text: str, start: int) -> Office | None:
    """Read the office before a name, if the character before it can end one."""
    last = text[start - 1 : start]
    if last in " \u3000" and last:
        last = text[:start].rstrip(" \u3000")[-1:]
    return read_office(text, start) if last and last in LAST else None
