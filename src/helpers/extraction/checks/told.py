"""What a figure tells of a programme: which indicator, at which place, as of which day.

No list of names: an indicator is known by words of administrative reports (涉及, 总投资, 累计受理,
已签约, 办结率) beside the figure, the programme and the place by where they are named.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from helpers.extraction.checks.model import AMOUNTS, RE_SENTENCE, Spot, spot_of
from helpers.extraction.document import TEXT, Document
from helpers.extraction.figures.figure import Figure
from helpers.extraction.figures.ledger import last_day
from helpers.extraction.initiatives.initiative import Initiative, Mention
from helpers.extraction.places.rows import PlaceName

#: Kinds of figures that tell of programmes.
KINDS = (AMOUNTS | {"percent"}) - {"duration"}
#: A whole that a project has from its beginning, by the word before it.
WHOLES = (
    ("involved", re.compile(r"涉及")),
    ("investment", re.compile(r"总投资")),
    ("length", re.compile(r"全长|总长")),
    ("land", re.compile(r"占地|规划用地|总用地")),
    ("floor", re.compile(r"总建筑面积")),
)
#: The base of what is told next, right behind the project's name: 项目142户中.
RE_BASE = re.compile(r"[中里]")
RE_PROJECT = re.compile(r"(?:项目|工程|道路|公路|园区|水库|水厂|地块)(?:的|共)?$")
#: What has been done so far, before the figure or behind it: 办结79件, 97户已签约.
RE_DONE = re.compile(
    r"签约|办结|受理|交付|建成|投用|登记|注册|加装|建档|腾空|拆除|发放|兑现|化解|完工|入户|搬迁|安置|接入"
)
#: What makes a figure of what was done another one than the sum so far.
RE_PART = re.compile(
    r"其中|新|又|再|还(?!是)|未|没|待|剩|余|每|平均|首批|首日|今天|当天|当日|当月|本月|[一二三四]期"
    r"|增(?!至|加?到)|多|少|减(?!至|少?到)|比|预计|计划|将|力争|目标|争取"
)
#: The thing counted between the word for a whole and its figure: 涉及农户142户.
RE_NOUN = re.compile(r"(?:涉及|总投资)(?:的|到|了)?(?P<noun>[\u4e00-\u9fff]{2,})$")
#: A sum so far, by its sentence: what a year's plan or report counts is none.
RE_SO_FAR = re.compile(r"累计|已|共|全部")
#: The rate that a percentage is: 办结率93.4%, 签约率达96.3%.
RE_RATE = re.compile(
    r"(?P<rate>[\u4e00-\u9fff]{1,3}率)(?:已|均)?(?:为|是|达到?|升至|升到|超过?)?了?$"
)
#: What cannot begin the word for a thing counted.
RE_NOT_HEAD = re.compile(r"^(?:[的已全均都中里](?:有|部)?)+|[^\u4e00-\u9fff].*$", re.DOTALL)
#: A number of places in one: 东篱、下石两村.
RE_SEVERAL = re.compile(r"、|和|及|与")
RE_CLAUSE = re.compile(r"[，。；：！？\n—]")
#: Levels above the town; a place of these tells nothing of where a project is.
WIDE = frozenset(("国", "省", "市", "区", "县"))


@dataclass(frozen=True, slots=True)
class Told:
    """A figure with what it tells: `subject` is the place of a programme among the programmes.

    `what` is the indicator (`('whole', 'involved')`, `('done', '签约')`, `('rate', '办结率')`),
    None if it cannot be told; `words` are those of its clause, `head` the first two of the thing
    counted, right behind it, or the last two before it. `scope` is the place in its clause,
    `as_of` the day that its sentence prints, `running` whether that is a period (今年1至2月),
    `part` whether it is only added, left or planned, `so_far` whether the sentence tells a sum so
    far; `named` is the project as the article prints it, `towns` the places of the article below
    the county, `days` the days printed before the figure in its sentence, with where they stand.
    """

    document: Document
    spot: Spot
    subject: int
    what: tuple[str, str] | None
    words: str
    head: str
    scope: str | None
    as_of: date | None
    running: bool
    part: bool
    so_far: bool
    named: str
    towns: frozenset[str]
    days: tuple[tuple[int, date], ...]

    @property
    def figure(self) -> Figure:
        """The figure itself."""
        return self.spot.figure


def subjects(initiatives: Sequence[Initiative]) -> dict[str, list[tuple[Mention, int]]]:
    """Return where programmes of several articles are named, by article: mention, programme."""
    out: dict[str, list[tuple[Mention, int]]] = {}
    for number, initiative in enumerate(initiatives):
        if len(initiative.articles) > 1:
            for mention in initiative.mentions:
                out.setdefault(mention.article_id, []).append((mention, number))
    return out


def tell(
    document: Document,
    figures: Sequence[Figure],
    places: Sequence[PlaceName],
    mentions: Sequence[tuple[Mention, int]],
) -> Iterator[Told]:
    """Yield what the figures of one article tell of programmes, the text before the headlines."""
    towns = frozenset(place.canonical for place in places if place.level not in WIDE)
    headlines = [m for m in mentions if m[0].field != TEXT]
    for field in sorted(document.fields, key=lambda name: name != TEXT):
        here = [figure for figure in figures if figure.field == field]
        named = [mention for mention in mentions if mention[0].field == field]
        spoken = [place for place in places if place.field == field]
        page = _Field(document, document.fields[field], towns, named, here, spoken)
        for number, figure in enumerate(here):
            if figure.kind not in KINDS or figure.low != figure.high or not figure.unit:
                continue
            subject = page.subject(figure) or (headlines[0] if headlines else None)
            if figure.value is not None and subject is not None:
                following = here[number + 1].start if number + 1 < len(here) else None
                yield page.told(figure, following, subject)


class _Field:
    """One field of an article: its sentences with the places and times of each."""

    def __init__(
        self,
        document: Document,
        text: str,
        towns: frozenset[str],
        named: Sequence[tuple[Mention, int]],
        figures: Sequence[Figure],
        places: Sequence[PlaceName],
    ) -> None:
        self.document, self.text, self.towns = document, text, towns
        self.named = sorted(named, key=lambda mention: mention[0].start)
        self.starts = [mention.start for mention, _ in self.named]
        self.ends = [found.end() for found in RE_SENTENCE.finditer(text)]
        self.times: dict[int, list[Figure]] = {}
        self.places: dict[int, list[PlaceName]] = {}
        for figure in figures:
            if figure.kind in ("date", "period"):
                self.times.setdefault(bisect_right(self.ends, figure.start), []).append(figure)
        for place in places:
            self.places.setdefault(bisect_right(self.ends, place.start), []).append(place)

    def subject(self, figure: Figure) -> tuple[Mention, int] | None:
        """Return the programme named nearest before a figure, or behind it in its sentence."""
        at = bisect_right(self.starts, figure.start)
        if at:
            return self.named[at - 1]
        sentence = bisect_right(self.ends, figure.start)
        right = self.ends[sentence] if sentence < len(self.ends) else len(self.text)
        return self.named[0] if self.named and self.named[0][0].start < right else None

    def told(self, figure: Figure, following: int | None, subject: tuple[Mention, int]) -> Told:
        """Return what a figure tells of a programme; the next figure begins at `following`."""
        text, sentence = self.text, bisect_right(self.ends, figure.start)
        left = self.ends[sentence - 1] if sentence else 0
        cuts = [found.end() for found in RE_CLAUSE.finditer(text, left, figure.start)]
        start = cuts[-1] if cuts else left
        stop = RE_CLAUSE.search(text, figure.end)
        end = min(stop.start() if stop is not None else len(text), following or len(text))
        before, behind = text[start : figure.core_start], text[figure.end : end]
        noun = RE_NOUN.search(before)
        times = [t for t in self.times.get(sentence, ()) if t.start < figure.start]
        days = tuple(
            (time.start, day.date())
            for time in times
            if time.last is not None and (day := last_day(time.last)) is not None
        )
        return Told(
            document=self.document,
            spot=spot_of(figure, sentence, 0),
            subject=subject[1],
            what=_what(figure, before, behind),
            words=before + figure.text + behind,
            head=RE_NOT_HEAD.sub("", behind)[:2] or (noun["noun"][-2:] if noun else ""),
            scope=_scope(self.places.get(sentence, ()), start, figure.start, text),
            as_of=days[-1][1] if days else None,
            running=any(time.kind == "period" for time in times),
            part=RE_PART.search(before) is not None,
            so_far=RE_SO_FAR.search(text[left : figure.core_start] + behind) is not None,
            named=subject[0].text.strip("“”‘’"),
            towns=self.towns,
            days=days,
        )


def _what(figure: Figure, before: str, behind: str) -> tuple[str, str] | None:
    """Name the indicator of a figure by the words of its clause, None if there are none."""
    if figure.kind == "percent":
        rate = RE_RATE.search(before)
        return ("rate", rate["rate"][-3:]) if rate is not None else None
    for name, pattern in WHOLES:
        if pattern.search(before):
            return "whole", name
    if RE_BASE.match(behind) and RE_PROJECT.search(before):
        return "whole", "involved"
    done = [*RE_DONE.finditer(before)]
    if done and len(before) - done[-1].end() <= 6:
        return "done", done[-1][0]
    nearest = RE_DONE.search(behind[:8])
    return ("done", nearest[0]) if nearest is not None else None


def _scope(places: Sequence[PlaceName], start: int, end: int, text: str) -> str | None:
    """Return the place named in the clause before a figure; None of several together."""
    inside = [place for place in places if start <= place.start and place.end <= end]
    inside = [place for place in inside if place.level != "other" and not place.nested]
    if not inside or RE_SEVERAL.search(text[start : inside[-1].end]):
        return None
    return inside[-1].canonical
