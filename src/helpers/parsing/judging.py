"""Questions asked of a draft or a line while articles are put together."""

from __future__ import annotations

import re
from collections.abc import Sequence

from helpers.parsing import states
from helpers.parsing.draft import Draft
from helpers.parsing.furniture import page_number
from helpers.parsing.kinds import RE_PICTURES
from helpers.parsing.line import Flag, Line
from helpers.parsing.observed import BULLETS
from helpers.parsing.openers import TEXT

#: No headline has more lines, nor longer ones.
LINES, LONG = 20, 100
RE_PAGE = re.compile(r"[一二三四五六七八九十\d]{1,3}(?=\s*版)")
#: What the line before a further picture of a page of pictures can be.
PICTURE = frozenset({states.CAPTION, states.CAPTION_CONT, states.CREDIT, states.START})
CHINESE = str.maketrans("一二三四五六七八九", "123456789")


def is_closed(draft: Draft) -> bool:
    """Say whether a notice has come to its signature: a body, a date."""
    last = draft.bodies[-1] if draft.bodies else None
    if last is None or "opener" in draft.forms or not last.item:
        return False
    return bool(last.pieces[-1].line.flags & (Flag.SIGNATURE | Flag.DATE_ALONE))


def is_prose(line: Line) -> bool:
    """Say whether a line opens a paragraph of prose, not an item of a list."""
    return line.length > 30 and not line.flags & Flag.NUMBERED and line.text[0] not in BULLETS


def page_of(text: str) -> str:
    """Find the page that a jump note names: （下转第三版） => '3'; '' if it names none."""
    match = RE_PAGE.search(text)
    return match[0].translate(CHINESE) if match else ""


def likeness(draft: Draft, said: str) -> float:
    """Share of a draft's headline characters that a jump line repeats, in runs of four."""
    head = "".join("".join(line.text[:LONG].split()) for line in draft.head[:LINES])
    said = "".join(said[: LINES * LONG].split())
    grams = {head[i : i + 4] for i in range(len(head) - 3)}
    return sum(g in said for g in grams) / len(grams) if grams else 0.0


def is_gallery(draft: Draft, previous: int) -> bool:
    """Say whether the next caption is one more picture of a titled page of pictures.

    `previous` is the state of the line before it.
    """
    if not draft.head or previous not in PICTURE:
        return False
    texts = draft.texts
    return not texts or (len(texts) == 1 and RE_PICTURES.search(texts[0].text) is not None)


def goes_on_here(drafts: Sequence[Draft], said: str, head: str) -> Draft | None:
    """Find the article that a jump goes on with, among those that were cut.

    `said` is what the jump's lines print (上接第1版, the headline again), `head` the head of the
    page: the headline decides, else the page to which the article was sent, else the order.
    """
    waiting = [d for d in drafts if d.goes_to is not None]
    target = max(waiting, key=lambda d: likeness(d, said), default=None)
    if target is None or likeness(target, said):
        return target
    here = page_number(head)
    return next((d for d in waiting if d.goes_to == here), waiting[0])


def begins(
    draft: Draft, drafts: Sequence[Draft], line: Line, way: tuple[int, int], covered: bool
) -> bool:
    """Say whether a line begins an article, behind `draft`, the current one of all `drafts`.

    `way` is the state of the line before and its own; `covered` says that a byline opens the line.
    """
    previous, state = way
    if state == states.HEAD:
        if previous == states.DECK and len(drafts) > 1:
            # A headline and deck after their text, and the next article's headline.
            before = drafts[-2]
            if not before.head and before.bodies and not draft.bodies:
                return True
        return previous not in (states.HEAD, states.DECK) or bool(draft.bodies)
    if not draft.bodies:
        return False
    if state == states.OPENING:
        return True
    if state == states.CAPTION:
        return not is_gallery(draft, previous)
    return line.opener is not None and (state in TEXT or covered)
