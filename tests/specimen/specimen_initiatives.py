"""Make the key of programmes, platforms, mechanisms and projects from `names/initiatives.txt`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from specimen_entities import WHERE, Field, coded_lines, read_fields
from specimen_keys import Record

KINDS = (
    "system platform mechanism campaign programme project activity facility organisation title"
).split()
STATES = ("in_force", "pilot", "planned", "done")
#: The lines of one initiative that are lists, and what they are called in the key.
LISTS = {"who": "actors", "where": "levels", "tech": "technology"}
RE_ARTICLE = re.compile(r"\d{4}-\d\d-\d\d-a\d\d")
RE_FORM = re.compile(r"^([^*]+)(?:\*(\d+))?$")
RE_NTH = re.compile(r"^([^#]+)#(\d+)$")

Fields = dict[tuple[str, str | None, str], Field]


class Reader:
    """Reads the hand-written file line by line and gathers what is wrong with it."""

    def __init__(self, fields: Fields, figures: list[Record]) -> None:
        self.fields = fields
        self.figures = {figure["id"]: figure for figure in figures}
        self.entries: list[Record] = []
        self.faults: list[str] = []

    def fault(self, number: int, message: str) -> None:
        self.faults.append(f"initiatives.txt:{number}: {message}")

    def text(self, article: str, code: str) -> Field | None:
        """Return the text that an article and a code (`h`, `d`, `b`, `f42`) stand for."""
        identifier = f"specimen-{article}"
        issue = identifier.rpartition("-")[0]
        if code in WHERE:
            return self.fields.get((issue, identifier, WHERE[code]))
        return self.fields.get((issue, None, code[1:]))

    def span(self, number: int, article: str, text: str) -> Record | None:
        """Return the one place of these words in a body."""
        part = self.text(article, "b")
        if part is None or part.find(text, 1) < 0:
            self.fault(number, f"not found in {article}: {text}")
            return None
        return spot(part, part.find(text, 1), text)

    def open(self, number: int, line: str) -> None:
        cells = [cell.strip() for cell in line[1:].split("|")]
        name, kind, theme, status, parent = cells + [""] * (5 - len(cells))
        if kind not in KINDS or status not in STATES:
            self.fault(number, f"unknown kind or status: {kind}, {status}")
        self.entries.append(
            {
                "id": f"I{len(self.entries) + 1:02d}",
                "canonical": name,
                "kind": kind,
                "theme": theme,
                "aliases": [],
                "issues": [],
                "articles": [],
                "actors": [],
                "levels": [],
                "technology": [],
                "start_date": None,
                "start_span": None,
                "status": status,
                "parent": parent or None,
                "indicators": [],
                "mechanisms": [],
                "mentions": [],
                "award": None,
                "note": None,
            }
        )

    def line(self, number: int, line: str) -> None:
        """Read one line into the initiative that was opened last."""
        entry = self.entries[-1]
        word, _, rest = line.partition(" ")
        if word in LISTS:
            entry[LISTS[word]] = rest.split(" / ")
        elif word == "note":
            entry["note"] = rest
        elif word == "start":
            entry["start_date"], article, words = rest.split(" ", 2)
            entry["start_span"] = self.span(number, article, words)
        elif word == "how":
            article, _, words = rest.partition(" ")
            if found := self.span(number, article, words):
                entry["mechanisms"].append(found)
        elif RE_ARTICLE.fullmatch(word):
            self.article(number, entry, word, rest)
        else:
            self.fault(number, f"unreadable: {line}")

    def article(self, number: int, entry: Record, article: str, rest: str) -> None:
        """Read the mentions and the indicators of one article."""
        forms, _, figures = rest.partition(":")
        entry["articles"].append(f"specimen-{article}")
        groups: dict[str, list[str]] = {}
        for item in forms.split():
            if re.fullmatch(r"[hdb]|f\d+", item):
                groups[item] = []
            elif groups:
                groups[list(groups)[-1]].append(item)
        for code, items in groups.items():
            part = self.text(article, code)
            if part is None:
                self.fault(number, f"no such text: {article} {code}")
                continue
            entry["mentions"] += self.mentions(number, part, items)
        for item in figures.split():
            first, _, last = item.partition("-")
            for order in range(int(first[1:]), int((last or first)[1:]) + 1):
                self.indicator(number, entry, f"specimen-{article}-F{order:02d}")

    def indicator(self, number: int, entry: Record, name: str) -> None:
        figure = self.figures.get(name)
        if figure is None:
            self.fault(number, f"no figure {name}")
            return
        places = ("issue", "article", "where", "text", "start", "end", "value", "unit")
        entry["indicators"].append({"figure_id": name} | {key: figure[key] for key in places})

    def mentions(self, number: int, part: Field, items: list[str]) -> list[Record]:
        """Locate forms, the longer first, so that a shorter one never lies within a longer."""
        found: list[Record] = []
        for item in sorted(items, key=lambda x: -len(re.split("[*#]", x)[0])):
            if match := RE_NTH.match(item):
                form, starts = match[1], [part.find(match[1], int(match[2]))]
            else:
                match = RE_FORM.match(item)
                form, times = (match[1], int(match[2] or 1)) if match else (item, 1)
                free = [s for _, s in part.occurrences(form) if not covered(found, s, form)]
                starts = free[:times] + [-1] * (times - len(free))
            if -1 in starts:
                self.fault(number, f"not found: {item}")
                continue
            found += [spot(part, start, form) for start in starts]
        return sorted(found, key=lambda mention: mention["start"])

    def finish(self) -> None:
        """Fill in what follows from the mentions, and look for forms that were passed over."""
        names = {entry["canonical"] for entry in self.entries}
        for entry in self.entries:
            printed = dict.fromkeys(m["text"] for m in entry["mentions"])
            entry["aliases"] = [form for form in printed if form != entry["canonical"]]
            entry["issues"] = sorted({name.rpartition("-")[0] for name in entry["articles"]})
            if entry["parent"] not in names | {None}:
                self.faults.append(f"{entry['canonical']}: no initiative {entry['parent']}")
            if not entry["mentions"]:
                self.faults.append(f"{entry['canonical']}: never mentioned")
            self.faults += passed_over(entry, self.fields)


def spot(part: Field, start: int, text: str) -> Record:
    """Return a text with its place and offsets."""
    return part.place | {"text": text, "start": start, "end": start + len(text)}


def covered(mentions: list[Record], start: int, form: str) -> bool:
    """Say whether an occurrence lies within one of the mentions."""
    return any(m["start"] <= start and start + len(form) <= m["end"] for m in mentions)


def passed_over(entry: Record, fields: Fields) -> Iterator[str]:
    """Yield the occurrences of an initiative's printed forms that are no mention, corpus-wide."""
    forms = {entry["canonical"], *entry["aliases"]}
    for part in fields.values():
        here = [m for m in entry["mentions"] if part.place.items() <= m.items()]
        for form in forms:
            for nth, start in part.occurrences(form):
                if not covered(here, start, form):
                    yield f"{entry['canonical']}: {form}#{nth} passed over in {part.place}"


def initiatives(
    folder: Path, issues: list[Record], figures: list[Record]
) -> tuple[list[Record], list[str]]:
    """Return the initiatives with their mentions and indicators, and what is wrong."""
    reader = Reader(read_fields(issues), figures)
    for number, line in coded_lines(folder / "initiatives.txt"):
        if line.startswith("="):
            reader.open(number, line)
        else:
            reader.line(number, line)
    reader.finish()
    return reader.entries, reader.faults
