"""Whether a figure is planned, under way or done, from the words of its own clause."""

from __future__ import annotations

import re
from collections.abc import Mapping

from helpers.extraction.figures.figure import Status
from helpers.extraction.scan import any_character

#: What is surely past outweighs a plan (计划已完成八成), a plan outweighs what is to be completed
#: (力争完成10万亩), and that a beginning (完成后开工). Each by its first character, which is
#: sought, and what must stand behind it or not before.
_PAST = {"已": r"经?(?!开工|启动|进入|开始|在|列入|纳入)", "累": "计", "截": "[至止]", "止": "，"}
_PLAN = {
    "计": r"(?<!原.)(?<!原定.)划",
    "拟": r"(?!定|订)",
    "将": r"(?![军领近来士帅])",
    "力": "争",
    "争": "取",
    "预": "[计期]",
    "有": "望",
    "目": "标",
    "确": "保",
    "要": r"(?<![主重需只就不还想].)(?=[在于再投建达]|完成|实现|确保|新)",
    "规": "划",
    "打": "算",
    "准": "备",
    "明": "年",
    "后": "年",
    "下": "一步",
    "届": "时",
    "谋": "划",
    "安": r"排(?!了)",
    "可": "望",
    "即": "将",
    "待": r"(?!遇|业|岗)",
    "尚": "需",
    "今": "后",
    "未": "来",
}
_COMPLETED = {
    first: rf"(?<![未没待].){rest}"
    for first, rest in {
        "完": "成",
        "建": "成",
        "竣": "工",
        "投": "[用产]",
        "交": "付",
        "落": "成",
        "办": "结",
    }.items()
}
_STARTED = {
    "启": "动",
    "开": "[工始]",
    "正": "在",
    "动": "工",
    "着": "手",
    "在": "建",
    "推": "进",
    "进": "[入行]",
    "破": "土",
    "奠": "基",
    "施": "工",
    "试": "[点行]",
    "实": "施",
    "建": "设中",
}
_DONE = {
    "已": "",
    "实": "现",
    "签": "[约订]",
    "建": "立",
    "设": "立",
    "成": "立",
    "发": "放",
    "达": r"(?!到?标)",
    "增": "长",
    "下": "降",
    "共": "有",
    "收": "到",
    "解": "决",
    "新": "[增建]",
    "完": "工",
    "了": "",
}


def _group(name: str, words: Mapping[str, str]) -> str:
    return f"(?P<{name}>{'|'.join(f'(?<={first}){rest}' for first, rest in words.items())})"


RE_WORDS = re.compile(
    any_character({*_PAST, *_PLAN, *_COMPLETED, *_STARTED, *_DONE})
    + "(?:"
    + "|".join(
        (
            _group("past", _PAST),
            _group("plan", _PLAN),
            _group("completed", _COMPLETED),
            _group("started", _STARTED),
            _group("done", _DONE),
        )
    )
    + ")"
)
#: Groups of `RE_WORDS` in the order of their weight.
WEIGHTS: tuple[tuple[str, Status], ...] = (
    ("past", "done"),
    ("plan", "plan"),
    ("completed", "done"),
    ("started", "started"),
    ("done", "done"),
)
STATUS: dict[str | None, Status] = dict(WEIGHTS)
#: How far a clause is read to either side, in characters.
REACH = 30
RE_AFTER = re.compile(rf"[^，。；！？：\n]{{0,{REACH // 2}}}")
#: What ends a sentence or a clause; of these the marks that end a clause only.
RE_MARK = re.compile(r"[。；！？\n，：]")
CLAUSE_MARKS = "，："


def status_of(text: str, start: int, end: int) -> Status | None:
    """Return the status of the figure from `start` to `end`: 计划今年投入3万元 => plan.

    The figure's clause is read first, then what stands before it in the sentence.
    """
    begin = max(0, start - REACH)
    cut = begin
    for mark in RE_MARK.finditer(text, begin, start):
        cut = mark.end()
        if mark[0] not in CLAUSE_MARKS:
            begin = cut
    after = RE_AFTER.match(text, end)
    behind = after[0] if after else ""
    status = _read(text[cut:start] + behind)
    return _read(text[begin:cut]) if status is None and begin < cut else status


def _read(clause: str) -> Status | None:
    groups = [found.lastgroup for found in RE_WORDS.finditer(clause)]
    if len(groups) < 2:
        return STATUS[groups[0]] if groups else None
    return next(status for group, status in WEIGHTS if group in groups)
