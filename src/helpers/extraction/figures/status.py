"""Whether a figure is planned, under way or done, from the words of its own clause."""

from __future__ import annotations

import re

from helpers.extraction.figures.figure import Status

#: What is surely past outweighs a plan (计划已完成八成), a plan outweighs what is to be completed
#: (力争完成10万亩), and that a beginning (完成后开工).
_PAST = r"已经?(?!开工|启动|进入|开始|在|列入|纳入)|累计|截至|截止|止，"
_PLAN = (
    r"(?<!原)(?<!原定)计划|拟(?!定|订)|将(?![军领近来士帅])|力争|争取|预计|预期|有望|目标|确保"
    r"|(?<![主重需只就不还想])要(?=[在于再投建达]|完成|实现|确保|新)"
    r"|规划|打算|准备|明年|后年|下一步|届时|谋划|安排(?!了)|可望|即将|待(?!遇|业|岗)|尚需|今后|未来"
)
_COMPLETED = r"(?<![未没待])(?:完成|建成|竣工|投用|投产|交付|落成|办结)"
_STARTED = r"启动|开工|正在|动工|着手|在建|推进|开始|进入|进行|破土|奠基|施工|试点|试行|实施|建设中"
_DONE = (
    r"已|实现|签约|签订|建立|设立|成立|发放|达(?!到?标)|增长|下降|共有|收到|解决|新增|新建|完工|了"
)
#: One pass over a clause; the first characters are looked at before a word is tried.
RE_WORDS = re.compile(
    r"(?=[已累截止计拟将力争预有目确要规打准明后下届谋安可即待尚今未完建竣投交落办启开正动着在推"
    r"进破奠施试实签设成发达增共收解新了])"
    rf"(?:(?P<past>{_PAST})|(?P<plan>{_PLAN})|(?P<completed>{_COMPLETED})"
    rf"|(?P<started>{_STARTED})|(?P<done>{_DONE}))"
)
#: Groups of `RE_WORDS` in the order of their weight.
WEIGHTS: tuple[tuple[str, Status], ...] = (
    ("past", "done"),
    ("plan", "plan"),
    ("completed", "done"),
    ("started", "started"),
    ("done", "done"),
)
#: How far a clause is read to either side, in characters.
REACH = 30
RE_AFTER = re.compile(rf"[^，。；！？：\n]{{0,{REACH // 2}}}")


def status_of(text: str, start: int, end: int) -> Status | None:
    """Return the status of the figure from `start` to `end`: 计划今年投入3万元 => plan.

    The figure's clause is read first, then what stands before it in the sentence.
    """
    sentence = _sentence(text[max(0, start - REACH) : start])
    after = RE_AFTER.match(text, end)
    cut = max(sentence.rfind("，"), sentence.rfind("：")) + 1
    found = _read(sentence[cut:] + (after[0] if after else ""))
    return _read(sentence[:cut]) if found is None and cut else found


def _sentence(before: str) -> str:
    for mark in "。；\n！？":
        if mark in before:
            before = before[before.rfind(mark) + 1 :]
    return before


def _read(clause: str) -> Status | None:
    groups = {found.lastgroup for found in RE_WORDS.finditer(clause)}
    if groups:
        for group, status in WEIGHTS:
            if group in groups:
                return status
    return None
