"""Suspect marks: quotation marks and brackets without a partner, punctuation twice over."""

from __future__ import annotations

import re
from collections.abc import Iterator

#: start, end, kind, probable reading or None, reason.
Suspect = tuple[int, int, str, str | None, str]

PAIRS = {"”": "“", "’": "‘", "）": "（", "》": "《", "】": "【", "〉": "〈", "〕": "〔"}
OPENING = frozenset(PAIRS.values())
RE_MARK = re.compile("[" + "".join(PAIRS) + "".join(sorted(OPENING)) + "]")
#: A number that a closing bracket ends: 1）, （2), 一）, a), at the beginning of a clause.
RE_NUMBERED = re.compile(
    r"(?:^|[。；：，、\s])[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[a-zA-Z])$"
)
#: An apostrophe: it's, '98.
RE_APOSTROPHE = re.compile(r"[A-Za-z]’[A-Za-z\s]|[‘’]\d\d(?!\d)")
#: Pauses twice over: ，， 、、 ，。 。， 。。; not 。。。 nor ！！, ？！, …… or ——.
RE_TWICE = re.compile(
    r"(?<![，、；：。])(?:([，、；：])\1|[，、；：]。|。[，、；：]|。。)(?![，、；：。])"
)
#: A stop within a number: 3。5, 3..5, 3.，5.
RE_SPLIT_NUMBER = re.compile(r"(?<=\d)(?:。|\.\.|\.。|。\.|\.，)(?=\d)")


def repeated_marks(text: str) -> Iterator[Suspect]:
    """Find punctuation twice over, and a stop within a number: ，， → ，; 3。5 → 3.5."""
    for match in RE_TWICE.finditer(text):
        probable = "。" if "。" in match[0] else match[0][0]
        yield *match.span(), "punctuation", probable, "two pauses in a row"
    for match in RE_SPLIT_NUMBER.finditer(text):
        yield *match.span(), "punctuation", ".", "a stop within a number"


def unbalanced(text: str) -> Iterator[Suspect]:
    """Find marks without a partner in their paragraph: “甲” 乙” → the last ”.

    A mark whose partner stands in another paragraph is left alone, since a quotation may run on:
    then each of its paragraphs begins with “ and the last alone ends with ”.
    """
    alone: list[tuple[int, str]] = []
    start = 0
    paragraphs = text.split("\n")
    for paragraph, later in zip(paragraphs, [*paragraphs[1:], ""], strict=True):
        found = _alone(paragraph)
        if found and found[-1][1] in "“‘" and later.lstrip().startswith(found[-1][1]):
            found.pop()
        alone += [(start + at, mark) for at, mark in found]
        start += len(paragraph) + 1
    for at in sorted(_across(alone)):
        closes = text[at] in PAIRS
        reason = "closes what nothing opened" if closes else "opens what nothing closes"
        yield at, at + 1, "unbalanced", None, reason


def _alone(paragraph: str) -> list[tuple[int, str]]:
    """Return the marks of a paragraph that have no partner in it."""
    open_marks: list[tuple[int, str]] = []
    alone: list[tuple[int, str]] = []
    for match in RE_MARK.finditer(paragraph):
        at, mark = match.start(), match[0]
        if mark in OPENING:
            open_marks.append((at, mark))
        elif open_marks and open_marks[-1][1] == PAIRS[mark]:
            open_marks.pop()
        elif any(opened == PAIRS[mark] for _, opened in open_marks):
            # What was opened since then was never closed.
            while open_marks[-1][1] != PAIRS[mark]:
                alone.append(open_marks.pop())
            open_marks.pop()
        elif not _no_partner_needed(paragraph, at):
            alone.append((at, mark))
    return sorted(alone + [o for o in open_marks if not _no_partner_needed(paragraph, o[0])])


def _no_partner_needed(paragraph: str, at: int) -> bool:
    """Say whether a mark numbers an item or is an apostrophe."""
    if paragraph[at] == "）":
        return RE_NUMBERED.search(paragraph[max(0, at - 6) : at]) is not None
    if paragraph[at] in "‘’":
        return RE_APOSTROPHE.search(paragraph[max(0, at - 1) : at + 3]) is not None
    return False


def _across(alone: list[tuple[int, str]]) -> list[int]:
    """Return the places of the marks that no later paragraph closes or earlier one opened."""
    waiting: dict[str, list[int]] = {mark: [] for mark in OPENING}
    left: list[int] = []
    for at, mark in alone:
        if mark in OPENING:
            waiting[mark].append(at)
        elif waiting[PAIRS[mark]]:
            # One “ at the head of each paragraph, and one ” for all of them.
            waiting[PAIRS[mark]].clear()
        else:
            left.append(at)
    return left + [at for places in waiting.values() for at in places]
