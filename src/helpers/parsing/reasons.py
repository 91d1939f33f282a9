"""Why a line has its role: the features that spoke most for it, in words."""

from __future__ import annotations

from functools import cache

from helpers.parsing.observe import Line
from helpers.parsing.states import STATES
from helpers.parsing.weights import weights

#: How many features a reason names, and from what share of the strongest on.
MOST, SHARE = 3, 0.3
#: What is said where no feature of the line itself speaks for its state.
AROUND = "what stands around it"
NAMES = dict(enumerate(STATES))


@cache
def _speaking_for() -> tuple[dict[str, float], ...]:
    """For each state, the features that speak for it against the mean of all states: how much."""
    w = weights()
    centred = w.emission - w.emission.mean(axis=1, keepdims=True)
    return tuple(
        {f: -gain for f, gain in zip(w.rows, column, strict=True) if gain > 0}
        for column in centred.T.tolist()
    )


def reason(line: Line, state: int, certainty: float, rival: tuple[int, float] | None = None) -> str:
    """Say why: 'headline: ends:open, before:byline, length<18 (0.98)'.

    Named are the features whose weights speak most for the state against the others' mean, and, of
    a doubtful line, the likeliest other state: '… (0.62; slogan 0.30)'.
    """
    gains = _speaking_for()[state]
    top = sorted([(gains[f], f) for f in line.features if f in gains])[:MOST]
    told = ", ".join([f for gain, f in top if gain <= SHARE * top[0][0]]) or AROUND
    return f"{NAMES[state]}: {told} {doubt(certainty, rival)}"


def doubt(certainty: float, rival: tuple[int, float] | None) -> str:
    """Write how sure a line is, and what else it may be: '(0.62; slogan 0.30)'."""
    other = f"; {NAMES[rival[0]]} {rival[1]:.2f}" if rival is not None else ""
    return f"({certainty:.2f}{other})"
