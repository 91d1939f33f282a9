"""Names put together: the forms of one programme, in all articles, under one head.

Two candidates are one programme if they share a core (“甲乙”平台, 甲乙), if one core is the other
behind a place (青溪甲乙, 甲乙), or if the text says so (全称…, 以下简称…).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from helpers.dictionary import dictionary_tags
from helpers.extraction.document import Document
from helpers.extraction.initiatives.candidate import Candidate
from helpers.extraction.initiatives.initiative import Mention
from helpers.extraction.places.word_lists import WordFinder

Key = tuple[str, str]
#: “甲乙丙丁”（以下简称“甲丁”）, 甲丁，全称“甲乙丙丁”.
RE_SHORT = re.compile(
    r"^”?[^“”\n（]{0,16}[（(](?:以下|下文|下面|本文|下)?(?:简称|统称|称)为?[：:]?[“‘]"
)
RE_FULL = re.compile(r"^”?[，（(]{0,2}(?:的)?(?:全称|全名|正式名称)(?:是|为|叫)?[：:]?[“‘]")
#: What stands round a name and is no part of it.
RE_MARKS = re.compile("[“”‘’]")
OPEN, CLOSE = {"“", "‘"}, {"”", "’"}
#: A core that other articles print without marks is looked for only from this length on.
LEAST = 3


class Group:
    """The candidates of one programme."""

    __slots__ = ("cores", "members")

    def __init__(self) -> None:
        """Begin empty."""
        self.cores: Counter[str] = Counter()
        self.members: list[tuple[str, Candidate]] = []


def group(found: Mapping[str, Sequence[Candidate]], documents: Sequence[Document]) -> list[Group]:
    """Put the candidates of all articles into programmes, in the order of first mention."""
    keys = _union(found, documents)
    groups: dict[Key, Group] = {}
    for article, candidates in found.items():
        for one in candidates:
            key = keys[(one.core, one.branch)]
            made = groups.setdefault(key, Group())
            made.cores[one.core] += 1
            made.members.append((article, one))
    return list(groups.values())


def _union(
    found: Mapping[str, Sequence[Candidate]], documents: Sequence[Document]
) -> dict[Key, Key]:
    """Return for each core the one that it is counted under."""
    parent: dict[Key, Key] = {}

    def root(key: Key) -> Key:
        parent.setdefault(key, key)
        while parent[key] != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    counts: Counter[Key] = Counter(
        (one.core, one.branch) for candidates in found.values() for one in candidates
    )
    quoted = {one.core for cs in found.values() for one in cs if one.quoted}
    for key in counts:
        root(key)
    texts = {d.article_id: d.fields for d in documents}
    # A longer name that ends in a shorter one: each ending is looked up, so this is linear.
    for core, branch in counts:
        for cut in range(1, min(len(core) - LEAST, 12) + 1):
            shorter = (core[cut:], branch)
            if shorter in counts and (core in quoted) == (core[cut:] in quoted):
                parent[root((core, branch))] = root(shorter)
                break
    # The whole name without marks may end in another whole name: “甲”三级平台, 三级平台.
    whole: dict[str, Key] = {}
    for candidates in found.values():
        for one in candidates:
            whole.setdefault(_bare(one.text), (one.core, one.branch))
    for name, key in whole.items():
        for cut in range(1, min(len(name) - LEAST, 16) + 1):
            other = whole.get(name[cut:])
            if other is not None and other[1] == key[1] and root(other) != root(key):
                parent[root(other)] = root(key)
                break
    for article, candidates in found.items():
        for one, after in pairwise(candidates):
            if one.field != after.field or not 0 <= after.start - one.end <= 24:
                continue
            between = texts[article][one.field][one.end : after.start + 1]
            if RE_SHORT.match(between) or RE_FULL.match(between):
                parent[root((after.core, after.branch))] = root((one.core, one.branch))
    return {key: root(key) for key in counts}


def _bare(name: str) -> str:
    """Return a name without marks."""
    return RE_MARKS.sub("", name)


def echoes(
    groups: Sequence[Group],
    documents: Iterable[Document],
    taken: Mapping[tuple[str, str], bytearray],
) -> list[tuple[int, Mention]]:
    """Find the names of programmes where nothing marks them: index of the group and mention."""
    owner: dict[str, int] = {}
    tags = dictionary_tags()
    for index, one in enumerate(groups):
        for core in one.cores:
            if (len(core) >= LEAST and core not in tags) or len(core) > 4:
                owner.setdefault(core, index)
    if not owner:
        return []
    finder = WordFinder(owner)
    found: list[tuple[int, Mention]] = []
    for document in documents:
        for field, text in document.fields.items():
            marks = taken.get((document.article_id, field))
            for start, end, core in finder.find(text):
                if marks is None or not any(marks[start:end]):
                    marked = (
                        text[max(0, start - 1) : start] in OPEN and text[end : end + 1] in CLOSE
                    )
                    place = (start - marked, end + marked)
                    printed = document.quote(field, *place)
                    mention = Mention(document.article_id, field, *place, printed)
                    found.append((owner[core], mention))
    return found
