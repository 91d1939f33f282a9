"""Persons without a Chinese surname in front: 老刘, 小邱, and names written by their sound.

A paper of a pastoral banner or of a county in the west prints names such as 巴特尔 and 卓玛, which
no list of surnames begins. They are made of few characters that stand for sounds, and an office
or a verb of saying stands beside one of their mentions.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from helpers.dictionary import dictionary_tags
from helpers.extraction.people.candidates import Candidate, office_before
from helpers.extraction.people.names import follows
from helpers.extraction.people.offices import Office
from helpers.extraction.people.weighing import BOUNDARY, RE_AGE, RE_AGED, RE_OF_PLACE, weigh_saying
from helpers.extraction.places.levels import DIVISION_WORDS
from helpers.parsing.surnames import SINGLE

#: 老 or 小 before a surname that is no word with it (`_words`).
RE_BYNAME = re.compile(r"[老小][\u4e00-\u9fff]")
#: Characters with which names of other languages are written by their sound.
_SOUNDS = (
    "阿巴音白宝毕别卜布才曹策查朝楚茨次措达代丹道德登迪丁都敦多额恩尔丰嘎甘格葛根古瓜桂哈海罕杭浩和呼花"
    "吉加嘉江杰金卡凯康克拉喇腊兰勒丽力利林龙卢鲁罗洛玛马买麦曼毛梅美孟米敏明莫木穆那娜纳乃尼妮娘努诺"
    "帕培普其奇青琪钦庆仁日荣茹萨赛桑沙山珊圣斯松苏索塔太泰坦陶特腾提天铁图吐托娃瓦旺威温文乌吾吴五西"
    "希席夏小晓新秀雅亚央伊依音银英永尤玉云泽扎增扎珠祖卓则孜孙买合热古再娅艾肯别力玛汗楞古"
)
RE_SOUNDS = re.compile(f"[{''.join(sorted(set(_SOUNDS)))}]{{2,6}}")
#: Such names often end so; one that does needs no second mention.
_ENDS = tuple(
    (
        "玛 措 吉 图 特 尔 格 勒 楞 木 娜 雅 古丽 江 汗 提 扎西 多吉 次仁 旺 丹 巴 苏 夫 斯 登 珠 "
        "仁 其 克 朝鲁"
    ).split()
)
#: What evidence makes a name.
_SURE = 10.0


def find_bynames(fields: Mapping[str, str], known: set[str]) -> Iterator[Candidate]:
    """Yield persons that are called 老刘 or 巴特尔.

    Args:
        fields: The fields of an article.
        known: Names that have been found otherwise.
    """
    sounds: list[tuple[Candidate, float]] = []
    counts: Counter[str] = Counter()
    for field, text in fields.items():
        if "老" in text or "小" in text:
            yield from _familiar(field, text, known)
        for match in RE_SOUNDS.finditer(text):
            start, end = match.span()
            # 老苏木达|丹巴: the end of an office may be written by sound as well.
            for at in range(start, end - 1):
                if (office := office_before(text, at)) is not None:
                    start = at
                    break
            name = text[start:end]
            # A longer word, or a place that is written so: 格尔木市, 巴彦嘎查.
            if text.startswith(_LEVELS, end) or text.startswith("嘎查", end - 1) or name in known:
                continue
            if not (_rare(name) or (office is not None and _may_follow(name))):
                continue
            counts[name] += 1
            weight = _weigh(text, start, end, office)
            sounds.append((Candidate(field, start, end, name, _SURE, office), weight))
    enough = {c.name for c, weight in sounds if weight + (counts[c.name] > 1) >= 3}
    yield from (c for c, weight in sounds if c.name in enough and weight > 0)


_LEVELS = (*DIVISION_WORDS, "路", "街", "河", "湖", "山", "草原", "公司", "族", "语", "食品", "牌")


def _rare(name: str) -> bool:
    """Say whether characters are no word of the dictionary but a name."""
    tag = dictionary_tags().get(name)
    return tag.startswith("nr") if tag is not None else dictionary_tags().get(name[:2], "nr") in (
        "nr", "nrt", "nrfg", "ns", "nz", "x",
    )  # fmt: skip


def _may_follow(name: str) -> bool:
    """Say whether characters behind an office can be a name: any but an ordinary word."""
    return dictionary_tags().get(name, "nr").startswith(("nr", "ns", "nz"))


def _weigh(text: str, start: int, end: int, office: Office | None) -> float:
    """Weigh what stands beside a name that is written by its sound."""
    weight = weigh_saying(text, end)
    before = text[max(0, start - 24) : start]
    if office is not None or RE_AGED.search(before) or before.endswith(("名叫", "叫")):
        weight += 2.5
    elif RE_OF_PLACE.search(before):
        weight += 1.0
    if not before or before[-1] in BOUNDARY:
        weight += 0.5
    if RE_AGE.match(text[end : end + 20]):
        weight += 2.5
    if follows(text, end):
        weight += 0.5
    return weight + (0.5 if text[start:end].endswith(_ENDS) else 0.0)


def _familiar(field: str, text: str, known: set[str]) -> Iterator[Candidate]:
    """Yield 老刘, 小邱 where somebody of that name speaks, has a trade, or is named again."""
    tags = dictionary_tags()
    for match in RE_BYNAME.finditer(text):
        start, end = match.span()
        name = match.group()
        if name[1] not in SINGLE or tags.get(name, "nr")[:2] != "nr" or not follows(text, end):
            continue
        office = office_before(text, start)
        bare = start == 0 or text[start - 1] in BOUNDARY
        if not bare and office is None:
            continue
        if weigh_saying(text, end) or office is not None or text.count(name) > 1:
            yield Candidate(field, start, end, name, _SURE, office, named=False)
