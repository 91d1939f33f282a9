"""What a figure counts: the noun behind it (3户农户), or what is said to amount to it."""

from __future__ import annotations

import re

from helpers.extraction.figures.figure import Kind
from helpers.extraction.scan import lead

_STOP = "，。；：、！？（）()“”‘’《》\n \u3000—…"
REACH = 16
#: The words behind a figure, up to a mark or another figure.
RE_BEHIND = re.compile(rf"的?(?P<words>[^{_STOP}\d]{{1,{REACH - 2}}})")
#: What cannot belong to the noun there: a verb, a preposition, an adverb; with 的 before it.
_CUTS = (
    r"[了在被由从将已正就都也还均把向到是为有来达不没需要可给并让使因以用完得]"
    r"|(?<![功职性智效])能(?![力源区手])|分别|进行|参加|参与|实现|投入|开展"
)
RE_CUT = lead(
    r"[的了在被由从将已正就都也还均把向到是为有来达不没需要可给并让使因以用完得能分进参实投开]",
    rf"的?(?:{_CUTS})",
)
#: What stands up to the last mark.
RE_TO_MARK = re.compile(rf"(?s:.*)[{_STOP}]")
#: The words that lead over to the number, at the end of those before a figure.
_LEADS = (
    r"已经?|共计?|总共|一共|合计|累计|分别|仅|只|就|均|都|也|还|又|再|约|近|超|达到?|为|是|有|占|下降"
    r"|上升|增长|增加|减少|提高|降低|提升|突破|超过|完成|实现|投入|建成|发放|涉及|覆盖|面积|到"
    r"|至|于|了|的"
    r"|高达|同比|比|今年|去年|从|由|其中"
)
RE_LEAD = re.compile(rf"(?:(?:{_LEADS}){{1,6}}\Z)")
#: The characters that they end with.
LEADS_LAST = frozenset(words.rstrip("?")[-1] for words in _LEADS.split("|")) | frozenset("已共达")
#: The figure before the second of a pair: 分别下降37.8%和 in front of 44.2%.
RE_PAIRED = re.compile(r"(?<=.)\d[\d.,]*[^\d]{0,3}?(?:以及|[和与及或])\Z")
#: The characters that end it, and the room that it takes.
PAIRS, PAIRED = frozenset("和与及或"), 10
#: Kinds of which the noun in front is what is said: 签约率近97%, 总投资2860万元.
SAID_BEFORE = frozenset({"percent", "money", "date", "period", "duration"})


def counted(text: str, start: int, end: int, kind: Kind) -> str | None:
    """Return what a figure counts, in the words of the text: 涉及99户农户 => 农户."""
    if kind in SAID_BEFORE:
        return _lead(text, start) or _noun(text, end)
    return _noun(text, end) or _lead(text, start)


def _noun(text: str, end: int) -> str | None:
    behind = RE_BEHIND.match(text, end)
    if behind is None:
        return None
    start, stop = behind.span("words")
    cut = RE_CUT.search(text[start:stop])
    return text[start : start + cut.start()] or None if cut else text[start:stop]


def _lead(text: str, start: int) -> str | None:
    paired = text[start - 1 : start] in PAIRS
    begin = max(0, start - REACH - PAIRED * paired)
    marked = RE_TO_MARK.match(text, begin, start)
    clause = text[marked.end() if marked else begin : start]
    if clause and paired:
        clause = RE_PAIRED.sub("", clause)[-REACH:]
    if clause and clause[-1] in LEADS_LAST:
        return RE_LEAD.sub("", clause) or clause
    return clause or None
