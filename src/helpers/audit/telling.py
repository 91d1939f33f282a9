"""What an audit found, as JSON and as the rows of its tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from helpers.audit.audit import Audit
from helpers.audit.reliability import Bin
from helpers.audit.score import MEASURES, Score, Tally

#: What each measure counts.
NAMES = {
    "articles": "articles found",
    "exact": "articles exact",
    "headline": "headline",
    "deck": "deck",
    "byline": "byline entries",
    "paragraphs": "paragraphs",
    "kind": "kind of article",
    "characters": "characters in the right article",
    "roles": "roles of lines",
    "masthead": "masthead fields",
}
#: The columns of a row of counts.
COLUMNS = ("precision", "recall", "F1", "right", "claimed", "in the key")


def counts(tally: Tally) -> tuple[str, ...]:
    """Write a tally as the cells of `COLUMNS`."""
    shares = (tally.precision, tally.recall, tally.f1)
    numbers = (tally.right, tally.claimed, tally.expected)
    return (*(f"{share:.3f}" for share in shares), *(f"{number:,}" for number in numbers))


def measure_rows(score: Score) -> list[tuple[str, ...]]:
    """Return the rows of the table of measures that there is anything to count of."""
    return [(NAMES[m], *counts(score.tallies[m])) for m in MEASURES if _counted(score.tallies[m])]


def kind_rows(score: Score) -> list[tuple[str, ...]]:
    """Return the rows of the table by kind of article: the F1 of each measure."""
    shown = [m for m in MEASURES if any(measure == m for _, measure in score.kinds)]
    rows = [("kind", "articles", *(NAMES[m].removeprefix("articles ") for m in shown))]
    kinds = {kind for kind, _ in score.kinds}
    for kind in sorted(kinds, key=lambda k: (-score.kinds[k, "articles"].expected, k)):
        own = [score.kinds.get((kind, m)) for m in shown]
        cells = [f"{t.f1:.3f}" if t is not None and _counted(t) else "" for t in own]
        rows.append((kind, f"{score.kinds[kind, 'articles'].expected:,}", *cells))
    return rows


def bin_rows(bins: Sequence[Bin]) -> list[tuple[str, ...]]:
    """Return the rows of the table of confidence."""
    return [
        (f"{b.low:.2f} to {b.high:.2f}", f"{b.n:,}", f"{b.confidence:.3f}", f"{b.exact:.3f}")
        for b in bins
    ]


def differences(score: Score) -> list[str]:
    """Say where parse and key differ, one line each: issue, article, what."""
    return [": ".join(part for part in miss if part) for miss in score.misses]


def as_json(audit: Audit) -> dict[str, Any]:
    """Return everything that was found, as JSON holds it."""
    kinds: dict[str, dict[str, Any]] = {}
    for (kind, measure), tally in sorted(audit.score.kinds.items()):
        kinds.setdefault(kind, {})[measure] = _tally(tally)
    return {
        "issues": audit.issues,
        "measures": {m: _tally(t) for m, t in audit.score.tallies.items()},
        "kinds": kinds,
        "differences": [
            {"issue": issue, "article": article or None, "what": what}
            for issue, article, what in audit.score.misses
        ],
        "reliability": {
            "bins": [asdict(b) for b in audit.bins],
            "expected_calibration_error": audit.calibration_error,
            "expected_by_chance": audit.chance_error,
            "brier_score": audit.brier_score,
        },
        "problems": [problem.as_dict() for problem in audit.problems],
    }


def markdown(columns: Mapping[str, Audit]) -> str:
    """Write the F1 of each measure, and the calibration error, of several audits as Markdown."""
    audits = list(columns.values())
    rows = [["", *columns], ["---"] * (len(audits) + 1)]
    rows.append(["issues", *(str(len(a.issues)) for a in audits)])
    rows.append(["articles", *(str(a.score.tallies["articles"].expected) for a in audits)])
    for measure in MEASURES:
        tallies = [audit.score.tallies[measure] for audit in audits]
        cells = [f"{t.f1:.3f}" if _counted(t) else "–" for t in tallies]
        rows.append([f"{NAMES[measure]}, F1", *cells])
    errors = [f"{audit.calibration_error:.3f}" for audit in audits]
    rows.append(["confidence: expected calibration error", *errors])
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _counted(tally: Tally) -> bool:
    """Return whether there was anything to count."""
    return bool(tally.claimed or tally.expected)


def _tally(tally: Tally) -> dict[str, float]:
    """Return a tally as JSON holds it."""
    shares = {"precision": tally.precision, "recall": tally.recall, "f1": tally.f1}
    return shares | {"right": tally.right, "claimed": tally.claimed, "expected": tally.expected}
