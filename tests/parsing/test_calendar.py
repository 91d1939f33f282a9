from __future__ import annotations

from datetime import date

import pytest

from helpers.parsing.calendar import chinese_number, lunar_matches, weekday_matches


@pytest.mark.parametrize(
    ("text_in", "number_out"),
    [
        ("一", 1),
        ("十", 10),
        ("十一", 11),
        ("二十", 20),
        ("廿三", 23),
        ("初九", 9),
        ("卅", 30),
        ("12", 12),
    ],
)
def test_chinese_number(text_in: str, number_out: int) -> None:
    assert chinese_number(text_in) == number_out


@pytest.mark.parametrize(
    ("day", "printed", "verdict"),
    [
        # New Year's days are public knowledge, so they check the library too.
        (date(2019, 2, 5), "农历己亥年正月初一", True),
        (date(2020, 1, 25), "农历庚子年正月初一", True),
        (date(2020, 1, 24), "农历己亥年腊月三十", True),
        (date(2020, 1, 24), "农历己亥年十二月三十", True),
        (date(2020, 6, 12), "农历庚子年闰四月廿一", True),
        (date(2020, 6, 12), "农历庚子年四月廿一", False),
        (date(2020, 12, 15), "农历庚子年冬月初一", True),
        (date(2020, 12, 15), "农历辛丑年冬月初一", False),
        (date(2020, 12, 15), "冬月初二", False),
        (date(2020, 12, 15), "农历无此日", None),
    ],
)
def test_lunar_matches(day: date, printed: str, verdict: bool | None) -> None:
    assert lunar_matches(day, printed) is verdict


def test_weekday_matches() -> None:
    assert weekday_matches(date(2020, 6, 12), "星期五")
    assert weekday_matches(date(2020, 6, 14), "星期天")
    assert not weekday_matches(date(2020, 6, 12), "星期四")
