"""Whether a figure is planned, under way or done, from the words of its own clause."""

from __future__ import annotations

import re

from helpers.extraction.figures.figure import Status

_PLAN = (
    r"计划|拟|将(?![军领近来士帅])|力争|争取|预计|预期|有望|目标|确保|要(?![求素闻点道])|规划"
    r"|打算|准备|明年|后年|下一步|届时|谋划|安排|到20[2-5]\d年(?:底|末)?|可望|即将|待|尚需|今后"
    r"|未来"
)
_STARTED = r"启动|开工|正在|动工|着手|在建|推进|开始|进入|进行|破土|奠基|施工|试点|试行|实施"
_DONE = (
    r"完成|建成|已|竣工|投用|投产|交付|落成|办结|实现|签约|建立|设立|成立|发放|达(?!到?标)|增长"
    r"|下降|共有|累计|收到|解决|新增|了"
)
RE_PLAN, RE_STARTED, RE_DONE = re.compile(_PLAN), re.compile(_STARTED), re.compile(_DONE)
#: 已 and 完成 outweigh the others; 未完成 and 尚未 do not speak of anything done.
RE_SURELY_DONE = re.compile(
    r"已经?(?!开工|启动|进入|开始|在)|(?<![未没要将待])(?:完成|建成|竣工)(?!后)|累计|截至"
)
#: How far a clause is read to either side, in characters.
REACH = 30
RE_AFTER = re.compile(rf"[^，。；！？：\n]{{0,{REACH // 2}}}")
#: What stands before it in the sentence, and of that what stands in the clause.
RE_BEFORE = re.compile(
    rf"(?P<sentence>(?:[^。；！？\n]{{0,{REACH}}}[，：])?)(?P<clause>[^，：。；！？\n]{{0,{REACH}}})\Z"
)


def status_of(text: str, start: int, end: int) -> Status | None:
    """Return the status of the figure from `start` to `end`: 计划今年投入3万元 => plan.

    The figure's clause is read first, then what stands before it in the sentence.
    """
    after = RE_AFTER.match(text, end)
    before = RE_BEFORE.search(text[max(0, start - REACH) : start])
    rest = after[0] if after else ""
    if before is None:
        return _read(rest)
    found = _read(before["clause"] + rest)
    if found is None and before["sentence"]:
        found = _read(before["sentence"])
    return found


def _read(clause: str) -> Status | None:
    if RE_PLAN.search(clause) is not None:
        return "done" if RE_SURELY_DONE.search(clause) and "将" not in clause else "plan"
    if RE_SURELY_DONE.search(clause) is not None:
        return "done"
    if RE_STARTED.search(clause) is not None:
        return "started"
    return "done" if RE_DONE.search(clause) is not None else None
