"""What a corpus and the dictionary use: the ground on which a rare form looks like a misprint.

A form is compared with those that differ from it in one place (a wildcard index), sound alike
(pypinyin) and are far more usual. pypinyin and the dictionary are loaded on the first need.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from helpers.dictionary import dictionary_frequencies, dictionary_tags

#: A word of a text: start, end (offsets into the printed text), term.
Word = tuple[int, int, str]
#: How often two words must stand together to be usual in a corpus.
USUAL = 4
#: Above this many different pairs, those met once are forgotten, so that memory stays bounded.
REMEMBERED = 1_000_000
RE_HAN = re.compile("[\u4e00-\u9fff]+")
#: Characters of grammar and number, which join with anything and so tell nothing of a word.
LOOSE = frozenset(
    "不了着过的地得在是有没无也都就还很更最再又和与及并而或但把被将从向对于到来去起出入上下前后内外中里想说看这那么"
    "几每各该其之以为等所会能可要让使由因如且则却只才便一二三四五六七八九十百千万亿两多个我你他她它们"
)
#: A word is bound if it stands this many times as often inside longer words as alone (辈子).
BOUND = 2


class Usage:
    """How often a corpus uses words of two characters, pairs of them, and words of four."""

    def __init__(self) -> None:
        """Start with none."""
        self.terms: Counter[str] = Counter()
        self._counts: Counter[str] = Counter()
        self._index: dict[str, list[str]] | None = None
        #: Forms of four characters that were looked at: what they are mistaken for, and why.
        self.judged: dict[str, tuple[str, str] | None] = {}

    def add(self, words: Sequence[Word]) -> None:
        """Count the words and pairs of one article: 爱国 卫生 → 爱国, 卫生, 爱国卫生."""
        known = dictionary_frequencies()
        self._index = None
        self.judged.clear()
        self._counts.update(term for _, _, term in words if len(term) == 4 and term in known)
        self.terms.update(term for _, _, term in words if len(term) == 2)
        self._counts.update(
            a + b
            for (_, end, a), (start, _, b) in pairwise(words)
            if len(a) == 2 and len(b) == 2 and end == start and a in known and b in known
        )
        if len(self._counts) > REMEMBERED:
            self._counts = Counter({pair: n for pair, n in self._counts.items() if n > 1})

    def count(self, pair: str) -> int:
        """Return how often a pair was met."""
        return self._counts[pair]

    def like(self, form: str, places: Iterable[int]) -> list[str]:
        """Return the usual pairs that differ from `form` in one of these places and sound alike."""
        if self._index is None:
            self._index = wildcards(pair for pair, n in self._counts.items() if n >= USUAL)
        return sounding_alike(form, self._index, places)


@cache
def idioms() -> dict[str, list[str]]:
    """Return the wildcard index of the four-character idioms (tag i) of the dictionary."""
    return wildcards(w for w, tag in dictionary_tags().items() if tag == "i" and len(w) == 4)


@cache
def shortened() -> dict[str, str]:
    """Return form → word for words of which one inner character is left out: 大辈子 → 大半辈子.

    Only such forms as cannot be a phrase: what stands behind the gap is bound (no word by itself),
    the characters on both sides of it meet in no word, and neither is one of `LOOSE`.
    """
    known = dictionary_frequencies()
    inside: dict[str, int] = defaultdict(int)
    for word, frequency in known.items():
        for i in range(1, len(word) - 1):
            tail = word[i:]
            if tail in known:
                inside[tail] += frequency
    bound = {tail for tail, count in inside.items() if count >= BOUND * max(1, known[tail])}
    found: list[tuple[str, str, str]] = []
    for word in known:
        for i in range(1, len(word) - 2):
            tail = word[i + 1 :]
            if tail in bound:
                form, across = word[:i] + tail, word[i - 1] + tail[0]
                if form not in known and LOOSE.isdisjoint(across):
                    found.append((form, word, across))
    forms: dict[str, str] = {}
    apart, meeting = _pairs([across for _, _, across in found])[::3], np.sort(_pairs(known))
    place = np.searchsorted(meeting, apart) % len(meeting)
    for (form, word, _), meets in zip(found, meeting[place] == apart, strict=True):
        if not meets:
            forms.setdefault(form, word)
    return forms


def _pairs(words: Iterable[str]) -> NDArray[np.uint64]:
    """Return a number for each two characters that stand side by side, words set apart by a line.

    Of words of two characters every third pair is a word.
    """
    points = np.frombuffer("\n".join(words).encode("utf-32-le"), dtype=np.uint32)
    return (points[:-1].astype(np.uint64) << np.uint64(32)) | points[1:]


def wildcards(words: Iterable[str]) -> dict[str, list[str]]:
    """Index words by themselves with one character left open: 报修 → *修, 报*."""
    index: dict[str, list[str]] = defaultdict(list)
    for word in words:
        for place in range(len(word)):
            index[key(word, place)].append(word)
    return dict(index)


def key(word: str, place: int) -> str:
    """Return the key of a word in a wildcard index with one character left open."""
    return f"{word[:place]}*{word[place + 1 :]}"


def sounding_alike(
    form: str, index: Mapping[str, list[str]], places: Iterable[int] | None = None
) -> list[str]:
    """Return the words of an index that differ from `form` in one character and sound alike.

    Args:
        form: The form.
        index: See `wildcards`.
        places: Where the character may stand; None for anywhere.
    """
    near: set[str] = set()
    for place in range(len(form)) if places is None else places:
        near.update(index.get(key(form, place), ()))
    near.discard(form)
    return [
        word
        for word in sorted(near)
        if LOOSE.isdisjoint(a for a, b in zip(form, word, strict=True) if a != b)
        and sound(word) == sound(form)
    ]


@cache
def sound(word: str) -> tuple[str, ...]:
    """Return the syllables of a word without tones: 报修 → bao, xiu, as 保修 does."""
    from pypinyin import lazy_pinyin

    return tuple(lazy_pinyin(word))
