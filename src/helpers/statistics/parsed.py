"""How sure the parse is: column breaks mended, printed dates checked, articles that lack a part."""

from __future__ import annotations

import pandas as pd

from helpers.parsing.calendar import WEEKDAYS, lunar_of
from helpers.statistics.shares import wilson

#: The parts that a complete article has.
PARTS = ("headline", "byline", "text")
_TENS = ("初", "十", "廿", "三")
_DIGITS = ("十", "一", "二", "三", "四", "五", "六", "七", "八", "九")


def spaced(issues: pd.DataFrame, *, most: int = 24) -> list[str]:
    """Choose at most `most` issues, evenly spaced in order of date, the first and last among them.

    A picture of a thousand columns shows nothing; the tables beside it hold every issue.
    """
    ids = [str(i) for i in issues.sort_values(["date", "issue_id"])["issue_id"]]
    if len(ids) <= most:
        return ids
    return [ids[round(i * (len(ids) - 1) / (most - 1))] for i in range(most)]


def column_breaks(
    paragraphs: pd.DataFrame, articles: pd.DataFrame, lines: pd.DataFrame, issues: pd.DataFrame
) -> pd.DataFrame:
    """Count the paragraphs put together from several raw lines, in each issue.

    Returns:
        issue_id, date, n_paragraphs, mended (paragraphs of more than one line), breaks (joins
        made), jumped (mended paragraphs with other print between their lines), share (mended of
        all, 0 to 1) with its Wilson interval low, high.
    """
    order = lines.sort_values(["issue_id", "line"])
    rank = order.groupby("issue_id").cumcount()
    keys = zip(order["issue_id"], order["line"], strict=True)
    place = dict(zip(keys, rank, strict=True))
    frame = paragraphs.merge(articles[["article_id", "issue_id"]], on="article_id")
    numbers = [[int(n) for n in str(text).split()] for text in frame["lines"]]
    frame["size"] = [len(n) for n in numbers]
    frame["reach"] = [
        place[issue, n[-1]] - place[issue, n[0]] + 1
        for issue, n in zip(frame["issue_id"], numbers, strict=True)
    ]
    frame["mended"] = frame["size"] > 1
    frame["jumped"] = frame["reach"] > frame["size"]
    frame["breaks"] = frame["size"] - 1
    columns = {"n_paragraphs": "size", "mended": "sum", "breaks": "sum", "jumped": "sum"}
    frame["n_paragraphs"] = 1
    counts = frame.groupby("issue_id")[list(columns)].sum()
    out = issues[["issue_id", "date"]].merge(counts.reset_index(), on="issue_id", how="left")
    out[list(columns)] = out[list(columns)].fillna(0).astype("int64")
    out["share"] = (out["mended"] / out["n_paragraphs"].clip(lower=1)).astype("float64").round(4)
    pairs = zip(out["mended"], out["n_paragraphs"], strict=True)
    bounds = [wilson(int(mended), int(whole)) for mended, whole in pairs]
    out["low"], out["high"] = [b[0] for b in bounds], [b[1] for b in bounds]
    return out.sort_values(["date", "issue_id"]).reset_index(drop=True)


def lunar_name(day: pd.Timestamp) -> str:
    """Write the lunar date of a day as newspapers do: 2020-12-30 => '庚子年十一月十六'."""
    year, month, number = lunar_of(day.date())
    size = abs(month)
    name = "正" if size == 1 else ("十" + _DIGITS[size - 10] if size > 10 else _DIGITS[size % 10])
    tens, units = divmod(number, 10)
    if number in (10, 20, 30):
        written = {10: "初十", 20: "二十", 30: "三十"}[number]
    else:
        written = _TENS[tens] + _DIGITS[units]
    return f"{year}年{'闰' if month < 0 else ''}{name}月{written}"


def masthead_checks(issues: pd.DataFrame) -> pd.DataFrame:
    """Set the printed weekday and lunar date beside the computed ones, issue by issue.

    Returns:
        issue_id, date, weekday, weekday_computed, weekday_verdict, lunar_date, lunar_computed,
        lunar_verdict; a verdict is 'agrees', 'differs' or 'cannot be checked'.
    """
    out = issues.sort_values(["date", "issue_id"]).reset_index(drop=True)
    days = [None if pd.isna(day) else pd.Timestamp(day) for day in out["date"]]
    out["weekday_computed"] = ["" if d is None else "星期" + WEEKDAYS[d.weekday()] for d in days]
    out["lunar_computed"] = ["" if d is None else lunar_name(d) for d in days]
    words = {True: "agrees", False: "differs"}
    for name in ("weekday", "lunar"):
        out[f"{name}_verdict"] = out[f"{name}_ok"].map(words).fillna("cannot be checked")
    out[["weekday", "lunar_date"]] = out[["weekday", "lunar_date"]].fillna("")
    first = ["issue_id", "date", "weekday", "weekday_computed", "weekday_verdict"]
    return out[[*first, "lunar_date", "lunar_computed", "lunar_verdict"]]


def incomplete(articles: pd.DataFrame) -> pd.DataFrame:
    """List the articles that lack a headline, a byline or text, in their order.

    Returns:
        article_id, kind, lacks (the PARTS missing, separated by a space), line_first, line_last.
    """
    empty = {part: articles[part].fillna("").str.strip() == "" for part in PARTS}
    frame = pd.DataFrame(empty, index=articles.index)
    lacks = [" ".join(p for p in PARTS if row[p]) for row in frame.to_dict("records")]
    out = articles.assign(lacks=pd.Series(lacks, index=articles.index, dtype="str"))
    out = out[out["lacks"] != ""].sort_values("article_id")
    return out[["article_id", "kind", "lacks", "line_first", "line_last"]].reset_index(drop=True)


def least_sure(articles: pd.DataFrame, *, most: int = 15) -> pd.DataFrame:
    """Rank articles by the parser's confidence, lowest first, then by id.

    Returns:
        article_id, kind, confidence (0 to 1), n_paragraphs, n_characters, line_first, line_last.
    """
    columns = ["article_id", "kind", "confidence", "n_paragraphs", "n_characters"]
    out = articles.sort_values(["confidence", "article_id"]).head(most)
    return out[[*columns, "line_first", "line_last"]].reset_index(drop=True)
