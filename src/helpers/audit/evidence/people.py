"""How well people and their offices are found, against an answer key."""

from __future__ import annotations

from typing import Any

from helpers.audit.evidence.key import EvidenceKey
from helpers.audit.evidence.measure import Score, agree
from helpers.extraction.people import Person, find_people

#: What a key may call somebody who has no name and is not looked for: the reporter.
NOT_PEOPLE = frozenset({"记者", "笔者"})


def score_people(key: EvidenceKey) -> list[Score]:
    """Compare people with a key: named ones, all mentions, titles, categories.

    A person is an article and a name. Nameless ones (程先生) count neither way among the named.
    A title agrees if it is the key's, or the key's is the end of organisation and title together
    or the other way about: keys differ in whether the organisation belongs to a title.
    """
    found: dict[tuple[str, str], Person] = {}
    mentions = set()
    for document in key.documents:
        for person in find_people(document):
            found.setdefault((document.article_id, person.name), person)
            if person.named:
                mentions.add((document.article_id, person.field, person.start, person.end))
    rows: dict[tuple[str, str], dict[str, Any]] = {}
    places: set[Any] = set()
    free: set[Any] = set()
    for row in key.rows.get("people", ()):
        if row.get("source", "body") != "body" or row["name"] in NOT_PEOPLE or not row["places"]:
            continue
        article = row["places"][0].article_id
        rows[article, row["name"]] = row
        spans = {(p.article_id, p.field, p.start, p.end) for p in row["places"]}
        (places if row["named"] else free).update(spans)
    named = {k for k, row in rows.items() if row["named"]}
    unnamed = {k for k, row in rows.items() if not row["named"]}
    both = sorted(named & found.keys())
    titled = [k for k in both if rows[k].get("title")]
    titles = [k for k in titled if _title_agrees(found[k], rows[k])]
    right = [k for k in both if found[k].category == rows[k]["category"]]
    return [
        agree("named people", {k for k, p in found.items() if p.named}, named, optional=unnamed),
        agree("mentions", mentions, places, optional=free),
        agree("nameless", {k for k, p in found.items() if not p.named}, unnamed, optional=named),
        Score("title", len(titles), tuple(k for k in titled if k not in titles)),
        Score("category", len(right), tuple(k for k in both if k not in right)),
    ]


def _title_agrees(person: Person, row: dict[str, Any]) -> bool:
    whole = (person.organisation or "") + (person.title or "")
    asked = "".join(str(row["title"]).split())
    if not person.title:
        return False
    return (
        person.title == asked
        or asked.endswith(person.title)
        or whole.endswith(asked)
        or asked.endswith(whole)
        or person.title.endswith(asked)
    )
