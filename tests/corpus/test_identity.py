"""Ids are readable, and two files of one issue are told."""

from __future__ import annotations

from datetime import date

import pytest

from helpers.corpus.identity import Register, article_id
from helpers.corpus.problems import Problem
from helpers.parsing.model import Masthead

DAY = date(2020, 12, 30)
A, B, C = "a" * 64, "b" * 64, "c" * 64


@pytest.mark.parametrize(("order", "end"), [(1, "a01"), (12, "a12"), (123, "a123")])
def test_article_ids(order: int, end: str) -> None:
    assert article_id("kecheng-2020-12-30", order) == f"kecheng-2020-12-30-{end}"


def test_a_dated_issue_and_an_undated_one() -> None:
    register = Register("kecheng")
    assert register.enter("a.txt", A, Masthead(date=DAY, issue_number=1760)) == (
        "kecheng-2020-12-30"
    )
    assert register.enter("b.txt", B, Masthead()) == "kecheng-undated-bbbbbbbb"


def test_another_number_on_the_same_day_has_a_suffix() -> None:
    register = Register("kecheng")
    register.enter("a.txt", A, Masthead(date=DAY, issue_number=1760))
    assert register.enter("b.txt", B, Masthead(date=DAY, issue_number=1761)) == (
        "kecheng-2020-12-30-n1761"
    )
    assert register.enter("c.txt", C, Masthead(date=DAY)) == "kecheng-2020-12-30-cccccccc"


@pytest.mark.parametrize(
    ("sha256", "head", "words"),
    [
        (B, Masthead(date=DAY, issue_number=1760), "same issue"),
        (A, Masthead(date=DAY, issue_number=1760), "same content"),
        (A, Masthead(), "same content"),
    ],
)
def test_a_second_file_of_one_issue_names_both(sha256: str, head: Masthead, words: str) -> None:
    register = Register("kecheng")
    register.enter("a.txt", A, Masthead(date=DAY, issue_number=1760))
    problem = register.enter("b.txt", sha256, head)
    assert isinstance(problem, Problem)
    assert problem.lost
    assert problem.file == "b.txt"
    assert "a.txt" in problem.problem
    assert words in problem.problem
