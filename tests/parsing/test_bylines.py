from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.parsing.bylines import find_opener, join_broken, people
from helpers.parsing.model import BylineEntry

Expected = list[tuple[str, str, str | None]]


@pytest.mark.parametrize(
    ("text_in", "people_out"),
    [
        ("记者 甲乙 通讯员 丙丁", [("记者", "甲乙", None), ("通讯员", "丙丁", None)]),
        ("记者甲乙 见习记者丙丁戊", [("记者", "甲乙", None), ("见习记者", "丙丁戊", None)]),
        ("记者 甲 乙 通讯员 丙丁", [("记者", "甲乙", None), ("通讯员", "丙丁", None)]),
        ("甲乙 丙丁 摄", [("摄", "甲乙", None), ("摄", "丙丁", None)]),
        ("甲乙摄", [("摄", "甲乙", None)]),
        ("通讯员 甲乙 文/图", [("通讯员", "甲乙", None)]),
        ("首席记者 甲乙 实习生 丙丁", [("首席记者", "甲乙", None), ("实习生", "丙丁", None)]),
        ("通讯员 县水利局 甲乙", [("通讯员", "甲乙", "县水利局")]),
        ("本报记者 甲乙", [("记者", "甲乙", None)]),
        ("下文简称公司", []),
        ("", []),
    ],
)
def test_people(text_in: str, people_out: Expected) -> None:
    assert people(text_in) == [BylineEntry(*entry) for entry in people_out]


@pytest.mark.parametrize(
    ("text_in", "printed"),
    [
        ("本报讯（记者 甲乙）5月17日", "本报讯（记者 甲乙）"),
        ("本报讯(记者甲乙)5月17日", "本报讯(记者甲乙)"),
        ("据新华社北京8月19日电（记者 甲乙）今年", "据新华社北京8月19日电（记者 甲乙）"),
        ("新华社杭州电 今年", "新华社杭州电"),
        ("本报讯 5月17日", "本报讯"),
        ("本报讯（以下简称公司）", None),
        ("通讯（记者站）成立", None),
        ("记者在现场看到", None),
    ],
)
def test_find_opener(text_in: str, printed: str | None) -> None:
    opener = find_opener(text_in)
    assert (opener.printed if opener else None) == printed


@pytest.mark.parametrize(
    ("left", "right", "joined"),
    [
        ("本报讯（记者 甲乙 通", "讯员 丙丁）", "本报讯（记者 甲乙 通讯员 丙丁）"),
        ("本报讯（记者 甲乙", "通讯员 丙丁）", "本报讯（记者 甲乙 通讯员 丙丁）"),
        ("本报讯（记者 甲乙丙", "丁戊）", "本报讯（记者 甲乙丙 丁戊）"),
        ("本报讯（记者 甲乙 丙", "丁）", "本报讯（记者 甲乙 丙丁）"),
        ("本报讯（记者 欧阳", "丙丁）", "本报讯（记者 欧阳丙丁）"),
        ("本报讯（见习", "记者 甲乙）", "本报讯（见习记者 甲乙）"),
    ],
)
def test_join_broken(left: str, right: str, joined: str) -> None:
    assert join_broken(left, right) == joined


@given(st.text(alphabet="记者通讯员摄甲乙丙 　（）/图文本报讯", max_size=40))
def test_people_never_invents_a_character(text: str) -> None:
    for entry in people(text):
        assert set(entry.name) <= set(text)
