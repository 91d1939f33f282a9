"""Printed days get their year from the issue."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from helpers.extraction.land_dates import counted_on, launched_on, launches


@pytest.mark.parametrize(
    ("text", "issued", "day"),
    [
        ("6月12日起征地正式启动", date(2020, 6, 12), date(2020, 6, 12)),
        ("去年6月12日启动征地", date(2021, 5, 28), date(2020, 6, 12)),
        ("2019年3月1日启动", date(2021, 5, 28), date(2019, 3, 1)),
        ("12月12日，这个项目的征地启动", date(2021, 1, 8), date(2020, 12, 12)),
        ("6月8日开会。后来启动", date(2020, 6, 12), None),
        ("2月30日启动", date(2020, 6, 12), None),
        ("", date(2020, 6, 12), None),
    ],
)
def test_launched_on(text: str, issued: date, day: date | None) -> None:
    assert launched_on(text, issued) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("截至9月22日，58户签约", date(2020, 9, 22)),
        ("截至去年12月31日，58户签约", date(2019, 12, 31)),
        ("截至9月22日，平整300亩。58户签约", None),
        ("截至目前，58户签约", None),
    ],
)
def test_counted_on_reads_the_sentence_of_the_figure(text: str, day: date | None) -> None:
    assert counted_on(text, text.index("58户"), date(2020, 9, 25)) == day


def test_undated_issues_launch_nothing() -> None:
    articles = pd.DataFrame(
        {"article_id": ["a", "b"], "issue_id": ["i", "j"], "text": ["6月1日启动", "6月2日启动"]}
    )
    issues = pd.DataFrame({"issue_id": ["i", "j"], "date": pd.to_datetime(["2020-07-01", None])})
    out = launches(articles, issues)
    assert out.values.tolist() == [["a", pd.Timestamp("2020-06-01")]]
