"""A ledger of land acquisition: what each article says of a project, and how fast it went."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from helpers.extraction.land_dates import counted_on, launches

#: The kinds of figures (`extraction.land`) that have a column of the ledger.
KINDS = ("households", "signed", "left", "newly_signed", "rate", "area", "days")
COLUMNS = ("project", "issue_id", "date", "as_of", "dated_by", "article_id", *KINDS, "computed")
PACE = ("project", "first", "last", "days", "households", "per_day", "basis", "issue_id")


def pick(figures: pd.DataFrame) -> float | None:
    """Choose what an article says of one kind: the exact before the hedged, then the largest.

    104余亩, 100亩 and 104.34亩 => 104.34. A number with more digits is taken to be the more exact.
    """
    if figures.empty:
        return None
    digits = figures["text"].str.replace(r"\D", "", regex=True).str.lstrip("0").str.rstrip("0")
    ranked = figures.assign(
        hedged=figures["approx"].notna(),
        fine=figures["text"].str.contains(".", regex=False),
        digits=digits.str.len().where(figures["unit"] == "亩", 0),
    ).sort_values(["hedged", "fine", "digits", "value"], ascending=[True, False, False, False])
    return float(ranked["value"].iloc[0])


def ledger(
    figures: pd.DataFrame, projects: pd.DataFrame, articles: pd.DataFrame, issues: pd.DataFrame
) -> pd.DataFrame:
    """Enter what each article says of its project => `COLUMNS`, by project and date.

    `as_of` is the day of the count as printed (截至…), else launch plus the days taken, else the
    day of the issue; `dated_by` says which. `computed` is signed / households, in per cent.

    Args:
        figures: What `extraction.land.land_figures` found in `articles`.
        projects: What `extraction.projects.find_projects` found; an article without a project
            is a project of its own, named by its id in brackets.
        articles: Articles on land: `article_id`, `issue_id`, `text`.
        issues: Frame with `issue_id` and `date`.
    """
    names = dict(zip(projects["article_id"], projects["project"], strict=True))
    launched = dict(launches(articles, issues).to_numpy().tolist())
    dates = dict(zip(issues["issue_id"], issues["date"], strict=True))
    rows = []
    for article in articles.to_dict("records"):
        own = figures[figures["article_id"] == article["article_id"]]
        row = {
            "project": names.get(article["article_id"], unnamed(article["article_id"])),
            "issue_id": article["issue_id"],
            "date": dates.get(article["issue_id"], pd.NaT),
            "article_id": article["article_id"],
            **{kind: pick(own[own["kind"] == kind]) for kind in KINDS},
        }
        row["computed"] = per_cent(row["signed"], row["households"])
        row |= _dated(row, own, article["text"], launched.get(article["article_id"]))
        rows.append(row)
    out = pd.DataFrame(rows, columns=list(COLUMNS))
    out = out.astype(dict.fromkeys((*KINDS, "computed"), "float64"))
    out = out.astype(dict.fromkeys(("project", "issue_id", "article_id"), "str"))
    out[["date", "as_of"]] = out[["date", "as_of"]].astype("datetime64[us]")
    return out.sort_values(["project", "as_of", "article_id"]).reset_index(drop=True)


def unnamed(article_id: str) -> str:
    """Return what stands for the project of an article that names none: '(p-2020-01-01-a01)'."""
    return f"({article_id})"


def is_named(projects: pd.Series[str]) -> pd.Series[bool]:
    """Say of each project whether the paper prints a name for it."""
    return ~projects.astype("str").str.startswith("(")


def per_cent(part: float | None, whole: float | None) -> float | None:
    """Return 100 * part / whole, or None where one is missing: 58, 142 => 40.8451.

    Four decimals are kept: to round twice would make 92.2535 first 92.25 and then 92.2.
    """
    return round(100 * part / whole, 4) if part is not None and whole else None


def _dated(
    row: Mapping[Any, Any], own: pd.DataFrame, text: str, launched: pd.Timestamp | None
) -> dict[str, Any]:
    """Find the day that the signed households were counted on."""
    if pd.isna(row["date"]):
        return {"as_of": pd.NaT, "dated_by": "unknown"}
    signed = own[(own["kind"] == "signed") & (own["field"] == "text")]
    for start in signed["start"]:
        if day := counted_on(text, int(start), row["date"].date()):
            return {"as_of": pd.Timestamp(day), "dated_by": "printed"}
    if launched is not None and row["days"]:
        day = pd.Timestamp(launched) + pd.Timedelta(days=row["days"])
        if day <= row["date"]:
            return {"as_of": day, "dated_by": "launch + days"}
    return {"as_of": row["date"], "dated_by": "issue"}


def course(book: pd.DataFrame, project: str) -> pd.DataFrame:
    """Take the counts of one project in long form => as_of, issue_id, kind, value.

    `kind` is households (the total as each article prints it) or signed; missing counts are left
    out.
    """
    own = book[book["project"] == project]
    out = own.melt(["as_of", "issue_id"], ["households", "signed"], "kind", "value")
    return out.dropna(subset=["value"]).reset_index(drop=True)


def changes(counts: pd.DataFrame, kind: str = "households") -> list[tuple[pd.Timestamp, float]]:
    """List when a count of `course` that should stay the same changed, and to what."""
    own = counts[(counts["kind"] == kind) & counts["as_of"].notna()].sort_values("as_of")
    moved = own[own["value"].diff().fillna(0.0) != 0]
    return list(zip(moved["as_of"], moved["value"], strict=True))


def followed(book: pd.DataFrame) -> pd.DataFrame:
    """Rank the projects by the issues they are in => project, n_issues, n_articles, first, last.

    Of equal ones, those with a name come first.
    """
    out = book.groupby("project").agg(
        n_issues=("issue_id", "nunique"),
        n_articles=("article_id", "nunique"),
        first=("date", "min"),
        last=("date", "max"),
    )
    out = out.reset_index().assign(named=lambda frame: is_named(frame["project"]))
    out = out.sort_values(["n_issues", "named", "project"], ascending=[False, False, True])
    return out.drop(columns="named").reset_index(drop=True)


def pace(book: pd.DataFrame, articles: pd.DataFrame, issues: pd.DataFrame) -> pd.DataFrame:
    """Compute households signed per day => `PACE`, in order of project and time.

    Between two counts of one project it is the households added over the days between. The first
    count of a project is set against its printed launch, with nobody signed then, or, where no
    launch is printed, against the days that the article itself states.

    Args:
        book: What `ledger` returned.
        articles: The articles that it was given.
        issues: Frame with `issue_id` and `date`.
    """
    starts = launches(articles, issues).merge(book[["article_id", "project"]], on="article_id")
    launched = starts.groupby("project")["launched"].min().to_dict()
    rows: list[dict[str, Any]] = []
    known = book.dropna(subset=["signed"])
    for name, counts in known.groupby("project", sort=True):
        before: Mapping[Any, Any] | None = None
        for row in counts.to_dict("records"):
            rows += _steps(row, before, launched.get(name))
            before = row
    out = pd.DataFrame(rows, columns=list(PACE))
    out[["first", "last"]] = out[["first", "last"]].astype("datetime64[us]")
    return out.astype({"days": "float64", "households": "float64", "per_day": "float64"})


def _steps(
    row: Mapping[Any, Any], before: Mapping[Any, Any] | None, launched: pd.Timestamp | None
) -> list[dict[str, Any]]:
    """Return the step from the count before, or from the launch, to this count."""
    start, signed, basis = launched, 0.0, "launch"
    if before is not None:
        start, signed, basis = before["as_of"], before["signed"], "counts"
    known = start is not None and not pd.isna(start) and not pd.isna(row["as_of"])
    days = float((row["as_of"] - start).days) if known else 0.0
    if before is None and not known and row["days"] > 0:
        days, basis = row["days"], "stated"
    if days <= 0:
        return []
    added = row["signed"] - signed
    values = (row["project"], start, row["as_of"], days, added, round(added / days, 3), basis)
    return [dict(zip(PACE, (*values, row["issue_id"]), strict=True))]
