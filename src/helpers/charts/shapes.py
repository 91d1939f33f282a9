"""Shapes for a word cloud: arrays in which words may stand where the value is 0."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from helpers.errors import InputError

Mask = NDArray[np.uint8]
Field = NDArray[np.float64]


def _circle(x: Field, y: Field) -> NDArray[np.bool_]:
    return x**2 + y**2 <= 1


def _ellipse(x: Field, y: Field) -> NDArray[np.bool_]:
    return x**2 + (y / 0.62) ** 2 <= 1


def _diamond(x: Field, y: Field) -> NDArray[np.bool_]:
    return np.abs(x) + np.abs(y) <= 1


def _hills(x: Field, y: Field) -> NDArray[np.bool_]:
    """Three hills over a plain: the height of land against x, y counted downwards."""
    ridge = (
        0.95 * np.exp(-((x + 0.1) ** 2) / 0.06)
        + 0.6 * np.exp(-((x - 0.55) ** 2) / 0.05)
        + 0.5 * np.exp(-((x + 0.7) ** 2) / 0.06)
    )
    return (y <= 0.8) & (y >= 0.35 - ridge)


SHAPES: dict[str, Callable[[Field, Field], NDArray[np.bool_]]] = {
    "circle": _circle,
    "ellipse": _ellipse,
    "diamond": _diamond,
    "hills": _hills,
}


def shape_mask(name: str, *, size: int = 900) -> Mask:
    """Return a square mask, 0 inside the shape and 255 outside.

    Raises:
        InputError: There is no shape of this name.
    """
    if name not in SHAPES:
        raise InputError(
            f"There is no shape called {name!r}", remedy=f"use one of {', '.join(sorted(SHAPES))}"
        )
    line = np.linspace(-1, 1, size)
    x, y = np.meshgrid(line, line)
    mask = np.where(SHAPES[name](x, y), 0, 255).astype(np.uint8)
    used = np.flatnonzero((mask == 0).any(axis=1))
    return mask[used[0] : used[-1] + 1]
