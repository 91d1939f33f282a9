"""Which of the candidates are names: enough evidence, the best where they overlap."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from helpers.extraction.people.candidates import NEVER, Candidate, candidates_at
from helpers.extraction.people.names import is_word
from helpers.extraction.people.outlook import AGAIN, ENOUGH, LISTED, enough
from helpers.extraction.people.titles import RE_OFFICE_ADDRESS

#: With less evidence than this a candidate has not enough, however much comes to it.
_LEAST = ENOUGH - 1 - LISTED - AGAIN
#: What may stand between the names of a list.
BETWEEN = ("、", " ", "\u3000", "和", "与", "，")


def choose(candidates: Sequence[Candidate], texts: Mapping[str, str]) -> list[Candidate]:
    """Keep the candidates with enough evidence, the best where they overlap.

    A name that stands in one list with a sure one needs less, so lists are gone through again
    until they give no further name.
    """
    living = [c for c in candidates if c.weight > NEVER]
    if not living:
        return []
    repeated = Counter(c.name for c in living if c.named and len(c.name) >= 3)
    repeated.update(
        c.name
        for c in candidates
        if c.weight == NEVER and c.name in repeated and _counts(c, texts[c.field])
    )
    ends: set[tuple[str, int]] = set()
    while True:
        kept = _best(living, repeated, ends)
        found = {
            (c.field, c.end + len(mark))
            for c in kept
            for mark in BETWEEN
            if texts[c.field].startswith(mark, c.end)
        }
        if found <= ends:
            return kept
        ends |= found


def _best(
    candidates: Sequence[Candidate], repeated: Counter[str], listed: set[tuple[str, int]]
) -> list[Candidate]:
    weighed = []
    for c in candidates:
        weight = c.weight
        if weight < _LEAST:
            continue
        if listed and (c.field, c.start) in listed:
            weight += LISTED
        if repeated.get(c.name, 0) > 1 and not is_word(c.name):
            weight += AGAIN
        if weight >= _enough(c):
            weighed.append((weight, c))
    weighed.sort(key=lambda pair: (-pair[0], -len(pair[1].name), pair[1].field, pair[1].start))
    kept: list[Candidate] = []
    taken: dict[str, set[int]] = {}
    for _, c in weighed:
        spots = taken.setdefault(c.field, set())
        if spots.isdisjoint(range(c.start, c.end)):
            spots.update(range(c.start, c.end))
            kept.append(c)
    return kept


def _counts(glimpse: Candidate, text: str) -> bool:
    """Say whether what was seen by a glance would be a candidate, however weak."""
    there = candidates_at(glimpse.field, text, glimpse.start)
    return any(c.named and c.name == glimpse.name for c in there)


def _enough(candidate: Candidate) -> float:
    """Say how much evidence a candidate needs."""
    name = candidate.name
    if not candidate.named:
        return ENOUGH if RE_OFFICE_ADDRESS.search(name) else ENOUGH - 1
    return enough(name, office=candidate.office is not None)
