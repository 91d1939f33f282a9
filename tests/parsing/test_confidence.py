"""The confidence of an article: what its lines' certainty has proved to be worth."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.parsing import parse_issue
from helpers.parsing.confidence import certainty, confidence, parse_table

SHARE = st.floats(0, 1)


@pytest.mark.parametrize(("lines", "product"), [([], 1.0), ([0.9, 0.5], 0.45), ([0.0, 1.0], 1e-6)])
def test_lines_are_taken_as_independent(lines: list[float], product: float) -> None:
    assert certainty(lines) == pytest.approx(product)


@given(SHARE, SHARE)
def test_more_certainty_never_gives_less_confidence(one: float, other: float) -> None:
    low, high = sorted([one, other])
    assert 0 <= confidence(low) <= confidence(high) < 1


def test_an_article_has_the_confidence_of_its_lines() -> None:
    lines = ["水渠修好了", "本报讯（记者 甲乙）昨日，东村的水渠修好了。", "村民说，水来了。"]
    article = parse_issue(lines).articles[0]
    assert article.confidence == confidence(article.certainty)


@pytest.mark.parametrize(
    "text",
    ["head\n", "head\n0.5\n", "head\n1\t0.5\n0.5\t0.6\n", "head\n1\t1.5\n", "head\n1\tx\n"],
)
def test_a_table_that_cannot_be_right_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        parse_table(text)
