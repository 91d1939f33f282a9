"""The same indicator of the same programme, told in two articles.

A figure that is printed again is consistent; one that has grown since is, too. What was done so
far cannot fall, what a project has from its beginning cannot shrink or come and go, and what is
said to have been added must be the difference. One pass over the corpus; what was told last is
kept by programme, unit and indicator.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from helpers.extraction.checks.model import Check, Verdict, agrees, number
from helpers.extraction.checks.told import Told, subjects, tell
from helpers.extraction.document import Document
from helpers.extraction.figures.figure import Figure
from helpers.extraction.initiatives.initiative import Initiative
from helpers.extraction.places.rows import PlaceName

#: What was added since another day, before its figure: 比9月22日多了39户, 又有8户.
RE_SINCE = re.compile(r"比[^，。；]{2,12}(?:增加|增长|新增|净增|多)了?$")
RE_ADDED = re.compile(r"(?:新增|又有|新上线的?|增加了?|又新增|净增)$")
#: A figure so much smaller or larger speaks of something else.
CLOSE = 0.75
#: So many digits do not come together by chance; with fewer, the same things must be counted.
TELLING = 3
LARGE = 20
RE_ARABIC = re.compile(r"\d")
#: So many tellings of one indicator are remembered besides the first, so that time is linear.
LATEST = 6


class Across(NamedTuple):
    """A check with the article of each of its figures; the first is the article that it is of."""

    check: Check
    articles: tuple[str, ...]


def find_across(
    documents: Sequence[Document],
    figures: Mapping[str, Sequence[Figure]],
    places: Mapping[str, Sequence[PlaceName]],
    initiatives: Sequence[Initiative],
) -> list[Across]:
    """Hold what articles tell of a programme against what earlier ones told.

    Args:
        documents: The articles of a corpus.
        figures: Their figures by article id.
        places: Their places by article id.
        initiatives: The programmes of the corpus.

    Returns:
        The checks in the order of time, each of the later article and naming both.
    """
    named = subjects(initiatives)
    ordered = sorted(
        (document for document in documents if document.article_id in named),
        key=lambda document: document.date or date.max,
    )
    memory = _Memory()
    out: list[Across] = []
    for document in ordered:
        own = document.article_id
        told = [*tell(document, figures.get(own, ()), places.get(own, ()), named[own])]
        out += _once(memory.compare(told))
        memory.keep(told)
    return out


class _Memory:
    """What was told so far: by its value, and by its indicator the day and the last."""

    def __init__(self) -> None:
        self.values: dict[tuple[object, ...], list[Told]] = {}
        self.told: dict[tuple[object, ...], list[Told]] = {}

    def keep(self, told: Sequence[Told]) -> None:
        """Remember an article; of an indicator told twice, the larger."""
        best: dict[tuple[object, ...], Told] = {}
        for one in told:
            same = self.values.setdefault(_value_key(one), [])
            del same[: -LATEST + 1]
            same.append(one)
            if _is_sure(one):
                key = _key(one)
                if key not in best or best[key].spot.value < one.spot.value:
                    best[key] = one
        for key, one in best.items():
            earlier = self.told.setdefault(key, [])
            del earlier[1 : -LATEST + 1]
            earlier.append(one)

    def compare(self, told: Sequence[Told]) -> Iterator[Across]:
        """Yield the checks of one article, the gravest first."""
        yield from (found for one in told if (found := self._changed(one)) is not None)
        for place, one in enumerate(told):
            yield from self._added(one, told[:place])
        yield from (found for one in told if (found := self._again(one)) is not None)

    def _again(self, one: Told) -> Across | None:
        """Return the last article that printed the figure."""
        for other in reversed(self.values.get(_value_key(one), ())):
            one_place = one.scope == other.scope or None in (one.scope, other.scope)
            if one_place and _same_thing(one, other):
                sign = "=" if one.figure.approx == other.figure.approx else "≈"
                return _across((one, other), sign, other.figure.text, "consistent")
        return None

    def _changed(self, one: Told) -> Across | None:
        """Return what became of the indicator since it was last told."""
        earlier = self.told.get(_key(one), []) if _is_sure(one) else []
        if not earlier or one.what is None:
            return None
        last, kind = earlier[-1], one.what[0]
        if kind == "whole":
            last = next(other for other in earlier if other.spot.value == last.spot.value)
        if last.spot.value == one.spot.value:
            return None
        close = agrees(one.spot, last.spot.value) or agrees(last.spot, one.spot.value)
        if close is not None and kind == "whole":
            return _across((one, last), "≈", last.figure.text, "rounded")
        if not (one.spot.plain and last.spot.plain):
            return None
        verdict = _verdict(one, last, [t.spot.value for t in earlier])
        if verdict is None:
            return None
        gap = number(one.spot.value - last.spot.value) + one.spot.unit
        return _across((one, last), "≠" if verdict == "inconsistent" else "→", gap, verdict)

    def _added(self, one: Told, before: Sequence[Told]) -> Iterator[Across]:
        """Yield what is said to have been added, held against the difference."""
        text = one.document.fields[one.figure.field]
        words = text[max(0, one.figure.start - 20) : one.figure.core_start]
        since = RE_SINCE.search(words) is not None
        if not one.spot.plain or not (since or RE_ADDED.search(words)):
            return
        for now in reversed(before):
            beside = (now.figure.field, now.spot.sentence) == (one.figure.field, one.spot.sentence)
            if not beside or now.spot.unit != one.spot.unit or not _is_sure(now):
                continue
            earlier = self.told.get(_key(now), [])
            day = one.as_of if since and one.days and one.days[-1][0] > now.figure.end else None
            for then in reversed(earlier):
                told_then = day is not None and then.as_of == day
                gap = now.spot.value - then.spot.value
                right = agrees(one.spot, gap)
                if right or (told_then and now.spot.plain and then.spot.plain):
                    computed = number(gap) + one.spot.unit
                    yield _across((one, now, then), "", computed, right or "inconsistent")
                    break
            return


def _value_key(told: Told) -> tuple[object, ...]:
    return told.subject, told.spot.unit, told.spot.value


def _key(told: Told) -> tuple[object, ...]:
    return told.subject, told.spot.unit, told.what, told.scope


def _is_sure(told: Told) -> bool:
    """Say whether a figure tells a known indicator as a whole, up to a day."""
    if told.what is None or told.part or told.running:
        return False
    return told.what[0] != "done" or told.as_of is not None or told.so_far


def _same_thing(one: Told, other: Told) -> bool:
    """Say whether two equal figures are one: by their digits, or by the things counted."""
    digits = f"{one.spot.value:.6f}".rstrip("0").replace(".", "").strip("0")
    telling = len(digits) >= TELLING
    if one.figure.kind == "percent":
        # 增长10.4% comes again by chance; a rate with its name does not.
        return telling and (one.what or other.what) is not None
    if one.part != other.part:
        return False
    if telling or (one.what is not None and one.what == other.what and one.spot.value >= LARGE):
        return True
    # 八项规定, 五项原则 are names rather than counts.
    counted = one.figure.kind == "count" and all(
        RE_ARABIC.search(t.figure.text) for t in (one, other)
    )
    if not counted or one.spot.value <= 1:
        return False
    return any(len(a.head) == 2 and a.head in b.words for a, b in ((one, other), (other, one)))


def _verdict(one: Told, last: Told, values: Sequence[float]) -> Verdict | None:
    """Judge a changed figure; None where nothing can be said."""
    assert one.what is not None
    low, high = sorted((one.spot.value, last.spot.value))
    near = low / high >= CLOSE and bool(one.towns & last.towns)
    same_day = one.as_of is not None and one.as_of == last.as_of
    if one.what[0] == "rate":
        return "inconsistent" if same_day and near else None
    if one.what[0] == "whole":
        if not near or one.named != last.named:
            return None
        if one.head and last.head and one.head != last.head:
            return None
        # What a project costs is estimated anew; the land and people that it touches stay.
        fell = one.spot.value < last.spot.value and one.what[1] != "investment"
        sure = same_day or fell or one.spot.value in values
        return "inconsistent" if sure else "incomplete"
    if one.spot.value > last.spot.value and not same_day:
        ordered = one.as_of is None or last.as_of is None or one.as_of > last.as_of
        return "consistent" if ordered else None
    if same_day or (one.as_of is not None and last.as_of is not None and one.as_of > last.as_of):
        return "inconsistent" if near else None
    return None


def _across(told: tuple[Told, ...], sign: str, computed: str, verdict: Verdict) -> Across:
    """Make the check of figures of two articles, the later first."""
    shown = [f"{t.figure.text}（{t.document.article_id}）" for t in told]
    if len(told) == 3:
        statement = f"{shown[1]} − {shown[2]} = {computed}"
    elif sign == "→":
        statement = f"{shown[1]} → {shown[0]}"
    else:
        statement = f"{shown[0]} {sign} {shown[1]}"
    figures = tuple(t.figure for t in told)
    check = Check("across", figures, statement, computed, told[0].figure.text, verdict)
    return Across(check, tuple(t.document.article_id for t in told))


def _once(found: Iterator[Across]) -> Iterator[Across]:
    """Leave out the same figure, or its like in a headline, set against the same once more."""
    seen: set[tuple[object, ...]] = set()
    for one in found:
        first, *_ = one.check.figures
        last = one.check.figures[-1]
        key = (len(one.articles), first.value, first.unit, one.articles[-1], last.value)
        if key not in seen:
            seen.add(key)
            yield one
