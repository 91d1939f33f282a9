"""What lies ahead of a line: a text that is signed or not, a picture's credit; and its company."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from helpers.parsing.catalogue import (
    AHEAD_SIGNED,
    ALIKE,
    CAPTION_MARKED,
    CAPTIONED,
    CUSTOMS,
    TEXT_IN,
)  # fmt: skip
from helpers.parsing.features import Bools
from helpers.parsing.glance import Among
from helpers.parsing.sheet import Sheet

#: A caption is at most this long.
CAPTION = 180
#: Shares of the texts of an issue that are signed at their head, from which that is its custom.
SELDOM, USUAL = 0.25, 0.6
#: Forms of bylines on lines of their own.
FORMS = frozenset(("role", "mark", "desk"))
#: Marks between which lines are set stand at their ends; those of a sentence are none.
SETTING = Among("", lambda c: not c.isalnum() and c not in "‘《（", beyond=True)


def look_ahead(sheet: Sheet) -> NDArray[np.int8]:
    """Tell short lines what text comes next => its level in `catalogue.AHEAD`, or below 0."""
    n, seen, lengths = len(sheet), sheet.seen, sheet.lengths
    opened = sheet.flag(sheet.found.openers)
    byline = opened | sheet.flag(i for i, (form, _) in sheet.found.alone.items() if form in FORMS)
    text = opened | (lengths > 30) | (sheet.final & (lengths > 12))
    places = np.arange(n)
    # Behind the last line there is no text, far away.
    distance = np.minimum(next_of(text, n + 8) - places, 5)
    deciding = next_of(text | byline, n)
    signed = np.append(byline, False)[deciding] & (distance <= 4)
    asked = np.flatnonzero(sheet.short & ~text & ~byline)
    out = np.full(n, -1, dtype=np.int8)
    if len(asked):
        seen.put_levels(TEXT_IN, distance[asked], asked)
        out[asked] = np.minimum(distance[asked], 4) * 2 + signed[asked]
        share = signed[asked].sum() / len(asked)
        custom = 0 if share < SELDOM / 2 else 2 if share > USUAL / 2 else 1
        seen.put_levels(AHEAD_SIGNED, signed[asked] * len(CUSTOMS) + custom, asked)
    return out


def next_of(flags: Bools, beyond: int) -> NDArray[np.int64]:
    """Give for each line the place of the next line behind it that has a flag, or `beyond`."""
    places = np.append(np.where(flags, np.arange(len(flags)), beyond), beyond)[1:]
    found: NDArray[np.int64] = np.minimum.accumulate(places[::-1])[::-1]
    return found


def find_captions(sheet: Sheet) -> None:
    """Tell each line whether its paragraph comes to a photo credit."""
    lengths, final, credits = sheet.lengths, sheet.final, sheet.found.credits
    for place, credit in credits.items():
        if not credit.photo:
            continue
        alone = credit.start == 0
        if not alone:
            _caption(sheet, place)
        size = int(lengths[place])
        for index in range(place - 1, -1, -1):
            size += int(lengths[index])
            # The credit may stand on the line behind the last sentence.
            within = alone or not final[index]
            alone = False
            if not within or size > CAPTION or index in credits:
                break
            _caption(sheet, index)


def _caption(sheet: Sheet, index: int) -> None:
    sheet.seen.put(CAPTIONED, index)
    if not sheet.texts[index][0].isalnum():
        sheet.seen.put(CAPTION_MARKED, index)


def find_shapes(sheet: Sheet) -> None:
    """Tell a line that others are set between the same marks: 【…】, ■…, ── … ──, “…”."""
    found: dict[tuple[str, str], list[int]] = {}
    asked = (sheet.lengths <= 24) & ~sheet.final & sheet.starts(SETTING)
    for index in np.flatnonzero(asked).tolist():
        first, last = sheet.texts[index][0], sheet.texts[index][-1]
        if not first.isalnum():
            found.setdefault((first, "" if last.isalnum() else last), []).append(index)
    for group in found.values():
        if len(group) > 1:
            sheet.seen.put(ALIKE, np.array(group))
