"""Organisations that the word at the end of the name betrays: 县农业农村|局, 宏达茶业|有限公司."""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpers.dictionary import dictionary_tags
from helpers.extraction.document import Setting
from helpers.extraction.places.candidate import Candidate
from helpers.extraction.places.find import resolve_seat
from helpers.extraction.places.organs import FoundName, form_of
from helpers.extraction.places.reach import reach_back
from helpers.extraction.places.stops import only_inside, says, stops
from helpers.extraction.places.word_lists import finder_of, organisation_words, word_list
from helpers.extraction.places.words import Words

#: What before such a word makes another word of it: 格局, 以…为中心.
NO_OFFICE = {
    "局": "格结布时僵破开残棋饭牌赌骗大全定败危变战胜",
    "厅": "餐客舞大门",
    "厂": "工建办进出全该本",
    "公司": "办开该各本",
}
#: Which of a row of events: 第三届, 2020年.
RE_EDITION = re.compile(
    r"(?:第[一二三四五六七八九十百\d]{1,4}[届次]|(?:19|20)\d\d年?(?:第[一二三四五六七八九十\d]{1,3}届)?)$"
)
#: Before the word of a shop, they say what is done with one, or where it is: 镇上|照相馆.
_OPENS = frozenset(("开", "办", "上", "里", "的", "有", "设", "租"))
#: The longest name, in characters.
LONGEST = 22
#: Parts that hang on an organisation before them: 某公司|南塘项目部, 区委|组织部.
_SEATS = "省市县区州旗乡镇村"


def find_offices(words: Words, known: list[Candidate], setting: Setting) -> list[FoundName]:
    """Find what the word at the end of a name betrays: 县农业农村局, 宏达水利有限公司."""
    text = words.text
    kinds = organisation_words("office")
    found: list[FoundName] = []
    at = 0
    last: Candidate | None = None
    for begin, end, word in _office_words(text):
        while at < len(known) and known[at].end <= begin:
            last = known[at]
            at += 1
        if word == "大队" and at < len(known) and known[at].end == end:
            # 石桥大队, as villages were called, is a place.
            continue
        if words.cuts(end) or text[begin - 1 : begin] in NO_OFFICE.get(word, " "):
            continue
        kind = kinds[word]
        whole = words.before(end)
        listed = whole < begin and dictionary_tags().get(text[whole:end]) == "nt"
        if listed and word in ("大学", "学院", "研究院", "银行", "出版社"):
            # 清华大学: the dictionary knows it.
            found.append(FoundName(whole, end, kind))
            continue
        before: Candidate | None = last
        if found and found[-1].end <= begin and (last is None or found[-1].end >= last.end):
            # A part of the organisation before it: 某公司南塘项目部.
            one = found[-1]
            before = Candidate(one.start, one.end, "", "", "other")
        start = reach_back(words, _quoted(text, begin), before, LONGEST)
        if start == _quoted(text, begin):
            start = begin
        joined = before is not None and start == before.start and before is not last
        if joined and before is not None and says(words, before.end, begin):
            continue
        if joined:
            one = found.pop()
            found.append(
                FoundName(one.start, end, kind if kind != "service" else one.kind, one.place)
            )
            continue
        place = last.canonical if last is not None and start == last.start else None
        stem_start = last.end if place and last is not None else start
        stem = text[stem_start:begin]
        seat = None
        if (
            place is None
            and stem
            and stem[0] in _SEATS
            and (words.begins[start] or words.begins[start + 1])
        ):
            if text[start : start + 2] in word_list("no_seat"):
                continue
            if word in word_list("weak_organisation") and stem[1:2] in _OPENS:
                continue
            organ = form_of("organ").match(text, start) or form_of("local").match(text, start)
            if organ and organ.end() < begin and _acts(words, organ.end(), begin):
                continue
            seat, stem = stem[0], stem[1:]
        if place is None and seat is None:
            start = _after_verbs(words, start, begin)
            if (by := text.find("由", start + 1, begin)) > 0 and text[by - 1] != "自":
                # 图片由|晴岸边检站: cut so by the segmenter.
                start = by + 1
            stem = text[start:begin]
            quote = _quoted(text, begin)
            if len(stem) < 2 or _generic(words, start, quote) or stem[0] in "各全":
                continue
            if word in word_list("weak_organisation"):
                continue
            if word in word_list("metaphor") and _in_quotes(text, start, end):
                continue
            if words.before(begin) == start and _no_name_alone(words, start, begin, word):
                continue
        elif not stem and word in (
            "中心",
            "公司",
            "厂",
            "集团",
            "联盟",
            "论坛",
            "超市",
            "大队",
            "食堂",
            "读书会",
        ):
            continue
        if place and last is not None:
            if word in word_list("weak_organisation") and stem[:1] in _OPENS:
                # 柳塘镇|开小吃店: a shop without a name.
                continue
            start = _chain_of(known, last)
        if kind == "event" and (edition := RE_EDITION.search(text, max(0, start - 10), start)):
            start = edition.start()
        if text[max(0, start - 2) : start] == "国网":
            start -= 2
        owner = place
        if seat is not None:
            owner = resolve_seat(seat, setting)[0] if seat in "省市县区州旗" else None
        full = f"{owner}{text[start + 1 : end]}" if seat and owner else None
        found.append(FoundName(start, end, kind, owner, full, False))
    return found


def _office_words(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and word of the words at the end of names: 第一|中学, not 第|一中|学."""
    for begin, end, word in finder_of("office").find(text):
        if word[-1] == "中" and text[end : end + 1] == "学" and text[end + 1 : end + 2] != "生":
            yield end - 1, end + 1, "中学"
        else:
            yield begin, end, word


def _no_name_alone(words: Words, start: int, end: int, word: str) -> bool:
    """Say whether one word before that of an organisation is no name: 重视|图书馆, 漆包线|厂."""
    tag = dictionary_tags().get(words.text[start:end], "")
    if tag in ("v", "vd", "a", "ad", "d"):
        return True
    return word in ("厂", "局") and words.ordinary(start, end)


def _acts(words: Words, start: int, end: int) -> bool:
    """Say whether what stands after an organ tells what it does: 镇政府|联系七座煤矿."""
    if says(words, start, end):
        return True
    while start < end:
        stop = min(words.begins.find(1, start + 1), end)
        if only_inside(words.text[start:stop]) or stops(words.text[start:stop]):
            return True
        start = stop
    return False


def _after_verbs(words: Words, start: int, end: int) -> int:
    """Leave out verbs and adverbs before a name: 挨家拜访|…"""
    while start < end:
        stop = words.begins.find(1, start + 1)
        if stop >= end or dictionary_tags().get(words.text[start:stop]) not in ("v", "d", "vd"):
            break
        start = stop
    return start


def _in_quotes(text: str, start: int, end: int) -> bool:
    """Say whether quotation marks stand directly round a name, as round that of a scheme."""
    return start > 0 and text[start - 1] in "“‘《" and text[end : end + 1] in ("”", "’", "》")


def _quoted(text: str, begin: int) -> int:
    """Go back over a name in quotation marks: “先锋”|党支部."""
    if begin and text[begin - 1] in "”’》":
        opened = text.rfind(
            {"”": "“", "’": "‘", "》": "《"}[text[begin - 1]], max(0, begin - 12), begin
        )
        return opened if opened >= 0 else begin
    return begin


def _chain_of(known: list[Candidate], place: Candidate) -> int:
    start = place.start
    for one in reversed(known):
        if one.end == start:
            if one.level not in ("国", "省", "市", "区", "县"):
                # 柳塘镇|石桥村党支部: the town tells where, and is no part of the name.
                break
            start = one.start
        elif one.end < start:
            break
    return start


def _generic(words: Words, start: int, end: int) -> bool:
    """Say whether all words from `start` to `end` make a kind of organisation and no name.

    Three of them or more are as good as a name: 养老服务指挥|中心.
    """
    enough = 1 if words.text.startswith(("指挥中心", "服务中心"), end) else 2
    if sum(words.begins[start:end]) > enough:
        return False
    while start < end:
        stop = words.begins.find(1, start + 1)
        if words.text[start : min(stop, end)] not in word_list("generic_organisation"):
            return False
        start = stop
    return True
