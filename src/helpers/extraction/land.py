"""Figures of land acquisition: households, signatures, area and days, by the words around them.

A figure gets a kind when its own clause says what it counts; any other figure is left out rather
than guessed at. Headline and deck are read too: that is where a rate is rounded.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Mapping
from typing import Any

import pandas as pd

from helpers.extraction.printed import on_plain_reading

COLUMNS = ("article_id", "field", "start", "end", "text", "value", "unit", "approx", "kind")
#: The parts of an article that are read, in printed order, with Chinese and English names.
FIELD_NAMES = {
    "kicker": ("肩题", "kicker"),
    "headline": ("标题", "headline"),
    "deck": ("副题", "deck"),
    "text": ("正文", "body"),
}
FIELDS = tuple(FIELD_NAMES)
#: What a figure of land acquisition can be, with Chinese and English names.
KIND_NAMES = {
    "households": ("涉及户数", "Households concerned"),
    "signed": ("已签约户数", "Households signed"),
    "left": ("未签约户数", "Households not signed"),
    "newly_signed": ("新签约户数", "Households newly signed"),
    "rate": ("签约率", "Signing rate"),
    "target_rate": ("签约率目标", "Signing rate required"),
    "area": ("征地面积", "Land concerned"),
    "area_signed": ("已签约面积", "Land signed for"),
    "area_ready": ("已征收交付面积", "Land taken, handed over or levelled"),
    "days": ("用时", "Days taken"),
}

#: Where a sentence ends; a figure is never read with words of the next one.
SENTENCE_ENDS = "。！？；\n"
#: Where a clause ends; 、 does not, as it parts names: 东村、西村两村142户.
BOUNDARY = frozenset("，,：—…“”‘’（）() \u3000")
SIGNING = r"签约|签订|签署|签字|签下|签了|签协议|落笔"
RE_SIGNING = re.compile(SIGNING)
#: 没签, 未签约, 剩下, 还没落笔: what is still open.
RE_LEFT = re.compile(r"未签|没签|没有签|尚未|待签|剩|还没|还有|尚有|不签|没有落笔|未落笔")
#: Letters of intent, first days and increments are no running total.
RE_NEW = re.compile(r"又有|新增|又签|再签|多了|增加")
RE_OPENING = re.compile(r"意向|首批|率先|带头|最难|最后|首日|当天|当日")
RE_FIRST_DAY = re.compile(r"(?:首日|当天|当日|第一天)[，,]?[^，]{0,4}$")
#: 哪怕只剩一户 supposes, and counts nothing.
RE_SUPPOSED = re.compile(r"哪怕|如果|即使|即便|就算|要是|假如|倘若|只要")
#: 须有八成以上、需达到80%以上的农户签字, 计划签约500户: what is demanded, not reached.
RE_DEMAND = re.compile(r"需|须|要求|目标|力争|确保|不低于|争取|计划")
#: 其中 opens a breakdown that runs to the end of the sentence, or to a sum: 其中…，共涉及142户.
RE_BREAKDOWN = re.compile(r"(?:其中|分别)(?!.*(?:共|总|合计))")
#: 东篱村86户, but not 涉及东篱村86户; a list of places (东篱村86户、下石村56户) is a breakdown.
RE_PLACE = re.compile(r"[村组社区镇乡街道片]$")
RE_PLACE_NEXT = re.compile(r"^、[\u4e00-\u9fff]{2,8}\d")
RE_CONCERNED = re.compile(r"涉及|共有|总计|共计|总共|一共|需(?:征收|征迁|拆迁|搬迁)")
#: Whose households: 农户, 被征地农户, 征迁户.
OWNER = r"(?:被征地|被征收|征收|征迁|拆迁|搬迁)?(?:农户|人家|村民|群众|住户|居民|户)?"
#: Behind a figure: 142户中, 142户农户中, 99户农户的104亩, 142户全部签约.
RE_AMONG = re.compile(rf"^{OWNER}(?:中|里)")
RE_OWNING = re.compile(rf"^{OWNER}的[\d.,余近约]+亩")
RE_ALL = re.compile(rf"^{OWNER}(?:已|均)?(?:全部|全都|全)[^\d]{{0,4}}(?:{SIGNING})")
RE_ALL_BEFORE = re.compile(r"(?:全部|所有|全体)$")
#: 签约率, and beside signatures also 占总户数的, 完成率.
RE_RATE = re.compile(r"(?:签约|签字|签订)[^，。]{0,3}率")
RE_RATE_OF = re.compile(r"占(?:总户数|总数|全部|农户)|完成率|占比")
RE_RATE_AFTER = re.compile(rf"^的?{OWNER}(?:{SIGNING})")
#: 流转土地500亩 is a lease, 人均3亩 a mean: neither is land taken.
RE_OTHER_LAND = re.compile(r"人均|户均|每|流转|种植|承包|出租")
RE_READY = re.compile(r"交付|平整|清表|腾空|交地|已征|完成征|已完成")
RE_LAND = re.compile(r"征地|征收|用地|占地|征用|涉及|土地")
RE_LAND_AFTER = re.compile(r"^的?(?:土地|用地|集体土地|耕地|地(?![里上]))|^的\d+(?:\.\d+)?%")
RE_TAKEN = re.compile(r"用时|历时|历经|耗时|短短|用了|仅用|只用|仅仅|不到")
#: 签约128户、腾空96户: the verb of the item before is not that of this one.
RE_ITEM_BEFORE = re.compile(r"^.*\d[^、]*、")


def _household_kinds(opened: str, left: str, right: str) -> tuple[str, ...]:
    """Say what a number of households counts, by the words before and behind it."""
    near = RE_ITEM_BEFORE.sub("", left)
    around = f"{near} {right}"
    if RE_SUPPOSED.search(left):
        return ()
    if RE_LEFT.search(around):
        return ("left",)
    if RE_BREAKDOWN.search(opened + left) or RE_OPENING.search(around):
        return ()
    signing = RE_SIGNING.search(around) is not None and not RE_DEMAND.search(left)
    if RE_ALL.search(right) or (RE_ALL_BEFORE.search(left) and signing):
        return ("households", "signed")
    at_place = RE_PLACE.search(left) is not None
    if RE_FIRST_DAY.search(opened) or (at_place and RE_PLACE_NEXT.search(right)):
        return ()
    if RE_NEW.search(left):
        return ("newly_signed",)
    concerned = RE_CONCERNED.search(left) is not None and not (at_place and near != left)
    if RE_AMONG.search(right) or RE_OWNING.search(right) or concerned:
        return ("households",)
    return ("signed",) if signing and not at_place else ()


def _rate_kinds(opened: str, left: str, right: str) -> tuple[str, ...]:
    if RE_DEMAND.search(left) and RE_SIGNING.search(left + right):
        return ("target_rate",)
    of_households = RE_RATE_OF.search(left) and RE_SIGNING.search(opened)
    stated = RE_RATE.search(left) or RE_RATE_AFTER.search(right) or of_households
    return ("rate",) if stated else ()


def _area_kinds(opened: str, left: str, right: str) -> tuple[str, ...]:
    if RE_BREAKDOWN.search(opened + left) or RE_OTHER_LAND.search(left):
        return ()
    if RE_READY.search(left):
        return ("area_ready",)
    if RE_SIGNING.search(left):
        return ("area_signed",)
    if RE_LAND_AFTER.search(right) or RE_LAND.search(left) or left.endswith("农户的"):
        return ("area",)
    return ()


def _day_kinds(opened: str, left: str, right: str) -> tuple[str, ...]:
    # 12天前 dates an event; it is no time taken.
    if re.match(r"前|后|内|之内", right):
        return ()
    headline = re.search(rf"亩|户|{SIGNING}", right) is not None and not left
    return ("days",) if RE_TAKEN.search(left) or headline else ()


_RULES = {"户": _household_kinds, "%": _rate_kinds, "亩": _area_kinds, "天": _day_kinds}


def find_land_figures(text: str, figures: Iterable[Mapping[Any, Any]]) -> list[dict[str, Any]]:
    """Say what figures of land acquisition count, in their order.

    '142户中有58户签约，签约率40.8%' => 142 households, 58 signed, 40.8 rate. A figure that says
    two things (142户全部签约) has two rows.

    Args:
        text: What is printed.
        figures: Its figures: `start`, `end` (offsets into it), `text`, `value`, `unit`, `approx`.
    """
    found = []
    for figure in figures:
        if (rule := _RULES.get(figure["unit"])) is None:
            continue
        begin, end = _sentence(text, figure["start"], figure["end"])
        words, start = text[begin:end], figure["start"] - begin
        first = _clause_start(words, start)
        left, right = words[first:start], words[figure["end"] - begin :]
        right = right[: _clause_length(right)]
        found += [
            {key: figure[key] for key in ("text", "value", "unit", "approx", "start", "end")}
            | {"kind": kind}
            for kind in rule(words[:first], left, right)
        ]
    return found


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the sentence of a figure begins and ends."""
    begin = max(text.rfind(mark, 0, start) for mark in SENTENCE_ENDS) + 1
    stops = [at for mark in SENTENCE_ENDS if (at := text.find(mark, end)) >= 0]
    return begin, min(stops, default=len(text))


def _clause_start(words: str, at: int) -> int:
    return max((n + 1 for n in range(at) if words[n] in BOUNDARY), default=0)


def _clause_length(words: str) -> int:
    return next((n for n, character in enumerate(words) if character in BOUNDARY), len(words))


@on_plain_reading
def land_figures(articles: pd.DataFrame, figures: pd.DataFrame) -> pd.DataFrame:
    """Find the figures of land acquisition in headline, deck and text of articles.

    A number of households concerned that is below the households signed in the same article, and
    was not said of the whole, counts a group of them and is left out.

    Args:
        articles: Frame with `article_id`, `text` and, if it has them, `kicker`, `headline`, `deck`.
        figures: Their amounts, and perhaps those of others: what `figure_table` or `all_amounts`
            gave.

    Returns:
        One row for each figure and kind (`COLUMNS`); `field` names the part of the article that
        `start` and `end` index; `kind` is a key of `KIND_NAMES`.
    """
    held: dict[tuple[Hashable, str], list[dict[Hashable, Any]]] = {}
    for figure in figures.to_dict("records"):
        held.setdefault((figure["article_id"], str(figure["field"])), []).append(figure)
    rows = [
        {"article_id": record["article_id"], "field": field, **figure}
        for record in articles.to_dict("records")
        for field in FIELDS
        if isinstance(record.get(field), str)
        for figure in find_land_figures(record[field], held.get((record["article_id"], field), ()))
    ]
    types = {"value": "float64", **dict.fromkeys(("article_id", "field", "text", "kind"), "str")}
    frame = pd.DataFrame(rows, columns=list(COLUMNS)).astype(types)
    signed = frame[frame["kind"] == "signed"].groupby("article_id")["value"].max()
    least = frame["article_id"].map(signed).astype("float64").fillna(0.0)
    group = (frame["kind"] == "households") & (frame["value"] < least)
    return frame[~group].reset_index(drop=True)
