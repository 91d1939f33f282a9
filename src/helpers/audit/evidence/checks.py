"""How many stated checks are found, and whether what is called inconsistent is."""

from __future__ import annotations

from typing import Any

from helpers.audit.evidence.key import EvidenceKey, Place
from helpers.audit.evidence.measure import Score
from helpers.audit.evidence.voices import key_people
from helpers.extraction.checks import Check, find_checks
from helpers.extraction.figures.find import find_figures
from helpers.extraction.voices import find_quotations
from helpers.extraction.wording import find_coinages

#: Checks of the masthead are made where issues are parsed; those of offices by linking people.
KINDS = ("figures", "enumeration")


def score_checks(key: EvidenceKey) -> list[Score]:
    """Compare checks with the stated ones of a key that relate figures.

    A stated check is found if one of ours in the same article relates two of its figures, or the
    only one that it has; of enumerations without a figure, one of ours counts a list. `verdict`
    is scored over those found; `inconsistent` over ours that are called so.
    """
    found = {d.article_id: _checks(key, d.article_id) for d in key.documents}
    spans = {
        article: [{(f.field, f.start, f.end) for f in check.figures} for check in checks]
        for article, checks in found.items()
    }
    hits, missed, right, wrong_verdict = 0, [], 0, []
    for number, row in enumerate(key.rows.get("checks", ())):
        if row["type"] not in KINDS or row["strength"] != "stated":
            continue
        article, places = _article(row), row["places"]
        matched = [
            check
            for check, span in zip(found.get(article, ()), spans.get(article, ()), strict=True)
            if _relates(span, places, check) or _counts(row, check)
        ]
        name = (article, str(row.get("claim", number)))
        if not matched:
            missed.append(name)
            continue
        hits += 1
        if any(check.verdict == row["verdict"] for check in matched):
            right += 1
        else:
            wrong_verdict.append(name)
    alarms = [
        (article, check.statement)
        for article, checks in found.items()
        for check in checks
        if check.verdict == "inconsistent"
    ]
    true = {_article(row) for row in key.rows.get("checks", ()) if row["verdict"] == "inconsistent"}
    false = tuple(alarm for alarm in alarms if alarm[0] not in true)
    return [
        Score("checks", hits, tuple(missed)),
        Score("verdict", right, tuple(wrong_verdict)),
        Score("inconsistent", len(alarms) - len(false), (), false),
    ]


def _checks(key: EvidenceKey, article: str) -> list[Check]:
    document = key.document(article)
    quotations = find_quotations(document, key_people(key, document))
    speech = {(q.field, q.start, q.end) for q in quotations}
    return find_checks(
        document, find_figures(document, key.setting), find_coinages(document, speech)
    )


def _article(row: dict[str, Any]) -> str:
    return str(row["places"][0].article_id if row["places"] else row.get("article"))


def _counts(row: dict[str, Any], check: Check) -> bool:
    """Say whether a check counts the list of an enumeration of a key, by the term it names."""
    stated = check.stated.strip("“”‘’")
    return row["type"] == "enumeration" and check.kind == "listed" and stated in row["claim"]


def _relates(spans: set[tuple[str, int, int]], places: list[Place], check: Check) -> bool:
    """Say whether a check relates two of the figures of a key's; a find may hold its hedge."""
    if not places:
        return False
    shared = sum(
        any(f == p.field and s < p.end and p.start < e for f, s, e in spans) for p in places
    )
    return shared >= min(2, len(places))
