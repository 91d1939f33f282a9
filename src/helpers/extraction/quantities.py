"""Measured figures in running text: a number in digits, its unit, and how it is hedged.

Only figures printed in Arabic digits with a unit are read; dates and ordinals are left out. What
is printed in Chinese numerals (三个工作组) is not found, so a count of figures is a floor.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import pandas as pd

from helpers.extraction.printed import on_plain_reading

COLUMNS = ("article_id", "start", "end", "text", "value", "low", "high", "unit", "approx")

#: Units of counting and measuring, longest first; 年 月 日 are left out, as they make dates.
UNITS = (
    "平方公里|平方千米|立方米|平方米|工作日|个百分点|小时|分钟|个月|公里|千米|公顷|公斤|千克|毫米|厘米|摄氏度"
    "|人次|批次|户次|%|％|‰|户|亩|米|吨|斤|升|元|天|周|秒|个|名|人|位|件|起|家|棵|株|栋|幢|套|条|处|次|场|辆|台|支|项|张"
    "|所|座|层|间|只|头|部|盏|块|桶|本|份|篇|根|艘|口|对|组|例|宗|笔|趟|段|眼|册|封|节|岁|倍|成|级|类|种|面|把|门|圈"
)
NUMBER = r"\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
#: 近97%, 104余亩, 3至4亩, 100多万株, 3.2万余元, 91%以上, 1.2万名; not 2020年, 12月29日, 第3次.
RE_QUANTITY = re.compile(
    # 约 is a hedge, but not in 签约, 预约, 合约, 节约.
    r"(?<![第\d.A-Za-z])"
    r"(?:(?P<before>近|大约|(?<![签预制节合租履续解条公])约|超过|超|逾|至少|不少于|不足) ?)?"
    rf"(?P<low>{NUMBER})\s?(?P<mid>余|多|几|来)?(?:\s?(?:至|到|—|-|~|～)\s?(?P<high>{NUMBER}))?"
    rf"(?P<scale>[万亿千百]?)(?P<mid2>余|多|来)?\s?(?P<unit>{UNITS})(?P<after>左右|以上|以下|上下|多)?"
)
SCALES = {"": 1.0, "百": 1e2, "千": 1e3, "万": 1e4, "亿": 1e8}
HEDGES = {
    "近": "almost",
    "不足": "under",
    "以下": "under",
    "约": "about",
    "大约": "about",
    "左右": "about",
    "上下": "about",
}


def find_quantities(text: str) -> list[dict[str, Any]]:
    """Find the measured figures of a text, in order.

    '签约率近97%，征地104.34亩' => 97 % (almost), 104.34 亩. `start` and `end` index `text`;
    `value` is the number with 万 and 亿 multiplied out, of a range the middle; `low` and `high`
    are its ends.
    """
    return [_figure(match) for match in RE_QUANTITY.finditer(text)]


def _figure(match: re.Match[str]) -> dict[str, Any]:
    scale = SCALES[match["scale"]]
    low = _number(match["low"]) * scale
    high = _number(match["high"]) * scale if match["high"] else low
    hedge = match["before"] or match["after"] or match["mid"] or match["mid2"]
    return {
        "start": match.start(),
        "end": match.end(),
        "text": match[0],
        "value": round((low + high) / 2, 6),
        "low": round(low, 6),
        "high": round(high, 6),
        "unit": match["unit"].replace("％", "%"),
        "approx": HEDGES.get(hedge, "over") if hedge else None,
    }


def _number(text: str) -> float:
    return float(text.replace(",", "").replace("，", ""))


@on_plain_reading
def quantities(articles: pd.DataFrame) -> pd.DataFrame:
    """Find the measured figures of every article; `start` and `end` are offsets into its text.

    Args:
        articles: Frame with `article_id` and `text`.

    Returns:
        One row for each figure, with the columns of `COLUMNS`.
    """
    rows: Iterable[dict[str, Any]] = (
        {"article_id": article_id, **figure}
        for article_id, text in zip(articles["article_id"], articles["text"], strict=True)
        for figure in find_quantities(text)
    )
    frame = pd.DataFrame(list(rows), columns=list(COLUMNS))
    return frame.astype({"value": "float64", "low": "float64", "high": "float64"})


@on_plain_reading
def quantities_near(
    figures: pd.DataFrame, articles: pd.DataFrame, pattern: str, *, unit: str, reach: int = 12
) -> pd.DataFrame:
    """Keep the figures of one unit with a word within `reach` characters, in the same sentence.

    Args:
        figures: What `quantities` gave.
        articles: The articles it was given.
        pattern: Regular expression that must match near the figure: '签约|签订'.
        unit: The unit wanted: '户'.
        reach: How many characters to either side are looked at.
    """
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    wanted = figures[figures["unit"] == unit]
    spans = zip(wanted["article_id"], wanted["start"], wanted["end"], strict=True)
    near = [
        re.search(pattern, _window(texts[article_id], start, end, reach)) is not None
        for article_id, start, end in spans
    ]
    return wanted[near].reset_index(drop=True)


def _window(text: str, start: int, end: int, reach: int) -> str:
    """Cut the characters around a figure that stand in its own clause or the one beside it."""
    left = re.split(r"[。！？\n；]", text[max(0, start - reach) : start])[-1]
    right = re.split(r"[。！？\n；]", text[end : end + reach])[0]
    return left + text[start:end] + right
