"""The card of a programme: every word in its place, however long the names."""

from __future__ import annotations

import pandas as pd
import pytest
from matplotlib import pyplot as plt

from helpers.charts.card import card
from helpers.charts.layout import outside, overlaps
from helpers.errors import InputError

LONG = "青溪县农村生活污水处理设施统一运行维护管理工作联席会议机制建设领导小组办公室"


def tiers(n: int = 3) -> pd.DataFrame:
    names = ["县级群", "乡镇（街道）群", "村（社区）群", LONG][:n]
    return pd.DataFrame({"tier": names, "number": [1, 9, 36, None][:n]})


def indicators(n: int) -> pd.DataFrame:
    return pd.DataFrame(
        {"figure": ["119件"] * n, "of": [LONG] * n, "article_id": ["qingxi-2020-12-30-a01"] * n}
    )


def evidence(n: int) -> pd.DataFrame:
    return pd.DataFrame({"article_id": ["qingxi-2020-12-30-a01"] * n, "text": [LONG * 2] * n})


def test_boxes_and_rows_are_drawn() -> None:
    ax = card(
        tiers(), indicators(3), evidence(2), name="“民声速递”三级联动微信群", actors=["县委"],
        technology=["微信"],
    )  # fmt: skip
    boxes = [p for p in ax.patches if p.get_gid() == "box"]
    assert len(boxes) == 1 + 1 + 3 + 1
    words = [t.get_text() for t in ax.texts]
    assert "乡镇（街道）群 × 9" in words
    assert words.count("119件") == 3


@pytest.mark.parametrize("language", ["zh", "en"])
def test_long_names_never_meet_and_stay_in_their_boxes(language: str) -> None:
    ax = card(
        tiers(4), indicators(30), evidence(30), name=LONG * 2, actors=[LONG] * 9,
        technology=[LONG] * 9, title=LONG, subtitle=LONG, source=LONG, language=language,
    )  # fmt: skip
    figure = ax.figure
    assert overlaps(figure) == []
    assert outside(figure) == []
    figure.draw_without_rendering()
    boxes = [p.get_window_extent() for p in ax.patches if p.get_gid() == "box"]
    for text in ax.texts:
        if text.get_gid() in {"box", "name"}:
            extent = text.get_window_extent()
            assert any(
                b.x0 <= extent.x0 and extent.x1 <= b.x1 and b.y0 - 1 <= extent.y0
                and extent.y1 <= b.y1 + 1
                for b in boxes
            )  # fmt: skip


def test_no_boxes_meet() -> None:
    ax = card(tiers(4), indicators(0), evidence(0), name=LONG, actors=[LONG] * 3)
    ax.figure.draw_without_rendering()
    boxes = [p.get_window_extent() for p in ax.patches if p.get_gid() == "box"]
    for i, one in enumerate(boxes):
        assert not any(one.overlaps(other) for other in boxes[i + 1 :])


def test_on_a_given_axes_the_tables_take_what_room_there_is() -> None:
    figure, ax = plt.subplots(figsize=(7, 4))
    card(tiers(), indicators(30), evidence(30), name="“民声速递”平台", actors=["县委"], ax=ax)
    assert overlaps(figure) == []
    assert outside(figure) == []


def test_a_programme_of_which_nothing_is_told() -> None:
    ax = card(tiers(0), indicators(0), evidence(0), name="“民声速递”")
    assert outside(ax.figure) == []


def test_a_missing_column_is_named() -> None:
    with pytest.raises(InputError, match="tier"):
        card(pd.DataFrame({"x": []}), indicators(1), evidence(1), name="甲乙")
