"""How far apart colours are, also to eyes that lack red or green cones.

Simulation: Machado, Oliveira and Fernandes (2009), severity 1.0, in linear RGB.
Distance: CIE 1976 in L*a*b* (D65); about 2.3 is just noticeable, over 15 plain at a glance.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Vision = Literal["normal", "deuteranopia", "protanopia"]
Vector = NDArray[np.float64]

_MATRICES: dict[str, Vector] = {
    "normal": np.eye(3),
    "deuteranopia": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
    "protanopia": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
}
_TO_XYZ = np.array(
    [
        [0.4124564, 0.3575761, 0.1804375],
        [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
    ]
)
_WHITE = np.array([0.95047, 1.0, 1.08883])


def linear(colour: str) -> Vector:
    """Return the linear RGB, 0 to 1, of a colour written as #RRGGBB."""
    parts = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)], dtype=np.float64) / 255
    dark = parts / 12.92
    return np.asarray(np.where(parts <= 0.04045, dark, ((parts + 0.055) / 1.055) ** 2.4))


def lab(colour: str, *, vision: Vision = "normal") -> Vector:
    """Return L*, a*, b* of a colour as it is seen by these eyes."""
    seen = np.clip(_MATRICES[vision] @ linear(colour), 0, 1)
    ratio = _TO_XYZ @ seen / _WHITE
    f = np.where(ratio > 0.008856, np.cbrt(ratio), 7.787 * ratio + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def distance(one: str, other: str, *, vision: Vision = "normal") -> float:
    """Return the distance of two colours for these eyes."""
    return float(np.linalg.norm(lab(one, vision=vision) - lab(other, vision=vision)))


def least_distance(colours: Iterable[str], *, vision: Vision = "normal") -> float:
    """Return the distance of the two colours that are most alike for these eyes."""
    return min(distance(a, b, vision=vision) for a, b in combinations(colours, 2))


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2, 'contrast ratio')."""
    lights = sorted(float(_TO_XYZ[1] @ linear(c)) for c in (one, other))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def ink_on(ground: str) -> str:
    """Return white or the ink colour, whichever reads better on this ground."""
    from helpers.charts.style import GROUND, INK

    return GROUND if contrast(GROUND, ground) > contrast(INK, ground) else INK
