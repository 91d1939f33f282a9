"""Who stands beside whom: actors in columns by kind, a line for each pair named together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from helpers.charts import style
from helpers.charts.fonts import measure
from helpers.charts.sheet import Sheet, open_sheet, require
from helpers.charts.wrapping import wrap

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_SIZE = style.LABEL_SIZE - 0.5
#: Room of one row, and of the head of a column, in inches.
_ROW, _HEAD = 0.27, 0.3
#: How often rows are put in order by what they are linked to (Sugiyama et al. 1981).
_SWEEPS = 12


def network(
    nodes: pd.DataFrame,
    edges: pd.DataFrame,
    *,
    node: str = "node",
    kind: str = "kind",
    size: str = "n_mentions",
    weight: str = "n_sentences",
    columns: Sequence[str] = (),
    names: Mapping[str, str] | None = None,
    most: int = 14,
    title: str | None = None,
    subtitle: str | None = None,
    source: str | None = None,
    language: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw a network in layers: one column for each kind of node, lines between their rows.

    A layered drawing has a place for every name, which no force-directed one has: names never
    overlap. Rows are ordered by the mean place of what they are linked to (the barycentre method:
    Sugiyama, Tagawa and Toda 1981, IEEE Trans. SMC 11), so that lines cross little.

    Args:
        nodes: One row for each node, with its kind and size.
        edges: One row for each link, with `a`, `b` and a weight.
        node: Column of the nodes' names.
        kind: Column of their kinds.
        size: Column of their sizes.
        weight: Column of the links' weights.
        columns: Kinds from left to right; those of the data when not given. Three at most are
            drawn, others are left out.
        names: Names to show of the kinds.
        most: Nodes drawn in one column: the largest of those that are linked.
        title: What the chart shows.
        subtitle: Measure, unit, period.
        source: Where the figures come from.
        language: 'zh' or 'en'; that of the style when not given.
        ax: The Axes to draw on; a figure of its own when not given.

    Returns:
        The Axes: a line for each link, labelled 'a — b', a point for each node.

    Raises:
        InputError: A column is not there.
    """
    require(nodes, node, kind, size)
    require(edges, "a", "b", weight)
    sheet = open_sheet(ax, language=language)
    chosen = _choose(nodes, edges, node, kind, size, most)
    kinds = [k for k in (columns or list(dict.fromkeys(chosen[kind]))) if k in set(chosen[kind])][
        :3
    ]
    chosen = chosen[chosen[kind].isin(kinds)]
    links = edges[edges["a"].isin(chosen[node]) & edges["b"].isin(chosen[node])]
    if links.empty:
        return sheet.no_data(title=title, subtitle=subtitle, source=source)
    layers = [chosen.loc[chosen[kind] == k, node].astype(str).tolist() for k in kinds]
    pairs = list(zip(links["a"].astype(str), links["b"].astype(str), links[weight], strict=True))
    layers = _order(layers, [(a, b) for a, b, _ in pairs])
    rows = max(map(len, layers))
    side = [0.0, 0.0]
    shown = {
        name: wrap(name, 0.25 * sheet.inner, size=_SIZE, lines=1)
        for layer in layers
        for name in layer
    }
    side[0] = max(measure(shown[n], _SIZE)[0] for n in layers[0]) + 0.14
    if len(layers) > 1:
        side[1] = max(measure(shown[n], _SIZE)[0] for n in layers[-1]) + 0.14
    sheet.lay_out(
        title=title,
        subtitle=subtitle,
        source=source,
        plot_height=rows * _ROW + 0.1,
        left=side[0],
        right=side[1],
        above=_HEAD,
    )
    _draw(sheet, layers, pairs, shown)
    _write_heads(sheet, layers, [str((names or {}).get(k, k)) for k in kinds], side)
    return sheet.ax


def _choose(
    nodes: pd.DataFrame, edges: pd.DataFrame, node: str, kind: str, size: str, most: int
) -> pd.DataFrame:
    """Keep the largest linked nodes of each kind."""
    linked = nodes[nodes[node].isin({*edges["a"], *edges["b"]})]
    ranked = linked.sort_values([size, node], ascending=[False, True], kind="stable")
    return ranked.groupby(kind, sort=False, observed=True).head(most)


def _order(layers: list[list[str]], pairs: Sequence[tuple[str, str]]) -> list[list[str]]:
    """Put the rows of each layer in the order of the mean place of their neighbours."""
    beside: dict[str, list[str]] = {name: [] for layer in layers for name in layer}
    for a, b in pairs:
        beside[a].append(b)
        beside[b].append(a)
    for _ in range(_SWEEPS):
        for number, layer in enumerate(layers):
            place = {
                name: (row + 0.5) / len(rows) for rows in layers for row, name in enumerate(rows)
            }
            own = set(layer)

            def middle(
                name: str, place: Mapping[str, float] = place, own: set[str] = own
            ) -> tuple[float, str]:
                others = [place[o] for o in beside[name] if o not in own]
                return (sum(others) / len(others) if others else place[name], name)

            layers[number] = sorted(layer, key=middle)
    return layers


def _draw(
    sheet: Sheet,
    layers: Sequence[Sequence[str]],
    pairs: Sequence[tuple[str, str, float]],
    shown: Mapping[str, str],
) -> None:
    """Draw links, points and names; x and y of the data are inches."""
    ax, wide, tall = sheet.ax, sheet.plot_width, sheet.plot_height
    ax.set_xlim(0, wide)
    ax.set_ylim(0, tall)
    ax.set_axis_off()
    last = max(len(layers) - 1, 1)
    spots: dict[str, tuple[float, float, float, int]] = {}
    for number, layer in enumerate(layers):
        x = wide * number / last
        step = tall / len(layer)
        for row, name in enumerate(layer):
            inner = 0 < number < last
            half = measure(shown[name], _SIZE)[0] / 2 + 0.07 if inner else 0.0
            spots[name] = (x, tall - (row + 0.5) * step, half, number)
    heaviest = max(weight for _, _, weight in pairs)
    for a, b, weight in sorted(pairs, key=lambda pair: pair[2]):
        (xa, ya, ha, la), (xb, yb, hb, lb) = sorted((spots[a], spots[b]), key=lambda s: s[3])
        xa, xb = xa + ha, xb - hb
        bend = (xb - xa) / 2 if la != lb else min(0.18 + abs(ya - yb) * 0.15, wide / 4)
        if la == lb:
            xb = xa
            bend = -bend - 2 * ha if la == last and last > 0 else bend
        second = xb - bend if la != lb else xa + bend
        points = _bezier((xa, ya), (xa + bend, ya), (second, yb), (xb, yb))
        share = weight / heaviest
        ax.plot(
            points[:, 0],
            points[:, 1],
            color=style.NAVY,
            alpha=0.25 + 0.5 * share,
            linewidth=0.7 + 2.3 * share,
            label=f"{a} — {b}",
            solid_capstyle="round",
            clip_on=False,
            zorder=2,
        )
    for name, (x, y, half, number) in spots.items():
        if half:
            _pill(sheet, x, y, half)
            sheet.write(x, y, shown[name], size=_SIZE, ha="center", va="center", gid="node")
            continue
        ax.plot([x], [y], marker="o", markersize=5, color=style.ACCENT, zorder=4, clip_on=False)
        right = number == last and last > 0 and number > 0
        sheet.write(
            x + (0.09 if right else -0.09),
            y,
            shown[name],
            size=_SIZE,
            ha="left" if right else "right",
            va="center",
            gid="node",
        )


def _bezier(*points: tuple[float, float], steps: int = 40) -> NDArray[np.float64]:
    """Return points on a cubic Bézier curve => (steps, 2)."""
    t = np.linspace(0, 1, steps)[:, None]
    a, b, c, d = (np.array(point) for point in points)
    curve: NDArray[np.float64] = (
        a * (1 - t) ** 3 + 3 * b * t * (1 - t) ** 2 + 3 * c * t**2 * (1 - t) + d * t**3
    )
    return curve


def _pill(sheet: Sheet, x: float, y: float, half: float) -> None:
    """Draw the ground of a name in a middle column, so that links do not run through it."""
    from matplotlib.patches import FancyBboxPatch

    sheet.ax.add_patch(
        FancyBboxPatch(
            (x - half, y - 0.09),
            2 * half,
            0.18,
            boxstyle="round,pad=0,rounding_size=0.06",
            facecolor=style.GROUND,
            edgecolor=style.ACCENT,
            linewidth=0.8,
            zorder=3,
            clip_on=False,
        )
    )


def _write_heads(
    sheet: Sheet, layers: Sequence[Sequence[str]], heads: Sequence[str], side: Sequence[float]
) -> None:
    """Write the name of each kind above its column."""
    last = max(len(layers) - 1, 1)
    for number, head in enumerate(heads):
        x = sheet.plot_width * number / last
        ha = "center"
        if number == 0:
            x, ha = -side[0], "left"
        elif number == last:
            x, ha = sheet.plot_width + side[1], "right"
        sheet.write(
            x,
            sheet.plot_height + 0.1,
            head,
            size=_SIZE,
            colour=style.SOFT,
            ha=ha,
            va="bottom",
            gid="head",
        )
