from __future__ import annotations

import pytest

from helpers.parsing.catalogue import SYMBOLS, TOLD
from helpers.parsing.features import slots
from helpers.parsing.prepare import look_at
from helpers.parsing.symbols import see_symbols


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
    sheet = look_at([raw])
    assert TOLD[sheet.symbols[0]] == told
    assert f"is:{told}" in sheet.seen.names()[0]


def test_the_first_of_several_features_counts() -> None:
    sheet = look_at(["甲"])
    told = []
    for slot in slots():
        for level, name in reversed(list(enumerate(slot.names))):
            if name in dict(SYMBOLS):
                sheet.seen.put(slot, 0, level)
                see_symbols(sheet)
                told.append([s for _, s in SYMBOLS].index(TOLD[sheet.symbols[0]]))
    assert told[-1] <= min(told)
    assert TOLD[sheet.symbols[0]] == SYMBOLS[0][1]
