"""The word lists of this part: nouns that end the names of programmes, words round the names."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple, get_args

from helpers.extraction.initiatives.initiative import Kind
from helpers.extraction.places.word_lists import WordFinder
from helpers.language.tsv import one_of, read_rows

RESOURCES = Path(__file__).resolve().parent / "resources"


#: Behind a name: it is begun, run or tried.
RE_UNDER_WAY = re.compile(
    r"[”’]?(?:正式|全面|也|已|已经|同步|率先|陆续|先后|在[\u4e00-\u9fff\d]{1,10}?){0,2}"
    r"(?:试点|上线|推行|启动|启用|投用|开张|开班|开课|开馆|运行|推广|铺开|挂牌|揭牌|落户|落地|开通|开放|开幕|开园|举行|举办)"
)


class Head(NamedTuple):
    """A noun at the end of a name: what kind of programme it tells, and how surely."""

    kind: Kind
    strong: bool


@cache
def heads() -> dict[str, Head]:
    """Return noun → kind and strength: 平台 → platform, True."""
    path = RESOURCES / "heads.tsv"
    found: dict[str, Head] = {}
    kinds: dict[str, Kind] = {kind: kind for kind in get_args(Kind)}
    for line, (head, kind, strength) in read_rows(
        path, ("head", "kind", "strength"), key=("head",)
    ):
        one_of(kind, kinds, what="kind of programme", file=path, line=line)
        one_of(strength, ("strong", "weak"), what="strength", file=path, line=line)
        found[head] = Head(kinds[kind], strength == "strong")
    return found


@cache
def _lists() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for _, (name, word) in read_rows(
        RESOURCES / "name_words.tsv", ("list", "word"), key=("list", "word")
    ):
        found.setdefault(name, set()).add(word)
    return {name: frozenset(words) for name, words in found.items()}


@cache
def word_list(name: str) -> frozenset[str]:
    """Return a list of words: as `resources/name_words.tsv` describes them."""
    return _lists()[name]


@cache
def head_finder() -> WordFinder:
    """Return what finds the heads of a text, the longest at each place."""
    return WordFinder(heads())


@cache
def whole_finder() -> WordFinder:
    """Return what finds the campaigns that every paper names."""
    return WordFinder(word_list("whole"))


@cache
def technology_finder() -> WordFinder:
    """Return what finds the technology of a text."""
    return WordFinder(word_list("technology"))


@cache
def longest_introduction() -> int:
    """Return the length of the longest word that brings in a programme."""
    return max(map(len, word_list("introduction")))


def introduces(before: str) -> bool:
    """Say whether a text ends in a word that brings in a programme: 县里推行了, 依托."""
    stripped = before.rstrip("“‘")
    if stripped[-1:] in {"了", "起", "出"}:
        stripped = stripped[:-1]
    known = word_list("introduction")
    reach = min(longest_introduction(), len(stripped))
    return any(stripped[-length:] in known for length in range(reach, 1, -1))


def head_of(name: str) -> tuple[str, Head] | None:
    """Return the longest head that a name ends in: 云上治理平台 → 平台."""
    known = heads()
    for length in range(min(len(name) - 1, 10), 0, -1):
        head = known.get(name[-length:])
        if head is not None:
            return name[-length:], head
    return None
