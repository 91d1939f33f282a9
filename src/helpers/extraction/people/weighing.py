"""What speaks for a name and against it: what stands before, behind and in it."""

from __future__ import annotations

import re

from helpers.extraction.people.names import (
    is_crossed,
    is_weak,
    is_word,
    likeness,
)
from helpers.extraction.people.offices import Office
from helpers.extraction.people.titles import TITLES
from helpers.extraction.voices.verbs import RE_LONG, RE_SHORT

#: What stands before a name beside an office.
CALLED = ("名叫", "叫做", "叫作", "户主叫", "户主是", "姓名：", "本名", "原名", "叫")
RE_AGED = re.compile(r"(?:\d|[十百几零一二三四五六七八九])岁的?$")
RE_OF_PLACE = re.compile(
    r"(?P<place>[\u4e00-\u9fff]{1,10}?(?:自然村|村|社区|小区|家园|花苑|街道|镇|乡|组|县|区))的?"
    r"(?:今年)?(?:\d{1,3}岁的?)?$"
)
#: The last characters of what it finds (`$` is before a line feed at the end as well).
OF_PLACE_LAST = frozenset("村区园苑道镇乡组县的年岁\n")
#: What stands behind a name.
RE_AGE = re.compile(
    r"^(?:[（，]?(?:今年)?\d{1,3}岁|[（，](?:男|女)[，）]|（(?:图?[左右中前后上下][一二三]?|化名)[，）])"
)
RE_CLAIM = re.compile(
    r"^(?:是|系|任|担任|身为|作为)(?P<words>[^，。；：“”]{0,16}?"
    r"(?:书记|主任|局长|[镇乡县区村]长|经理|队长|会长|厂长|校长|村民|居民|业主|党员|老板|负责人|教师|医生|[员工农匠]))"
)
CLAIMING = frozenset("是系任担身作")
#: How an age behind a name begins, and what may follow there: （45岁, ，今年45岁, （女，.
BEFORE_AGE, AGE_BEGINS = frozenset("（，今0123456789"), frozenset("今年男女图左右中前后上下化")
BEFORE_HOME = frozenset("家一夫的遗")
RE_HOME = re.compile(r"^(?:遗失|家|一家|夫妇|夫妻|的[^，。]{1,6}(?:家|田|地|院|屋|店))")
#: What makes a place, a firm or a thing of what stands before it.
RE_THING = re.compile(
    r"(?:社区|村|镇|乡|街道|县|区|市|小区|路(?!过)|桥|山|河|江|湖|岭|岛|湾|公司|集团|厂|服饰|食品|科技|中学|小学|医院|花苑|家园"
    r"|商[场店贸]|项目|工业|大道|广场|水库|牌|车站|寺|庙|祠|塔|楼|园|苑|乡村|书院|公园|景区|故居|老街|古镇|镇区|流域|沿岸)"
)
#: The first characters of these.
THING_FIRST = frozenset(words[0] for words in RE_THING.pattern[3:].split("|"))
#: Last characters of places, which a bare name seldom ends with.
PLACE_LAST = frozenset(
    "山河沟湾坪坡岭坝堡垱峁塬坊苑庄寨屯塘洲桥渡口店铺集楼台堂祠庙寺塔井泉溪江湖岛滩坞坑冲垸圩畈家关"
)
#: The rest of a clause.
RE_CLAUSE = re.compile(r"[^，。！？：“\n]+")
#: What joins a name to what stands before it.
JOINING = frozenset("和与及是的由在对据让给")
#: What a verb of saying right behind a name weighs.
SAYS = 2.0
BOUNDARY = frozenset("，。！？；：“”‘’（）、\n…—《》 \u3000●▲△◆■□★☆○◎◇▪·*")


def weigh_before(before: str, office: Office | None) -> float:
    """Weigh what stands before a name."""
    weight = 0.0
    if office is not None:
        weight += 3 if office.title[-2:] in TITLES or office.title[-3:] in TITLES else 2
    if before.endswith(CALLED):
        weight += 2.5
    if "岁" in before[-2:] and RE_AGED.search(before):
        weight += 3
    elif before.endswith("的") and RE_OF_PLACE.search(before):
        weight += 0.75
    if not before or before[-1] in BOUNDARY:
        weight += 1
    elif before[-1] in JOINING:
        weight += 0.25
    elif not weight:
        weight -= 1
    return weight


def weigh_behind(text: str, start: int, end: int, rank: int, fits: int) -> float:
    """Weigh what stands behind a name, and the name itself.

    Args:
        text: The field.
        start: Where the name begins.
        end: Where it ends.
        rank: Its place among the names that can begin there.
        fits: How well the text goes on behind it, see `names.follows`.
    """
    name = text[start:end]
    after = text[end : end + 20]
    weight = -0.5 * rank + (0.5 if fits == 3 else 0.25 if fits else -3.0 + len(name) * 0.75)
    if after[:1] in THING_FIRST and RE_THING.match(after):
        weight -= 3
    if after[:1] in BEFORE_AGE and RE_AGE.match(after):
        weight += 2.5
    if after[:1] in CLAIMING and RE_CLAIM.match(after):
        weight += 1.5
    if after[:1] in BEFORE_HOME and RE_HOME.match(after):
        weight += 0.75
    if is_word(name):
        weight -= 3
    elif is_weak(name):
        weight -= 0.5 if len(name) > 2 else 1.0
    like = likeness(name)
    return weight + like - (1.0 if len(name) == 2 and like < -0.5 else 0.0)


def weigh_unlike(text: str, name: str, end: int) -> float:
    """Weigh against a name that nothing introduces: it may be a place, or part of a word."""
    weight = 1.5 if name[-1] in PLACE_LAST else 0.0
    return weight + (1.5 if is_crossed(text, end) else 0.0)


def weigh_saying(text: str, end: int) -> float:
    """Weigh whether somebody speaks: 甲乙说, 甲乙高兴地告诉记者."""
    if text[end : end + 1] in BOUNDARY:
        return 0.0
    clause = RE_CLAUSE.match(text, end, end + 12)
    stop = clause.end() if clause is not None else end
    if RE_LONG.match(text, end, stop) or RE_SHORT.match(text, end, stop + 1):
        return SAYS
    if RE_LONG.search(text, end, stop) or RE_SHORT.search(text, end, stop + 1):
        return 1.0
    return 0.0
