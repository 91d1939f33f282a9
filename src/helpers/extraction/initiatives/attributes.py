"""What the text says of programmes: who runs them, since when, with what, how far."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from helpers.extraction.document import Document
from helpers.extraction.figures.figure import Figure
from helpers.extraction.initiatives.initiative import (
    Indicator,
    Initiative,
    Kind,
    Mention,
    Status,
)
from helpers.extraction.initiatives.scope import Page, Sentence
from helpers.extraction.initiatives.tiers import find_technology, find_tiers
from helpers.extraction.places.rows import Organisation, PlaceName
from helpers.language.theme_lists import OTHER
from helpers.language.themes import ThemeDictionary, load_themes

#: Figures that are indicators; dates and periods say when, ordinals which one.
INDICATORS = ("count", "percent", "area", "money", "duration", "other")
#: Ends of what only numbers a level or a stage: 三级, 二期.
RANKS = frozenset("级期届大")
#: What begins on a date: 8月1日起, 12月12日…正式启动, 去年11月启动以来.
RE_BEGINS = re.compile(
    r"^[^。；]{0,16}?(?:起[，在步]?|以来|启动|成立|开始|开工|开建|开张|上线|推行|试行|试点|实施|推出|铺开|启用|投用|开办|开班|开课|开园|动工|举行|举办|开展|推开|创办)"
)
#: The bare noun of a programme behind the date.
RE_BARE = re.compile(
    r"^[，,]?(?:该|这[一个项]{0,2}|本)?(?:项目|工程|平台|系统|征地|行动|活动|改造|试点|小程序|机制|工作)"
)
RE_PILOT = re.compile(r"试点|试行|先行先试|试运行|试用|探路")
RE_DONE = re.compile(
    r"圆满(?:完成|结束|落幕)|落下帷幕|闭幕|竣工|全部(?:完成|完工|签约)|画上句号|收官|高票完成|顺利完成|已(?:全面)?完成"
)
RE_PLANNED = re.compile(r"将(?!近)|计划|拟|力争|下一?步|接下来|明年|即将|准备|筹划|打算|争取")
#: What somebody does who runs a programme.
RUNNING = ("牵头", "负责", "主办", "承办", "主管", "组织")
#: Before a platform that something else runs on.
USING = ("依托", "通过", "利用", "运用", "借助", "使用", "基于", "接入", "登录")
PLATFORMS = ("platform", "system")
#: Programmes that come to an end.
ENDING = ("project", "activity", "campaign")
#: Levels of places that run programmes.
LEVELS = frozenset("省市区县乡镇村") | {"街道", "社区", "小区"}
#: How many actors are kept, the most frequent first.
MOST = 8
#: How far before the name somebody stands who runs the programme.
REACH = 40


@dataclass(slots=True)
class _Told:
    """What the articles tell of one programme."""

    sentences: list[str] = field(default_factory=list)
    platforms: dict[str, None] = field(default_factory=dict)
    actors: Counter[str] = field(default_factory=Counter)
    indicators: list[Indicator] = field(default_factory=list)
    starts: list[tuple[bool, str, Mention]] = field(default_factory=list)
    status: Counter[Status] = field(default_factory=Counter)


def describe(
    initiatives: Sequence[Initiative],
    documents: Sequence[Document],
    figures: Mapping[str, Sequence[Figure]],
    places: Mapping[str, Sequence[PlaceName]],
    organisations: Mapping[str, Sequence[Organisation]],
) -> list[Initiative]:
    """Add to programmes what their articles say of them.

    Args:
        initiatives: The programmes with their mentions.
        documents: The articles.
        figures: Figures by article id.
        places: Places by article id.
        organisations: Organisations by article id.
    """
    mentions: dict[str, list[tuple[int, Mention]]] = defaultdict(list)
    for index, one in enumerate(initiatives):
        for mention in one.mentions:
            mentions[mention.article_id].append((index, mention))
    told = [_Told() for _ in initiatives]
    for document in documents:
        here = mentions.get(document.article_id)
        if not here:
            continue
        page = Page(document, here)
        runners: list[Organisation | PlaceName] = [
            *organisations.get(document.article_id, ()),
            *(
                p
                for p in places.get(document.article_id, ())
                if p.level in LEVELS and p.text[0] != "全"
            ),
        ]
        by_sentence = _sorted_into(page, runners)
        for sentence in page.sentences:
            near = by_sentence.get((sentence.field, sentence.start), [])
            _read(page, sentence, near, told, initiatives)
        _count(page, figures.get(document.article_id, ()), told)
    themes = load_themes()
    return [_described(one, said, themes) for one, said in zip(initiatives, told, strict=True)]


def _sorted_into(
    page: Page, runners: Iterable[Organisation | PlaceName]
) -> dict[tuple[str, int], list[Organisation | PlaceName]]:
    out: dict[tuple[str, int], list[Organisation | PlaceName]] = defaultdict(list)
    for one in runners:
        if not one.nested:
            out[(one.field, page.sentence_at(one.field, one.start).start)].append(one)
    return out


def _read(
    page: Page,
    sentence: Sentence,
    runners: Sequence[Organisation | PlaceName],
    told: Sequence[_Told],
    initiatives: Sequence[Initiative],
) -> None:
    """Read one sentence for every programme that it is about."""
    text = _without_bodies(page, sentence, runners)
    about = {index for _, _, index in sentence.named}
    if not about:
        index = page.spoken_of(sentence.field, sentence.start)
        if index is not None:
            told[index].sentences.append(text)
        return
    for index in about:
        told[index].sentences.append(text)
    whole = page.text_of(sentence)
    for start, end, index in sentence.named:
        before = text[: start - sentence.start]
        for at, _, other in sentence.named:
            leading = page.document.fields[sentence.field][max(0, at - 3) : at]
            uses = leading.rstrip("“‘").endswith(USING)
            if other != index and at < start and uses and initiatives[other].kind in PLATFORMS:
                told[index].platforms[initiatives[other].name] = None
        told[index].status[_status(text, before, initiatives[index].kind)] += 1
        for one in runners:
            if start <= one.start and one.end <= end:
                continue
            if 0 <= start - one.end <= REACH or _runs(whole[end - sentence.start :], one):
                told[index].actors[_shown(one)] += 1


def _without_bodies(
    page: Page, sentence: Sentence, runners: Sequence[Organisation | PlaceName]
) -> str:
    """Return the words of a sentence, organisations blotted out: 大数据局 is no technology."""
    text = page.text_of(sentence)
    for one in runners:
        if isinstance(one, Organisation):
            start, end = one.start - sentence.start, one.end - sentence.start
            text = text[:start] + "\x00" * (end - start) + text[end:]
    return text


def _runs(after: str, one: Organisation | PlaceName) -> bool:
    """Say whether behind the name somebody is said to run it: …由县水利局牵头."""
    at = after.find(one.text)
    return 0 < at <= REACH and (
        after[at - 1] in "由是"
        or after[at + len(one.text) :].startswith(("牵头", "负责", "主办", "承办"))
    )


def _shown(one: Organisation | PlaceName) -> str:
    return one.canonical if not isinstance(one, PlaceName) or one.deictic else one.text


def _status(text: str, before: str, kind: Kind) -> Status:
    """Say what a sentence tells of where a programme stands."""
    if kind in ENDING and RE_DONE.search(text):
        return "done"
    if RE_PILOT.search(text):
        return "pilot"
    if RE_PLANNED.search(before):
        return "planned"
    return "in_force"


def _stands(told: Counter[Status]) -> Status:
    """Put together what the sentences tell: plans count only where nothing is under way."""
    if told["done"]:
        return "done"
    if told["pilot"] >= max(told["in_force"], 1):
        return "pilot"
    return "planned" if told["planned"] and not told["in_force"] else "in_force"


def _count(page: Page, figures: Sequence[Figure], told: Sequence[_Told]) -> None:
    """Sort the figures of an article under its programmes; take dates on which one begins."""
    article = page.document.article_id
    for one in figures:
        index = page.spoken_of(one.field, one.start)
        if index is None:
            continue
        if one.kind in INDICATORS and one.text[-1] not in RANKS:
            told[index].indicators.append(
                Indicator(
                    article,
                    one.field,
                    one.start,
                    one.end,
                    one.text,
                    one.value,
                    one.unit,
                    one.of,
                    one.kind,
                )
            )
        elif one.first is not None:
            sentence = page.sentence_at(one.field, one.start)
            rest = page.document.fields[one.field][one.end : sentence.end]
            since = one.text.endswith(("以来", "起"))
            begins = RE_BEGINS.match(rest) is not None
            if begins or since:
                place = Mention(article, one.field, one.start, one.end, one.text)
                # Since when something is said to be under way tells less than when it began.
                for other in {named for _, _, named in sentence.named}:
                    told[other].starts.append((not begins, one.first, place))
                # 12月1日，项目正式启动: the bare noun stands for the article's programme.
                if begins and not sentence.named and RE_BARE.match(rest):
                    told[index].starts.append((False, one.first, place))


def _described(one: Initiative, said: _Told, themes: ThemeDictionary) -> Initiative:
    began = min(said.starts, key=lambda start: start[:2], default=None)
    actors = sorted(said.actors, key=lambda actor: (-said.actors[actor], actor))
    known = {alias.strip("“”‘’") for alias in one.aliases}
    tiers = find_tiers(said.sentences)
    return replace(
        one,
        # Groups and platforms on several levels make a system.
        kind="system" if one.kind == "platform" and len(tiers) > 1 else one.kind,
        theme=_theme(one, said, themes),
        actors=tuple(actor for actor in actors if actor not in known)[:MOST],
        tiers=tiers,
        technology=tuple(
            dict.fromkeys([*said.platforms, *find_technology([*one.aliases, *said.sentences])])
        ),
        start=began[1] if began else None,
        started=began[2] if began else None,
        status=_stands(said.status),
        indicators=tuple(said.indicators),
    )


def _theme(one: Initiative, said: _Told, themes: ThemeDictionary) -> str:
    """Return the theme of the words in a programme's names and sentences, other if none."""
    name = " ".join(one.aliases)
    scores = themes.score(name, " ".join(said.sentences))
    return max(scores, key=lambda theme: scores[theme].score, default=OTHER)
