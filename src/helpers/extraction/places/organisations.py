"""The organisations of one article, with their kind, place and full name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from helpers.extraction.document import Document, Setting
from helpers.extraction.places.candidate import Candidate
from helpers.extraction.places.echoes import find_echoes, taken_by
from helpers.extraction.places.find import find_places
from helpers.extraction.places.learned import Names
from helpers.extraction.places.offices import find_offices
from helpers.extraction.places.organs import FoundName, find_local_organs, find_organs, form_of
from helpers.extraction.places.rows import Organisation, PlaceName
from helpers.extraction.places.word_lists import endings, organisation_words
from helpers.extraction.places.words import Words, words_of

#: An office of somebody who was named with another before: …党工委副书记、办事处主任.
RE_OFFICE = re.compile(r"[办管](?<=[、，].)(?:(?<=办)事处|(?<=管)委会)(?=副?主任)")
#: The paper of itself, and its departments: 本报记者, 本报编辑部; not 本报讯, which begins news.
RE_OWN = re.compile(r"本报(?:编辑部|发行部|广告部|通联部|记者站|评论部)?(?![讯道告表批])")


def find_organisations(
    document: Document,
    setting: Setting,
    places: Sequence[PlaceName] | None = None,
    names: Names | None = None,
) -> list[Organisation]:
    """Find the organisations of an article.

    Args:
        document: The article.
        setting: The county of the paper; what is None resolves nothing.
        places: What `find_places` found in the article; None finds them.
        names: What all articles know (`Names.learn`).

    Returns:
        The organisations by field and offset, the longest name at each place only.
    """
    names = names if names is not None else Names.learn([document], setting)
    if places is None:
        places = find_places(document, setting, names=names)
    found: list[Organisation] = []
    for field, text in document.fields.items():
        here = [place for place in places if place.field == field]
        found.extend(_in_field(field, words_of(text), here, setting, names))
    return _with_echoes(document, found, names)


def _with_echoes(document: Document, found: list[Organisation], names: Names) -> list[Organisation]:
    """Add the bare words that take up an organisation of the article, and the paper itself."""
    ends = endings("echo_organisation")
    full = {
        word: one
        for one in reversed(found)
        if one.text.endswith(ends)
        for word in ends
        if one.text.endswith(word) and len(one.text) > len(word)
    }
    canonical = {word: one.canonical for word, one in full.items()}
    paper = names.setting.paper
    out = []
    for field, text in document.fields.items():
        here = [one for one in found if one.field == field]
        taken = taken_by(len(text), [(one.start, one.end) for one in here])
        words = words_of(text)
        for start, end, name in find_echoes(words, canonical, taken):
            one = full[text[start:end]]
            here.append(
                one._replace(
                    field=field,
                    start=start,
                    end=end,
                    text=text[start:end],
                    canonical=name,
                    deictic=True,
                )
            )
        for match in RE_OFFICE.finditer(text) if "主任" in text else ():
            start, end = match.span()
            if not taken[start]:
                here.append(
                    Organisation(
                        field, start, end, match.group(), match.group(), "government", None, True
                    )
                )
        for match in RE_OWN.finditer(text) if "本报" in text else ():
            start, end = match.span()
            if not taken[start]:
                here.append(
                    Organisation(
                        field,
                        start,
                        end,
                        match.group(),
                        paper or match.group(),
                        "media",
                        None,
                        True,
                    )
                )
        if paper:
            at = text.find(paper)
            while at >= 0:
                if not taken[at]:
                    here.append(Organisation(field, at, at + len(paper), paper, paper, "media"))
                at = text.find(paper, at + len(paper))
        out.extend(sorted(here, key=lambda one: (one.start, one.end)))
    return out


def _in_field(
    field: str, words: Words, places: list[PlaceName], setting: Setting, names: Names
) -> list[Organisation]:
    text = words.text
    known = [
        Candidate(p.start, p.end, p.text, p.canonical, p.level, p.parent, True)
        for p in places
        if not p.deictic and not p.nested
    ]
    at_end = {place.end: place for place in known}
    found = [
        *_national(words),
        *find_organs(words, at_end, setting),
        *find_local_organs(words, at_end, setting, known),
        *find_offices(words, known, setting),
    ]
    out = []
    for one in _longest(found):
        printed = text[one.start : one.end]
        out.append(
            Organisation(
                field,
                one.start,
                one.end,
                printed,
                one.name or printed,
                one.kind,
                one.place,
                one.deictic,
            )
        )
    return out


def _national(words: Words) -> list[FoundName]:
    return [
        FoundName(m.start(), m.end(), organisation_words("national")[m.group()])
        for m in form_of("national").finditer(words.text)
        if not words.cuts(m.start()) and not words.cuts(m.end())
    ]


def _longest(found: list[FoundName]) -> list[FoundName]:
    """Keep the longest of those that overlap, sorted."""
    out: list[FoundName] = []
    for one in sorted(found, key=lambda o: (o.start, -o.end)):
        if out and one.start < out[-1].end:
            if one.end - one.start > out[-1].end - out[-1].start:
                out[-1] = one
            continue
        out.append(one)
    return out


def find_names(
    document: Document, setting: Setting, names: Names
) -> tuple[list[PlaceName], list[Organisation]]:
    """Find places and organisations of an article, with `nested` set where one holds the other."""
    places = find_places(document, setting, names=names)
    organisations = find_organisations(document, setting, places, names)
    held = [(o.field, o.start, o.end) for o in organisations]
    out = []
    at = 0
    order = {field: number for number, field in enumerate(document.fields)}
    held.sort(key=lambda span: (order[span[0]], span[1]))
    for place in places:
        here = (order[place.field], place.start)
        while at < len(held) and (order[held[at][0]], held[at][2]) <= here:
            at += 1
        inside = at < len(held) and held[at][0] == place.field and held[at][1] <= place.start
        inside = inside and place.end <= held[at][2]
        out.append(place._replace(nested=True) if inside and not place.nested else place)
    return out, organisations
