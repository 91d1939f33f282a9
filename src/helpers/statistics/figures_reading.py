"""Sentences that read the measures of a paper's figures, computed from their tables."""

from __future__ import annotations

import pandas as pd

from helpers.statistics.quantities import KIND_NAMES, NOT_AMOUNTS

#: What is said when a table of evidence is empty.
NO_FIGURES = "No figure was found in this corpus: nothing to read."
NO_CHECKS = (
    "**Nothing to check:** no statement of this corpus was found whose arithmetic can be done "
    "again."
)
NO_PROGRAMMES = (
    "No programme was found in this corpus, so figures are entered by the place named nearest "
    "alone."
)


def short_answer(kinds: pd.DataFrame, told: pd.DataFrame, checks: pd.DataFrame) -> str:
    """Answer the notebook's question in three sentences."""
    if kinds.empty:
        return NO_FIGURES
    counted = checks["verdict"].value_counts()
    text = f"{read_kinds(kinds)} Indicators reported at two dates or more: {len(told)}. "
    if checks.empty:
        return text + "No calculation was found that can be done again."
    return text + (
        f"Of {len(checks):,} calculations that can be done again, {counted.get('consistent', 0):,} "
        f"work out, {counted.get('rounded', 0)} do within the rounding, "
        f"{counted.get('incomplete', 0)} cannot be decided from the print, and "
        f"**{counted.get('inconsistent', 0)} do not work out**."
    )


def read_kinds(kinds: pd.DataFrame) -> str:
    """Say how many figures there are, and how many of the amounts are hedged."""
    if kinds.empty:
        return NO_FIGURES
    much = kinds[~kinds["kind"].isin(NOT_AMOUNTS)]
    total, hedged = int(much["figures"].sum()), int(much["hedged"].sum())
    text = f"Figures in the text: {int(kinds['figures'].sum()):,}, of them amounts: {total:,}."
    if total:
        text += f" {hedged} of the amounts are hedged ({100 * hedged / total:.1f}%)."
    known = much[much["figures"] >= 20]
    if len(known) > 1:
        row = known.sort_values(["share", "kind"], ascending=[False, True]).iloc[0]
        text += (
            f" Hedged most: {KIND_NAMES[row['kind']][1].lower()} "
            f"({row['share']:g}%, 95% interval {row['low']:g} to {row['high']:g})."
        )
    return text


def read_density(told: pd.DataFrame, names: dict[str, str]) -> str:
    """Say on which themes most and fewest figures are printed."""
    if told.empty or not told["figures"].sum():
        return NO_FIGURES
    top, last = told.iloc[0], told.iloc[-1]
    text = (
        f"Most figures for its length: {names.get(top['theme'], top['theme'])} "
        f"({top['per_1000']:g} per 1,000 characters, {top['articles']} articles)"
    )
    if len(told) > 1:
        text += (
            f"; fewest: {names.get(last['theme'], last['theme'])} ({last['per_1000']:g}, "
            f"{last['articles']})"
        )
    return text + "."


def read_ledger(book: pd.DataFrame) -> str:
    """Say how many entries have a programme and a status."""
    if book.empty:
        return NO_FIGURES
    named = int((book["programme"] != "").sum())
    counts = book["status"].value_counts()
    states = ", ".join(f"{key} {counts.get(key, 0)}" for key in ("plan", "started", "done"))
    text = (
        f"Entries: {len(book):,}; under a programme: {named:,}; with a status: "
        f"{int((book['status'] != '').sum()):,} ({states})."
    )
    return text if named else f"{NO_PROGRAMMES} {text}"


def read_courses(told: pd.DataFrame) -> str:
    """Say which indicator is reported most often, and how many fall."""
    if told.empty:
        return (
            "No figure of one programme or place is printed in the same words at two dates: "
            "nothing can be followed."
        )
    top = told.iloc[0]
    down = int((told["end"] < told["start"]).sum())
    return (
        f"Indicators followed over two dates or more: {len(told)}. Reported most often: "
        f"{top['subject']} {top['of']} ({top['n']} dates: {top['course']}). "
        f"Lower at the last date than at the first: {down}; with a fall somewhere between: "
        f"{int((told['falls'] > 0).sum())}."
    )


def read_doubtful(rows: pd.DataFrame, checks: pd.DataFrame) -> str:
    """Say how many calculations are listed as doubtful."""
    if checks.empty:
        return NO_CHECKS
    if rows.empty:
        return f"None of {len(checks):,} calculations is inconsistent or rounded."
    bad = int(rows.loc[rows["verdict"] == "inconsistent", "check"].nunique())
    rounded = int(rows.loc[rows["verdict"] == "rounded", "check"].nunique())
    return (
        f"Inconsistent: {bad}; rounded: {rounded}; of {len(checks):,} calculations. A figure that "
        "does not work out may be a misprint, a change of what is counted, or two counts of "
        "different days: the paper does not say, and nothing here decides."
    )


def read_scopes(told: pd.DataFrame, names: dict[str, str]) -> str:
    """Say for each scope how many calculations do not work out."""
    if told.empty:
        return NO_CHECKS
    parts = []
    for scope, rows in told.groupby("scope", sort=False):
        counts = dict(zip(rows["verdict"], rows["checks"], strict=True))
        parts.append(
            f"{names[str(scope)].lower()}: {int(rows['checks'].sum())}, rounded "
            f"{counts['rounded']}, inconsistent {counts['inconsistent']}"
        )
    return "Calculations " + "; ".join(parts) + "."
