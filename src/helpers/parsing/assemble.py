"""From the states of the lines to articles."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from helpers.parsing import bylines, score
from helpers.parsing.features import Line
from helpers.parsing.model import Article, BylineEntry, LineRecord, Paragraph

#: A single unsigned line of at most this length between paragraphs of one article divides it.
SUBHEADING_LENGTH = 12
#: Penalty in score points over which the confidence of an article falls to 1/e.
CONFIDENCE_SCALE = 6.0

#: A clause with a figure (…2000棵，收入…100万元), one of change (由61%升至93.4%), or a dash
#: first.
RE_DECK = re.compile(
    r"^——|^(?=.*\d).*，|由[^，]*\d[^，]*[升降增减提缩涨扩][^，]{0,2}[至到为]|\d[^，]*[升降增减提缩涨扩]至"
)

UNDER_HEADLINE = "a clause beneath the headline"
REASONS = {
    score.HEAD: "short line without a full stop before an article's body",
    score.BYLINE: "byline on a line of its own",
    score.START: "opens a paragraph",
    score.CONT: "goes on from a paragraph cut by the column",
    score.CAPTION: "opens a photo note",
    score.CAPTION_CONT: "goes on from a photo note cut by the column",
    score.CREDIT: "credit on a line of its own",
    score.FURNITURE: "no article follows it or claims it",
    score.INTERRUPT: "stands in the middle of a cut paragraph",
}


@dataclass(slots=True)
class Draft:
    """An article while its lines are being collected."""

    head: list[Line] = field(default_factory=list)
    byline: list[str] = field(default_factory=list)
    #: What is printed in the article's lines and stands neither in headline, deck nor text.
    outside: list[str] = field(default_factory=list)
    entries: list[BylineEntry] = field(default_factory=list)
    bodies: list[list[Line]] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    photo: bool = False
    wire: bool = False
    signed: bool = False
    penalty: float = 0.0


@dataclass(slots=True)
class Page:
    """What assembling gives: the drafts in order, and for each line its role, draft and reason."""

    drafts: list[Draft] = field(default_factory=list)
    roles: dict[int, tuple[str, Draft | None, str]] = field(default_factory=dict)


def assemble(lines: Sequence[Line], states: Sequence[tuple[int, float]]) -> Page:
    """Collect the lines of a page into articles, following their states."""
    page = Page()
    current: Draft | None = None
    previous = score.FURNITURE
    for index, (line, (best, gain)) in enumerate(zip(lines, states, strict=True)):
        state = best
        if state in (score.FURNITURE, score.INTERRUPT):
            page.roles[line.number] = (
                _furniture_role(line),
                None,
                line.furniture or REASONS[state],
            )
            if state == score.FURNITURE:
                previous = state
            continue
        if state == score.HEAD and _is_subheading(lines, states, index, current):
            state = score.START
            page.roles[line.number] = ("body", current, "subheading within an article")
        current = _draft_for(page, current, line, state, previous)
        _take(current, line, state)
        current.penalty += max(0.0, 1.5 - gain)
        page.roles.setdefault(line.number, (_role(line, state), current, _reason(line, state)))
        previous = state
    return page


def _is_subheading(
    lines: Sequence[Line], states: Sequence[tuple[int, float]], index: int, current: Draft | None
) -> bool:
    """Say whether a headline-like line divides the article that it stands in."""
    if current is None or current.photo or not current.signed or not current.bodies:
        return False
    line = lines[index]
    if line.length > SUBHEADING_LENGTH or line.text.endswith(score.NOTICE):
        return False
    if index + 1 >= len(lines):
        return False
    if states[index - 1][0] not in (score.START, score.CONT):
        return False
    after = lines[index + 1]
    return states[index + 1][0] == score.START and after.opener is None


def _draft_for(page: Page, current: Draft | None, line: Line, state: int, previous: int) -> Draft:
    """Return the draft that the line belongs to, a new one where an article begins."""
    new = (
        current is None
        or (state == score.HEAD and previous != score.HEAD)
        or (state in (score.BYLINE, score.START) and _opens(line, state) and bool(current.bodies))
        or (state == score.CAPTION and previous != score.HEAD)
    )
    if not new and state == score.START and current is not None and current.photo:
        # A paragraph behind a photo note goes on with the article before the picture.
        for draft in reversed(page.drafts):
            if not draft.photo:
                return draft
    if new or current is None:
        current = Draft()
        page.drafts.append(current)
    return current


def _opens(line: Line, state: int) -> bool:
    return state == score.BYLINE or line.opener is not None


def _take(draft: Draft, line: Line, state: int) -> None:
    """Put a line into its draft."""
    draft.lines.append(line)
    if state == score.HEAD:
        draft.head.append(line)
    elif state == score.BYLINE:
        draft.signed = True
        if line.opener is not None:
            _sign(draft, line.opener)
        else:
            draft.byline.append(line.text)
            draft.outside.append(line.text)
            draft.entries += bylines.people(line.text.lstrip("□■◇◆●○▲△※*—　 "))
            draft.wire = draft.wire or (not draft.entries and "评论员" not in line.text)
    elif state == score.CREDIT:
        draft.byline.append(line.text)
        draft.outside.append(line.text)
        draft.entries += bylines.people(line.text.strip("（）()"))
    elif state in (score.START, score.CAPTION):
        draft.photo = draft.photo or state == score.CAPTION
        draft.bodies.append([line])
        if line.opener is not None:
            draft.signed = True
            _sign(draft, line.opener)
    elif draft.bodies:
        draft.bodies[-1].append(line)
    elif not line.continuation:
        # A continuation whose beginning is missing; the later lines of a byline that is broken
        # over lines and stands alone need no place of their own.
        draft.bodies.append([line])


def _sign(draft: Draft, opener: bylines.Opener) -> None:
    draft.byline.append(opener.printed)
    draft.outside.append(opener.printed)
    draft.entries += opener.entries
    draft.wire = draft.wire or opener.wire


def _role(line: Line, state: int) -> str:
    if state == score.HEAD:
        return "headline"
    if state in (score.CAPTION, score.CAPTION_CONT):
        return "caption"
    if state == score.CREDIT:
        return "credit"
    if state == score.BYLINE or (state == score.CONT and line.continuation and line.byline_only):
        return "byline"
    return "body"


def _reason(line: Line, state: int) -> str:
    if line.continuation:
        return "goes on from a byline broken over lines"
    if state in (score.START, score.BYLINE) and line.opener is not None:
        return "begins with a byline"
    return REASONS[state]


def _furniture_role(line: Line) -> str:
    if line.furniture == "running header":
        return "page_header"
    if line.furniture == "core values":
        return "slogan"
    if line.furniture is None and len(re.findall(r"[\u4e00-\u9fff]", line.text)) >= 4:
        return "slogan"
    return "furniture"


def finish(draft: Draft, order: int) -> tuple[Article, set[int]]:
    """Make the article of a draft => (article, numbers of its deck lines)."""
    head, deck = split_deck(draft.head)
    paragraphs = [_paragraph(body) for body in draft.bodies]
    for body in draft.bodies:
        _credit_at_end(draft, body[-1])
    article = Article(
        order=order,
        kind=_kind(draft, head),
        headline="\n".join(line.text for line in head),
        deck="\n".join(line.text for line in deck) or None,
        byline=" ".join(draft.byline) or None,
        bylines=draft.entries,
        paragraphs=[p for p in paragraphs if p.text],
        line_first=min(line.number for line in draft.lines),
        line_last=max(line.number for line in draft.lines),
        confidence=round(math.exp(-(draft.penalty + 6.0 * (not head)) / CONFIDENCE_SCALE), 2),
    )
    return article, {line.number for line in deck}


def split_deck(head: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """Part the deck from the headline lines.

    Flattened text has lost the type sizes that tell a deck, so only what reads like one is taken:
    the last line, or the last two of four or more, if it states a figure as a clause does, or is
    set off with a dash. Everything else, kickers among it, stays with the headline.
    """
    cut = len(head)
    most = 2 if len(head) > 3 else 1
    while cut > 1 and len(head) - cut < most and RE_DECK.search(head[cut - 1].text):
        cut -= 1
    return list(head[:cut]), list(head[cut:])


def _paragraph(body: Sequence[Line]) -> Paragraph:
    """Join the lines of a paragraph; the byline that opens it is left out."""
    first = body[0]
    if first.opener is None:
        text = "".join(line.text for line in body)
    else:
        printed = first.byline if first.byline is not None else first.text
        rest = "".join(line.text for line in body[first.byline_lines :])
        text = (printed + rest)[first.opener.end :]
    return Paragraph(text.strip(), tuple(line.number for line in body))


def _credit_at_end(draft: Draft, line: Line) -> None:
    """Read the credit that closes a paragraph; it stays in the text, as printed."""
    if not line.credit_end or line.credit_only:
        return
    match = bylines.RE_CREDIT.search(line.text)
    if match is not None:
        draft.byline.append(match[0].strip())
        draft.entries += bylines.people(match["inner"])


def _kind(draft: Draft, head: Sequence[Line]) -> str:
    if draft.photo:
        return "photo"
    if any("评论员" in e.role for e in draft.entries) or "评论员" in " ".join(draft.byline):
        return "commentary"
    if draft.wire:
        return "wire"
    if not draft.signed and head and head[-1].text.endswith(score.NOTICE):
        return "notice"
    return "news"


def records(
    page: Page, orders: dict[int, int], decks: set[int], raw: Sequence[str]
) -> list[LineRecord]:
    """Make the account of the lines, with the raw lines as they were printed.

    `orders` maps id(draft) to the order of its article.
    """
    out = []
    for number, place in page.roles.items():
        role, draft, reason = place if number not in decks else ("deck", place[1], UNDER_HEADLINE)
        order = orders[id(draft)] if draft is not None else None
        out.append(LineRecord(number, raw[number - 1], role, order, reason))
    return out
