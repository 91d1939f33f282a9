"""The ledger of a corpus, and what is reported again and again."""

from __future__ import annotations

import pandas as pd
import pytest

from helpers.statistics import indicators as ind

TEXTS = {
    "i1-a1": "“清水行动”5月1日启动。截至5月20日，“清水行动”办结率80%，办结40件，党员5000名。",
    "i2-a1": "今年“清水行动”办结率90%，累计办结60件，甲村党员48名，明年将办结率提高到95%。",
}
ISSUES = pd.DataFrame(
    {"issue_id": ["i1", "i2"], "date": pd.to_datetime(["2031-06-01", "2032-06-01"])}
)
ARTICLES = pd.DataFrame(
    {"article_id": list(TEXTS), "issue_id": ["i1", "i2"], "text": list(TEXTS.values())}
)


def figure(article: str, text: str, **rest: object) -> dict[str, object]:
    start = TEXTS[article].index(text)
    row = {"article_id": article, "start": start, "end": start + len(text), "text": text}
    empty = dict.fromkeys(("value", "unit", "approx", "of", "status", "iso"))
    return row | empty | {"kind": "count"} | rest


def amount(article: str, text: str, value: float, unit: str, of: str, **rest: object) -> dict:
    both = {"value": value, "low": value, "high": value}
    return figure(article, text, unit=unit, of=of, **both, **rest)


QUANTITIES = pd.DataFrame(
    [
        figure("i1-a1", "5月20日", kind="date", iso="2031-05-20"),
        amount("i1-a1", "80%", 80, "%", "办结率", kind="percent"),
        amount("i1-a1", "40件", 40, "件", "办结", status="done"),
        amount("i1-a1", "5000名", 5000, "名", "党员"),
        amount("i2-a1", "90%", 90, "%", "办结率", kind="percent"),
        amount("i2-a1", "60件", 60, "件", "累计办结", status="done"),
        amount("i2-a1", "48名", 48, "名", "党员"),
        amount("i2-a1", "95%", 95, "%", "办结率", kind="percent", status="plan"),
    ]
)
PROGRAMMES = pd.DataFrame(
    [
        {"article_id": a, "start": TEXTS[a].index("清水"), "end": 9, "name": "清水行动"}
        for a in TEXTS
    ]
)
PLACES = pd.DataFrame(
    [
        {"article_id": "i1-a1", "start": 0, "end": 1, "canonical": "某县"},
        {
            "article_id": "i2-a1",
            "start": TEXTS["i2-a1"].index("甲村"),
            "end": TEXTS["i2-a1"].index("甲村") + 2,
            "canonical": "甲村",
        },
    ]
)


@pytest.fixture
def book() -> pd.DataFrame:
    return ind.entries(QUANTITIES, ARTICLES, ISSUES, initiatives=PROGRAMMES, places=PLACES)


def test_entries_have_a_subject_and_the_day_of_the_count(book: pd.DataFrame) -> None:
    assert set(book["subject"]) == {"清水行动"}
    assert book["date"].iloc[0] == pd.Timestamp("2031-05-20")
    assert book.loc[book["text"] == "60件", "of"].tolist() == ["办结"]


def test_without_programmes_the_place_is_the_subject() -> None:
    none = PROGRAMMES.iloc[:0]
    book = ind.entries(QUANTITIES, ARTICLES, ISSUES, initiatives=none, places=PLACES)
    assert book["subject"].iloc[0] == "某县"
    bare = ind.entries(QUANTITIES, ARTICLES, ISSUES)
    assert set(bare["subject"]) == {""}
    assert ind.repeated(bare).empty


def test_plans_and_other_scales_are_no_part_of_a_course(book: pd.DataFrame) -> None:
    told = ind.courses(ind.repeated(book)).set_index("of")
    assert told.loc["办结率", "course"] == "80% → 90%"
    assert told.loc["办结", "course"] == "40件 → 60件"
    assert "党员" not in told.index, "a village's members are not the county's"
    assert told["falls"].tolist() == [0, 0]


def test_two_ends_keep_their_order_and_name_what_fell(book: pd.DataFrame) -> None:
    told = ind.courses(ind.repeated(book))
    ends = ind.two_ends(told, unit="%", names=("首次", "末次"))
    assert list(ends["when"].cat.categories) == ["首次", "末次"]
    assert ends["value"].tolist() == [80, 90]
    assert ind.lower(ends) == []
    assert ind.lower(ends.assign(value=[90, 80])) == [ends["name"].iloc[0]]
    assert ind.common_units(told) == ["%", "件"]
    assert ind.two_ends(told.iloc[:0], unit="%", names=("a", "b")).empty


def test_a_choice_for_print_takes_courses_first(book: pd.DataFrame) -> None:
    told = ind.courses(ind.repeated(book))
    top = ind.leading(book, told, each=3)
    assert len(top) == 3
    assert ind.leading(book.iloc[:0], told.iloc[:0]).empty


@pytest.mark.parametrize(
    ("of", "thing"),
    [("累计办结", "办结"), ("其中东村", "东村"), ("签约率达到", "签约率"), (None, "")],
)
def test_words_around_what_is_counted_are_left_out(of: object, thing: str) -> None:
    assert ind.thing(of) == thing


def test_an_empty_corpus_has_an_empty_ledger() -> None:
    book = ind.entries(QUANTITIES.iloc[:0], ARTICLES, ISSUES, initiatives=PROGRAMMES)
    assert book.empty
    assert ind.courses(ind.repeated(book)).empty
    assert book["of"].str.len().empty, "an empty column of words is still one of words"
