"""Programmes in quotation marks: “…”平台, 推行“…”, and names that are coined like one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator

from helpers.dictionary import dictionary_tags
from helpers.extraction.initiatives.candidate import Candidate
from helpers.extraction.initiatives.initiative import Kind
from helpers.extraction.initiatives.words import (
    RE_UNDER_WAY,
    Head,
    head_of,
    heads,
    introduces,
    word_list,
)
from helpers.extraction.marks import Quote, find_quotes
from helpers.extraction.places.word_lists import WordFinder
from helpers.extraction.places.words import is_han, words_of
from helpers.extraction.wording.numbers import find_numbers, is_number_term

#: No name in marks is longer.
LONGEST = 20
#: How far behind the marks the noun of a kind may end: “甲”智慧治理平台.
TAIL = 14
#: What a name in marks has not: the end of a sentence, a question.
RE_SENTENCE = re.compile(r"[。！？；：…\n]")
#: What stands behind a word that is quoted as a matter, not as a programme: “停车难”问题.
RE_MATTER = re.compile(
    r"^(?:问题|现象|难题|困境|顽疾|矛盾|之[\u4e00-\u9fff]|字|二字|三字|四字|们|一词|瓶颈|短板|痛点|怪圈|思想|情绪|心态"
    r"|理念|精神|变|转|的(?:转变|目光|眼光|身份|角色|味道|日子|问题|困境))"
)
#: Before a figure of speech: 像“…”, 变成“…”, 吃了“…”.
RE_LIKENESS = re.compile(
    r"(?:像|如同|好比|犹如|变成了?|成了|变为|化为|变身|变|吃上了?|尝到|端上|念好|打好|唱好|下好|走好|按下|跑出|拧成|敲响|啃下|种下"
    r"|结下的|一[盘根股颗块条粒]|这[根股颗块盘]|当起了?|做好|当好|甩掉|摘掉|戴上|共同|真正的|绘就|谱写|架起|筑牢|守好|撑起|交出"
    r"|既是|也是|不是|还是|都是|就像|仿佛|堪称|一声|喊|写着|大喊|说是|问|遇到|遭遇|遭|陷入|有的|所有|获赞)$"
)
#: 叫作“…”, 简称“…”, 所谓“…”.
RE_NAMED = re.compile(
    r"(?:就叫|叫作|叫做|称为|称作|名为|取名|命名为|简称|简称为|管[它这][叫为]?叫?|所谓|这就是|就是|概括为|概括起来是|归成|归纳为|总结为"
    r"|代号|定名为|冠名|叫|一个|又称|俗称)$"
)
#: A thing that is there, made or kept: 设了一间“…”, 请来9名居民当“…”, 一张“…”.
RE_COUNTED = re.compile(
    r"(?:[一两几数\d十百多]+|这|那|首|每|该|本|第[一二三四五\d]+)"
    r"(?:个|间|处|家|支|张|项|套|份|名|座|场|本|期|届|批|辆|条|站|所|队|台|部|件|种)$"
)
RE_MADE = re.compile(
    r"(?:加了|添上了?|挂[着上起了]+|贴出|办了?|开了?|设了?|设有|建了?|列|定下|叫响|引进|端出|开出|摆起|支起|搭起|凑起|拉起|攒起"
    r"|当|加上|由|配上了?|派出|推开|晒出|亮出|兑换|申领|领取|试点|试行|用|到|记入|发放|首批|首个|有了|有|有个|还有|探路|晋级|打响)$"
)
#: Endings of posts, lists, rooms and the like, that are coined for a programme.
COINED = tuple(
    "员长榜册本账单法会站屋铺坊卡券码课班堂展队群圈墙椅亭馆吧箱信行节日团车棚院校所室店岗驿"
)
#: A name is no clause: “他来了吗”, “再等我一天”.
RE_SAYING = re.compile(r"[的了我你他她谁吗呢吧啊就]")
#: Nouns behind a name for what is held or founded under it, not for the thing itself.
RE_BRANCH = re.compile(
    r"(?:推进会|现场会|动员会|发布会|培训班|研讨会|座谈会|讲座|论坛|党支部|党小组|党委|联盟|服务队|志愿队|突击队|先锋队|期权|基金|贷款|保险)$"
)
#: A name inside a name: “创建‘甲乙’平台”.
RE_NESTED = re.compile(r"[“‘]([^“”‘’]{2,12})[”’]")
#: “甲”“乙”等活动, “甲”和“乙”行动: names in one row share the noun behind.
RE_ROW = re.compile(r"^[、和与及]?[“‘]")


def find_quoted(
    field: str, text: str, speech: Collection[tuple[str, int, int]]
) -> Iterator[Candidate]:
    """Yield the candidates in quotation marks of a field."""
    quotes = [q for q in find_quotes(text) if (field, q.start, q.end) not in speech]
    quotes = [q for q in quotes if _may_be_name(text, q)]
    repeated = _repeated(text, quotes)
    shared: Head | None = None
    found: list[Candidate] = []
    for quote in reversed(quotes):
        in_row = RE_ROW.match(text[quote.end : quote.end + 2]) is not None
        end, head = tail_of(text, quote.end)
        shared = head if not in_row else shared
        # A matter that is only named: “甲乙”问题.
        if head is None and RE_MATTER.match(text[quote.end : quote.end + 6]):
            continue
        weight = _weigh(text, quote, head, shared if in_row else None, quote.start in repeated)
        inner = text[quote.start + 1 : quote.end - 1].strip("“”‘’")
        kind = _kind(inner, head or (shared if in_row else None))
        nested = RE_NESTED.search(inner)
        core = nested.group(1) if nested else inner
        branch = RE_BRANCH.search(text, quote.end, end)
        found.append(
            Candidate(
                field,
                quote.start,
                end,
                text[quote.start : end],
                core,
                kind,
                weight,
                branch.group() if branch else "",
                True,
            )
        )
    yield from reversed(found)


def _repeated(text: str, quotes: list[Quote]) -> set[int]:
    """Return where the quotes begin whose inner words are printed twice or more in the text."""
    inner = {q.start: text[q.start + 1 : q.end - 1].strip("“”‘’") for q in quotes}
    if not inner:
        return set()
    counts = Counter(word for _, _, word in WordFinder(set(inner.values())).find(text))
    return {start for start, word in inner.items() if counts[word] > 1}


def _may_be_name(text: str, quote: Quote) -> bool:
    inner = text[quote.start + 1 : quote.end - 1].strip("“”‘’ ")
    return quote.closed and 1 < len(inner) <= LONGEST and RE_SENTENCE.search(inner) is None


def tail_of(text: str, end: int) -> tuple[int, Head | None]:
    """Return where the noun behind the marks ends, and what it tells: “甲”智慧平台."""
    stop = end
    words = words_of(text)
    known = heads()
    boundary = word_list("boundary")
    best: tuple[int, Head | None] = (end, None)
    if text[end : end + 1] in {"等", "主"}:
        return _listed(text, end)
    limit = min(len(text), end + TAIL)
    while stop < limit:
        following = words.begins.find(1, stop + 1)
        following = following if 0 < following <= len(text) else len(text)
        word = text[stop:following]
        here = next((len(text[stop : stop + n]) for n in range(8, 1, -1)
                     if text[stop : stop + n] in known), 0)  # fmt: skip
        if here and not words.cuts(stop + here):
            following = stop + here
        elif (word in boundary and word != "工作") or not (
            is_han(word[0]) or (word.isascii() and word.isalnum())
        ):
            break
        for at in range(stop, end - 1, -1):
            head = known.get(text[at:following])
            if head is not None and text[at:following] != "工作":
                best = (following, head)
        stop = following
    return best


def _listed(text: str, end: int) -> tuple[int, Head | None]:
    """Return the head behind 等: “甲”“乙”等系列活动; the name itself ends at the marks."""
    after = re.match(r"(?:等[^\W的]{0,6}|)", text[end : end + 10])
    rest = after.group().removeprefix("等") if after else ""
    for length in range(len(rest), 1, -1):
        head = heads().get(rest[:length]) or (head_of(rest[:length]) or ("", None))[1]
        if head is not None:
            return end, head
    if text[end : end + 1] == "主":
        theme = re.match(r"主题(?:党日|活动|宣传|教育|实践)*活动?", text[end : end + 10])
        if theme:
            return end + theme.end(), Head("activity", True)
    return end, None


def _weigh(text: str, quote: Quote, head: Head | None, shared: Head | None, repeated: bool) -> int:
    """Weigh what speaks for a programme; 2 is enough by itself."""
    inner = text[quote.start + 1 : quote.end - 1].strip("“”‘’")
    before = text[max(0, quote.start - 12) : quote.start]
    weight = 0
    if head is not None:
        weight += 3 if head.strong else 2
    elif shared is not None:
        weight += 2
    if is_number_term(inner) or any(s == 0 and e == len(inner) for s, e in find_numbers(inner)):
        weight += 3
    own = head_of(inner)
    if own is not None and len(inner) >= len(own[0]) + 1:
        weight += 2 if own[1].strong else 1
    if introduces(before):
        weight += 2
    if RE_NAMED.search(before):
        weight += 1
    if RE_COUNTED.search(before) or RE_MADE.search(before):
        weight += 1
    if inner.endswith(COINED) and len(inner) >= 2:
        weight += 1
    if RE_UNDER_WAY.match(text, quote.end):
        weight += 2
    if repeated:
        weight += 1
    if inner[-1] in "型式化性" and head is None:
        weight -= 2
    if RE_SAYING.search(inner):
        weight -= 2
    if inner in dictionary_tags():
        weight -= 3 if head is None else 2
    if RE_LIKENESS.search(before):
        weight -= 3
    return weight


def _kind(inner: str, head: Head | None) -> Kind | None:
    """Return the kind that the noun behind the marks tells, or the one that the name ends in."""
    if head is not None:
        return head.kind
    own = head_of(inner)
    return own[1].kind if own is not None else None
