"""Invent issues: articles of the keyed papers, set anew in a made-up paper's conventions.

No paper's habits are to be learnt but what all of them share, so each invented issue draws its own:
where bylines stand, how pages are headed, how credits and columns are set, what the masthead prints
and where, what the extraction broke.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from helpers.parsing import states as st
from helpers.parsing.surnames import COMPOUND, SINGLE

Lines = list[tuple[int, str]]
GIVEN = (
    "文明国华秀英志强丽敏静伟芳娜军杰涛超平刚红玉兰建春生海山川雨晴思远嘉怡子涵"
    "若水清和光宇晨露小满立夏听潮"
)
PLACES = "安平城溪东湖二郎凤桥高塘河口金沙开林凉水茂岭南浦石塔清泉双河龙门白沙新桥柳林"
SECTIONS = (
    "要闻 综合 民生 时政 乡镇 社会 经济 基层 党建 副刊 文化 公告 服务 专版 深度 "
    "三农 教育 健康 法治 广告 综合新闻 本地新闻"
).split()
COLUMNS = (
    "简讯 短波 一周速览 简明新闻 时评 短评 今日话题 百姓声音 基层之声 乡村振兴进行时 "
    "党建引领 聚焦两会 民生面对面 公告栏 图片新闻 文学园地 诗苑 散文 副刊 天气预报 "
    "便民信息 广告 走基层 身边好人 清风苑 法治窗口 健康之窗 新春走基层 学习贯彻全会精神 "
    "创文进行时 理论视点 热点聚焦 快评 微评 你问我答 村里那些事 农事提示 导读"
).split()
SLOGANS = (
    "绿水青山 就是金山银山|撸起袖子加油干！|文明你我 幸福城乡|扫黑除恶 人人有责|"
    "讲文明 树新风|凝心聚力 实干兴县|节约用水 从我做起|守护平安 共享和谐|同心同德·共建家园|"
    "牢记嘱托 感恩奋进 建功时代|一户一景 一村一韵|森林防火 重于泰山|禁毒人人参与 和谐家家受益|"
    "党建引领聚合力 乡村振兴谱新篇|敬老爱老 传承美德|创建文明县城 人人都是主角"
).split("|")
ROLES = "记者 见习记者 全媒体记者 首席记者 通讯员 融媒体记者 实习生".split()
RULES = ("————————", "──────", "= = = = =", "*****", "●●●", "－－－－－－")


@dataclass(slots=True)
class Piece:
    """One article for reuse: its kind and its lines with their states."""

    kind: str
    lines: Lines
    issue: int = 0


@dataclass(slots=True)
class Style:
    """The conventions of a made-up paper."""

    dice: random.Random
    name: str = ""
    date: tuple[int, int, int] = (2020, 1, 1)
    byline: int = 0
    number: int = 0
    subhead: int = 0
    credit: int = 0
    header: int = 0
    tag: int = 0
    spaced: bool = False
    editors: list[str] = field(default_factory=list)


def person(dice: random.Random, *, spaced: bool = False) -> str:
    """Make up a name."""
    surname = dice.choice(sorted(COMPOUND)) if dice.random() < 0.06 else dice.choice(sorted(SINGLE))
    given = "".join(dice.choice(GIVEN) for _ in range(1 if dice.random() < 0.3 else 2))
    if spaced and len(surname + given) == 2:
        return f"{surname}{dice.choice(' 　')}{given}"
    return surname + given


def invent(pieces: Sequence[Piece], seed: int) -> Lines:
    """Make up an issue => its lines with their states, in order of print."""
    dice = random.Random(seed)
    place = dice.choice(PLACES) + dice.choice(PLACES)
    kinds = ("今日{}", "{}报", "{}日报", "新{}", "{}新闻", "{}时讯", "{}周报", "{}快讯", "{}")
    style = Style(
        dice,
        dice.choice(kinds).format(place),
        (dice.randint(1996, 2025), dice.randint(1, 12), dice.randint(1, 28)),
        dice.randrange(16),
        dice.randrange(8),
        dice.randrange(10),
        dice.randrange(8),
        dice.randrange(7),
        dice.randrange(6),
        dice.random() < 0.4,
    )
    out: Lines = []
    head = masthead(style, place)
    waiting: list[tuple[Lines, str]] = []
    if dice.random() < 0.12:
        # A piece of a page: what people paste.
        return possible(damage(style, page_of(style, pieces, 9, waiting)[: dice.randint(3, 60)]))
    late = dice.random() < 0.12
    if not late:
        out += head
    for page in range(1, dice.randint(2, 5)):
        if page > 1:
            out += page_head(style, page)
        for rest, title in waiting:
            out += go_on(style, rest, title)
        waiting = []
        out += page_of(style, pieces, page, waiting)
        out += page_foot(style, page)
    for rest, title in waiting:
        out += go_on(style, rest, title)
    if late:
        out += head
    return possible(damage(style, out))


def masthead(style: Style, place: str) -> Lines:
    """Make up a masthead: its fields in any order, together or apart."""
    dice, (y, m, d) = style.dice, style.date
    n = dice.randint(2, 2900)
    dates = (f"{y}年{m}月{d}日", f"{y}-{m:02}-{d:02}", f"{y}.{m}.{d}", f"{y} 年 {m} 月 {d} 日")
    fields = [
        dice.choice(dates),
        f"星期{dice.choice('一二三四五六日')}",
        dice.choice(("农历", ""))
        + f"{dice.choice('甲乙丙丁戊己庚辛壬癸')}{dice.choice('子丑寅卯辰巳午未申酉戌亥')}年"
        + f"{dice.choice('正二三四五六七八九')}月"
        + dice.choice(("初三", "十六", "廿一", "十二", "三十")),
        dice.choice((f"第{n}期", f"总第{n}期", f"第{d}期（总第{n}期）", f"第{n}号")),
        dice.choice(("今日四版", "今日4版", "本期四版", "本期共8版", "共4版")),
        f"中共{place}县委" + dice.choice(("主办", "主管主办", "宣传部主办")),
        f"{place}县"
        + dice.choice(("融媒体中心", "新闻中心", "新闻传媒中心"))
        + dice.choice(("编印", "编辑出版", "承办")),
        dice.choice(("新闻热线：", "热线电话：", "电话：")) + str(dice.randint(2000000, 8999999)),
        "www." + dice.choice(("xinwen", "news", "rb")) + ".example.com",
        dice.choice(
            (
                "内部资料 免费交流",
                f"准印证：第{n}号",
                f"国内统一刊号 CN00-0{n % 900}",
                "扫码关注",
                "官方微信",
            )
        ),
    ]
    name = style.name if dice.random() < 0.7 else " ".join(style.name)
    chosen = [f for f in fields if dice.random() < 0.75] or fields[:1]
    dice.shuffle(chosen)
    if dice.random() < 0.35:
        chosen.append("".join(dice.choice("ABCDEGHIJKLNOPQSUXYZ") for _ in range(6)) + " XINWEN")
    if dice.random() < 0.85:
        chosen.insert(dice.choice((0, 0, len(chosen) // 2)), name)
    lines: list[str] = []
    for part in chosen:
        if lines and dice.random() < 0.3:
            lines[-1] += dice.choice((" ", "　", "  ")) + part
        else:
            lines.append(part)
    out = [(st.MASTHEAD, line) for line in lines]
    if dice.random() < 0.25:
        out.insert(dice.randrange(len(out) + 1), (st.SLOGAN, dice.choice(SLOGANS)))
    return out


def page_head(style: Style, page: int) -> Lines:
    """Make up the head of a page, its parts in any order on one to three lines."""
    dice, (y, m, d) = style.dice, style.date
    chinese = "〇一二三四五六"[page]
    numbers = (
        f"第{page}版",
        f"{page}版",
        f"{page}",
        f"A{page}",
        f"第{chinese}版",
        f"0{page}",
        f"{chinese}版",
        f"第 {page} 版",
    )
    number = numbers[style.number]
    if style.header == 5:
        mark = (" · ", "·", " | ", " ", "　", "/", " - ")[style.byline % 7]
        pair = [number, dice.choice(SECTIONS)]
        return [(st.HEADER, mark.join(pair if style.credit % 2 else pair[::-1]))]
    date = dice.choice(
        (
            f"{y}年{m}月{d}日",
            f"{y}.{m}.{d}",
            f"{y}年{m}月{d}日　星期{dice.choice('一二三四五六日')}",
        )
    )
    names = [
        f"{w}{dice.choice('： ')}{person(dice, spaced=True)}" for w in ("责任编辑", "版式", "校对")
    ]
    if dice.random() < 0.5:
        names = [w.replace("责任编辑", dice.choice(("编辑", "本版责编", "■责编"))) for w in names]
    parts = [number, dice.choice(SECTIONS), date, style.name, " ".join(names[: dice.randint(1, 3)])]
    parts = [p for p in parts if dice.random() < (0.8 if p is not number else 0.95)] or [number]
    if style.header % 2:
        dice.shuffle(parts)
    gap = ("　", " ", "　　　", " | ", "  ")[style.header % 5]
    lines = [parts[0]]
    for part in parts[1:]:
        if dice.random() < (0.25, 0.5, 0.1)[style.header % 3]:
            lines.append(part)
        else:
            lines[-1] += gap + part
    # A page number alone, or the section alone, is no head by itself.
    return [(st.HEADER if len(line) > 2 else st.FURNITURE, line) for line in lines]


def page_foot(style: Style, page: int) -> Lines:
    """Make up what closes a page: slogans, its number, an address."""
    dice, out = style.dice, []
    if dice.random() < 0.5:
        out.append((st.SLOGAN, dice.choice(SLOGANS)))
    if dice.random() < 0.3:
        out.append((st.FURNITURE, dice.choice((str(page), f"— {page} —", f"·{page}·"))))
    if dice.random() < 0.1:
        out.append(
            (
                st.FURNITURE,
                f"地址：{dice.choice(PLACES)}{dice.choice(PLACES)}路{page}号 印刷：县印刷厂",
            )
        )
    return out


def page_of(
    style: Style, pieces: Sequence[Piece], page: int, waiting: list[tuple[Lines, str]]
) -> Lines:
    """Fill a page with articles, with columns and slogans between them."""
    dice = style.dice
    out: Lines = []
    for _ in range(dice.randint(3, 8)):
        piece = dice.choice(pieces)
        if dice.random() < 0.2 and piece.kind != "brief":
            out.append((st.FURNITURE, tag(style)))
        if piece.kind == "brief" and dice.random() < 0.6:
            continue
        if piece.kind == "brief":
            out.append((st.FURNITURE, tag(style, "简讯")))
            briefs = [p for p in pieces if p.kind == "brief"]
            for brief in [piece, *dice.sample(briefs, min(len(briefs), dice.randint(1, 4)))]:
                out += bulleted(style, brief.lines)
            continue
        lines = restyle(style, piece)
        whole = [i for i, (s, _) in enumerate(lines) if s in (st.START, st.CONT)]
        if page < 3 and len(whole) > 4 and dice.random() < 0.15 and not waiting:
            cut = whole[len(whole) // 2]
            first, rest = lines[:cut], lines[cut:]
            note = dice.choice(("（下转第{}版）", "（下转{}版）", "下转第{}版")).format(page + 1)
            state, text = first[-1]
            if state in (st.START, st.CONT) and dice.random() < 0.7:
                text = text.rstrip("。") if dice.random() < 0.5 else text
                first[-1] = (state, text + note)
            else:
                first.append((st.JUMP, note))
            titles = [t for s, t in lines if s == st.HEAD]
            title = "\n".join(titles[-1:] if dice.random() < 0.4 else titles)
            waiting.append((rest, title))
            lines = first
        if piece.kind == "photo" and dice.random() < 0.25:
            # The headline of a picture may stand behind its caption.
            cut = next((i for i, (s, _) in enumerate(lines) if s != st.HEAD), 0)
            lines = lines[cut:] + lines[:cut]
        out += lines
        if dice.random() < 0.12:
            out.append((st.SLOGAN, dice.choice(SLOGANS)))
        elif dice.random() < 0.04:
            out.append((st.FURNITURE, dice.choice(RULES)))
    return out


def go_on(style: Style, rest: Lines, title: str) -> Lines:
    """Set the continuation of a story that jumped."""
    dice = style.dice
    note = dice.choice(
        (
            "（上接第1版）",
            "（上接1版）",
            "上接第一版",
            "（紧接第1版）",
            "（上接第一版）",
            "上接1版",
            "【上接A1版】",
        )
    )
    out: Lines = []
    form = dice.randrange(6)
    if form == 0:
        state, text = rest[0]
        return [(state, note + text), *rest[1:]]
    titles = [(st.JUMP, t) for t in title.split("\n") if t]
    if form in (1, 2):
        out += titles
    out.append((st.JUMP, note))
    if form in (3, 4):
        out += titles
    return out + rest


def tag(style: Style, name: str | None = None) -> str:
    """Make up the name of a column as this paper sets it."""
    dice = style.dice
    name = name if name and dice.random() < 0.5 else dice.choice(COLUMNS)
    if len(name) == 2 and dice.random() < 0.5:
        name = name[0] + dice.choice((" ", "　")) + name[1]
    return ("{}", "【{}】", "■ {}", "── {} ──", "{}", "· {} ·", "[{}]")[style.tag].format(name)


def bulleted(style: Style, lines: Lines) -> Lines:
    """Set a brief with this paper's bullet."""
    mark = "▲●◆■△★"[style.tag]
    (state, text), *rest = lines
    bare = text.strip().lstrip("▲●◆■△★○◎ 　")
    gap = " " if style.spaced else ""
    return [(state, f"{mark}{gap}{bare}"), *rest]


def restyle(style: Style, piece: Piece) -> Lines:
    """Give an article this paper's byline and credit."""
    dice = style.dice
    lines = [(s, t) for s, t in piece.lines if s != st.INTERRUPT]
    if piece.kind == "news":
        lines = sign(style, lines)
    if piece.kind == "photo":
        lines = credit(style, lines)
    if sum(s == st.HEAD for s, _ in lines) > 1 and dice.random() < 0.2:
        first = next(i for i, (s, _) in enumerate(lines) if s == st.HEAD)
        del lines[first]
    if piece.kind in ("news", "essay") and dice.random() < 0.5:
        lines = divide(style, lines)
    if piece.kind == "news":
        lines = entitle(style, lines)
    decks = [i for i, (s, _) in enumerate(lines) if s == st.DECK]
    if decks and dice.random() < 0.3:
        at = decks[0]
        lines[at] = (st.DECK, "——" + lines[at][1].lstrip("—"))
    return lines


def sign(style: Style, lines: Lines) -> Lines:
    """Take the byline off an article of news and set it in this paper's way."""
    dice = style.dice
    bare = [(s, t) for s, t in lines if s != st.BYLINE]
    at = next((i for i, (s, _) in enumerate(bare) if s in (st.START, st.OPENING, st.ITEM)), None)
    if at is None or bare[at][0] != st.START or "讯" in bare[at][1][:4]:
        return lines
    people = [
        (dice.choice(ROLES), person(dice, spaced=style.spaced)) for _ in range(dice.randint(1, 3))
    ]
    glue = "" if style.byline % 2 else " "
    named = " ".join(f"{role}{glue}{name}" for role, name in people)
    names = dice.choice((" ", "、")).join(name for _, name in people)
    state, text = bare[at]
    body = text.lstrip()
    alone: dict[int, str] = {
        3: f"本报{named}",
        4: named,
        5: f"□{glue}{named}",
        6: f"□ {names}",
        7: "　" * dice.randint(6, 14) + names,
        12: f"文/{names}" + dice.choice(("", f" 图/{person(dice)}")),
        13: f"●本报全媒体记者{glue}{names}",
        14: f"{dice.choice(('通讯员', '记者'))}　{names}　文/图",
        8: f"■ 本报{named}{dice.choice((' / 文', '', ' 文/图'))}",
    }
    if style.byline in alone:
        return [*bare[:at], (st.BYLINE, alone[style.byline]), *bare[at:]]
    opener: dict[int, str] = {
        0: f"本报讯（{named}）",
        1: f"本报讯 ({named})",
        2: f"本报讯 {named}报道：",
        9: f"（{named}）",
        15: dice.choice(("【本报讯】", "县融媒体中心讯", "本报消息", "新闻中心讯"))
        + f"（{named}）",
    }
    if style.byline in opener:
        return [*bare[:at], (state, opener[style.byline] + body), *bare[at + 1 :]]
    last = max((i for i, (s, _) in enumerate(bare) if s in (st.START, st.CONT)), default=None)
    if last is not None and bare[last][1].rstrip().endswith(("。", "”")):
        signature = f"（{named}）" if style.byline == 10 else f"（{names}）"
        bare[last] = (bare[last][0], bare[last][1].rstrip() + signature)
    return bare


def divide(style: Style, lines: Lines) -> Lines:
    """Set subheadings before some paragraphs, each the first phrase of its paragraph."""
    dice = style.dice
    whole = [i for i, (s, _) in enumerate(lines) if s == st.START]
    if style.subhead == 0 or len(whole) < 4:
        return lines
    out: Lines = []
    count = 0
    places = set(whole[1 : -1 : dice.randint(1, 3)]) if whole[0] else set(whole[2::2])
    for index, (state, text) in enumerate(lines):
        before = lines[index - 1][1].rstrip()[-1:] if index else ""
        phrase = re.split("[，。、；：！？“”（）]", text.strip())[0]
        if index in places and 4 <= len(phrase) <= 14 and before in "。”！？":
            count += 1
            number = "一二三四五六七八九十"[count % 10 - 1]
            forms = (
                phrase, phrase, f"{number}、{phrase}", f"【{phrase}】", f"“{phrase}”", f"●{phrase}",
                f"0{count} {phrase}", f"{count}.{phrase}", f"（{number}）",
            )  # fmt: skip
            out.append((st.ITEM, forms[style.subhead - 1]))
        out.append((state, text))
    return out


def entitle(style: Style, lines: Lines) -> Lines:
    """Set a headline in another way: as a question, in halves, with a label, behind its text."""
    dice = style.dice
    heads = [i for i, (s, _) in enumerate(lines) if s == st.HEAD]
    if not heads:
        return lines
    lines = list(lines)
    last = heads[-1]
    text = lines[last][1].strip()
    form = dice.random()
    if form < 0.05 and text[-1] not in "？！”":
        lines[last] = (st.HEAD, text + dice.choice("？？！"))
    elif form < 0.1 and len(heads) == 1:
        label = (
            dice.choice(COLUMNS[:8])
            if dice.random() < 0.5
            else f"“{dice.choice(COLUMNS)}”系列报道{dice.choice('①②③')}"
        )
        lines.insert(last, (st.HEAD, label))
    elif form < 0.16 and len(heads) == 1 and len(text) > 12:
        # Cut inside a phrase, as narrow columns do.
        at = dice.randint(4, len(text) - 4)
        lines[last : last + 1] = [(st.HEAD, text[:at]), (st.HEAD, text[at:])]
    elif form < 0.2 and last == 0 and all(s in (st.START, st.CONT) for s, _ in lines[1:]):
        return [*lines[1:], lines[0]]
    return lines


def credit(style: Style, lines: Lines) -> Lines:
    """Take the credit off a photo note and set it in this paper's way."""
    dice = style.dice
    bare = [(s, t) for s, t in lines if s != st.CREDIT]
    last = max(
        (i for i, (s, _) in enumerate(bare) if s in (st.CAPTION, st.CAPTION_CONT)), default=None
    )
    if last is None or not bare[last][1].rstrip().endswith(("。", "”")):
        return lines
    name = person(dice, spaced=style.spaced)
    inside: dict[int, str] = {
        0: f"（{name} 摄）",
        1: f"（图/文 {name}）",
        2: f" {name}/摄",
        3: f"（通讯员 {name} 摄）",
    }
    alone: dict[int, str] = {
        4: f"{name} 摄",
        5: f"本报记者 {name} 摄",
        6: f"摄影：{name}",
        7: f"（记者 {name} 文/图）",
    }
    if style.credit in inside:
        bare[last] = (bare[last][0], bare[last][1].rstrip() + inside[style.credit])
        return bare
    return [*bare[: last + 1], (st.CREDIT, alone[style.credit]), *bare[last + 1 :]]


def damage(style: Style, lines: Lines) -> Lines:
    """Do what extraction does: lines doubled, numbers and running heads within paragraphs."""
    dice = style.dice
    out: Lines = []
    for index, (state, text) in enumerate(lines):
        out.append((state, text))
        following = lines[index + 1][0] if index + 1 < len(lines) else None
        within = following in (st.CONT, st.CAPTION_CONT)
        if dice.random() < 0.01 and len(text) > 4 and state in (st.START, st.CONT, st.HEAD):
            out.append((st.INTERRUPT if within else st.FURNITURE, text))
        elif within and dice.random() < 0.03:
            choices: list[Callable[[], str]] = [
                lambda: str(dice.randint(1, 8)),
                lambda: dice.choice(RULES),
                lambda: f"{style.name} {style.date[0]}年{style.date[1]}月{style.date[2]}日",
                lambda: dice.choice(SLOGANS),
            ]
            out.append((st.INTERRUPT, dice.choice(choices)()))
            if dice.random() < 0.15:
                # The labels of a chart.
                out += [(st.INTERRUPT, str(n)) for n in range(dice.randint(3, 9) * 100, 0, -100)]
                out.append((st.INTERRUPT, " ".join(f"{m}月" for m in range(1, dice.randint(4, 7)))))
    return out


def possible(lines: Lines) -> Lines:
    """Let a line begin anew that cannot go on from the one before: no reading could follow it."""
    anew = {st.CONT: st.START, st.CAPTION_CONT: st.CAPTION, st.INTERRUPT: st.FURNITURE}
    out: Lines = []
    for state, text in lines:
        stuck = bool(out) and (out[-1][0], state) in st.IMPOSSIBLE
        out.append((anew[state] if stuck else state, text))
    return out
