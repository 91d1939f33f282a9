"""Bylines: who wrote, who reported, who took the picture, and where the copy came from."""

from __future__ import annotations

import re
from dataclasses import dataclass

from helpers.parsing.model import BylineEntry

#: Words before 记者 and after it that make one role: 首席记者, 全媒体记者, 记者站.
ROLE_PREFIX = r"(?:本报|首席|见习|实习|特约|驻地|高级|主任|全媒体|融媒体|全媒|融媒|本网|新华社)*"
ROLE = (
    rf"(?:{ROLE_PREFIX}(?:记者|通讯员|评论员|撰稿人?|编辑)|实习生|摄影报道|文\s*[/／]\s*[图摄]"
    r"|图\s*[/／]\s*文|摄影|摄|图|文|供图|供稿)"
)
#: One role at the head of a chunk. 文 and 图 alone are roles only at the end (see _split_tail):
#: at the head they are surnames.
RE_ROLE_HEAD = re.compile(
    rf"^(?P<role>{ROLE_PREFIX}(?:记者|通讯员|评论员|撰稿人?)|实习生|摄影报道|摄影|文\s*[/／]\s*[图摄]"
    r"|图\s*[/／]\s*文)[：:]?"
)
RE_ROLE_TAIL = re.compile(rf"(?P<role>{ROLE})$")
#: A unit named with a correspondent: 县水利局, 石门镇政府.
RE_UNIT = re.compile(
    r"^[\u4e00-\u9fff]{2,16}(?:局|委|办|部|院|站|所|中心|政府|街道|学校|大队|公司|集团|协会|分局|社区|支行"
    r"|法院|检察院|医院|银行|[县区市乡镇村])$"
)
RE_NAME = re.compile(r"^[\u4e00-\u9fff·]{2,6}$")
RE_SPACES = re.compile(r"[\s\u3000、，,;；]+")
COMPOUND = frozenset(
    "欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 司徒 夏侯 令狐 长孙 宇文 端木 南宫 申屠 "
    "太史 轩辕 呼延 闻人 淳于 单于 赫连 澹台 公冶 宗政 濮阳 钟离 鲜于 闾丘".split()
)

#: 本报讯（…） at the head of a body; the bracket may be half width, and hold a line break.
RE_OPENER = re.compile(
    r"^[\s\u3000]*(?:(?:本报|本刊|本网|本台)?(?:[\u4e00-\u9fff]{2,8})?[讯电]|[\u4e00-\u9fff]{2,8}消息)"
    r"[\s\u3000]*[（(](?P<inner>[^（）()]{0,120})[）)][\s\u3000]*"
)
#: （张三 摄）, （图/文 张三）: the role that makes a credit a picture's.
RE_PICTURE_ROLE = re.compile(
    r"(?:摄影报道|摄影|摄|供图|文\s*[/／]\s*[图摄]|图)[\s\u3000]*$|^图\s*[/／]\s*文|^图[：:]"
)
#: The same, its bracket still open at the end of the line.
RE_OPENER_OPEN = re.compile(
    r"^[\s\u3000]*(?:(?:本报|本刊|本网|本台)?(?:[\u4e00-\u9fff]{2,8})?[讯电])[\s\u3000]*[（(][^（）()]{0,80}$"
)
#: 据新华社北京8月19日电（记者 …）, 新华社杭州电, 据中新社…电: copy handed down by an agency.
RE_WIRE = re.compile(
    r"^[\s\u3000]*据?(?:新华社|新华网|中新社|中新网|人民日报|央视)[\u4e00-\u9fff\d\s]{0,16}(?:消息|电|讯)"
    r"(?:[\s\u3000]*[（(](?P<inner>[^（）()]{0,80})[）)])?[\s\u3000]*"
)
#: 本报讯 without a bracket; a bare 本报讯 is a byline that names nobody.
RE_BARE = re.compile(r"^[\s\u3000]*本[报刊网台](?:讯|消息)(?:[\s\u3000]+|$|[：:])")
#: A line that is nothing but a byline: 本报记者 张三, □ 本报评论员, 本报综合, 转自…,
#: 记者 张三 文/摄.
RE_ALONE = re.compile(
    rf"^[\s\u3000]*[□■◇◆●○▲△※*]?[\s\u3000]*(?:—{{1,2}})?(?:"
    rf"(?P<people>{ROLE_PREFIX}(?:记者|通讯员|评论员|撰稿人?)(?:[\s\u3000：:]*[\u4e00-\u9fff·/／\s\u3000、]{{0,40}})?)"
    r"|(?P<other>本报综合(?:报道)?|[（(]?(?:转自|来源|据|摘自)[：:《]?\s*[《“]?[\u4e00-\u9fffA-Za-z]{2,16}[》”]?[）)]?)"
    r")[\s\u3000]*$"
)
#: A credit in brackets: （张三 摄）, （记者 张三 文/图）, （通讯员 张三）, （图/文 张三）.
RE_CREDIT = re.compile(
    rf"[（(](?P<inner>[^（）()。！？，；]{{0,40}}?(?:{ROLE})[^（）()。！？，；]{{0,24}})[）)][\s\u3000]*$"
)


@dataclass(frozen=True, slots=True)
class Opener:
    """A byline at the head of a body: as printed, whom it names, and what it says of origin."""

    printed: str
    entries: tuple[BylineEntry, ...]
    end: int
    wire: bool = False


def find_opener(text: str) -> Opener | None:
    """Find a byline at the head: '本报讯（记者 甲乙）今日' => printed '本报讯（记者 甲乙）'."""
    if (match := RE_WIRE.match(text)) is not None:
        inner = match["inner"]
        return Opener(match[0].strip(), tuple(people(inner or "")), match.end(), wire=True)
    if (match := RE_OPENER.match(text)) is not None and _names_roles(match["inner"]):
        return Opener(match[0].strip(), tuple(people(match["inner"])), match.end())
    if (match := RE_BARE.match(text)) is not None:
        return Opener(match[0].strip(), (), match.end())
    return None


def _names_roles(inner: str) -> bool:
    """A bracket after 讯 is a byline only if it names a role: not 本报讯（…以下简称…）."""
    return bool(re.search(r"记者|通讯员|评论员|实习生|见习|摄", RE_SPACES.sub("", inner)))


def people(text: str) -> list[BylineEntry]:
    """Read the people of a byline, each with the role before it, else with the one at the end.

    '记者 甲乙 通讯员 丙丁' => 记者 甲乙, 通讯员 丙丁; '甲乙 丙丁 摄' => 摄 甲乙, 摄 丙丁;
    '通讯员 甲乙 文/图' => 通讯员 甲乙.
    """
    chunks = _chunks(text)
    tail = None
    if chunks and (match := RE_ROLE_TAIL.search(chunks[-1])) is not None:
        rest = chunks[-1][: match.start()]
        # 王摄 is nobody's role: a name must remain whole, or nothing.
        if not rest or len(rest) >= 2:
            tail = match["role"]
            chunks = chunks[:-1] + ([rest] if rest else [])
    return _assign(chunks, tail)


def _chunks(text: str) -> list[str]:
    """Cut a byline at spaces and before each role; join two-character names set with a space."""
    spaced = re.sub(rf"(?<=[\u4e00-\u9fff])(?={ROLE_PREFIX}(?:记者|通讯员|实习生))", " ", text)
    spaced = re.sub(
        r"\b(本报|首席|见习|实习|特约|全媒体|融媒体|主任|高级) (?=记者|通讯员)", r"\1", spaced
    )
    out: list[str] = []
    single = False
    for chunk in RE_SPACES.split(spaced.strip()):
        if not chunk:
            continue
        lone = len(chunk) == 1 and "\u4e00" <= chunk <= "\u9fff" and chunk not in "摄图文"
        if lone and single:
            out[-1] += chunk
            single = False
            continue
        single = lone
        out.append(chunk)
    return out


def _assign(chunks: list[str], tail: str | None) -> list[BylineEntry]:
    role, unit = tail, None
    entries: list[BylineEntry] = []
    for chunk in chunks:
        name = chunk
        if (match := RE_ROLE_HEAD.match(chunk)) is not None:
            role = match["role"]
            unit, name = None, chunk[match.end() :]
        if not name:
            continue
        if role is not None and len(name) >= 4 and RE_UNIT.match(name):
            unit = name
        elif role is not None and RE_NAME.match(name):
            entries.append(BylineEntry(_clean_role(role), name, unit))
    return entries


def _clean_role(role: str) -> str:
    role = re.sub(r"\s", "", role).replace("／", "/")
    role = role.removeprefix("本报") if role != "本报评论员" else role
    return {"摄影": "摄", "摄影报道": "摄"}.get(role, role)


def join_broken(left: str, right: str) -> str:
    """Join two pieces of a byline that was broken over lines.

    The break may stand between two names, where a space is missing, or inside a name or a role:
    '徐甲' + '张乙丙' => '徐甲 张乙丙'; '通' + '讯员' => '通讯员'; '毛甲' + '乙' => '毛甲乙'.
    """
    left, right = left.rstrip(), right.lstrip()
    before = re.search(r"[\u4e00-\u9fff]*$", left)
    after = re.match(r"[\u4e00-\u9fff]*", right)
    a, b = (before[0] if before else ""), (after[0] if after else "")
    if re.search(rf"(?:^|[（(])({ROLE_PREFIX})$", left) and _role_across(a, b):
        return left + right
    if re.match(rf"{ROLE_PREFIX}(?:记者|通讯员|实习生)", b) and len(a) >= 2:
        return f"{left} {right}"
    a = re.sub(rf"^.*?(?:{ROLE_PREFIX}(?:记者|通讯员|实习生))", "", a)
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
