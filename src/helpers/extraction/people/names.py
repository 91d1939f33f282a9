"""Chinese names in running text: where one can begin, how long it is, what is none.

A name is a surname and one or two characters more (two surnames in one: up to four). Whether the
third character still belongs to it is decided by what the characters behind make: 周华|介绍,
余春寿|签字.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache

import numpy as np

from helpers.dictionary import columns
from helpers.extraction.scan import any_character
from helpers.parsing.surnames import COMPOUND, SINGLE
from helpers.parsing.words import common_words

#: Characters that no given name has, or as good as never: particles, pronouns, marks of grammar.
NOT_GIVEN = frozenset(
    "的了着过是在有不也都就还又才很太最更被把将对向从到给让和与及或而且但并则即使因为所以"
    "于其之乎者吗呢吧啊呀嘛哦我你他她它们这那哪谁什么怎几个些每各某已曾未没无非别勿请该此"
    "彼说讲问答喊叫称笑哭吃喝跑走坐站看听想写读做拿抱推拉搬来去进出回上下里外前后左右间旁"
    "县市区乡镇村街路省号年月日时分元亩户岁斤吨米两0123456789０１"
)
#: … but these are in names as well, in the last place at least.
ALSO_GIVEN = frozenset("之月来上有和向前米进问旁回年分斤两个可为者")
#: Characters that stand in no given name at all.
NEVER_GIVEN = NOT_GIVEN - ALSO_GIVEN
#: The second characters of surnames of two.
COMPOUND_SECOND = frozenset(surname[1] for surname in COMPOUND)
#: Characters that begin what comes behind a name.
FOLLOWS = frozenset(
    "说道讲问答喊叫称笑告表介坦直感回解透补提建呼要叮承保劝反认指强在的和与及等是也又就都"
    "还才从到对向把将被给让带领拿拎提抱推拉站坐走跑来去看听想写读做干忙种养住家有没不、，"
    "。：；！？）”（“》《…—\n 当已曾正刚同一两为头手由以用因自每今昨前先再亲连最更"
    "越只便却仍总常边成获得赶七八九指任患报"
)
#: Characters behind a verb of one character: 甲乙丙撑了29年船.
VERBAL = frozenset("着了过起到得上下出回给在")
#: Surnames that are words of every day as well: they need more to be taken for a name.
WEAK = frozenset(
    "于时和平元常方白金石高马江水云万成安乐段雷路左右古易温单房关游红公后那双连曾向车从有"
    "相查都来税门过言要黄区干部家国管经文明东南西北解别归赏年爱海山河林田花树钱党张计伏习"
    "何尚危应容谷满广全包步通开支时党武农国盛越福权益简空曲台能敬师种粟况商老宁丰邓达战候"
    "令修原初代占植信"
)


@cache
def _common() -> frozenset[str]:
    return common_words()


@cache
def _given_weights() -> tuple[dict[str, float], dict[str, float], dict[str, float]]:
    """Weigh the characters of given names: only one of one, first and second of two.

    A weight is log P(character | given name) / P(character | word), both with additive smoothing
    (Manning and Schütze 1999, Foundations of Statistical Natural Language Processing, 6.2), from
    jieba's dictionary, which tags some fifty thousand words as personal names (nr). Characters
    that no name has there are left out: they have the weight under the empty string.
    """
    tables = (Counter[str](), Counter[str](), Counter[str]())
    others: list[str] = []
    counts: list[int] = []
    for word, count, tag in zip(*columns(), strict=True):
        if tag != "nr":
            others.append(word)
            counts.append(count)
        elif word[0] in SINGLE and len(word) == 2:
            tables[0][word[1]] += 1
        elif word[0] in SINGLE and len(word) == 3:
            tables[1][word[1]] += 1
            tables[2][word[2]] += 1
    other = _characters(others, counts)
    whole = sum(other.values())
    one, first, second = (_logarithms(table, other, whole) for table in tables)
    return one, first, second


def _characters(words: Sequence[str], counts: Sequence[int]) -> dict[str, int]:
    """Count the characters of words, each as often as its word."""
    points = np.frombuffer("".join(words).encode("utf-32-le"), dtype=np.uint32)
    each = np.repeat(np.array(counts, dtype=np.int64), list(map(len, words)))
    # Sums of whole numbers below 2**53 are exact in floating point too.
    totals = np.bincount(points, weights=each).astype(np.int64)
    found = np.unique(points).tolist()
    return dict(zip(map(chr, found), totals[found].tolist(), strict=True))


def _logarithms(table: Counter[str], other: dict[str, int], whole: int) -> dict[str, float]:
    """Return log P(character | given name) / P(character | word) of every character."""
    names = sum(table.values()) + 3000
    return {
        character: math.log(
            (table[character] + 0.5) / names * whole / (other.get(character, 0) + 50)
        )
        for character in {*other, *table}
    }


@lru_cache(maxsize=100_000)
def likeness(name: str) -> float:
    """Weigh how much oftener a name's characters stand in given names than in other words.

    Half the sum of the weights of its given characters, kept between -1.5 and 1.5:
    汪建霞 => 1.5, 程有限 => -1.5.
    """
    one, first, second = _given_weights()
    given = name[2:] if name[:2] in COMPOUND else name[1:]
    tables = (first, second) if len(given) == 2 else (one,)
    total = sum(table.get(c, 0.0) for c, table in zip(given, tables, strict=False))
    return max(-1.5, min(1.5, total / 2))


@cache
def likely_given() -> str:
    """Return a pattern for the characters with which `likeness` can be other than negative.

    It finds a few too many: the weights of the first of two characters are taken in bands, each
    with all second ones that outweigh the highest of the band.
    """
    one, first, second = _given_weights()
    given = [c for c in map(chr, range(ord("\u4e00"), ord("\u9fff") + 1)) if may_be_given(c)]
    bands: dict[int, list[str]] = {}
    for character in given:
        if one.get(character, 0.0) < 0:
            bands.setdefault(math.floor(first.get(character, 0.0)), []).append(character)
    patterns = [any_character(c for c in given if one.get(c, 0.0) >= 0)]
    for band, characters in bands.items():
        enough = [c for c in given if second.get(c, 0.0) >= -band - 1]
        if enough:
            patterns.append(any_character(characters) + any_character(enough))
    return "|".join(patterns)


def name_lengths(text: str, start: int) -> list[tuple[int, int]]:
    """Return the lengths of a name that begins at `start`, each with how well the text goes on.

    The likeliest length is the first; see `follows`. '余春寿签字' => 3, 2; '周华介绍' => 2, 3;
    '的' => [].
    """
    second = text[start + 1 : start + 2]
    if second in COMPOUND_SECOND and text[start : start + 2] in COMPOUND:
        return _compound_lengths(text, start)
    if not second or not may_be_given(second) or text[start] not in SINGLE:
        return []
    third = text[start + 2 : start + 3]
    short = follows(text, start + 2)
    if not third or not may_be_given(third):
        return [(2, short)]
    long = follows(text, start + 3)
    return [(3, long), (2, short)] if long >= short else [(2, short), (3, long)]


def _compound_lengths(text: str, start: int) -> list[tuple[int, int]]:
    """Return the lengths of a name with a surname of two characters."""
    given = text[start + 2 : start + 4]
    if not given or not may_be_given(given[0]):
        return []
    lengths = (4, 3) if len(given) == 2 and may_be_given(given[1]) else (3,)
    return [(length, follows(text, start + length)) for length in lengths]


def may_be_given(character: str) -> bool:
    """Say whether a character can belong to a given name."""
    return "\u4e00" <= character <= "\u9fff" and character not in NEVER_GIVEN


def follows(text: str, at: int) -> int:
    """Say how well the text behind a name goes on: 3 a mark, 2 a word, 0 the middle of one."""
    after = text[at : at + 3]
    if not after:
        return 3
    character = after[0]
    if not "\u4e00" <= character <= "\u9fff":
        return 3
    if character in FOLLOWS or after[1:2] in VERBAL:
        return 2
    common = _common()
    return 2 if after[:2] in common or after in common else 0


def is_word(name: str) -> bool:
    """Say whether what looks like a name is a word of every day: 高兴, 方向, 马路."""
    common = _common()
    return name in common or (
        len(name) == 3 and name[:2] in common and (name[0] in WEAK or likeness(name) < 0.5)
    )


def is_weak(name: str) -> bool:
    """Say whether a name begins with a character that is oftener another word."""
    return name[0] in WEAK


def is_crossed(text: str, start: int) -> bool:
    """Say whether a word lies across the beginning of a name: 建设工|程有限."""
    return start > 0 and text[start - 1 : start + 1] in _common()
