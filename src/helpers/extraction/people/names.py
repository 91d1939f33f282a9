"""Chinese names in running text: where one can begin, how long it is, what is none.

A name is a surname and one or two characters more (two surnames in one: up to four). Whether the
third character still belongs to it is decided by what the characters behind make: 周华|介绍,
余春寿|签字.
"""

from __future__ import annotations

import math
from collections import Counter
from functools import cache, lru_cache
from pathlib import Path

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
#: Characters that begin what comes behind a name.
FOLLOWS = frozenset(
    "说道讲问答喊叫称笑告表介坦直感回解透补提建呼要叮承保劝反认指强在的和与及等是也又就都"
    "还才从到对向把将被给让带领拿拎提抱推拉站坐走跑来去看听想写读做干忙种养住家有没不、，"
    "。：；！？）”（“》《…—\n 当已曾正刚同一两为头手由以用因自每今昨前先再亲连最更"
    "越只便却仍总常边成获得赶"
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
    import jieba

    tables = (Counter[str](), Counter[str](), Counter[str]())
    other = Counter[str]()
    with (Path(jieba.__file__).parent / "dict.txt").open(encoding="utf-8") as file:
        for row in file:
            word, count, tag = row.split()
            if tag != "nr":
                for character in word:
                    other[character] += int(count)
            elif word[0] in SINGLE and len(word) == 2:
                tables[0][word[1]] += 1
            elif word[0] in SINGLE and len(word) == 3:
                tables[1][word[1]] += 1
                tables[2][word[2]] += 1
    whole = sum(other.values())
    one, first, second = (
        {
            character: math.log(
                (table[character] + 0.5) / (sum(table.values()) + 3000)
                * whole / (other[character] + 50)
            )
            for character in {*other, *table}
        }
        for table in tables
    )  # fmt: skip
    return one, first, second


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


def name_lengths(text: str, start: int) -> list[int]:
    """Return the lengths that a name beginning at `start` can have, the likeliest first.

    '余春寿签字' => [3, 2]; '周华介绍' => [2, 3]; '的' => [].
    """
    if text[start : start + 2] in COMPOUND:
        options = [4, 3] if _given(text, start + 2) else []
        return [n for n in options if all(_given(text, start + i) for i in range(2, n))]
    if text[start : start + 1] not in SINGLE or not _given(text, start + 1):
        return []
    if not _given(text, start + 2):
        return [2]
    return [3, 2] if _fits(text, start + 3) >= _fits(text, start + 2) else [2, 3]


def _given(text: str, at: int) -> bool:
    """Say whether the character at an offset can belong to a given name."""
    character = text[at : at + 1]
    if not "\u4e00" <= character <= "\u9fff":
        return False
    return character not in NOT_GIVEN or character in ALSO_GIVEN


def _fits(text: str, at: int) -> int:
    """Say how well a word begins at an offset, so that a name can end before it: 0 to 3."""
    character = text[at : at + 1]
    if not character or not "\u4e00" <= character <= "\u9fff":
        return 3
    common = _common()
    if text[at : at + 2] in common or text[at : at + 3] in common:
        return 2
    if character in FOLLOWS or text[at + 1 : at + 2] in VERBAL:
        return 2
    return 0


def follows(text: str, at: int) -> int:
    """Say how well the text behind a name goes on: 3 a mark, 2 a word, 0 the middle of one."""
    return _fits(text, at)


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
