"""What a corpus and the dictionary use: the ground on which a rare form looks like a misprint.

A form is compared with those that differ from it in one place (a wildcard index), sound alike
(pypinyin) and are far more usual. pypinyin and the dictionary are loaded on the first need.
"""

from __future__ import annotations

import importlib.util
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

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

    def add(self, words: Sequence[Word]) -> None:
        """Count the words and pairs of one article: 爱国 卫生 → 爱国, 卫生, 爱国卫生."""
        known = dictionary()
        self._index = None
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

    def like(self, form: str) -> list[str]:
        """Return the usual pairs that differ from `form` in one character and sound alike."""
        if self._index is None:
            self._index = wildcards(pair for pair, n in self._counts.items() if n >= USUAL)
        return sounding_alike(form, self._index)


@cache
def dictionary() -> Mapping[str, tuple[int, str]]:
    """Read term → (frequency, tag) from jieba's dict.txt, without importing jieba.

    Raises:
        RuntimeError: If jieba is not installed.
    """
    spec = importlib.util.find_spec("jieba")
    if spec is None or spec.origin is None:
        raise RuntimeError("jieba is not installed, so there is no dictionary to look words up in")
    fields = Path(spec.origin).with_name("dict.txt").read_text(encoding="utf-8").split()
    numbers = map(int, fields[1::3])
    return dict(zip(fields[::3], zip(numbers, fields[2::3], strict=True), strict=True))


@cache
def idioms() -> dict[str, list[str]]:
    """Return the wildcard index of the four-character idioms (tag i) of the dictionary."""
    return wildcards(w for w, (_, tag) in dictionary().items() if tag == "i" and len(w) == 4)


@cache
def shortened() -> dict[str, str]:
    """Return form → word for words of which one inner character is left out: 大辈子 → 大半辈子.

    Only such forms as cannot be a phrase: what stands behind the gap is bound (no word by itself),
    the characters on both sides of it meet in no word, and neither is one of `LOOSE`.
    """
    known = dictionary()
    inside: dict[str, int] = defaultdict(int)
    for word, (frequency, _) in known.items():
        for i in range(1, len(word) - 1):
            inside[word[i:]] += frequency
    meeting = {a + b for word in known for a, b in pairwise(word)}
    forms: dict[str, str] = {}
    for word in known:
        for i in range(1, len(word) - 2 if len(word) >= 4 else 0):
            left, tail = word[i - 1], word[i + 1 :]
            bound = tail in known and inside[tail] >= BOUND * max(1, known[tail][0])
            form = word[:i] + tail
            if (
                bound
                and form not in known
                and left + tail[0] not in meeting
                and LOOSE.isdisjoint((left, tail[0]))
            ):
                forms.setdefault(form, word)
    return forms


def wildcards(words: Iterable[str]) -> dict[str, list[str]]:
    """Index words by themselves with one character left open: 报修 → *修, 报*."""
    index: dict[str, list[str]] = defaultdict(list)
    for word in words:
        for key in keys(word):
            index[key].append(word)
    return dict(index)


def keys(word: str) -> list[str]:
    """Return the keys of a word in a wildcard index."""
    return [f"{word[:i]}*{word[i + 1 :]}" for i in range(len(word))]


def sounding_alike(form: str, index: Mapping[str, list[str]]) -> list[str]:
    """Return the words of an index that differ from `form` in one character and sound alike."""
    near = sorted({word for key in keys(form) for word in index.get(key, ()) if word != form})
    return [
        word
        for word in near
        if LOOSE.isdisjoint(a for a, b in zip(form, word, strict=True) if a != b)
        and sound(word) == sound(form)
    ]


@cache
def sound(word: str) -> tuple[str, ...]:
    """Return the syllables of a word without tones: 报修 → bao, xiu, as 保修 does."""
    from pypinyin import lazy_pinyin

    return tuple(lazy_pinyin(word))
