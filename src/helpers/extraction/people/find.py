"""The people of an article: names with their offices, every mention, and nameless speakers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from helpers.extraction.document import Document
from helpers.extraction.people.bynames import RE_BYNAME, find_bynames
from helpers.extraction.people.candidates import Candidate, find_candidates, office_before
from helpers.extraction.people.categories import categorise
from helpers.extraction.people.choosing import choose
from helpers.extraction.people.names import follows, is_word
from helpers.extraction.people.offices import Office
from helpers.extraction.people.titles import RE_ADDRESS
from helpers.extraction.people.weighing import CLAIMING, OF_PLACE_LAST, RE_CLAIM, RE_OF_PLACE
from helpers.extraction.scan import find_words
from helpers.parsing.surnames import COMPOUND


@dataclass(frozen=True, slots=True)
class Person:
    """One mention of a person in a field of an article.

    `title`, `organisation` and `place` are those of the article's fullest introduction; `named`
    is False for 程先生 and the like; `category` is one of `tables_evidence.CATEGORIES`.
    """

    field: str
    start: int
    end: int
    name: str
    title: str | None
    organisation: str | None
    place: str | None
    category: str
    named: bool
    title_start: int | None = None
    title_end: int | None = None


def find_people(document: Document) -> list[Person]:
    """Find every mention of a person in an article, in the order of its fields.

    Args:
        document: The article; bylines are not part of its fields.
    """
    candidates = [
        candidate
        for field, text in document.fields.items()
        for candidate in find_candidates(field, text)
    ]
    sure = choose(candidates, document.fields) if candidates else []
    spots = {(c.field, at) for c in sure for at in range(c.start, c.end)}
    sure += [
        c
        for c in find_bynames(document.fields, {c.name for c in sure})
        if spots.isdisjoint((c.field, at) for at in range(c.start, c.end))
    ]
    names = {c.name: c.named for c in sure}
    places = {(c.field, c.start): c for c in sure}
    order = {field: place for place, field in enumerate(document.fields)}
    mentions = sorted(_mentions(document, names, places), key=lambda m: (order[m[0]], m[1]))
    return _with_offices(document, mentions)


def _mentions(
    document: Document, names: dict[str, bool], places: dict[tuple[str, int], Candidate]
) -> Iterator[tuple[str, int, int, str]]:
    """Yield every mention (field, start, end, name) of the names that are sure."""
    if not names:
        return
    spaced = {(c.field, c.start): c for c in places.values() if c.end - c.start > len(c.name)}
    for c in spaced.values():
        yield c.field, c.start, c.end, c.name
    for field, text in document.fields.items():
        for start, end in find_words(names, text):
            name = text[start:end]
            sure = (field, start) in places
            if sure or len(name) >= 3 or (follows(text, end) and not is_word(name)):
                yield field, start, end, name


def _with_offices(
    document: Document,
    mentions: list[tuple[str, int, int, str]],
) -> list[Person]:
    """Give every mention the fullest introduction of its person in the article."""
    offices: dict[str, Office] = {}
    homes: dict[str, str] = {}
    claims: dict[str, str] = {}
    here: dict[tuple[str, int], Office | None] = {}
    for field, start, end, name in mentions:
        text = document.fields[field]
        office = office_before(text, start)
        here[field, start] = office
        if office is not None and len(office.words) > len(offices.get(name, _NONE).words):
            offices[name] = office
        if name not in homes and text[start - 1 : start] in OF_PLACE_LAST:
            home = RE_OF_PLACE.search(text[max(0, start - 24) : start])
            if home is not None:
                homes[name] = home["place"]
        if text[end : end + 1] in CLAIMING:
            claim = RE_CLAIM.match(text[end : end + 24])
            if claim is not None:
                claims.setdefault(name, claim["words"])
    for name, office in _shared(document, mentions, here):
        offices.setdefault(name, office)
    out = []
    for field, start, end, name in mentions:
        office = offices.get(name)
        title = office.title if office else claims.get(name)
        words = office.words if office else claims.get(name, "")
        named = not RE_ADDRESS.fullmatch(name, 2 if name[:2] in COMPOUND else 1)
        named = named and RE_BYNAME.fullmatch(name) is None
        category = _category(words, name, named)
        own = here[field, start]
        out.append(
            Person(
                field,
                start,
                end,
                name,
                title or None,
                (office.organisation or None) if office else None,
                (office.place if office and office.place else homes.get(name)) or None,
                category,
                named,
                own.start if own else None,
                own.start + len(own.words) if own else None,
            )
        )
    return out


def _shared(
    document: Document,
    mentions: list[tuple[str, int, int, str]],
    here: dict[tuple[str, int], Office | None],
) -> Iterator[tuple[str, Office]]:
    """Yield who has an office that stands before a list of names: 县领导甲乙丙、丁戊己、庚辛壬."""
    last: tuple[str, int] | None = None
    shared: Office | None = None
    for field, start, end, name in mentions:
        office = here[field, start]
        if office is not None:
            shared = office if office.title.endswith(_OF_SEVERAL) else None
        elif last != (field, start - 1) or document.fields[field][start - 1] != "、":
            shared = None
        elif shared is not None:
            yield name, shared
        last = field, end


#: Words of office that are said of several people at once.
_OF_SEVERAL = ("领导", "代表", "委员", "队员", "同志")
_NONE = Office(0, "", "", "", "")


def _category(words: str, name: str, named: bool) -> str:
    """Name the capacity of a person; whoever is named without any office is a resident.

    A county paper prints the office of everybody who has one.
    """
    if words:
        return categorise(words)
    found = "other" if named else categorise(name)
    return "resident" if found == "other" else found
