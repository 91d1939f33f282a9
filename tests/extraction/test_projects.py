"""Names of projects by general rules: shared or repeated, and more than common words."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.extraction.projects import candidate_names, find_projects


def frame(*texts: str) -> pd.DataFrame:
    return pd.DataFrame({"article_id": [f"a{n}" for n, _ in enumerate(texts)], "text": texts})


def test_the_longest_shared_name_wins() -> None:
    out = find_projects(
        frame("今年，甲乙丙园及配套道路项目开工。", "截至月底，甲乙丙园及配套道路项目已签约。")
    )
    assert out.values.tolist() == [
        ["a0", "甲乙丙园及配套道路项目", 1],
        ["a1", "甲乙丙园及配套道路项目", 1],
    ]


def test_one_article_that_repeats_a_name_has_it() -> None:
    out = find_projects(frame("手持青石滩市场项目进度表。青石滩市场项目位于城东。"))
    assert out.values.tolist() == [["a0", "青石滩市场项目", 2]]


@pytest.mark.parametrize(
    "texts",
    [
        ("重点建设项目启动。", "重点建设项目收尾。"),
        ("铁路要来了。", "铁路修好了。"),
        ("东湖项目及配套道路工程", "西山项目及配套道路工程"),
        ("青石滩市场项目位于城东。",),
        ("村里开了会。", "镇里开了会。"),
        (),
    ],
)
def test_common_words_and_single_mentions_name_nothing(texts: tuple[str, ...]) -> None:
    assert find_projects(frame(*texts)).empty


def test_two_projects_stay_apart() -> None:
    out = find_projects(frame("东湖水库扩建。东湖水库征地。", "西山隧道开工。西山隧道征地。"))
    assert dict(zip(out["article_id"], out["project"], strict=True)) == {
        "a0": "东湖水库",
        "a1": "西山隧道",
    }


@given(st.text(alphabet="东西湖山项目道路园区的及，。", max_size=40))
def test_candidates_stand_in_the_text(text: str) -> None:
    assert all(text.count(name) >= 1 for name in candidate_names(text))
