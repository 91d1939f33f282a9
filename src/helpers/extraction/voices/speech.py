"""Is it said, or only named? Direct speech told apart from quoted terms, names and slogans."""

from __future__ import annotations

import re

from helpers.extraction.marks import Quote
from helpers.extraction.voices.verbs import last_verb

#: Marks that end a sentence inside quotation marks, before any inner closing mark.
FINAL = frozenset("。！？…!?")
#: A sentence in marks that is a motto, a title or an answer's wording, by the noun behind it.
RE_NAMED_AFTER = re.compile(
    r"^(?:为|等|这[一个句种]|的)?(?:大型|系列|主题)?"
    r"(?:口号|标语|横幅|理念|宗旨|原则|目标|主题|精神|歌|诗|成语|古话|谚语|俗语|活动|行动|工程|专题|栏目|宣讲|讲座|比赛"
    r"|展览|晚会|征文|演讲|字样|大字|红字|牌|标牌|标识|现象|问题|难题|格局|局面|氛围|态势|承诺书|倡议书)"
)
#: What leads to a motto or a title: 以“…”为主题, 高呼口号“…”.
RE_NAMED_BEFORE = re.compile(
    r"(?:以|题为|名为|主题[是为]?|口号[是为]?|叫做?|所谓|称为|誉为|标题[是为]?|横幅)$"
)
#: Words of somebody who talks; a term of office has none of them.
RE_TALK = re.compile(
    r"[我你您咱俺吗呢吧啊呀嘛]|[了就都也没还][^的]|不[^忘负]|怎么|什么|只要|如果|因为|所以|一下|这[里儿样个]"
)
#: The shortest speech without a final mark.
SHORTEST = 4
#: Of this length, words of somebody who talks need no verb before them.
LONG = 8
#: What leads to words that were said or written: 只问一句“…”.
WORDED = ("说", "道", "问", "答", "写着", "写的是", "写下", "一句", "一句话", "一声")
#: What may stand right behind speech without a final mark: not a noun that it names.
RE_CLAUSE_END = re.compile(r"^(?:[，。；！？、]|$|\n|—)")


def is_said(text: str, quote: Quote) -> bool | None:
    """Judge a quote by itself: True for speech, False for a name, None if its attribution decides.

    “路修好了，我们进城只要十分钟。” => True; “一村一品” => False; “留着，” => None.
    """
    if not quote.closed:
        return True
    inner = text[quote.start + 1 : quote.end - 1].rstrip()
    bare = inner.rstrip("’” ")
    if not bare:
        return False
    if bare[-1] in FINAL:
        if RE_NAMED_AFTER.match(text[quote.end : quote.end + 8]):
            return False
        return RE_NAMED_BEFORE.search(text[max(0, quote.start - 6) : quote.start]) is None
    return None if len(inner) >= SHORTEST or bare[-1] in "，—" else False


def is_attributed(text: str, quote: Quote, before: str, after: str) -> bool:
    """Judge a quote without a final mark by what stands around it.

    `before` is the part of its sentence before it, `after` the part behind it.
    """
    inner = text[quote.start + 1 : quote.end - 1].rstrip()
    if inner.endswith(("，", "—")):
        return True
    ends = RE_CLAUSE_END.match(after) is not None
    verb = last_verb(before)
    lead = before[verb.end() :] if verb is not None else None
    if ends and lead == "：":
        return True
    if ends and (lead == "，" or before.endswith(WORDED)):
        return "，" in inner or RE_TALK.search(inner) is not None
    if not ends or RE_TALK.search(inner) is None:
        return False
    if before.endswith("，") and len(inner) >= LONG:
        return True
    return verb is not None and before.endswith(("，", "：", "因为", "是"))
