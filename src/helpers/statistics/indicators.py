"""What a paper reports again and again: one thing, counted at several dates."""

from __future__ import annotations

import re
from itertools import pairwise

import pandas as pd

from helpers.extraction.figures.ledger import ledger
from helpers.statistics.printed import with_lines

#: Words before what is counted that do not change what it is: 累计办结, 已办结, 平台办结.
RE_BEFORE = re.compile(
    r"^(?:其中|目前|现在|累计|总共|一共|共计|共有|合计|全年|已经|已|共|的|了|有)+"
)
RE_AFTER = re.compile(r"(?:达到|达|为|的|了|共|已)+$")
#: What is counted must have two Chinese characters at least to be told from chance.
RE_THING = re.compile(r"[\u4e00-\u9fff]{2}")
#: Which status says most, in a choice of few.
_STATES = ("plan", "started", "done", "")
SERIES = ("subject", "of", "unit", "date", "value", "article_id", "start", "end")


def entries(
    quantities: pd.DataFrame,
    articles: pd.DataFrame,
    issues: pd.DataFrame,
    *,
    initiatives: pd.DataFrame | None = None,
    places: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Enter every figure in the ledger => its columns, `issue_id`, `text` and `subject`.

    `subject` is the programme, or where none is named the place, that a figure belongs to.

    Args:
        quantities: The table `quantities`.
        articles: The table `articles`.
        issues: The table `issues`.
        initiatives: The table `initiatives`; may be empty.
        places: The table `places`; may be empty.
    """
    dated = articles.merge(issues[["issue_id", "date"]], on="issue_id", how="left")
    ends = quantities["iso"].astype("object").where(quantities["iso"].notna(), "")
    parts = [str(iso).partition("/") for iso in ends]
    first = [a or None for a, _, _ in parts]
    last = [(b if b != ".." else None) if slash else (a or None) for a, slash, b in parts]
    figures = quantities.assign(
        first=pd.Series(first, index=quantities.index, dtype="object"),
        last=pd.Series(last, index=quantities.index, dtype="object"),
    )
    named = places.rename(columns={"canonical": "name"}) if places is not None else None
    book = ledger(figures, dated, programmes=initiatives, places=named)
    texts = quantities[["article_id", "start", "text", "kind"]]
    book = book.merge(texts, on=["article_id", "start"], how="left")
    book = book.merge(articles[["article_id", "issue_id"]], on="article_id", how="left")
    for column in ("programme", "place", "status"):
        book[column] = book[column].astype("object").where(book[column].notna(), "")
    book["subject"] = book["programme"].where(book["programme"] != "", book["place"])
    things = [thing(of) for of in book["of"]]
    # 下石村56户 counts households, not the village.
    told = ["" if of == place else of for of, place in zip(things, book["place"], strict=True)]
    book["of"] = pd.Series(told, index=book.index, dtype="object")
    return book


def thing(of: object) -> str:
    """Return what is counted without the words around it: '累计办结' => '办结'; '' for nothing."""
    if not isinstance(of, str):
        return ""
    return RE_AFTER.sub("", RE_BEFORE.sub("", of))


def repeated(book: pd.DataFrame, *, least: int = 2) -> pd.DataFrame:
    """Return what is reported of one subject at several dates => `SERIES`, issue_id, text, status.

    One row for each subject, thing counted, unit and date: the largest figure of the day. Plans
    are left out, as what is planned is not reported, and so is what another scale counts.

    Args:
        book: What `entries` gave.
        least: How many dates an indicator must have.
    """
    told = book[(book["status"] != "plan") & (book["subject"] != "") & book["date"].notna()]
    told = told[_is_told(told["of"])].dropna(subset=["value", "unit"])
    keys = ["subject", "of", "unit"]
    told = told.sort_values([*keys, "date", "value", "article_id", "start"])
    told = told.drop_duplicates([*keys, "date"], keep="last")
    told = told[_at_scale(told, keys)]
    dates = told.groupby(keys)["date"].transform("nunique")
    kept = told[dates >= least]
    return kept[[*SERIES, "issue_id", "text", "kind", "status"]].reset_index(drop=True)


def _is_told(things: pd.Series[str]) -> pd.Series[bool]:
    """Say of each whether it tells what is counted."""
    told = [bool(RE_THING.search(of)) for of in things]
    return pd.Series(told, index=things.index, dtype="bool")


def _at_scale(told: pd.DataFrame, keys: list[str]) -> pd.Series[bool]:
    """Leave out what another place counts, below a tenth of what was counted before.

    A campaign's articles tell of the county's 5,210 members, and then of the 48 of one village.
    """
    kept = []
    most: dict[tuple[str, ...], tuple[float, str]] = {}
    rows = zip(*(told[key] for key in keys), told["value"], told["place"], strict=True)
    for *key, value, place in rows:
        before, there = most.get(tuple(key), (value, place))
        kept.append(place == there or value >= 0.1 * before)
        if value >= before:
            most[tuple(key)] = (value, place)
    return pd.Series(kept, index=told.index, dtype="bool")


def courses(series: pd.DataFrame) -> pd.DataFrame:
    """Sum up each indicator => subject, of, unit, kind, n, first, last, start, end, course, falls.

    `first` and `last` are days, `start` and `end` the values then; `course` lists the values as
    printed; `falls` counts how often the next value is smaller. Most dates first.
    """
    rows = []
    for (subject, of, unit), group in series.groupby(["subject", "of", "unit"], sort=True):
        values = group["value"].to_list()
        rows.append(
            {
                "subject": subject,
                "of": of,
                "unit": unit,
                "kind": group["kind"].iloc[0],
                "n": len(group),
                "first": group["date"].iloc[0],
                "last": group["date"].iloc[-1],
                "start": values[0],
                "end": values[-1],
                "course": " → ".join(group["text"]),
                "falls": sum(b < a for a, b in pairwise(values)),
            }
        )
    columns = ["subject", "of", "unit", "kind", "n", "first", "last", "start", "end", "course"]
    out = pd.DataFrame(rows, columns=[*columns, "falls"])
    return out.sort_values(
        ["n", "subject", "of", "unit"], ascending=[False, True, True, True]
    ).reset_index(drop=True)


def two_ends(told: pd.DataFrame, *, unit: str, names: tuple[str, str]) -> pd.DataFrame:
    """Set the first and the last value of each indicator in rows => name, when, date, value.

    Args:
        told: What `courses` gave.
        unit: The unit; values of one unit can share an axis.
        names: How the first and the last date are called; `when` keeps this order.
    """
    mine = told[told["unit"] == unit]
    labels = [
        f"{subject} {of} ({first:%Y/%m}-{last:%Y/%m})"
        for subject, of, first, last in zip(
            mine["subject"], mine["of"], mine["first"], mine["last"], strict=True
        )
    ]
    ends = zip(("first", "last"), ("start", "end"), names, strict=True)
    parts = [
        pd.DataFrame(
            {"name": labels, "when": name, "date": list(mine[day]), "value": list(mine[v])}
        )
        for day, v, name in ends
    ]
    out = pd.concat(parts, ignore_index=True)
    return out.assign(when=pd.Categorical(out["when"], list(names), ordered=True))


def lower(ends: pd.DataFrame) -> list[str]:
    """Return the names whose last value is below the first, of what `two_ends` gave."""
    values = ends.groupby("name")["value"].agg(list)
    return sorted(str(name) for name, pair in values.items() if pair[-1] < pair[0])


def common_units(told: pd.DataFrame) -> list[str]:
    """Return the units of the indicators, those reported most often first, then by name."""
    counts = told.groupby("unit")["n"].sum()
    return sorted(counts.index, key=lambda unit: (-int(counts[unit]), str(unit)))


def leading(
    book: pd.DataFrame, told: pd.DataFrame, *, most: int = 4, each: int = 8
) -> pd.DataFrame:
    """Choose entries for a table in print: of the subjects followed longest, what tells most.

    Indicators reported at several dates come first and leave room for two further figures: plans
    and beginnings before what is done, and that before what has no status.

    Args:
        book: What `entries` gave.
        told: What `courses` gave of it.
        most: How many subjects.
        each: How many entries of each.
    """
    known = book[book["programme"] != ""] if (book["programme"] != "").any() else book
    known = known[known["subject"] != ""]
    known = known[_is_told(known["of"])]
    known = known[known["kind"] != "duration"]
    days = known.groupby("subject")["issue_id"].nunique()
    times = told.groupby("subject")["n"].sum().reindex(days.index, fill_value=0)
    sizes = known["subject"].value_counts()
    ranks = [(-int(times[name]), -int(days[name]), -int(sizes[name]), name) for name in days.index]
    subjects = [rank[-1] for rank in sorted(ranks)]
    subjects = subjects[:most]
    keys = zip(told["subject"], told["of"], told["unit"], strict=True)
    again = {key: number for number, key in enumerate(keys)}
    known = known[known["subject"].isin(subjects)]
    keys = zip(known["subject"], known["of"], known["unit"], strict=True)
    known = known.assign(
        again=[again.get(key, len(again)) for key in keys],
        untold=[_STATES.index(status) for status in known["status"]],
        order=[subjects.index(name) for name in known["subject"]],
    )
    known = known.drop_duplicates(["subject", "of", "unit", "date", "value"])
    by_course = known[known["again"] < len(again)].sort_values(["order", "again", "date"])
    first = by_course.groupby("subject", sort=False).head(each - 2)
    rest = known.drop(first.index).sort_values(["order", "untold", "date", "start"])
    room = each - rest["subject"].map(first["subject"].value_counts()).fillna(0)
    chosen = pd.concat([first, rest[rest.groupby("subject").cumcount() < room]])
    return (
        chosen.sort_values(["order", "date", "article_id", "start"])
        .drop(columns=["again", "untold", "order"])
        .reset_index(drop=True)
    )


def as_printed(
    book: pd.DataFrame, paragraphs: pd.DataFrame, lines: pd.DataFrame, articles: pd.DataFrame
) -> pd.DataFrame:
    """Add the line that prints each entry, and put them in order => the rows with `line`."""
    placed = with_lines(book, paragraphs, lines, articles)
    return placed.sort_values(["subject", "date", "issue_id", "line", "start"]).reset_index(
        drop=True
    )
