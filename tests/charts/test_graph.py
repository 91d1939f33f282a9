"""The network of words: every name to be read, whatever the names."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from matplotlib import pyplot as plt
from matplotlib.text import Text

from helpers import charts
from helpers.charts import style
from helpers.charts.glyphs import texts
from helpers.charts.graph import graph
from helpers.charts.layout import outside, overlaps
from helpers.errors import InputError

pytestmark = pytest.mark.filterwarnings("error")
LONG = "青溪县人民政府办公室关于进一步推进数字乡村“一张图”平台建设与应用推广工作专班"
AWKWARD = [LONG, LONG + "二", "S-300型无人机（二期）", "12345热线", "水", "“三联三争”", "a" * 40]


def made(n: int, *, links: int, awkward: bool = False) -> tuple[pd.DataFrame, pd.DataFrame]:
    generator = np.random.default_rng(n)
    names = [f"{AWKWARD[i % 7]}{i}" if awkward else f"词语{i}" for i in range(n)]
    rows = {tuple(sorted(generator.choice(n, 2, replace=False))) for _ in range(links)}
    edges = pd.DataFrame(
        [(names[a], names[b], generator.random()) for a, b in sorted(rows)],
        columns=["a", "b", "jaccard"],
    )
    nodes = pd.DataFrame({"node": names, "n_holding": generator.integers(1, 90, n)})
    return nodes.assign(community=[i % 8 + 1 for i in range(n)]), edges


def named(ax) -> list[str]:
    return [t.get_text() for t in ax.findobj(Text) if t.get_gid() == "node"]


def test_links_and_nodes_are_those_of_the_frames() -> None:
    nodes = pd.DataFrame(
        {"node": list("甲乙丙丁"), "n_holding": [9, 4, 1, 7], "kind": list("xxyy")}
    )
    edges = pd.DataFrame({"a": ["甲", "乙"], "b": ["乙", "丙"], "jaccard": [0.8, 0.2]})
    ax = graph(nodes, edges, group="kind", names={"x": "人物", "y": "举措"}, source="虚构")
    drawn = {line.get_label(): line for line in ax.lines}
    # 丁 has no link, and so no place.
    assert set(drawn) == {"甲 — 乙", "乙 — 丙", "甲", "乙", "丙"}
    assert drawn["甲 — 乙"].get_linewidth() > drawn["乙 — 丙"].get_linewidth()
    assert drawn["甲"].get_markersize() > drawn["乙"].get_markersize()
    assert drawn["甲"].get_color() == drawn["乙"].get_color() != drawn["丙"].get_color()
    assert sorted(named(ax)) == sorted("甲乙丙")
    assert [t.get_text() for t in ax.findobj(Text) if t.get_gid() == "key"] == ["人物", "举措"]


@pytest.mark.parametrize(
    ("n", "links", "awkward"), [(2, 1, True), (14, 24, True), (45, 120, False), (24, 12, False)]
)
def test_no_name_lies_over_another(n: int, links: int, awkward: bool) -> None:
    nodes, edges = made(n, links=links, awkward=awkward)
    keys = {number: f"第{number}组" for number in range(1, 9)}
    ax = graph(nodes, edges, group="community", names=keys, title=LONG, source=LONG)
    assert overlaps(ax.figure) == []
    assert outside(ax.figure) == []
    assert charts.missing_glyphs(ax.figure) == []
    assert len(named(ax)) == min(45, len({*edges["a"], *edges["b"]}))


@pytest.mark.slow
def test_a_dense_network_keeps_inside_its_slot_and_says_what_is_left_out() -> None:
    figure, (one, other) = plt.subplots(1, 2, figsize=(9, 4.5))
    nodes, edges = made(45, links=300, awkward=True)
    ax = graph(nodes, edges, ax=one, title="小", source="虚构")
    graph(*made(10, links=14), ax=other)
    assert overlaps(figure) == []
    note = next(t.get_text() for t in ax.findobj(Text) if t.get_gid() == "source")
    left_out = 45 - len(named(ax))
    assert left_out > 0
    assert f"另有{left_out}项未画出" in note
    slot = one.get_figure().transFigure.inverted()
    right = max(t.get_window_extent().transformed(slot).x1 for t in texts(figure) if t.axes is one)
    assert right <= 0.5


def test_a_drawing_is_the_same_every_time() -> None:
    nodes, edges = made(20, links=30)
    one, other = graph(nodes, edges), graph(nodes.sample(frac=1, random_state=1), edges[::-1])
    assert [t.get_position() for t in one.texts] == [t.get_position() for t in other.texts]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_to_draw_is_said(language: str) -> None:
    style.use_style(language)
    ax = graph(*(frame.head(0) for frame in made(3, links=2)), title="空")
    assert {"zh": "没有数据", "en": "No data"}[language] in [t.get_text() for t in texts(ax.figure)]
    with pytest.raises(InputError, match="no column 'weight'"):
        graph(*made(3, links=2), weight="weight")
