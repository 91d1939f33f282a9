"""Offices and who holds them: one after another, or two at once."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pandas as pd

from helpers.extraction.people.units import RE_BODY, unit_of
from helpers.statistics.reach import in_order, issue_labels

#: Offices that one person holds at a time, by their last word.
RE_SOLE = re.compile(
    r"(?:书记|主任|董事长|总经理|理事长|秘书长|主席|总编辑|行长|台长"
    r"|[县区市州旗省镇乡局院校所站社厂会部馆处科队]长)$"
)
#: Deputies, former holders and members: of these there may be several.
RE_SEVERAL = re.compile(
    r"副|助理|原|前任|代理?(?=书记|主任|.长)|第[二三]|班长|组长|车间|党员|委员$"
)
#: An office that a county has once: it needs no unit.
RE_OF_COUNTY = re.compile(r"[县区市旗州省](?:委|长|人大|政协|纪委|政府)")
#: The level in a title that names no unit: 村党支部书记 => 党支部书记.
RE_LEVEL = re.compile(r"^(?:村|社区|小区|镇|乡|街道)(?=..)")
TENURES = ("office", "person", "first", "last", "n_articles", "reading")
SPAN = ("article_id", "start", "end")


def tenures(people: pd.DataFrame, articles: pd.DataFrame, issues: pd.DataFrame) -> pd.DataFrame:
    """List the offices that more than one person is named in => the columns `TENURES` and `SPAN`.

    Only offices that one person holds at a time count (书记, 局长; not 副书记, 村民), and only
    where the unit is known: a 村党支部书记 whose village is nowhere named is left out.

    Args:
        people: The table `people`.
        articles: Frame with `article_id` and `issue_id`.
        issues: Frame with `issue_id` and `date`.

    Returns:
        One row for each holder, offices by name, holders in order of appearance. `first` and
        `last` are labels of issues; `reading` is 'succession' where each is first printed after
        the one before was printed last, otherwise 'at_once'; the span is the first mention's.
    """
    ordered = in_order(issues)
    rank = {issue: place for place, issue in enumerate(ordered["issue_id"])}
    named = people[people["person"].notna() & people["title"].notna()]
    placed = named.merge(articles[["article_id", "issue_id"]], on="article_id")
    placed = placed.assign(
        rank=placed["issue_id"].map(rank),
        office=pd.Series(list(_offices(placed)), index=placed.index, dtype=object),
    )
    held = placed.explode("office").dropna(subset=["office"])
    held = held.sort_values(["office", "rank", *SPAN], kind="stable")
    out = held.groupby(["office", "person"], sort=False, as_index=False).agg(
        first=("rank", "min"),
        last=("rank", "max"),
        n_articles=("article_id", "nunique"),
        article_id=("article_id", "first"),
        start=("start", "first"),
        end=("end", "first"),
    )
    out = out[out.groupby("office")["person"].transform("size") > 1]
    out = out.sort_values(["office", "first", "last", "person"], ignore_index=True)
    readings = {office: _reading(group) for office, group in out.groupby("office")}
    labels = issue_labels(ordered)
    return out.assign(
        reading=out["office"].map(readings).astype("str"),
        first=[str(labels.iloc[int(place)]) for place in out["first"]],
        last=[str(labels.iloc[int(place)]) for place in out["last"]],
    )[[*TENURES, *SPAN]]


def _offices(people: pd.DataFrame) -> Iterator[list[str]]:
    """Name the offices of each row: 书记 of 甲镇东村党支部 => 东村党支部书记."""
    columns = ("person", "title", "organisation", "place")
    rows = list(zip(*(people[column] for column in columns), strict=True))
    known: dict[str, set[str]] = {}
    for person, _, organisation, place in rows:
        if unit := unit_of(organisation, place):
            known.setdefault(person, set()).add(unit)
    for person, title, organisation, place in rows:
        parts = [p for p in title.split("、") if RE_SOLE.search(p) and not RE_SEVERAL.search(p)]
        own = unit_of(organisation, None)
        if own:
            whole = organisation[organisation.rfind(own) :]
            yield [(own if RE_BODY.match(p) else whole) + p for p in parts]
            continue
        elsewhere = known.get(person, set())
        unit = unit_of(None, place) or (min(elsewhere) if len(elsewhere) == 1 else None)
        yield [
            p if RE_OF_COUNTY.match(p) else f"{unit}{RE_LEVEL.sub('', p)}"
            for p in parts
            if unit or RE_OF_COUNTY.match(p)
        ]


def _reading(holders: pd.DataFrame) -> str:
    """Say whether the holders of one office follow each other."""
    later = holders["first"].iloc[1:].to_numpy() > holders["last"].cummax().iloc[:-1].to_numpy()
    return "succession" if later.all() else "at_once"
