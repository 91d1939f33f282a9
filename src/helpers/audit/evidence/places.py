"""Places and organisations against a key."""

from __future__ import annotations

from helpers.audit.evidence.key import EvidenceKey
from helpers.audit.evidence.measure import Score, agree
from helpers.extraction.places import (
    Gazetteer,
    Names,
    Organisation,
    PlaceName,
    find_names,
    infer_setting,
)

#: Article, field, start, end.
Span = tuple[str, str, int, int]


def score_places(key: EvidenceKey, gazetteer: Gazetteer | None = None) -> list[Score]:
    """Measure places, organisations and both together on the articles of a key.

    Spans are exact. What the key calls nested (inside a longer name) or generic (业委会, 市区) is
    optional, and so are finds that lie inside a longer find.
    """
    setting = infer_setting(key.documents, key.setting)
    names = Names.learn(key.documents, setting, gazetteer)
    found: dict[str, set[Span]] = {"places": set(), "organisations": set()}
    for document in key.documents:
        places, organisations = find_names(document, setting, names=names)
        found["places"] |= _spans(document.article_id, places)
        found["organisations"] |= _spans(document.article_id, organisations)
    scores = []
    asked: dict[str, set[Span]] = {}
    free: dict[str, set[Span]] = {}
    for table in ("places", "organisations"):
        asked[table], free[table] = _key_spans(key, table)
        scores.append(agree(table, found[table], asked[table], optional=free[table]))
    both = [
        {(table, *span) for table in found for span in spans[table]}
        for spans in (found, asked, free)
    ]
    return [*scores, agree("places and organisations", both[0], both[1], optional=both[2])]


def _spans(article: str, rows: list[PlaceName] | list[Organisation]) -> set[Span]:
    return {(article, row.field, row.start, row.end) for row in rows if not row.nested}


def _key_spans(key: EvidenceKey, table: str) -> tuple[set[Span], set[Span]]:
    """Return the spans that a table of the key asks for, and those that it leaves free."""
    asked: set[Span] = set()
    free: set[Span] = set()
    for row in key.rows.get(table, ()):
        mentions = row.get("mentions") or [row]
        told = [m for m in mentions if "start" not in m or m.get("article")]
        told = [
            m
            for m in told
            if m.get("where") in (None, "body", "text", "headline", "deck", "kicker")
        ]
        for place, mention in zip(row["places"], told, strict=False):
            optional = row.get("generic") or mention.get("nested") or row.get("nested")
            span = (place.article_id, place.field, place.start, place.end)
            (free if optional else asked).add(span)
    return asked, free - asked
