"""What a figure counts: the noun behind it (3户农户), or what is said to amount to it."""

from __future__ import annotations

import re

from helpers.extraction.figures.figure import Kind

_STOP = "，。；：、！？（）()“”‘’《》\n \u3000—…"
#: The noun phrase behind a figure, up to a mark or a word that cannot belong to it.
RE_BEHIND = re.compile(
    rf"的?(?P<noun>[^{_STOP}\d]{{1,14}}?)(?=[{_STOP}\d]|$|的?(?:了|在|被|由|从|将|已|正|就|都|也|还|均|把|向|到|是|为|有|来|进行|参加|参与|完成|实现|达|不|没|需|要|可|能|给|并|让|使|因|以|用|分别|完|得到|投入|开展))"
)
#: The words before a figure: those of its clause without what leads over to the number.
RE_LEAD = re.compile(
    r"(?:(?:已经?|共计?|总共|一共|合计|累计|分别|仅|只|就|均|都|也|还|又|再|约|近|超|达到?|为|是|有|占|下降|上升|增长|增加|减少|提高|降低|提升|突破|超过|完成|实现|投入|建成|发放|涉及|覆盖|面积|到|至|于|了|的|高达|同比|比|今年|去年|从|由|其中)){1,6}$"
)
#: Kinds of which the noun in front is what is said: 签约率近97%, 总投资2860万元.
SAID_BEFORE = frozenset({"percent", "money", "date", "period", "duration"})
REACH = 16
#: What stands since the last mark.
RE_LAST = re.compile(rf"[^{_STOP}]{{0,{REACH}}}\Z")


def counted(text: str, start: int, end: int, kind: Kind) -> str | None:
    """Return what a figure counts, in the words of the text: 涉及99户农户 => 农户."""
    behind = RE_BEHIND.match(text, end, end + REACH)
    noun = behind["noun"] if behind else None
    before = text[max(0, start - REACH) : start]
    last = RE_LAST.search(before)
    clause = last[0] if last else ""
    lead = RE_LEAD.sub("", clause)
    first, second = (lead, noun) if kind in SAID_BEFORE else (noun, lead)
    return first or second or clause or None
