"""The word lists of programmes."""

from __future__ import annotations

import pytest

from helpers.extraction.initiatives.words import head_of, heads, introduces, word_list


def test_the_longest_head_counts() -> None:
    found = head_of("云上智慧管理平台")
    assert found is not None
    assert found[0] == "管理平台"
    assert found[1].kind == "platform"
    assert head_of("平台") is None


@pytest.mark.parametrize(
    ("before", "expected"),
    [("全县推行", True), ("镇里办起了", True), ("依托", True), ("他看见", False), ("", False)],
)
def test_what_brings_in_a_programme(before: str, expected: bool) -> None:
    assert introduces(before) is expected


def test_no_word_both_begins_and_ends_a_name() -> None:
    assert not word_list("introduction") & heads().keys() - {"建设", "创建", "开发", "新建"}
