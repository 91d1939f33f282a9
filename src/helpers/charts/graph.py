"""A network without direction: words that stand together, each with a name that can be read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from helpers.charts import labels, style
from helpers.charts.fonts import measure
from helpers.charts.placing import part
from helpers.charts.rows import text_height
from helpers.charts.sheet import Sheet, open_sheet, require
from helpers.charts.wrapping import wrap

if TYPE_CHECKING:
    import networkx as nx
    from matplotlib.axes import Axes

Vector = NDArray[np.float64]
_SIZE = style.LABEL_SIZE
#: Height of the plot to its width; how much taller it may grow for its names.
_SHAPE, _TALLEST = 0.78, 1.6
#: Diameter of the smallest and the largest node, in inches.
_SMALL, _LARGE = 0.07, 0.24
#: Room between a mark and its name.
_UNDER = 0.02


def graph(
    nodes: pd.DataFrame,
    edges: pd.DataFrame,
    *,
    node: str = "node",
    size: str = "n_holding",
    weight: str = "jaccard",
    group: str | None = None,
    names: Mapping[object, str] | None = None,
    most: int = 45,
    title: str | None = None,
    subtitle: str | None = None,
    source: str | None = None,
    language: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw a network of co-occurrence; near in the drawing is near in the network, roughly.

    The layout brings distances in the plane near those along the links (Kamada and Kawai 1989, as
    networkx has it; no chance is in it); then the boxes of node and name are moved apart until
    none meets. If there is no room for all, the smallest nodes are left out and the note says so.

    Args:
        nodes: One row for each node, with its size.
        edges: One row for each link, with `a`, `b` and a weight. Nodes without a link are not
            drawn.
        node: Column of the nodes' names.
        size: Column of their sizes: area of the mark.
        weight: Column of the links' weights, 0 and more.
        group: Column of `nodes` that colours them: a community or kind. The six largest groups have
            a colour, others are grey.
        names: Names of the groups for the key; without it there is none.
        most: Nodes drawn: the largest of those that are linked.
        title: What the chart shows.
        subtitle: Measure, unit, period.
        source: Where the figures come from.
        language: 'zh' or 'en'; that of the style when not given.
        ax: The Axes to draw on; a figure of its own when not given.

    Returns:
        The Axes: a line for each link, labelled 'a — b', a line of one point for each node,
        labelled with its name; names have the gid 'node'.

    Raises:
        InputError: A column is not there.
    """
    require(nodes, node, size, group)
    require(edges, "a", "b", weight)
    sheet = open_sheet(ax, language=language)
    linked = {*edges["a"].astype(str), *edges["b"].astype(str)}
    frame = nodes.assign(**{node: nodes[node].astype(str)})
    frame = frame[frame[node].isin(linked)].drop_duplicates(node)
    frame = frame.sort_values([size, node], ascending=[False, True]).head(most)
    frame, net = _net(frame, edges, node, weight)
    if not len(frame):
        return sheet.no_data(title=title, subtitle=subtitle, source=source)
    colours = _colours(frame, group)
    key = [
        (colour, str(names[g]))
        for g, colour in colours.items()
        if names and g in names and colour != style.PALE
    ]
    frame, net, shown, spots, room = _plan(
        sheet, frame, net, (node, size), taken=_taken(sheet, key, title, subtitle, source)
    )
    left_out = len(linked) - len(frame)
    notes = [source or "", labels.word("more_rows", language=sheet.language, n=left_out)]
    sheet.lay_out(
        title=title,
        subtitle=subtitle,
        source=" · ".join(note for note in notes[: 1 + bool(left_out)] if note) or None,
        plot_height=room,
        key=key,
    )
    spots = spots + np.array([0.0, max(0.0, (sheet.plot_height - room) / 2)])
    _draw(sheet, frame, net, spots, shown, (node, size, group), colours)
    return sheet.ax


def _net(
    frame: pd.DataFrame, edges: pd.DataFrame, node: str, weight: str
) -> tuple[pd.DataFrame, nx.Graph]:
    """Return the nodes that are still linked among themselves, and their graph."""
    import networkx as nx

    net = nx.Graph()
    kept = set(frame[node])
    for a, b, value in sorted(
        zip(edges["a"].astype(str), edges["b"].astype(str), edges[weight], strict=True)
    ):
        if a != b and a in kept and b in kept:
            net.add_edge(a, b, weight=float(value), pair=(a, b))
    return frame[frame[node].isin(set(net))], net


def _colours(frame: pd.DataFrame, group: str | None) -> dict[object, str]:
    """Return the colour of each group, the largest first; past six they are pale."""
    if group is None:
        return {}
    counts = frame[group].value_counts()
    ranked = sorted(counts.index, key=lambda g: (-int(counts[g]), str(g)))
    hues = [
        style.SERIES[n] if n < len(style.SERIES) - 1 else style.PALE for n in range(len(ranked))
    ]
    return dict(zip(ranked, hues, strict=True))


def _taken(
    sheet: Sheet,
    key: list[tuple[str, str]],
    title: str | None,
    subtitle: str | None,
    source: str | None,
) -> float:
    """Return the height that words take of a given Axes: none of a figure that grows."""
    long = sum(measure(name, _SIZE)[0] + 0.35 for _, name in key)
    lines = int(np.ceil(long / (0.8 * sheet.inner))) if key else 0
    return text_height(sheet, title, subtitle, (source or "") + "·" * 40) + 0.25 * lines + 0.1


def _plan(
    sheet: Sheet, frame: pd.DataFrame, net: nx.Graph, columns: tuple[str, str], *, taken: float
) -> tuple[pd.DataFrame, nx.Graph, dict[str, str], Vector, float]:
    """Find a place for every node, in a taller plot if need be, at last without the smallest."""
    node, size = columns
    shape = _SHAPE
    while True:
        room = sheet.inner * shape if sheet.owned else max(sheet.height - taken, 0.4)
        shown = {name: wrap(name, 1.25, size=_SIZE, lines=2) for name in frame[node]}
        boxes = _boxes(shown, _diameters(frame[size]))
        wanted = _layout(net, list(shown)) * np.array([sheet.inner, room])
        spots = part(wanted, boxes, width=sheet.inner, height=room)
        if spots is not None:
            return frame, net, shown, spots, room
        if sheet.owned and shape < _TALLEST:
            shape += 0.15
            continue
        fewer, smaller = _net(frame.iloc[: max(len(frame) * 9 // 10, 2)], *_rest(net, node))
        if len(fewer) in (0, len(frame)):
            # Not even one pair has room: what is left stands where it would.
            return frame, net, shown, np.clip(wanted, boxes / 2, None), room
        frame, net = fewer, smaller


def _rest(net: nx.Graph, node: str) -> tuple[pd.DataFrame, str, str]:
    """Return the links of a graph as a frame, with the names of its columns."""
    rows = [(*data["pair"], data["weight"]) for *_, data in net.edges(data=True)]
    return pd.DataFrame(rows, columns=["a", "b", "weight"]), node, "weight"


def _diameters(sizes: pd.Series[float]) -> Vector:
    """Return the diameter of each mark in inches: its area grows with the size."""
    values = np.sqrt(np.maximum(sizes.to_numpy(dtype=float), 0.0))
    top = values.max() if len(values) and values.max() > 0 else 1.0
    return np.asarray(_SMALL + (_LARGE - _SMALL) * values / top)


def _boxes(shown: Mapping[str, str], diameters: Vector) -> Vector:
    """Return width and height of each node with its name beneath."""
    texts = np.array([measure(text, _SIZE, linespacing=1.15) for text in shown.values()])
    wide = np.maximum(texts[:, 0], diameters)
    return np.stack([wide, texts[:, 1] + diameters + _UNDER], axis=1)


def _layout(net: nx.Graph, names: list[str]) -> Vector:
    """Lay the nodes out between 0 and 1; parts without a link are kept a step apart."""
    import networkx as nx

    if len(names) == 1:
        return np.full((1, 2), 0.5)
    heaviest = max((data["weight"] for *_, data in net.edges(data=True)), default=1.0) or 1.0
    plain = nx.Graph()
    plain.add_nodes_from(names)
    for a, b, data in net.edges(data=True):
        plain.add_edge(a, b, length=1.5 - data["weight"] / heaviest)
    steps = dict(nx.all_pairs_dijkstra_path_length(plain, weight="length"))
    farthest = max(max(one.values()) for one in steps.values())
    apart = {a: {b: steps[a].get(b, 0.4 * farthest + 1.6) for b in names} for a in names}
    found = nx.kamada_kawai_layout(plain, dist=apart)
    spots = np.array([found[name] for name in names])
    low, high = spots.min(axis=0), spots.max(axis=0)
    inner: Vector = (spots - low) / np.where(high - low > 1e-9, high - low, 1.0)
    return 0.06 + 0.88 * inner


def _draw(
    sheet: Sheet,
    frame: pd.DataFrame,
    net: nx.Graph,
    spots: Vector,
    shown: Mapping[str, str],
    columns: tuple[str, str, str | None],
    colours: Mapping[object, str],
) -> None:
    """Draw links, marks and names; x and y of the data are inches."""
    from matplotlib.patheffects import withStroke

    node, size, group = columns
    ax = sheet.ax
    ax.set_xlim(0, sheet.plot_width)
    ax.set_ylim(0, sheet.plot_height)
    ax.set_axis_off()
    diameters = _diameters(frame[size])
    boxes = _boxes(shown, diameters)
    marks = spots.copy()
    marks[:, 1] += boxes[:, 1] / 2 - diameters / 2
    groups = frame[group].tolist() if group else [None] * len(frame)
    hues = [colours.get(g, style.NAVY) for g in groups]
    place = dict(zip(frame[node], range(len(frame)), strict=True))
    heaviest = max((data["weight"] for *_, data in net.edges(data=True)), default=1.0) or 1.0
    for a, b, data in sorted(net.edges(data=True), key=lambda edge: edge[2]["weight"]):
        one, two = place[a], place[b]
        share = max(data["weight"], 0.0) / heaviest
        ax.plot(
            marks[[one, two], 0],
            marks[[one, two], 1],
            color=hues[one] if hues[one] == hues[two] else style.FAINT,
            alpha=0.25 + 0.4 * share,
            linewidth=0.6 + 2.2 * share,
            label=" — ".join(data["pair"]),
            solid_capstyle="round",
            zorder=2,
        )
    for name, (x, y), diameter, hue, box, spot in zip(
        frame[node], marks, diameters, hues, boxes, spots, strict=True
    ):
        ax.plot(
            [x],
            [y],
            marker="o",
            markersize=72 * diameter,
            color=hue,
            markeredgecolor=style.GROUND,
            markeredgewidth=0.8,
            label=name,
            zorder=4,
        )
        text = sheet.write(
            x, spot[1] - box[1] / 2, shown[name], size=_SIZE, ha="center", va="bottom", gid="node"
        )
        # Lines that run under a name stop short of its strokes.
        text.set_path_effects([withStroke(linewidth=2.2, foreground=style.GROUND)])
        text.set_zorder(5)
