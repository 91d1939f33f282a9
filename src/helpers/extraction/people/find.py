"""The people of an article: names with their offices, every mention, and nameless speakers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from helpers.extraction.document import Document
from helpers.extraction.people.categories import categorise
from helpers.extraction.people.names import (
    follows,
    is_crossed,
    is_weak,
    is_word,
    likeness,
    name_lengths,
)
from helpers.extraction.people.offices import Office, read_office
from helpers.extraction.people.titles import ENDINGS, RE_ADDRESS, RE_OFFICE_ADDRESS, TITLES
from helpers.extraction.voices.verbs import RE_LONG, RE_SHORT
from helpers.parsing.surnames import COMPOUND, SINGLE

#: The least evidence that makes a name, see `_weigh`.
ENOUGH = 3.0
#: What a place in a list with a sure name adds.
LISTED = 2.0
#: From this weight of what stands before it on, a name is introduced.
INTRODUCED = 2.0
#: From this likeness on, three characters are hardly anything but a name.
LIKELY = 1.0
#: A name of two characters set apart to the width of three: 王　甲.
RE_SPACED_NAME = re.compile(r"[\u4e00-\u9fff][ \u3000]+[\u4e00-\u9fff](?![\u4e00-\u9fff])")
#: Last characters of the words that can stand before a name.
_LAST = frozenset(title[-1] for title in TITLES) | frozenset(ENDINGS) | {"人"}
RE_SURNAME = re.compile(f"{'|'.join(sorted(COMPOUND))}|[{''.join(sorted(SINGLE))}]")
#: What stands before a name beside an office.
RE_CALLED = re.compile(r"(?:名叫|叫做|叫作|户主[叫是]|姓名[是：]|本名|原名|叫)$")
RE_AGED = re.compile(r"(?:\d|[十百几零一二三四五六七八九])岁的?$")
RE_OF_PLACE = re.compile(
    r"(?P<place>[\u4e00-\u9fff]{1,10}?(?:自然村|村|社区|小区|家园|花苑|街道|镇|乡|组|县|区))的?"
    r"(?:今年)?(?:\d{1,3}岁的?)?$"
)
#: What stands behind a name.
RE_AGE = re.compile(r"^(?:[（，]?(?:今年)?\d{1,3}岁|（(?:男|女)[，）])")
RE_CLAIM = re.compile(
    r"^(?:是|系|任|担任|身为|作为)(?P<words>[^，。；：“”]{0,16}?"
    r"(?:书记|主任|局长|[镇乡县区村]长|经理|队长|会长|厂长|校长|村民|居民|业主|党员|老板|负责人|教师|医生|[员工农匠]))"
)
RE_HOME = re.compile(r"^(?:家|一家|夫妇|夫妻|的[^，。]{1,6}(?:家|田|地|院|屋|店))")
#: What makes a place, a firm or a thing of what stands before it.
RE_THING = re.compile(
    r"^(?:社区|村|镇|乡|街道|县|区|市|小区|路(?!过)|桥|山|河|江|湖|岭|岛|湾|公司|集团|厂|服饰|食品|科技|中学|小学|医院|花苑|家园"
    r"|商[场店贸]|项目|工业|大道|广场|水库|牌|车站|寺|庙|祠|塔|楼|园|苑|乡村|书院|公园|景区|故居|老街|古镇|镇区|流域|沿岸)"
)
#: Last characters of places, which a bare name seldom ends with.
PLACE_LAST = frozenset(
    "山河沟湾坪坡岭坝堡垱峁塬坊苑庄寨屯塘洲桥渡口店铺集楼台堂祠庙寺塔井泉溪江湖岛滩坞坑冲垸圩畈家关"
)
#: Who signs is no person of the text: （记者 甲乙 摄）.
RE_SIGNED = re.compile(
    r"(?:记者|通讯员|实习生|摄影|摄|图|文)[ \u3000:：/]*"
    r"(?:[\u4e00-\u9fff]{2,3}[ \u3000、])*[\u4e00-\u9fff]{2,3}"
)
#: Without one of these nobody signs.
SIGNING = ("记者", "通讯员", "实习生", "摄", "图", "文", "（")
#: A list of signers in brackets: （甲乙丙 丁戊己）.
RE_SIGNERS = re.compile(
    r"（[ \u3000]*[\u4e00-\u9fff]{1,4}(?:[ \u3000]+[\u4e00-\u9fff]{1,4}){0,5}[ \u3000]*"
    r"(?:摄|文|图|/){0,3}）(?=\n|$)"
)
#: The rest of a clause.
RE_CLAUSE = re.compile(r"[^，。！？：“\n]+")
#: What may stand between the names of a list.
BETWEEN = ("、", " ", "\u3000", "和", "与", "，")
BOUNDARY = frozenset("，。！？；：“”‘’（）、\n…—《》 \u3000")


@dataclass(frozen=True, slots=True)
class Person:
    """One mention of a person in a field of an article.

    `title`, `organisation` and `place` are those of the article's fullest introduction; `named`
    is False for 程先生 and the like; `category` is one of `tables_evidence.CATEGORIES`.
    """

    field: str
    start: int
    end: int
    name: str
    title: str | None
    organisation: str | None
    place: str | None
    category: str
    named: bool
    title_start: int | None = None
    title_end: int | None = None


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A name that may stand at a place, what speaks for it, and the office before it."""

    field: str
    start: int
    end: int
    name: str
    weight: float
    office: Office | None
    named: bool = True


def find_people(document: Document) -> list[Person]:
    """Find every mention of a person in an article, in the order of its fields.

    Args:
        document: The article; bylines are not part of its fields.
    """
    candidates = [
        candidate
        for field, text in document.fields.items()
        for candidate in _candidates(field, text)
    ]
    sure = _choose(candidates, document.fields)
    names = {c.name: c.named for c in sure}
    places = {(c.field, c.start): c for c in sure}
    order = {field: place for place, field in enumerate(document.fields)}
    mentions = sorted(_mentions(document, names, places), key=lambda m: (order[m[0]], m[1]))
    return _with_offices(document, mentions)


def _candidates(field: str, text: str) -> Iterator[_Candidate]:
    """Yield what may be a name, with what speaks for it."""
    skipped = _signed(text)
    for match in RE_SURNAME.finditer(text):
        start = match.start()
        if start in skipped:
            continue
        lengths = name_lengths(text, start)
        address = RE_ADDRESS.match(text, match.end())
        spaced = RE_SPACED_NAME.match(text, start) if len(match[0]) == 1 else None
        if not lengths and address is None and spaced is None:
            continue
        before = text[max(0, start - 24) : start]
        office = _office(text, start)
        left = _left(before, office) - (2.0 if is_crossed(text, start) else 0.0)
        if address is not None:
            end = address.end()
            weight = left + follows(text, end) / 2 + _saying(text, end)
            weight += 0.75 if RE_OFFICE_ADDRESS.search(address[0]) else 2
            if match[0] in "和于时有相向从来都后通" or is_word(text[start:end]):
                weight -= 2
            yield _Candidate(field, start, end, text[start:end], weight, office, named=False)
        if spaced is not None:
            name = spaced[0][0] + spaced[0][-1]
            yield _Candidate(field, start, spaced.end(), name, left + 1 + likeness(name), office)
            continue
        for rank, length in enumerate(lengths):
            end = start + length
            name = text[start:end]
            if address is not None and address.end() >= end and address.start() < end:
                continue  # 王书记 is no name of three characters
            if left < 0 and likeness(name) < 0:
                continue  # nothing speaks for it: most characters that are surnames are other words
            if any(text[start + i : start + i + n] in TITLES for i in (1, 2) for n in (2, 3, 4)):
                continue  # 村干部任|小组长
            weight = left + _right(text, start, end, rank)
            if left < INTRODUCED and not _saying(text, end):
                weight -= _unlike(text, name, end)
            yield _Candidate(field, start, end, name, weight, office)


def _signed(text: str) -> frozenset[int]:
    """Return the offsets at which a byline inside a text names people."""
    if not any(word in text for word in SIGNING):
        return frozenset()
    spans = [m.span() for pattern in (RE_SIGNED, RE_SIGNERS) for m in pattern.finditer(text)]
    return frozenset(at for span in spans for at in range(*span))


def _office(text: str, start: int) -> Office | None:
    """Read the office before a name, if the character before it can end one."""
    last = text[start - 1 : start]
    if last in " \u3000" and last:
        last = text[:start].rstrip(" \u3000")[-1:]
    return read_office(text, start) if last and last in _LAST else None


def _left(before: str, office: Office | None) -> float:
    """Weigh what stands before a name."""
    weight = 0.0
    if office is not None:
        weight += 3 if office.title[-2:] in TITLES or office.title[-3:] in TITLES else 2
    if RE_CALLED.search(before):
        weight += 2.5
    if RE_AGED.search(before):
        weight += 3
    elif before.endswith("的") and RE_OF_PLACE.search(before):
        weight += 0.75
    if not before or before[-1] in BOUNDARY:
        weight += 1
    elif before[-1] in "和与及" or before.endswith(
        ("是", "的", "由", "在", "对", "据", "让", "给")
    ):
        weight += 0.25
    elif not weight:
        weight -= 1
    return weight


def _right(text: str, start: int, end: int, rank: int) -> float:
    """Weigh what stands behind a name, and the name itself."""
    name = text[start:end]
    after = text[end : end + 20]
    fits = follows(text, end)
    weight = -0.5 * rank + (0.5 if fits == 3 else 0.25 if fits else -3.0 + len(name) * 0.75)
    if RE_THING.match(after):
        weight -= 3
    weight += _saying(text, end)
    if RE_AGE.match(after):
        weight += 2.5
    if RE_CLAIM.match(after):
        weight += 1.5
    if RE_HOME.match(after):
        weight += 0.75
    if is_word(name):
        weight -= 3
    elif is_weak(name):
        weight -= 0.5 if len(name) > 2 else 1.0
    like = likeness(name)
    return weight + like - (1.0 if len(name) == 2 and like < -0.5 else 0.0)


def _unlike(text: str, name: str, end: int) -> float:
    """Weigh against a name that nothing introduces: it may be a place, or part of a word."""
    weight = 1.5 if name[-1] in PLACE_LAST else 0.0
    return weight + (1.5 if is_crossed(text, end) else 0.0)


def _saying(text: str, end: int) -> float:
    """Weigh whether somebody speaks: 甲乙说, 甲乙高兴地告诉记者."""
    if text[end : end + 1] in BOUNDARY:
        return 0.0
    clause = RE_CLAUSE.match(text, end, end + 12)
    stop = clause.end() if clause is not None else end
    if RE_LONG.match(text, end, stop) or RE_SHORT.match(text, end, stop + 1):
        return 2.0
    if RE_LONG.search(text, end, stop) or RE_SHORT.search(text, end, stop + 1):
        return 1.0
    return 0.0


def _choose(candidates: list[_Candidate], texts: Mapping[str, str]) -> list[_Candidate]:
    """Keep the candidates with enough evidence, the best where they overlap.

    A name that stands in one list with a sure one needs less, so lists are gone through again
    until they give no further name.
    """
    repeated = Counter(c.name for c in candidates if c.named and len(c.name) >= 3)
    ends: set[tuple[str, int]] = set()
    while True:
        kept = _best(candidates, repeated, ends)
        found = {
            (c.field, c.end + len(mark))
            for c in kept
            for mark in BETWEEN
            if texts[c.field].startswith(mark, c.end)
        }
        if found <= ends:
            return kept
        ends |= found


def _best(
    candidates: list[_Candidate], repeated: Counter[str], listed: set[tuple[str, int]]
) -> list[_Candidate]:
    weighed = []
    for c in candidates:
        weight = c.weight + (LISTED if (c.field, c.start) in listed else 0.0)
        if repeated[c.name] > 1 and not is_word(c.name):
            weight += 1.0
        if weight >= _enough(c):
            weighed.append((weight, c))
    weighed.sort(key=lambda pair: (-pair[0], -len(pair[1].name), pair[1].field, pair[1].start))
    kept: list[_Candidate] = []
    taken: dict[str, set[int]] = {}
    for _, c in weighed:
        spots = taken.setdefault(c.field, set())
        if spots.isdisjoint(range(c.start, c.end)):
            spots.update(range(c.start, c.end))
            kept.append(c)
    return kept


def _enough(candidate: _Candidate) -> float:
    """Say how much evidence a candidate needs: less where it is hardly anything but a name."""
    name = candidate.name
    if not candidate.named:
        return ENOUGH if RE_OFFICE_ADDRESS.search(name) else ENOUGH - 1
    if len(name) == 2:
        return ENOUGH
    if likeness(name) >= LIKELY and not is_weak(name) and not is_word(name):
        return ENOUGH - 1
    return ENOUGH - 0.75 if candidate.office is not None and likeness(name) > -0.75 else ENOUGH


def _mentions(
    document: Document, names: dict[str, bool], places: dict[tuple[str, int], _Candidate]
) -> Iterator[tuple[str, int, int, str]]:
    """Yield every mention (field, start, end, name) of the names that are sure."""
    if not names:
        return
    spaced = {(c.field, c.start): c for c in places.values() if c.end - c.start > len(c.name)}
    for c in spaced.values():
        yield c.field, c.start, c.end, c.name
    pattern = re.compile("|".join(sorted(map(re.escape, names), key=len, reverse=True)))
    for field, text in document.fields.items():
        for match in pattern.finditer(text):
            name = match[0]
            sure = (field, match.start()) in places
            if sure or len(name) >= 3 or (follows(text, match.end()) and not is_word(name)):
                yield field, match.start(), match.end(), name


def _with_offices(
    document: Document,
    mentions: list[tuple[str, int, int, str]],
) -> list[Person]:
    """Give every mention the fullest introduction of its person in the article."""
    offices: dict[str, Office] = {}
    homes: dict[str, str] = {}
    claims: dict[str, str] = {}
    here: dict[tuple[str, int], Office | None] = {}
    for field, start, end, name in mentions:
        text = document.fields[field]
        office = _office(text, start)
        here[field, start] = office
        if office is not None and len(office.words) > len(offices.get(name, _NONE).words):
            offices[name] = office
        home = RE_OF_PLACE.search(text[max(0, start - 24) : start])
        if home is not None:
            homes.setdefault(name, home["place"])
        claim = RE_CLAIM.match(text[end : end + 24])
        if claim is not None:
            claims.setdefault(name, claim["words"])
    out = []
    for field, start, end, name in mentions:
        office = offices.get(name)
        title = office.title if office else claims.get(name)
        words = office.words if office else claims.get(name, "")
        named = not RE_ADDRESS.fullmatch(name, 2 if name[:2] in COMPOUND else 1)
        category = _category(words, name, named)
        own = here[field, start]
        out.append(
            Person(
                field,
                start,
                end,
                name,
                title or None,
                (office.organisation or None) if office else None,
                (office.place if office and office.place else homes.get(name)) or None,
                category,
                named,
                own.start if own else None,
                own.start + len(own.words) if own else None,
            )
        )
    return out


_NONE = Office(0, "", "", "", "")


def _category(words: str, name: str, named: bool) -> str:
    """Name the capacity of a person; whoever is named without any office is a resident.

    A county paper prints the office of everybody who has one.
    """
    if words:
        return categorise(words)
    found = "other" if named else categorise(name)
    return "resident" if found == "other" else found
