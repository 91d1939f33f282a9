"""Articles printed again are found, whatever their order; unrelated ones are not."""

from __future__ import annotations

import random

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.language.fingerprint import GRAM, WINDOW, candidates, fingerprints
from helpers.language.reprints import COLUMNS, LEAST, grams, reprints

HAN = [chr(code) for code in range(0x4E00, 0x5200)]


def made(seed: int, length: int) -> str:
    """Write a text that nobody has written."""
    return "".join(random.Random(seed).choices(HAN, k=length))


def frame(*texts: str) -> pd.DataFrame:
    ids = [f"q-2021-07-{n:02d}-a01" for n in range(1, len(texts) + 1)]
    return pd.DataFrame({"article_id": ids, "text": list(texts)})


def kinds(*texts: str) -> list[tuple[str, str, str]]:
    rows = reprints(frame(*texts)).to_dict("records")
    return [(r["article_id"][10:12], r["other_id"][10:12], r["kind"]) for r in rows]


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**6), st.integers(200, 1500), st.floats(0, 0.05))
def test_a_text_with_some_characters_changed_is_found(seed: int, length: int, share: float) -> None:
    chance = random.Random(seed)
    text = made(seed, length)
    changed = list(text)
    for at in chance.sample(range(length), int(share * length)):
        changed[at] = chr(0x6000 + at)
    found = kinds(made(seed + 1, length), text, "".join(changed))
    assert found == [("02", "03", "identical" if "".join(changed) == text else "near")]


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**6), st.integers(LEAST, 300), st.integers(900, 3000), st.floats(0, 1))
def test_an_excerpt_is_found(seed: int, length: int, whole: int, where: float) -> None:
    text = made(seed, whole)
    start = int(where * (whole - length))
    assert kinds(text, text[start : start + length]) == [("01", "02", "excerpt")]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(20, 800), max_size=12), st.integers(0, 10**6))
def test_unrelated_texts_are_not(lengths: list[int], seed: int) -> None:
    assert kinds(*(made(seed + i, n) for i, n in enumerate(lengths))) == []


@given(st.lists(st.text(max_size=200), max_size=6))
def test_any_text_is_taken(texts: list[str]) -> None:
    found = reprints(frame(*texts))
    assert tuple(found.columns) == COLUMNS
    assert (found["similarity"].between(0, 1) & found["contained"].between(0, 1)).all()
    assert (found["article_id"] < found["other_id"]).all()


@given(st.integers(0, 10**6), st.integers(0, 40), st.integers(0, 40))
def test_a_common_run_always_gives_a_common_fingerprint(seed: int, one: int, two: int) -> None:
    run = made(seed, GRAM + WINDOW - 1)
    texts = [made(seed + 1, one) + run + made(seed + 2, two), made(seed + 3, two) + run]
    assert set(fingerprints(texts[0])) & set(fingerprints(texts[1]))


def test_marks_spaces_and_script_make_no_difference() -> None:
    text = "县委书记到村里调研，听取村民意见，要求把实事办好。" * 3
    other = "縣委書記到村裏調研,聽取村民意見,要求把實事辦好." * 3
    assert kinds(text, other) == [("01", "02", "identical")]


@pytest.mark.parametrize("same", ["本报讯", "图为村口新修的路。"])
def test_short_texts_are_not_compared(same: str) -> None:
    assert kinds(same, same) == []


def test_a_stock_phrase_makes_no_reprint() -> None:
    phrase = "以新时代中国特色社会主义思想为指导"
    assert kinds(*(made(i, 300) + phrase + made(100 + i, 300) for i in range(30))) == []


def test_copies_are_paired_with_the_first_print() -> None:
    text = made(1, 100)
    pairs = [("01", "02", "identical"), ("01", "04", "identical")]
    assert kinds(text, text, made(2, 100), text) == pairs


def test_a_series_of_like_notices_forms_a_chain() -> None:
    head, tail = made(1, 90), made(2, 90)
    found = kinds(*(head + made(10 + i, 9) + tail for i in range(20)))
    assert {(f"{i:02d}", f"{i + 1:02d}", "near") for i in range(1, 20)} <= set(found)


def test_the_first_is_the_one_of_the_earlier_day() -> None:
    text = made(1, 100)
    ids = ["q-2021-07-02-n8-a01", "q-2021-07-02-a02", "q-2020-07-03-a09", "q-undated-1a2b3c4d-a01"]
    found = reprints(pd.DataFrame({"article_id": ids, "text": text}))
    assert found["first"].fillna("").tolist() == ["", ids[2], ""]


def test_what_is_shared_is_counted_exactly() -> None:
    text = made(1, 200)
    row = reprints(frame(text, text[:100] + "口" + text[101:])).iloc[0]
    one = grams(text)
    assert row["shared_characters"] == 199
    assert row["contained"] == pytest.approx((len(one) - 5) / len(one), abs=0.001)
    assert row["similarity"] == pytest.approx((len(one) - 5) / (len(one) + 5), abs=0.001)


def test_no_texts_have_no_candidates() -> None:
    assert candidates([]) == []
    assert candidates(["", "短"]) == []
