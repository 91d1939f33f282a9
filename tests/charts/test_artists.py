"""What a chart draws is what the table says: read from its artists."""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd
import pytest
from matplotlib.text import Text

from helpers import charts
from helpers.charts import style
from helpers.errors import InputError

#: A warning would stand in a notebook as an error does.
pytestmark = pytest.mark.filterwarnings("error")

RANKED = pd.DataFrame(
    {"label": ["丙", "甲", "乙", "丁"], "value": [5, 9, 5, 1], "low": [4, 7, 3, 0]}
).assign(high=lambda f: f["value"] + 2)


def marked(ax, gid: str) -> list[str]:
    return [t.get_text() for t in ax.findobj(Text) if t.get_gid() == gid]


def test_bars_are_ranked_by_value_then_name() -> None:
    ax = charts.bars(RANKED, title="标题", subtitle="副题", source="虚构")
    assert [p.get_width() for p in ax.patches] == [9, 5, 5, 1]
    assert [p.get_gid() for p in ax.patches] == ["甲", "丙", "乙", "丁"]
    assert [t.get_text() for t in ax.get_yticklabels()] == ["甲", "丙", "乙", "丁"]
    assert marked(ax, "value") == ["9", "5", "5", "1"]
    assert ax.get_title(loc="left") == "标题"
    assert marked(ax, "subtitle") == ["副题"]
    assert marked(ax, "source") == ["来源：虚构"]


def test_bars_can_keep_the_order_of_the_frame_and_say_what_they_leave_out() -> None:
    ax = charts.bars(RANKED, sort=False, limit=3)
    assert [p.get_width() for p in ax.patches] == [5, 9, 5]
    assert marked(ax, "source") == ["来源：另有1项未画出"]


def test_bars_highlight_one_and_pale_the_rest() -> None:
    from matplotlib.colors import to_hex

    ax = charts.bars(RANKED, highlight=["乙"])
    shades = {p.get_gid(): to_hex(p.get_facecolor()).upper() for p in ax.patches}
    assert shades == {"甲": style.PALE, "丙": style.PALE, "乙": style.ACCENT, "丁": style.PALE}


def test_whiskers_reach_from_low_to_high() -> None:
    ax = charts.bars(RANKED, low="low", high="high")
    spans = [tuple(path.vertices[:, 0]) for path in ax.collections[0].get_paths()]
    assert spans == [(7, 11), (4, 7), (3, 7), (0, 3)]


def test_negative_bars_reach_to_the_left() -> None:
    ax = charts.bars(pd.DataFrame({"label": ["甲", "乙"], "value": [4.0, -2.5]}))
    assert [p.get_width() for p in ax.patches] == [4.0, -2.5]
    assert marked(ax, "value") == ["4.00", "−2.50"]
    assert ax.get_xlim() == (-2.5, 4.0)


def test_a_column_that_is_not_there_is_named() -> None:
    with pytest.raises(InputError, match=r"no column 'n'.*label, value"):
        charts.bars(RANKED, value="n")


def test_timeline_stands_at_its_dates() -> None:
    data = pd.DataFrame({"date": ["2031-03-02", "2030-12-30"], "value": [7, 2]})
    ax = charts.timeline(data, notes=[("2031-01-04", "开会")])
    (line,) = [x for x in ax.get_lines() if x.get_label() == "value"]
    assert [date.fromordinal(int(x)) for x in line.get_xdata()] == [
        date(2030, 12, 30),
        date(2031, 3, 2),
    ]
    assert list(line.get_ydata()) == [2, 7]
    assert [t.get_text() for t in ax.get_xticklabels()] == ["12月30日\n2030年", "3月2日\n2031年"]
    assert marked(ax, "note") == ["开会"]
    assert ax.get_ylim()[0] == 0


def test_timeline_names_its_series_in_the_order_of_their_sums() -> None:
    data = pd.DataFrame(
        {"date": ["2031-01-01", "2031-02-01"] * 2, "value": [1, 2, 8, 9], "theme": list("aabb")}
    )
    ax = charts.timeline(data, series="theme", language="en")
    assert marked(ax, "series") == ["b", "a"]


def test_timeline_shades_the_interval() -> None:
    data = pd.DataFrame({"date": ["2031-01-01", "2031-02-01"], "value": [3, 4]})
    ax = charts.timeline(data.assign(a=[2, 3], b=[5, 6]), low="a", high="b")
    (ribbon,) = ax.collections
    heights = ribbon.get_paths()[0].vertices[:, 1]
    assert (heights.min(), heights.max()) == (2, 6)


def test_a_date_that_cannot_be_read_is_an_input_error() -> None:
    with pytest.raises(InputError, match="not a date"):
        charts.timeline(pd.DataFrame({"date": ["某日"], "value": [1]}))


def test_shares_add_up_to_one_in_each_row() -> None:
    data = pd.DataFrame(
        {"row": list("xxxyy"), "part": list("abcab"), "value": [1.0, 2.0, 1.0, 0.0, 5.0]}
    )
    ax = charts.stacked_shares(data)
    widths = {p.get_gid(): p.get_width() for p in ax.patches}
    assert widths["x|b"] == 0.5
    assert widths["y|b"] == 1.0
    assert sum(w for k, w in widths.items() if k.startswith("x|")) == pytest.approx(1)
    assert marked(ax, "key") == ["b", "a", "c"]
    assert marked(ax, "total") == ["4", "5"]
    assert "50%" in marked(ax, "share")


def test_shares_put_the_smallest_parts_together() -> None:
    data = pd.DataFrame({"row": ["x"] * 9, "part": list("abcdefghi"), "value": range(9, 0, -1)})
    ax = charts.stacked_shares(data)
    assert marked(ax, "key") == ["a", "b", "c", "d", "e", "其他"]
    assert ax.patches[-1].get_width() == pytest.approx((4 + 3 + 2 + 1) / 45)


def test_a_row_without_anything_has_no_shares() -> None:
    ax = charts.stacked_shares(pd.DataFrame({"row": ["x"], "part": ["a"], "value": [0.0]}))
    assert [p.get_width() for p in ax.patches] == [0.0]


def test_heatmap_holds_its_values_and_says_where_there_are_none() -> None:
    data = pd.DataFrame({"row": list("xxy"), "column": list("abb"), "value": [1.0, 2.0, 3.0]})
    ax = charts.heatmap(data)
    values = ax.collections[0].get_array()
    assert values.tolist() == [[1.0, 2.0], [None, 3.0]]
    assert marked(ax, "cell") == ["1", "2", "3"]
    assert marked(ax, "no_data") == ["–"]
    assert marked(ax, "source") == ["来源：“–”表示没有数据"]


def test_dots_and_their_partners() -> None:
    data = pd.DataFrame({"label": ["甲", "乙"], "before": [3, 8], "after": [5, 8]})
    ax = charts.dotplot(data, value="before", other="after", names=("前", "后"))
    dots = {x.get_gid(): list(x.get_xdata()) for x in ax.get_lines() if x.get_gid()}
    assert dots == {"value": [8, 3], "other": [8, 5]}
    assert marked(ax, "reading") == ["8 → 8", "3 → 5"]
    assert marked(ax, "key") == ["前", "后"]


def test_two_measures_with_intervals_stand_one_under_the_other() -> None:
    data = pd.DataFrame({"label": ["甲"], "a": [3], "al": [1], "ah": [5], "b": [4], "bl": [2]})
    data["bh"] = 9
    ax = charts.dotplot(
        data, value="a", other="b", low="al", high="ah", other_low="bl", other_high="bh"
    )
    dots = {x.get_gid(): x.get_xydata()[0].tolist() for x in ax.get_lines() if x.get_gid()}
    assert (dots["value"][0], dots["other"][0]) == (3, 4)
    assert dots["value"][1] < 0 < dots["other"][1]
    spans = [tuple(c.get_paths()[0].vertices[:, 0]) for c in ax.collections]
    assert spans == [(1, 5), (2, 9)]
    assert marked(ax, "reading") == ["3 · 4"]


def test_network_links_rows_of_its_columns() -> None:
    nodes = pd.DataFrame(
        {
            "node": ["甲", "乙", "丙", "丁"],
            "kind": ["人", "人", "会", "会"],
            "n_mentions": [3, 1, 2, 9],
        }
    )
    edges = pd.DataFrame({"a": ["甲", "乙"], "b": ["丙", "丙"], "n_sentences": [2, 1]})
    ax = charts.network(nodes, edges, columns=["会", "人"])
    assert sorted(marked(ax, "node")) == ["丙", "乙", "甲"]  # 丁 is linked to nobody
    assert marked(ax, "head") == ["会", "人"]
    links = {x.get_label(): x.get_linewidth() for x in ax.get_lines() if "—" in x.get_label()}
    assert links["甲 — 丙"] > links["乙 — 丙"]


def test_slope_draws_values_and_bump_ranks() -> None:
    data = pd.DataFrame(
        {"name": list("aabb"), "date": ["2030-01-01", "2031-01-01"] * 2, "value": [1, 9, 4, 2]}
    )
    ax = charts.slope(data)
    assert {x.get_label(): list(x.get_ydata()) for x in ax.get_lines() if x.get_gid() is None}[
        "a"
    ] == [1, 9]
    assert sorted(marked(ax, "end")) == ["2  b", "9  a", "a  1", "b  4"]
    ax = charts.slope(data, rank=True)
    ranks = {x.get_label(): list(x.get_ydata()) for x in ax.get_lines()}
    assert ranks["a"] == [2, 1]
    assert ranks["b"] == [1, 2]
    assert ax.get_ylim()[0] > ax.get_ylim()[1]


def test_the_same_frame_gives_the_same_cloud_whatever_its_order() -> None:
    data = pd.DataFrame({"term": ["平台", "治理", "干部", "群众"], "count": [9, 5, 5, 0]})
    clouds = [
        [
            (t.get_text(), t.get_position(), t.get_fontsize())
            for t in charts.wordcloud_chart(frame).findobj(Text)
            if t.get_gid() == "term"
        ]
        for frame in (data, data.iloc[::-1])
    ]
    assert clouds[0] == clouds[1]
    assert {word for word, _, _ in clouds[0]} == {"平台", "治理", "干部"}
    assert clouds[0][0][0] == "平台"


@pytest.mark.parametrize("shape", ["circle", "hills", None])
def test_the_ink_of_the_words_of_a_cloud_does_not_overlap(shape: str | None) -> None:
    data = pd.DataFrame({"term": [f"词{i}平台" for i in range(25)], "count": range(60, 35, -1)})
    ax = charts.wordcloud_chart(data, shape=shape)
    figure = ax.figure
    figure.set_dpi(60)
    words = [t for t in ax.findobj(Text) if t.get_gid() == "term"]
    assert len(words) >= 15
    layers = []
    for word in words:
        for other in words:
            other.set_visible(other is word)
        figure.canvas.draw()
        layers.append(np.asarray(figure.canvas.buffer_rgba())[:, :, :3].min(axis=2) < 170)
    assert all(layer.any() for layer in layers)
    # The whole page counts once for every word: only what two words share is more than that.
    common = np.logical_and.reduce(layers)
    assert (np.sum(layers, axis=0)[~common] <= 1).all()


def test_a_shape_that_is_not_known_is_named() -> None:
    data = pd.DataFrame({"term": ["平台"], "count": [1]})
    with pytest.raises(InputError, match="use one of circle, diamond"):
        charts.wordcloud_chart(data, shape="panda")


def test_the_map_has_one_strip_for_each_line() -> None:
    data = pd.DataFrame(
        {
            "issue_id": ["a", "a", "a", "b"],
            "line": [1, 2, 4, 1],
            "role": ["masthead", "body", "body", "?"],
        }
    )
    ax = charts.lines_map(data)
    assert {c.get_gid(): len(c.get_paths()) for c in ax.collections} == {
        "masthead": 1,
        "body": 2,
        "unknown": 1,
    }
    assert marked(ax, "key") == ["报头 1", "正文 2", "未归类 1"]
    assert marked(ax, "issue") == ["a", "b"]
    (_, second) = next(c for c in ax.collections if c.get_gid() == "body").get_paths()
    assert second.vertices[:, 1].min() == 3
    assert second.vertices[:, 1].max() == 4


def test_every_role_of_a_line_has_a_colour_and_a_name() -> None:
    from helpers.charts.labels import WORDS
    from helpers.charts.pages import ROLE_COLOURS
    from helpers.parsing.model import ROLES

    assert set(ROLES) == set(ROLE_COLOURS)
    assert set(ROLES) <= set(WORDS)


@pytest.mark.parametrize("kind", ["lines", "bars"])
def test_panels_share_their_axes(kind: str) -> None:
    data = pd.DataFrame(
        {
            "panel": list("aabb"),
            "date": ["2031-01-01", "2031-02-01"] * 2,
            "value": [1, 2, 30, 40],
        }
    )
    ax = charts.small_multiples(data, kind=kind, title="标题")
    assert [p.get_label() for p in ax.child_axes] == ["b", "a"]
    assert len({p.get_ylim() for p in ax.child_axes}) == 1
    assert len({p.get_xlim() for p in ax.child_axes}) == 1
    if kind == "bars":
        assert [p.get_height() for p in ax.child_axes[0].patches] == [30, 40]
    else:
        assert list(ax.child_axes[0].get_lines()[0].get_ydata()) == [30, 40]


def test_ribbons_leave_a_gap_where_no_interval_is_known() -> None:
    days = [f"2031-0{n}-01" for n in range(1, 7)]
    data = pd.DataFrame(
        {
            "panel": "a",
            "date": days,
            "value": [1.0, 2, 3, 4, 5, 6],
            "low": [0.5, 1.5, None, 3, None, 5],
            "high": [2.0, 3, None, 5, None, 9],
        }
    )
    ax = charts.small_multiples(data, low="low", high="high", title="标题")
    (panel,) = ax.child_axes
    ribbon, alone = (c for c in panel.collections if c.get_gid() == "interval")
    assert len(ribbon.get_paths()) == 1
    # The fourth and the sixth stand between gaps: upright bars.
    assert [tuple(s[:, 1]) for s in alone.get_segments()] == [(3, 5), (5, 9)]
    assert panel.get_ylim()[1] >= 9


def test_cells_show_words_in_the_place_of_values() -> None:
    data = pd.DataFrame(
        {"row": ["甲", "甲", "乙"], "column": [1, 2, 1], "value": [1, 6, 3], "said": list("沸冷热")}
    )
    ax = charts.heatmap(data, text="said")
    assert [t.get_text() for t in ax.texts if t.get_gid() == "cell"] == ["沸", "冷", "热"]


def test_many_rows_stand_closer_before_any_is_left_out() -> None:
    data = pd.DataFrame({"row": [str(1954 + i) for i in range(52)], "part": "甲", "value": 1})
    ax = charts.stacked_shares(data)
    assert len(ax.get_yticklabels()) == 52
    assert ax.figure.get_size_inches()[1] < 12


def test_tall_rows_beyond_a_page_are_counted() -> None:
    names = [f"全国城乡居民平均消费水平与公共财政收入之比的历年变化第{i}项" * 2 for i in range(80)]
    ax = charts.dotplot(pd.DataFrame({"label": names, "value": range(80)}))
    drawn = len(ax.get_yticklabels())
    assert 15 < drawn < 60
    assert marked(ax, "source") == [f"来源：另有{80 - drawn}项未画出"]
    assert ax.figure.get_size_inches()[1] < 12


def test_slopes_beyond_a_page_are_counted() -> None:
    names = [f"第{i}项" for i in range(120)]
    data = pd.DataFrame({"name": names * 2, "date": ["1990"] * 120 + ["2000"] * 120})
    ax = charts.slope(data.assign(value=range(240)))
    drawn = len(marked(ax, "end")) // 2
    assert 15 < drawn < 120
    assert marked(ax, "source") == [f"来源：另有{120 - drawn}项未画出"]
    # The largest at the last date are those that stay.
    assert {line.get_label() for line in ax.lines} >= {"第119项", "第118项"}
    assert ax.figure.get_size_inches()[1] < 10
