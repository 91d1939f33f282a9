"""Fixtures for charts: drawn off screen, in the house style, closed after each test."""

from __future__ import annotations

from collections.abc import Iterator

import matplotlib as mpl
import pytest

from helpers.charts import style


@pytest.fixture(autouse=True)
def drawn_off_screen() -> Iterator[None]:
    mpl.use("Agg")
    from matplotlib import pyplot as plt

    style.use_style("zh")
    yield
    plt.close("all")
    style.use_style("zh")
