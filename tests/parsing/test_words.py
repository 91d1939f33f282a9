"""Words that lie across a break."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.parsing.catalogue import ACROSS
from helpers.parsing.glance import read_all
from helpers.parsing.words import across, across_lines


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("县里的办公", "室搬了家", "long"),
        ("村里修了公", "路", "short"),
        ("路修好了", "桥也好了", "none"),
        ("路修好了。", "桥也好了", None),
        ("一共12", "人", None),
        ("", "人", None),
    ],
)
def test_a_word_lies_across_or_not(before: str, after: str, found: str | None) -> None:
    assert across(before, after) == found


@given(st.text(), st.text())
def test_whatever_stands_there(before: str, after: str) -> None:
    assert across(before, after) in ("long", "short", "none", None)


@given(
    st.lists(
        st.text("县里的办公室搬了家路，一12𠮷", min_size=1, max_size=5), min_size=1, max_size=9
    )
)
def test_all_breaks_at_once_are_told_like_one_by_one(texts: list[str]) -> None:
    glanced = read_all(texts)
    levels = across_lines(texts, glanced.first, glanced.last).tolist()
    found = [None if level < 0 else ACROSS[level] for level in levels]
    assert found == [across(before, after) for before, after in pairwise(texts)]
