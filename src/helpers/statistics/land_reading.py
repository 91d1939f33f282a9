"""Sentences that read the measures of land acquisition, computed from their tables.

Each takes the table that a chart draws and says the one thing that it shows, on any corpus.
"""

from __future__ import annotations

import pandas as pd

#: What is said when there is nothing to read.
SILENT = "No article of this corpus has land acquisition for its main theme: nothing to read."


def short_answer(book: pd.DataFrame, disputed: pd.DataFrame, n_articles: int) -> str:
    """Answer the notebook's question from the ledger, in two or three sentences."""
    if book.empty:
        return f"**Short answer.** {SILENT} ({n_articles} articles were looked at.)"
    parts = [
        f"**Short answer.** {_many(len(book), 'article')} of {n_articles} "
        f"{'is' if len(book) == 1 else 'are'} mainly about land acquisition"
    ]
    known = book.dropna(subset=["signed", "households"])
    if len(known):
        last = known.sort_values("as_of", na_position="first", kind="stable").iloc[-1]
        parts.append(
            f"{'the latest' if pd.notna(last['as_of']) else 'a'} count of {last['project']} is "
            f"{last['signed']:g} of {last['households']:g} households signed "
            f"({last['computed']:.1f}%)"
        )
    text = "; ".join(parts) + "."
    if len(disputed):
        text += (
            f" For {_many(disputed['project'].nunique(), 'project')} the paper prints totals that "
            "cannot both be right."
        )
    return text


def read_coverage(shares: pd.DataFrame) -> str:
    """Say in how many issues land stands, and where it takes the largest share."""
    held = shares[shares["count"] > 0]
    if held.empty:
        return SILENT
    top = held.sort_values(["share", "issue_id"], ascending=[False, True]).iloc[0]
    return (
        f"Land acquisition stands in {len(held)} of {_many(len(shares), 'issue')}, at most in "
        f"{top['count']:.0f} of {top['n_articles']:.0f} articles of one issue "
        f"({top['issue_id']}); with so few articles in an issue the true share could lie "
        f"anywhere between {top['low']:.0f}% and {top['high']:.0f}%."
    )


def read_followed(projects: pd.DataFrame, n_unnamed: int) -> str:
    """Say which project is followed the longest, and how many articles have no project."""
    if projects.empty:
        return SILENT
    top = projects.iloc[0]
    if len(projects) == n_unnamed:
        text = "No project's name is printed often enough to be recognised."
    else:
        text = f"{top['project']} is followed over {_many(int(top['n_issues']), 'issue')}"
        if int(top["n_issues"]) > 1 and pd.notna(top["first"]):
            text += f", from {top['first']:%Y-%m-%d} to {top['last']:%Y-%m-%d}"
        text += (
            "." if int(top["n_issues"]) > 1 else ": a single report, so nothing can be followed."
        )
    return text + (
        f" Land articles that could not be given to a project with a name: {n_unnamed}."
        if n_unnamed
        else ""
    )


def read_signed(counts: pd.DataFrame) -> str:
    """Say how far signing came between the first and the last count of one project."""
    if counts.empty:
        return "No article prints how many households have signed."
    first, last = counts.iloc[0], counts.iloc[-1]
    if len(counts) > 1 and counts["as_of"].isna().any():
        return "Some counts have no date, so that they cannot be put in order."
    if len(counts) == 1:
        return f"There is one count only: {first['signed']:g} households had signed."
    steps = counts["signed"].diff().dropna()
    fell = int((steps < 0).sum())
    course = "never falling" if not fell else f"falling {fell} time(s), which needs explaining"
    return (
        f"Signed households went from {first['signed']:g} to {last['signed']:g} over "
        f"{len(counts)} counts, {course}; the largest step was {steps.max():g} households."
    )


def read_rates(rates: pd.DataFrame) -> str:
    """Say how many stated rates are what their own article's numbers give."""
    if rates.empty:
        return "No article prints a signing rate together with both of its numbers."
    counts = rates["verdict"].value_counts()
    widest = rates.iloc[int(rates["gap"].abs().to_numpy().argmax())]
    return (
        f"Printed rates: {len(rates)}. In agreement with the article's own numbers: "
        f"{counts.get('agrees', 0)}; cut off rather than rounded: {counts.get('cut off', 0)}; "
        f"different: {counts.get('differs', 0)}. The widest gap is {widest['gap']:+.2f} percentage "
        f"points ({widest['text']} printed in the {_place(widest['field'])}, "
        f"{widest['signed']:g}/{widest['households']:g} = {widest['computed']:.2f}%)."
    )


def read_totals(disputed: pd.DataFrame, names: dict[str, str]) -> str:
    """Say which figures of one project cannot both be right, and in how many articles each is."""
    if disputed.empty:
        return "No project has two totals of one kind that contradict each other."
    lines = []
    for (project, kind), rows in disputed.groupby(["project", "kind"], sort=True):
        values = " and ".join(
            f"{value:g} (in {_many(n, 'article')})"
            for value, n in zip(rows["value"], rows["n_articles"], strict=True)
        )
        lines.append(
            f"- {project}, {names.get(str(kind), str(kind))}: {values}. "
            "**These figures cannot both be right**, unless the extent of the project changed and "
            "the paper did not say so. Which one is wrong the paper does not tell."
        )
    return "\n".join(lines)


def read_usual(usual: pd.DataFrame) -> str:
    """Say what the choice of the total does to the rate."""
    moved = usual[(usual["computed"] - usual["computed_usual"]).abs() > 0.005]
    if usual.empty:
        return "No count can be set against a total."
    if moved.empty:
        return "Every count is set against the same total, so the choice of it changes nothing."
    gaps = (moved["computed"] - moved["computed_usual"]).abs().to_numpy()
    row = moved.iloc[int(gaps.argmax())]
    return (
        f"On {row['usual']:g}, the total that most articles print (of equals the larger), the "
        f"count of {row['signed']:g} in {row['issue_id']} is "
        f"{row['computed_usual']:.1f}%, on the article's own total ({row['households']:g}) it is "
        f"{row['computed']:.1f}%."
    )


def read_checks(checks: pd.DataFrame) -> str:
    """Say how many sums work out."""
    if checks.empty:
        return "No article prints enough numbers of households for a sum to be checked."
    failed = checks[checks["verdict"] != "agree"]
    text = f"Sums checked: {len(checks)}; sums that work out: {len(checks) - len(failed)}."
    for row in failed.to_dict("records"):
        text += (
            f" In {row['issue_id']}, “{row['check']}” fails: {row['printed']:g} against "
            f"{row['expected']:g}; these cannot both be right."
        )
    return text


def read_pace(pace: pd.DataFrame) -> str:
    """Say when signing was fastest and when slowest."""
    if pace.empty:
        return "No two dated counts, and no time taken: a speed cannot be computed."
    speeds = pace["per_day"].to_numpy()
    fast, slow = pace.iloc[int(speeds.argmax())], pace.iloc[int(speeds.argmin())]
    text = (
        f"The fastest stretch brought {fast['per_day']:.2f} households a day "
        f"({fast['households']:g} in {fast['days']:g} days)"
    )
    if len(pace) > 1:
        text += (
            f", the slowest {slow['per_day']:.2f} ({slow['households']:g} in {slow['days']:g} days)"
        )
    return text + "."


def read_capacities(told: pd.DataFrame, names: dict[str, str]) -> str:
    """Say who speaks in land articles, and how much of it is not identified."""
    own = told[told["group"] == "chosen"]
    total = int(own["characters"].sum())
    if not total:
        return "No land article quotes anybody directly."
    known = own[own["capacity"] != "unknown"]
    top = known.sort_values(["characters", "capacity"], ascending=[False, True]).iloc[0]
    unknown = own.loc[own["capacity"] == "unknown", "share_characters"].iloc[0]
    lead = (
        f"Of {total} quoted characters in land articles, the largest identified part "
        f"({100 * top['share_characters']:.0f}%) is spoken by: {names[top['capacity']]}"
        if top["characters"]
        else f"Of {total} quoted characters in land articles, no speaker could be identified"
    )
    return f"{lead}; for {100 * unknown:.0f}% the capacity of the speaker is not identified."


def read_matters(counts: pd.DataFrame, names: dict[str, str]) -> str:
    """Say what land articles speak of most, and on what they are silent."""
    sums = counts.groupby("matter")["count"].sum()
    if not len(sums) or not sums.sum():
        return "None of the words looked for is printed."
    top = sums.reset_index().sort_values(["count", "matter"], ascending=[False, True]).iloc[0]
    silent = [names[str(key)] for key in sums.index[sums == 0]]
    text = f"Most words are of: {names[top['matter']]} ({top['count']} of {sums.sum()})."
    return text + (
        f" Not one word of: {'; '.join(silent)}."
        if silent
        else " No matter is left out altogether."
    )


def _many(n: int, noun: str) -> str:
    return f"{n} {noun}{'' if n == 1 else 's'}"


def _place(field: str) -> str:
    return "body" if field == "text" else field
