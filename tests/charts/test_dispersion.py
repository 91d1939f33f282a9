"""The dispersion plot: a tick for each occurrence, numbers beside, no text over another."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from matplotlib.text import Text

from helpers.charts.dispersion import dispersion_plot
from helpers.charts.layout import outside, overlaps
from helpers.errors import InputError
from helpers.statistics.dispersion import positions_in_corpus, positions_in_parts

pytestmark = pytest.mark.filterwarnings("error")
LONG = "青溪县人民政府办公室关于进一步推进数字乡村“一张图”平台建设与应用推广工作专班"


def tokens(parts: int = 4, name: str = "第{}期") -> pd.DataFrame:
    generator = np.random.default_rng(parts)
    rows = [
        (name.format(n), str(word))
        for n in range(parts)
        for word in generator.choice(
            ["征地", "网格", "的", "了"], size=50, p=[0.1, 0.05, 0.5, 0.35]
        )
    ]
    return pd.DataFrame([*rows, ("末期", "的")], columns=["issue_id", "term"])


def marked(ax, gid: str) -> list[str]:
    return [t.get_text() for t in ax.findobj(Text) if t.get_gid() == gid]


def ticks(ax) -> dict[str, list[float]]:
    return {
        c.get_label(): [float(s[0][0]) for s in c.get_segments()]
        for c in ax.collections
        if c.get_gid() == "ticks"
    }


def test_ticks_stand_where_the_term_does() -> None:
    found = positions_in_parts(tokens(), "征地", part="issue_id")
    ax = dispersion_plot(found, source="虚构")
    expected = found.dropna().groupby("part")["position"].agg(list).to_dict()
    assert ticks(ax) == {**{p: [] for p in found["part"]}, **expected}
    assert marked(ax, "over") == [f"DP = {found['dp'].iloc[0]:.2f}（0均匀，1集中） · 见于4/5"]
    assert marked(ax, "end") == ["开头", "末尾"]
    assert marked(ax, "reading")[:5] == [str(n) for n in found.drop_duplicates("part")["count"]]


def test_terms_have_a_row_each_and_their_own_dispersion() -> None:
    found, parts = positions_in_corpus(tokens(), ["网格", "征地", "没有"])
    ax = dispersion_plot(found, row="term", parts=parts, language="en")
    assert list(ticks(ax)) == ["网格", "征地", "没有"]
    assert marked(ax, "head") == ["Count", "Per 10k", "DP"]
    assert marked(ax, "end") == ["第0期", "末期"]
    assert marked(ax, "reading")[-1] == "–"
    assert not marked(ax, "over")


def test_nothing_to_draw_is_said() -> None:
    empty = positions_in_parts(tokens(), "征地", part="issue_id").head(0)
    assert marked(dispersion_plot(empty), "no_data") == ["没有数据"]
    with pytest.raises(InputError, match="no column 'part'"):
        dispersion_plot(pd.DataFrame({"position": [0.5]}))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("parts", "name"), [(1, "{}"), (5, LONG + "{}"), (70, "第{}期")])
def test_no_text_lies_over_another(parts: int, name: str, language: str) -> None:
    found = positions_in_parts(tokens(parts, name), "征地", part="issue_id")
    ax = dispersion_plot(found, title=LONG, subtitle=LONG, source=LONG, language=language)
    assert not overlaps(ax.figure)
    assert not outside(ax.figure)
    both, edges = positions_in_corpus(tokens(parts, name), ["征地", LONG])
    ax = dispersion_plot(both, row="term", parts=edges, source=LONG, language=language)
    assert not overlaps(ax.figure)
