"""Answer keys of evidence: who speaks, what is counted, as a careful reader finds it.

Two forms are read: the annotation form (`people.json`, `figures.json`, … with offsets, beside
`structure.json`), and the hand form, which is quickly written: one file of JSON lines for each
table, in which a find is named by its article, field and printed characters::

    {"article": 3, "where": "body", "text": "近97%", "nth": 1, "value": 97, "unit": "%"}

The files lie in the folder `evidence` beside the marked files of the issues; where there are
several issues, a row names its own as well: `"issue": "2021-07-06"`.

Both become the same `EvidenceKey`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from helpers.audit.marked import load_marked
from helpers.errors import InputError
from helpers.extraction.document import Document, Setting, Signed, read_document

#: The tables of a key.
TABLES = (
    "people",
    "places",
    "organisations",
    "quotations",
    "figures",
    "checks",
    "initiatives",
    "coinages",
    "themes",
)
#: Files of the annotation form: table → file, entry in it.
_ENTRIES = {
    "people": ("people.json", "people"),
    "places": ("places_orgs.json", "places"),
    "organisations": ("places_orgs.json", "organisations"),
    "quotations": ("quotes.json", "quotes"),
    "figures": ("figures.json", "figures"),
    "checks": ("consistency.json", "checks"),
    "initiatives": ("initiatives.json", "initiatives"),
    "coinages": ("coinages.json", "coinages"),
    "themes": ("themes.json", "articles"),
}
#: What the keys call the fields of an article.
_FIELDS = {"body": "text"}


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a find stands: article, field (see `document.FIELDS`), offsets into the field."""

    article_id: str
    field: str
    start: int
    end: int


@dataclass(slots=True)
class EvidenceKey:
    """An answer key with its articles.

    `rows` maps each table that the key has to its entries as they are written, each with
    `places`: the places of its mentions (of a check: of its figures). Mentions in furniture and
    bylines are left out.
    """

    name: str
    documents: list[Document]
    setting: Setting = field(default_factory=Setting)
    rows: dict[str, list[dict[str, Any]]] = field(default_factory=dict)

    def document(self, article_id: str) -> Document:
        """Return one article."""
        return next(d for d in self.documents if d.article_id == article_id)


def load_evidence_key(place: Path, setting: Setting | None = None) -> EvidenceKey:
    """Read the key in a folder.

    Args:
        place: A folder with `structure.json` (the annotation form), or the folder of one paper
            with a marked file and `evidence/` (the hand form).
        setting: The county, where the key itself does not tell it.

    Raises:
        InputError: A file cannot be read, or a find is not in its article.
    """
    if (place / "structure.json").is_file():
        return _annotation(place, setting or Setting())
    return _hand(place, setting or Setting())


def _annotation(place: Path, setting: Setting) -> EvidenceKey:
    documents = []
    for issue in json.loads((place / "structure.json").read_text(encoding="utf-8"))["issues"]:
        masthead = issue["masthead"]
        setting = setting if setting.paper else _with_paper(setting, masthead.get("paper"))
        for article in issue["articles"]:
            fields = {"headline": article.get("headline"), "deck": article.get("deck")}
            fields["text"] = article["body"]
            documents.append(
                read_document(
                    article["id"],
                    fields,
                    kind=article["kind"],
                    issue_id=str(issue.get("issue_id", issue["issue_number"])),
                    date=_date(masthead.get("date")),
                    bylines=tuple(
                        Signed(b.get("role"), b["name"], b.get("unit"))
                        for b in article.get("byline") or ()
                    ),
                )
            )
    key = EvidenceKey(place.name, documents, setting)
    for table, (file, entry) in _ENTRIES.items():
        if not (place / file).is_file():
            continue
        found = json.loads((place / file).read_text(encoding="utf-8"))[entry]
        key.rows[table] = [row | {"places": _annotated(row)} for row in found]
    return key


def _annotated(row: Mapping[str, Any]) -> list[Place]:
    """Read the places of an entry of the annotation form."""
    mentions: Sequence[Mapping[str, Any]] = row.get("mentions") or row.get("figures") or ()
    if not mentions and "start" in row:
        mentions = [row]
    return [
        Place(m["article"], _FIELDS.get(m["where"], m["where"]), m["start"], m["end"])
        for m in mentions
        if m.get("article") and m["where"] in ("body", "headline", "deck", "kicker")
    ]


def _hand(place: Path, setting: Setting) -> EvidenceKey:
    files = sorted(place.glob("*.txt"))
    several = len(files) > 1
    if not files:
        raise InputError("holds no answer key", file=place, remedy="name the folder of a paper")
    key = EvidenceKey(place.name, [], setting)
    for file in files:
        issue = load_marked(file)
        name = _issue_name(file) if several else place.name
        if key.setting.paper is None:
            key.setting = _with_paper(setting, issue.masthead.get("paper"))
        for number, article in enumerate(issue.articles, start=1):
            text = "\n".join(paragraph.text for paragraph in article.paragraphs)
            key.documents.append(
                read_document(
                    f"{name}-a{number:02d}",
                    {"headline": article.headline, "deck": article.deck, "text": text},
                    kind=article.kind,
                    issue_id=name,
                    date=_date(issue.masthead.get("date")),
                    bylines=tuple(Signed(b.role, b.name, b.unit) for b in article.bylines),
                )
            )
    for table in TABLES:
        path = place / "evidence" / f"{table}.jsonl"
        if path.is_file():
            key.rows[table] = list(_lines(path, key))
    return key


def _lines(path: Path, key: EvidenceKey) -> Iterable[dict[str, Any]]:
    documents = {d.article_id: d for d in key.documents}
    lines = path.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as error:
            raise InputError(
                "is not JSON", file=path, line=number, remedy="write one object on a line"
            ) from error
        spans = row.get("mentions") or (row.get("figures") if path.stem == "checks" else None)
        spans = spans or ([row] if "text" in row else [])
        places = []
        for span in spans:
            issue = str(row.get("issue", key.name))
            article = f"{issue}-a{int(span.get('article', row.get('article'))):02d}"
            found = _find(documents.get(article), span)
            if found is None:
                raise InputError(
                    f"'{span['text']}' is not in article {article}",
                    file=path,
                    line=number,
                    remedy="copy the characters from the article, and count `nth` from 1",
                )
            places.append(found)
        row["places"] = places
        if "article" in row:
            row["article"] = f"{row.get('issue', key.name)}-a{int(row['article']):02d}"
        yield row


def _issue_name(file: Path) -> str:
    """Return the name of an issue by its marked file: 2021-07-06.key.txt => 2021-07-06."""
    return file.name.removesuffix(".txt").removesuffix(".key")


def _find(document: Document | None, span: Mapping[str, Any]) -> Place | None:
    """Find the nth occurrence of printed characters in a field."""
    field = _FIELDS.get(span.get("where", "body"), span.get("where", "body"))
    printed = document.printed.get(field) if document is not None else None
    if document is None or printed is None:
        return None
    at = -1
    for _ in range(int(span.get("nth", 1))):
        at = printed.find(span["text"], at + 1)
        if at < 0:
            return None
    return Place(document.article_id, field, at, at + len(span["text"]))


def _with_paper(setting: Setting, paper: str | None) -> Setting:
    return Setting(setting.paper or paper, setting.county, setting.city, setting.province)


def _date(printed: str | None) -> date | None:
    try:
        return date.fromisoformat(printed) if printed else None
    except ValueError:
        return None
