"""Raw pages: every line with its role in words, its reason and its anchor; nothing in them runs."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.charts.colour import contrast, ink_on
from helpers.charts.pages import ROLE_COLOURS, UNKNOWN
from helpers.errors import InputError
from helpers.export import Exporter, raw_page, raw_page_file, save_raw_pages
from helpers.export.rawpage import styles
from helpers.export.safe import clean
from helpers.parsing.model import ROLES

HOSTILE = '<script>alert(1)</script>" onclick="x'
LINES = pd.DataFrame(
    {
        "issue_id": "c-1",
        "line": [7, 1, 3, 5, 9],
        "text": ["同心治水", "水渠修好了", HOSTILE, "村民说，水来了。", "（下转2版）"],
        "role": ["slogan", "headline", "body", "body", "never heard of"],
        "article_id": pd.Series([None, "c-1-a01", "c-1-a01", "c-1-a02", "c-1-a01"], dtype="object"),
        "reason": [
            "slogan: slogan:2 (0.51; headline 0.40)",
            "headline: ends:open (0.98)",
            HOSTILE,
            "start: ends:stop (0.90)",
            "corrected by hand (jump)",
        ],
    }
)
ARTICLES = pd.DataFrame(
    {"article_id": ["c-1-a01", "c-1-a02"], "issue_id": "c-1", "kind": "news", "confidence": 0.5}
)


class Reader(HTMLParser):
    """Collects tags with their attributes, and the text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        # Plain text, or markupsafe would escape it again when it is put together.
        self.feed(str(html))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def rows(self) -> list[dict[str, str | None]]:
        return [a for tag, a in self.tags if tag == "tr" and "id" in a]


def test_lines_stand_in_order_with_anchor_role_and_reason() -> None:
    rows = Reader(raw_page(LINES, ARTICLES, language="zh")).rows()
    assert [row["id"] for row in rows] == ["line-1", "line-3", "line-5", "line-7", "line-9"]
    assert rows[0]["title"] == "标题：行末无标点（把握 0.98）"
    assert [row["class"] for row in rows] == [
        "rp-line rp-headline",
        "rp-line rp-body",
        "rp-line rp-body",
        "rp-line rp-slogan rp-low",
        "rp-line rp-unknown",
    ]


def test_role_and_doubt_are_told_in_words_too() -> None:
    said = {
        "zh": ["标题", "? 0.51", "标题 0.40", "置信度 0.50", "续"],
        "en": ["headline", "? 0.51", "headline 0.40", "confidence 0.50", "goes on"],
    }
    for language, words in said.items():
        text = Reader(raw_page(LINES, ARTICLES, language=language)).text
        assert [word for word in words if word not in text] == []


def test_an_article_is_framed_each_time_it_comes() -> None:
    blocks = [a for tag, a in Reader(raw_page(LINES, ARTICLES)).tags if tag == "tbody"]
    assert [b.get("class") for b in blocks] == ["rp-article", "rp-article", None, "rp-article"]


def test_what_was_printed_runs_nothing() -> None:
    page = raw_page(LINES, ARTICLES)
    tags = Reader(page).tags
    assert not [t for t, _ in tags if t == "script"]
    assert not [a for _, a in tags if any(name.startswith("on") for name in a)]
    assert HOSTILE in Reader(page).text


@given(st.text(), st.text())
def test_any_text_and_reason_are_shown_as_they_are(text: str, reason: str) -> None:
    lines = LINES.head(1).assign(text=text, reason=reason)
    assert len(Reader(raw_page(lines, styled=False)).rows()) == 1


def test_the_report_keeps_the_page_and_its_anchors() -> None:
    page = raw_page(LINES, ARTICLES, styled=False)
    assert clean(page).count("class=") == page.count("class=")
    assert [r["id"] for r in Reader(clean(page)).rows()] == [r["id"] for r in Reader(page).rows()]


@pytest.mark.parametrize(
    "hostile",
    ['<p class="page rp">x</p>', '<tr id="limits"></tr>', '<div style="color:red">x</div>'],
)
def test_the_report_keeps_no_other_class_id_or_style(hostile: str) -> None:
    assert not re.search(r"class=|id=|style=", clean(hostile))


def test_another_anchor_for_a_page_of_several_issues() -> None:
    page = raw_page(LINES, anchor="line-c-1-")
    assert {r["id"] for r in Reader(page).rows()} >= {"line-c-1-1"}
    assert 'href="#line-c-1-1"' in page


def test_no_lines_no_rows() -> None:
    assert Reader(raw_page(LINES.iloc[:0], ARTICLES)).rows() == []


def test_every_role_has_a_colour_and_its_words_can_be_read() -> None:
    assert set(ROLES) <= ROLE_COLOURS.keys()
    for role, colour in {**ROLE_COLOURS, "unknown": UNKNOWN}.items():
        assert f".rp-c-{role}{{" in styles()
        assert contrast(colour, ink_on(colour)) >= 4.5


def test_all_other_colours_of_type_can_be_read() -> None:
    grounds = {"#FBE3DE": "#8C2413", "#DCE9F3": "#12436D", "#fff": "#A8321F", "#FFF6D6": "#5E5A54"}
    for ground, ink in grounds.items():
        assert ground in styles()
        assert ink in styles()
        assert contrast(ground if len(ground) == 7 else "#FFFFFF", ink) >= 4.5


@pytest.mark.slow
def test_pages_are_written_for_the_issues_of_the_ranked_articles(tmp_path: Path) -> None:
    out = Exporter("c", "01", folder=tmp_path / "figures")
    both = pd.concat([ARTICLES, ARTICLES.assign(article_id="c-2-a01", issue_id="c-2")])
    written = save_raw_pages(out, LINES, both, ARTICLES, paper="今日岚溪", fictional=True)
    assert written == ["c-1"]
    page = (tmp_path / "pages" / "c-1.html").read_text("utf-8")
    assert "今日岚溪 1" in page
    assert "default-src 'none'" in page
    assert Reader(page).rows()
    assert page.encode() == raw_page_file(LINES, both, title="今日岚溪 1", fictional=True)
    with pytest.raises(InputError):
        out.save_page(b"", "../x")
