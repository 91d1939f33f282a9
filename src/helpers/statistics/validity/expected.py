"""The issues that a paper printed: those at hand, and those its numbers or rhythm tell of."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

#: Issues that a rhythm needs, and the share of gaps that must be of the usual length.
LEAST_ISSUES, REGULAR = 4, 0.5
#: How far a gap may be from the usual one and still be of its length.
_NEAR = 0.25
COLUMNS = ("issue_id", "date", "estimated", "issue_number", "basis")


@dataclass(frozen=True)
class Expected:
    """The issues expected, and what could not be told.

    Args:
        issues: issue_id (missing where the issue is absent), date, estimated (whether the date is
            reckoned from its neighbours), issue_number, basis ('here', 'number' or 'rhythm').
        note: Why some gap could not be judged; '' if all could.
    """

    issues: pd.DataFrame
    note: str


def expected_issues(issues: pd.DataFrame) -> Expected:
    """Find the issues between the first and the last that the corpus does not hold.

    Between two issues with numbers, the numbers skipped are absent issues, and their dates are
    spread evenly. Between others the paper's rhythm decides, if it has one: the median of the gaps,
    where at least half of all gaps are within a quarter of it; a gap of about k times that length
    holds k - 1 absent issues. Numbers that rise faster than one a day are not believed.

    Args:
        issues: Frame with `issue_id`, `date` and `issue_number`; undated issues are left out.
    """
    known = issues.dropna(subset=["date"]).sort_values(["date", "issue_number", "issue_id"])
    gaps = known["date"].diff().dt.days
    usual = _rhythm(gaps.dropna(), len(known))
    notes: dict[str, None] = {}
    if len(known) < len(issues):
        notes["issues without a date are left out"] = None
    rows: list[tuple[object, ...]] = []
    last: tuple[pd.Timestamp, float] | None = None
    for issue_id, day, given in zip(
        known["issue_id"], known["date"], known["issue_number"], strict=True
    ):
        number = float(given) if pd.notna(given) else float("nan")
        if last is not None:
            skipped, basis, note = _skipped(last[1], number, (day - last[0]).days, usual)
            if note:
                notes[note] = None
            for step in range(1, skipped + 1):
                between = last[0] + (day - last[0]) * step / (skipped + 1)
                own = last[1] + step if basis == "number" else None
                rows.append((None, between.normalize(), True, own, basis))
        rows.append((issue_id, day, False, number, "here"))
        last = (day, number)
    frame = pd.DataFrame(rows, columns=list(COLUMNS)).astype(
        {"issue_id": "object", "estimated": "bool", "basis": "str"}
    )
    frame["date"] = pd.to_datetime(frame["date"])
    frame["issue_number"] = pd.to_numeric(frame["issue_number"]).astype("Int64")
    return Expected(frame, "; ".join(notes))


def _rhythm(gaps: pd.Series[float], n_issues: int) -> float | None:
    """Return the usual number of days between issues, if there is such a thing."""
    gaps = gaps[gaps > 0]
    if n_issues < LEAST_ISSUES or gaps.empty:
        return None
    usual = float(gaps.median())
    near = (gaps - usual).abs() <= _NEAR * usual
    return usual if near.mean() >= REGULAR else None


def _skipped(before: float, number: float, days: int, usual: float | None) -> tuple[int, str, str]:
    """Return how many issues are absent between two, how that is known, and what is not known."""
    step = number - before
    if step == step:  # both are numbered
        if step > days + 1:
            return 0, "", "some issue numbers rise faster than one a day and are not believed"
        if step >= 1:
            return int(step) - 1, "number", ""
        if step == 0:
            return 0, "", ""
    if usual is None:
        return 0, "", "gaps without issue numbers cannot be judged: the paper has no known rhythm"
    return max(round(days / usual) - 1, 0), "rhythm", ""
