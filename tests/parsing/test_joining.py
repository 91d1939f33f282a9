"""Pictures and headlines by themselves find their article, unless their source says otherwise."""

from __future__ import annotations

import pytest

from helpers.parsing import ParsedIssue, parse_issue
from helpers.reading import Hint

BRIDGE = "近日，石桥村的老桥修好了，村里人走了三十年的水路改成了旱路，孩子们上学不用绕道。"
MORE = "镇里说，明年还要修两座，钱已经筹齐，图纸也贴在墙上请大家来看。"
PICTURE = "图为孩子们走过新桥。"
LONG = (
    "图为孩子们走过新桥，桥是村民自己筹钱修的，前后用了八个月，花了三十多万元，"
    "一半是在外的人寄回来的钱。"
)
NOTE = "5月10日，孩子们排着队走过新桥。"
HEAD, BODY, CAPTION = Hint("headline", True), Hint("body", True), Hint("caption", True)


def parse(*rows: tuple[str, Hint | None]) -> ParsedIssue:
    return parse_issue([text for text, _ in rows], [hint for _, hint in rows])


def owners(issue: ParsedIssue) -> list[int | None]:
    return [record.article for record in issue.lines]


@pytest.mark.parametrize("caption", [PICTURE, LONG])
def test_a_picture_within_a_text_is_part_of_its_article(caption: str) -> None:
    rows = [("老桥修好了", HEAD), (BRIDGE, BODY), (caption, CAPTION), (MORE, BODY)]
    assert owners(parse(*rows, ("水站换人了", HEAD), (MORE, BODY))) == [1, 1, 1, 1, 2, 2]


@pytest.mark.parametrize("between", [[], [("第3版", Hint("page_header"))]], ids=["", "page"])
def test_a_caption_that_its_source_takes_for_text(between: list[tuple[str, Hint]]) -> None:
    rows = [("老桥修好了", HEAD), (BRIDGE, BODY), *between, (PICTURE, BODY)]
    issue = parse(*rows, ("水站换人了", HEAD), (MORE, BODY))
    assert len(issue.articles) == 2
    assert [p.text for p in issue.articles[0].paragraphs] == [BRIDGE, PICTURE]


def test_a_picture_that_tells_news_is_an_article() -> None:
    rows = [("老桥修好了", HEAD), (BRIDGE, BODY), (NOTE, CAPTION)]
    assert owners(parse(*rows, ("水站换人了", HEAD), (MORE, BODY))) == [1, 1, 2, 3, 3]


def test_a_picture_on_top_of_the_page_is_part_of_the_first_article() -> None:
    rows = [(PICTURE, CAPTION), ("老桥修好了", HEAD), (BRIDGE, BODY)]
    issue = parse(*rows, ("水站换人了", HEAD), (MORE, BODY))
    assert owners(issue) == [1, 1, 1, 2, 2]
    assert [p.lines for p in issue.articles[0].paragraphs] == [(1,), (3,)]
    assert issue.articles[0].line_first == 1


def test_text_behind_a_picture_under_a_headline_belongs_to_that_headline() -> None:
    rows = [("老桥修好了", HEAD), (BRIDGE, BODY), ("水站换人了", HEAD), (PICTURE, CAPTION)]
    assert owners(parse(*rows, (MORE, BODY))) == [1, 1, 2, 2, 2]


def test_text_behind_a_photo_note_goes_on_with_the_article_before() -> None:
    rows = [("老桥修好了", HEAD), (BRIDGE, BODY), ("水站换人了", HEAD), (NOTE, CAPTION)]
    assert owners(parse(*rows, (MORE, BODY))) == [1, 1, 2, 2, 1]


@pytest.mark.parametrize("alone", [("图为孩子们走过新桥。", "caption"), ("水站换人了", "headline")])
def test_what_the_source_numbers_is_an_article(alone: tuple[str, str]) -> None:
    text, role = alone
    rows = [(BRIDGE, Hint("body", True, 1)), (text, Hint(role, True, 2))]
    assert owners(parse(*rows, (MORE, Hint("body", True, 3)))) == [1, 2, 3]


def test_a_picture_without_a_number_stands_in_a_numbered_article() -> None:
    one = [("老桥修好了", Hint("headline", True, 1)), (BRIDGE, Hint("body", True, 1))]
    two = [("水站换人了", Hint("headline", True, 2)), (MORE, Hint("body", True, 2))]
    rest = (MORE, Hint("body", True, 1))
    assert owners(parse(*one, (PICTURE, CAPTION), rest, *two)) == [1, 1, 1, 1, 2, 2]
