from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.parsing.masthead import read_masthead
from helpers.parsing.masthead_fields import fields_of
from helpers.parsing.model import Masthead


@pytest.mark.parametrize(
    ("line_in", "fields_out"),
    [
        ("2019年5月17日", {"date": date(2019, 5, 17)}),
        ("２０１９年５月１７日", {"date": date(2019, 5, 17)}),
        ("二〇一九年五月十七日", {"date": date(2019, 5, 17)}),
        ("2019.5.17", {"date": date(2019, 5, 17)}),
        ("2019年第20期（总第345期）", {}),
        ("第20期（总第345期）", {"issue_number": 345}),
        ("农历己亥年四月十三 星期五", {"lunar_date": "农历己亥年四月十三", "weekday": "星期五"}),
        ("農曆己亥年四月十三", {"lunar_date": "农历己亥年四月十三"}),
        ("今日八版", {"pages": 8}),
        ("今日4版", {"pages": 4}),
        ("新闻热线：0570-8012345", {"hotline": "0570-8012345"}),
        ("www.lanxi.example", {"website": "www.lanxi.example"}),
        ("中共岚溪县委主办", {"publisher": "中共岚溪县委"}),
        ("主办：中共岚溪县委宣传部", {"publisher": "中共岚溪县委宣传部"}),
        ("岚溪县融媒体中心编印", {"compiler": "岚溪县融媒体中心"}),
        ("岚溪发布", {"account": "岚溪发布"}),
        (
            "第21期 2019年5月17日　星期五",
            {"issue_number": 21, "date": date(2019, 5, 17), "weekday": "星期五"},
        ),
        # Not mastheads: a sentence with a date, a headline with a number, a bare word.
        ("2019年5月17日，岚溪县召开大会。", {}),
        ("第20期干部培训班开班", {}),
        ("本报讯（记者 甲乙）5月17日", {}),
        ("今日立冬", {}),
        ("三座水站换了新泵", {}),
        ("", {}),
    ],
)
def test_fields_of(line_in: str, fields_out: dict[str, Any]) -> None:
    assert fields_of(line_in) == fields_out


def test_an_impossible_date_is_no_date() -> None:
    assert "date" not in fields_of("2019年13月40日")


def test_a_masthead_is_read_from_its_lines() -> None:
    masthead, reasons = read_masthead(["今日岚溪", "2019年5月17日 星期五", "第21期", "扫码关注"])
    assert masthead.paper == "今日岚溪"
    assert masthead.date == date(2019, 5, 17)
    assert (masthead.weekday_ok, masthead.lunar_ok) == (True, None)
    assert reasons == [
        "masthead: paper",
        "masthead: date, weekday",
        "masthead: issue_number",
        "stands in the masthead",
    ]


def test_a_wrong_calendar_is_noticed() -> None:
    masthead, _ = read_masthead(["2019年5月17日 星期四", "农历己亥年四月十四"])
    assert (masthead.weekday_ok, masthead.lunar_ok) == (False, False)


def test_a_paper_without_a_telling_name_is_what_page_heads_repeat() -> None:
    lines = ["扫码关注我们", "岚溪风物", "2019年5月17日"]
    masthead, _ = read_masthead(lines, [*lines, "第2版 岚溪风物", "岚溪风物 第3版"])
    assert masthead.paper == "岚溪风物"


def test_a_spread_name_is_closed_up() -> None:
    assert read_masthead(["今 日 岚 溪", "第21期"])[0].paper == "今日岚溪"


def test_the_day_may_stand_on_a_line_of_its_own() -> None:
    assert read_masthead(["2019年5月", "17"])[0].date == date(2019, 5, 17)
    assert read_masthead(["2019年2月", "31"])[0].date is None


def test_values_stay_as_they_are_printed() -> None:
    masthead, _ = read_masthead(["嵐溪日報", "農曆己亥年四月十三", "２０１９年５月１７日"])
    assert masthead.paper == "嵐溪日報"
    assert masthead.lunar_date == "農曆己亥年四月十三"
    assert (masthead.date, masthead.lunar_ok) == (date(2019, 5, 17), True)


def test_what_the_source_knows_fills_what_is_not_printed() -> None:
    known = {"date": "2019-05-18", "paper": "今日岚溪", "pages": "four", "issue_number": "21"}
    masthead, _ = read_masthead(["2019年5月17日"], known=known)
    assert masthead.date == date(2019, 5, 17)
    assert (masthead.paper, masthead.pages, masthead.issue_number) == ("今日岚溪", None, 21)


def test_no_lines_are_no_masthead() -> None:
    assert read_masthead([]) == (Masthead(), [])


@given(
    st.lists(
        st.text(alphabet="今日岚溪报第1期29年5月7星五版主办中共县委：. ", max_size=24), max_size=6
    )
)
def test_every_line_gets_a_reason(lines: list[str]) -> None:
    masthead, reasons = read_masthead(lines, lines)
    assert len(reasons) == len(lines)
    assert all(reasons)
    assert masthead.lunar_ok is None or (masthead.date and masthead.lunar_date)
