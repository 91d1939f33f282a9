"""Move labels apart on a line, each as little as possible."""

from __future__ import annotations

from collections.abc import Sequence


def spread(
    wanted: Sequence[float], sizes: Sequence[float], *, low: float, high: float
) -> list[float] | None:
    """Return centres near the wanted ones at which labels of these sizes do not overlap.

    Labels that would overlap are merged into a block that lies at the mean of what its members
    want (pool adjacent violators), and blocks are kept between `low` and `high`.

    Args:
        wanted: The centre each label would like.
        sizes: The room each label takes, in the same unit.
        low: Where the first label may begin.
        high: Where the last label must end.

    Returns:
        The centres in the order given, or None when there is not room for all.
    """
    if sum(sizes) > (high - low) * (1 + 1e-9):
        return None
    order = sorted(range(len(wanted)), key=lambda i: (wanted[i], i))
    # Each block: its members, the sum of the starts they want, and its length.
    blocks: list[tuple[list[int], float, float]] = []
    for i in order:
        members, total, length = [i], wanted[i] - sizes[i] / 2, sizes[i]
        while blocks and _end(blocks[-1], low, high) > _start(members, total, length, low, high):
            before, before_total, before_length = blocks.pop()
            total = before_total + total - before_length * len(members)
            members, length = before + members, before_length + length
        blocks.append((members, total, length))
    centres = [0.0] * len(wanted)
    for members, total, length in blocks:
        place = _start(members, total, length, low, high)
        for i in members:
            centres[i] = place + sizes[i] / 2
            place += sizes[i]
    return centres


def _start(members: list[int], total: float, length: float, low: float, high: float) -> float:
    return min(max(total / len(members), low), high - length)


def _end(block: tuple[list[int], float, float], low: float, high: float) -> float:
    members, total, length = block
    return _start(members, total, length, low, high) + length - 1e-12
