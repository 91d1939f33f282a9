from __future__ import annotations

import pandas as pd
import pytest

from helpers.extraction.document import read_documents
from helpers.extraction.figures.find import find_figures
from helpers.extraction.figures.ledger import COLUMNS, last_day, ledger

TEXT = (
    "截至11月底，青禾镇“一网通”平台受理事件300件。\n"
    "今年以来，白石乡已建成水站5座。计划明年投入200万元。\n第二期另行公布。"
)


def tables() -> tuple[pd.DataFrame, pd.DataFrame]:
    articles = pd.DataFrame(
        {
            "article_id": ["a1"],
            "issue_id": ["i1"],
            "text": [TEXT],
            "date": pd.to_datetime(["2020-12-30"]),
        }
    )
    (document,) = read_documents(articles, articles[["issue_id", "date"]])
    figures = pd.DataFrame([figure._asdict() for figure in find_figures(document)])
    return figures.assign(article_id="a1"), articles


def named(*names: str) -> pd.DataFrame:
    rows = [("a1", TEXT.index(name), TEXT.index(name) + len(name), name) for name in names]
    return pd.DataFrame(rows, columns=["article_id", "start", "end", "name"])


def test_each_figure_has_its_programme_place_time_and_status() -> None:
    figures, articles = tables()
    found = ledger(
        figures, articles, programmes=named("“一网通”"), places=named("青禾镇", "白石乡")
    )
    assert tuple(found.columns) == COLUMNS
    rows = found[["date", "programme", "place", "value", "unit", "status"]].astype(str)
    assert rows.to_numpy().tolist() == [
        ["2020-11-30", "“一网通”", "青禾镇", "300.0", "件", "done"],
        ["2020-12-30", "“一网通”", "白石乡", "5.0", "座", "done"],
        ["2021-12-31", "“一网通”", "白石乡", "2000000.0", "元", "plan"],
    ]


def test_a_ledger_needs_no_programmes_and_no_figures() -> None:
    figures, articles = tables()
    found = ledger(figures, articles)
    assert found["programme"].isna().all()
    assert ledger(figures.iloc[:0], articles).empty


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("2020", "2020-12-31"),
        ("2020-02", "2020-02-29"),
        ("2020-Q3", "2020-09-30"),
        ("2020-12-29", "2020-12-29"),
    ],
)
def test_the_last_day_of_a_date_as_printed(printed: str, day: str) -> None:
    assert last_day(printed) == pd.Timestamp(day)


def test_no_day_that_is_not() -> None:
    assert last_day("2020-02-31") is None


def test_the_country_is_the_place_of_its_own_sentence_only() -> None:
    text = "东村先行。全国共有9个样板。改造12户。"
    figures = pd.DataFrame(
        [
            {"start": text.index(t), "end": text.index(t) + len(t), "value": 1.0, "text": t}
            for t in ("9个", "12户")
        ]
    ).assign(
        article_id="a", kind="count", low=None, high=None, unit="户", approx=False, of=None,
        status=None, first=None, last=None,
    )  # fmt: skip
    places = pd.DataFrame(
        [
            {"article_id": "a", "start": 0, "end": 2, "name": "东村", "level": "村"},
            {"article_id": "a", "start": 5, "end": 7, "name": "全国", "level": "国"},
        ]
    )
    articles = pd.DataFrame([{"article_id": "a", "text": text, "date": pd.Timestamp("2020-01-01")}])
    assert ledger(figures, articles, places=places)["place"].tolist() == ["全国", "东村"]
