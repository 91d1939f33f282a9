"""What is said again."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.parsing.catalogue import SHARES, TOPICS
from helpers.parsing.echoes import _neighbours, _pairs, listen
from helpers.parsing.prepare import look_at

TEXT = "石桥村的水站换了新泵，村民用水不再排队。水站由村里管，新泵由镇里买，石桥村出了一半的钱。"


def heard(*raw: str) -> list[list[str]]:
    sheet = look_at(raw)
    listen(sheet)
    return [[f for f in line if f.startswith(("echo", "topic"))] for line in sheet.seen.names()]


@pytest.mark.parametrize(
    ("headline", "level"), [("石桥村水站换新泵", "many"), ("同心共建  实干争先", "none")]
)
def test_a_headline_comes_back_in_its_text_and_a_slogan_does_not(headline: str, level: str) -> None:
    assert f"echo after:{level}" in heard(headline, TEXT)[0]


def test_the_end_of_an_article_is_heard_before() -> None:
    after, before = heard(TEXT, "石桥村的水站", "别处开了运动会，县里的学生跑得最快。")[1][:2]
    assert (after, before) == ("echo after:none", "echo before:many")


def test_new_words_make_a_new_topic() -> None:
    other = "县运动会昨天开幕，三百名运动员入场，跳远决赛今天上午举行。"
    new = heard(TEXT * 3, "运动员进场了", other * 3)[1]
    old = heard(TEXT * 3, "水站谁来管", TEXT * 3)[1]
    assert TOPICS.index(new[-1][6:]) < TOPICS.index(old[-1][6:])


def test_long_lines_and_lines_without_pairs_are_not_asked() -> None:
    assert heard(TEXT * 2, "— 3 —") == [[], ["topic:new"]]


@given(st.lists(st.text("石桥水站，。1a", min_size=1, max_size=12), min_size=1, max_size=12))
def test_pairs_know_their_like(texts: list[str]) -> None:
    keys, first = _pairs(texts)
    assert first[0] == 0
    assert first[-1] == len(keys)
    before, after, weight = _neighbours(keys)
    for i, key in enumerate(keys):
        same = np.flatnonzero(keys == key)
        assert weight[i] == pytest.approx(1 / len(same))
        earlier, later = same[same < i], same[same > i]
        assert before[i] == (earlier[-1] if len(earlier) else before.min())
        assert after[i] == (later[0] if len(later) else after.max())


@given(st.lists(st.text(min_size=1, max_size=40), max_size=12))
def test_whatever_stands_there(texts: list[str]) -> None:
    for features in heard(*texts):
        for feature in features:
            name, level = feature.split(":")
            assert level in (TOPICS if name == "topic" else SHARES)
