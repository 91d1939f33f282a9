"""What can be seen of one line by itself: features, each with a name that can be shown to a reader.

A feature either holds of a line or does not. How much it speaks for a role is in `weights.tsv`.
What can be told by the length, the ends and the counts of characters is told of all lines at once;
a pattern is tried only on the lines that hold what it needs (see `glance`).
"""

from __future__ import annotations

import numpy as np

from helpers.parsing import bylines
from helpers.parsing.catalogue import (
    BEGIN,
    BYLINE,
    BYLINE_FORMS,
    COLUMN_NAME,
    COMMA_COUNT,
    CREDITED,
    DATE,
    END,
    FIELDS,
    FURNISHED,
    HEADED,
    JUMPS,
    JUMPS_TO,
    LEFT_OPEN,
    LENGTH,
    LENGTHS,
    MID_PHRASE,
    NOTICE,
    NUMBERED,
    OPENED,
    OPENER_ALONE,
    PICTURED,
    SALUTATION,
    SIGNATURE,
    SLOGANS,
    STOP_INSIDE,
    UNBRACKETED,
    VOID,
)  # fmt: skip
from helpers.parsing.furniture import (
    COLUMN,
    COLUMN_MARKS,
    FURNITURE,
    HEADER_HINT,
    JUMP,
    PAGE_NUMBER,
    RE_COLUMN,
    RE_JUMP_FROM,
    RE_JUMP_TO,
    SLOGAN,
    furniture_reason,
    is_signature,
    slogan_score,
)
from helpers.parsing.furniture import LONGEST as SLOGAN_LONGEST
from helpers.parsing.glance import COLON, COMMAS, DIGIT, SENTENCE, SPACE, STOPS
from helpers.parsing.masthead_fields import STRONG, fields_of, may_hold_fields
from helpers.parsing.observed import (
    BAD,
    BAD_UNLESS,
    BEGINS,
    BRACKET,
    BRACKET_LAST,
    COLON_LAST,
    COUNTED,
    CREDIT,
    DATE_MARK,
    DAY,
    HANDED,
    HANGS,
    HEADER_WORD,
    LOST,
    MARK_LAST,
    MARKED,
    NO_SLOGAN,
    NO_WORD,
    NOTIFIES,
    OPENER_HINT,
    OPENS,
    PICTURE,
    QUESTIONS,
    RE_BAD_START,
    RE_BODY_OPENING,
    RE_DATE_LINE,
    RE_HAS_DATE,
    RE_HEADER_WORD,
    RE_LOST,
    RE_NOTICE,
    RE_NUMBERED,
    RE_OPENER_HINT,
    RE_PICTURE,
    RE_SALUTE,
    RE_SPEAKER,
    SIGNED_FIRST,
    SIGNS,
    STOP_LAST,
    VALUES,
)
from helpers.parsing.shape import see_shape
from helpers.parsing.sheet import Sheet
from helpers.parsing.symbols import see_symbols


def observe(sheet: Sheet) -> None:
    """See the features of all lines, and keep what was found in some on the way."""
    sheet.seen.put_levels(LENGTH, np.searchsorted(LENGTHS, sheet.lengths, side="right"))
    _ends(sheet)
    _credits(sheet)
    _openers(sheet)
    _begins(sheet)
    _look_closer(sheet)
    see_shape(sheet)
    see_symbols(sheet)


def _ends(sheet: Sheet) -> None:
    """See how lines end, and what is left open in them."""
    seen, last = sheet.seen, sheet.last
    stops = last == STOP_LAST
    levels = np.select(
        [stops, MARK_LAST(last), sheet.final, last == COLON_LAST, sheet.soft, last == BRACKET_LAST],
        [0, 1, 2, 3, 4, 5],
        6,
    )
    seen.put_levels(END, levels)
    seen.put(MID_PHRASE, (levels == 6) & HANGS(last))
    seen.put(STOP_INSIDE, sheet.counts[STOPS] > stops)
    seen.put_levels(COMMA_COUNT, np.minimum(sheet.counts[COMMAS], 2) - 1)
    seen.put(LEFT_OPEN, sheet.unclosed > 0, 0)
    seen.put(LEFT_OPEN, sheet.unclosed < 0, 1)
    turning = (sheet.masks & JUMP) == JUMP
    seen.put(JUMPS_TO, sheet.matching(turning, _jumps_to))


def _jumps_to(text: str) -> bool:
    """Say whether a line ends with a jump note."""
    return RE_JUMP_TO.search(text, max(0, len(text) - 14)) is not None


def _credits(sheet: Sheet) -> None:
    """Find who took a picture, or who signs, at the end of lines."""
    seen, texts = sheet.seen, sheet.texts
    bracket = sheet.last == BRACKET_LAST
    asked = np.flatnonzero(bracket | sheet.holds(CREDIT))
    for index, sure in zip(asked.tolist(), bracket[asked].tolist(), strict=True):
        text = texts[index]
        credit = bylines.ending_credit(text) if sure or _may_credit(text) else None
        if credit is not None:
            sheet.found.credits[index] = credit
            seen.put(CREDITED, index, 2 * (not credit.photo) + (credit.start > 0))
            if not credit.bracket:
                seen.put(UNBRACKETED, index)


def _may_credit(text: str) -> bool:
    """Say whether a line may end with who took the picture."""
    return "摄" in text[-8:] or "图" in text[-12:] or "提供" in text[-4:]


def _openers(sheet: Sheet) -> None:
    """Find the bylines at the head of lines."""
    seen, found, texts = sheet.seen, sheet.found, sheet.texts
    may = sheet.starts(SIGNED_FIRST) | (sheet.holds(HANDED) & sheet.holds(BRACKET))
    for index in np.flatnonzero(may & sheet.holds(OPENER_HINT)).tolist():
        text = texts[index]
        if RE_OPENER_HINT.search(text, 0, 30) is None:
            continue
        opener = bylines.find_opener(text)
        bare = opener is None or not (opener.entries or opener.wire)
        if opener is not None:
            found.openers[index] = opener
        if bare and bylines.is_open(text):
            found.open.add(index)
            seen.put(OPENED, index, 2)
        elif opener is not None:
            seen.put(OPENED, index, int(opener.wire))
            if opener.end >= len(text):
                seen.put(OPENER_ALONE, index)


def _begins(sheet: Sheet) -> None:
    """See how lines begin: with a typical opening, a bullet, a number."""
    seen, first = sheet.seen, sheet.first
    seen.put(BEGIN, BAD(first))
    seen.put(BEGIN, sheet.matching(BAD_UNLESS(first), RE_BAD_START.match))
    for level, among in enumerate(BEGINS, start=1):
        if among is not None:
            seen.put(BEGIN, among(first), level)
    seen.put(BEGIN, sheet.matching(OPENS(first), RE_BODY_OPENING.match), 2)
    speaks = sheet.matching(sheet.holds(COLON), RE_SPEAKER.match)
    seen.put(NUMBERED, speaks, 1)
    seen.put(NUMBERED, sheet.matching(COUNTED(first), RE_NUMBERED.match))
    seen.put(PICTURED, sheet.matching(sheet.holds(PICTURE), _pictured))
    seen.put(VOID, sheet.matching(sheet.holds(LOST), RE_LOST.search))
    heads = sheet.holds(HEADER_WORD) & (sheet.lengths <= 100)
    heads &= sheet.short | (sheet.counts[STOPS] == 0)
    seen.put(HEADED, sheet.matching(heads, RE_HEADER_WORD.search))


def _pictured(text: str) -> bool:
    """Say whether a line speaks of a picture."""
    return ("图" in text or text[0] in "↑←→↓") and RE_PICTURE.search(text) is not None


def _look_closer(sheet: Sheet) -> None:
    """Ask the dearer questions, which only short lines need."""
    seen, short, last = sheet.seen, sheet.short, sheet.last
    _slogans(sheet)
    _read_fields(sheet)
    _bylines(sheet)
    for question in QUESTIONS:
        asked = short & sheet.holds(question.bits)
        seen.put(question.slot, sheet.matching(asked, question.match))
    seen.put(SIGNATURE, sheet.matching(short & SIGNS(last), is_signature))
    dated = short & sheet.holds(DIGIT) & sheet.holds(DATE_MARK)
    seen.put(DATE, sheet.matching(dated, RE_HAS_DATE.search), 1)
    seen.put(DATE, sheet.matching(short & DAY(last), RE_DATE_LINE.match))
    seen.put(NOTICE, sheet.matching(short & NOTIFIES(last), RE_NOTICE.search))
    columns = short & sheet.holds(COLUMN) & ~sheet.holds(SENTENCE)
    columns &= (sheet.lengths <= 15) | sheet.holds(COLUMN_MARKS)
    seen.put(COLUMN_NAME, sheet.matching(columns, RE_COLUMN.match))
    for index in np.flatnonzero(short & ((sheet.masks & JUMP) == JUMP)).tolist():
        text = sheet.texts[index]
        if (jump := RE_JUMP_FROM.match(text)) is not None:
            seen.put(JUMPS, index, int(jump.end() < len(text)))
        elif RE_JUMP_TO.fullmatch(text) is not None:
            seen.put(JUMPS, index, 2)
    seen.put(SALUTATION, sheet.matching(short & (last == COLON_LAST), RE_SALUTE.match))


def _slogans(sheet: Sheet) -> None:
    """Find lines that are set like slogans."""
    asked = sheet.short & sheet.holds(SLOGAN) & ~sheet.holds(SENTENCE) & ~NO_SLOGAN(sheet.last)
    places = np.flatnonzero(asked & (sheet.lengths <= SLOGAN_LONGEST))
    scores = np.array([slogan_score(sheet.texts[i]) for i in places.tolist()])
    sheet.seen.put(SLOGANS, places[scores > 0])
    sheet.seen.put(SLOGANS, places[scores >= 2], 1)


def _read_fields(sheet: Sheet) -> None:
    """Read masthead fields, and tell furniture, which some of them make."""
    seen, found, texts, short = sheet.seen, sheet.found, sheet.texts, sheet.short
    fields = found.fields
    strong: dict[int, int] = {}
    reasons: dict[int, int] = {}
    asked = np.flatnonzero(short & may_hold_fields(sheet.masks, sheet.first, sheet.last))
    for index, mask in zip(asked.tolist(), sheet.masks[asked].tolist(), strict=True):
        held = fields_of(texts[index], mask)
        if held:
            fields[index] = held
            strong[index] = min(len(STRONG & held.keys()), 2)
            if "paper" in held:
                found.papers.append(index)
    may = (sheet.holds(PAGE_NUMBER) & (sheet.lengths <= 10)) | sheet.holds(HEADER_HINT)
    asked = np.flatnonzero(short & (may | NO_WORD(sheet.first) | VALUES(sheet.first)))
    for index, mask in zip(asked.tolist(), sheet.masks[asked].tolist(), strict=True):
        reason = furniture_reason(texts[index], mask, fields.get(index, {}))
        if reason is not None:
            found.furniture[index] = reason
            reasons[index] = FURNITURE.index(reason)
    seen.put_each(FIELDS, strong)
    seen.put_each(FURNISHED, reasons)


def _bylines(sheet: Sheet) -> None:
    """Find lines that are nothing but a byline."""
    masks = sheet.masks
    may = sheet.holds(bylines.PEOPLE | bylines.STROKE | COLON) | (sheet.lengths <= 5)
    may |= MARKED(sheet.first) | (sheet.last == BRACKET_LAST)
    may |= sheet.holds(SPACE) & sheet.holds(bylines.OFFICE)
    may &= ~sheet.holds(SENTENCE)
    may |= sheet.holds(bylines.DESK | bylines.ORIGIN)
    asked = np.flatnonzero(sheet.short & may)
    forms: dict[int, int] = {}
    for index, mask in zip(asked.tolist(), masks[asked].tolist(), strict=True):
        alone = bylines.stands_alone(sheet.texts[index], mask)
        if alone is not None:
            sheet.found.alone[index] = alone
            forms[index] = BYLINE_FORMS.index(alone[0])
    sheet.seen.put_each(BYLINE, forms)
