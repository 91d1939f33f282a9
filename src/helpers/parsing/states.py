"""The states that a line of a page can be in; a reading of a page is a sequence of them."""

from __future__ import annotations

#: In the order of the columns of `weights.tsv`.
STATES = (
    "masthead",
    "header",
    "slogan",
    "furniture",
    "interrupt",
    "headline",
    "deck",
    "byline",
    "start",
    "item",
    "opening",
    "goes on",
    "caption",
    "caption goes on",
    "credit",
    "jump",
)
(
    MASTHEAD,
    HEADER,
    SLOGAN,
    FURNITURE,
    INTERRUPT,
    HEAD,
    DECK,
    BYLINE,
    START,
    ITEM,
    OPENING,
    CONT,
    CAPTION,
    CAPTION_CONT,
    CREDIT,
    JUMP,
) = range(len(STATES))

#: What no reading may do: a continuation must have something to go on from.
IMPOSSIBLE = frozenset(
    [(before, CONT) for before in (MASTHEAD, HEADER, SLOGAN, FURNITURE, HEAD, DECK)]
    + [
        (before, CAPTION_CONT)
        for before in range(len(STATES))
        if before not in (CAPTION, CAPTION_CONT, INTERRUPT)
    ]
    + [
        (before, INTERRUPT)
        for before in range(len(STATES))
        if before not in (START, ITEM, OPENING, CONT, CAPTION, CAPTION_CONT, INTERRUPT)
    ]
    + [
        (INTERRUPT, after)
        for after in range(len(STATES))
        if after not in (CONT, CAPTION_CONT, INTERRUPT)
    ]
)
#: States in which no page can begin or end.
NOT_FIRST = frozenset({CONT, CAPTION_CONT, INTERRUPT})
NOT_LAST = frozenset({INTERRUPT})
#: What stands outside articles; an interruption within a paragraph is one of them.
OUTSIDE = (MASTHEAD, HEADER, SLOGAN, FURNITURE)
