"""How well each role fits a line, and how well one role follows another.

A page is read as the sequence of states with the highest sum of scores (see `decode`). Every
score is a plain number with a reason beside it, so that a reading can be explained. They were set
by hand on how newspapers are made up, not fitted to any paper.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from helpers.parsing.features import Line

#: States: headline, byline alone, body start, body continued, caption start, caption continued,
#: credit, furniture between articles, furniture that interrupts an open paragraph.
HEAD, BYLINE, START, CONT, CAPTION, CAPTION_CONT, CREDIT, FURNITURE, INTERRUPT = range(9)
NEVER = -1000.0

#: A headline is rarely longer than this; body lines in a column seldom much shorter.
HEADLINE_LENGTH, BODY_LENGTH = 30, 40


#: Headlines of notices and advertisements: 公告, 招标公示, 遗失声明; as the last word only.
NOTICE = ("公告", "公示", "启事", "声明", "通告", "征订", "招聘", "招标", "拍卖")


def candidates(line: Line, *, near_credit: bool) -> list[tuple[int, float]]:
    """List the states that a line can be in, each with its score.

    `near_credit` says that a photo credit or a word such as 图为 stands in the next few lines.
    """
    if line.continuation:
        return [(CONT, 10.0)]
    if line.furniture is not None:
        return [(FURNITURE, 8.0), (INTERRUPT, 8.0)]
    if line.byline_only:
        return [(BYLINE, 8.0), *([(START, 3.0)] if line.opener is not None else [])]
    if line.opener is not None or line.opener_broken:
        return [(START, 8.0)]
    if line.credit_only:
        return [(CREDIT, 6.0)]
    start, cont = start_score(line), cont_score(line)
    out = [(START, start), (CONT, cont)]
    if near_credit:
        out += [(CAPTION, start + line.picture), (CAPTION_CONT, cont)]
    if line.length <= 60 and not (line.has_stop and line.length > HEADLINE_LENGTH):
        out.append((HEAD, head_score(line)))
        if line.length <= BODY_LENGTH:
            score = furniture_score(line)
            out += [(FURNITURE, score), (INTERRUPT, score - 1.0)]
    return out


def head_score(line: Line) -> float:
    """Score a line as a headline: short, unpunctuated, whole."""
    score = 2.0
    if line.length < 2:
        score -= 4.0
    if line.length > HEADLINE_LENGTH:
        score -= (line.length - HEADLINE_LENGTH) * 0.15
    if line.has_stop:
        score -= 6.0  # headlines do without full stops
    elif line.final:
        score -= 0.5 if line.text.rstrip("”’")[-1] in "！？!?" else 2.5
    if line.soft_end:
        score -= 1.0 if line.text[-1] in "：:—" else 4.0  # a kicker may end in a colon
    if line.bad_start:
        score -= 8.0
    if line.open_quotes:
        score -= 3.0  # a headline broken inside a quotation is rare
    score -= 0.7 * line.commas + 1.5 * line.signature
    if line.opening and not line.text.startswith(("“", "‘")):
        score -= 1.0
    return score


def start_score(line: Line) -> float:
    """Score a line as the first of a paragraph: long, punctuated, with a typical opening."""
    score = 0.0
    if line.length >= BODY_LENGTH:
        score += 3.0
    elif line.length < 12:
        score -= 2.0
    elif not (line.has_stop or line.commas):
        score -= 1.0
    elif line.length >= BODY_LENGTH // 2:
        score += 1.0
    score += 2.0 * line.signature - min(line.slogan, 2.0)
    score += 2.0 * line.has_stop + min(line.commas, 2) * 0.7 + line.final
    score += line.opening + (1.0 if line.open_quotes > 0 else 0.0)
    if line.bad_start:
        score -= 6.0
    if line.open_quotes < 0:
        score -= 2.0  # it closes what it never opened
    return score


def cont_score(line: Line) -> float:
    """Score a line as the continuation of a paragraph that a column break cut."""
    score = 0.5 + (2.0 if line.bad_start else 0.0) + (0.5 if line.final else 0.0)
    if line.length >= BODY_LENGTH:
        score += 2.5  # as any body line of that length
    return score + (1.0 if line.has_stop else 0.0) - (0.5 if line.opening else 0.0)


def furniture_score(line: Line) -> float:
    """Score a line as a slogan or stray line outside any article."""
    if line.has_stop or line.commas:
        return -6.0
    return line.slogan if line.slogan else -3.0 - 0.1 * max(0, line.length - 15)


def closed(line: Line) -> bool:
    """Say whether a paragraph can end with this line."""
    return (line.final and line.open_quotes <= 0) or line.credit_end or line.signature


def first(state: int, line: Line) -> float:
    """Score a state for the first line of a page."""
    if state in (HEAD, FURNITURE):
        return 0.0
    if state in (START, CAPTION, BYLINE):
        return -4.0
    return -12.0


def last(state: int, line: Line) -> float:
    """Score a state for the last line of a page."""
    if state == HEAD:
        return -12.0  # a headline without an article
    if state == BYLINE:
        return -6.0
    if state in (CAPTION, CAPTION_CONT):
        return 0.0 if line.credit_end else -3.0
    if state in (START, CONT):
        return 0.0 if closed(line) else -4.0
    return 0.0 if state != INTERRUPT else -7.0  # the paragraph is never closed


class Ending(NamedTuple):
    """What the scores need to know of the line before: how it ends."""

    closed: bool
    final: bool
    credit: bool
    picture: bool
    notice: bool


class Opening(NamedTuple):
    """What the scores need to know of a line: how it begins."""

    byline: bool
    typical: bool


def ending(line: Line) -> Ending:
    """Say how a line ends."""
    return Ending(
        closed(line),
        line.final,
        line.credit_end,
        line.picture and line.final,
        line.text.endswith(NOTICE),
    )


def opening(line: Line) -> Opening:
    """Say how a line begins."""
    return Opening(line.opener is not None or line.opener_broken, line.opening)


@cache
def transitions(before: Ending, after: Opening, wide: int) -> tuple[tuple[float, ...], ...]:
    """Score every state (column) at a line following every state (row) at the line before.

    `wide` is by how many blank lines the gap between the two is wider than usual on the page, at
    most 2. There are few different endings and openings, so the tables are kept.
    """
    states = range(INTERRUPT + 1)
    return tuple(tuple(_follow(x, y, before, after, wide) for y in states) for x in states)


def _follow(before: int, after: int, ending: Ending, opening: Opening, wide: int) -> float:
    """Score one state following another."""
    if after == CONT:
        return _to_continuation(before, ending) - 1.5 * min(wide, 1)
    if after == CAPTION_CONT:
        return _to_caption_continuation(before, ending)
    if after == INTERRUPT:
        return _to_interrupt(before, ending)
    boundary = 0.6 * wide
    if after == START:
        return _to_start(before, ending, opening) - 0.5 * boundary
    if after == CREDIT:
        return _to_credit(before, ending)
    # What is left begins something new: headline, byline, caption, furniture.
    score = boundary + _leave(before, ending)
    if after == BYLINE:
        return score if before == HEAD else score - 3.0
    if after == CAPTION:
        return score if before == HEAD else score - 1.5
    if after == HEAD and before == HEAD:
        return score - 0.5  # each further line of a headline is a little less likely
    if after == FURNITURE:
        return score - (6.0 if before in (HEAD, BYLINE) else 0.0)
    return score


def _leave(before: int, previous: Ending) -> float:
    """Score the end of what stood before."""
    if before in (START, CONT):
        return 0.0 if previous.closed else -7.0
    if before in (CAPTION, CAPTION_CONT):
        if previous.credit:
            return 0.0
        return -1.5 if previous.picture else -6.0
    if before == INTERRUPT:
        return -7.0
    return -2.0 if before == BYLINE else 0.0


def _to_start(before: int, previous: Ending, line: Opening) -> float:
    if line.byline:
        # A byline opens an article: it wants a headline before it.
        return 0.5 if before == HEAD else _leave(before, previous) - 5.0
    if before == BYLINE:
        return 1.0
    if before == HEAD:
        # An article that nobody signs; without a typical opening it is more often a paragraph
        # whose first words stand alone above a column break.
        return -3.0 if line.typical or previous.notice else -5.5
    if before in (CREDIT, CAPTION, CAPTION_CONT):
        return _leave(before, previous) - 3.0  # an article goes on behind a picture
    if before == FURNITURE:
        return -0.5
    return _leave(before, previous)


def _to_continuation(before: int, previous: Ending) -> float:
    if before in (START, CONT):
        return -5.0 if previous.closed else 2.0
    return 1.0 if before == INTERRUPT else NEVER


def _to_caption_continuation(before: int, previous: Ending) -> float:
    if before in (CAPTION, CAPTION_CONT):
        if previous.credit:
            return NEVER
        return 0.0 if previous.final else 2.0
    return NEVER


def _to_interrupt(before: int, previous: Ending) -> float:
    if before in (START, CONT):
        return NEVER if previous.closed else 0.5
    return 0.0 if before == INTERRUPT else NEVER


def _to_credit(before: int, previous: Ending) -> float:
    if before in (CAPTION, CAPTION_CONT):
        return NEVER if previous.credit else 1.0
    if before in (START, CONT):
        return -1.0 if previous.closed else -6.0
    return -4.0 if before == HEAD else -6.0
