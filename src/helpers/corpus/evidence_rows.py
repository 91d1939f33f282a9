"""The finds of extraction as rows of the tables of evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from helpers.corpus.schema import arrow_schema
from helpers.corpus.tables_evidence import EVIDENCE_TABLES
from helpers.extraction.document import TEXT
from helpers.extraction.evidence import Evidence
from helpers.extraction.figures.figure import Figure
from helpers.extraction.initiatives import Initiative

if TYPE_CHECKING:
    import pyarrow as pa

    from helpers.extraction.checks import Check
    from helpers.extraction.document import Document

Rows = dict[str, list[dict[str, Any]]]
NAMES = tuple(table.name for table in EVIDENCE_TABLES)


def add_rows(rows: Rows, evidence: Evidence) -> None:
    """Add the finds of one article: those of its text to their tables, the others to one."""
    document = evidence.document
    for person in evidence.people:
        row = {
            "name": person.name,
            "title": person.title,
            "organisation": person.organisation,
            "place": person.place,
            "named": person.named,
            "category": person.category,
            "person": None,
        }
        _add(rows, "people", document, person, row, "person", person.name, person.category)
    for place in evidence.places:
        if not place.nested:
            row = {"canonical": place.canonical, "level": place.level, "parent": place.parent}
            _add(rows, "places", document, place, row, "place", place.canonical, place.level)
    for body in evidence.organisations:
        if not body.nested:
            row = {"canonical": body.canonical, "kind": body.kind}
            _add(rows, "organisations", document, body, row, "organisation", body.canonical,
                 body.kind)  # fmt: skip
    for quotation in evidence.quotations:
        row = {
            "speaker": quotation.speaker,
            "category": quotation.category,
            "verb": quotation.verb,
            "position": quotation.position,
            "named": quotation.named,
        }
        _add(rows, "quotations", document, quotation, row, "quotation", quotation.speaker,
             quotation.category)  # fmt: skip
    for figure in evidence.figures:
        row = figure_row(figure)
        _add(rows, "quantities", document, figure, row, "quantity", figure.of, figure.kind)
    for coinage in evidence.coinages:
        row = {
            "kind": coinage.kinds[0],
            "term": coinage.term,
            "kinds": " ".join(coinage.kinds),
            "expansion": coinage.expansion,
        }
        _add(rows, "coinages", document, coinage, row, "coinage", coinage.term, coinage.kinds[0])

    for check in evidence.checks:
        if check.figures:
            rows["checks"].append(check_row(document.article_id, check))


def add_initiative(rows: Rows, initiative: Initiative) -> None:
    """Add the mentions of a programme, each with what is known of it throughout the corpus."""
    tiers = [
        tier.name if tier.number is None else f"{tier.name} {tier.number:g}"
        for tier in initiative.tiers
    ]
    for mention in initiative.mentions:
        place = {
            "article_id": mention.article_id,
            "start": mention.start,
            "end": mention.end,
        }
        if mention.field == TEXT:
            rows["initiatives"].append(
                place
                | {
                    "name": initiative.name,
                    "alias": mention.text,
                    "theme": initiative.theme or None,
                    "actors": "；".join(initiative.actors) or None,
                    "tiers": "；".join(tiers) or None,
                    "technology": "；".join(initiative.technology) or None,
                    "kind": initiative.kind,
                    "since": initiative.start,
                    "status": initiative.status,
                }
            )
        else:
            rows["headline_evidence"].append(
                place
                | {
                    "field": mention.field,
                    "text": mention.text,
                    "evidence": "initiative",
                    "name": initiative.name,
                    "kind": initiative.kind,
                }
            )


def check_row(
    article_id: str, check: Check, articles: Sequence[str] | None = None
) -> dict[str, Any]:
    """Return the row of a check: its figures by their places, the calculation, the verdict.

    Args:
        article_id: The article that the row stands at.
        check: The check.
        articles: The article of each figure, if there are several.
    """
    owners = articles or [article_id] * len(check.figures)
    spans = [
        ("" if owner == article_id else f"{owner}:")
        + ("" if f.field == TEXT else f"{f.field}:")
        + f"{f.start}-{f.end}"
        for f, owner in zip(check.figures, owners, strict=True)
    ]
    return {
        "article_id": article_id,
        "quantities": " ".join(spans),
        "statement": check.statement,
        "computed": check.computed,
        "stated": check.stated,
        "verdict": check.verdict,
        "kind": check.kind,
    }


def figure_row(figure: Figure) -> dict[str, Any]:
    """Return the values of a figure: numbers, or the ISO form of a date or period."""
    iso = figure.first
    if iso is not None and figure.kind == "period":
        iso = f"{iso}/{figure.last or '..'}"
    return {
        "value": figure.value,
        "low": figure.low,
        "high": figure.high,
        "unit": figure.unit,
        "kind": figure.kind,
        "approx": figure.approx,
        "of": figure.of,
        "status": figure.status,
        "iso": iso,
    }


def _add(
    rows: Rows,
    table: str,
    document: Document,
    find: Any,  # noqa: ANN401 - every finder has its own row
    row: dict[str, Any],
    evidence: str,
    name: str | None,
    kind: str,
) -> None:
    """Add one find to its table, or, if it stands in a headline, to the table for those."""
    place = {"article_id": document.article_id, "start": find.start, "end": find.end}
    text = document.quote(find.field, find.start, find.end)
    if find.field == TEXT:
        rows[table].append(place | {"text": text} | row)
        return
    rows["headline_evidence"].append(
        place
        | {
            "field": find.field,
            "text": text,
            "evidence": evidence,
            "name": name or None,
            "value": row.get("value"),
            "unit": row.get("unit"),
            "kind": kind,
        }
    )


def to_table(name: str, rows: Iterable[dict[str, Any]]) -> pa.Table:
    """Return rows as a table, each key once, in the order in which they came."""
    import pyarrow as pa

    from helpers.corpus.schema import table

    key = table(name).primary_key
    return pa.Table.from_pylist(list(_once(rows, key)), schema=arrow_schema(name))


def _once(rows: Iterable[dict[str, Any]], key: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    seen: set[tuple[Any, ...]] = set()
    for row in rows:
        place = tuple(row[column] for column in key)
        if not key or place not in seen:
            seen.add(place)
            yield row
