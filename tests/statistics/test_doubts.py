"""Reasons read back, doubtful lines, and the corrections that would mend them."""

from __future__ import annotations

import tomllib

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.corpus.corrections_lines import LineCorrection, read_correction
from helpers.parsing import parse_issue
from helpers.parsing.states import STATES
from helpers.parsing.weights import weights
from helpers.statistics import doubts, signs

ISSUES = pd.DataFrame({"issue_id": ["i1"], "source_file": ['五月"1".txt']})
LINES = pd.DataFrame(
    {
        "issue_id": "i1",
        "line": [1, 3, 5, 7],
        "text": ["水渠修好了", "本报讯（记者 甲乙）昨日", "同心 治水", "清水长流"],
        "role": ["headline", "body", "slogan", "slogan"],
        "article_id": pd.Series(["i1-a01", "i1-a01", None, None], dtype="object"),
        "reason": [
            "headline: ends:open, before:opener (0.62; slogan 0.30)",
            "start: opener (0.99)",
            "slogan: slogan:2 (0.51; headline 0.40)",
            "corrected by hand (slogan): 印在边上",
        ],
    }
)
ARTICLES = pd.DataFrame(
    {
        "article_id": ["i1-a01", "i1-a02"],
        "kind": "news",
        "confidence": [0.7, 0.4],
        "line_first": 1,
        "line_last": 3,
    }
)


@pytest.mark.parametrize(
    ("reason", "read"),
    [
        (
            "deck: ends:open, length<18 (0.62; goes on 0.30)",
            ("deck", ("ends:open", "length<18"), 0.62, "goes on", 0.3, False),
        ),
        ("start: opener (1.00)", ("start", ("opener",), 1.0, None, None, False)),
        ("masthead: paper", ("masthead", ("paper",), None, None, None, False)),
        (
            "start: opener (0.99); corrected by hand (kind notice): (0.10)",
            ("start", ("opener",), 0.99, None, None, True),
        ),
        (
            "corrected by hand (deck): seen: so",
            ("", ("corrected by hand (deck): seen: so",), None, None, None, True),
        ),
        ("the page says so", ("", ("the page says so",), None, None, None, False)),
    ],
)
def test_reasons_are_taken_apart(reason: str, read: tuple[object, ...]) -> None:
    assert tuple(doubts.read_reason(reason)) == read


@given(st.text())
def test_any_reason_can_be_read_and_said(reason: str) -> None:
    assert isinstance(doubts.read_reason(reason), doubts.Reason)
    assert isinstance(doubts.reason_in_words(reason, language="zh"), str)


def test_reasons_in_words() -> None:
    said = doubts.reason_in_words(LINES["reason"][0], language="zh")
    assert said == "标题：行末无标点、其后是署名开头的行（把握 0.62，否则为标语 0.30）"
    assert "sure 0.62, or else slogan 0.30" in doubts.reason_in_words(
        LINES["reason"][0], language="en"
    )
    assert "印在边上" in doubts.reason_in_words(LINES["reason"][3], language="en")


def test_every_state_and_nearly_every_sign_has_words() -> None:
    assert set(STATES) == signs.STATES.keys() == doubts.MENDS.keys()
    for name in weights().rows:
        for language in ("zh", "en"):
            said = signs.sign_in_words(name, language=language)
            assert said
            assert "{" not in said
    assert signs.sign_in_words("never heard of", language="zh") == "never heard of"


def test_doubtful_lines_come_least_sure_first_without_what_a_person_settled() -> None:
    found = doubts.doubtful_lines(LINES)
    assert list(found["line"]) == [5, 1]
    assert doubts.doubtful_lines(LINES.iloc[:0]).empty


def test_articles_come_with_their_weakest_line() -> None:
    ranked = doubts.by_confidence(ARTICLES, LINES, language="en")
    assert list(ranked["article_id"]) == ["i1-a02", "i1-a01"]
    assert list(ranked["doubtful"]) == [0, 1]
    assert pd.isna(ranked["weakest"][0])
    assert ranked["because"][0] == ""
    assert ranked["weakest"][1] == 1
    assert doubts.by_confidence(ARTICLES.iloc[:0], LINES, language="en").empty


def test_mends_are_corrections_that_fit_their_lines() -> None:
    found = doubts.doubtful_lines(LINES)
    told = tomllib.loads(doubts.mends(found, ISSUES))
    entries = told['五月"1".txt']["lines"]
    raw = ["水渠修好了", "", "本报讯（记者 甲乙）昨日", "", "同心 治水"]
    for entry, role in zip(entries, ["headline", "slogan"], strict=True):
        correction = read_correction(entry, None)
        assert isinstance(correction, LineCorrection)
        assert correction.misfit(raw) is None
        assert correction.role == role


@pytest.mark.parametrize("state", STATES)
def test_every_mend_is_a_correction(state: str) -> None:
    told = tomllib.loads(doubts.mend("a.txt", 3, "一二三四五", doubts.MENDS[state]))
    assert isinstance(read_correction(told["a.txt"]["lines"][0], None), LineCorrection)


@given(st.text())
def test_any_text_can_be_quoted(text: str) -> None:
    assert tomllib.loads(f"a = {doubts.toml_text(text)}")["a"] == text


def test_a_doubtful_line_of_a_parse_names_its_rival() -> None:
    lines = ["今日岚溪", "", "春到岚溪", "", "一句话", "同心治水 共建家园", "昨日水渠修好了。"]
    read = [doubts.read_reason(record.reason) for record in parse_issue(lines).lines]
    unsure = [r for r in read if r.sure is not None and r.sure < 0.95]
    assert unsure
    assert all(r.rival in STATES for r in unsure)
    assert all(r.share is not None and r.share <= 1 - (r.sure or 0) + 0.01 for r in unsure)
