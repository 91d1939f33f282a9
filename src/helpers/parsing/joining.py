"""Drafts joined that the order of the print has parted: a headline or a picture by itself."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from helpers.parsing.draft import Draft

#: A caption at most this long, without a headline, illustrates the article that it stands in.
ILLUSTRATION = 45
#: A photo note that is news of its own says when.
RE_STANDALONE = re.compile(
    r"^\s*(?:图为)?(?:\d{1,2}月|近日|日前|连日|昨[日天]|今[日天]|[０-９]{1,2}月)"
)


@dataclass(slots=True)
class Page:
    """What assembling gives: the drafts in order, and for each line its role and draft."""

    drafts: list[Draft] = field(default_factory=list)
    roles: dict[int, tuple[str, Draft | None]] = field(default_factory=dict)


def join(page: Page) -> None:
    """Join what the order of the print has parted.

    A headline without an article goes to the article without a headline before it; a short caption
    without a headline illustrates the article that it stands in.
    """
    kept: list[Draft] = []
    for draft in page.drafts:
        before = kept[-1] if kept else None
        # What the source itself numbers as an article is one.
        free = before is not None and draft.number is None
        if before is not None and free and (_names(draft, before) or _illustrates(draft, before)):
            for line in draft.lines:
                page.roles[line.number] = (page.roles[line.number][0], before)
            _merge(before, draft)
        elif draft.lines:
            kept.append(draft)
    page.drafts = kept


def _names(draft: Draft, before: Draft) -> bool:
    """Say whether a headline alone is that of the article before it."""
    if before.number is not None:
        return False
    return bool(draft.head and not draft.bodies and before.bodies and not before.head)


def _illustrates(draft: Draft, before: Draft) -> bool:
    """Say whether a caption belongs to the article before it."""
    if draft.head or not draft.photo or before.photo or not before.bodies:
        return False
    text = "".join(b.text for b in draft.bodies)
    return (
        len(text) <= ILLUSTRATION
        and text.count("。") <= 1
        and RE_STANDALONE.match(text) is None
        and before.lines[-1].number + 12 > draft.lines[0].number
    )


def _merge(one: Draft, other: Draft) -> None:
    """Put the lines of one draft into another."""
    one.head += other.head
    one.deck += other.deck
    one.kickers |= other.kickers
    one.byline += other.byline
    one.outside += other.outside
    one.entries += other.entries
    one.bodies = sorted(one.bodies + other.bodies, key=lambda b: b.numbers[0])
    one.lines += other.lines
    one.certainty += other.certainty
    one.forms |= other.forms
    one.wire = one.wire or other.wire
    one.goes_to = one.goes_to or other.goes_to
