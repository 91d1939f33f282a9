"""Coinages, number-slogans and parallel phrases."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.extraction.document import read_document
from helpers.extraction.voices import find_quotations
from helpers.extraction.wording import Coinage, find_coinages


def find(text: str) -> list[Coinage]:
    document = read_document("x-2020-01-01-a01", {"text": text})
    speech = {(q.field, q.start, q.end) for q in find_quotations(document, ())}
    return find_coinages(document, speech)


def terms(text: str, kind: str) -> list[str]:
    return [c.term for c in find(text) if kind in c.kinds]


def test_what_is_quoted_but_not_said_is_a_coinage() -> None:
    text = "推行“云上办”平台。“我们都会用了。”他说，这叫‘掌上村务’。"
    assert terms(text, "quoted_coinage") == ["云上办", "掌上村务"]


def test_a_term_inside_a_term() -> None:
    assert terms("获评“首批‘清风’示范村”", "quoted_coinage") == ["首批‘清风’示范村", "清风"]


def test_neither_a_character_nor_a_correction_is_a_coinage() -> None:
    assert find("墙上写满“清”字。") == []
    assert find("文中“三十户”应为“四十户”。") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("落实三查两改制度", ["三查两改"]),
        ("实行一户一策、一厂一册", ["一户一策", "一厂一册"]),
        ("建立三级联动机制", ["三级联动"]),
        ("下村村两委分头上门", ["村两委"]),
        ("学校（社区）两委班子", ["两委"]),
        ("推出“声望+贡献”双积分", ["“声望+贡献”双积分"]),
        ("做到两不误、两促进", ["两不误、两促进"]),
        ("在“三本账”上下功夫", ["三本账"]),
        ("化解“两难”问题", ["两难"]),
        ("全心全意，一心一意，四面八方都来", []),
        ("三天两夜，两室一厅，三人一组", []),
        ("长八十八节，共三十七根", []),
        ("“一家亲”和“第一书记”", []),
    ],
)
def test_number_slogans(text: str, expected: list[str]) -> None:
    assert terms(text, "numeric_abbreviation") == expected


@pytest.mark.parametrize(
    ("text", "expansion"),
    [
        ("“三改”（改水、改厕、改路）工作", "改水、改厕、改路"),
        ("“三改”，即改水、改厕、改路。", "改水、改厕、改路"),
        ("“三改”：改水、改厕、改路。", "改水、改厕、改路"),
        ("“三改”工作（以下简称三改）", None),
        ("“三改”工作推进。", None),
    ],
)
def test_what_a_term_stands_for(text: str, expansion: str | None) -> None:
    assert find(text)[0].expansion == expansion


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("坚持干中学、学中干，不等。", ["干中学、学中干"]),
        ("做到有人管、有钱修、有章循。", ["有人管、有钱修、有章循"]),
        ("落实主体责任、监管责任、管理责任。", ["主体责任、监管责任、管理责任"]),
        ("种有桃树、李树。", []),
        ("涉及东村、西村。", []),
    ],
)
def test_parallel_phrases(text: str, expected: list[str]) -> None:
    assert terms(text, "parallel") == expected


def test_the_print_is_kept() -> None:
    document = read_document("x-2020-01-01-a01", {"text": "推行「三查兩改」制度"})
    (found,) = find_coinages(document, ())
    assert (found.text, found.term) == ("「三查兩改」", "三查两改")


@given(st.text(alphabet="“”‘’一两三户策改。、，甲双委大行动N+1\n", max_size=60))
def test_any_text_gives_spans(text: str) -> None:
    for coinage in find(text):
        assert 0 <= coinage.start < coinage.end <= len(text)
        assert coinage.kinds
