"""Tables set for print: every cell in its column, groups named once."""

from __future__ import annotations

import pandas as pd
import pytest

from helpers.charts import print_table
from helpers.charts.layout import outside, overlaps
from helpers.errors import InputError

ROWS = pd.DataFrame(
    {
        "name": [
            "清水行动",
            "清水行动",
            "一个名字很长很长很长很长很长很长很长很长很长很长的征地项目",
        ],
        "of": ["办结", "党员和群众代表以及其他各方面人士的总人数" * 3, "土地"],
        "text": ["40件", "5,000名", None],
        "state": ["已完成", "计划", "未说明"],
    }
)
HEADS = {"name": "举措", "of": "所计", "text": "数字", "state": "进展"}


def cells(ax: object, gid: str) -> list[str]:
    return [t.get_text() for t in ax.texts if t.get_gid() == gid]  # type: ignore[attr-defined]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_overlaps_and_nothing_leaves_the_page(language: str) -> None:
    words = {"title": "台账", "subtitle": "按举措", "source": "某报", "language": language}
    dots = {"已完成": "#12436D"}
    ax = print_table(ROWS, heads=HEADS, group="name", right=["text"], marks=dots, **words)
    assert overlaps(ax.figure) == []
    assert outside(ax.figure) == []
    assert cells(ax, "head") == list(HEADS.values())


def test_a_group_is_named_once_and_marked_cells_have_a_dot() -> None:
    ax = print_table(ROWS, heads=HEADS, group="name", marks={"已完成": "#12436D"})
    assert cells(ax, "cell").count("清水行动") == 1
    assert sum(line.get_gid() == "mark" for line in ax.lines) == 1
    assert any("…" in cell for cell in cells(ax, "cell"))


def test_what_is_left_out_is_said() -> None:
    ax = print_table(ROWS, heads=HEADS, limit=2, source="某报")
    assert any("另有1项" in text for text in cells(ax, "source"))
    assert "土地" not in cells(ax, "cell")


def test_an_empty_table_says_so_and_a_missing_column_is_an_error() -> None:
    assert cells(print_table(ROWS.iloc[:0], heads=HEADS), "no_data")
    with pytest.raises(InputError):
        print_table(ROWS, heads={"nothing": "x"})
