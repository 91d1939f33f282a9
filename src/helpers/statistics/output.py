"""What a corpus holds and what it lacks: issues along their numbers, kinds, lengths of articles."""

from __future__ import annotations

import pandas as pd

from helpers.statistics.series import numbering

#: Lower edges of the classes of length, in characters; the last class has no upper one.
EDGES = (0, 200, 400, 600, 800, 1000)
#: What an issue without a date is put under.
UNDATED = "undated"


def gaps(issues: pd.DataFrame) -> pd.DataFrame:
    """List the holes in the numbering => after, before, date, first, last, n_missing, days.

    Returns:
        One row for each hole: the issues around it, the date of the later one, the first and last
        number that is missing, how many are, and the days between the two issues.
    """
    frame = numbering(issues)
    frame["after"] = frame["issue_id"].shift()
    frame["first"] = frame["issue_number"].shift() + 1
    frame["last"] = frame["issue_number"] - 1
    out = frame[frame["missing"].fillna(0) > 0].rename(
        columns={"issue_id": "before", "missing": "n_missing"}
    )
    columns = ["after", "before", "date", "first", "last", "n_missing", "days"]
    return out[columns].reset_index(drop=True)


def held_and_numbered(issues: pd.DataFrame) -> pd.DataFrame:
    """Count along the dates what was numbered and what is held => issue_id, date, numbered, held.

    `numbered` is the number of issues that the numbering has passed since the first one held, that
    one included; `held` how many of them the corpus has. What lies between the two is missing.
    Undated and unnumbered issues are left out.
    """
    out = numbering(issues)[["issue_id", "date", "issue_number"]]
    out["numbered"] = (out["issue_number"] - out["issue_number"].min() + 1).astype("int64")
    out["held"] = pd.Series(range(1, len(out) + 1), index=out.index, dtype="int64")
    return out[["issue_id", "date", "numbered", "held"]]


def disorder(issues: pd.DataFrame) -> pd.DataFrame:
    """List issues whose number is not above that of the issue before => issue_id, date, ….

    Either a number was misprinted or misread, or a file is there twice.
    """
    frame = numbering(issues)
    out = frame[frame["step"].fillna(1) < 1]
    return out[["issue_id", "date", "issue_number", "step"]].reset_index(drop=True)


def coverage(issues: pd.DataFrame) -> pd.Series[float]:
    """Say how much of the numbered run the corpus holds.

    Returns:
        n_issues, n_numbered, first, last (numbers), run (numbers from first to last), share
        (different numbers held, of the run), days (first to last date), days_per_number (days
        divided by the numbers passed). All 0.0 where nothing is numbered.
    """
    known = issues.dropna(subset=["issue_number", "date"])
    numbers = known["issue_number"].astype("int64")
    out = {"n_issues": float(len(issues)), "n_numbered": float(len(known))}
    names = ("first", "last", "run", "share", "days", "days_per_number")
    out.update(dict.fromkeys(names, 0.0))
    if len(known):
        run = int(numbers.max() - numbers.min() + 1)
        days = int((known["date"].max() - known["date"].min()).days)
        out |= {"first": float(numbers.min()), "last": float(numbers.max()), "run": float(run)}
        out |= {"share": round(numbers.nunique() / run, 4), "days": float(days)}
        out["days_per_number"] = round(days / (run - 1), 2) if run > 1 else 0.0
    return pd.Series(out)


def periods(issues: pd.DataFrame, *, most: int = 24) -> pd.Series[str]:
    """Name the period that each issue is shown under => Series by issue_id.

    The issue's date where there are few, so that every issue has its own row or column; its year
    where there are more than `most`. Two issues of one date share it; 'undated' if there is none.
    """
    pattern = "%Y-%m-%d" if len(issues) <= most else "%Y"
    names = issues["date"].dt.strftime(pattern).fillna(UNDATED)
    return pd.Series(names.to_numpy(), index=issues["issue_id"].to_numpy(), dtype="str")


def by_period(
    articles: pd.DataFrame, issues: pd.DataFrame, column: str, *, most: int = 24
) -> pd.DataFrame:
    """Count articles by period and a column of theirs => period, column, n_articles.

    Sorted by period, the undated last, then by count and value.
    """
    period = articles["issue_id"].map(periods(issues, most=most))
    grouped = articles.assign(period=period).groupby(["period", column], observed=True)
    out = grouped.agg(n_articles=("article_id", "size")).reset_index()
    out = out.sort_values(["period", "n_articles", column], ascending=[True, False, True])
    return out.reset_index(drop=True)


def lengths(articles: pd.DataFrame, *, by: str = "kind") -> pd.DataFrame:
    """Count articles by class of length => by, length, n_articles; empty classes are kept.

    The classes are the same for all and called by their lower edge: '0–', '200–', …, '1000–'
    characters of text.
    """
    names = [f"{edge}–" for edge in EDGES]
    cut = pd.cut(
        articles["n_characters"], [*EDGES, float("inf")], right=False, labels=names, ordered=True
    )
    frame = articles.assign(length=cut)
    counts = frame.groupby([by, "length"], observed=False)
    out = counts.agg(n_articles=("article_id", "size")).reset_index()
    out["length"] = out["length"].astype("str")
    return out[out.groupby(by)["n_articles"].transform("sum") > 0].reset_index(drop=True)


def length_summary(articles: pd.DataFrame, *, by: str = "kind") -> pd.DataFrame:
    """Summarise lengths => by, n_articles, shortest, lower, median, upper, longest, characters.

    `lower` and `upper` are the quartiles; by number of articles, then name.
    """
    size = "n_characters"
    grouped = articles.groupby(by)
    out = grouped.agg(
        n_articles=(size, "size"),
        shortest=(size, "min"),
        lower=(size, lambda values: round(values.quantile(0.25), 1)),
        median=(size, lambda values: round(values.median(), 1)),
        upper=(size, lambda values: round(values.quantile(0.75), 1)),
        longest=(size, "max"),
        characters=(size, "sum"),
    )
    columns = ["n_articles", "shortest", "lower", "median", "upper", "longest", "characters"]
    out = out.reset_index().sort_values(["n_articles", by], ascending=[False, True])
    return out[[by, *columns]].reset_index(drop=True)
