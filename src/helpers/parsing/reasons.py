"""Why a line has its role: the features that spoke most for it, in words."""

from __future__ import annotations

from helpers.parsing.observe import Line
from helpers.parsing.states import STATES
from helpers.parsing.weights import weights

#: How many features a reason names, and from what share of the strongest on.
MOST, SHARE = 3, 0.3
NAMES = dict(enumerate(STATES))


def reason(line: Line, state: int, certainty: float) -> str:
    """Say why: 'headline: ends:open, before:byline, length<18 (0.98)'.

    Named are the features whose weights speak most for the state against the others' mean.
    """
    w = weights()
    gains = []
    for feature in line.features:
        row = w.rows.get(feature)
        if row is not None:
            values = w.emission[row]
            gains.append((float(values[state] - values.mean()), feature))
    gains.sort(key=lambda g: (-g[0], g[1]))
    top = [f for g, f in gains[:MOST] if g > 0 and g >= SHARE * gains[0][0]]
    told = ", ".join(top) if top else "what stands around it"
    return f"{NAMES[state]}: {told} ({certainty:.2f})"
