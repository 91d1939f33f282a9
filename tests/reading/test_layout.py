"""Reading order, titles and paragraphs of pages that are given as placed type."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.reading.layout import Page, body_size, lay_out
from helpers.reading.layout_cut import cut, find_gutters
from helpers.reading.layout_lines import is_spaced
from helpers.reading.layout_margins import RE_NUMBER
from helpers.reading.layout_type import MEASURED, STATED, Run

SIZE, STEP, COLUMN, GUTTER = 10.0, 15.0, 100.0, 15.0


def run(text: str, x: float, y: float, size: float = SIZE) -> Run:
    return Run(text, x, x + size * len(text), y, y + size, size)


def column(words: str, x: float, y: float, *, indent: bool = True) -> list[Run]:
    """Set words of ten characters each below one another, the first one indented."""
    texts = [words[i : i + 10] for i in range(0, len(words), 10)]
    if indent:
        texts = [words[:8], *(words[i : i + 10] for i in range(8, len(words), 10))]
    return [
        run(text, x + (2 * SIZE if indent and not n else 0), y + n * STEP)
        for n, text in enumerate(texts)
    ]


def words(start: int, length: int) -> str:
    """Make so many ideographs, each different from its neighbours."""
    return "".join(chr(0x4E00 + start + i) for i in range(length))


def read(*runs: list[Run], height: float = 1000) -> list[tuple[str, str | None, bool | None]]:
    page = Page(500, height, [r for part in runs for r in part])
    laid = lay_out([page], tolerance=STATED)
    return [
        (line, hint.role if hint else None, hint.starts if hint else None)
        for line, hint in zip(laid.lines, laid.hints, strict=True)
        if line
    ]


def two_columns(first: int, y: float) -> tuple[list[Run], str]:
    text = words(first, 96) + "。"
    left, right = text[:48], text[48:]
    runs = column(left, 50, y) + column(right, 50 + COLUMN + GUTTER, y, indent=False)
    return runs, text


def test_headline_over_columns_comes_first_and_columns_follow_each_other():
    body, text = two_columns(0, 200)
    title = [run("大标题八个字的样子", 70, 165, 18), run("肩题小一些", 100, 145, 13)]
    rows = read(body, title)
    assert [r[1] for r in rows[:2]] == ["kicker", "headline"]
    assert "".join(r[0] for r in rows[2:]) == text
    assert [r[2] for r in rows[2:]] == [True] + [False] * (len(rows) - 3)


def test_a_title_over_the_middle_columns_stands_before_the_first_column():
    runs: list[Run] = []
    text = words(0, 158) + "。"
    for n, start in enumerate(range(0, 160, 40)):
        part = text[start : start + 40]
        runs += column(part, 50 + n * (COLUMN + GUTTER), 200, indent=not n)
    rows = read(runs, [run("标题", 250, 165, 20)])
    assert rows[0][:2] == ("标题", "headline")


def test_articles_one_below_the_other_are_not_read_down_through_the_gutter():
    upper, first = two_columns(0, 200)
    lower, second = two_columns(500, 380)
    titles = [run("上面这篇文章", 110, 165, 18), run("下面那篇文章", 110, 345, 18)]
    got = "".join(r[0] for r in read(upper, lower, titles))
    assert got == "上面这篇文章" + first + "下面那篇文章" + second


def test_text_that_runs_down_a_column_first_is_read_so():
    text = words(0, 98) + "。" + words(300, 98) + "。"
    flow = [text[i : i + 10] for i in range(0, len(text), 10)]
    left = [run(t, 50, 200 + STEP * n) for n, t in enumerate(flow[:10])]
    right = [run(t, 165, 200 + STEP * n) for n, t in enumerate(flow[10:])]
    assert "".join(r[0] for r in read(left, right)) == text


def test_type_of_all_kinds_is_kept():
    turned = Run("侧排", 400, 410, 300, 400, SIZE, sideways=True)
    down = Run("竖排标题", 440, 450, 300, 360, SIZE, upright=False)
    body, _ = two_columns(0, 200)
    laid = lay_out([Page(500, 1000, [*body, turned, down])], tolerance=STATED)
    hint = laid.hints[laid.lines.index("侧排")]
    assert hint is not None and hint.role is None and "sideways" in hint.reason
    assert "竖排标题" in laid.lines


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("第2版", "page_header"),
        ("2", "page_header"),
        ("今日某县 2020年3月4日", "page_header"),
        ("一句普普通通的话在页脚", "body"),
    ],
)
def test_margins(text: str, role: str):
    body, _ = two_columns(0, 200)
    assert (text, role) in [r[:2] for r in read(body, [run(text, 50, 960)])]


@pytest.mark.parametrize("text", ["2", "第2版", "·3·", "02版", "A3", "二版", "第十一版"])
def test_page_numbers(text: str):
    assert RE_NUMBER.fullmatch(text)


@pytest.mark.parametrize("text", ["2020", "2020年", "3月", "第2期", "两会", "12.5"])
def test_what_is_no_page_number(text: str):
    assert not RE_NUMBER.fullmatch(text)


def test_a_slogan_is_no_headline():
    body, _ = two_columns(0, 200)
    assert ("同心同德建设家园", "slogan") in [
        r[:2] for r in read(body, [run("同心同德建设家园", 80, 420, 16)])
    ]


def test_a_heading_within_a_column_is_no_headline():
    above, below = column(words(0, 48) + "。", 50, 200), column(words(100, 48) + "。", 50, 305)
    rows = read(above, below, [run("小标题", 50, 285, 11.5)], column(words(200, 90), 165, 200))
    assert ("小标题", "headline") not in [r[:2] for r in rows]


@pytest.mark.parametrize(
    ("text", "role"),
    [("（甲乙 摄）", "credit"), ("【新风】", None), ("□ 本报记者 甲乙丙", "byline")],
)
def test_lines_that_are_no_text(text: str, role: str | None):
    body, _ = two_columns(0, 200)
    assert (text, role) in [r[:2] for r in read(body, [run(text, 70, 330)])]


@pytest.mark.parametrize(
    ("texts", "spaced"),
    [(["通", "知"], True), (["通知"], False), (["通", "知书"], False), (["a", "b"], False)],
)
def test_letter_spaced_lines(texts: list[str], spaced: bool):
    assert is_spaced(texts) is spaced


def test_body_size_is_that_of_most_characters():
    runs = [run("大字", 0, 0, 30), *column(words(0, 60), 0, 50)]
    assert body_size(runs) == pytest.approx(SIZE)
    assert body_size([]) == 1.0


def test_two_rows_with_spaces_above_each_other_are_no_columns():
    rows = [run("甲乙丙", 0, 0), run("丁戊己", 40, 0)]
    assert find_gutters(rows, SIZE) == []
    assert find_gutters([*rows, run("甲乙丙", 0, 15), run("丁戊己", 45, 15)], SIZE) == []


RUNS = st.lists(
    st.builds(
        lambda text, x, y, size, up, side: Run(
            text, x, x + size * len(text), y, y + size, size, upright=up, sideways=side
        ),
        st.text("甲乙丙，。2", min_size=1, max_size=12),
        st.floats(-50, 600),
        st.floats(-50, 900),
        st.floats(0.5, 90),
        st.booleans(),
        st.booleans(),
    ),
    max_size=40,
)


@settings(max_examples=60, deadline=None)
@given(RUNS, st.sampled_from([STATED, MEASURED]))
def test_no_type_is_lost_or_doubled(runs: list[Run], tolerance):
    parts = cut(runs, body=10, tolerance=tolerance)
    assert sorted(r for part in parts for r in part) == sorted(runs)
    laid = lay_out([Page(600, 900, runs), Page(600, 900, [])], tolerance=tolerance)
    assert len(laid.lines) == len(laid.hints)
    want = sorted("".join(r.text for r in runs))
    assert sorted("".join(laid.lines).replace(" ", "")) == want
    assert lay_out([Page(600, 900, runs[::-1])], tolerance=tolerance).lines == laid.lines


def test_type_that_lies_upon_type_is_read_alike_however_it_came():
    small = [Run("2", 0.0, size, 0.0, size, size) for size in (1.0, 1.0, 1.0, 3.0)]
    wide = [Run("22", 0.0, 4.0, 0.0, 2.0, 2.0, upright=up) for up in (False, True)]
    runs = small + wide
    laid = [lay_out([Page(600, 900, r)], tolerance=STATED) for r in (runs, runs[::-1])]
    assert laid[0] == laid[1]
