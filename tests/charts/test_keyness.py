"""The keyness plot: two sides, marks hollow where not significant, no text over another."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from matplotlib.text import Text

from helpers.charts import style
from helpers.charts.keyness import keyness_plot
from helpers.charts.layout import outside, overlaps
from helpers.errors import InputError

pytestmark = pytest.mark.filterwarnings("error")
LONG = "青溪县人民政府办公室关于进一步推进数字乡村“一张图”平台建设与应用推广工作专班"


def made(n: int = 8, name: str = "词") -> pd.DataFrame:
    values = np.linspace(6, -4, n)
    return pd.DataFrame(
        {
            "term": [f"{name}{i}" for i in range(n)],
            "count": np.arange(n) * 1000,
            "other": 7,
            "log_ratio": values,
            "log_likelihood": np.abs(values) * 20,
            "low": values - 1.5,
            "high": values + 1.5,
            "q": np.where(np.abs(values) > 2, 0.001, 0.4),
            "z": values,
        }
    )


def marked(ax, gid: str) -> list[str]:
    return [t.get_text() for t in ax.findobj(Text) if t.get_gid() == gid]


def test_dots_stand_at_the_log_ratio_and_are_hollow_where_uncertain() -> None:
    ax = keyness_plot(made(), names=("征地", "其余"), low="low", high="high", source="虚构")
    dots = {line.get_label(): line for line in ax.lines if line.get_gid() == "value"}
    for row in made().itertuples():
        assert dots[row.term].get_xdata()[0] == row.log_ratio
        hollow = dots[row.term].get_markerfacecolor() == style.GROUND
        assert hollow == (row.q >= 0.05)
    assert marked(ax, "selection") == ["← 其余", "征地 →"]
    assert marked(ax, "reading")[1] == "7 | 1,000"
    assert "空心：校正后q≥0.05" in marked(ax, "source")[0]


def test_bars_of_likelihood_have_the_sign_of_the_ratio() -> None:
    ax = keyness_plot(made(), names=("A", "B"), value="log_likelihood", language="en")
    widths = [bar.get_width() for bar in ax.patches]
    expected = made()["log_likelihood"] * np.sign(made()["log_ratio"])
    assert widths == pytest.approx(sorted(expected, reverse=True))
    assert marked(ax, "axis") == ["Log-likelihood G² (the sign is the direction)"]


def test_the_rest_is_counted() -> None:
    ax = keyness_plot(made(20), names=("A", "B"), most=3, source="x", language="en")
    assert len([line for line in ax.lines if line.get_gid() == "value"]) == 6
    assert "14 more words not drawn" in marked(ax, "source")[0]


def test_nothing_to_compare_is_said() -> None:
    assert marked(keyness_plot(made().head(0), names=("A", "B")), "no_data") == ["没有数据"]
    with pytest.raises(InputError, match="no column 'nothing'"):
        keyness_plot(made(), names=("A", "B"), low="nothing", high="high")


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("case", ["one", "long", "many"])
def test_no_text_lies_over_another(case: str, language: str) -> None:
    data = {"one": made(1), "long": made(6, LONG), "many": made(40)}[case]
    name = LONG if language == "zh" else "Articles of the second half of the year in which " * 2
    ax = keyness_plot(
        data,
        names=(name, name),
        low="low",
        high="high",
        title=LONG,
        subtitle=name,
        source=name,
        language=language,
    )
    ax.figure.canvas.draw()
    assert not overlaps(ax.figure)
    assert not outside(ax.figure)
