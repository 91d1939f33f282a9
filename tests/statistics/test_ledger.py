"""The ledger, its speeds and its contradictions, on a project of three reports."""

from __future__ import annotations

import pandas as pd
import pytest

from helpers.extraction.figures.table import figure_table
from helpers.extraction.land import land_figures
from helpers.extraction.projects import find_projects
from helpers.statistics import discrepancies, ledger
from helpers.statistics import land_reading as read

ISSUES = pd.DataFrame(
    {
        "issue_id": ["i1", "i2", "i3"],
        "date": pd.to_datetime(["2020-01-01", "2020-03-01", "2020-05-01"]),
    }
)
NAME = "东丘水库扩建工程"
ARTICLES = pd.DataFrame(
    {
        "article_id": ["a1", "a2", "a3"],
        "issue_id": ["i1", "i2", "i3"],
        "headline": [None, "签约率40%", "签约率96%"],
        "text": [
            f"1月1日，{NAME}征地启动，涉及农户100户的50.5亩土地。",
            f"截至2月20日，{NAME}100户中有40户签约，签约率40%，剩下60户。",
            f"{NAME}涉及80户，已有77户签约，签约率近97%，只剩3户，比2月多了37户。",
        ],
    }
)


@pytest.fixture(scope="module")
def figures() -> pd.DataFrame:
    return land_figures(ARTICLES, figure_table(ARTICLES))


@pytest.fixture(scope="module")
def book(figures: pd.DataFrame) -> pd.DataFrame:
    return ledger.ledger(figures, find_projects(ARTICLES), ARTICLES, ISSUES)


def test_the_ledger_enters_figures_and_days(book: pd.DataFrame) -> None:
    assert set(book["project"]) == {NAME}
    assert book["households"].tolist() == [100, 100, 80]
    assert book["signed"].tolist()[1:] == [40, 77]
    assert book["dated_by"].tolist() == ["issue", "printed", "issue"]
    assert book.loc[1, "as_of"] == pd.Timestamp("2020-02-20")
    assert book.loc[1, "computed"] == 40.0


def test_pace_begins_at_the_printed_launch(book: pd.DataFrame) -> None:
    out = ledger.pace(book, ARTICLES, ISSUES)
    assert out[["days", "households", "basis"]].values.tolist() == [
        [50, 40, "launch"],
        [71, 37, "counts"],
    ]
    assert out["per_day"].tolist() == [0.8, 0.521]


def test_pace_of_one_article_is_what_it_states() -> None:
    article = ARTICLES.head(1).assign(text="仅用12天，完成96户签约。")
    found = land_figures(article, figure_table(article))
    one = ledger.ledger(found, find_projects(article), article, ISSUES)
    assert one["project"].tolist() == ["(a1)"]
    out = ledger.pace(one, article, ISSUES)
    assert out[["days", "per_day", "basis"]].values.tolist() == [[12.0, 8.0, "stated"]]


def test_launch_and_days_date_a_count() -> None:
    article = ARTICLES.tail(1).assign(text="3月1日，征地启动。仅用12天，完成96户签约。")
    found = land_figures(article, figure_table(article))
    out = ledger.ledger(found, find_projects(article), article, ISSUES)
    assert out["as_of"].tolist() == [pd.Timestamp("2020-03-13")]
    assert out["dated_by"].tolist() == ["launch + days"]


def test_totals_that_contradict_each_other_are_both_kept(
    figures: pd.DataFrame, book: pd.DataFrame
) -> None:
    out = discrepancies.totals(figures, book)
    assert out[["kind", "value", "n_articles", "others"]].values.tolist() == [
        ["households", 100.0, 2, "80"],
        ["households", 80.0, 1, "100"],
    ]
    assert "cannot both be right" in read.read_totals(out, {})
    assert discrepancies.totals(figures[figures["article_id"] != "a3"], book).empty


def test_rates_are_held_against_their_own_article(
    figures: pd.DataFrame, book: pd.DataFrame
) -> None:
    out = discrepancies.rates(figures, book)
    assert out[["text", "verdict"]].values.tolist() == [
        ["40%", "agrees"],
        ["40%", "agrees"],
        ["96%", "agrees"],
        ["近97%", "differs"],
    ]


def test_the_usual_total_changes_the_rate(book: pd.DataFrame) -> None:
    out = discrepancies.usual_total(book)
    assert out["computed_usual"].tolist() == [40.0, 77.0]
    assert "77.0%" in read.read_usual(out)


def test_checks_add_up_within_and_between_issues(book: pd.DataFrame) -> None:
    out = discrepancies.checks(book)
    assert (out["verdict"] == "agree").all()
    assert len(out) == 4
    fewer = book.assign(left=[float("nan"), 10.0, 3.0])
    failed = discrepancies.checks(fewer).query("verdict != 'agree'")
    assert failed["check"].tolist() == [
        "signed + left = households",
        "added since last count ≤ left then",
    ]
    assert "cannot both be right" in read.read_checks(discrepancies.checks(fewer))


def test_counts_without_a_date_are_not_put_in_order(figures: pd.DataFrame) -> None:
    undated = ISSUES.assign(date=pd.NaT)
    out = ledger.ledger(figures, find_projects(ARTICLES), ARTICLES, undated)
    assert out["as_of"].isna().all()
    assert ledger.pace(out, ARTICLES, undated).empty
    assert not discrepancies.checks(out)["check"].str.contains("added").any()
    assert "cannot be put in order" in read.read_signed(out.dropna(subset=["signed"]))


def test_course_and_its_changes(book: pd.DataFrame) -> None:
    course = ledger.course(book, NAME)
    assert len(course) == 5
    assert ledger.changes(course) == [(pd.Timestamp("2020-05-01"), 80.0)]


def test_pick_takes_the_exact_figure() -> None:
    shown = pd.DataFrame(
        {
            "text": ["104余亩", "100亩", "104.34亩"],
            "value": [104.0, 100.0, 104.34],
            "unit": "亩",
            "approx": ["over", None, None],
        }
    )
    assert ledger.pick(shown) == 104.34
    assert ledger.pick(shown.head(0)) is None


def test_nothing_gives_empty_tables_and_honest_sentences() -> None:
    none = ARTICLES.head(0)
    found = land_figures(none, figure_table(none))
    empty = ledger.ledger(found, find_projects(none), none, ISSUES)
    assert empty.empty
    assert ledger.pace(empty, none, ISSUES).empty
    assert read.short_answer(empty, discrepancies.totals(found, empty), 5).count(read.SILENT) == 1
    for sentence in (
        read.read_followed(ledger.followed(empty), 0),
        read.read_signed(empty),
        read.read_rates(discrepancies.rates(found, empty)),
        read.read_totals(discrepancies.totals(found, empty), {}),
        read.read_usual(discrepancies.usual_total(empty)),
        read.read_checks(discrepancies.checks(empty)),
        read.read_pace(ledger.pace(empty, none, ISSUES)),
    ):
        assert sentence.startswith("No")
