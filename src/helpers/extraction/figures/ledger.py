"""A ledger of figures: what each of them says, of which programme, at which place, as of when."""

from __future__ import annotations

import calendar
import re
from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Iterator
from typing import Any, NamedTuple

import pandas as pd

COLUMNS = (
    "article_id",
    "date",
    "programme",
    "place",
    "of",
    "value",
    "unit",
    "low",
    "high",
    "approx",
    "status",
    "start",
    "end",
)
#: Kinds of figures that are entries of a ledger; dates and periods say when, ordinals which one.
ENTRIES = ("count", "percent", "area", "money", "duration", "other")
TIMES = ("date", "period")
RE_SENTENCE = re.compile(r"[。！？；\n]")
RE_QUARTER = re.compile(r"(?P<year>\d{4})-Q(?P<quarter>[1-4])")
#: Levels above the county.
WIDE = ("国", "省", "市")


class _Mention(NamedTuple):
    start: int
    end: int
    name: str
    #: Whether what follows in later sentences is still about it.
    lasts: bool = True


def ledger(
    figures: pd.DataFrame,
    articles: pd.DataFrame,
    *,
    programmes: pd.DataFrame | None = None,
    places: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Make a ledger of the figures of a corpus, in the order of the corpus.

    A figure belongs to the programme, and to the place, that is named nearest before it in its
    sentence, else nearest behind it in its sentence, else nearest before it in the article.

    Args:
        figures: Frame with `article_id`, `start`, `end`, `kind`, `value`, `low`, `high`, `unit`,
            `approx`, `of`, `status`, and `first`, `last` of dates; with a column `field` only
            the figures of `text` are entered.
        articles: Frame with `article_id`, `text` and `date` (that of the issue).
        programmes: Frame with `article_id`, `start`, `end`, `name`: where programmes are named.
        places: The same for places, if known with `level`. The country, a province or a city is
            the place of its own sentence only: a county paper goes back to the county.

    Returns:
        One row for each figure that is no date, period or ordinal, with the columns of `COLUMNS`.
        `date` (datetime64) is the last day of the date or period that the sentence prints before
        the figure (截至12月20日，…), else that of the issue; `programme` and `place` are None
        where none is named.
    """
    if "field" in figures:
        figures = figures[figures["field"] == "text"]
    named = [_mentions(programmes), _mentions(places)]
    texts = {row["article_id"]: row for row in articles.to_dict("records")}
    rows: list[dict[str, Any]] = []
    for article_id, group in figures.groupby("article_id", sort=False):
        article = texts.get(article_id)
        if article is not None:
            mentions = [of.get(article_id, []) for of in named]
            rows.extend(_entries(group.to_dict("records"), article, *mentions))
    frame = pd.DataFrame(rows, columns=list(COLUMNS))
    numbers = dict.fromkeys(("value", "low", "high"), "float64")
    return frame.astype(numbers | {"start": "int64", "end": "int64", "date": "datetime64[us]"})


def _entries(
    figures: list[dict[Hashable, Any]],
    article: dict[Hashable, Any],
    programmes: list[_Mention],
    places: list[_Mention],
) -> Iterator[dict[str, Any]]:
    """Yield the entries of one article."""
    text = article["text"]
    ends = [found.end() for found in RE_SENTENCE.finditer(text)]
    times = sorted(
        (figure for figure in figures if figure["kind"] in TIMES), key=lambda time: time["start"]
    )
    starts = [int(time["start"]) for time in times]
    for figure in figures:
        if figure["kind"] not in ENTRIES:
            continue
        start, end = int(figure["start"]), int(figure["end"])
        at = bisect_right(ends, start)
        left = ends[at - 1] if at else 0
        right = ends[at] if at < len(ends) else len(text)
        before = bisect_left(starts, start) - 1
        time = times[before] if before >= 0 and starts[before] >= left else None
        yield {
            "article_id": figure["article_id"],
            "date": _as_of(time, article.get("date")),
            "programme": _nearest(programmes, start, left, right),
            "place": _nearest(places, start, left, right),
            "start": start,
            "end": end,
        } | {name: figure.get(name) for name in COLUMNS[4:11]}


def _mentions(frame: pd.DataFrame | None) -> dict[object, list[_Mention]]:
    """Sort the mentions of each article by where they stand."""
    if frame is None:
        return {}
    out: dict[object, list[_Mention]] = {}
    lasting = ~frame["level"].isin(WIDE) if "level" in frame else [True] * len(frame)
    columns = (frame["article_id"], frame["start"], frame["end"], frame["name"], lasting)
    for article_id, start, end, name, lasts in zip(*columns, strict=True):
        mention = _Mention(int(start), int(end), str(name), bool(lasts))
        out.setdefault(article_id, []).append(mention)
    for mentions in out.values():
        mentions.sort()
    return out


def _nearest(mentions: list[_Mention], start: int, left: int, right: int) -> str | None:
    """Return the name nearest before `start` in its sentence, behind it there, before it at all."""
    at = bisect_left(mentions, (start,))
    before = mentions[at - 1] if at else None
    if before is not None and before.start >= left:
        return before.name
    if at < len(mentions) and mentions[at].start < right:
        return mentions[at].name
    return next((mention.name for mention in reversed(mentions[:at]) if mention.lasts), None)


def _as_of(time: dict[Hashable, Any] | None, issued: object) -> object:
    """Return the last day of a date or period; the day of the issue where it has no end."""
    if time is None or not isinstance(time.get("last"), str):
        return issued
    return last_day(time["last"]) or issued


def last_day(printed: str) -> pd.Timestamp | None:
    """Return the last day of a date as exact as it is printed: "2020-11" => 30 November 2020."""
    quarter = RE_QUARTER.fullmatch(printed)
    if quarter is not None:
        year, month, day = int(quarter["year"]), int(quarter["quarter"]) * 3, 0
    else:
        parts = [int(part) for part in printed.split("-")]
        year, month, day = (*parts, 0, 0)[:3]
    month = month or 12
    try:
        return pd.Timestamp(year, month, day or calendar.monthrange(year, month)[1])
    except ValueError:
        return None
