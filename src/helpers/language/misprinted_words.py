"""Suspect words: printed twice over, mistaken for one that sounds alike, or short of a character.

Each rule would rather miss a misprint than doubt good print: a scholar looks at every suspect.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from helpers.dictionary import dictionary_frequencies, dictionary_tags
from helpers.language.usage import (
    RE_HAN,
    USUAL,
    Usage,
    Word,
    idioms,
    shortened,
    sounding_alike,
    wildcards,
)

if TYPE_CHECKING:
    import ahocorasick_rs

#: start, end, kind, probable reading or None, reason.
Suspect = tuple[int, int, str, str | None, str]

#: A phrase of three characters or more twice over: 党的建设党的建设.
RE_PHRASE = re.compile("([\u4e00-\u9fff]{3,12})\\1")
#: 一个一个, 几年几年, 每村每村: said twice on purpose.
COUNTING = frozenset("一二两三四五六七八九十百千万几半每各")
#: Words of grammar that never stand twice: 的的. Not 等等, 人人, 天天, 常常.
GRAMMAR = frozenset("的了在是和与及将被从并而为对把向于")
#: Verbs, adverbs and calls that speech doubles: 研究研究, 非常非常, 加油加油.
DOUBLED = frozenset(
    (
        "研究 讨论 商量 打扫 收拾 整理 了解 学习 休息 活动 放松 交流 检查 锻炼 琢磨 "
        "考虑 介绍 关心 照顾 打听 合计 盘算 练习 体验 感受 感谢 参观 参谋 帮助 指导 "
        "指点 教育 教训 比较 评论 评价 分析 观察 回忆 回味 反思 沟通 走动 打扮 修理 "
        "修补 清理 解释 说明 宣传 提醒 督促 调查 调整 对比 切磋 摸索 意思 凉快 热闹 "
        "高兴 开心 痛快 暖和 轻松 舒服 明白 清楚 非常 很多 许多 好多 特别 永远 真正 "
        "加油 大家 快点 慢点 哗啦 叮当"
    ).split()
)
#: Tags of names and of sounds in the dictionary.
NAMES = ("nr", "ns", "nt", "nz", "o", "e", "y")
#: A homophone is looked for among the words printed this often within this many characters.
TOPICAL, NEAR = 3, 1500
#: Only a word rarer than this in the dictionary is the topic where it comes back: 报修, not 重点.
RARE = 200


def doubled(text: str, words: Sequence[Word]) -> Iterator[Suspect]:
    """Find what stands twice over: 开展开展 → 开展; not 研究研究, 一个一个, 人人."""
    found: list[tuple[int, int]] = []
    for (start, end, one), (again, until, two) in pairwise(words):
        together = end == again and end - start == len(one) and until - again == len(two)
        if together and one.endswith(two) and _not_meant(text, start, one, two):
            found.append((end - len(two), until))
            yield end - len(two), until, "doubled", two, "the same word twice"
    for match in RE_PHRASE.finditer(text):
        start, end = match.span()
        phrase = match[1]
        meant = phrase[0] in COUNTING or len(set(phrase)) < len(phrase) - 1 or phrase in DOUBLED
        if not meant and not any(s < end and start < e for s, e in found):
            yield start, end, "doubled", phrase, "the same words twice"


def _not_meant(text: str, start: int, one: str, two: str) -> bool:
    """Say whether a word that follows itself is not one that is doubled on purpose."""
    if len(two) == 1:
        return one == two and two in GRAMMAR
    if RE_HAN.fullmatch(two) is None or two[0] in COUNTING or one[0] in COUNTING:
        return False
    tag = dictionary_tags().get(two, "")
    if two in DOUBLED or len(set(two)) == 1 or tag.startswith(NAMES):
        return False
    # In a quotation people speak, and speech doubles more than any list knows.
    return not _quoted(text, start)


def _quoted(text: str, at: int) -> bool:
    """Say whether a quotation is open at an offset of its paragraph."""
    before = text[text.rfind("\n", 0, at) + 1 : at]
    return before.rfind("“") > before.rfind("”")


def dropped(text: str, words: Sequence[Word]) -> Iterator[Suspect]:
    """Find words short of an inner character: 大辈子 → 大半辈子."""
    found = list(_matcher().find_matches_as_indexes(text))
    if not found:
        return
    starts = {start for start, _, _ in words}
    ends = {end for _, end, _ in words}
    for _, start, end in found:
        # What only looks like the form across the borders of words is none: 坊门街 社区.
        if start in starts and end in ends:
            word = shortened()[text[start:end]]
            yield start, end, "dropped", word, "a character short of a word of the dictionary"


def homophones(words: Sequence[Word], usage: Usage) -> Iterator[Suspect]:
    """Find forms that are no words, and sound as usual ones do: 因地置宜 → 因地制宜.

    The usual form is an idiom of the dictionary, or a pair of words that stands `USUAL` times in
    the corpus, and as many times as often as the suspect.
    """
    known = usage.judged
    for start, end, form in _of_four(words):
        judged = known.get(form, _NEW)
        if judged is _NEW:
            judged = known[form] = _usual(form, usage)
        if judged is not None:
            yield start, end, "homophone", *judged


#: Stands for a form that has not been judged yet.
_NEW = ("", "")


def _usual(form: str, usage: Usage) -> tuple[str, str] | None:
    """Find the usual form that a form of four characters sounds like, and say why."""
    known = dictionary_frequencies()
    if form in known or RE_HAN.fullmatch(form) is None:
        return None
    # What differs must be in a half that is no word.
    places = [place for half in (0, 2) if form[half : half + 2] not in known
              for place in (half, half + 1)]  # fmt: skip
    if not places:
        return None
    if near := sounding_alike(form, idioms(), places):
        return near[0], "sounds like an idiom"
    if near := usage.like(form, places):
        return near[0], "sounds like a usual phrase of this corpus"
    return None


def out_of_topic(words: Sequence[Word], usage: Usage) -> Iterator[Suspect]:
    """Find a word printed once, near one that sounds alike and comes back: 保修 among 报修."""
    places: dict[str, list[int]] = defaultdict(list)
    for start, end, term in words:
        if len(term) == 2 == end - start and RE_HAN.fullmatch(term):
            places[term].append(start)
    known = dictionary_frequencies()
    topical = wildcards(
        t for t, at in places.items() if len(at) >= TOPICAL and known.get(t, 0) <= RARE
    )
    if not topical:
        return
    for term, at in places.items():
        if len(at) > 1 or usage.terms[term] > 1:
            continue
        for word in sounding_alike(term, topical):
            near = sum(abs(place - at[0]) < NEAR for place in places[word])
            if near >= TOPICAL:
                reason = f"printed once, and {word} {near} times near it"
                yield at[0], at[0] + 2, "homophone", word, reason
                break


def settled(form: str, word: str, *, times: int, usage: Usage) -> bool:
    """Say whether a form found `times` times is rare enough beside the usual one."""
    return times == 1 or times * USUAL <= usage.count(word)


def _of_four(words: Sequence[Word]) -> Iterator[Word]:
    """Yield the words and runs of words, without gaps, that have four characters."""
    count = len(words)
    for place, (start, end, term) in enumerate(words):
        form, stop, after = term, end, place + 1
        while len(form) < 4 and after < count:
            begin, until, more = words[after]
            if begin != stop:
                break
            form, stop, after = form + more, until, after + 1
        # Characters set apart are longer in print than in reading: leave those alone.
        if len(form) == 4 == stop - start:
            yield start, stop, form


@cache
def _matcher() -> ahocorasick_rs.AhoCorasick:
    """Match the forms that are short of a character."""
    import ahocorasick_rs

    return ahocorasick_rs.AhoCorasick(
        sorted(shortened()), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest
    )
