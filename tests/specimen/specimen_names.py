"""Make the keys of names: coinages and slogans with their mentions, people, bylines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from specimen_answers import all_texts, place_of
from specimen_keys import Located, Record, Texts, byline_entries
from specimen_layout import Page
from specimen_source import Issue


def _coinage_mentions(issue: Issue, page: Page) -> Iterator[tuple[str, dict[str, str], Record]]:
    for name, _, texts in all_texts(issue):
        for item in texts.spans:
            if item.span.tag == "c":
                yield item.text, item.span.attrs, place_of(issue, name, item)
    for line in issue.stream:
        if line.code not in "TSN":
            continue
        text, number = line.inline.text, page.placed[line.number][0]
        spots = [(s.attrs, s.start, s.end) for s in line.inline.spans if s.tag == "c"]
        whole = any((start, end) == (0, len(text)) for _, start, end in spots)
        if line.code == "S" and not whole:
            spots.insert(0, ({"t": "slogan"}, 0, len(text)))
        for attrs, start, end in spots:
            place = {"issue": issue.id, "article": None, "where": "furniture", "line": number}
            yield (
                text[start:end],
                attrs,
                place | {"text": text[start:end], "start": start, "end": end},
            )


def coinages(pages: list[tuple[Issue, Page]]) -> list[Record]:
    """Return one entry for each coinage or slogan of the corpus, with all its mentions."""
    entries: dict[str, Record] = {}
    for issue, page in pages:
        for text, attrs, mention in _coinage_mentions(issue, page):
            term = text.strip("“”‘’")
            entry = entries.setdefault(
                term,
                {
                    "id": f"K{len(entries) + 1:03d}",
                    "term": term,
                    "text": text,
                    "type": attrs["t"],
                    "numeric": False,
                    "expansion": None,
                    "mentions": [],
                    "articles": [],
                    "furniture_lines": [],
                    "note": None,
                    "types": [],
                },
            )
            entry["mentions"].append(mention)
            entry["expansion"] = entry["expansion"] or attrs.get("x")
            kinds = dict.fromkeys([attrs["t"]] + (["quoted_coinage"] if text[0] in "“‘" else []))
            entry["types"] += [t for t in kinds if t not in entry["types"]]
            entry["numeric"] = "numeric_abbreviation" in entry["types"]
            if mention["article"] is None:
                entry["furniture_lines"].append([issue.id, mention["line"]])
            elif mention["article"] not in entry["articles"]:
                entry["articles"].append(mention["article"])
    return list(entries.values())


def _mentions(issue: Issue, article: str, name: str, texts: Texts, places: str) -> list[Record]:
    whole = {"issue": issue.id, "article": article}
    return [
        whole | {"where": where, "text": name, "start": m.start(), "end": m.end()}
        for where in places.split()
        for m in re.finditer(re.escape(name), texts.places[where])
    ]


def _person(issue: Issue, article: str, item: Located, texts: Texts) -> Record:
    attrs, text = item.span.attrs, texts.places[item.where]
    title = attrs.get("title")
    start = item.start - len(title or "")
    printed = bool(title) and start >= 0 and text[start : item.start] == title
    return {
        "name": item.text,
        "named": attrs.get("named", "1") == "1",
        "issue": issue.id,
        "article": article,
        "where": item.where,
        "title": title,
        "organisation": attrs.get("org"),
        "place": attrs.get("place"),
        "category": attrs["cat"],
        "mentions": _mentions(issue, article, item.text, texts, "headline deck body"),
        "title_span": {"text": title, "start": start, "end": item.start} if printed else None,
        "note": None,
        "source": "body",
    }


def people(issue: Issue) -> list[Record]:
    """Return the people named in the articles of an issue, and those of its bylines."""
    found: list[Record] = []
    bylines: dict[tuple[str, str, str], Record] = {}
    for name, article, texts in all_texts(issue):
        found += [_person(issue, name, x, texts) for x in texts.spans if x.span.tag == "p"]
        for line in article.of("B", "P", "C", "R"):
            for span in (s for s in line.inline.spans if s.tag in ("by", "cr")):
                printed = line.inline.text[span.start : span.end]
                for entry in byline_entries(printed, span.attrs.get("unit")):
                    role = (name, entry["name"], entry["role"])
                    bylines[role] = {
                        "name": entry["name"],
                        "named": True,
                        "issue": issue.id,
                        "article": name,
                        "where": "byline",
                        "source": "byline",
                        "title": entry["role"],
                        "organisation": entry.get("unit"),
                        "place": None,
                        "category": "other",
                        "mentions": _mentions(issue, name, entry["name"], texts, "byline"),
                        "title_span": None,
                        "note": None,
                    }
    return found + list(bylines.values())
