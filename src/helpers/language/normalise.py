"""Cleaners that keep offsets: one code point in, one code point out.

`normalise` runs the visible `PIPELINE`. NFKC is not used, because it turns （ into ( and so
breaks the patterns of bylines, and because it knows 2 of the 115 radicals of the Supplement.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from helpers.language.tsv import RESOURCES, read_rows

Cleaner = Callable[[str], str]

#: Characters without width of their own: soft hyphen, zero-width space and joiners, marks of
#: direction, word joiner, variation selectors, byte order mark and C0/C1 controls.
#: Not tab, line feed or carriage return, which are layout, nor any space that takes room.
RE_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb"
    "\U000e0000-\U000e0fff]"
)
#: Spaces of other widths that word processors put in for a plain one. Not the ideographic
#: space U+3000, with which a Chinese paper parts the halves of a headline.
RE_ODD_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f]")
#: Radicals of the Supplement and of the Kangxi block, which stand for ideographs in bad PDFs.
RE_RADICAL = re.compile("[\u2e80-\u2fd5]")
#: Compatibility ideographs; the twelve of them that are unified ideographs map to themselves.
RE_COMPATIBILITY = re.compile("[\uf900-\ufaff\U0002f800-\U0002fa1f]")
#: Full-width letters and digits. Not full-width punctuation: （），：％ keep their width.
RE_FULL_WIDTH = re.compile("[０-９Ａ-Ｚａ-ｚ]")

#: A text of nothing but these needs no cleaning: ASCII, ideographs, Chinese and full-width
#: punctuation. Most texts are such, and one look is five times as fast as five cleaners.
RE_CLEAN = re.compile(
    "[\t\n\r -~·“”‘’—…\u3000-\u303f\u4e00-\u9fff"
    "\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]*"
)

#: The distance between a full-width letter or digit and its ASCII form.
FULL_WIDTH_SHIFT = 0xFEE0


def unify_radicals(text: str) -> str:
    """Replace radicals by the ideographs they stand for: ⺟亲 → 母亲, ⾦融 → 金融.

    The pairs are Unicode's EquivalentUnifiedIdeograph (UAX #44), with one exception, noted in
    `resources/radicals.tsv`: ⼾ is 户 in the fonts of mainland papers, not 戶.
    """
    if RE_RADICAL.search(text) is None:
        return text
    return text.translate(_radicals())


def unify_compatibility(text: str) -> str:
    """Replace compatibility ideographs by the ones they are equal to: 金 (U+F90A) → 金."""
    return RE_COMPATIBILITY.sub(lambda m: unicodedata.normalize("NFC", m[0]), text)


def narrow_alphanumerics(text: str) -> str:
    """Make full-width letters and digits half-width: ２０２０年（ＡＰＰ） → 2020年（APP）."""
    return RE_FULL_WIDTH.sub(lambda m: chr(ord(m[0]) - FULL_WIDTH_SHIFT), text)


def blank_invisible(text: str) -> str:
    """Replace invisible characters by a plain space, so that every offset stays."""
    return RE_INVISIBLE.sub(" ", text)


def plain_spaces(text: str) -> str:
    """Replace no-break, thin and other odd spaces by a plain space, but not U+3000."""
    return RE_ODD_SPACE.sub(" ", text)


#: What `normalise` does, in order. Each cleaner keeps the length of the text.
PIPELINE: tuple[Cleaner, ...] = (
    unify_radicals,
    unify_compatibility,
    narrow_alphanumerics,
    blank_invisible,
    plain_spaces,
)


def normalise(text: str) -> str:
    """Clean a text without moving any character: ⼀期１０⼾ → 一期10户.

    Args:
        text: Any text.

    Returns:
        A text of equal length; doing it twice changes nothing more.
    """
    if RE_CLEAN.fullmatch(text) is not None:
        return text
    for cleaner in PIPELINE:
        text = cleaner(text)
    return text


@dataclass(frozen=True, slots=True)
class Change:
    """One character that a cleaner replaced, and where it stands."""

    cleaner: str
    start: int
    before: str
    after: str


def explain(text: str) -> list[Change]:
    """List what `normalise` does to a text, cleaner by cleaner: ⼾ → unify_radicals, 0, ⼾, 户."""
    changes = []
    for cleaner in PIPELINE:
        clean = cleaner(text)
        changes += [
            Change(cleaner.__name__, start, before, after)
            for start, (before, after) in enumerate(zip(text, clean, strict=True))
            if before != after
        ]
        text = clean
    return changes


def strip_invisible(text: str) -> tuple[str, list[int]]:
    """Take invisible characters out, and say where each remaining character stood.

    Args:
        text: Any text.

    Returns:
        The shorter text, and a list one longer than it: item `i` is the offset in `text` of
        character `i`, and the last item is `len(text)`, so that a span `[a, b)` of the shorter
        text is `[offsets[a], offsets[b - 1] + 1)` of the longer.
    """
    kept = [i for i, character in enumerate(text) if RE_INVISIBLE.match(character) is None]
    return "".join([text[i] for i in kept]), [*kept, len(text)]


@cache
def _radicals() -> dict[int, str]:
    """Return the mapping of both radical blocks, read from the resource once."""
    table = {
        code: unicodedata.normalize("NFKC", chr(code))
        for code in range(0x2F00, 0x2FD6)  # the Kangxi radicals, each with a one-character mapping
    }
    columns = ("radical", "ideograph", "reason")
    for _, (radical, ideograph, _) in read_rows(
        RESOURCES / "radicals.tsv", columns, key=("radical",)
    ):
        table[ord(radical)] = ideograph
    return table
