"""The map of silence: a cell for each state, told apart without colour; runs of gaps counted."""

from __future__ import annotations

import pandas as pd
import pytest
from matplotlib.colors import to_rgb
from matplotlib.text import Text

from helpers.charts.layout import outside, overlaps
from helpers.charts.silence import silence_map
from helpers.errors import InputError

pytestmark = pytest.mark.filterwarnings("error")
LONG = "青溪县人民政府办公室关于进一步推进数字乡村“一张图”平台建设与应用推广工作专班"
STATES = ["mentioned", "absent_issue", "absent_issue", "unparsed", "absent_topic"]


def made(themes: list[str], times: int = 1) -> pd.DataFrame:
    days = pd.date_range("2020-01-01", periods=len(STATES) * times)
    rows = [
        (theme, day, state, 3 if state == "mentioned" else 0)
        for theme in themes
        for day, state in zip(days, STATES * times, strict=True)
    ]
    return pd.DataFrame(rows, columns=["theme", "date", "state", "n_articles"])


def marked(ax, gid: str) -> list[str]:
    return [t.get_text() for t in ax.findobj(Text) if t.get_gid() == gid]


def test_cells_have_their_state_and_runs_are_one_column() -> None:
    ax = silence_map(made(["征地", "供水"]))
    expected = ["mentioned", "absent_issue", "unparsed", "absent_topic"]
    assert [cell.get_gid() for cell in ax.patches] == expected * 2
    assert marked(ax, "column") == ["2020-01-01", "缺2期", "2020-01-04", "2020-01-05"]
    assert marked(ax, "cell") == ["3", "3"]
    assert len(marked(ax, "key")) == 4


def test_states_are_told_apart_in_grey() -> None:
    ax = silence_map(made(["征地"]))
    looks = {
        cell.get_gid(): (round(sum(to_rgb(cell.get_facecolor())) / 3, 1), cell.get_hatch())
        for cell in ax.patches
    }
    assert len(set(looks.values())) == 4
    assert looks["unparsed"][1]


def test_nothing_to_draw_is_said() -> None:
    assert marked(silence_map(made([])), "no_data") == ["没有数据"]
    with pytest.raises(InputError, match="no column 'state'"):
        silence_map(made(["x"]).drop(columns="state"))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("times", [1, 5, 30])
def test_no_text_lies_over_another(times: int, language: str) -> None:
    data = made([LONG, "供水"], times)
    ax = silence_map(data, title=LONG, subtitle=LONG, source=LONG, language=language)
    assert not overlaps(ax.figure)
    assert not outside(ax.figure)
