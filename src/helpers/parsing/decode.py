"""The best reading of a page: the state sequence with the highest score (Viterbi's algorithm).

Viterbi, A. (1967), Error bounds for convolutional codes and an asymptotically optimum decoding
algorithm, IEEE Transactions on Information Theory 13(2). Time is linear in the number of lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median_low

from helpers.parsing import score
from helpers.parsing.features import Line

#: Best total score of a state at a line, the state before it, and what the line added.
Cell = tuple[float, int, float]
#: How far ahead a photo credit makes a caption possible.
CAPTION_REACH = 8


def near_credits(lines: Sequence[Line]) -> list[bool]:
    """Say for each line whether a photo credit or 图为 stands on it or shortly after it."""
    out = [False] * len(lines)
    distance = CAPTION_REACH
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        if line.photo_credit or line.picture:
            distance = 0
        elif line.opener is not None or line.byline_only:
            distance = CAPTION_REACH
        else:
            distance += 1
        out[index] = distance < CAPTION_REACH
    return out


def decode(lines: Sequence[Line]) -> list[tuple[int, float]]:
    """Return for each line its state and the score by which it joined the best reading."""
    if not lines:
        return []
    usual = median_low(line.gap for line in lines)
    near = near_credits(lines)
    columns: list[dict[int, Cell]] = []
    before: dict[int, Cell] = {}
    ending = score.ending(lines[0])
    for index, line in enumerate(lines):
        options = score.candidates(line, near_credit=near[index])
        if index == 0:
            gains = [(state, fit + score.first(state, line)) for state, fit in options]
            column = {state: (gain, -1, gain) for state, gain in gains}
        else:
            wide = min(max(0, line.gap - usual), 2)
            column = _advance(before, options, score.transitions(ending, score.opening(line), wide))
            ending = score.ending(line)
        columns.append(column)
        before = column
    return _trace(columns, lines)


def _advance(
    before: dict[int, Cell],
    options: list[tuple[int, float]],
    table: tuple[tuple[float, ...], ...],
) -> dict[int, Cell]:
    """Find for each state of a line the best state before it."""
    column: dict[int, Cell] = {}
    for state, fit in options:
        best, origin, joined = float("-inf"), -1, 0.0
        for earlier, cell in before.items():
            gain = fit + table[earlier][state]
            total = cell[0] + gain
            if total > best:
                best, origin, joined = total, earlier, gain
        column[state] = (best, origin, joined)
    return column


def _trace(columns: list[dict[int, Cell]], lines: Sequence[Line]) -> list[tuple[int, float]]:
    final = columns[-1]
    state = max(final, key=lambda s: (final[s][0] + score.last(s, lines[-1]), -s))
    out: list[tuple[int, float]] = []
    for column in reversed(columns):
        _, earlier, gain = column[state]
        out.append((state, gain))
        state = earlier
    return out[::-1]
