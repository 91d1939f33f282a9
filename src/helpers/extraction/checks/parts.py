"""What a text leaves to the reader: a share that is not printed, the time between two dates."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from itertools import pairwise

from helpers.extraction.checks.model import RE_SENTENCE, Check, Spot, number
from helpers.extraction.figures.figure import Figure

#: Between two counts of the same thing: how many of them were done.
RE_DONE = re.compile(
    r"其中|已|完成|办结|解决|化解|签约|签订|修复|建成|投用|启用|封顶|搬迁|处置|整改|落实|回访|答复|达标|合格|通过"
)
RE_BEGUN = re.compile(
    r"启动|开工|开始|动工|起(?!来)|以来|开展|成立|立项|奠基|上线|试点|率先|进场|试行"
)
RE_ENDED = re.compile(r"完成|封顶|竣工|完工|投用|交付|建成|结束|截至|开通|验收|签约|办结|收官|统计")

#: An ISO date to the day has so many characters.
EXACT = 10
#: Fewer days than this are found by chance; sentences that the dates may be away.
LEAST, NEAR = 2, 6


def find_parts(fields: Mapping[str, str], spots: Sequence[Spot]) -> Iterator[Check]:
    """Yield pairs of counts of one sentence of which the second is a part of the first.

    The text prints no share, so the check is incomplete: it shows the share that follows.
    """
    body = [s for s in spots if s.amount and s.value > 0]
    for one, other in pairwise(body):
        if one.field != other.field or one.sentence != other.sentence:
            continue
        if one.unit != other.unit or not one.unit or other.value >= one.value or one.value < 5:
            continue
        between = fields[one.field][one.figure.end : other.figure.start]
        if len(between) > 24 or RE_DONE.search(between) is None:
            continue
        share = 100 * other.value / one.value
        yield Check(
            "part",
            (other.figure, one.figure),
            f"{other.figure.text} ÷ {one.figure.text} = {number(share)}%",
            f"{number(share)}%",
            other.figure.text,
            "incomplete",
        )


def find_dates(fields: Mapping[str, str], spots: Sequence[Spot]) -> Iterator[Check]:
    """Yield beginnings and ends of one paragraph in their order: 10月开工, 次年10月封顶."""
    times = [s for s in spots if s.kind in ("date", "period") and s.figure.first]
    for place, one in enumerate(times):
        begun = _clause(fields, one)
        if RE_BEGUN.search(begun) is None:
            continue
        for other in times[place + 1 : place + 5]:
            if other.paragraph - one.paragraph > 1 or other.field != one.field:
                break
            first, last = _day(one.figure.first), _day(other.figure.last or other.figure.first)
            if first is None or last is None or RE_ENDED.search(_clause(fields, other)) is None:
                continue
            if first <= last:
                yield Check(
                    "dates",
                    (one.figure, other.figure),
                    f"{one.figure.first} ≤ {other.figure.last or other.figure.first}",
                    f"{(last - first).days}天",
                    other.figure.text,
                    "consistent",
                )
                break


def find_chronology(spots: Sequence[Spot], issued: date | None) -> Iterator[Check]:
    """Yield the days that an article tells of, held against the day of the issue.

    What is told as done cannot lie after it; other later days are plans, and left out.
    """
    if issued is None:
        return
    days = [
        (s, day)
        for s in spots
        if s.kind in ("date", "period") and (day := _day(s.figure.first)) is not None
    ]
    if not days:
        return
    late = [
        (s, day)
        for s, day in days
        if day > issued and s.figure.status == "done" and s.figure.text.endswith(("日", "号"))
    ]
    past = [(s, day) for s, day in days if day <= issued]
    for told, sign, verdict in ((past, "≤", "consistent"), (late, ">", "incomplete")):
        figures = tuple(dict.fromkeys(s.figure for s, _ in told))
        if len(figures) < (2 if told is past else 1):
            continue
        latest = max(day for _, day in told).isoformat()
        statement = f"{latest} {sign} {issued.isoformat()}"
        yield Check(
            "dates",
            figures,
            statement,
            latest,
            issued.isoformat(),
            "consistent" if verdict == "consistent" else "incomplete",
        )


def find_baseless(
    fields: Mapping[str, str], spots: Sequence[Spot], checked: Collection[Figure]
) -> Iterator[Check]:
    """Yield percentages that nothing printed allows to compute again, with the counts beside."""
    for spot in spots:
        figure = spot.figure
        if figure.kind != "percent" or figure.unit != "%" or figure in checked:
            continue
        beside = [
            s.figure
            for s in spots
            if s.sentence == spot.sentence and s.kind == "count" and s.field == figure.field
        ]
        figures = (figure, *beside[:3])
        yield Check("baseless", figures, figure.text, "—", figure.text, "incomplete")


def find_spans(spots: Sequence[Spot]) -> Iterator[Check]:
    """Yield durations in days with the two dates that they lie between: 7月9日至9月19日共72天."""
    spans = [s for s in spots if s.kind == "duration" and s.value >= LEAST]
    spans = [s for s in spans if s.unit in ("天", "日")]
    if not spans:
        return
    days = [
        (s, day)
        for s in spots
        if s.kind in ("date", "period")
        for day in (_day(s.figure.first), _day(s.figure.last))
        if day is not None and len(s.figure.first or "") == EXACT
    ]
    for spot in spans:
        near = [(s, day) for s, day in days if abs(s.sentence - spot.sentence) <= NEAR]
        found = next(
            (
                (one, other, (last - first).days)
                for one, first in near
                for other, last in near
                if (last - first).days in (spot.value, spot.value - 1)
            ),
            None,
        )
        if found is not None:
            one, other, apart = found
            figures = tuple(dict.fromkeys((spot.figure, one.figure, other.figure)))
            statement = f"{one.figure.text}—{other.figure.text} = {apart}天"
            yield Check("dates", figures, statement, f"{apart}天", spot.figure.text, "consistent")


def _clause(fields: Mapping[str, str], spot: Spot) -> str:
    """Return what is said right after a date, to the end of its clause."""
    start, end = spot.figure.start, spot.figure.end
    return RE_SENTENCE.split(fields[spot.field][start : end + 16], maxsplit=1)[0]


@lru_cache(maxsize=10_000)
def _day(printed: str | None) -> date | None:
    """Return the first day of an ISO date of any exactness; None for quarters and times."""
    try:
        parts = [int(part) for part in (printed or "").split("-")]
        return date(parts[0], *(parts[1:] or [1])[:1], *(parts[2:] or [1])[:1])
    except (ValueError, TypeError):
        return None
