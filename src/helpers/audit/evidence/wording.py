"""How well coinages are found, against an answer key."""

from __future__ import annotations

from typing import Any

from helpers.audit.evidence.key import EvidenceKey
from helpers.audit.evidence.measure import Score, agree
from helpers.audit.evidence.voices import key_people
from helpers.extraction.voices import find_quotations
from helpers.extraction.wording import Coinage, find_coinages


def score_wording(key: EvidenceKey) -> list[Score]:
    """Compare coinages with a key, mention by mention, one score for each kind.

    A mention agrees if its span does, quotation marks or not: a key may list a term that is
    printed in marks without them. Of a kind, what another kind of the key has counts neither way.
    """
    found: dict[Any, Coinage] = {}
    for document in key.documents:
        quotations = find_quotations(document, key_people(key, document))
        speech = {(q.field, q.start, q.end) for q in quotations}
        for coinage in find_coinages(document, speech):
            found[_bare(document.article_id, coinage)] = coinage
    asked: dict[Any, set[str]] = {}
    texts = {d.article_id: d.printed for d in key.documents}
    for row in key.rows.get("coinages", ()):
        for p in row["places"]:
            text = texts[p.article_id][p.field]
            marks = text[p.start] in "“‘「『" and text[p.end - 1] in "”’」』"
            place = (p.article_id, p.field, p.start + marks, p.end - marks)
            asked.setdefault(place, set()).update(row["types"])
    return [
        agree(
            kind,
            {place for place, coinage in found.items() if kind in coinage.kinds},
            {place for place, kinds in asked.items() if kind in kinds},
            optional={place for place, kinds in asked.items() if kind not in kinds},
        )
        for kind in ("quoted_coinage", "numeric_abbreviation", "slogan", "parallel", "set_phrase")
    ]


def _bare(article: str, coinage: Coinage) -> tuple[str, str, int, int]:
    """Return the place of a coinage without its marks."""
    marks = coinage.text[0] in "“‘「『" and coinage.text[-1] in "”’」』"
    return article, coinage.field, coinage.start + marks, coinage.end - marks
