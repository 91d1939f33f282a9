"""Programmes without quotation marks, told by the noun at their end: …平台, …行动, …项目.

From the noun the name is read leftwards, word by word, to a word that no name goes on before.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from helpers.dictionary import dictionary_tags
from helpers.extraction.document import TEXT
from helpers.extraction.initiatives.candidate import Candidate
from helpers.extraction.initiatives.words import (
    RE_UNDER_WAY,
    Head,
    head_finder,
    head_of,
    heads,
    introduces,
    word_list,
)
from helpers.extraction.places.words import Words, is_han, words_of

#: No name without marks is longer; this bounds the way to the left.
LONGEST = 30
#: What may stand in a name besides Chinese characters, letters and digits.
IN_NAMES = frozenset("·-+")
#: What goes on behind a project and is part of its name: 项目（一标段）二期, 项目及配套道路征地.
RE_AFTER = re.compile(
    r"(?:[ ]?[（(][^（）()。，]{2,16}[)）](?=[一二三四五]期|项目|工程|$|[^\u4e00-\u9fff]))?"
    r"(?:[一二三四五六]期)?(?:工程|项目)?"
    r"(?:[及和、](?:配套|附属|连接)[\u4e00-\u9fff]{2}(?:工程|项目)?)?(?:征地|征迁|拆迁)?"
)
#: A part of a project, named behind it: …改造项目|（安置房建设）一期.
RE_BEHIND = re.compile(r"[ ]?[（(][^（(]{0,24}$")
#: Nouns that say no more than the name before them: …换届选举|工作, …识别|技术.
TRANSPARENT = (
    "工作", "体系", "技术", "平台", "系统", "活动", "项目", "行动", "工程", "模式",
    "机制", "建设", "制度",
)  # fmt: skip
#: The taking of land for a project goes by the project's name: …项目|征地.
TAKING = ("征地", "征迁", "拆迁")
#: What a word begins with that points, denies or counts, and is in no name: 这支, 没提, 各项.
STOPS = frozenset("这那该某各每本此没不未无我你他她")
#: Grammatical tags of the segmenter's dictionary at which no name goes on.
CLOSED = ("p", "c", "u", "r", "d", "y", "e")
#: So many telling characters are a name even before a weak head.
SURE = 5
#: What stands before a landmark: 位于甲乙项目东侧.
BESIDE = ("位于", "毗邻", "紧邻", "靠近", "邻近", "地处", "坐落于", "坐落在", "紧挨", "相邻")
#: How far behind a head the next one of the same name begins.
NEAR = 6
#: Function words in a word that the segmenter made up: no name goes on over them.
LOOSE = frozenset("和与及的了在是等将被把")
#: What a number is told of in a name: 15分钟服务圈, 30公里; not 12日, 7天.
MEASURED = frozenset("分公小")
#: 一所, 两场: so many of a kind, and no part of its name.
RE_COUNTED = re.compile(
    r"[一两几数二三四五六七八九十百]{1,3}[个所张家座间条项场次名位支批份套种类处届轮台辆笔]"
)
#: Nouns of everyday speech: only a longer name before them is one.
PLAIN = frozenset(("工作", "服务", "建设", "会议", "标准", "方式", "方法", "监督"))
#: Heads of one character; others end too many words: 办公室, 半个点.
SHORT = frozenset("节课班")


class Reach(NamedTuple):
    """Where a name begins, and how many characters of it say something of their own."""

    start: int
    telling: int


def find_headed(
    field: str,
    text: str,
    taken: Collection[int],
    bodies: Sequence[tuple[int, int]] = (),
    stops: Sequence[tuple[int, int]] = (),
) -> Iterator[Candidate]:
    """Yield the candidates of a field that end in a head.

    Args:
        field: The field.
        text: Its text.
        taken: Offsets that belong to names in quotation marks.
        bodies: Where organisations and sites stand, sorted: a name that ends with one is its.
        stops: Where persons and organisations stand, behind which a name may begin.
    """
    words = words_of(text)
    ends = sorted(stop for _, stop in stops)
    spans = list(_ends(text, words))
    last = 0
    for number, (start, end, noun) in enumerate(spans):
        at = bisect_right(ends, start) - 1
        least = max(last, ends[at] if at >= 0 else 0)
        if end <= last or _goes_on(text, words, spans, number, least):
            continue
        reach = _reach(text, words, start, least)
        if reach.start == start or any(at in taken for at in (reach.start, start, end - 1)):
            continue
        # What commands and counts has a name like an organisation, and is a platform.
        if heads()[noun].kind != "platform" and _is_body(reach.start, end, bodies):
            continue
        if text[end - 1] == "期" and reach.telling == 0 and reach.start < start:
            # 安置房|二期: a kind with its number is one certain project.
            reach = Reach(reach.start, SURE)
        head = _told(noun, text[reach.start : start])
        weight = _weigh(field, text, reach, end, noun, head)
        last = end
        name = text[reach.start : end]
        yield Candidate(field, reach.start, end, name, _core(name), head.kind, weight)


def _goes_on(
    text: str, words: Words, spans: Sequence[tuple[int, int, str]], number: int, least: int
) -> bool:
    """Say whether a head is part of the name that the next head ends: …供水工程|统一管理工作."""
    start, end, _ = spans[number]
    for following, behind, _ in spans[number + 1 : number + 3]:
        if following > end + NEAR:
            return False
        if behind > end and _reach(text, words, following, least).start <= start:
            return True
    return False


def _told(noun: str, modifier: str) -> Head:
    """Return what a noun tells behind what it stands behind: 换届选举|工作 is a campaign."""
    head, inner = heads()[noun], head_of(modifier)
    if inner is None or not (inner[1].strong or noun in TRANSPARENT):
        return head
    kind = inner[1].kind if noun in TRANSPARENT and not head.strong else head.kind
    return Head(kind, head.strong or inner[1].strong)


def _ends(text: str, words: Words) -> Iterator[tuple[int, int, str]]:
    """Yield the heads of a text: where the noun begins, where the name ends, the noun."""
    known = heads()
    for start, end, noun in head_finder().find(text):
        if len(noun) == 1 and noun not in SHORT:
            continue
        if text.startswith(("和治理能力", "和能力"), end):
            continue
        # Across words that are none of the dictionary's the segmenter has only guessed: 花节|在.
        if end < len(text) and not words.begins[end] and (len(noun) < 3 or words.cuts(end)):
            continue
        if known[noun].kind in ("project", "programme"):
            following = RE_AFTER.match(text, end)
            yield start, following.end() if following is not None else end, noun
        else:
            yield start, end, noun


def _is_body(start: int, end: int, bodies: Sequence[tuple[int, int]]) -> bool:
    """Say whether a name ends with, or inside, the name of an organisation or site."""
    at = bisect_right(bodies, (end - 1, end + LONGEST)) - 1
    return at >= 0 and start < bodies[at][1] and bodies[at][0] < end <= bodies[at][1]


def _reach(text: str, words: Words, at: int, least: int) -> Reach:
    """Read leftwards from an offset to where a name begins."""
    boundary, generic, tags = word_list("boundary"), word_list("generic"), dictionary_tags()
    start, telling = at, 0
    least = max(least, at - LONGEST)
    while start > least:
        begin = words.before(start)
        # The segmenter cuts the word in two.
        if text[max(0, start - 3) : start] == "小程序":
            begin = start - 3
        word = text[begin:start]
        if begin < least or word[0] in STOPS or not _in_name(word):
            break
        # 工作 ends other names, but not before another noun of a kind: 工作|机制.
        if word in boundary and not (word == "工作" and start == at):
            break
        if word in word_list("introduction") or tags.get(word, "n") in CLOSED:
            break
        if RE_COUNTED.fullmatch(word):
            break
        if (
            word[-1].isdigit()
            and is_han(text[start : start + 1] or " ")
            and (text[start] not in MEASURED)
        ):
            break
        if word not in tags and not LOOSE.isdisjoint(word):
            break
        if word not in generic and not _is_generic(word):
            telling += len(word)
        start = begin
    return _without_verb(text, words, Reach(start, telling), at)


def _is_generic(word: str) -> bool:
    """Say whether a word is itself a kind: 水利|工程, 管理|制度."""
    head = head_of(word)
    return head is not None and word.removesuffix(head[0]) in word_list("generic")


def _without_verb(text: str, words: Words, reach: Reach, at: int) -> Reach:
    """Leave out a verb that a name seems to begin with: 手持|甲乙市场项目; not 扶贫|车间."""
    end = words.begins.find(1, reach.start + 1)
    word = text[reach.start : end]
    if end <= reach.start or dictionary_tags().get(word) != "v" or len(word) < 2:
        return reach
    if end >= at:
        return Reach(reach.start, 0)
    telling = reach.telling - (0 if word in word_list("generic") else len(word))
    return Reach(end, telling) if telling >= 4 else reach


def _in_name(word: str) -> bool:
    return all(is_han(c) or (c.isascii() and c.isalnum()) or c in IN_NAMES for c in word)


def _weigh(field: str, text: str, reach: Reach, end: int, noun: str, head: Head) -> int:
    """Weigh what speaks for a programme; 2 is enough by itself."""
    if reach.telling < 2:
        return 0
    weight = 1 + head.strong
    if reach.telling >= SURE or field != TEXT:
        weight += 1
    before = text[max(0, reach.start - 12) : reach.start]
    if noun in PLAIN and not head.strong and reach.telling < 4:
        return 0
    if before.endswith(BESIDE):
        return 0
    introduced = introduces(before) or before.endswith("因")
    if len(noun) == 1 and not introduced:
        return 0
    weight += introduced
    if not head.strong and RE_UNDER_WAY.match(text, end):
        weight += 1
    return weight


def _core(name: str) -> str:
    """Return what other forms of the name share: 甲乙丙丁|行动 → 甲乙丙丁."""
    name = RE_BEHIND.sub("", name)
    for _ in range(3):
        for noun in (*TRANSPARENT, *TAKING):
            if name.endswith(noun) and len(name) - len(noun) >= 4:
                name = name.removesuffix(noun)
                break
    return name
