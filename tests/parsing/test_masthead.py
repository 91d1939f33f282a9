from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from helpers.parsing.masthead import fields_of, read_masthead


@pytest.mark.parametrize(
    ("line_in", "fields_out"),
    [
        ("2019年5月17日", {"date": date(2019, 5, 17)}),
        ("２０１９年５月１７日", {"date": date(2019, 5, 17)}),
        ("二〇一九年五月十七日", {"date": date(2019, 5, 17)}),
        ("2019年第20期（总第345期）", {}),
        ("第20期（总第345期）", {"issue_number": 345}),
        ("农历己亥年四月十三 星期五", {"lunar_date": "农历己亥年四月十三", "weekday": "星期五"}),
        ("今日八版", {"pages": 8}),
        ("今日4版", {"pages": 4}),
        ("新闻热线：0570-8012345", {"hotline": "0570-8012345"}),
        ("www.lanxi.example", {"website": "www.lanxi.example"}),
        ("中共岚溪县委主办", {"publisher": "中共岚溪县委"}),
        ("主办：中共岚溪县委宣传部", {"publisher": "中共岚溪县委宣传部"}),
        ("岚溪县融媒体中心编印", {"compiler": "岚溪县融媒体中心"}),
        ("岚溪发布", {"account": "岚溪发布"}),
        # Not mastheads: a sentence with a date, a headline with a number, a bare word.
        ("2019年5月17日，岚溪县召开大会。", {}),
        ("第20期干部培训班开班", {}),
        ("本报讯（记者 甲乙）5月17日", {}),
        ("", {}),
    ],
)
def test_fields_of(line_in: str, fields_out: dict[str, Any]) -> None:
    assert fields_of(line_in) == fields_out


def test_read_masthead_takes_the_paper_from_the_first_unknown_line() -> None:
    lines = [(1, "岚溪之窗"), (2, "2019年5月17日 星期五"), (3, "第21期"), (4, "一条旧街的新生")]
    masthead, reasons = read_masthead(lines)
    assert masthead.paper == "岚溪之窗"
    assert masthead.date == date(2019, 5, 17)
    assert masthead.weekday_ok is True
    assert masthead.lunar_ok is None
    assert sorted(reasons) == [1, 2, 3]


def test_read_masthead_finds_none_in_a_plain_page() -> None:
    assert read_masthead([(1, "一条旧街的新生"), (2, "本报讯（记者 甲乙）5月17日，……")])[1] == {}


def test_an_impossible_date_is_no_date() -> None:
    assert "date" not in fields_of("2019年13月40日")
