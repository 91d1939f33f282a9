"""Text that no paper prints: the work grows with its size and not with the square of it."""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable, Sequence
from types import FrameType

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.parsing import parse_issue
from helpers.parsing.decode import LONGEST, _pin
from helpers.parsing.people import join_broken
from helpers.parsing.states import STATES

#: Lines that could each make the next one dear: openers that never close, jumps that nothing
#: goes on with, captions and headlines without end, heads of pages set one after the other.
MANY: dict[str, Callable[[int], list[str]]] = {
    "one character": lambda n: ["甲"] * n,
    "open bylines": lambda n: ["本报讯（记者 甲乙"] * n,
    "open agencies": lambda n: ["新华社北京8月19日电（记者 甲"] * n,
    "unbracketed bylines": lambda n: ["本报讯 记者甲乙丙丁"] * n,
    "jumps": lambda n: ["上接第1版", "下转第2版"] * (n // 2),
    "jumps taken up late": lambda n: (
        ["三座水站换了新泵", "本报讯（记者 甲乙丙）水来得早。（下转第2版）"] * (n // 4)
        + ["上接第1版", "村里的老支书说，往年这时候还在等雨。"] * (n // 4)
    ),
    "captions": lambda n: ["图为村民甲乙在田里。（甲乙 摄）"] * n,
    "captions and text": lambda n: ["图为村民在田里。（甲乙 摄）", "水来得早也来得稳"] * (n // 2),
    "a gallery": lambda n: (
        ["一组照片", "图为村民在田里。"] + ["（甲乙 摄）", "村民在田里。"] * (n // 2)
    ),
    "headlines": lambda n: ["三座水站换了新泵"] * n,
    "one paragraph": lambda n: ["水来得早也来得稳村里的老支书说往年这时候还"] * n,
    "heads of pages": lambda n: ["第2版 综合 编辑：甲乙"] * n,
    "mastheads": lambda n: ["2021年7月6日 星期二 第12期"] * n,
    "names of papers": lambda n: ["青禾报"] * n,
    "items": lambda n: ["一、三座水站换了新泵。"] * n,
    "brackets": lambda n: ["（" * 50 + "甲" + "）" * 50] * n,
    "signatures": lambda n: ["青禾县水务公司", "2021年7月6日"] * (n // 2),
}
#: One line that holds everything.
WIDE: dict[str, Callable[[int], str]] = {
    "text": lambda n: "甲乙丙，丁" * (n // 5),
    "digits": lambda n: "1" * n,
    "spaces": lambda n: "甲 " * (n // 2),
    "wide spaces": lambda n: "甲　" * (n // 2),
    "space within": lambda n: "甲" + " " * n + "乙",
    "open brackets": lambda n: "（" * n,
    "nested brackets": lambda n: "（" * (n // 2) + "甲" + "）" * (n // 2),
    "jump words": lambda n: "转1" * (n // 2) + "版",
    "byline": lambda n: "本报讯（记者 " + "甲" * n,
    "traditional": lambda n: "記者報導" * (n // 4),
    "rule": lambda n: "─" * n,
    "addresses": lambda n: "www.a." * (n // 6),
    "beyond the basic plane": lambda n: "𠀀" * n,
}
SMALL, SIZE = 400, 200_000


def steps(lines: Sequence[str]) -> int:
    """Count the calls that parsing makes, of functions in Python and in C."""
    count = 0

    def tell(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(tell)
    try:
        parse_issue(lines)
    finally:
        sys.setprofile(before)
    return count


@pytest.fixture(scope="module", autouse=True)
def _warm() -> None:
    """Load what is loaded once, so that it is not counted."""
    for make in MANY.values():
        parse_issue(make(6))


@pytest.mark.parametrize("name", MANY)
def test_twice_the_lines_take_twice_the_steps(name: str) -> None:
    make = MANY[name]
    parse_issue(make(SMALL))
    assert steps(make(2 * SMALL)) <= 2.2 * steps(make(SMALL)) + 2000


@pytest.mark.parametrize("name", WIDE)
def test_a_line_without_end_is_read(name: str) -> None:
    line = WIDE[name](SIZE)
    start = time.process_time()
    issue = parse_issue([line, "水来得早。", line])
    # A quadratic pattern would take minutes: the bound need not be near what it does take.
    assert time.process_time() - start < 5
    assert [record.text for record in issue.lines] == [line, "水来得早。", line]


def test_a_byline_may_run_into_a_line_without_end() -> None:
    start = time.process_time()
    parse_issue(["本报讯（记者 甲", "乙" * SIZE + "，丙", "丁" * SIZE + "，戊"])
    join_broken("甲" * SIZE + "，", "乙" * SIZE)
    assert time.process_time() - start < 5


@given(st.integers(1, 4 * LONGEST), st.integers(0, 2**32 - 1))
def test_very_long_doubt_is_cut_where_it_is_least(size: int, seed: int) -> None:
    dice = np.random.default_rng(seed)
    tried = dice.random((size, len(STATES))) < 0.9
    tried[:, :2] = True
    surest = dice.integers(0, 2, size).astype(np.int8)
    before = tried.copy()
    _pin(tried, surest, dice.random(size).astype(np.float32))
    lone = np.flatnonzero(tried.sum(axis=1) == 1)
    assert np.diff([-1, *lone, size]).max() <= LONGEST + 1
    assert len(lone) <= 2 * size / LONGEST
    assert all(tried[i, surest[i]] for i in lone)
    left = np.setdiff1d(np.arange(size), lone)
    assert (tried[left] == before[left]).all()


@pytest.mark.parametrize("was_on", [True, False])
def test_the_garbage_collector_is_left_as_it_was(was_on: bool) -> None:
    try:
        if not was_on:
            gc.disable()
        parse_issue(["水来得早。"])
        assert gc.isenabled() == was_on
    finally:
        gc.enable()
