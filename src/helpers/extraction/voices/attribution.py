"""Who says it: the clause that attributes a piece of speech, its verb and its subject."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple, Protocol

from helpers.extraction.voices.verbs import find_verb, last_verb

#: How far an attributing clause may reach.
REACH = 120
#: How many sentences back the subject is looked for that a piece leaves out.
EARLIER = 4
#: What ends a sentence.
ENDS = frozenset("。！？!?\n")
RE_PRONOUN = re.compile(
    r"(?<![其吉])(?:[他她](?!们)|老人家?(?!们)|老两口|对方|后者|老汉|老太太|大娘|大爷|小伙子|小伙|姑娘|这位[^，。]{1,6})"
)
#: Whom the subject of a clause turns to: 给甲乙打电话, 对甲乙说.
RE_OBJECT = re.compile(r"(?:给|向|对|跟|替|请|找|问|被|把|让|叫)[^，。；：！？“”]{0,20}$")
#: Somebody without a name, as the subject of saying.
RE_NAMELESS = re.compile(
    r"(?:一位|一名|一个|有位|有名|几位|多位|不少|许多|很多|有的|有些|附近|周边|现场|当地|在场)?(?:的)?"
    r"[^，。、；：“”的\s]{0,6}"
    r"(?:村民|居民|群众|市民|业主|住户|农户|老乡|乡亲|家长|学生|老师|游客|顾客|客人|读者|网友|同学|孩子|小朋友"
    r"|工人|员工|职工|师傅|司机|民工|老板|店主|摊主|商户|业内人士|负责人|工作人员|干部|书记|主任|村干部|网格员"
    r"|志愿者|专家|教授|医生|护士|民警|队员|会计|老党员|代表|委员|领导|技术员|老农|茶农|果农|渔民|大妈|阿姨|奶奶"
    r"|爷爷|大伯|大叔|大姐|大哥|母亲|父亲|妻子|丈夫|儿子|女儿|老伴|外婆|外公|祖母|祖父|叔公|伯父|叔叔|舅舅|姑姑|婶子|嫂子"
    r"|孙子|孙女|外孙|额吉|阿妈|阿爸|阿婆|阿公|船工|船老大|牧民|牧户|司炉工|钓友|房东|租客|骑手|乘客|患者|病人|家属|客商|商人|投资人)们?"
)


class Named(Protocol):
    """A person as `extraction.people` finds one."""

    @property
    def field(self) -> str: ...  # noqa: D102
    @property
    def start(self) -> int: ...  # noqa: D102
    @property
    def end(self) -> int: ...  # noqa: D102
    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def category(self) -> str: ...  # noqa: D102
    @property
    def named(self) -> bool: ...  # noqa: D102


class Speaker(NamedTuple):
    """Where the speaker of a piece stands: a person, or words for somebody without a name."""

    start: int
    end: int
    person: Named | None
    words: str


class Attribution(NamedTuple):
    """Who said it, by which verb, and where that stands to the speech."""

    speaker: Speaker | None
    verb: str | None
    position: str


class Page:
    """A field with its persons in order and the spans of its pieces of speech."""

    def __init__(
        self, text: str, people: Sequence[Named], speech: Sequence[tuple[int, int]]
    ) -> None:
        """Take a field; persons that are spoken of inside speech attribute nothing."""
        self.text = text
        self._starts = {start for start, _ in speech}
        self._ends = {end for _, end in speech}
        spans = sorted(speech)
        firsts = [start for start, _ in spans]
        self.people = [p for p in people if not _inside(p.start, spans, firsts)]
        self._at = [p.start for p in self.people]

    def sentence_before(self, at: int) -> int:
        """Return where the sentence begins that goes on at `at`, speech left out of account."""
        low = max(0, at - REACH)
        for begin in range(at - 1, low - 1, -1):
            if self.text[begin] in ENDS or begin + 1 in self._ends:
                return begin + 1
        return low

    def sentence_after(self, at: int) -> int:
        """Return where the sentence ends that goes on at `at`."""
        high = min(len(self.text), at + REACH)
        for end in range(at, high):
            if self.text[end] in ENDS or end in self._starts:
                return end
        return high

    def within(self, start: int, end: int) -> list[Named]:
        """Return the persons that stand between two offsets."""
        low, high = bisect_left(self._at, start), bisect_left(self._at, end)
        return [p for p in self.people[low:high] if p.end <= end]

    def last_before(self, at: int, *, official: bool = True) -> Named | None:
        """Return the person last spoken of before an offset, officials left out if asked."""
        for person in reversed(self.people[: bisect_left(self._at, at)]):
            if official or not person.category.startswith("official"):
                return person
        return None


def _inside(at: int, spans: Sequence[tuple[int, int]], firsts: Sequence[int]) -> bool:
    """Say whether an offset lies in one of some spans, which are in order."""
    place = bisect_right(firsts, at) - 1
    return place >= 0 and at < spans[place][1]


def attribute(page: Page, start: int, end: int) -> Attribution:
    """Find who says the piece from `start` to `end`."""
    text = page.text
    begin, stop = page.sentence_before(start), page.sentence_after(end)
    before, after = text[begin:start], text[end:stop]
    verb = last_verb(before)
    leads = verb is not None and before[verb.end() :] in ("", "，", "：", "：——", "——")
    if leads or before.endswith("："):
        limit = verb.start() if leads and verb is not None else len(before)
        speaker = _subject(page, begin, begin + limit, nameless=leads)
        if speaker is not None or leads or not after.strip("，。"):
            middle = text[end - 2 : end - 1] == "，"
            position = "middle" if middle and after else "before"
            return Attribution(
                speaker or _earlier(page, begin), verb[0] if verb and leads else None, position
            )
    # 甲乙拍了胸脯：“…” behind a piece attributes the next one.
    found = None if after.endswith("：") else _after(page, end, after)
    if found is not None:
        return found
    if verb is not None:
        speaker = _subject(page, begin, begin + verb.start())
        if speaker is not None:
            return Attribution(speaker, verb[0], "middle")
    speaker = _subject(page, begin, start, nameless=False) or _earlier(page, begin)
    return Attribution(speaker, None, "none" if speaker is None else "before")


def _after(page: Page, end: int, after: str) -> Attribution | None:
    """Read the clause behind a piece: its first person, pronoun or nameless one, and a verb."""
    verb = find_verb(after)
    people = page.within(end, end + len(after))
    # The subject stands before the verb; another may be spoken of behind it.
    limit = verb.start() if verb is not None else len(after)
    subject = _pick([p for p in people if p.start - end < max(limit, 1)])
    pronoun = RE_PRONOUN.search(after, 0, limit)
    if subject is not None and (pronoun is None or subject.start - end <= pronoun.start()):
        return Attribution(_of(subject), verb[0] if verb else None, _position(page.text, end))
    if pronoun is not None and pronoun.start() <= 8:
        words = Speaker(end + pronoun.start(), end + pronoun.end(), None, pronoun[0])
        speaker = _last_person(page, end, pronoun[0]) or words
        return Attribution(speaker, verb[0] if verb else None, _position(page.text, end))
    if people and verb is not None:
        # 谈起此事，甲乙感触颇深: the verb may come before its subject.
        return Attribution(_of(people[0]), verb[0], _position(page.text, end))
    if verb is None:
        return None
    nameless = _nameless(after[:limit], end)
    return Attribution(nameless, verb[0], _position(page.text, end)) if nameless else None


def _position(text: str, end: int) -> str:
    """Say whether the attribution interrupts the speech or follows it."""
    return "middle" if text[end - 2 : end - 1] == "，" else "after"


def _pick(people: Sequence[Named]) -> Named | None:
    """Of the persons before a verb, the last is its subject."""
    return people[-1] if people else None


def _subject(page: Page, begin: int, end: int, *, nameless: bool = True) -> Speaker | None:
    """Find the subject of a clause: its last person or pronoun that is not an object.

    Args:
        page: The field.
        begin: Where the clause begins.
        end: Where it ends, or its verb begins.
        nameless: Whether words for somebody without a name will do.
    """
    clause = page.text[begin:end]
    people = page.within(begin, end)
    acting = [p for p in people if RE_OBJECT.search(clause[: p.start - begin]) is None]
    pronouns = [
        m for m in RE_PRONOUN.finditer(clause) if RE_OBJECT.search(clause[: m.start()]) is None
    ]
    if acting:
        return _of(acting[-1])
    if pronouns:
        first = pronouns[0]
        return _last_person(page, begin, first[0]) or Speaker(
            begin + first.start(), begin + first.end(), None, first[0]
        )
    if people:
        return _of(people[-1])
    return _nameless(clause, begin) if nameless else None


def _nameless(clause: str, begin: int) -> Speaker | None:
    """Find the last words for somebody without a name in a clause that begins at `begin`."""
    found = list(RE_NAMELESS.finditer(clause))
    if not found:
        return None
    return Speaker(begin + found[-1].start(), begin + found[-1].end(), None, found[-1][0])


def _earlier(page: Page, at: int) -> Speaker | None:
    """Find the subject of the nearest sentence before that has one, in the same paragraph."""
    paragraph = page.text.rfind("\n", 0, at) + 1
    for _ in range(EARLIER):
        if at <= paragraph:
            return None
        begin = max(paragraph, page.sentence_before(at - 1))
        verb = find_verb(page.text[begin:at])
        stop = begin + verb.start() if verb is not None else at
        speaker = _subject(page, begin, stop, nameless=False) or _subject(
            page, begin, at, nameless=False
        )
        if speaker is not None:
            return speaker
        at = begin
    return None


def _last_person(page: Page, at: int, pronoun: str) -> Speaker | None:
    """Find the person last spoken of, outside speech; 老人 and the like are no officials."""
    person = page.last_before(at, official=pronoun in ("他", "她", "对方", "后者"))
    return _of(person) if person is not None else None


def _of(person: Named) -> Speaker:
    return Speaker(person.start, person.end, person, person.name)
