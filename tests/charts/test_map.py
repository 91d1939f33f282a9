"""The correspondence map: points on one scale, axes named by their share, no label over another."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from matplotlib import pyplot as plt
from matplotlib.text import Text

from helpers import charts
from helpers.charts import style
from helpers.charts.layout import outside, overlaps
from helpers.charts.map import correspondence_map
from helpers.errors import InputError

pytestmark = pytest.mark.filterwarnings("error")
AXES = pd.DataFrame({"share": [0.878, 0.118, 0.004]})
LONG = "青溪县人民政府办公室关于进一步推进数字乡村“一张图”平台建设与应用推广工作专班"


def made(n: int, *, spread: float = 1.0, name: str = "词语") -> pd.DataFrame:
    """Return `n` rows, four columns and a supplementary column."""
    generator = np.random.default_rng(n)
    places = generator.normal(size=(n + 5, 2)) * [spread, 0.6 * spread]
    names = [f"{name}{i}" for i in range(n)] + ["征地", "治理", LONG, "物业", "附加"]
    out = pd.DataFrame(places, columns=["dimension_1", "dimension_2"])
    out = out.assign(name=names, side=["row"] * n + ["column"] * 5, supplementary=False)
    out.loc[out["name"] == "附加", "supplementary"] = True
    return out.assign(contribution_1=generator.random(n + 5), contribution_2=0.1)


def marked(ax, gid: str) -> list[str]:
    return [t.get_text() for t in ax.findobj(Text) if t.get_gid() == gid]


def test_points_lie_at_their_coordinates_on_one_scale() -> None:
    points = made(6)
    ax = correspondence_map(points, AXES, names=("词", "主题"), source="虚构")
    drawn = {line.get_label(): line for line in ax.lines if line.get_gid() in ("row", "column")}
    assert len(drawn) == 11
    for row in points.itertuples():
        x, y = drawn[row.name].get_xdata()[0], drawn[row.name].get_ydata()[0]
        assert (x, y) == pytest.approx((row.dimension_1, row.dimension_2))
    box = ax.get_window_extent()
    across, up = np.ptp(ax.get_xlim()) / box.width, np.ptp(ax.get_ylim()) / box.height
    assert across == pytest.approx(up, rel=1e-3)
    assert (
        drawn["附加"].get_markerfacecolor() == style.GROUND != drawn["征地"].get_markerfacecolor()
    )
    assert marked(ax, "axis") == ["第1维（占总惯量87.8%）", "第2维（占总惯量11.8%）"]


def test_the_rows_that_make_most_of_the_axes_are_drawn_and_the_rest_counted() -> None:
    points = made(30)
    ax = correspondence_map(points, AXES, most=5)
    drawn = {line.get_label() for line in ax.lines if line.get_gid() == "row"}
    weight = points["contribution_1"] * 0.878 + points["contribution_2"] * 0.118
    assert drawn == set(points[points["side"] == "row"].assign(w=weight).nlargest(5, "w")["name"])
    assert "另有25项未画出" in marked(ax, "source")[0]


@pytest.mark.parametrize(
    ("n", "spread", "language"),
    [(3, 1.0, "zh"), (40, 1.0, "en"), (40, 0.0, "zh"), (12, 1e-3, "en")],
)
def test_no_label_lies_over_another(n: int, spread: float, language: str) -> None:
    style.use_style(language)
    points = made(n, spread=spread, name="Governance term " if language == "en" else "治理词语")
    ax = correspondence_map(
        points, AXES, names=("词", "主题"), title=LONG, subtitle="主坐标", source="虚构"
    )
    assert overlaps(ax.figure) == []
    assert outside(ax.figure) == []
    assert charts.missing_glyphs(ax.figure) == []
    unnamed = n + 5 - len(marked(ax, "row_name") + marked(ax, "column_name"))
    assert (unnamed > 0) == any(w in marked(ax, "source")[0] for w in ("未标名", "without a name"))


def test_regions_are_ellipses_about_their_points() -> None:
    points = made(4)
    column = points.iloc[4]
    regions = pd.DataFrame(
        {
            "side": ["column", "column"],
            "name": [column["name"], "治理"],
            "x": column["dimension_1"],
            "y": column["dimension_2"],
            "width": [0.4, np.nan],
            "height": 0.2,
            "angle": 30.0,
        }
    )
    ax = correspondence_map(points, AXES, regions=regions)
    ellipses = [patch for patch in ax.patches if patch.get_gid() == "region"]
    assert [(e.width, e.height, e.angle) for e in ellipses] == [(0.4, 0.2, 30.0)]
    assert "椭圆为95%自助法区域" in marked(ax, "source")[0]


def test_a_map_keeps_inside_its_slot() -> None:
    figure, (one, other) = plt.subplots(1, 2, figsize=(12, 6))
    correspondence_map(made(20), AXES, ax=one, title="一", source="虚构")
    correspondence_map(made(9), AXES, ax=other, names=("词", "组"), source="虚构")
    assert overlaps(figure) == []
    assert outside(figure) == []


def test_empty_and_bad_input() -> None:
    ax = correspondence_map(made(3).head(0), AXES, title="空")
    assert "没有数据" in [t.get_text() for t in ax.findobj(Text)]
    with pytest.raises(InputError, match="dimension_2"):
        correspondence_map(made(3).drop(columns="dimension_2"), AXES)
