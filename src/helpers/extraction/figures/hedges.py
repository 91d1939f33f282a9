"""What makes a figure inexact: 近97%, 不到3000元, 91%以上, 超过1000万元, 两成左右."""

from __future__ import annotations

import re

from helpers.extraction.figures.figure import Hedge
from helpers.extraction.word_trees import one_of

BEFORE: dict[str, Hedge] = {
    "近": "nearly",
    "将近": "nearly",
    "接近": "nearly",
    "几近": "nearly",
    "差不多": "about",
    "约": "about",
    "大约": "about",
    "大概": "about",
    "约为": "about",
    "约有": "about",
    "约合": "about",
    "约占": "about",
    "大致": "about",
    "估计": "about",
    "超": "over",
    "超过": "over",
    "逾": "over",
    "突破": "over",
    "冲破": "over",
    "过": "over",
    "多于": "over",
    "高于": "over",
    "大于": "over",
    "上": "over",
    "成": "over",
    "不止": "over",
    "不下": "over",
    "不下于": "over",
    "至少": "at_least",
    "起码": "at_least",
    "最少": "at_least",
    "不少于": "at_least",
    "不低于": "at_least",
    "不小于": "at_least",
    "至多": "at_most",
    "最多": "at_most",
    "顶多": "at_most",
    "不超过": "at_most",
    "不超": "at_most",
    "不多于": "at_most",
    "不高于": "at_most",
    "不大于": "at_most",
    "不到": "under",
    "不足": "under",
    "未满": "under",
    "不满": "under",
    "没过": "under",
    "少于": "under",
    "低于": "under",
    "小于": "under",
}
AFTER: dict[str, Hedge] = {
    "左右": "about",
    "上下": "about",
    "许": "about",
    "以上": "at_least",
    "及以上": "at_least",
    "(含)以上": "at_least",
    "（含）以上": "at_least",
    "往上": "at_least",
    "开外": "over",
    "有余": "over",
    "出头": "over",
    "多": "over",
    "余": "over",
    "以下": "under",
    "及以下": "under",
    "以内": "at_most",
    "之内": "at_most",
    "不到": "under",
    "不等": "about",
}
#: Words that end in a hedge without being one: 附近3个村, 最近两年, 签约12户, 通过3项, 晚上8点.
_WORDS_IN_NEAR = r"(?<!最)(?<!附)(?<!邻)(?<!临)(?<!靠)(?<!远)(?<!就)(?<!新)(?<!亲)"
_WORDS_IN_ABOUT = r"(?<![签预制节合租履续解条公大契毁违特隐简相赴邀集])"
_WORDS_IN_PAST = r"(?<![通经路度越翻穿吃去来跨走逛看做用办])"
_WORDS_IN_OVER = r"(?<![赶反英农班商])"
#: Anchored at the end of what stands before a figure.
RE_BEFORE = re.compile(
    rf"(?:(?:{one_of(w for w in BEFORE if len(w) > 1)})"
    rf"|{_WORDS_IN_NEAR}近|{_WORDS_IN_ABOUT}约|{_WORDS_IN_OVER}超|逾) ?$"
)
#: 过, 上 and 成 are hedges only before a round number: 过百户, 上千人, 成百上千.
RE_BEFORE_ROUND = re.compile(
    rf"(?:{_WORDS_IN_PAST}过|(?<![早晚网线以之身路山车街村乡市世北])上|成) ?$"
)
RE_AFTER = re.compile(
    rf" ?(?P<hedge>{one_of(w for w in AFTER if len(w) > 1)}|多(?![功媒层样元种边方少次数年])"
    r"|许(?![多可诺])|余(?![年下额粮]))"
)
#: The characters with which a hedge before a figure can end.
LAST = frozenset(word[-1] for word in BEFORE)
FIRST = frozenset(word[0] for word in AFTER)
#: The longest hedge before a figure, with what must not stand before it.
REACH = 6


def hedge_before(text: str, start: int, *, round_number: bool) -> tuple[int, Hedge] | None:
    """Return where the hedge before a figure begins, and which it is."""
    if not start:
        return None
    at = start - 1 if text[start - 1] != " " else max(0, start - 2)
    if text[at] not in LAST:
        return None
    window = text[max(0, start - REACH) : start]
    found = RE_BEFORE.search(window)
    if found is None and round_number:
        found = RE_BEFORE_ROUND.search(window)
    if found is None:
        return None
    return start - len(window) + found.start(), BEFORE[found[0].strip()]


def hedge_after(text: str, end: int) -> tuple[int, Hedge] | None:
    """Return where the hedge behind a figure ends, and which it is."""
    if end >= len(text) or (text[end] not in FIRST and text[end] != " "):
        return None
    found = RE_AFTER.match(text, end)
    return (found.end(), AFTER[found["hedge"]]) if found else None
