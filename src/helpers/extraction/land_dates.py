"""Dates of land acquisition: when it was launched, and the day that a count was taken."""

from __future__ import annotations

import re
from datetime import date

import pandas as pd

from helpers.extraction.printed import on_plain_reading

#: 截至9月22日, 截至去年12月底 is not read: the day must be printed.
RE_AS_OF = re.compile(r"截至(?P<year>去年|今年|\d{4}年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})日")
#: 6月12日起征地正式启动, 去年6月12日启动征地; not a meeting of 6月8日 in another sentence.
RE_LAUNCH = re.compile(
    r"(?P<year>去年|今年|\d{4}年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})日[^。！？；\n\d]{0,14}启动"
)


def resolve(found: re.Match[str], issued: date) -> date | None:
    """Give a printed day its year: 去年6月12日 in an issue of 2021 => 2020-06-12.

    A day without a year is the last such day up to the issue: 12月12日 printed in January lies in
    the year before. None if there is no such day.
    """
    printed = found["year"] or ""
    year = int(printed[:4]) if printed[:4].isdigit() else issued.year - (printed == "去年")
    try:
        day = date(year, int(found["month"]), int(found["day"]))
        if not printed and day > issued:
            day = day.replace(year=year - 1)
    except ValueError:
        return None
    return day


def counted_on(text: str, start: int, issued: date) -> date | None:
    """Return the day that the figure at `start` was counted on: 截至9月22日，…58户签约 => the day.

    Only the figure's own sentence is read, and in it only what stands before the figure.
    """
    sentence = re.split(r"[。！？\n]", text[:start])[-1]
    found = list(RE_AS_OF.finditer(sentence))
    return resolve(found[-1], issued) if found else None


def launched_on(text: str, issued: date) -> date | None:
    """Return the day of the launch that an article prints; the first of several."""
    found = RE_LAUNCH.search(text)
    return resolve(found, issued) if found else None


@on_plain_reading
def launches(articles: pd.DataFrame, issues: pd.DataFrame) -> pd.DataFrame:
    """Find the launch printed in each article => article_id, launched; undated issues have none.

    Args:
        articles: Frame with `article_id`, `issue_id` and `text`.
        issues: Frame with `issue_id` and `date`.
    """
    dated = articles.merge(issues[["issue_id", "date"]], on="issue_id").dropna(subset=["date"])
    days = [
        launched_on(text, issued.date())
        for text, issued in zip(dated["text"], dated["date"], strict=True)
    ]
    launched = pd.Series(days, index=dated.index, dtype="datetime64[us]")
    out = pd.DataFrame({"article_id": dated["article_id"], "launched": launched})
    return out.dropna().reset_index(drop=True)
