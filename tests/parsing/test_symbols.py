from __future__ import annotations

import pytest

from helpers.parsing.observe import Line, observe
from helpers.parsing.symbols import SYMBOLS, symbol


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        ("本报讯（记者 甲乙）今年水来得早。", "opener"),
        ("（苏小田 摄）", "credit"),
        ("孩子们在读书。（苏小田 摄）", "credited"),
        ("— 3 —", "page number"),
        ("【基层治理】", "tag"),
        ("本报记者 甲乙", "byline"),
        ("中共岚溪县委主办", "masthead"),
        ("▲三座水站都换了新泵", "bullet"),
        ("停水公告", "notice"),
        ("三座水站换了新泵", "short open"),
        ("水站换了新泵。", "short closed"),
        ("水站换了新泵，", "short soft"),
        ("水" * 50, "middle open"),
        ("水" * 50 + "。", "middle closed"),
        ("水" * 80, "long open"),
        ("水" * 80 + "。", "long closed"),
    ],
)
def test_what_neighbours_are_told(raw: str, told: str) -> None:
    line = Line(1, raw, 0)
    observe(line)
    assert line.symbol == told
    assert f"is:{told}" in line.features


def test_the_first_of_several_features_counts() -> None:
    line = Line(1, "甲", 0)
    line.features = [name for name, _ in reversed(SYMBOLS)]
    assert symbol(line) == SYMBOLS[0][1]
