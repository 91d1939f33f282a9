"""The account: it balances on parsed issues, and says so when a character is gone."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.statistics import accounting

RAW = "今日某报\n\n新楼落成\n本报讯（记者 甲乙）昨天，新楼落成。\n和谐 友善\n"
LINES = pd.DataFrame(
    {
        "issue_id": "i1",
        "line": [1, 3, 4, 5],
        "text": ["今日某报", "新楼落成", "本报讯（记者 甲乙）昨天，新楼落成。", "和谐 友善"],
        "role": ["masthead", "headline", "body", "slogan"],
        "article_id": pd.Series([None, "i1-a01", "i1-a01", None], dtype="str"),
        "reason": [
            "masthead: paper (0.71; headline 0.20)",
            "headline: ends:open, before:opener (0.62; slogan 0.30)",
            "start: opener (1.00)",
            "corrected by hand (slogan): seen in print",
        ],
    }
)
ARTICLES = pd.DataFrame(
    {
        "article_id": ["i1-a01"],
        "issue_id": ["i1"],
        "kicker": pd.Series([None], dtype="str"),
        "headline": ["新楼落成"],
        "deck": pd.Series([None], dtype="str"),
        "byline": ["本报讯（记者 甲乙）"],
        "text": ["昨天，新楼落成。"],
    }
)


def issues(raw: str = RAW) -> pd.DataFrame:
    digest = hashlib.sha256(raw.encode()).hexdigest()
    return pd.DataFrame(
        {
            "issue_id": ["i1"],
            "date": pd.to_datetime(["2020-01-01"]),
            "source_file": ["i1.txt"],
            "sha256": [digest],
        }
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "i1.txt").write_bytes(RAW.encode())
    return tmp_path


def test_the_account_balances(folder: Path) -> None:
    row = accounting.ledger(folder, issues(), LINES, ARTICLES).iloc[0]
    places = [row[place] for place in accounting.PLACES]
    assert places == [4, 4, 9, 8, 4]
    assert row["raw_characters"] == sum(places) == 29
    assert row["raw_lines"] == row["lines"] == 4
    assert row["balanced"] and row["unchanged"]


@pytest.mark.parametrize(
    ("column", "value", "wrong"),
    [
        ("text", "昨天，新楼落。", "lost"),
        ("text", "昨天，新楼落成了。", "invented"),
        ("headline", "新楼", "lost"),
        ("byline", "本报讯", "lost"),
    ],
)
def test_a_changed_article_is_noticed(folder: Path, column: str, value: str, wrong: str) -> None:
    row = accounting.ledger(folder, issues(), LINES, ARTICLES.assign(**{column: [value]})).iloc[0]
    assert row[wrong] > 0
    assert not row["balanced"]


def test_a_line_that_is_gone_is_noticed(folder: Path) -> None:
    row = accounting.ledger(folder, issues(), LINES.iloc[:3], ARTICLES).iloc[0]
    assert row["difference"] == 4
    assert not row["balanced"]


def test_a_file_that_changed_or_went_is_noticed(folder: Path) -> None:
    changed = accounting.ledger(folder, issues(RAW + "x"), LINES, ARTICLES).iloc[0]
    assert not changed["unchanged"] and not changed["balanced"]
    (folder / "i1.txt").unlink()
    gone = accounting.ledger(folder, issues(), LINES, ARTICLES).iloc[0]
    assert pd.isna(gone["raw_characters"]) and not gone["balanced"]


@given(
    st.text(alphabet="甲乙丙丁，。 ", max_size=30), st.text(alphabet="甲乙丙丁，。 ", max_size=30)
)
def test_lost_and_invented_are_the_difference_of_bags(printed: str, held: str) -> None:
    lines = LINES.iloc[[2]].assign(text=[printed])
    articles = ARTICLES.assign(headline=[""], byline=[""], text=[held])
    row = accounting.destinations(lines, articles).iloc[0]
    sizes = len("".join(printed.split())), len("".join(held.split()))
    assert row["lost"] - row["invented"] == sizes[0] - sizes[1]
    assert (row["lost"] == row["invented"] == 0) == (
        sorted("".join(printed.split())) == sorted("".join(held.split()))
    )


def test_reasons_are_counted_and_grounded() -> None:
    why = accounting.reasons(LINES)
    assert why["n_lines"].sum() == len(LINES)
    assert dict(zip(why["reason"], why["ground"], strict=True)) == {
        "corrected by hand": "by_hand",
        "ends:open": "inferred",
        "masthead field": "printed",
        "opener": "printed",
    }
    assert list(why["share"]) == [0.25] * 4
    assert accounting.reasons(LINES.iloc[:0]).empty


def test_the_specimen_balances() -> None:
    from helpers.corpus import load

    c = load("specimen")
    account = accounting.ledger(c.config.folder, c.issues, c.lines, c.articles)
    assert account["balanced"].all()
    assert (account["raw_characters"] == c.issues.sort_values("date")["n_characters"].values).all()
