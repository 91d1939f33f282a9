"""What a figure is said to measure: events, rates, users, places covered, branches, members.

Each figure is judged by the words between the figure before it and the figure after it, inside
its own sentence. The rules are general; a figure that fits none of them has no measure.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

import pandas as pd

from helpers.extraction.figures.table import NO_AMOUNTS
from helpers.extraction.measures import RULES
from helpers.extraction.printed import on_plain_reading

ADDED = ("measure", "label", "timing", "cumulative")
#: 3.5天缩短至1.2天: the second figure measures what the first does.
RE_TO = re.compile(
    r"^(?:，)?(?:已)?(?:增加|增长|扩大|扩展|提高|提升|上升|缩短|压缩|降低|下降|减少|减|降|增|升|扩)(?:至|到|为)$"
)
#: 286个党支部、5340名党员: two figures of one sentence that share their time.
RE_PAIR = re.compile(r"^[^，。]{0,6}[、和]$")
#: A difference is no level: 增加40个, 高出1.5个百分点, 同比下降37%.
RE_RISE = re.compile(r"(?:增加|增长|新增|高出|提高|提升|上升|多了)(?:了|约|近)?$")
RE_FALL = re.compile(r"(?:下降|减少|缩短|压缩|降低|少了)(?:了|约|近)?$")
RE_PART = re.compile(r"占比?(?:了|约|近)?$")
PERCENT = frozenset({"%", "百分点"})
RE_THEN = re.compile(r"(?:由|从|还是|原来|原先|只有|比[^，。]{0,8}的)$")
RE_PLANNED = re.compile(
    r"将|年内|打算|计划|力争|预计|目标|拟|争取|要求|限|(?:明年|年底)[^，。]{0,3}前"
)
#: 截至8月18日, 累计, 目前: a running total; 半个月, 1至2月, 上半月: what a stretch of time brought.
RE_TOTAL = re.compile(
    r"截至|截止|累计|目前|眼下|全部|至此|[至到]\d{1,2}月\d{1,2}日|至今|已[有达办建解]|以来|实现"
)
RE_STRETCH = re.compile(
    r"半个?月|上半年|下半年|\d月?[至—-]\d{1,2}月|[上下]半月|今年以来|个月里|头\d+天|每[天日月周]"
)
#: A figure is judged inside its clause; whether it is a total, inside its sentence.
RE_CLAUSE_END = re.compile(r"[。！？；\n]")
RE_SENTENCE_END = re.compile(r"[。！？\n]")
#: 办结率, 签约率; 城镇化率.
RE_RATE = re.compile(r"((?:[\u4e00-\u9fff]{2}化|[\u4e00-\u9fff]{2})率)[^率]*$")


@on_plain_reading
def effects(figures: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Say what each figure measures => the figures with the columns of `ADDED`.

    `measure` is a key of `MEASURE_NAMES` or missing; `label` the printed name of a rate (办结率);
    `timing` 'now', 'then' (由3.5天缩短至…) or 'planned'; `cumulative` whether the sentence speaks
    of a total up to a day and not of one stretch of time.

    Args:
        figures: Amounts of the texts: the table `quantities`, or what `figure_table` gave.
        articles: Frame with `article_id` and `text`.
    """
    figures = _of_text(figures)
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    rows: list[dict[str, Any]] = []
    for article_id, group in figures.groupby("article_id", sort=False):
        rows += _judge(str(texts[article_id]), group.to_dict("records"))
    columns = [*figures.columns, *ADDED]
    frame = pd.DataFrame(rows, columns=columns)
    return frame.astype({"cumulative": "bool", "measure": "str", "label": "str", "timing": "str"})


#: Minutes in a unit of time, so that 6分钟 and 40秒 can be compared.
MINUTES = {"秒": 1 / 60, "分钟": 1.0, "小时": 60.0, "天": 1440.0}
#: 平均办理时长由, 值守由: what changes is named between the last comma and the preposition.
RE_FROM = re.compile(r"([\u4e00-\u9fff“”]{2,16})[由从]$")


@on_plain_reading
def changes(figures: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Find printed changes from one figure to another: 时长由3.5天缩短至1.2天 => 时长, 3.5, 1.2.

    Args:
        figures: Amounts of the texts: the table `quantities`, or what `figure_table` gave.
        articles: Frame with `article_id` and `text`.

    Returns:
        article_id, start, end, text (the words from figure to figure), label (what changes, as
        printed), before, after (in the unit of the first), unit, index (the second figure when
        the first is 100).
    """
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    rows = []
    for article_id, group in _of_text(figures).groupby("article_id", sort=False):
        text = str(texts[article_id])
        records = group.to_dict("records")
        for one, two in pairwise(records):
            subject = RE_FROM.search(text[max(0, one["start"] - 18) : one["start"]])
            scale = _same_scale(one["unit"], two["unit"])
            between = text[one["end"] : two["start"]]
            if subject and scale and one["value"] > 0 and RE_TO.match(between):
                after = round(two["value"] * scale, 4)
                rows.append(
                    {
                        "article_id": article_id,
                        "start": one["start"],
                        "end": two["end"],
                        "text": text[one["start"] : two["end"]],
                        "label": subject[1],
                        "before": one["value"],
                        "after": after,
                        "unit": one["unit"],
                        "index": round(after / one["value"] * 100, 1),
                    }
                )
    columns = ["article_id", "start", "end", "text", "label", "before", "after", "unit", "index"]
    return pd.DataFrame(rows, columns=columns)


def _of_text(figures: pd.DataFrame) -> pd.DataFrame:
    """Keep the amounts that stand in a text, in order."""
    kept = figures[~figures["kind"].isin(NO_AMOUNTS) & figures["value"].notna()]
    if "field" in kept:
        kept = kept[kept["field"] == "text"]
    return kept.sort_values(["article_id", "start"], kind="stable")


def _same_scale(one: str, two: str) -> float | None:
    """Return what turns the second unit into the first, or None if nothing does."""
    if one == two:
        return 1.0
    if one in MINUTES and two in MINUTES:
        return MINUTES[two] / MINUTES[one]
    return None


def _judge(text: str, figures: list[dict[Any, Any]]) -> list[dict[str, Any]]:
    """Judge the figures of one article in order, as the second of a pair leans on the first."""
    out: list[dict[str, Any]] = []
    for i, figure in enumerate(figures):
        since = figures[i - 1]["end"] if i else 0
        until = figures[i + 1]["start"] if i + 1 < len(figures) else len(text)
        before = RE_CLAUSE_END.split(text[since : figure["start"]])[-1]
        after = RE_CLAUSE_END.split(text[figure["end"] : until])[0]
        sentence = RE_SENTENCE_END.split(text[: figure["start"]])[-1]
        same = len(before) == figure["start"] - since and bool(out)
        found = _measure(figure["unit"], before, after)
        timing = _timing(before)
        if same and RE_TO.match(before):
            found, timing = (out[-1]["measure"], out[-1]["label"]), "now"
            if out[-1]["timing"] == "now":
                out[-1]["timing"] = "then"
        elif same and RE_PAIR.match(before):
            timing = out[-1]["timing"]
            if figure["unit"] in PERCENT and out[-1]["measure"] in ("rise", "fall"):
                found = out[-1]["measure"], None
        out.append(
            {
                **figure,
                "measure": found[0],
                "label": found[1],
                "timing": timing,
                "cumulative": _cumulative(sentence + figure["text"] + after),
            }
        )
    return out


def _measure(unit: str, before: str, after: str) -> tuple[str | None, str | None]:
    for measure, pattern in (("rise", RE_RISE), ("fall", RE_FALL), (None, RE_PART)):
        if pattern.search(before):
            return measure if unit in PERCENT else None, None
    for rule in RULES:
        if (
            unit in rule.units
            and (rule.before is None or rule.before.search(before))
            and (rule.after is None or rule.after.match(after))
        ):
            name = RE_RATE.search(before) if rule.measure == "rate" else None
            return rule.measure, name[1] if name else None
    return None, None


def _timing(before: str) -> str:
    if RE_THEN.search(before):
        return "then"
    return "planned" if RE_PLANNED.search(before) else "now"


def _cumulative(sentence: str) -> bool:
    return bool(RE_TOTAL.search(sentence)) and not RE_STRETCH.search(sentence)
