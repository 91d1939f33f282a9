"""Words that lie across a break."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.parsing.words import across


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
