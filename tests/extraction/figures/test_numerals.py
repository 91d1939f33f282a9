from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.extraction.figures.numerals import NUMERAL, Number, read_numeral


@pytest.mark.parametrize(
    ("printed", "low", "high", "approx"),
    [
        ("12", 12, 12, None),
        ("1,200", 1200, 1200, None),
        ("1 200", 1200, 1200, None),
        ("2 0 2 0", 2020, 2020, None),
        ("3.2万余", 32000, 32000, "over"),
        ("100多万", 1_000_000, 1_000_000, "over"),
        ("2万8千多", 28000, 28000, "over"),
        ("一千二百", 1200, 1200, None),
        ("一千二", 1200, 1200, None),
        ("一千零二", 1002, 1002, None),
        ("九万八", 98000, 98000, None),
        ("三亿二千万", 320_000_000, 320_000_000, None),
        ("两千多", 2000, 2000, "over"),
        ("百余", 100, 100, "over"),
        ("十来", 10, 10, "about"),
        ("廿三", 23, 23, None),
        ("卅", 30, 30, None),
        ("几十", 20, 99, "about"),
        ("数百", 200, 999, "about"),
        ("十几", 11, 19, "about"),
        ("几", 3, 9, "about"),
        ("七八十", 70, 80, None),
        ("三四", 3, 4, None),
        ("二〇二〇", 2020, 2020, None),
        ("三点五", 3.5, 3.5, None),
        ("几万", 20_000, 99_999, "about"),
    ],
)
def test_numerals_are_read(printed: str, low: float, high: float, approx: str | None) -> None:
    assert re.fullmatch(NUMERAL, printed)
    assert read_numeral(printed) == Number(low, high, approx)  # type: ignore[arg-type]


@pytest.mark.parametrize("printed", ["万千", "三五", "十千", "二九"])
def test_what_is_no_number_is_not_read(printed: str) -> None:
    assert read_numeral(printed) is None


@given(
    st.text(alphabet="一二三四五六七八九十百千万亿两几数零〇廿卅余多来点0123456789,. ", max_size=20)
)
def test_whatever_the_pattern_takes_can_be_read(text: str) -> None:
    for found in re.finditer(NUMERAL, text):
        number = read_numeral(found[0])
        assert number is None or number.low <= number.high


@given(st.integers(min_value=1, max_value=99_999_999))
def test_arabic_numbers_are_read_back(value: int) -> None:
    assert read_numeral(f"{value:,}") == Number(value, value)
    assert read_numeral(str(value)) == Number(value, value)
