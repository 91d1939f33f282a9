"""Differences between a parse and a key, worked out by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.audit.differences import differences, people, ranges, spans
from helpers.audit.key import KeyArticle, KeyIssue
from helpers.parsing.model import BylineEntry, Paragraph

RAW = ("水渠修好了", "昨日，东村水渠修好了。", "村民说好。", "停水公告", "明日停水。")


def issue(*articles: KeyArticle) -> KeyIssue:
    return KeyIssue("i1", articles=list(articles))


def story(**changed: object) -> KeyArticle:
    values: dict[str, object] = {
        "id": "1",
        "kind": "news",
        "headline": RAW[0],
        "bylines": [BylineEntry("记者", "甲乙")],
        "paragraphs": [Paragraph(RAW[1], (2,)), Paragraph(RAW[2], (3,))],
        "lines": [1, 2, 3],
    } | changed
    return KeyArticle(**values)  # type: ignore[arg-type]


NOTICE = KeyArticle("2", "notice", RAW[3], paragraphs=[Paragraph(RAW[4], (5,))], lines=[4, 5])


def test_equal_readings_do_not_differ() -> None:
    assert differences(issue(story(), NOTICE), issue(story(), NOTICE), RAW) == []


def test_an_article_that_is_missing_or_too_many() -> None:
    (missing,) = differences(issue(story(), NOTICE), issue(story()), RAW)
    assert (missing.status, missing.order, missing.line, missing.key, missing.parse) == (
        "missing", None, 4, RAW[3], "")  # fmt: skip
    (extra,) = differences(issue(story()), issue(story(), NOTICE), RAW)
    assert (extra.status, extra.order, extra.line, extra.key, extra.parse) == (
        "extra", 2, 4, "", RAW[3])  # fmt: skip


@pytest.mark.parametrize(
    ("changed", "part", "key", "parse"),
    [
        ({"headline": "水渠"}, "headline", RAW[0], "水渠"),
        ({"deck": "好"}, "deck", "", "好"),
        ({"kind": "photo"}, "kind", "news", "photo"),
        ({"bylines": []}, "byline", "记者 甲乙", ""),
        ({"lines": [1, 2]}, "lines", "1–3", "1–2"),
        (
            {"paragraphs": [Paragraph(RAW[1] + RAW[2], (2, 3))]},
            "paragraph",
            f"{RAW[1]}\n{RAW[2]}",
            RAW[1] + RAW[2],
        ),
    ],
)
def test_each_part(changed: dict[str, object], part: str, key: str, parse: str) -> None:
    (found,) = differences(issue(story()), issue(story(**changed)), RAW)
    assert (found.status, found.part, found.key, found.parse) == ("differs", part, key, parse)
    assert (found.order, found.line) == (1, 1)


@pytest.mark.parametrize(
    ("lines", "said"),
    [([], ""), ([4], "4"), ([7, 3, 5, 20], "3–7, 20"), ([1, 2, 3, 10, 12], "1–3, 10–12")],
)
def test_ranges(lines: list[int], said: str) -> None:
    assert ranges(lines) == said


def test_people() -> None:
    assert people([BylineEntry("记者", "甲乙"), BylineEntry("", "丙丁")]) == "记者 甲乙、丙丁"


@given(st.text(), st.text(), st.booleans())
def test_spans_make_up_both_readings(one: str, other: str, long: bool) -> None:
    if long:
        one, other = one + "水" * 2001, other + "水" * 2001
    found = spans(one, other)
    assert "".join(a for a, _ in found) == one
    assert "".join(b for _, b in found) == other
