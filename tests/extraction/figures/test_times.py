from __future__ import annotations

from datetime import date

import pytest

from helpers.extraction.figures.times import find_times

ISSUED = date(2020, 12, 30)  # a Wednesday


def times(text: str, issued: date | None = ISSUED) -> list[tuple[str, str | None, str | None]]:
    return [(text[t.start : t.end], t.first, t.last) for t in find_times(text, issued)]


@pytest.mark.parametrize(
    ("text", "printed", "first", "last"),
    [
        ("12月29日上午", "12月29日", "2020-12-29", "2020-12-29"),
        ("去年10月开工", "去年10月", "2019-10", "2019-10"),
        ("22日完工", "22日", "2020-12-22", "2020-12-22"),
        ("1—11月共办结", "1—11月", "2020-01", "2020-11"),
        ("今年1至2月", "今年1至2月", "2020-01", "2020-02"),
        ("今年7月以来", "今年7月以来", "2020-07", None),
        ("今年以来，全县", "今年以来", "2020-01", None),
        ("2016年至2019年", "2016年至2019年", "2016", "2019"),
        ("2016-2019年", "2016-2019年", "2016", "2019"),
        ("上半年，全县", "上半年", "2020-01", "2020-06"),
        ("一季度", "一季度", "2020-Q1", "2020-Q1"),
        ("三、四季度", "三、四季度", "2020-Q3", "2020-Q4"),
        ("“十四五”期间", "“十四五”期间", "2021", "2025"),
        ("八五期间", "八五期间", "1991", "1995"),
        ("5月1日至7日", "5月1日至7日", "2020-05-01", "2020-05-07"),
        ("3月21日至4月30日", "3月21日至4月30日", "2020-03-21", "2020-04-30"),
        ("上周四", "上周四", "2020-12-24", "2020-12-24"),
        ("上个周末", "上个周末", "2020-12-26", "2020-12-27"),
        ("昨日，", "昨日", "2020-12-29", "2020-12-29"),
        ("前天，", "前天", "2020-12-28", "2020-12-28"),
        ("上月，", "上月", "2020-11", "2020-11"),
        ("年底完工", "年底", "2020-12-31", "2020-12-31"),
        ("明年6月底", "明年6月底", "2021-06", "2021-06"),
        ("明年，", "明年", "2021", "2021"),
        ("全年增收", "全年", "2020", "2020"),
        ("上世纪八十年代", "上世纪八十年代", "1980", "1989"),
        ("二〇二〇年五月三日", "二〇二〇年五月三日", "2020-05-03", "2020-05-03"),
        ("2 0 2 0 年1 2 月5 日", "2 0 2 0 年1 2 月5 日", "2020-12-05", "2020-12-05"),
        ("2020.12.29", "2020.12.29", "2020-12-29", "2020-12-29"),
        ("春节前完成", "春节前", "2021-02-12", "2021-02-12"),
        ("去年重阳节", "去年重阳节", "2019-10-07", "2019-10-07"),
        ("三月初四的账", "三月初四", "2020-03-27", "2020-03-27"),
        ("12天前，", "12天前", "2020-12-18", "2020-12-18"),
    ],
)
def test_times_are_found_and_reckoned(
    text: str, printed: str, first: str | None, last: str | None
) -> None:
    assert times(text) == [(printed, first, last)]


@pytest.mark.parametrize(
    "text",
    [
        "用了3个月",
        "两年多",
        "每月15日碰头",
        "星期三吃鱼",
        "近年来",
        "一月一结",
        "《今日云山》",
        "第5日",
    ],
)
def test_what_is_no_date_is_not_found(text: str) -> None:
    assert times(text) == []


def test_a_month_without_its_year_lies_near_the_issue() -> None:
    assert times("12月开工", date(2021, 1, 5)) == [("12月", "2020-12", "2020-12")]
    assert times("9月底交付", date(2021, 5, 5)) == [("9月底", "2021-09", "2021-09")]


def test_a_year_holds_to_the_end_of_its_sentence() -> None:
    found = times("2016年3月开工，12月完工。次年验收，5月交付。")
    assert [last for _, _, last in found] == ["2016-03", "2016-12", "2020-05"]


def test_a_day_alone_takes_the_month_last_spoken_of() -> None:
    assert times("11月3日开工，8日封顶。")[-1] == ("8日", "2020-11-08", "2020-11-08")


def test_two_digits_are_a_year_in_papers_of_that_century() -> None:
    assert times("98年，全县", date(1999, 3, 1)) == [("98年", "1998", "1998")]
    assert times("98年，全县") == []


def test_without_a_date_of_issue_only_printed_years_have_a_value() -> None:
    assert times("2018年3月", None) == [("2018年3月", "2018-03", "2018-03")]
    assert times("3月5日", None) == [("3月5日", None, None)]
