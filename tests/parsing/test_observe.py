from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.parsing.catalogue import LENGTHS
from helpers.parsing.prepare import look_at


def look(raw: str) -> list[str]:
    """Name what is seen of one line."""
    (names,) = look_at([raw]).seen.names()
    return names


@pytest.mark.parametrize(
    ("raw", "seen", "unseen"),
    [
        ("三座水站换了新泵", {"ends:open", "is:short open"}, {"ends:stop", "commas:1"}),
        ("水来得早，也来得稳。", {"ends:stop", "commas:1"}, {"ends:open", "stop inside"}),
        ("水来了。泵也换了。", {"stop inside"}, {"commas:1"}),
        ("“水来得早。”", {"ends:quote", "begins:quote"}, {"left open"}),
        ("“水来得早，", {"ends:soft", "left open"}, {"ends:quote"}),
        ("也来得稳。”", {"closes what it did not open"}, {"left open"}),
        ("通知如下：", {"ends:colon"}, {"ends:open"}),
        ("，灌溉不再看天", {"begins in mid-phrase"}, set()),
        ("的确如此", set(), {"begins in mid-phrase"}),
        ("本报讯（记者 甲乙）今年", {"opener", "is:opener"}, {"opener:wire", "byline begins"}),
        ("据新华社北京8月19日电 今年", {"opener:wire"}, {"opener"}),
        ("本报讯（记者 甲乙 通", {"byline begins"}, {"opener"}),
        ("记者在现场看到", set(), {"opener", "byline:role"}),
        ("本报记者 甲乙", {"byline:role", "is:byline"}, {"opener"}),
        ("（苏小田 摄）", {"credit:photo:alone", "is:credit"}, {"credit:photo:at end"}),
        ("孩子们在读书。（苏小田 摄）", {"credit:photo:at end"}, {"credit:photo:alone"}),
        ("孩子们在读书。苏小田 摄", {"credit without brackets"}, set()),
        ("▲水站换泵", {"begins:bullet"}, {"numbered"}),
        ("一、水站换泵", {"numbered"}, {"begins:bullet"}),
        ("3.5公里长", set(), {"numbered"}),
        ("问：水从哪里来", {"speaker"}, set()),
        ("5月17日，县里开会", {"begins:opening"}, set()),
        ("图为新泵房", {"picture word"}, set()),
        ("宏图大展", set(), {"picture word"}),
        ("特此公告", {"lost or void", "notice word"}, set()),
        ("2021年7月6日", {"date alone"}, {"date in it"}),
        ("2021年7月6日 星期二", {"date in it", "fields:2"}, {"date alone"}),
        ("青禾县水务公司", {"signature"}, set()),
        ("各位村民：", {"salutation"}, set()),
        ("（下转第2版）", {"jump alone"}, {"jump from"}),
        ("（上接第1版）水站", {"jump from, then more"}, {"jump from"}),
        ("短　波", {"column name", "is:tag"}, set()),
        ("公　告", {"spread", "wide space"}, set()),
        ("QINGHE XINWEN", {"latin"}, {"spread"}),
        ("晚稻 148 亩 3.5 吨", {"fields set apart", "digits:many"}, {"digits:some"}),
        ("同心共建  实干争先", {"slogan:2"}, {"fields set apart"}),
    ],
)
def test_what_is_seen_of_a_line(raw: str, seen: set[str], unseen: set[str]) -> None:
    found = set(look(raw))
    assert seen <= found
    assert not unseen & found


@pytest.mark.parametrize("length", [1, *(n + d for n in LENGTHS for d in (-1, 0)), 200])
def test_a_line_is_of_one_length(length: int) -> None:
    found = [f for f in look("甲" * length) if f.startswith("length")]
    smallest = next((n for n in LENGTHS if length < n), None)
    assert found == [f"length<{smallest}" if smallest else "length>=100"]


def test_the_print_is_kept_beside_its_reading() -> None:
    sheet = look_at(["　　本報訊(記者 甲)２０戶", " 甲乙"])
    assert sheet.lines[0].printed == "本報訊(記者 甲)２０戶"
    assert sheet.lines[0].text == "本报讯（记者 甲）20户"
    assert sheet.indented.tolist() == [True, False]
    assert sheet.widths.tolist() == [10.5, 2.0]


@pytest.mark.parametrize(
    ("raw", "final"),
    [
        ("水来了。", True),
        ("“水来了。”", True),
        ("水来了”", False),
        ("水来了", False),
        ("水来了！", True),
    ],
)
def test_the_end_of_a_sentence(raw: str, final: bool) -> None:
    assert look_at([raw]).final.tolist() == [final]


@given(st.text(min_size=1).filter(lambda text: bool(text.strip())))
def test_any_line_is_observed_alike_each_time(raw: str) -> None:
    first, second = look(raw), look(raw)
    assert first == second
    assert len([f for f in first if f.startswith("is:")]) == 1
    assert len([f for f in first if f.startswith("ends:")]) == 1


@given(st.text(alphabet="本报讯（记者甲）摄。，“”？ 第1期版图\u3000", min_size=1, max_size=120))
def test_no_feature_is_named_twice(raw: str) -> None:
    if raw.strip():
        features = look(raw)
        assert len(features) == len(set(features))
