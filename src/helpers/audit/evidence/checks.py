"""How many stated checks are found, and whether what is called inconsistent is."""

from __future__ import annotations

from typing import Any

from helpers.audit.evidence.key import EvidenceKey, Place
from helpers.audit.evidence.measure import Score
from helpers.audit.evidence.voices import key_people
from helpers.extraction.checks import Check, find_checks
from helpers.extraction.checks.across import find_across
from helpers.extraction.figures.find import find_figures
from helpers.extraction.initiatives import find_initiatives
from helpers.extraction.places import Names, find_places
from helpers.extraction.voices import find_quotations
from helpers.extraction.wording import find_coinages

#: Where the figures of a check stand: article, field, start, end.
Spans = set[tuple[str, str, int, int]]
#: Checks of the masthead are made where issues are parsed; those of offices by linking people.
KINDS = ("figures", "enumeration")


def score_checks(key: EvidenceKey) -> list[Score]:
    """Compare checks with the stated ones of a key that relate figures.

    A stated check is found if one of ours, within its article or across articles, relates two of
    its figures, or the only one that it has; of enumerations without a figure, one of ours counts
    a list. `verdict` is scored over those found; `inconsistent` over ours that are called so.
    """
    found = _checks(key)
    hits, missed, right, wrong_verdict = 0, [], 0, []
    for number, row in enumerate(key.rows.get("checks", ())):
        if row["type"] not in KINDS or row["strength"] != "stated":
            continue
        places = row["places"]
        articles = dict.fromkeys([_article(row), *(place.article_id for place in places)])
        matched = [
            check
            for article in articles
            for check, spans in found.get(article, ())
            if _relates(spans, places) or _counts(row, check)
        ]
        name = (_article(row), str(row.get("claim", number)))
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
        for check, _ in checks
        if check.verdict == "inconsistent"
    ]
    true = {
        article
        for row in key.rows.get("checks", ())
        if row["verdict"] == "inconsistent"
        for article in (_article(row), row.get("article"))
    }
    false = tuple(alarm for alarm in alarms if alarm[0] not in true)
    return [
        Score("checks", hits, tuple(missed)),
        Score("verdict", right, tuple(wrong_verdict)),
        Score("inconsistent", len(alarms) - len(false), (), false),
    ]


def _checks(key: EvidenceKey) -> dict[str, list[tuple[Check, Spans]]]:
    """Return the checks of every article with the places of their figures."""
    out: dict[str, list[tuple[Check, Spans]]] = {}
    figures, places = {}, {}
    names = Names.learn(key.documents, key.setting)
    for document in key.documents:
        own = document.article_id
        quotations = find_quotations(document, key_people(key, document))
        speech = {(q.field, q.start, q.end) for q in quotations}
        figures[own] = find_figures(document, key.setting)
        places[own] = find_places(document, key.setting, names=names)
        out[own] = [
            (check, {(own, f.field, f.start, f.end) for f in check.figures})
            for check in find_checks(document, figures[own], find_coinages(document, speech))
        ]
    initiatives = find_initiatives(key.documents, key.setting, figures=figures)
    for check, owners in find_across(key.documents, figures, places, initiatives):
        spans = {
            (owner, f.field, f.start, f.end) for owner, f in zip(owners, check.figures, strict=True)
        }
        out[owners[0]].append((check, spans))
    return out


def _article(row: dict[str, Any]) -> str:
    return str(row["places"][0].article_id if row["places"] else row.get("article"))


def _counts(row: dict[str, Any], check: Check) -> bool:
    """Say whether a check counts the list of an enumeration of a key, by the term it names."""
    stated = check.stated.strip("“”‘’")
    return row["type"] == "enumeration" and check.kind == "listed" and stated in row["claim"]


def _relates(spans: Spans, places: list[Place]) -> bool:
    """Say whether a check relates two of the figures of a key's; a find may hold its hedge."""
    if not places:
        return False
    shared = sum(
        any((a, f) == (p.article_id, p.field) and s < p.end and p.start < e for a, f, s, e in spans)
        for p in places
    )
    return shared >= min(2, len(places))
