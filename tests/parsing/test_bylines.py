from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.parsing.bylines import ending_credit, find_opener, is_open, stands_alone
from helpers.parsing.text import canonical


@pytest.mark.parametrize(
    ("text_in", "printed", "names"),
    [
        ("本报讯（记者 甲乙）5月17日", "本报讯（记者 甲乙）", ["甲乙"]),
        ("本报讯(记者甲乙)5月17日", "本报讯（记者甲乙）", ["甲乙"]),
        ("本報訊（記者 甲乙）五月", "本报讯（记者 甲乙）", ["甲乙"]),
        ("本报讯 记者甲乙 丙丁报道：今年", "本报讯 记者甲乙 丙丁报道：", ["甲乙", "丙丁"]),
        ("（记者 甲乙）今年入春以来", "（记者 甲乙）", ["甲乙"]),
        ("本报讯 5月17日", "本报讯", []),
        # Neither a bracket without a role nor a reporter in the text opens it.
        ("本报讯（以下简称公司）", None, []),
        ("通讯（记者站）成立", None, []),
        ("记者在现场看到", None, []),
        ("（见上图）今年入春以来", None, []),
        ("", None, []),
    ],
)
def test_find_opener(text_in: str, printed: str | None, names: list[str]) -> None:
    opener = find_opener(canonical(text_in))
    assert (opener.printed if opener else None) == printed
    assert [entry.name for entry in (opener.entries if opener else ())] == names
    assert opener is None or not opener.wire


@pytest.mark.parametrize(
    ("text", "wire"),
    [
        ("据新华社北京8月19日电（记者 甲乙）今年", True),
        ("新华社杭州电 今年", True),
        ("据中新社北京5月3日电 今年", True),
        ("综合消息 今年", True),
        ("新华社记者来到村里", False),
        ("新华电视台今年", False),
        ("本报讯（记者 甲乙）今年", False),
    ],
)
def test_copy_of_an_agency(text: str, wire: bool) -> None:
    opener = find_opener(text)
    assert (opener is not None and opener.wire) == wire


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("本报讯（记者 甲乙 通", True),
        ("本报讯", True),
        ("本报讯 记者甲乙", True),
        ("据新华社北京8月19日电（记者 甲", True),
        ("本报讯（记者 甲乙）今年", False),
        ("记者从县水利局获悉", False),
        ("（记者 甲乙）", False),
    ],
)
def test_is_open(text: str, verdict: bool) -> None:
    assert is_open(text) is verdict


@pytest.mark.parametrize(
    ("text", "form", "names"),
    [
        ("本报记者 甲乙 通讯员 丙丁", "role", ["甲乙", "丙丁"]),
        ("记者甲乙", "role", ["甲乙"]),
        ("□ 本报记者 甲乙", "role", ["甲乙"]),
        ("□ 苏小田", "mark", ["苏小田"]),
        ("苏小田", "name", ["苏小田"]),
        ("苏 禾", "name", ["苏禾"]),
        ("苏小田（青禾中学）", "mark", ["苏小田"]),
        ("县委副书记、县长 苏小田", "office", ["苏小田"]),
        ("本报评论员", "desk", []),
        ("转自《青禾晚报》", "origin", []),
        ("本报综合", "origin", []),
    ],
)
def test_a_byline_on_a_line_of_its_own(text: str, form: str, names: list[str]) -> None:
    found = stands_alone(text)
    assert found is not None
    assert (found[0], [entry.name for entry in found[1]]) == (form, names)


@pytest.mark.parametrize(
    "text",
    [
        "的确如此",
        "记者走进青禾村，听村民说水",
        "三座水站换了新泵",
        "苏小田走上台",
        "甲" * 80,
        "。",
    ],
)
def test_no_byline(text: str) -> None:
    assert stands_alone(text) is None


@pytest.mark.parametrize(
    ("text", "credit", "names", "photo", "bracket"),
    [
        ("孩子们在读书。（苏小田 摄）", "（苏小田 摄）", ["苏小田"], True, True),
        ("孩子们在读书。（通讯员 苏小田）", "（通讯员 苏小田）", ["苏小田"], False, True),
        ("（图/文 苏小田）", "（图/文 苏小田）", ["苏小田"], True, True),
        ("孩子们在读书。记者 苏小田 摄", "记者 苏小田 摄", ["苏小田"], True, False),
        ("苏小田 何大路 摄", "苏小田 何大路 摄", ["苏小田", "何大路"], True, False),
    ],
)
def test_ending_credit(
    text: str, credit: str, names: list[str], photo: bool, bracket: bool
) -> None:
    found = ending_credit(text)
    assert found is not None
    assert text[found.start :] == credit
    assert [entry.name for entry in found.entries] == names
    assert (found.photo, found.bracket) == (photo, bracket)


@pytest.mark.parametrize(
    "text",
    [
        "孩子们在读书。（见下图）",
        "县水利局（下同）",
        "他举起相机拍摄",
        "孩子们在读书。",
        "读书（二〇二〇年）",
        "（）",
        "",
    ],
)
def test_no_credit(text: str) -> None:
    assert ending_credit(text) is None


@given(st.text(alphabet="本报讯据新华社北京8月9日电记者通甲乙苏 　（）/图文摄。，：", max_size=60))
def test_what_is_found_lies_in_the_line(text: str) -> None:
    opener, credit = find_opener(text), ending_credit(text)
    if opener is not None:
        assert text[: opener.end].strip() == opener.printed
    if credit is not None:
        assert 0 <= credit.start < len(text)
        assert all(set(entry.name) <= set(text[credit.start :]) for entry in credit.entries)
