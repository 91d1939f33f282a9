"""Formula or act: what a sentence demands, praises or vows, against what it reports as done.

A sentence is a formula if it speaks as meetings and documents do (会议强调, 要…, 坚持以…为, 切实)
and reports nothing that could be checked: no figure with a unit, no day, nothing completed. The
rule is coarse and says so: it looks at one sentence, and a demand with a figure counts as an act.
"""

from __future__ import annotations

import re
from typing import NamedTuple


class Sentence(NamedTuple):
    """One sentence of a text: its span, and whether it is only formula."""

    start: int
    end: int
    formula: bool


RE_SENTENCE = re.compile(r"[^。！？\n]+[。！？]*[”’）]*")
#: Somebody of rank or a meeting speaks: what follows is what should be.
RE_VOICE = re.compile(
    r"(?:会议|大会|全会|通知|意见|讲话|《[^》]{2,30}》|书记|[县区市镇乡]长|主任|他|她|领导)[^，。]{0,8}"
    r"(?:强调|指出|要求|认为|号召|提出|希望|寄语|勉励)"
)
#: Demands: at the head of a sentence or a clause of it.
RE_DEMAND = re.compile(
    r"(?:^|[，；：“])(?:我们|全[县区市镇乡]上下|各级(?:党组织|部门|各部门)?|各[乡镇部单][^，]{0,10}|广大[^，]{2,8}|一是|二是|三是"
    r"|同时|下一?步|今后)?，?"
    r"(?P<word>(?:要|需要?)?(?:必须|务必|应当|需要?|将?坚持|坚定不移|牢固树立|切实|努力|着力|大力|全面(?!小康)|深入|扎实|不断|进一步|始终|持续"
    r"|认真|充分|紧紧围绕|紧扣|聚焦|统筹|突出|强化|深化|加强|加快|压实|凝聚|奋力|力争|确保)|要|需要?)"
)
#: Frames that only documents use.
RE_FRAME = re.compile(
    r"以[^，。；]{2,20}为(?:指导|引领|统领|抓手|契机|核心|主线|导向|动力)|不忘初心|牢记使命|新局面|新篇章|新台阶|新征程|新贡献"
    r"|高度重视|提高(?:政治)?站位|统一思想|凝心聚力|真抓实干|再创佳绩|强大合力|坚强保障|良好氛围|坚实基础|谱写|奋勇前进"
)
#: What can be checked: a figure with a unit, a day, something completed, something seen.
RE_FACT = re.compile(
    r"\d[\d,.]*\s*(?:[万亿千百余多]{0,2})(?:[个名户人亩元米吨件起家棵条套次%％天位项栋幢座处辆台支所月日年]|公里|平方)"
    r"|[一二两三四五六七八九十百千]+(?:[余多])?(?:户|人|亩|元|万元|米|吨|件|起|家|棵|套|次|名)"
    r"|[已经](?:完成|建成|投入|启用|开工|签|办|发|有)|(?:完成|建成|启用|开工|投产|竣工|签订|发放|修好|拆除|搬进|解决)了"
    r"|昨[天日]|近日|日前|[上下]午|记者"
)


#: A demand fills a sentence of this length.
SHORT = 60


def find_sentences(text: str) -> list[Sentence]:
    """Cut a text into sentences and judge each: formula or not.

    '会议强调，要切实加强领导。村里修了3公里路。' => formula, then not.
    """
    return [
        Sentence(match.start(), match.end(), is_formula(match[0]))
        for match in RE_SENTENCE.finditer(text)
        if match[0].strip()
    ]


def is_formula(sentence: str) -> bool:
    """Say whether a sentence is only formula."""
    if RE_FACT.search(sentence) is not None:
        return False
    signs = (RE_VOICE.search(sentence) is not None) + (RE_FRAME.search(sentence) is not None)
    demands = [match["word"] for match in RE_DEMAND.finditer(sentence)]
    # 要 alone is everyday speech as well: 要下雨了.
    strong = any(word not in ("要", "需", "需要") for word in demands)
    if signs + len(demands) >= 2:
        return strong or signs > 0
    return strong and len(sentence) < SHORT


def acts_only(text: str) -> str:
    """Leave out the sentences that are only formula."""
    return "".join(text[s.start : s.end] for s in find_sentences(text) if not s.formula)
