"""The kind of an article, from what it is made of and what stands around it."""

from __future__ import annotations

import re

from helpers.parsing.draft import Draft
from helpers.parsing.line import Flag
from helpers.parsing.observed import RE_NOTICE
from helpers.parsing.people import AUTHOR

#: Names of columns of briefs, of opinion, of literature; sections of literature.
RE_BRIEFS = re.compile(
    r"简\s*讯|短\s*讯|快\s*讯|短\s*波|简明新闻|一句话|速\s*递|集锦|点击|播报|掠影|动态"
)
RE_OPINION = re.compile(
    r"[评论谈议]\s*[】］)）]?$|时\s*评|短\s*评|快\s*评|快\s*语|絮语|论\s*坛|漫\s*谈|杂\s*谈|观\s*点|声音"
)
RE_LITERATURE = re.compile(r"副\s*刊|文\s*艺|文\s*学|散\s*文|诗|随\s*笔|小\s*说|人\s*文|花\s*地")
RE_SERIAL = re.compile(r"连\s*载")
RE_WEATHER = re.compile(r"天\s*气|气\s*象")
RE_FIGURES = re.compile(r"数\s*读|一览|进度|指标|均价|价格|行情|统计|测产|排名|排行|红黑榜|榜")
RE_VOID = re.compile(r"声明作废|遗失")
RE_CONTACT = re.compile(r"联系人|联系电话|电话[：:]|报名|热线|地址[：:]|厂址[：:]")
#: Words of one who tells of himself, and of one who exhorts.
RE_PERSONAL = re.compile(r"我|母亲|父亲|外婆|祖母|爷爷|奶奶|童年|故乡|老屋|小时候")
RE_EXHORTING = re.compile(r"应当|必须|要|干部|群众|基层|治理|不妨|作风|担当|改革")
#: Roles of one who signs what he wrote; any other reports.
AUTHORS = frozenset({AUTHOR, "文", "撰文", "文字"})
BRIEF = 220
#: 更正, 征稿, 温馨提示: notices that name themselves in a headline of their own.
RE_SELF_NAMED = re.compile(
    r"^(?:更正|更正启事|征稿|征稿启事|温馨提示|友情提示|提示|敬告|通知|公告|启事|勘误|讣告)$"
)
#: 编者按: the editors speak.
RE_EDITORS = re.compile(r"^编(?:者|后)[按的话语]*$|^编后$")
RE_LETTER = re.compile(r"^\s*(?:尊敬的)?(?:编辑(?:部|同志|先生)?|记者同志|报社)")
RE_PICTURES = re.compile(r"照片|镜头|组图|图集|图片|拍下|摄影|影像")
#: A row of a list that closes with its figure: …村　98.6分, …　12%.
RE_FIGURE_END = re.compile(r"[\s：]\d[\d.,]*\s*[%\u4e00-\u9fff]{0,2}$")
RE_NUMBER = re.compile(r"\d+|[一二三四五六七八九十百千万]{2,}")
#: Figures in a hundred characters from which a signed text reports: opinion and literature on the
#: keyed pages stay below 0.9, news stands above 1.1.
FIGURES = 1.0
#: A photo note is at most this long.
PHOTO = 200


def kind_of(draft: Draft) -> str:
    """Name the kind of an article, one of `helpers.parsing.KINDS`."""
    head = "".join(line.text for line in draft.head)
    text = "\n".join(b.text for b in draft.bodies)
    bare = "".join(head.split())
    if draft.photo or _is_photo(draft, text):
        return "photo"
    if _is_weather(draft, head or text[:20]):
        return "weather"
    if _is_feature(draft):
        return "photo"
    if RE_SELF_NAMED.match(bare) is not None:
        return "notice"
    if RE_EDITORS.match(bare) is not None:
        return "commentary"
    if "desk" in draft.forms or any(
        "评论员" in e.role or "評論員" in e.role for e in draft.entries
    ):
        return "commentary"
    if draft.wire:
        return "wire"
    if draft.bulleted and not RE_VOID.search(text):
        return "brief"
    if _is_table(draft, head):
        return "table"
    if _is_notice(draft, head, text):
        return "notice"
    if _is_poem(draft):
        return "poem"
    if RE_BRIEFS.search(draft.tag) and len(draft.bodies) == 1 and len(text) <= BRIEF:
        return "brief"
    return _authored(draft, text)


def _is_photo(draft: Draft, text: str) -> bool:
    """One paragraph and a picture's credit or 图为, whether or not it was taken for a caption."""
    if len(draft.bodies) != 1 or "opener" in draft.forms or len(text) > PHOTO:
        return False
    credits = any(line.credit is not None and line.credit.photo for line in draft.lines)
    return credits or "图为" in text


def _is_weather(draft: Draft, head: str) -> bool:
    seen = sum([bool(line.flags & Flag.WEATHER) for line in draft.lines])
    return (seen * 2 >= len(draft.lines) - 1 and seen > 1) or bool(
        RE_WEATHER.search(head) and seen and len(draft.bodies) <= 8 and not draft.entries
    )


def _is_feature(draft: Draft) -> bool:
    """Say whether it is a page of pictures: captions, and a paragraph that leads to them."""
    captions = sum(b.caption for b in draft.bodies)
    texts = [b.text for b in draft.bodies if not b.caption]
    return captions >= 2 and len(texts) == 1 and RE_PICTURES.search(texts[0]) is not None


def _is_table(draft: Draft, head: str) -> bool:
    """Rows of figures: most lines of the body have several fields, or digits for the most part."""
    if len(draft.bodies) < 3:
        return False
    told = sum([b.text[-1:] in "。！？" for b in draft.bodies])
    if told * 2 > len(draft.bodies):
        return False
    rows = sum([bool(line.flags & Flag.FIELDS) for line in draft.lines])
    figures = sum([bool(line.flags & Flag.FIGURES) for line in draft.lines])
    ending = sum(b.text[-1:].isdigit() or bool(RE_FIGURE_END.search(b.text)) for b in draft.bodies)
    if RE_FIGURES.search(head) and max(rows + figures, ending) >= 3:
        return True
    if draft.entries or any(RE_NOTICE.search(line.text) for line in draft.head):
        return rows * 2 > len(draft.bodies)
    if rows <= 2 and any(line.flags & Flag.CONTACT for line in draft.lines):
        return False  # addresses and telephone numbers
    return (rows if rows > 2 else figures) * 2 > len(draft.bodies)


def _is_notice(draft: Draft, head: str, text: str) -> bool:
    last = draft.head[-1].text if draft.head else ""
    # A letter to the editors is signed like a notice, and is none.
    if draft.entries or (draft.bodies and RE_LETTER.match(draft.bodies[0].text)):
        return False
    if RE_NOTICE.search(last) or RE_NOTICE.search(head) or RE_VOID.search(text):
        return True
    signed = any(line.flags & (Flag.SIGNATURE | Flag.DATE_ALONE) for line in draft.lines[-3:])
    return signed or (
        bool(RE_CONTACT.search(text)) and "opener" not in draft.forms and len(text) < 400
    )


def _is_poem(draft: Draft) -> bool:
    """Verses: short lines, many of them, most without an end."""
    bodies = draft.bodies
    if len(bodies) < 4 or "opener" in draft.forms:
        return False
    short = sum(len(b.text) <= 20 and len(b.pieces) == 1 for b in bodies)
    ended = sum(b.text[-1:] in "。：:" for b in bodies)
    return short >= 0.9 * len(bodies) and ended * 2 <= len(bodies)


def _authored(draft: Draft, text: str) -> str:
    """Tell literature and opinion, signed by an author, from news."""
    kicker = draft.head[0].text if len(draft.head) > 1 and draft.head[0].length <= 8 else ""
    opinion = (draft.fresh and RE_OPINION.search(draft.tag)) or RE_OPINION.search(kicker)
    if opinion and "opener" not in draft.forms:
        return "commentary"
    marked = bool({"mark", "name"} & draft.forms)
    if any(e.role not in AUTHORS for e in draft.entries) or not (
        marked or "signature" in draft.forms
    ):
        return "news"
    head = "".join(line.text for line in draft.head)
    if RE_LITERATURE.search(draft.section + draft.tag) or RE_SERIAL.search(head + draft.tag):
        return "essay"
    if len(RE_NUMBER.findall(text)) * 100 >= FIGURES * len(text):
        return "news"
    personal = len(RE_PERSONAL.findall(text))
    exhorting = len(RE_EXHORTING.findall(text))
    return "essay" if personal > exhorting else "commentary"
