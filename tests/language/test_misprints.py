"""Suspects are those that a reader would doubt; what is printed on purpose is not suspected."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.language.lexicon import load_lexicon
from helpers.language.misprints import COLUMNS, KINDS, misprints, suspects, words_of
from helpers.language.plain import plain
from helpers.language.segment import Segmenter, spans
from helpers.language.usage import Usage, Word, shortened, sound

SEGMENTER = Segmenter(load_lexicon())


def words(text: str) -> list[Word]:
    cut = SEGMENTER.cut(plain(text))
    pairs = zip(spans(cut), cut, strict=True)
    return [(start, end, term) for (start, end), term in pairs if not term.isspace()]


def found(text: str, *others: str) -> list[tuple[str, str, str | None]]:
    usage = Usage()
    for other in (text, *others):
        usage.add(words(other))
    rows = suspects(text, words(text), usage)
    return [(kind, text[start:end], probable) for start, end, kind, probable, _ in rows]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全镇深入开展开展“清河”行动", ("doubled", "开展开展", "开展")),
        ("他们推进推进项目", ("doubled", "推进推进", "推进")),
        ("这是村里的的大事", ("doubled", "的的", "的")),
        ("加强党的建设党的建设工作", ("doubled", "党的建设党的建设", "党的建设")),
        ("引导各村因地置宜发展产业", ("homophone", "因地置宜", "因地制宜")),
        ("种了大辈子菜", ("dropped", "大辈子", "大半辈子")),
        ("他说：“村里变了，路也修好了。", ("unbalanced", "“", None)),
        ("推行《河长制条例，全县联动", ("unbalanced", "《", None)),
        ("全县联动”，河水变清", ("unbalanced", "”", None)),
        ("村口修了路，，村里通了车", ("punctuation", "，，", "，")),
        ("村里通了车，。", ("punctuation", "，。", "。")),
        ("亩产3。5吨", ("punctuation", "。", ".")),
        ("種了大輩子菜", ("dropped", "大輩子", "大半辈子")),
    ],
)
def test_a_misprint_is_suspected(text: str, expected: tuple[str, str, str | None]) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "这件事要研究研究再说",
        "大家讨论讨论，商量商量",
        "他看看稻田，说说收成",
        "家家户户，高高兴兴，人人天天常常",
        "把问题一个一个解决，一户一户走访",
        "三个月三个月地交租",
        "“开展开展，就知道开展！”老人说",
        "粮食、蔬菜等等",
        "张三三和李莉莉",
        "屠呦呦",
        "宣传宣传部的做法",
        "因地制宜",
        "种了大半辈子菜",
        "（1）修路；2）架桥；三）通水",
        "（一）修路",
        "it’s",
        "等一等……不行！！真的？！",
        "这件事——。。。",
        "比分是3:2，长3.5米，共1,200户",
        "“甲。\n“乙。\n“丙。”",
        "“甲，\n乙。”",
        "“甲‘乙’丙”（丁《戊》）",
        "县委党校、省委党校",
    ],
)
def test_good_print_is_not(text: str) -> None:
    assert found(text) == []


def test_a_homophone_of_a_usual_phrase_is_suspected_while_it_is_rare() -> None:
    usual = "医疗卫生。" * 12
    assert found("医疗卫声工作", usual) == [("homophone", "医疗卫声", "医疗卫生")]
    assert found("医疗卫声工作", "医疗卫生") == []


def test_a_homophone_of_the_topic_is_suspected_once() -> None:
    topic = "物业报修。居民报修。上门报修。"
    assert found(topic + "事项保修等") == [("homophone", "保修", "报修")]
    assert found(topic + "事项保修等，上门保修") == []
    assert found(topic + "事项保修等", "家电保修") == []


def test_a_form_that_comes_back_beside_a_rare_one_is_dropped_from_the_table() -> None:
    texts = {"a": "医疗卫声", "b": "医疗卫声", "c": "医疗卫生。" * 5, "d": "村口的的路"}
    usage = Usage()
    for text in texts.values():
        usage.add(words(text))
    table = misprints(texts, [(key, words(text)) for key, text in texts.items()], usage)
    assert tuple(table.columns) == COLUMNS
    assert table[["article_id", "text", "kind"]].to_numpy().tolist() == [["d", "的的", "doubled"]]


@settings(deadline=None)
@given(st.text() | st.text("开展的了报保修大辈子“”（）《》，。、3 \n"))
def test_suspects_lie_in_the_text_and_apart(text: str) -> None:
    rows = suspects(text, words(text), Usage())
    at = 0
    for start, end, kind, _, reason in rows:
        assert at <= start < end <= len(text)
        assert kind in KINDS
        assert reason
        at = end


def test_words_of_groups_the_rows_of_an_article() -> None:
    columns: dict[str, Sequence[object]] = {
        "article_id": ["a", "a", "b"],
        "start": [0, 2, 0],
        "end": [2, 3, 1],
        "term": ["水站", "了", "好"],
    }
    assert list(words_of(columns)) == [("a", [(0, 2, "水站"), (2, 3, "了")]), ("b", [(0, 1, "好")])]
    assert list(words_of({key: [] for key in columns})) == []


def test_forms_short_of_a_character_are_no_words_of_the_dictionary() -> None:
    forms = shortened()
    assert forms["大辈子"] == "大半辈子"
    assert not {"半辈子", "再接厉", "稳物价"} & set(forms)


def test_sounds_have_no_tones() -> None:
    assert sound("报修") == sound("保修") == ("bao", "xiu")
