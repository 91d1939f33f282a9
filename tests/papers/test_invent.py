"""Invented issues: what they are made of, and that what they ask for can be read."""

from __future__ import annotations

import random
import sys
from itertools import pairwise
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
if str(HERE) not in sys.path:
    sys.path.insert(0, str(HERE))

from invent import Piece, invent, person, possible  # noqa: E402

from helpers.parsing import states as st  # noqa: E402
from helpers.parsing.states import IMPOSSIBLE, NOT_FIRST, NOT_LAST, STATES  # noqa: E402
from helpers.parsing.surnames import has_surname  # noqa: E402

TEXT = "今年的水来得比往年早了半个月，村里的老支书说，往年这时候还在等雨。"
PIECES = [
    Piece(
        "news",
        [
            (st.HEAD, "三座水站换了新泵"),
            (st.DECK, "灌溉不再看天"),
            (st.BYLINE, "本报记者 甲乙"),
            (st.START, TEXT),
            (st.START, TEXT),
            (st.CONT, TEXT),
            (st.START, TEXT),
            (st.CONT, TEXT),
        ],
    ),
    Piece("photo", [(st.HEAD, "新书屋"), (st.CAPTION, "孩子们在读书。"), (st.CREDIT, "甲乙 摄")]),
    Piece("brief", [(st.OPENING, "▲三座水站换了新泵。")]),
    Piece("notice", [(st.HEAD, "停水公告"), (st.START, TEXT), (st.ITEM, "青禾县水务公司")]),
]
SEEDS = range(120)


@pytest.fixture(scope="module")
def issues() -> list[list[tuple[int, str]]]:
    return [invent(PIECES, seed) for seed in SEEDS]


def test_a_seed_gives_one_issue() -> None:
    assert invent(PIECES, 7) == invent(PIECES, 7)
    assert invent(PIECES, 7) != invent(PIECES, 8)


def test_every_line_says_something(issues: list[list[tuple[int, str]]]) -> None:
    for lines in issues:
        assert len(lines) > 5
        assert all(text.strip() and "\n" not in text for _, text in lines)
        assert {state for state, _ in lines} <= set(range(len(STATES)))


def test_no_issue_asks_for_what_is_impossible(issues: list[list[tuple[int, str]]]) -> None:
    for lines in issues:
        marks = [state for state, _ in lines]
        assert not set(pairwise(marks)) & IMPOSSIBLE
        assert marks[0] not in NOT_FIRST
        assert marks[-1] not in NOT_LAST


def test_papers_differ_in_what_they_print(issues: list[list[tuple[int, str]]]) -> None:
    found = {state for lines in issues for state, _ in lines}
    assert found >= {st.MASTHEAD, st.HEADER, st.SLOGAN, st.FURNITURE, st.INTERRUPT, st.JUMP}
    heads = {tuple(text for state, text in lines if state == st.MASTHEAD) for lines in issues}
    assert len(heads) > 50


def test_the_text_is_that_of_the_pieces(issues: list[list[tuple[int, str]]]) -> None:
    """Whatever is set anew around it, the words of an article stay."""
    for lines in issues:
        for state, text in lines:
            if state == st.CONT and "版" not in text and "（" not in text:
                assert text.strip(" 。") in TEXT or text == TEXT


@pytest.mark.parametrize("seed", range(20))
def test_people_are_named_as_people_are(seed: int) -> None:
    name = person(random.Random(seed))
    assert 2 <= len(name) <= 4
    assert has_surname(name)
    assert "".join(person(random.Random(seed), spaced=True).split()) == name or len(name) == 2


def test_what_cannot_go_on_begins_anew() -> None:
    lines = [(st.HEADER, "第2版"), (st.INTERRUPT, "3"), (st.CONT, TEXT), (st.CONT, TEXT)]
    assert [state for state, _ in possible(lines)] == [
        *(st.HEADER, st.FURNITURE, st.START, st.CONT),
    ]
    good = [(st.HEAD, "水站"), (st.START, TEXT), (st.INTERRUPT, "3"), (st.CONT, TEXT)]
    assert possible(good) == good
