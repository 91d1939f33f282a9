"""Drafts joined that the order of the print has parted: a headline or a picture by itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from helpers.parsing.draft import Draft

#: A caption at most this long, without a headline, illustrates the article that it stands in.
ILLUSTRATION = 45
#: How many lines a picture stands from its article at most.
NEAR = 12
#: A photo note that is news of its own says when.
RE_STANDALONE = re.compile(
    r"^\s*(?:图为)?(?:\d{1,2}月|近日|日前|连日|昨[日天]|今[日天]|[０-９]{1,2}月)"
)


def join(drafts: Sequence[Draft]) -> list[Draft]:
    """Join what the order of the print has parted.

    A headline without an article goes to the article without a headline before it; a short caption
    without a headline illustrates the article that it stands in, or on top of the first. What the
    source itself numbers as an article is one.
    """
    kept: list[Draft] = []
    for draft in drafts:
        before = kept[-1] if kept else None
        if before is None or draft.number is not None or not draft.lines:
            kept += [draft] if draft.lines else []
        elif _names(draft, before) or _illustrates(draft, before):
            _put(draft, before)
        elif len(kept) == 1 and draft.head and _is_illustration(before) and _is_near(before, draft):
            _put(before, draft)
            kept = [draft]
        else:
            kept.append(draft)
    return kept


def _names(draft: Draft, before: Draft) -> bool:
    """Say whether a headline alone is that of the article before it."""
    if before.number is not None:
        return False
    return bool(draft.head and not draft.bodies and before.bodies and not before.head)


def _illustrates(draft: Draft, before: Draft) -> bool:
    """Say whether a caption belongs to the article before it."""
    if not _is_illustration(draft) or before.photo or not before.bodies:
        return False
    return _is_near(before, draft)


def _is_illustration(draft: Draft) -> bool:
    """Say whether a draft is a picture's caption that is no news of its own."""
    if draft.head or draft.number is not None or not is_caption(draft):
        return False
    # Where the source says that it is text, its words still say that it is a picture's.
    lone = len(draft.bodies) == 1 and "opener" not in draft.forms
    return draft.photo or (lone and draft.bodies[0].text.startswith("图为"))


def is_caption(draft: Draft) -> bool:
    """Say whether the text of a photo note only tells what the picture shows: 图为…"""
    text = ""
    for body in draft.bodies:
        text += body.text
        if len(text) > ILLUSTRATION:
            break  # the rest changes nothing
    if RE_STANDALONE.match(text) is not None:
        return False
    return text.startswith("图为") or (len(text) <= ILLUSTRATION and text.count("。") <= 1)


def _is_near(before: Draft, after: Draft) -> bool:
    return before.lines[-1].number + NEAR > after.lines[0].number


def _put(draft: Draft, into: Draft) -> None:
    """Move the lines of one draft into another."""
    for line in draft.lines:
        line.draft = into.place
    _merge(into, draft)


def _merge(one: Draft, other: Draft) -> None:
    """Put the lines of one draft into another."""
    one.head += other.head
    one.deck += other.deck
    one.kickers |= other.kickers
    one.byline += other.byline
    one.outside += other.outside
    one.entries += other.entries
    one.take_bodies(other.bodies)
    one.lines += other.lines
    one.certainty += other.certainty
    one.forms |= other.forms
    one.wire = one.wire or other.wire
    one.goes_to = one.goes_to or other.goes_to
