"""Where a paper's figures of land acquisition agree, and where they cannot both be right."""

from __future__ import annotations

import math
from collections.abc import Mapping
from itertools import pairwise
from typing import Any

import pandas as pd

from helpers.statistics.ledger import per_cent

#: How far a rounded figure may lie from the exact one, as a share of the larger.
TOLERANCE = 0.05
#: Kinds of figures that do not change while a project runs.
FIXED = ("households", "area")
RATES = ("article_id", "field", "text", "stated", "signed", "households", "computed", "gap")
TOTALS = ("project", "kind", "value", "n_articles", "others")
CHECKS = ("project", "issue_id", "check", "printed", "expected", "verdict")


def decimals(text: str) -> int:
    """Count the decimals of a printed number: '近97%' => 0, '40.8%' => 1."""
    number = "".join(c for c in text if c.isdigit() or c == ".")
    return len(number.partition(".")[2])


def judge_rate(text: str, stated: float, computed: float) -> str:
    """Say how a stated rate relates to the computed one: ('96%', 96, 96.97) => 'cut off'.

    'agrees' if it is the computed one rounded to the printed decimals, 'cut off' if its decimals
    were dropped, 'differs' otherwise.
    """
    places = decimals(text)
    if math.isclose(round(computed, places), stated, abs_tol=1e-6):
        return "agrees"
    cut = math.floor(computed * 10**places) / 10**places
    return "cut off" if math.isclose(cut, stated, abs_tol=1e-6) else "differs"


def rates(figures: pd.DataFrame, book: pd.DataFrame) -> pd.DataFrame:
    """Set every stated signing rate beside the recomputed one => `RATES` and a verdict.

    Args:
        figures: What `extraction.land.land_figures` found, with `line` if wanted.
        book: The ledger of the same articles.

    Returns:
        Rates in per cent, `gap` in percentage points (stated less computed), in the order of
        the ledger. Rates whose article does not print both numbers are left out.
    """
    stated = figures[figures["kind"] == "rate"].rename(columns={"value": "stated"})
    columns = ["article_id", "project", "issue_id", "date", "signed", "households", "computed"]
    out = book[columns].merge(stated.drop(columns=["kind"]), on="article_id")
    out = out.dropna(subset=["computed"]).reset_index(drop=True)
    out["gap"] = (out["stated"] - out["computed"]).round(4)
    out["verdict"] = [
        judge_rate(text, rate, 100 * signed / households)
        for text, rate, signed, households in zip(
            out["text"], out["stated"], out["signed"], out["households"], strict=True
        )
    ]
    return out


def agree(a: float, b: float) -> bool:
    """Say whether two figures may tell of one thing: one is the other, rounded, within 5%.

    100 and 104.34 => True (one significant digit), 142 and 136 => False, 100 and 80 => False.
    """
    near = math.isclose(a, b, rel_tol=TOLERANCE)
    return near and any(_rounded_to(x, y) for x, y in ((a, b), (b, a)))


def _rounded_to(coarse: float, fine: float) -> bool:
    """Say whether `fine`, cut or rounded to the significant digits of `coarse`, is `coarse`."""
    shown = f"{coarse:.6f}".rstrip("0").rstrip(".")
    places = len(shown.partition(".")[2])
    if not places:
        places = len(shown.rstrip("0")) - len(shown)
    unit = 10.0**-places
    return abs(fine - coarse) < unit


def totals(figures: pd.DataFrame, book: pd.DataFrame) -> pd.DataFrame:
    """List the figures of one project that should stay the same, and do not => `TOTALS`.

    One row for each value that some other article, or another place of the same one, contradicts
    (`agree` allows for rounding): the project, the kind, the value, in how many articles it
    stands, and the values that it contradicts. Nothing says which is right.

    Args:
        figures: What `extraction.land.land_figures` found.
        book: The ledger of the same articles.
    """
    fixed = figures[figures["kind"].isin(FIXED) & figures["approx"].isna()]
    named = fixed.merge(book[["article_id", "project"]], on="article_id")
    rows = []
    for (project, kind), group in named.groupby(["project", "kind"]):
        counts = group.groupby("value")["article_id"].nunique()
        for value, n in counts.items():
            others = [other for other in counts.index if not agree(float(str(value)), other)]
            if others:
                rows.append((project, kind, value, n, "、".join(f"{o:g}" for o in others)))
    out = pd.DataFrame(rows, columns=list(TOTALS))
    out = out.astype({"value": "float64", "n_articles": "int64", "project": "str", "kind": "str"})
    return out.sort_values(
        ["project", "kind", "n_articles", "value"], ascending=[True, False, False, True]
    ).reset_index(drop=True)


def usual_total(book: pd.DataFrame) -> pd.DataFrame:
    """Recompute each rate on the total that most articles of the project print.

    Returns:
        The rows of the ledger with signed households and a total: `usual` is the total most
        often printed (the larger of equal ones), `computed_usual` the rate on it, in per cent.
    """
    known = book.dropna(subset=["signed", "households"])
    counts = known.groupby(["project", "households"]).size().rename("n").reset_index()
    most = counts.sort_values(["project", "n", "households"]).drop_duplicates(
        "project", keep="last"
    )
    out = known.merge(
        most[["project", "households"]].rename(columns={"households": "usual"}), on="project"
    )
    out["computed_usual"] = [
        per_cent(s, u) for s, u in zip(out["signed"], out["usual"], strict=True)
    ]
    return out


def checks(book: pd.DataFrame) -> pd.DataFrame:
    """Hold the numbers of households against each other => `CHECKS`.

    Within an article: signed + left = households. From one count to the next: what was added is
    what is printed as new, is not more than was left, and is not below nothing.
    """
    rows: list[dict[str, Any]] = []
    for _, counts in book.groupby("project", sort=True):
        records = counts.to_dict("records")
        for row in records:
            sums = row["signed"] + row["left"]
            rows += _check(row, "signed + left = households", row["households"], sums)
        # Counts without a date have no order, so nothing was added between them.
        dated = [r for r in records if not (math.isnan(r["signed"]) or pd.isna(r["as_of"]))]
        for before, row in pairwise(dated):
            added = row["signed"] - before["signed"]
            rows += _check(row, "added since last count = newly signed", row["newly_signed"], added)
            rows += _check(
                row, "added since last count ≤ left then", before["left"], added, most=True
            )
            if added < 0:
                rows += _check(row, "signed does not fall", row["signed"], before["signed"])
    return pd.DataFrame(rows, columns=list(CHECKS))


def _check(
    row: Mapping[Any, Any], what: str, printed: float, expected: float, *, most: bool = False
) -> list[dict[str, Any]]:
    """Return one check, or nothing if a number is missing."""
    if math.isnan(printed) or math.isnan(expected):
        return []
    right = expected <= printed if most else math.isclose(printed, expected)
    verdict = "agree" if right else "cannot both be right"
    values = (row["project"], row["issue_id"], what, printed, expected, verdict)
    return [dict(zip(CHECKS, values, strict=True))]
