"""Programmes told by the form of their name alone: 一户一策, 干部联户, 送戏下乡, 浙里办.

The forms are those of the language of administration: numeral and noun twice over, a verb of
tying and the unit tied, a province's short name before a word for service.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpers.dictionary import dictionary_tags
from helpers.extraction.initiatives.candidate import Candidate
from helpers.extraction.initiatives.initiative import Kind
from helpers.extraction.initiatives.quoted import tail_of
from helpers.extraction.initiatives.words import head_of, whole_finder
from helpers.extraction.places.words import words_of
from helpers.extraction.wording.numbers import RE_EACH, find_numbers

#: 干部联户, 党员包组, 部门帮村: two characters of who, a verb of tying, a unit.
RE_TIED = re.compile(
    r"[\u4e00-\u9fff]{2}(?:联|包|帮|驻|挂|结)(?:村|社|户|企|镇|组|片|格|乡|网|校)(?![\u4e00-\u9fff]?[委支])"
)
#: 送戏下乡, 科技下乡, 文化进村, 法律进社区.
RE_SENT = re.compile(
    r"(?:送[\u4e00-\u9fff]|文化|科技|卫生|法律|法治|家电|汽车|图书|电影|戏曲|健康|书香|安全|禁毒|反诈|消防)"
    r"(?:下乡|进村|进社区|进校园|进企业|进机关|进家庭|进农村|进万家|入户)"
)
#: 周通报、月督查、年考核: what is done at each interval.
RE_CLOCK = re.compile(
    r"[日周旬月季年](?!年|月|日|底|初|末|内|以|均|前|后|中|来)[\u4e00-\u9fff]{2}"
    r"(?:、[日周旬月季半年]{1,2}(?!底|初|末)[\u4e00-\u9fff]{2}){1,3}"
)
#: 浙里办, 皖事通, 粤省事, 苏服办: a province's short name and what its platform is for.
RE_PROVINCE = re.compile(
    r"[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川蜀黔贵滇云藏陕秦甘陇青宁新]"
    r"(?:[里政事省快易农企警商医服学时心好]{1,2}[办钉通码事达帮]|好办|易办|快办|事通|农码|e通)"
)
#: 学习强国, 钉钉: platforms of the whole country, named as such.
RE_NATIONAL = re.compile(
    r"学习强国|基层治理四平台|雪亮工程|天网工程|智安小区|12345(?:政务服务便民)?热线"
)


def find_forms(field: str, text: str) -> Iterator[Candidate]:
    """Yield the candidates of a field that only their form tells."""
    numbers = [
        (start, end)
        for start, end in find_numbers(text)
        if not text[start:end].endswith(("两委", "不误", "促进", "不误、两促进"))
    ]
    for number, (start, end) in enumerate(numbers):
        if _in_row(text, numbers, number):
            continue
        printed = text[start:end]
        sure = RE_EACH.match(printed) is not None or len(printed) >= 4
        yield _made(field, text, start, end, "mechanism", 2 if sure else 1)
    for start, end, word in whole_finder().find(text):
        yield _made(field, text, start, end, _kind_of(word), 2)
    forms: tuple[tuple[re.Pattern[str], Kind, int], ...] = (
        (RE_TIED, "mechanism", 2),
        (RE_SENT, "activity", 2),
        (RE_CLOCK, "mechanism", 2),
        (RE_PROVINCE, "platform", 2),
        (RE_NATIONAL, "platform", 2),
    )
    for pattern, kind, weight in forms:
        for match in pattern.finditer(text):
            words = words_of(text)
            if pattern is RE_TIED and match.group()[:2] not in dictionary_tags():
                continue
            if not (words.cuts(match.start()) or words.cuts(match.end())):
                yield _made(field, text, match.start(), match.end(), kind, weight)


def _kind_of(word: str) -> Kind:
    head = head_of(word)
    return head[1].kind if head is not None else "campaign"


def _in_row(text: str, numbers: list[tuple[int, int]], number: int) -> bool:
    """Say whether a number-slogan stands in a row with others: 一站一员、一月一检 spell it out."""
    start, end = numbers[number]
    before = number > 0 and text[numbers[number - 1][1] : start] in {"、", "，"}
    after = number + 1 < len(numbers) and text[end : numbers[number + 1][0]] in {"、", "，"}
    return before or after


def _made(field: str, text: str, start: int, end: int, kind: Kind, weight: int) -> Candidate:
    core = text[start:end]
    end, head = tail_of(text, end)
    if head is not None:
        kind, weight = head.kind, weight + 1
    return Candidate(field, start, end, text[start:end], core, kind, weight)
