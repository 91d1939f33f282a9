"""One issue: raw lines to masthead, articles and the account of every line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

import numpy as np
from numpy.typing import NDArray

from helpers.parsing import states
from helpers.parsing.around import look_around
from helpers.parsing.assemble import Assembler
from helpers.parsing.catalogue import JUMPS, TOLD_NUMBERS
from helpers.parsing.decode import Reading, decode, marks_of
from helpers.parsing.kinds import kind_of
from helpers.parsing.line import Line
from helpers.parsing.masthead import read_masthead
from helpers.parsing.model import LineRecord, Masthead, ParsedIssue
from helpers.parsing.openers import settle
from helpers.parsing.prepare import look_at
from helpers.parsing.reasons import doubt, reasons
from helpers.parsing.sheet import Sheet
from helpers.pausing import collection_paused
from helpers.reading import Hint


class AccountError(RuntimeError):
    """The parser lost or invented a line or a character: a fault of the program, never of input."""


#: The states that a line can have whose role the source itself gives.
ALLOWED = {
    "masthead": frozenset({states.MASTHEAD}),
    "page_header": frozenset({states.HEADER, states.INTERRUPT}),
    "furniture": frozenset({states.FURNITURE, states.INTERRUPT}),
    "slogan": frozenset({states.SLOGAN, states.INTERRUPT}),
    "kicker": frozenset({states.HEAD}),
    "headline": frozenset({states.HEAD}),
    "deck": frozenset({states.DECK}),
    "byline": frozenset({states.BYLINE}),
    "credit": frozenset({states.CREDIT}),
    "jump": frozenset({states.JUMP}),
}
BODY = {
    True: frozenset({states.START, states.ITEM, states.OPENING}),
    False: frozenset({states.CONT}),
    None: frozenset({states.START, states.ITEM, states.OPENING, states.CONT}),
}
CAPTION = {
    True: frozenset({states.CAPTION}),
    False: frozenset({states.CAPTION_CONT}),
    None: frozenset({states.CAPTION, states.CAPTION_CONT}),
}


@collection_paused()
def parse_issue(
    lines: Sequence[str],
    hints: Sequence[Hint | None] = (),
    known: Mapping[str, str] | None = None,
) -> ParsedIssue:
    """Parse the raw lines of one issue (without line ends).

    Every non-blank line gets exactly one record with its role and the reason; what is wrong with
    the issue is listed in `problems`, not raised.

    Args:
        lines: The raw lines.
        hints: What the source itself says of the lines: empty, or one entry for each line.
        known: Masthead fields that the source gives outside its lines, as text.

    Raises:
        AccountError: A line or a character was lost or invented.
    """
    sheet = look_at(lines)
    joints = look_around(sheet)
    marks, allowed = marks_of(sheet.seen), _allowed(sheet, hints)
    sheet.forget()
    reading = decode(marks, joints, allowed)
    # Columns of a page of a million lines are a hundred megabytes, and no longer wanted.
    del joints, marks, allowed
    sheet.forget_all()
    observed = sheet.lines
    found, covers = settle(observed, sorted(sheet.found.openers), reading.states, hints)
    reading = replace(reading, states=found)
    drafts = Assembler(hints, covers).run(observed, reading)
    own = [place for place, line in enumerate(observed) if line.role == "masthead"]
    held = [sheet.found.fields.get(p, {}) if sheet.short[p] else None for p in own]
    masthead, why = read_masthead([sheet.printed[p] for p in own], sheet.printed, known, held)
    fields = {observed[p].number: w for p, w in zip(own, why, strict=True)}
    articles = []
    for order, draft in enumerate(drafts, start=1):
        for body in draft.bodies:
            body.close()
        draft.read_signatures()
        draft.order = order
        articles.append(draft.finish(kind_of(draft)))
    orders = {draft.place: draft.order for draft in drafts}
    issue = ParsedIssue(
        masthead, articles, _records(observed, reading, orders, fields, lines, hints)
    )
    issue.problems = _problems(masthead)
    issue.problems += [
        f"line {a.line_first}: article {a.order} has no headline"
        for a in articles
        if not a.headline and a.kind not in ("brief", "photo")
    ]
    check_account(lines, issue, [draft.outside for draft in drafts])
    return issue


#: What a line can be that begins with a byline which names somebody.
SIGNED = frozenset(
    {
        states.BYLINE, states.START, states.ITEM, states.OPENING, states.CONT, states.CAPTION,
        states.CAPTION_CONT, states.CREDIT,
    }
)  # fmt: skip
JUMP_SYMBOLS = [TOLD_NUMBERS["jump from"], TOLD_NUMBERS["jump to"]]
#: What a line can be that the extraction doubled, or that only names the paper again.
DOUBLED = frozenset({states.FURNITURE, states.INTERRUPT})
NAME = frozenset({states.MASTHEAD, states.HEADER, states.FURNITURE, states.INTERRUPT})


def _allowed(sheet: Sheet, hints: Sequence[Hint | None]) -> dict[int, frozenset[int]]:
    """Say which states a line can be in, by what it says itself, or its source says of it."""
    seen, found = sheet.seen, sheet.found
    out = dict.fromkeys(found.named, NAME)
    for place, opener in found.openers.items():
        if opener.entries or opener.wire:
            out[place] = SIGNED
    # Lines that are nothing but a jump note, whatever stands around them.
    notes = np.isin(sheet.symbols, JUMP_SYMBOLS) & ~seen.has(JUMPS, 1)
    for flags, states_ in ((notes, ALLOWED["jump"]), (sheet.doubled, DOUBLED)):
        out |= dict.fromkeys(np.flatnonzero(flags).tolist(), states_)
    if hints:
        for place, number in enumerate(sheet.numbers.tolist()):
            hint = hints[number - 1]
            if hint is not None and hint.role is not None:
                only = _said(hint)
                out.pop(place, None)
                if only is not None:
                    out[place] = only
    return out


def _said(hint: Hint) -> frozenset[int] | None:
    """Say which states a line can be in by the role that its source gives; None for any."""
    if hint.role == "body":
        return BODY[hint.starts]
    if hint.role == "caption":
        return CAPTION[hint.starts]
    return ALLOWED.get(hint.role or "")


def _records(
    lines: Sequence[Line],
    reading: Reading,
    orders: Mapping[int, int],
    fields: Mapping[int, str],
    raw: Sequence[str],
    hints: Sequence[Hint | None],
) -> list[LineRecord]:
    """Make the account of the lines, with the raw lines as they were printed.

    `orders` are the numbers of articles by the places of their drafts; `fields` says by their
    numbers why lines belong to the masthead.
    """
    whys = reasons(reading)
    numbers = [line.number for line in lines]
    for place, number in enumerate(numbers) if fields or hints else ():
        hint = hints[number - 1] if hints else None
        if hint is not None and hint.role == "masthead" and hint.reason:
            # What the source says of the date is more than that the line holds it.
            whys[place] = hint.reason
        elif number in fields:
            rival = reading.rivals[place]
            doubted = "" if rival is None else " " + doubt(reading.certainty[place], rival)
            whys[place] = fields[number] + doubted
        elif hint is not None and hint.reason:
            whys[place] = hint.reason
    of_lines = [orders.get(line.draft) for line in lines]
    texts, roles = [raw[number - 1] for number in numbers], [line.role for line in lines]
    return list(map(LineRecord, numbers, texts, roles, of_lines, whys))


def _problems(masthead: Masthead) -> list[str]:
    """Say what is wrong with the masthead."""
    if masthead == Masthead():
        return ["no masthead was found: date, number and publisher are unknown"]
    out = []
    if masthead.date is None:
        out.append("the masthead prints no date that can be read")
    if masthead.lunar_ok is False:
        out.append(f"the lunar date {masthead.lunar_date} does not fall on {masthead.date}")
    if masthead.weekday_ok is False:
        out.append(f"{masthead.date} is not a {masthead.weekday}")
    return out


def check_account(
    lines: Sequence[str], issue: ParsedIssue, outside: Sequence[Sequence[str]]
) -> None:
    """Hold the records against the raw lines, and the articles' characters against the lines'.

    `outside` holds, for each article, what is printed in its lines beside headline and text.

    Raises:
        AccountError: They differ.
    """
    full = [n for n, line in enumerate(lines, start=1) if line and not line.isspace()]
    told = [r.line for r in issue.lines] == full
    if not told or [r.text for r in issue.lines] != [lines[n - 1] for n in full]:
        raise AccountError("the account of the lines differs from the lines of the file")
    printed: list[str] = [r.text for r in issue.lines if r.article is not None]
    pieces: list[str] = []
    for article, beside in zip(issue.articles, outside, strict=True):
        pieces += [
            article.kicker or "",
            article.headline,
            article.deck or "",
            article.text,
            *beside,
        ]
    if not _same_characters(printed, pieces):
        raise AccountError("characters were lost or invented between the lines and the articles")


#: Characters below this are counted in a table, and so many pieces at a time.
PLANE, BLOCK = 0x10000, 8192


def _same_characters(one: Sequence[str], other: Sequence[str]) -> bool:
    """Say whether the pieces of both hold the same characters, white space left out."""
    counts, rare = _count(one)
    others, others_rare = _count(other)
    return np.array_equal(counts, others) and rare == others_rare


def _count(pieces: Sequence[str]) -> tuple[NDArray[np.int64], Counter[int]]:
    """Count the characters that are not white space => (by code point, those beyond the table)."""
    counts = np.zeros(PLANE, dtype=np.int64)
    rare: Counter[int] = Counter()
    for low in range(0, len(pieces), BLOCK):
        text = "".join(pieces[low : low + BLOCK])
        points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
        if len(points) and points.max() >= PLANE:
            rare.update(points[points >= PLANE].tolist())
            points = points[points < PLANE]
        found = np.bincount(points)
        counts[: len(found)] += found
    counts[_white()] = 0
    return counts, rare


@cache
def _white() -> list[int]:
    return [code for code in range(PLANE) if chr(code).isspace()]
