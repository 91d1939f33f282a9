"""The same person throughout a corpus: one name, and offices that agree.

Two mentions are one person when the name is the same and either their offices or their places
agree, or one of them has neither. They are kept apart when both have an office in a place of
their own and those differ: two secretaries of the same name in two villages are two people.
Two names in one office are two people in any case; that is a finding, not a mistake.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import pandas as pd

from helpers.extraction.people.units import same_unit, unit_of

#: What parts an office from another.
RE_PARTS = re.compile(r"[、，\s]+")


@dataclass(slots=True)
class _Person:
    """What is known so far of one person."""

    name: str
    titles: set[str] = field(default_factory=set)
    units: set[str] = field(default_factory=set)
    reasons: list[str] = field(default_factory=list)


def link_people(people: pd.DataFrame) -> pd.DataFrame:
    """Say of every mention which person of the corpus it is, and why.

    Args:
        people: Frame with `article_id`, `name`, `title`, `organisation`, `place` and `named`, in
            the order of the corpus.

    Returns:
        A frame with the index of `people`: `person`, the name, with a number where one name is
        several people's (王某, 王某 (2)), None for nameless ones; `reason`, why it was linked or
        kept apart, in English.
    """
    known: dict[str, list[_Person]] = {}
    seen: dict[tuple[str, str], tuple[str | None, str]] = {}
    out: list[tuple[str | None, str]] = []
    columns = ("article_id", "name", "title", "organisation", "place", "named")
    for article, name, title, organisation, place, named in zip(
        *(people[column] for column in columns), strict=True
    ):
        key = (str(article), str(name))
        if not named:
            out.append((None, "no full name"))
            continue
        if key not in seen:
            unit = unit_of(organisation, place)
            seen[key] = _link(known, str(name), _set(title), {unit} if unit else set())
        out.append(seen[key])
    return pd.DataFrame(out, columns=["person", "reason"], index=people.index, dtype="object")


def _link(
    known: dict[str, list[_Person]], name: str, titles: set[str], units: set[str]
) -> tuple[str, str]:
    """Find the person of a name that agrees best, or make a new one."""
    others = known.setdefault(name, [])
    best, reason, rank = None, "first of the name", 0
    for other in others:
        shared_units = {u for u in units if any(same_unit(u, own) for own in other.units)}
        shared_titles = titles & other.titles
        if shared_units:
            found = (3, f"same place or organisation: {min(shared_units)}")
        elif shared_titles and not (units and other.units):
            found = (2, f"same office: {min(shared_titles)}")
        elif not (units and other.units):
            found = (1, "same name, nothing speaks against it")
        else:
            reason = f"kept apart: {min(units)} is not {min(other.units)}" if not best else reason
            continue
        if found[0] > rank:
            best, (rank, reason) = other, found
    if best is None:
        best = _Person(name)
        others.append(best)
    best.titles |= titles
    best.units |= units
    number = others.index(best) + 1
    return (name if number == 1 else f"{name} ({number})"), reason


def _set(title: object) -> set[str]:
    return {part for part in RE_PARTS.split(title) if part} if isinstance(title, str) else set()
