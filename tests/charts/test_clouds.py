"""Comparison clouds: one scale of sizes, nothing over another, what is not drawn is counted."""

from __future__ import annotations

import re

import pandas as pd
import pytest
from matplotlib.text import Text

from helpers.charts import comparison_clouds
from helpers.charts.layout import outside, overlaps
from helpers.errors import InputError

pytestmark = pytest.mark.filterwarnings("error")


def made(groups: int = 2, terms: int = 12) -> pd.DataFrame:
    rows = [
        (f"第{g + 1}组", f"词语{chr(0x4E00 + n)}", 40.0 / (n + 1) * (g + 1))
        for g in range(groups)
        for n in range(terms)
    ]
    return pd.DataFrame(rows, columns=["group", "term", "per_10k"])


def marked(ax, gid: str) -> list[Text]:
    return [t for t in ax.findobj(Text) if t.get_gid() == gid]


def test_area_follows_weight_in_all_clouds_alike() -> None:
    data = made()
    ax = comparison_clouds(data)
    weights = {(g, t): w for g, t, w in data.itertuples(index=False)}
    heads = {t.get_color(): t.get_text() for t in marked(ax, "selection")}
    ratios = [
        t.get_fontsize() ** 2 / weights[heads[t.get_color()], t.get_text()]
        for t in marked(ax, "term")
    ]
    assert len(ratios) > 12
    assert max(ratios) == pytest.approx(min(ratios))


@pytest.mark.parametrize("groups", [1, 2, 4])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_word_lies_over_another(groups: int, language: str) -> None:
    ax = comparison_clouds(
        made(groups, 60), title="标题", subtitle="每万字", source="虚构", language=language
    )
    assert overlaps(ax.figure) == []
    assert outside(ax.figure) == []


def test_words_that_are_not_drawn_are_counted() -> None:
    data = made(1, 80)
    ax = comparison_clouds(data)
    (source,) = marked(ax, "source")
    said = re.search(r"另有(\d+)个词未画出", source.get_text().replace("\n", ""))
    assert said is not None
    assert int(said[1]) == 80 - len(marked(ax, "term"))


def test_a_long_heavy_word_is_drawn_and_equal_pairs_are_added() -> None:
    rows = [("甲", "人民政府办公室工作专班指挥部" * 2, 30.0), ("甲", "水", 5.0), ("甲", "水", 25.0)]
    ax = comparison_clouds(pd.DataFrame(rows, columns=["group", "term", "per_10k"]))
    sizes = {t.get_text(): t.get_fontsize() for t in marked(ax, "term")}
    assert len(sizes) == 2
    assert len(set(sizes.values())) == 1


def test_nothing_to_draw_and_too_much_of_it() -> None:
    assert marked(comparison_clouds(made(0)), "no_data")
    with pytest.raises(InputError, match="5 clouds"):
        comparison_clouds(made(5))
    with pytest.raises(InputError, match="no column 'weight'"):
        comparison_clouds(made(), weight="weight")
