"""Percentages: part of whole, change from before to after, shares that make a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from helpers.extraction.checks.model import Check, Spot, Verdict, agrees, decimals, number

#: How many sentences before and behind a percentage its figures are looked for.
REACH = 3
#: Words that make a percentage a change.
RE_LESS = re.compile(r"减少|下降|降低|缩短|压缩|降幅|减幅|少了|降了|减了|下滑|回落|缩减")
RE_MORE = re.compile(r"增长|增加|提高|上升|增幅|多了|涨|提升|扩大")
#: Words that tie a percentage to the count right before it: 12户，占30%.
RE_TIED = re.compile(
    r"^[，、]?(?:占(?:总[数量]的?|总户数的?|全部的?|其中的?|比)?(?:为|达|近|约)?|[^，。；]{0,4}率(?:为|达到?|近)?)$"
)
#: Words that call a percentage a rate or a share.
RE_SHARE = re.compile(r"率|占|比例|比重|达")
#: Sentences that the whole of a percentage with decimals may be away.
FAR = 12
#: So far off, in points, is no matter of rounding.
OFF = 1.5
#: A whole, in per cent; the distance of figures that stand in two fields.
WHOLE, _OTHER_FIELD = 100, 99


def find_ratios(fields: Mapping[str, str], spots: Sequence[Spot]) -> Iterator[Check]:
    """Yield the checks of percentages against the counts around them."""
    percents = [s for s in spots if s.kind == "percent" and s.unit == "%"]
    if not percents:
        return
    amounts = [s for s in spots if s.amount and s.value > 0]
    for spot in percents:
        check = _part_of_whole(fields, spot, amounts) or _tied(fields, spot, amounts)
        if check is not None:
            yield check


def _part_of_whole(fields: Mapping[str, str], spot: Spot, amounts: Sequence[Spot]) -> Check | None:
    """Find the two counts that give a percentage, the nearest first.

    One of them must stand beside the percentage; the other may be further off if the percentage
    has decimals, which few pairs give by chance, or is called a rate or a share.
    """
    headline = spot.field != "text"
    text = fields[spot.field]
    start, end = spot.figure.start, spot.figure.end
    exact = decimals(spot.figure.text) > 0
    if headline:
        near = [(a, _OTHER_FIELD) for a in amounts if a.plain and a.field == "text"]
        beside = _OTHER_FIELD
    else:
        share = RE_SHARE.search(text, max(0, start - 10), end + 8)
        reach = FAR if exact else REACH if share else 1
        near = [(a, apart) for a in amounts if (apart := _distance(a, spot)) <= reach]
        beside = 1 if exact else 0
    around = text[max(0, start - 12) : end + 6]
    change = RE_LESS.search(around) is not None, RE_MORE.search(around) is not None
    # Only figures of one measure can be part and whole.
    alike: dict[str, list[tuple[Spot, int]]] = {}
    for one, away in near:
        alike.setdefault(one.measure, []).append((one, away))
    best: tuple[tuple[int, int], Check] | None = None
    for one, away in near:
        others = alike[one.measure]
        del others[0]
        for other, further in others:
            if one.value == other.value or (away > beside and further > beside):
                continue
            part, whole = (one, other) if one.value < other.value else (other, one)
            found = _judge(spot, part, whole, one, change)
            if found is None:
                continue
            rank = (away + further, abs(one.sentence - other.sentence))
            if best is None or rank < best[0]:
                best = (rank, found)
    return best[1] if best is not None else None


def find_whole_numbers(fields: Mapping[str, str], spots: Sequence[Spot]) -> Iterator[Check]:
    """Yield rates of a small number whose part is not printed: 56户, 缴费率82%.

    Some whole number of the base must give the rate to the digits printed (Brown and Heathers
    2017, The GRIM test, Social Psychological and Personality Science 8). Which base is meant is
    not sure, so a rate that none gives is passed over.
    """
    percents = [s for s in spots if s.kind == "percent" and s.plain and 0 < s.value < WHOLE]
    if not percents:
        return
    counts = [s for s in spots if s.kind == "count" and s.plain and 10 <= s.value <= 1000]
    for spot in percents:
        text = fields[spot.field]
        if "率" not in text[max(0, spot.figure.start - 6) : spot.figure.start]:
            continue
        near = [c for c in counts if _distance(c, spot) <= 1 and c.figure.end <= spot.figure.start]
        if len({c.value for c in near}) != 1:
            continue
        base = near[-1]
        part = round(spot.value * base.value / 100)
        share = 100 * part / base.value
        if agrees(spot, share) is not None:
            statement = f"{part} ÷ {base.figure.text} = {number(share)}%"
            yield _check(spot, (base,), statement, share, "rounded")


def _judge(
    spot: Spot, part: Spot, whole: Spot, first: Spot, change: tuple[bool, bool]
) -> Check | None:
    """Compare a percentage with part of whole, or with the change between the two.

    Args:
        spot: The percentage.
        part: The smaller count.
        whole: The larger one.
        first: That of them which is printed first.
        change: Whether the words around speak of a decrease, of an increase.
    """
    share = 100 * part.value / whole.value
    ways: list[tuple[float, Spot | None]] = [(share, None)]
    if change[0] and first is whole:
        ways.insert(0, (100 - share, whole))
    if change[1] and first is part:
        ways.insert(0, (100 * (whole.value - part.value) / part.value, part))
    for computed, base in ways:
        verdict = agrees(spot, computed)
        if verdict is not None and not (verdict == "rounded" and not part.plain):
            statement = (
                f"{part.figure.text} ÷ {whole.figure.text} = {number(computed)}%"
                if base is None
                else _change(whole, part, base, computed)
            )
            return _check(spot, (part, whole), statement, computed, verdict)
    return None


def _tied(fields: Mapping[str, str], spot: Spot, amounts: Sequence[Spot]) -> Check | None:
    """Contradict a percentage that is printed as the share of the very count before it."""
    figure = spot.figure
    text = fields[figure.field]
    if not spot.plain:
        return None
    # No two fields share the number of a sentence.
    before = [a for a in amounts if a.sentence == spot.sentence and a.figure.end <= figure.start]
    if len(before) < 2:
        return None
    part = before[-1]
    wholes = [a for a in before[:-1] if a.unit == part.unit and a.value > part.value]
    if len(wholes) != 1 or not (part.plain and wholes[0].plain):
        return None
    if RE_TIED.match(text[part.figure.end : figure.start]) is None:
        return None
    between = text[wholes[0].figure.end : part.figure.start]
    if "其中" not in between and "中" not in between[:4]:
        return None
    computed = 100 * part.value / wholes[0].value
    if min(abs(computed - spot.value), abs(100 - computed - spot.value)) <= OFF:
        return None
    statement = f"{part.figure.text} ÷ {wholes[0].figure.text} = {number(computed)}%"
    return _check(spot, (part, wholes[0]), statement, computed, "inconsistent")


def find_wholes(spots: Sequence[Spot]) -> Iterator[Check]:
    """Yield neighbouring shares of one sentence that make a hundred."""
    shares = [s for s in spots if s.kind == "percent" and s.figure.unit == "%" and s.plain]
    at = 0
    while at < len(shares):
        for size in (2, 3, 4, 5):
            group = shares[at : at + size]
            total = sum(s.value for s in group)
            near = len(group) == size and group[-1].sentence - group[0].sentence <= 1
            if near and abs(total - 100) < 0.051 * size and all(s.value < 100 for s in group):
                statement = " + ".join(s.figure.text for s in group) + f" = {number(total)}%"
                figures = tuple(s.figure for s in group)
                yield Check("shares", figures, statement, f"{number(total)}%", "100%", "consistent")
                at += size - 1
                break
        at += 1


def _change(after: Spot, part: Spot, base: Spot, change: float) -> str:
    larger, smaller = after.figure.text, part.figure.text
    return f"（{larger} − {smaller}）÷ {base.figure.text} = {number(change)}%"


def _check(
    spot: Spot, others: Sequence[Spot], statement: str, computed: float, verdict: Verdict
) -> Check:
    figures = (spot.figure, *(o.figure for o in others))
    return Check("ratio", figures, statement, f"{number(computed)}%", spot.figure.text, verdict)


def _distance(one: Spot, other: Spot) -> int:
    """Count the sentences between two figures; another paragraph is one more."""
    if one.field != other.field:
        return _OTHER_FIELD
    apart = abs(one.sentence - other.sentence)
    return apart + (one.paragraph != other.paragraph)
