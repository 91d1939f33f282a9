"""What may be a name in a text, with the evidence for it."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from helpers.extraction.people.names import (
    COMPOUND_SECOND,
    NEVER_GIVEN,
    follows,
    is_crossed,
    is_word,
    likely_given,
    likeness,
    may_be_given,
    name_lengths,
)
from helpers.extraction.people.offices import Office, read_office
from helpers.extraction.people.outlook import MOST_BEHIND, Prospects, best_promise, promise
from helpers.extraction.people.titles import ADDRESS, ENDINGS, RE_ADDRESS, RE_OFFICE_ADDRESS, TITLES
from helpers.extraction.people.weighing import (
    BOUNDARY,
    JOINING,
    weigh_before,
    weigh_behind,
    weigh_saying,
    weigh_unlike,
)
from helpers.extraction.scan import any_character, none_of
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
#: What before a name tells more than how well one can begin there: titles, 名叫, 岁的, a new line.
_TELLING = LAST | SPACES | frozenset("叫做作是：名岁的\n")
#: The most that the character before a name can say for it, with all that it may end, beside
#: which it is `PLAIN` that nothing leads to a name.
PLAIN = -1.0
MOST_BEFORE = (
    dict.fromkeys(JOINING, 0.25)
    | dict.fromkeys(BOUNDARY | {""}, 1.0)
    | dict.fromkeys(LAST | _TELLING, 4.0)
)
#: The weight of what is no name, whatever else speaks for it.
NEVER = -math.inf
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
    """A name that may stand at a place, what speaks for it, and the office before it.

    One that nothing can make a name has the weight `NEVER`; it has been judged by a glance, and
    only `candidates_at` says whether it counts where the same name stands elsewhere.
    """

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
    prospects = Prospects(text)
    done = 0
    for match in _beginning().finditer(text):
        start = match.start()
        if start < done:
            continue
        second = text[start + 1]
        if second in COMPOUND_SECOND and text[start : start + 2] in COMPOUND:
            done = start + 2
            if start not in skipped:
                yield from candidates_at(field, text, start)
            continue
        if start in skipped or text[start] not in SINGLE:
            continue
        if second in SPACES or (second in _ADDRESS_FIRST and RE_ADDRESS.match(text, start + 1)):
            yield from candidates_at(field, text, start)
            continue
        if not "\u4e00" <= second <= "\u9fff" or second in NEVER_GIVEN:
            continue
        left = MOST_BEFORE.get(text[start - 1 : start], PLAIN)
        best = best_promise(text[start : start + 3]) + left
        if best >= 0 or (best >= -MOST_BEHIND and prospects.any_at(start, left)):
            left, office = _left(text, start)
            if prospects.any_at(start, left):
                yield from _weighed(field, text, start, left, office, prospects)
                continue
        if may_be_given(text[start + 2 : start + 3]):
            yield Candidate(field, start, start + 3, text[start : start + 3], NEVER, None)


def candidates_at(field: str, text: str, start: int) -> Iterator[Candidate]:
    """Yield what may be a name where a surname stands, weighed without a glance before."""
    return _weighed(field, text, start, *_left(text, start))


def _weighed(
    field: str,
    text: str,
    start: int,
    left: float,
    office: Office | None,
    prospects: Prospects | None = None,
) -> Iterator[Candidate]:
    """Weigh what may be a name where a surname stands.

    Args:
        field: The field.
        text: Its text.
        start: Where the surname stands.
        left: What speaks for a name before it.
        office: The office before it.
        prospects: Those of the text, to leave names without any unweighed; None weighs all.
    """
    size = 2 if text[start : start + 2] in COMPOUND else 1
    behind = text[start + size : start + size + 1]
    address = RE_ADDRESS.match(text, start + size) if behind in _ADDRESS_FIRST else None
    spaced = RE_SPACED_NAME.match(text, start) if behind in SPACES and size == 1 else None
    names = name_lengths(text, start)
    if address is None and spaced is None and _hopeless(text, start, names):
        return
    if address is not None:
        yield _addressed(field, text, start, address, left, office)
    if spaced is not None:
        name = spaced[0][0] + spaced[0][-1]
        yield Candidate(field, start, spaced.end(), name, left + 1 + likeness(name), office)
        return
    if _begins_title(text, start + 1) or _begins_title(text, start + 2):
        return  # 村干部任|小组长
    for rank, (length, fits) in enumerate(names):
        end = start + length
        if address is not None and address.end() >= end and address.start() < end:
            continue  # 王书记 is no name of three characters
        name = text[start:end]
        if (left < 0 and likeness(name) < 0) or text.startswith("嘎查", end - 1):
            continue  # 巴彦|嘎查 is a village
        if prospects is not None and promise(name) + left + prospects.behind(end) < 0:
            if length > 2:
                yield Candidate(field, start, end, name, NEVER, office)
            continue
        saying = weigh_saying(text, end)
        weight = left + saying + weigh_behind(text, start, end, rank, fits)
        if left < INTRODUCED and not saying:
            weight -= weigh_unlike(text, name, end)
        yield Candidate(field, start, end, name, weight, office)


@cache
def _beginning() -> re.Pattern[str]:
    """Return what finds the surnames behind which a name can go on.

    Most surnames are characters of other words: where nothing that leads to a name stands before
    one, it is passed over if no likely name begins with it and the character behind it.
    """
    others = any_character(_ADDRESS_FIRST | SPACES | COMPOUND_SECOND)
    given = any_character(c for c in map(chr, range(0x4E00, 0xA000)) if may_be_given(c))
    return re.compile(
        any_character(SINGLE | {surname[0] for surname in COMPOUND})
        + f"(?:(?={others})|(?<!{none_of(_LEADS)}.)(?={given})|(?={likely_given()}))"
    )


def _left(text: str, start: int) -> tuple[float, Office | None]:
    """Weigh what stands before a name, and read the office that does."""
    before = text[start - 1 : start]
    office = None
    if before in _TELLING or not before:
        office = office_before(text, start)
        weight = weigh_before(text[max(0, start - 24) : start], office)
    else:
        weight = MOST_BEFORE.get(before, PLAIN)
    return (weight - 2.0 if is_crossed(text, start) else weight), office


def _begins_title(text: str, at: int) -> bool:
    """Say whether a listed title begins at an offset."""
    if text[at : at + 1] not in _TITLE_FIRST:
        return False
    return any(text[at : at + size] in TITLES for size in (2, 3, 4))


def _hopeless(text: str, start: int, names: Sequence[tuple[int, int]]) -> bool:
    """Say whether nothing speaks for a name: most surnames are characters of other words."""
    if not names:
        return True
    if start == 0 or text[start - 1] in _LEADS:
        return False
    return all(likeness(text[start : start + length]) < 0 for length, _ in names)


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
