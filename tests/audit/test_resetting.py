from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.audit.resetting import Setting, reset
from helpers.parsing import states
from helpers.parsing.states import CAPTION, CAPTION_CONT, CONT, HEAD, IMPOSSIBLE, OPENING, START
from helpers.parsing.text import width

LINES = [
    "三座水站换了新泵",
    "",
    "　　今年的水来得比往年早了半个月，村里的",
    "老支书说，往年这时候还在等雨。",
    "下一步，装水表。",
    "图为孩子们在新书屋",
    "里读书。",
]
LABELS = {1: HEAD, 3: OPENING, 4: CONT, 5: START, 6: CAPTION, 7: CAPTION_CONT}
SETTINGS = st.builds(
    Setting,
    st.sampled_from([None, 0, 8, 13, 20]),
    st.sampled_from([None, True, False]),
    st.sampled_from([None, "all", "none", "articles", "some"]),
    st.integers(0, 50),
)


def squeezed(lines: list[str]) -> str:
    return "".join("".join(lines).split())


def test_an_issue_left_as_it_is() -> None:
    assert reset(LINES, LABELS, Setting(None, None, None)) == (LINES, list(LABELS.values()))


def test_columns_are_joined() -> None:
    lines, marks = reset(LINES, LABELS, Setting(0, None, "none"))
    assert lines[1].endswith("村里的老支书说，往年这时候还在等雨。")
    assert marks == [HEAD, OPENING, START, CAPTION]


@pytest.mark.parametrize("size", [8, 13, 20])
def test_columns_are_set_anew(size: int) -> None:
    lines, _ = reset(LINES, LABELS, Setting(size, False, "none"))
    # A closing mark may stand beyond the edge, never at the head of a line.
    assert all(width(line) <= size + 2 for line in lines[1:])
    assert not any(line[0] in "，。、；：！？”’）》%" for line in lines)


def test_indents_are_set_or_taken() -> None:
    indented, _ = reset(LINES, LABELS, Setting(0, True, "none"))
    assert [line.startswith("　　") for line in indented] == [False, True, True, True]
    plain, _ = reset(LINES, LABELS, Setting(0, False, "none"))
    assert not any(line.startswith("　") for line in plain)


@pytest.mark.parametrize(("blank", "between"), [("all", True), ("none", False)])
def test_blank_lines(blank: str, between: bool) -> None:
    lines, marks = reset(LINES, LABELS, Setting(None, None, blank))
    assert ("" in lines) == between
    assert len([line for line in lines if line]) == len(marks) == len(LABELS)


@given(SETTINGS)
def test_no_setting_changes_a_character_or_an_answer(setting: Setting) -> None:
    lines, marks = reset(LINES, LABELS, setting)
    assert squeezed(lines) == squeezed(LINES)
    assert len(marks) == len([line for line in lines if line.strip()])
    assert not set(pairwise(marks)) & IMPOSSIBLE
    joined = [m for m in marks if m not in (states.CONT, states.CAPTION_CONT)]
    assert joined == [HEAD, OPENING, START, CAPTION]
    assert reset(LINES, LABELS, setting) == (lines, marks)
