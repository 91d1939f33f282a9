"""Why a line has its role: the features that spoke most for it, in words."""

from __future__ import annotations

from functools import cache

from helpers.parsing.observe import Line
from helpers.parsing.states import STATES
from helpers.parsing.weights import weights

#: How many features a reason names, and from what share of the strongest on.
MOST, SHARE = 3, 0.3
NAMES = dict(enumerate(STATES))


@cache
def _above_mean() -> dict[str, list[float]]:
    """How much each feature speaks for each state, against the mean of all states."""
    w = weights()
    centred = (w.emission - w.emission.mean(axis=1, keepdims=True)).tolist()
    return {feature: centred[row] for feature, row in w.rows.items()}


def reason(line: Line, state: int, certainty: float, rival: tuple[int, float] | None = None) -> str:
    """Say why: 'headline: ends:open, before:byline, length<18 (0.98)'.

    Named are the features whose weights speak most for the state against the others' mean, and, of
    a doubtful line, the likeliest other state: '… (0.62; slogan 0.30)'.
    """
    table = _above_mean()
    gains = sorted(
        (-table[f][state], f) for f in line.features if f in table and table[f][state] > 0
    )[:MOST]
    top = [f for g, f in gains if g <= SHARE * gains[0][0]]
    told = ", ".join(top) if top else "what stands around it"
    return f"{NAMES[state]}: {told} {doubt(certainty, rival)}"


def doubt(certainty: float, rival: tuple[int, float] | None) -> str:
    """Write how sure a line is, and what else it may be: '(0.62; slogan 0.30)'."""
    other = f"; {NAMES[rival[0]]} {rival[1]:.2f}" if rival is not None else ""
    return f"({certainty:.2f}{other})"
