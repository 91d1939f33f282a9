"""The marked form: what it says, and what it must not say."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.audit.marked import load_marked, read_marked
from helpers.errors import InputError
from helpers.parsing import BylineEntry

REPOSITORY = Path(__file__).resolve().parents[2]

ISSUE = """@paper 今日青禾
@date 2021-07-06
M|今日青禾

S|同心治水 共建青禾
@article a1 news
@by 记者|苏小田
@by 通讯员|何大路|县水利局
K|防汛不松劲
H|三座水站
H|换了新泵
D|灌溉不再看天
P|　　{{本报讯（记者 苏小田}}
+|{{通讯员 县水利局 何大路）}}水来得
C|图为新泵房。
+|（甲乙 摄）
R|苏小田 摄
+|比往年早。{{（下转第2版）}}
G|第2版 要闻
@article a2 notice
H|公告
P|七月十日停水。
@article a1
J|（上接第1版）
P|下一步，装水表。
"""


def test_every_part_is_read() -> None:
    key, problems = read_marked(ISSUE, "x")
    assert problems == []
    assert key.masthead == {"paper": "今日青禾", "date": "2021-07-06"}
    first, second = key.articles
    assert first.headline == "防汛不松劲\n三座水站\n换了新泵"
    assert (first.kicker, first.deck, first.kind) == ("防汛不松劲", "灌溉不再看天", "news")
    assert first.bylines == [
        BylineEntry("记者", "苏小田"),
        BylineEntry("通讯员", "何大路", "县水利局"),
    ]
    assert [(p.text, p.lines) for p in first.paragraphs] == [
        ("水来得比往年早。", (8, 9, 13)),
        ("图为新泵房。（甲乙 摄）", (10, 11)),
        ("下一步，装水表。", (18,)),
    ]
    assert first.lines == [*range(4, 14), 17, 18]
    assert (second.kind, second.lines) == ("notice", [15, 16])
    roles = "masthead - slogan kicker headline headline deck body body caption caption credit body"
    assert [key.roles.get(n, "-") for n in range(1, 14)] == roles.split()
    assert key.raw is not None
    assert key.raw[7:9] == ("　　本报讯（记者 苏小田", "通讯员 县水利局 何大路）水来得")


def test_text_goes_on_behind_a_picture_where_the_article_is_named_again() -> None:
    text = "@article a1 news\nP|水来得\nC|图为泵房。\n@article a1\n+|早。\nP|完。\n"
    key, problems = read_marked(text, "x")
    assert problems == []
    assert [p.lines for p in key.articles[0].paragraphs] == [(1, 3), (2,), (4,)]


def test_a_line_separator_is_no_line_end() -> None:
    key, _ = read_marked("F|甲\u2028乙\r\nF|丙", "x")
    assert key.raw == ("甲\u2028乙", "丙")


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("三座水站", 1, "begins with none of"),
        ("X|三座水站", 1, "begins with none of"),
        ("M|", 1, "without text"),
        ("F|{{}}", 1, "without text"),
        ("P|三座", 1, "outside any article"),
        ("@ article", 1, "@name value"),
        ("@town 青禾", 1, "no masthead field"),
        ("@date 7月6日", 1, "YYYY-MM-DD"),
        ("@article", 1, "wants an id"),
        ("@article a1", 1, "is new and has no kind"),
        ("@article a1 story\nP|甲", 1, "is no kind"),
        ("@article a1 news\nP|甲\n@article a1 news\nP|乙", 3, "has begun before"),
        ("@article a1 news\nH|甲\n+|乙", 3, "goes on with no paragraph"),
        ("@article a1 news\nP|{{（记者 甲\nP|乙", 3, "is not closed"),
        ("@article a1 news\nP|{{（记者 甲", 0, "is not closed"),
        ("@article a1 news\n", 0, "has no lines"),
        ("@by 记者|甲乙", 1, "@by wants"),
        ("@article a1 news\n@by 甲乙\nP|甲", 2, "@by wants"),
        ("@article a1 news\n@by 记者|\nP|甲", 2, "@by wants"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(
    tmp_path: Path, text: str, line: int, words: str
) -> None:
    _, problems = read_marked(text, "x")
    assert [number for number, what in problems if words in what] == [line]
    path = tmp_path / "a.key.txt"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_marked(path)
    assert caught.value.file == path
    assert caught.value.remedy


def test_a_key_is_utf8(tmp_path: Path) -> None:
    path = tmp_path / "a.key.txt"
    path.write_bytes("M|今日青禾".encode("gb18030"))
    with pytest.raises(InputError, match="is not UTF-8"):
        load_marked(path)


@pytest.mark.parametrize(
    "path", sorted((REPOSITORY / "tests/papers").glob("*/*.txt")), ids=lambda p: p.parent.name
)
def test_the_test_papers_are_in_the_form(path: Path) -> None:
    assert load_marked(path).articles
