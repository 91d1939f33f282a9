"""Room for labels: boxes moved apart, and labels put beside the points that they name.

Everything is in inches and pure arithmetic on measured boxes, so that what is said to be free of
overlaps is.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]
#: Left, bottom, right, top.
Box = tuple[float, float, float, float]
#: What boxes keep between them.
GAP = 0.03
_ROUNDS = 400


def meet(one: Box, other: Box, *, gap: float = 0.0) -> bool:
    """Say whether two boxes lie over each other, or nearer than `gap`."""
    return (
        one[0] < other[2] + gap
        and other[0] < one[2] + gap
        and one[1] < other[3] + gap
        and other[1] < one[3] + gap
    )


def part(
    centres: Vector, sizes: Vector, *, width: float, height: float, gap: float = GAP
) -> Vector | None:
    """Move boxes apart within a room, each as little as it takes.

    Each pair that meets is pushed apart along the side where it takes less, until none meets; the
    boxes stay inside the room throughout (after Dwyer, Marriott and Stuckey 2005, Fast node
    overlap removal, who solve each side exactly).

    Args:
        centres: Where the boxes would be (boxes, 2).
        sizes: Width and height of each (boxes, 2).
        width: Width of the room.
        height: Height of the room.
        gap: Least room between two boxes.

    Returns:
        Centres at which no two boxes meet, or None when no such place was found.
    """
    half = sizes / 2
    room = np.array([width, height])
    if (sizes > room).any() or ((sizes + gap).prod(axis=1)).sum() > (room + gap).prod():
        return None
    # Two boxes at one place have no side to be pushed to: set apart by a hair, in a spiral.
    order = np.arange(len(centres))
    hair = 1e-5 * np.sqrt(order)[:, None] * np.stack([np.cos(2.4 * order), np.sin(2.4 * order)], 1)
    spots: Vector = np.clip(centres.astype(float) + hair, half, room - half)
    for step in range(_ROUNDS):
        between = spots[:, None] - spots[None]
        lacking = half[:, None] + half[None] + gap - np.abs(between)
        lacking[order, order] = 0
        meeting = (lacking > 1e-9).all(axis=2)
        if not meeting.any():
            return spots
        # Boxes that are stuck in a row against a wall get out the other way.
        bias = (1.0, 1.0, 2.5, 0.4)[step // 25 % 4]
        sideways = lacking[..., 0] * bias <= lacking[..., 1]
        push = np.zeros_like(between)
        push[..., 0] = np.where(meeting & sideways, lacking[..., 0], 0.0)
        push[..., 1] = np.where(meeting & ~sideways, lacking[..., 1], 0.0)
        away = np.where(between == 0, np.sign(order[:, None] - order)[..., None], np.sign(between))
        # A little more than half, so that pushes do not shrink for ever.
        moved = (away * push).sum(axis=1) / np.maximum((push > 0).sum(axis=1), 1)
        spots = np.clip(spots + 0.55 * moved, half, room - half)
    return None


def beside(
    points: Vector,
    sizes: Vector,
    *,
    radii: Vector,
    width: float,
    height: float,
    gap: float = GAP,
    taken: Sequence[Box] = (),
) -> list[tuple[float, float] | None]:
    """Find a place for the label of each point near it, over no other label and no point.

    Labels are placed in the order given, so the most important come first; each takes the first
    free place around its point, nearest ring first.

    Args:
        points: Where the points are (points, 2).
        sizes: Width and height of the labels (points, 2).
        radii: Half the size of each point's mark.
        width: Width of the room.
        height: Height of the room.
        gap: Least room between two labels.
        taken: Boxes that are kept free.

    Returns:
        The centre of each label, or None where no place is free within reach.
    """
    marks: list[Box] = [
        (x - r, y - r, x + r, y + r)
        for (x, y), r in zip(points.tolist(), radii.tolist(), strict=True)
    ]
    fixed = [*taken]
    placed: list[tuple[float, float] | None] = []
    for number, (point, size) in enumerate(zip(points.tolist(), sizes.tolist(), strict=True)):
        spot = None
        for x, y in _around(point, size, radii[number] + gap):
            box = (x - size[0] / 2, y - size[1] / 2, x + size[0] / 2, y + size[1] / 2)
            inside = box[0] >= 0 and box[1] >= 0 and box[2] <= width and box[3] <= height
            if not inside or any(meet(box, other, gap=gap) for other in fixed):
                continue
            if not any(meet(box, mark) for mark in marks):
                spot = (x, y)
                fixed.append(box)
                break
        placed.append(spot)
    return placed


def _around(
    point: Sequence[float], size: Sequence[float], near: float
) -> list[tuple[float, float]]:
    """Return centres of a label around a point: right, left, above, below; then farther off."""
    found = []
    for ring in range(7):
        reach = near + 0.11 * ring
        turns = ((1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, 1), (1, -1), (-1, -1))
        steps = [(float(a), float(b)) for a, b in turns]
        if ring:
            angles = np.linspace(0, 2 * np.pi, 24, endpoint=False)
            steps += [(float(np.cos(a)), float(np.sin(a))) for a in angles]
        for across, up in steps:
            found.append(
                (
                    point[0] + across * (reach + size[0] / 2),
                    point[1] + up * (reach + size[1] / 2),
                )
            )
    return found
