"""Programmes without marks or noun of a kind, right behind a verb that brings in something new."""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpers.dictionary import dictionary_tags
from helpers.extraction.initiatives.candidate import Candidate
from helpers.extraction.initiatives.words import word_list
from helpers.extraction.places.words import words_of

#: 推行错峰停车，: the whole object of the verb, to the next mark.
RE_INTRODUCED = re.compile(
    r"(?:推行|试行|首推|首创|推出|首推出)了?(?P<name>[\u4e00-\u9fff]{4,8})(?=[，。；、！])"
)


def find_introduced(field: str, text: str) -> Iterator[Candidate]:
    """Yield the candidates of a field that only the verb before them tells."""
    boundary, generic, tags = word_list("boundary"), word_list("generic"), dictionary_tags()
    for match in RE_INTRODUCED.finditer(text):
        start, end = match.span("name")
        words = words_of(text)
        at, telling = start, 0
        while at < end:
            following = words.begins.find(1, at + 1)
            word = text[at:following]
            if word in boundary or tags.get(word, "n") in ("p", "c", "u", "r", "d", "m"):
                break
            telling += len(word) if word not in generic else 0
            at = following
        name = match["name"]
        if at == end and telling >= 2 and name not in tags:
            yield Candidate(field, start, end, name, name, "mechanism", 2)
