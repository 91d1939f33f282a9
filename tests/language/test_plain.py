import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.language.plain import close_up, plain, plain_articles

CHINESE = st.text('甲乙丙說説國国,.;:!?()"“”「」 \u3000\n12aＡ１⼾\u200b')


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("(記者 甲)他說,「好的。」", "（记者 甲）他说，“好的。”"),
        ('"好的",他说,"行".', "“好的”，他说，“行”。"),
        ("共1,200户,完成3.5%.", "共1,200户，完成3.5%。"),
        ("甲:『乙』", "甲：‘乙’"),
        ("⼀期１０⼾", "一期10户"),
        ("第一批.第二批", "第一批。第二批"),
    ],
)
def test_plain_reads(text: str, reading: str) -> None:
    assert plain(text) == reading


@pytest.mark.parametrize(
    "text",
    [
        "1.加强领导",
        "12:30到",
        "比分3:2",
        "http://a.b/c?d",
        "他来了...",
        "A,B",
        '一个"引号',
        '5" 12"',
        "第一章\n乾隆",
        "不忘初心　牢记使命",
    ],
)
def test_plain_leaves_alone(text: str) -> None:
    assert plain(text) == text


@given(st.text() | CHINESE)
def test_plain_keeps_every_place(text: str) -> None:
    reading = plain(text)
    assert len(reading) == len(text)
    assert [c == "\n" for c in reading] == [c == "\n" for c in text]


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("记 者 了 解 到，", "记者了解到，"),
        ("昨日记 者 了 解 到现场", "昨日记者了解到现场"),
        ("甲　乙　丙　丁", "甲乙丙丁"),
        ("甲 乙 说：", "甲乙说："),
    ],
)
def test_characters_set_apart_are_closed_up(text: str, closed: str) -> None:
    assert close_up(text)[0] == closed


@pytest.mark.parametrize(
    "text",
    [
        "不忘初心 牢记使命",
        "王　甲 李　乙",
        "甲村 乙村 丙村",
        "姓　名　丙",
        "甲 A 乙 B",
        "",
        " ",
        "稳 准",
    ],
)
def test_spaces_that_part_are_kept(text: str) -> None:
    assert close_up(text) == (text, None)


@given(st.text() | CHINESE)
def test_closed_text_knows_where_its_characters_stood(text: str) -> None:
    closed, offsets = close_up(text)
    if offsets is None:
        assert closed == text
        return
    assert offsets[-1] == len(text)
    assert "".join(text[i] for i in offsets[:-1]) == closed
    assert "".join(closed.split()) == "".join(text.split())


def test_articles_that_need_no_reading_are_not_copied() -> None:
    frame = pd.DataFrame({"article_id": ["a"], "headline": [None], "text": ["甲说：“好。”"]})
    assert plain_articles(frame) is frame


def test_articles_are_read_field_by_field() -> None:
    frame = pd.DataFrame({"article_id": ["a"], "headline": ["縣委"], "text": ["說"]})
    read = plain_articles(frame)
    assert read["headline"].tolist() == ["县委"]
    assert read["text"].tolist() == ["说"]
    assert frame["text"].tolist() == ["說"]
