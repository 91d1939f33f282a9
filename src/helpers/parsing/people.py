"""The people of a byline: roles, units and names told apart, names broken by spaces joined."""

from __future__ import annotations

import re
from functools import lru_cache

from helpers.parsing.model import BylineEntry
from helpers.parsing.surnames import COMPOUND, has_surname

#: Words before 记者 and after it that make one role: 首席记者, 全媒体记者.
PREFIX = (
    r"(?:本报|本台|本网|首席|见习|实习|特约|特派|驻地|驻站|高级|资深|主任"
    r"|全媒体|融媒体|全媒|融媒|新华社|摄影|文字)*"
)
ROLE_WORD = rf"(?:{PREFIX}(?:记者|通讯员|评论员|撰稿人|撰稿|特约编辑)|实习生|作者)"
#: One role at the head of a chunk. 文 and 图 alone are roles only at the end (see `_tail`): at the
#: head they are surnames.
RE_ROLE_HEAD = re.compile(
    rf"^(?P<role>{ROLE_WORD}|摄影报道|摄影|供图|供稿|文\s*/\s*[图摄片]|图\s*/\s*文|文字|图片|撰文|摄(?=：)|图(?=：)|文(?=：))：?"
)
RE_ROLE_TAIL = re.compile(
    rf"(?P<role>摄影报道|摄影|供图|供稿|文\s*/\s*[图摄片]|图\s*/\s*文|摄|图|文|报道|{ROLE_WORD})$"
)
#: A role that begins inside a chunk: …甲乙通讯员 (where the space is missing), 某局通讯员.
RE_ROLE_INSIDE = re.compile(rf"(?<=[\u4e00-\u9fff])(?={ROLE_WORD})")
RE_ROLE_END = re.compile(rf"({ROLE_WORD})(?=[\u4e00-\u9fff])")
#: A unit named with a correspondent: 县水利局, 石门镇政府, 青屿街道.
RE_UNIT = re.compile(
    r"^[\u4e00-\u9fff]{1,16}(?:局|委|办|部|院|站|所|中心|政府|街道|学校|大队|支队|公司|集团|协会|分局|社区|支行|社"
    r"|法院|检察院|医院|银行|联合会|总工会|妇联|残联|团委|科协|文联|工商联|管委会|馆|厂|小学|中学|大学|学院|幼儿园|[县区市乡镇村会])$"
)
RE_NAME = re.compile(r"^(?:[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{1,8}·[\u4e00-\u9fff]{1,8})$")
RE_SEPARATORS = re.compile(r"[\s、，;；]+")
#: 甲乙/摄, 甲乙/丙丁: a stroke between names, or before a role; not the one inside 文/摄.
RE_STROKE_ROLE = re.compile(r"([\u4e00-\u9fff]{2,4})\s*/\s*(摄影报道|摄影|摄|文|图)(?!\s*/)")
#: 文/甲乙, 图/丙丁, 摄影/甲: the role before a stroke; not 文/图, which is one role.
RE_ROLE_STROKE = re.compile(
    r"(?<![\u4e00-\u9fff/])(文字|撰文|文|图片|图|摄影|摄)\s*/\s*(?=[\u4e00-\u9fff]{2,4}(?:\s|、|$))(?![文图摄])"
)
#: What was done with a text, behind the names: （记者 甲乙 整理）.
RE_DONE = re.compile(r"(?<=[\u4e00-\u9fff])\s+(?:整理|采写|采访|编写|编辑|撰文|报道)$")
RE_STROKE_NAME = re.compile(r"([\u4e00-\u9fff]{2,4})\s*/\s*(?=[\u4e00-\u9fff]{2,4})")
RE_SPACED_PREFIX = re.compile(
    r"(本报|首席|见习|实习|特约|全媒体|融媒体|主任|高级|摄影) +(?=记者|通讯员|评论员)"
)
#: A text that ends with the beginning of a role: 甲乙 首席; the same behind a bracket.
RE_PREFIX_END = re.compile(rf"(?:^|[\s（])(?:{PREFIX})$")
RE_PREFIX_ALONE = re.compile(rf"(?:^|[（(])({PREFIX})$")
RE_ROLE = re.compile(rf"{PREFIX}(?:记者|通讯员|实习生)")
RE_TO_ROLE = re.compile(rf"^.*?(?:{PREFIX}(?:记者|通讯员|实习生))")
RE_HAN, RE_HAN_END = re.compile(r"[\u4e00-\u9fff]*"), re.compile(r"[\u4e00-\u9fff]*$")
#: So many characters before the break between two lines say whether a name or a role is broken.
REACH = 60
#: What a person without a printed role is.
AUTHOR = "作者"
#: Roles that are words of the language too, so that what stands with them must be a name.
NEEDS_NAME = frozenset({AUTHOR, "图", "文"})

#: Bylines whose reading is kept: a paper has a staff, which signs again and again, and a line is
#: asked more than once.
KEPT = 512


def people(text: str) -> list[BylineEntry]:
    """Read the people of a byline, each with the role before it, else with the one at the end.

    '记者 甲乙 通讯员 丙丁' => 记者 甲乙, 通讯员 丙丁; '甲乙 丙丁 摄' => 摄 甲乙, 摄 丙丁;
    '通讯员 甲乙 文/图' => 通讯员 甲乙; '县水利局 甲乙' => 作者 甲乙 (县水利局).
    """
    return list(_read(text)[0])


def signed_people(text: str, *, strict: bool) -> list[BylineEntry]:
    """Read what must be nothing but people; [] if anything in it is neither role, unit nor name.

    With `strict`, a name that no role stands before must begin with a surname, and so must one
    before 图 or 文: （见下图） names nobody.
    """
    read, whole = _read(text)
    entries = list(read)
    if not whole or not entries:
        return []
    if strict and any(e.role in NEEDS_NAME and not has_surname(e.name) for e in entries):
        return []
    if strict and any(not 2 <= len(e.name) <= 4 for e in entries if "·" not in e.name):
        return []
    return entries


@lru_cache(maxsize=KEPT)
def _read(text: str) -> tuple[tuple[BylineEntry, ...], bool]:
    """Read people => (entries, whether everything in the text was understood)."""
    chunks = _chunks(text)
    tail = None
    if chunks and (match := RE_ROLE_TAIL.search(chunks[-1])) is not None:
        rest = chunks[-1][: match.start()]
        # 王摄 is nobody's role: a name must remain whole, or nothing.
        if not rest or len(rest) >= 2:
            tail = match["role"] if match["role"] != "报道" else None
            chunks = chunks[:-1] + ([rest] if rest else [])
    role, unit, whole = tail, None, True
    entries: list[BylineEntry] = []
    waiting = False
    for index, chunk in enumerate(chunks):
        name = chunk
        if (match := RE_ROLE_HEAD.match(chunk)) is not None:
            role, name = match["role"], chunk[match.end() :]
            if not waiting:
                unit = None
            waiting = False
        if not name:
            continue
        last = index == len(chunks) - 1
        if len(name) >= 2 and not last and RE_UNIT.match(name) and _is_unit(name, chunks, index):
            unit, waiting = name, True
            # A unit begins a new group: its people have no role until one is printed.
            begun = index > 0 and RE_ROLE_HEAD.match(chunks[index - 1]) is not None
            role = role if begun else tail
        elif RE_NAME.match(name):
            entries.append(BylineEntry(_clean_role(role or AUTHOR), name, unit))
            waiting = False
        else:
            whole = False
    return tuple(entries), whole


def _is_unit(name: str, chunks: list[str], index: int) -> bool:
    """A two- or three-character chunk that begins with a surname is rather a name: 方社, 江一村."""
    if len(name) >= 4 or name[0] in "县区市镇乡省" or name[-1] in "镇乡县局委":
        return True
    return not has_surname(name) and index + 1 < len(chunks)


def _chunks(text: str) -> list[str]:
    """Cut a byline at spaces and around each role; join two-character names set with a space."""
    spaced = text.strip().strip("（）□■◇◆●○▲△※*—◎⊙▪•· ")
    spaced = RE_DONE.sub("", spaced)
    if "/" in spaced:
        spaced = RE_ROLE_STROKE.sub(r"\1：", spaced)
        spaced = RE_STROKE_ROLE.sub(r"\1 \2", spaced)
        spaced = RE_STROKE_NAME.sub(r"\1 ", spaced)
    if " " in spaced:
        spaced = RE_SPACED_PREFIX.sub(r"\1", spaced)
    spaced = RE_ROLE_INSIDE.sub(_before_role, spaced)
    spaced = RE_ROLE_END.sub(r"\1 ", spaced)
    out: list[str] = []
    single = False
    for chunk in RE_SEPARATORS.split(spaced.strip()):
        if not chunk or chunk == "：":
            continue
        lone = len(chunk) == 1 and "\u4e00" <= chunk <= "\u9fff" and chunk not in "摄图文"
        if lone and single:
            out[-1] += chunk
            single = False
            continue
        single = lone
        out.append(chunk)
    return out


def _before_role(match: re.Match[str]) -> str:
    """Put a space before a role, unless what stands before it is part of it (本报|记者)."""
    before = match.string[: match.start()]
    return "" if RE_PREFIX_END.search(before) and before.strip() else " "


def _clean_role(role: str) -> str:
    role = "".join(role.split())
    role = role.removeprefix("本报") if not role.startswith("本报评论员") else role
    return role


def join_broken(left: str, right: str) -> str:
    """Join two pieces of a byline that was broken over lines.

    The break may stand between two names, where a space is missing, or inside a name or a role:
    '徐甲' + '张乙丙' => '徐甲 张乙丙'; '通' + '讯员' => '通讯员'; '毛甲' + '乙' => '毛甲乙'.
    """
    left, right = left.rstrip(), right.lstrip()
    before = RE_HAN_END.search(left[-REACH:])
    after = RE_HAN.match(right)
    a, b = (before[0] if before else ""), (after[0] if after else "")
    if RE_PREFIX_ALONE.search(left[-REACH:]) and _role_across(a, b):
        return left + right
    if RE_ROLE.match(b) and len(a) >= 2:
        return f"{left} {right}"
    a = RE_TO_ROLE.sub("", a)
    two = 2 <= len(a) <= 4 and 2 <= len(b) <= 4
    if two and (len(a) + len(b) > 4 or a[:2] not in COMPOUND) and not _role_across(a, b):
        return f"{left} {right}"
    return left + right


def _role_across(a: str, b: str) -> bool:
    """Say whether a role word lies across the break: '见习' + '记者甲'."""
    return (
        a in {"见习", "首席", "实习", "本报", "特约", "全媒", "全媒体", "融媒体", "通讯"}
        or b[:1] in "者员"
    )
