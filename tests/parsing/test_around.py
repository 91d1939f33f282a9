from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.parsing.around import look_around
from helpers.parsing.columns import FULL, NO_COLUMN, OVER, PART, columns
from helpers.parsing.joints import JOINTS
from helpers.parsing.prepare import look_at
from helpers.parsing.sheet import Sheet


def around(*raw: str) -> Sheet:
    sheet = look_at(raw)
    look_around(sheet)
    return sheet


def seen(*raw: str) -> list[set[str]]:
    return [set(names) for names in around(*raw).seen.names()]


def test_a_column_is_told_by_its_lines() -> None:
    widths = np.array([20, 20, 20, 7, 20, 20, 19.5, 12, 20, 20, 30.0])
    fill = columns(widths)
    assert list(fill[:4]) == [FULL, FULL, FULL, PART]
    assert (fill[6], fill[7], fill[10]) == (FULL, PART, OVER)


@pytest.mark.parametrize(
    "widths",
    [
        [20.0] * 5,  # too few
        [120.0, 80, 95, 200, 60, 150, 30, 44],  # whole paragraphs
        [3.0] * 20,  # narrower than any column
        [],
    ],
)
def test_no_column(widths: list[float]) -> None:
    assert set(columns(np.array(widths)).tolist()) <= {NO_COLUMN}


def test_long_issues_are_cut_into_blocks_without_a_seam() -> None:
    assert set(columns(np.full(9000, 20.0)).tolist()) == {FULL}


def test_lines_that_come_back() -> None:
    found = seen("今日青禾 第2版", "水站换泵", "一行正文。", "今日青禾 第3版", "另一行")
    said = {"repeated", "said again later"}
    assert said & found[0]
    assert "repeated" in found[3]
    assert not said & (found[1] | found[2] | found[4])


def test_a_line_printed_twice_running() -> None:
    sheet = around("三座水站换了新泵", "三座水站换了新泵", "又", "又")
    assert sheet.doubled.tolist() == [False, True, False, False]
    assert "same as before" in sheet.seen.names()[3]


def test_a_credit_ahead_makes_a_caption_possible() -> None:
    found = seen("孩子们在读书", "（苏小田 摄）", "水站换泵", "一行", "一行", "一行")
    assert "photo credit near" in found[0] & found[1]
    assert "photo credit near" not in found[2]


def test_indents_count_where_they_are_used() -> None:
    some = seen("　　水来得早。", "水站换泵", "　　水来得稳。")
    assert ["indented" in f for f in some] == [True, False, True]
    assert "not indented" in some[1]
    assert not {"indented", "not indented"} & set().union(*seen("水来得早。", "水来得稳。"))


def test_gaps_are_told_against_the_usual_one() -> None:
    found = seen("甲", "", "乙", "", "丙", "", "", "丁", "戊", "", "己")
    assert [next(f for f in line if f.startswith("gap:")) for line in found[1:]] == [
        "gap:1",
        "gap:1",
        "gap:2",
        "gap:0",
        "gap:1",
    ]


def test_neighbours_are_told() -> None:
    headline, opener = seen("三座水站换了新泵", "本报讯（记者 甲乙）今年水来得早。")
    assert {"after:nothing", "before:opener"} <= headline
    assert {"after:short open", "before:nothing"} <= opener


@given(st.lists(st.text(alphabet="本报讯（记者甲）摄。，“ 第1期\u3000", max_size=30), max_size=30))
def test_every_line_has_a_joint_within_bounds(raw: list[str]) -> None:
    sheet = look_at(raw)
    joints = look_around(sheet)
    assert len(joints) == len(sheet)
    for joint in joints.tolist():
        assert len(joint) == len(JOINTS)
        assert all(0 <= value < size for value, (_, size) in zip(joint, JOINTS, strict=True))
