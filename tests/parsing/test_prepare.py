from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.parsing.model import BylineEntry
from helpers.parsing.prepare import as_printed, look_at


def test_blank_lines_are_counted_not_kept() -> None:
    sheet = look_at(["", "甲", "　", "", "乙", "丙"])
    assert [line.number for line in sheet.lines] == sheet.numbers.tolist() == [2, 5, 6]
    assert sheet.gaps.tolist() == [1, 2, 0]


@pytest.mark.parametrize(
    ("raw", "byline", "names"),
    [
        (
            ["本报讯（记者 甲乙 通", "讯员 丙丁）水来得早。"],
            "本报讯（记者 甲乙 通讯员 丙丁）",
            ["甲乙", "丙丁"],
        ),
        (["本报讯", "（记者 甲乙）水来得早。"], "本报讯（记者 甲乙）", ["甲乙"]),
        (
            ["本报讯（", "记者 甲乙 通讯", "员 丙丁）水来"],
            "本报讯（记者 甲乙 通讯员 丙丁）",
            ["甲乙", "丙丁"],
        ),
        (["本報訊（記者 甲乙", "丙丁）水來得早。"], "本报讯（记者 甲乙 丙丁）", ["甲乙", "丙丁"]),
    ],
)
def test_a_byline_broken_over_lines_is_mended(
    raw: list[str], byline: str, names: list[str]
) -> None:
    first, *rest = look_at(raw).lines
    assert first.opener is not None
    assert first.opener.printed == byline
    assert [entry.name for entry in first.opener.entries] == names
    assert first.byline_lines == len(raw)
    assert all(line.continuation for line in rest)


@pytest.mark.parametrize(
    "raw",
    [
        ["本报讯（记者 甲乙）水来得早。", "也来得稳。"],
        ["本报讯（记者 甲乙", "水来得早，也来得稳。", "泵也换了）"],
        ["记者从县里获悉", "（记者 甲乙）"],
        ["本报讯", "今年水来得早。"],
    ],
)
def test_what_is_not_broken_is_left_alone(raw: list[str]) -> None:
    assert not any(line.continuation for line in look_at(raw).lines)


@pytest.mark.parametrize(
    ("read", "printed", "entry", "expected"),
    [
        ("记者 苏小国", "記者 蘇小國", ("记者", "苏小国"), ("記者", "蘇小國")),
        ("记者 苏 国", "記者 蘇 國", ("记者", "苏国"), ("記者", "蘇國")),
        ("记者 苏小国", "记者 苏小国", ("记者", "苏小国"), ("记者", "苏小国")),
        ("记者 苏小国", "記者 蘇小國", ("作者", "苏小国"), ("作者", "蘇小國")),
    ],
)
def test_people_are_named_as_printed(
    read: str, printed: str, entry: tuple[str, str], expected: tuple[str, str]
) -> None:
    assert as_printed([BylineEntry(*entry)], read, printed) == [BylineEntry(*expected)]


@given(st.lists(st.text(alphabet="本报讯（记者通讯员甲乙丙）。 \u3000", max_size=14), max_size=12))
def test_every_line_is_kept_in_order(raw: list[str]) -> None:
    lines = look_at(raw).lines
    assert [(x.number, x.printed) for x in lines] == [
        (n, text.strip()) for n, text in enumerate(raw, 1) if text.strip()
    ]
