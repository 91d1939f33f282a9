"""Sums, differences and products of the figures of one passage."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from helpers.extraction.checks.model import Check, Spot, Verdict, agrees, number

#: Parts of a sum at most, and sentences that a sum may reach over.
PARTS, REACH = 6, 3
#: So many counts of one sentence are a list.
LISTED = 3
#: What makes a difference of the smaller of three: 其余16条, 高出1.5个百分点.
RE_REST = re.compile(
    r"剩|其余|余下|另有?|未|没|尚|还[有差空]|空着|减少|增加|缩短|压缩|高出|低|相差|新增|多|少|下降|提高|省|跌|涨|比|不足|缺"
)
#: … said so clearly that the two others may stand anywhere in the article.
RE_LEFT = re.compile(r"只剩|还剩|剩下|剩余|其余|余下")
#: What makes a figure a mean of two others.
RE_MEAN = re.compile(r"平均|人均|户均|日均|亩均|均|每[^，。；\d]{0,6}$")
LEAST_MEAN = 2
RE_PER = re.compile(r"^(?P<of>.+)/(?P<per>.+)$")
#: Units that count the same things.
SAME = ({"户", "家"}, {"名", "人", "位", "口"}, {"个", "座", "处", "只"}, {"副", "名", "个"})


def find_sums(spots: Sequence[Spot]) -> Iterator[Check]:
    """Yield totals that the figures right behind or right before them add up to."""
    groups: dict[str, list[Spot]] = {spot.unit: [] for spot in spots}
    for spot in spots:
        if spot.amount and spot.plain and spot.field == "text":
            groups[spot.unit].append(spot)
    for body in groups.values():
        if len(body) < LISTED:
            continue
        found = [
            check for place, total in enumerate(body) for check in _sum_beside(body, place, total)
        ]
        yield from found
        summed = {figure for check in found for figure in check.figures}
        left = [s for s in body if s.figure not in summed] if summed else body
        yield from _without_total(left)


def _without_total(group: Sequence[Spot]) -> Iterator[Check]:
    """Yield three or more counts of one sentence whose total is not printed."""
    for _, found in groupby(group, key=lambda s: (s.sentence, s.kind)):
        parts = list(found)
        if len(parts) < LISTED or parts[0].figure.kind != "count":
            continue
        total = number(sum(p.value for p in parts)) + parts[0].unit
        statement = " + ".join(p.figure.text for p in parts) + f" = {total}"
        figures = tuple(p.figure for p in parts)
        yield Check("sum", figures, statement, total, "—", "incomplete")


def _sum_beside(group: Sequence[Spot], place: int, total: Spot) -> Iterator[Check]:
    """Yield what a total is the sum of: the two figures or more behind it, or before it."""
    if total.value < 2:
        return  # small numbers add up by chance
    behind = group[place + 1 : place + 1 + PARTS]
    before = group[max(0, place - PARTS) : place]
    most = PARTS if total.value >= 5 else 2
    sizes = _reaching(total, behind, most), _reaching(total, before[::-1], most)
    for size in sorted({*sizes[0], *sizes[1]}):
        for parts, there in ((behind[:size], sizes[0]), (before[-size:], sizes[1])):
            summed = sum(p.value for p in parts)
            if size in there and abs(summed - total.value) <= 1e-6 * max(1.0, summed):
                statement = " + ".join(p.figure.text for p in parts) + f" = {number(summed)}"
                yield Check(
                    "sum",
                    (total.figure, *(p.figure for p in parts)),
                    statement + total.unit,
                    number(summed) + total.unit,
                    total.figure.text,
                    "consistent",
                )
                return


def _reaching(total: Spot, parts: Sequence[Spot], most: int) -> list[int]:
    """Return how many of the figures from a total on come about to it, `most` at most."""
    sizes = []
    summed = 0.0
    for size, part in enumerate(parts[:most], start=1):
        if part.value <= 0 or abs(part.sentence - total.sentence) > REACH:
            break
        summed += part.value
        # Roughly: fractions add up to the last digit in one order only.
        if summed > total.value * 1.001:
            break
        if size > 1 and summed >= total.value * 0.999:
            sizes.append(size)
    return sizes


def find_differences(fields: Mapping[str, str], spots: Sequence[Spot]) -> Iterator[Check]:
    """Yield figures that are said to be what is left, or how much more or less: 其余16条."""
    plain = [s for s in spots if s.plain and (s.amount or s.kind == "percent")]
    for spot in plain:
        if spot.value <= 0:
            continue
        text = fields[spot.field]
        start, end = spot.figure.start, spot.figure.end
        words = text[max(0, start - 8) : start] + text[end : end + 4]
        if RE_REST.search(words) is None:
            continue
        unit = spot.measure.replace("个百分点", "%").replace("百分点", "%")
        strong = spot.value >= 100 or RE_LEFT.search(text, max(0, start - 8), start) is not None
        near = [
            s
            for s in plain
            if s.measure == unit
            and s is not spot
            and s.field == spot.field
            and (strong or abs(s.sentence - spot.sentence) <= REACH)
        ]
        check = _difference(spot, near)
        if check is not None:
            yield check


def _difference(spot: Spot, near: Sequence[Spot]) -> Check | None:
    best: tuple[int, Check] | None = None
    for one in near:
        for other in near:
            if one.value <= other.value or abs(one.value - other.value - spot.value) > 1e-6 * max(
                1.0, one.value
            ):
                continue
            if other.value == spot.value and other.figure.text == spot.figure.text:
                continue
            apart = abs(one.figure.start - spot.figure.start) + abs(
                other.figure.start - spot.figure.start
            )
            left = one.value - other.value
            statement = f"{one.figure.text} − {other.figure.text} = {number(left)}{spot.unit}"
            found = Check(
                "difference",
                (spot.figure, one.figure, other.figure),
                statement,
                number(left) + spot.unit,
                spot.figure.text,
                "consistent",
            )
            if best is None or apart < best[0]:
                best = (apart, found)
    return best[1] if best is not None else None


def find_products(spots: Sequence[Spot]) -> Iterator[Check]:
    """Yield what a rate and a count give: 420亩 × 每亩380元 = 15.96万元."""
    rates = [
        (s, m)
        for s in spots
        if "/" in s.unit and s.value > 0 and (m := RE_PER.match(s.unit)) is not None
    ]
    for rate, match in rates:
        near = [
            s
            for s in spots
            if s is not rate and s.value > 0 and abs(s.sentence - rate.sentence) <= 2 * REACH
        ]
        counts = [s for s in near if _counts(s, match["per"]) and s.amount]
        totals = [s for s in near if _same(s.unit, match["of"]) and s.amount]
        for count in counts:
            found = _product(rate, count, [t for t in totals if t is not count])
            if found is not None:
                yield found


def _counts(spot: Spot, per: str) -> bool:
    """Say whether a figure counts what a rate is for: 9个小组 for 每组6人."""
    return _same(spot.unit, per) or (spot.unit == "个" and per in (spot.figure.of or ""))


def find_means(fields: Mapping[str, str], spots: Sequence[Spot]) -> Iterator[Check]:
    """Yield figures that are the mean of two others: 2112份, 16天, 平均每天132份."""
    for spot in spots:
        if not spot.value >= LEAST_MEAN:
            continue
        text = fields[spot.field]
        lead = text[max(0, spot.figure.start - 10) : spot.figure.start] + spot.figure.text[:1]
        if ("均" not in lead and "每" not in lead) or RE_MEAN.search(lead) is None:
            continue
        near = [
            s
            for s in spots
            if s is not spot
            and s.plain
            and s.value > 1
            and s.amount
            and abs(s.sentence - spot.sentence) <= REACH
        ]
        for total in near:
            if total.measure != spot.measure or total.value <= spot.value:
                continue
            for count in near:
                if count.measure == spot.measure or count.value >= total.value:
                    continue
                verdict = agrees(spot, total.value / count.value)
                if verdict == "consistent":
                    mean = number(total.value / count.value)
                    yield Check(
                        "mean",
                        (spot.figure, total.figure, count.figure),
                        f"{total.figure.text} ÷ {count.figure.text} = {mean}{spot.measure}",
                        mean + spot.measure,
                        spot.figure.text,
                        "consistent",
                    )
                    break


def _product(rate: Spot, count: Spot, totals: Sequence[Spot]) -> Check | None:
    if count.value < 2:
        return None
    computed = rate.value * count.value
    for total in totals:
        if total.value in (rate.value, count.value):
            continue
        verdict: Verdict | None = agrees(total, computed, scale=_scale(total))
        if verdict is None and not (rate.plain and count.plain):
            verdict = "consistent" if abs(computed / total.value - 1) <= 0.05 else None
        if verdict is not None:
            statement = f"{count.figure.text} × {rate.figure.text} = {number(computed)}{total.unit}"
            return Check(
                "product",
                (total.figure, count.figure, rate.figure),
                statement,
                number(computed) + total.unit,
                total.figure.text,
                verdict,
            )
    return None


def _scale(spot: Spot) -> float:
    """Return what the last printed digit before a scale counts for: 15.96万元 => 10,000."""
    text = spot.figure.text
    return 1e8 if "亿" in text else 1e4 if "万" in text else 1.0


def _same(one: str, other: str) -> bool:
    """Say whether two units count the same things."""
    return bool(one) and (one == other or any({one, other} <= group for group in SAME))
