"""What may be a name in a text, with the evidence for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from helpers.extraction.people.names import follows, is_crossed, is_word, likeness, name_lengths
from helpers.extraction.people.offices import Office, read_office
from helpers.extraction.people.titles import ADDRESS, ENDINGS, RE_ADDRESS, RE_OFFICE_ADDRESS, TITLES
from helpers.extraction.people.weighing import (
    BOUNDARY,
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
#: What can stand right before a name: the end of a title, a mark, 岁的, 叫, 和 ….
_LEADS = LAST | BOUNDARY | frozenset("岁的叫和与及是由在对据让给名为")
_TITLE_FIRST = frozenset(title[0] for title in TITLES)
_ADDRESS_FIRST = frozenset(word[0] for word in ADDRESS)
SPACES = frozenset(" \u3000")
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


class Candidate(NamedTuple):
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
        behind = text[match.end() : match.end() + 1]
        address = RE_ADDRESS.match(text, match.end()) if behind in _ADDRESS_FIRST else None
        spaced = None
        if behind in SPACES and len(match[0]) == 1:
            spaced = RE_SPACED_NAME.match(text, start)
        names = [text[start : start + length] for length in name_lengths(text, start)]
        if address is None and spaced is None and _hopeless(text, start, names):
            continue
        office = office_before(text, start)
        left = weigh_before(text[max(0, start - 24) : start], office)
        left -= 2.0 if is_crossed(text, start) else 0.0
        if address is not None:
            yield _addressed(field, text, start, address, left, office)
        if spaced is not None:
            name = spaced[0][0] + spaced[0][-1]
            yield Candidate(field, start, spaced.end(), name, left + 1 + likeness(name), office)
            continue
        for rank, name in enumerate(names):
            end = start + len(name)
            if address is not None and address.end() >= end and address.start() < end:
                continue  # 王书记 is no name of three characters
            if left < 0 and likeness(name) < 0:
                continue
            if _begins_title(text, start + 1) or _begins_title(text, start + 2):
                continue  # 村干部任|小组长
            saying = weigh_saying(text, end)
            weight = left + saying + weigh_behind(text, start, end, rank)
            if left < INTRODUCED and not saying:
                weight -= weigh_unlike(text, name, end)
            yield Candidate(field, start, end, name, weight, office)


def _begins_title(text: str, at: int) -> bool:
    """Say whether a listed title begins at an offset."""
    if text[at : at + 1] not in _TITLE_FIRST:
        return False
    return any(text[at : at + size] in TITLES for size in (2, 3, 4))


def _hopeless(text: str, start: int, names: Sequence[str]) -> bool:
    """Say whether nothing speaks for a name: most surnames are characters of other words."""
    if not names:
        return True
    return start > 0 and text[start - 1] not in _LEADS and all(likeness(name) < 0 for name in names)


def _addressed(
    field: str,
    text: str,
    start: int,
    address: re.Match[str],
    left: float,
    office: Office | None,
) -> Candidate:
    """Weigh a surname with a form of address: 程先生, 竺阿婆."""
    end = address.end()
    name = text[start:end]
    weight = left + follows(text, end) / 2 + weigh_saying(text, end)
    weight += 0.75 if RE_OFFICE_ADDRESS.search(address[0]) else 2
    if name[0] in "和于时有相向从来都后通" or is_word(name):
        weight -= 2
    return Candidate(field, start, end, name, weight, office, named=False)


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
