"""Lines to articles: what belongs together; the lines say themselves what they are."""

from __future__ import annotations

import pytest
from told import told

from helpers.parsing import ParsedIssue

FIRST = "H|三座水站换了新泵\nP|本报讯（记者 甲乙）今年水来得早，也来得稳。"
SECOND = "H|书屋里的夏天\nP|本报讯（记者 丙丁）孩子们在读书。"


def headlines(issue: ParsedIssue) -> list[str]:
    return [article.headline for article in issue.articles]


def test_an_article_has_its_parts() -> None:
    issue = told(
        "K|防汛不松劲\nH|三座水站\nH|换了新泵\nD|灌溉不再看天\nB|本报记者 甲乙\n"
        "P|水来得早，\n+|也来得稳。\nP|泵也换了。"
    )
    (article,) = issue.articles
    assert (article.kicker, article.headline) == ("防汛不松劲", "三座水站\n换了新泵")
    assert (article.deck, article.byline) == ("灌溉不再看天", "本报记者 甲乙")
    assert [(b.role, b.name) for b in article.bylines] == [("记者", "甲乙")]
    assert [p.text for p in article.paragraphs] == ["水来得早，也来得稳。", "泵也换了。"]
    assert [p.lines for p in article.paragraphs] == [(6, 7), (8,)]
    assert (article.line_first, article.line_last) == (1, 8)
    assert [r.role for r in issue.lines] == [
        *("kicker", "headline", "headline", "deck", "byline"),
        *("body", "body", "body"),
    ]


def test_a_headline_begins_an_article() -> None:
    issue = told(f"{FIRST}\n{SECOND}")
    assert headlines(issue) == ["三座水站换了新泵", "书屋里的夏天"]
    assert [r.article for r in issue.lines] == [1, 1, 2, 2]


def test_the_byline_in_the_text_is_none_of_it() -> None:
    (article,) = told(FIRST).articles
    assert article.byline == "本报讯（记者 甲乙）"
    assert article.text == "今年水来得早，也来得稳。"


def test_a_byline_broken_over_lines_is_none_of_the_text_either() -> None:
    issue = told("H|三座水站换了新泵\nP|本报讯（记者 甲乙 通\n+|讯员 丙丁）水来得早。")
    (article,) = issue.articles
    assert article.byline == "本报讯（记者 甲乙 通讯员 丙丁）"
    assert article.text == "水来得早。"
    assert article.paragraphs[0].lines == (2, 3)


@pytest.mark.parametrize("code", ["M|今日青禾", "G|第2版 要闻", "S|同心共建 实干争先", "F|3"])
def test_what_is_outside_belongs_to_no_article(code: str) -> None:
    issue = told(f"{FIRST}\n{code}\n{SECOND}")
    assert issue.lines[2].article is None
    assert len(issue.articles) == 2


def test_a_line_within_a_paragraph_does_not_cut_it() -> None:
    issue = told("H|三座水站换了新泵\nP|今年水来得早，\nF|3\n+|也来得稳。")
    (article,) = issue.articles
    assert article.text == "今年水来得早，也来得稳。"
    assert article.paragraphs[0].lines == (2, 4)
    assert issue.lines[2].role == "furniture"


def test_a_story_goes_on_where_it_jumped_to() -> None:
    issue = told(
        "H|三座水站换了新泵\nP|今年水来得早，也来（下转第2版）\n"
        f"{SECOND}\nG|第2版 要闻\nJ|（上接第1版）\n+|得稳。\nP|泵也换了。"
    )
    first, second = issue.articles
    assert first.text == "今年水来得早，也来得稳。\n泵也换了。"
    assert second.text == "孩子们在读书。"
    assert [r.role for r in issue.lines if r.text.startswith("（上接")] == ["jump"]
    assert first.line_last == 8


def test_the_headline_repeated_tells_which_story_goes_on() -> None:
    issue = told(
        "H|三座水站换了新泵\nP|今年水来得早（下转第2版）\n"
        "H|书屋里的夏天又到了\nP|孩子们在读书（下转第2版）\n"
        "G|第2版 要闻\nJ|书屋里的夏天又到了\nJ|（上接第1版）\n+|，大人也在读书。"
    )
    assert [a.text for a in issue.articles] == ["今年水来得早", "孩子们在读书，大人也在读书。"]


def test_a_picture_in_a_story_does_not_end_it() -> None:
    issue = told(
        "H|三座水站换了新泵\nP|本报讯（记者 甲乙）今年水来得早，\n"
        "C|新泵房\nR|（苏小田 摄）\n+|也来得稳。"
    )
    (article,) = issue.articles
    assert article.paragraphs[0].text == "今年水来得早，也来得稳。"
    assert [(b.role, b.name) for b in article.bylines] == [("记者", "甲乙"), ("摄", "苏小田")]


def test_a_picture_with_news_of_its_own_is_an_article() -> None:
    note = "C|7月6日，孩子们在新书屋里读书，这是县里今年建的第八座书屋。（苏小田 摄）"
    issue = told(f"{FIRST}\n{note}")
    assert [a.kind for a in issue.articles] == ["news", "photo"]
    # A caption of a few words illustrates what it stands in.
    issue = told(f"{FIRST}\nC|新泵房内景。")
    assert [a.kind for a in issue.articles] == ["news"]


def test_a_headline_printed_behind_its_text_is_found() -> None:
    issue = told("P|本报讯（记者 甲乙）今年水来得早。\nH|三座水站换了新泵")
    assert headlines(issue) == ["三座水站换了新泵"]


def test_two_bylines_make_two_articles() -> None:
    issue = told("P|本报讯（记者 甲乙）水来得早。\nP|本报讯（记者 丙丁）孩子们在读书。")
    assert [a.text for a in issue.articles] == ["水来得早。", "孩子们在读书。"]


def test_a_signature_behind_the_last_sentence_is_read_and_stays() -> None:
    issue = told("H|三座水站换了新泵\nP|水来得早。\nP|泵也换了。（苏小田）")
    (article,) = issue.articles
    assert article.text.endswith("泵也换了。（苏小田）")
    assert [b.name for b in article.bylines] == ["苏小田"]
    # In the middle of a text it is no signature.
    issue = told("H|三座水站换了新泵\nP|水来得早。（苏小田）\nP|泵也换了。")
    assert issue.articles[0].bylines == []


def test_confidence_falls_with_every_doubt() -> None:
    sure = told(FIRST).articles[0]
    assert 0.0 < sure.confidence <= 1.0
    unsure = told(FIRST.replace("H|", "|").replace("P|", "|")).articles[0]
    assert unsure.confidence <= sure.confidence
