"""How well programmes are found, against an answer key."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from helpers.audit.evidence.key import EvidenceKey
from helpers.audit.evidence.measure import Score
from helpers.extraction.initiatives import Initiative, find_initiatives
from helpers.language.plain import plain

#: What stands round a name and is no part of it.
RE_MARKS = re.compile(r"[“”‘’\"'「」『』（）() ，、]")
#: Two names agree if this many characters of one stand in the other.
LEAST = 2


def score_initiatives(key: EvidenceKey, found: Sequence[Initiative] | None = None) -> list[Score]:
    """Compare programmes with a key.

    A programme of the key is found if a mention overlaps one of its mentions and shares a core
    with it: one of the two, without marks, stands in the other. Where the key (the hand form) has
    no mentions, a name or alias found in one of its articles must stand in one of its, or the
    other way round. Programmes of the key without a mention in an article are not asked for.
    """
    if found is None:
        found = find_initiatives(key.documents, key.setting)
    mentions: dict[str, list[tuple[int, str, int, int, str]]] = defaultdict(list)
    for index, one in enumerate(found):
        for m in one.mentions:
            mentions[m.article_id].append((index, m.field, m.start, m.end, m.text))
    hit: set[int] = set()
    hits, missed = 0, []
    for row in key.rows.get("initiatives", ()):
        places = row["places"]
        matched = _by_span(key, row, mentions) if places else _by_name(key, row, mentions)
        if not places and not row.get("articles"):
            continue
        if matched:
            hits += 1
        else:
            missed.append(row["canonical"])
        hit |= matched
    wrong = tuple(one.name for index, one in enumerate(found) if index not in hit)
    return [Score("initiatives", hits, tuple(missed), wrong)]


def _by_span(
    key: EvidenceKey,
    row: dict[str, Any],
    mentions: dict[str, list[tuple[int, str, int, int, str]]],
) -> set[int]:
    texts = {d.article_id: d.fields for d in key.documents}
    return {
        index
        for p in row["places"]
        for index, field, start, end, text in mentions[p.article_id]
        if field == p.field
        and start < p.end
        and p.start < end
        and share_core(text, texts[p.article_id][field][p.start : p.end])
    }


def _by_name(
    key: EvidenceKey,
    row: dict[str, Any],
    mentions: dict[str, list[tuple[int, str, int, int, str]]],
) -> set[int]:
    articles: Iterable[str] = (f"{key.name}-a{int(number):02d}" for number in row["articles"])
    names = [row["canonical"], *row["aliases"]]
    return {
        index
        for article in articles
        for index, _, _, _, text in mentions[article]
        if any(share_core(text, name) for name in names)
    }


def share_core(one: str, other: str) -> bool:
    """Say whether one name stands in the other, marks aside: “甲乙”平台, 甲乙."""
    one, other = (RE_MARKS.sub("", plain(name)) for name in (one, other))
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= LEAST and shorter in longer
