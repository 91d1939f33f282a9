"""From an answer key to the state of each line: what the weights of the parser are fitted to."""

from __future__ import annotations

from itertools import pairwise

from helpers.audit.key import KeyIssue
from helpers.parsing import states

#: A one-line paragraph at most this long that does not end a sentence is an item: a verse, a row
#: of a table, a line of a notice.
ITEM_LENGTH = 30
OUTSIDE = {
    "masthead": states.MASTHEAD,
    "page_header": states.HEADER,
    "slogan": states.SLOGAN,
    "furniture": states.FURNITURE,
}
WITHIN = {
    "kicker": states.HEAD,
    "headline": states.HEAD,
    "deck": states.DECK,
    "byline": states.BYLINE,
    "credit": states.CREDIT,
    "jump": states.JUMP,
}


def label(key: KeyIssue, raw: tuple[str, ...]) -> dict[int, int]:
    """Give each non-blank line its state: {line number: state}."""
    first: dict[int, bool] = {}
    paragraph: dict[int, tuple[int, ...]] = {}
    for article in key.articles:
        for number, p in enumerate(article.paragraphs):
            for line in p.lines:
                paragraph[line] = p.lines
            first[p.lines[0]] = number == 0 and min(article.lines) == p.lines[0]
    numbers = [n for n, line in enumerate(raw, start=1) if line.strip()]
    article_of = {n: a.id for a in key.articles for n in a.lines}
    out = {n: _state(key, raw, n, paragraph, first) for n in numbers}
    inside = [n for n in numbers if n in article_of]
    for before, after in pairwise(inside):
        if paragraph.get(before) is not None and paragraph.get(before) == paragraph.get(after):
            for n in numbers:
                if before < n < after:
                    out[n] = states.INTERRUPT
    return out


def _state(
    key: KeyIssue,
    raw: tuple[str, ...],
    number: int,
    paragraph: dict[int, tuple[int, ...]],
    first: dict[int, bool],
) -> int:
    role = key.roles.get(number, "")
    if role in OUTSIDE:
        return OUTSIDE[role]
    if role in WITHIN:
        return WITHIN[role]
    lines = paragraph.get(number)
    if lines is None:
        return states.BYLINE  # nothing of the line belongs to the text
    caption = role == "caption"
    if number != lines[0]:
        return states.CAPTION_CONT if caption else states.CONT
    if caption:
        return states.CAPTION
    if first[number]:
        return states.OPENING
    text = raw[number - 1].strip()
    if len(lines) == 1 and len(text) <= ITEM_LENGTH and text[-1] not in "。！？…”!?":
        return states.ITEM
    return states.START
