"""Make the key of places and organisations from what was written down by hand in `names/`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from specimen_keys import Record

#: The places that a line of mentions names by one letter.
WHERE = {"h": "headline", "d": "deck", "b": "body"}
#: `-name#2*3=canonical`; only the name must be there.
RE_ITEM = re.compile(r"^(-?)([^#*=]+)(?:#(\d+))?(?:\*(\d+))?(?:=(.+))?$")


@dataclass
class Entity:
    """One line of an inventory. `forms` maps each printed form to whether it is deictic."""

    name: str
    kind: str
    level: str
    parent: str | None
    explicit: bool | None
    generic: bool
    forms: dict[str, bool]
    note: str | None
    mentions: list[Record] = field(default_factory=list)


@dataclass
class Field:
    """One text that offsets count in: its place, its characters, and what is said of it."""

    place: Record
    text: str
    taken: Counter[str] = field(default_factory=Counter)
    declined: set[tuple[str, int]] = field(default_factory=set)
    spans: list[tuple[int, int, Entity]] = field(default_factory=list)

    def find(self, name: str, nth: int) -> int:
        """Return where the nth occurrence of `name` starts, or -1."""
        start = -1
        for _ in range(nth):
            start = self.text.find(name, start + 1)
            if start < 0:
                break
        return start

    def occurrences(self, name: str) -> Iterator[tuple[int, int]]:
        """Yield the number and the start of each occurrence of `name`."""
        nth = 1
        while (start := self.find(name, nth)) >= 0:
            yield nth, start
            nth += 1


def coded_lines(path: Path) -> list[tuple[int, str]]:
    """Return the numbered lines of a hand-written file that are no comment and not empty."""
    lines = enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
    return [(n, line.strip()) for n, line in lines if line.strip() and not line.startswith("#")]


def read_inventory(path: Path, kind: str) -> tuple[list[Entity], list[str]]:
    """Read one inventory; return its entities and the lines that could not be read."""
    entities, faults = [], []
    for number, line in coded_lines(path):
        cells = [cell.strip() for cell in line.split("|")]
        if len(cells) != 5:
            faults.append(f"{path.name}:{number}: {len(cells)} columns")
            continue
        name, level, parent, others, note = cells
        forms = {form.lstrip("~"): form[0] == "~" for form in others.split("、") if form}
        generic = note.startswith("generic")
        rest = note.removeprefix("generic").lstrip("; ")
        owner = parent.rstrip("?") or None
        explicit = None if owner is None else not parent.endswith("?")
        entities.append(
            Entity(name, kind, level, owner, explicit, generic, {name: False} | forms, rest or None)
        )
    return entities, faults


def read_fields(issues: list[Record]) -> dict[tuple[str, str | None, str], Field]:
    """Return every text of the corpus: by issue, article and where, or issue, None and line."""
    fields = {}
    for issue in issues:
        key = issue["issue_id"]
        for item in issue["furniture"]:
            place = {"issue": key, "article": None, "where": "furniture", "line": item["line"]}
            fields[key, None, str(item["line"])] = Field(place, item["text"])
        for article in issue["articles"]:
            for where in WHERE.values():
                place = {"issue": key, "article": article["id"], "where": where}
                fields[key, article["id"], where] = Field(place, article[where] or "")
    return fields


def field_of(
    fields: dict[tuple[str, str | None, str], Field], issue: str, article: str | None, code: str
) -> Field | None:
    """Return the text that the code of a line (`h`, `d`, `b`, `f13`) stands for."""
    if code in WHERE:
        return fields.get((issue, article, WHERE[code]))
    return fields.get((issue, None, code[1:])) if code.startswith("f") else None


def choose(forms: dict[str, list[Entity]], name: str, canonical: str | None) -> Entity | None:
    """Return the one entity that a form stands for, or None."""
    found = [e for e in forms.get(name, []) if canonical in (None, e.name)]
    return found[0] if len(found) == 1 else None


def _enter(part: Field, item: str, forms: dict[str, list[Entity]]) -> str | None:
    """Enter one item of a line of mentions; return what is wrong with it."""
    match = RE_ITEM.match(item)
    if match is None:
        return f"unreadable: {item}"
    declined, name, nth, times, canonical = match.groups()
    first = int(nth) if nth else part.taken[name] + 1
    entity = choose(forms, name, canonical)
    if entity is None and not declined:
        return f"not one entity: {item}"
    for number in range(first, first + int(times or 1)):
        start = part.find(name, number)
        if start < 0:
            return f"not found: {item} ({number})"
        if declined or entity is None:
            part.declined.add((name, start))
        else:
            part.taken[name] = number
            part.spans.append((start, start + len(name), entity))
    return None


def _missed(part: Field, forms: dict[str, list[Entity]]) -> Iterator[str]:
    """Yield the occurrences of known forms that are neither mentions nor declined.

    A form inside a longer form of the same entity needs no word: 状元桥 in 状元桥社区.
    """
    for name, entities in forms.items():
        for nth, start in part.occurrences(name):
            end = start + len(name)
            own = any(a <= start and end <= b and e in entities for a, b, e in part.spans)
            if not own and (name, start) not in part.declined:
                where = part.place["article"] or f"{part.place['issue']} {part.place['line']}"
                yield f"{where} {part.place['where']}: {name}#{nth} not decided on"


def _mention(part: Field, start: int, end: int, entity: Entity) -> Record:
    text = part.text[start:end]
    nested = any(a <= start and end <= b and b - a > end - start for a, b, _ in part.spans)
    deictic = entity.forms[text]
    return part.place | {
        "text": text,
        "start": start,
        "end": end,
        "deictic": deictic,
        "nested": nested,
    }


def _entry(entity: Entity, number: int) -> Record:
    place = entity.kind == "place"
    typed: Record = (
        {"level": entity.level, "parent": entity.parent, "parent_explicit": entity.explicit}
        if place
        else {"type": entity.level, "place": entity.parent}
    )
    mentions = entity.mentions
    printed = {m["text"] for m in mentions}
    return {
        "name": entity.name,
        "kind": entity.kind,
        **typed,
        "generic": entity.generic,
        "aliases": [form for form in entity.forms if form != entity.name and form in printed],
        "mentions": mentions,
        "note": entity.note,
        "issues": sorted({m["issue"] for m in mentions}),
        "articles": sorted({m["article"] for m in mentions if m["article"]}),
        "id": f"{'PL' if place else 'OR'}{number:03d}",
        "nested_only": all(m["nested"] for m in mentions),
    }


def entities(folder: Path, issues: list[Record]) -> tuple[Record, list[str]]:
    """Return the places and organisations with all their mentions, and what is wrong."""
    places, faults = read_inventory(folder / "places.txt", "place")
    organisations, more = read_inventory(folder / "organisations.txt", "organisation")
    faults += more
    everything = places + organisations
    forms: dict[str, list[Entity]] = {}
    for entity in everything:
        for form in entity.forms:
            forms.setdefault(form, []).append(entity)
    names = {e.name for e in places}
    faults += [
        f"{e.name}: no place {e.parent}" for e in everything if e.parent and e.parent not in names
    ]
    fields = read_fields(issues)
    issue, article = "", None
    for number, line in coded_lines(folder / "mentions.txt"):
        if line.startswith("@"):
            issue, article = f"specimen-{line[1:]}", None
            continue
        code, *items = line.split()
        if re.fullmatch(r"a\d\d", code):
            article = f"{issue}-{code}"
            continue
        part = field_of(fields, issue, article, code)
        problems = ["no such text"] if part is None else [_enter(part, x, forms) for x in items]
        faults += [f"mentions.txt:{number}: {problem}" for problem in problems if problem]
    for part in fields.values():
        faults += _missed(part, forms)
        for start, end, entity in sorted(part.spans, key=lambda span: span[:2]):
            entity.mentions.append(_mention(part, start, end, entity))
    faults += [f"{e.name}: never mentioned" for e in everything if not e.mentions]
    return {
        "places": [_entry(e, n) for n, e in enumerate(places, 1)],
        "organisations": [_entry(e, n) for n, e in enumerate(organisations, 1)],
    }, faults
