"""Parse and key side by side, what differs marked."""

from __future__ import annotations

import pytest

from helpers.audit.differences import Difference
from helpers.export.differences import differences_page, marked
from helpers.export.safe import clean

LONG = "水渠修好了。" * 20


@pytest.mark.parametrize(
    ("key", "parse", "one", "other"),
    [
        ("水渠修好", "水渠修成", "水渠修<del>好</del>", "水渠修<ins>成</ins>"),
        ("甲\n乙", "乙", "<del>甲⏎<br></del>乙", "乙"),
        ("", "甲", "–", "<ins>甲</ins>"),
        ("<b>", "", "<del>&lt;b&gt;</del>", "–"),
    ],
)
def test_what_differs_is_marked(key: str, parse: str, one: str, other: str) -> None:
    assert marked(key, parse) == (one, other)


def test_long_common_text_is_cut_in_the_middle() -> None:
    one, other = marked(LONG + "甲", LONG + "乙")
    assert one.endswith("<del>甲</del>")
    assert "…" in one
    assert len(other) < 80


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_kind_of_difference_is_told(language: str) -> None:
    found = [
        Difference("i1", 1, 3, "differs", part, "news", "photo")
        for part in ("lines", "kind", "headline", "deck", "byline", "paragraph")
    ]
    found += [
        Difference("i1", None, 9, "missing", "headline", "甲", ""),
        Difference("i1", 2, 12, "extra", "headline", "", "乙"),
    ]
    page = differences_page(found, language=language, styled=False)
    assert page.count("<tr") == 1 + len(found)
    assert "href" not in page
    assert clean(page).count("class=") == page.count("class=")
    words = ("漏掉的稿件", "图片新闻") if language == "zh" else ("article missing", "Photo")
    assert all(word in page for word in words)


def test_lines_are_linked_where_the_page_has_them() -> None:
    one = Difference("i1", 1, 3, "differs", "deck", "", "甲")
    assert 'href="#line-3"' in differences_page([one], anchor="line-")
