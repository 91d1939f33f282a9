from __future__ import annotations

import pytest

from helpers.parsing.draft import Body, Draft, Piece
from helpers.parsing.prepare import look_at


def body(*raw: str, **options: bool) -> Body:
    return Body([Piece(line) for line in look_at(raw).lines], **options)


def test_a_body_joins_its_pieces() -> None:
    paragraph = body("　　水来得早，", "也来得稳。")
    assert paragraph.text == "水来得早，也来得稳。"
    assert paragraph.numbers == (1, 2)


def test_a_piece_may_be_part_of_its_line() -> None:
    (line,) = look_at(["本报讯（记者 甲乙） 水来得早（下转第2版）"]).lines
    assert Piece(line, 11, 15).text == "水来得早"
    assert Piece(line, len(line.printed)).text == ""


@pytest.mark.parametrize(
    ("text", "is_open"),
    [
        ("水来得早，", True),
        ("水来得早", True),
        ("他说：“水来得早", True),
        ("（见下图）", True),
        ("水来得早。", False),
        ("他说：“水来得早。”", False),
        ("水来得早？", False),
        ("水来得早。（苏小田 摄）", False),
        ("水来得早……", False),
    ],
)
def test_a_paragraph_is_open_until_its_sentence_ends(text: str, is_open: bool) -> None:
    assert body(text).open is is_open
    assert not body(text, item=True).open


def test_nothing_is_not_open() -> None:
    assert not Body().open
    assert Body().text == ""


def test_a_photo_note_is_captions_only() -> None:
    assert Draft(bodies=[body("甲。", caption=True)]).photo
    assert not Draft(bodies=[body("甲。", caption=True), body("乙。")]).photo
    assert not Draft().photo


def test_a_draft_becomes_an_article() -> None:
    lines = look_at(["三座水站", "换了新泵", "灌溉不再看天", "水来得早。"]).lines
    draft = Draft(order=3, head=lines[:2], deck=[lines[2]], lines=lines, certainty=[1.0] * 4)
    draft.bodies = [Body([Piece(lines[3])])]
    article = draft.finish("news")
    assert (article.order, article.kind, article.headline) == (3, "news", "三座水站\n换了新泵")
    assert (article.deck, article.byline, article.kicker) == ("灌溉不再看天", None, None)
    assert (article.line_first, article.line_last, article.text) == (1, 4, "水来得早。")
    draft.kickers = {1}
    article = draft.finish("news")
    assert (article.kicker, article.headline) == ("三座水站", "换了新泵")


def test_people_keep_the_characters_of_the_print() -> None:
    lines = look_at(["水來得早。（記者 蘇小國）"]).lines
    draft = Draft(lines=lines, bodies=[Body([Piece(lines[0])])])
    draft.read_signatures()
    assert [(e.role, e.name) for e in draft.entries] == [("記者", "蘇小國")]
    assert draft.byline == ["（記者 蘇小國）"]
