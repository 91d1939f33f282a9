"""The committed specimen is what its sources give, and its keys say what its raw files print."""

from __future__ import annotations

import json
import re
import runpy
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).resolve().parent
RAW = HERE.parents[1] / "data" / "raw" / "specimen"
sys.path.insert(0, str(HERE))

from specimen_entities import entities  # noqa: E402
from specimen_initiatives import initiatives  # noqa: E402
from specimen_keys import byline_entries  # noqa: E402
from specimen_layout import lay_out, lunar_date, printed_masthead  # noqa: E402
from specimen_lint import lint  # noqa: E402
from specimen_numbers import agrees  # noqa: E402
from specimen_source import parse_inline, parse_source  # noqa: E402

MAKE = runpy.run_path(str(HERE / "make.py"))
SOURCES = sorted((HERE / "source").glob("*.txt"))


def key(name: str) -> dict[str, Any]:
    return json.loads((HERE / "key" / f"{name}.json").read_text(encoding="utf-8"))


STRUCTURE = key("structure")
ISSUES = {issue["issue_id"]: issue for issue in STRUCTURE["issues"]}
ARTICLES = {a["id"]: a for issue in STRUCTURE["issues"] for a in issue["articles"]}
#: How each place that offsets count in is called in structure.json.
FIELDS = {"headline": "headline", "deck": "deck", "body": "body", "byline": "byline_text"}


def raw_lines(issue: dict[str, Any]) -> list[str]:
    return (RAW / issue["file"]).read_text(encoding="utf-8").split("\n")


def test_the_sources_have_no_fault():
    assert [fault for source in SOURCES for fault in lint(source.read_text(encoding="utf-8"))] == []


def test_every_file_is_what_its_source_gives():
    files, faults = MAKE["make_files"]()
    assert faults == []
    assert MAKE["differences"](files) == []


def test_a_changed_file_is_noticed(tmp_path):
    path = tmp_path / "2019-05-17.txt"
    path.write_text("今日岚溪", encoding="utf-8")
    assert any("not what" in message for message in MAKE["differences"]({path: "今日岚溪\n"}))


def test_there_are_twelve_issues_and_one_number_is_missing():
    assert sorted(issue["issue_number"] for issue in ISSUES.values()) == [
        *range(21, 27),
        *range(28, 34),
    ]


def located(record: Any) -> Iterator[dict[str, Any]]:
    """Yield every record with offsets, however deep; inner spans inherit their place."""
    if isinstance(record, list):
        for item in record:
            yield from located(item)
    elif isinstance(record, dict):
        if {"start", "end", "text"} <= record.keys():
            yield record
        inherited = {k: record[k] for k in ("issue", "article", "where") if k in record}
        for value in record.values():
            if isinstance(value, dict):
                yield from located(inherited | value)
            elif isinstance(value, list):
                yield from located(value)


@pytest.mark.parametrize(
    "name", ["figures", "quotes", "coinages", "people", "places_orgs", "initiatives", "consistency"]
)
def test_offsets_index_their_text(name):
    spans = list(located(key(name)))
    assert spans
    for span in spans:
        if span["where"] == "furniture":
            text = raw_lines(ISSUES[span["issue"]])[span["line"] - 1]
        else:
            text = ARTICLES[span["article"]][FIELDS[span["where"]]]
        assert text[span["start"] : span["end"]] == span["text"], span


@pytest.mark.parametrize("issue", ISSUES.values(), ids=lambda issue: issue["issue_id"])
def test_every_printed_line_has_one_place(issue):
    places = Counter(item["line"] for item in issue["furniture"])
    for article in issue["articles"]:
        paragraphs = [n for lines in article["paragraphs"] for n in lines]
        own = (
            article["headline_lines"] + article["deck_lines"] + article["byline_lines"] + paragraphs
        )
        places.update(set(own))
    lines = raw_lines(issue)
    assert len(lines) == issue["total_lines"]
    assert sorted(places) == [n for n, line in enumerate(lines, 1) if line.strip()]
    assert set(places.values()) == {1}


@pytest.mark.parametrize("article", ARTICLES.values(), ids=lambda article: article["id"])
def test_the_key_is_on_the_page(article):
    lines = ["", *raw_lines(ISSUES[article["issue"]])]
    assert [lines[n] for n in article["headline_lines"]] == article["headline_texts"]
    assert article["headline"] == "\n".join(article["headline_texts"])
    assert article["deck"] == ("\n".join(lines[n] for n in article["deck_lines"]) or None)
    assert set(article["kicker_lines"]) <= set(article["headline_lines"])
    byline = article["byline_text"] or ""
    for numbers, text in zip(article["paragraphs"], article["paragraph_texts"], strict=True):
        printed = "".join(lines[n] for n in numbers)
        assert printed.endswith(text)
        assert printed.removesuffix(text) in byline
    assert article["body"] == "\n".join(article["paragraph_texts"])
    for (start, end), text in zip(
        article["paragraph_offsets"], article["paragraph_texts"], strict=True
    ):
        assert article["body"][start:end] == text
    assert article["body_no_credit"].replace("\n", "") in article["body"].replace("\n", "")


def test_a_column_break_never_stands_between_paragraphs():
    for article in ARTICLES.values():
        lines = ["", *raw_lines(ISSUES[article["issue"]])]
        for numbers in article["paragraphs"]:
            assert all(not re.search("[。！？”]$", lines[n]) or n == numbers[-1] for n in numbers)


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("本报讯（记者 甲 乙 通讯员 丙）", [("记者", "甲"), ("记者", "乙"), ("通讯员", "丙")]),
        ("本报讯（见习记者甲 通讯员乙）", [("见习记者", "甲"), ("通讯员", "乙")]),
        ("（甲 乙 摄）", [("摄", "甲"), ("摄", "乙")]),
        ("□ 首席记者 甲", [("首席记者", "甲")]),
        ("□ 本报记者 甲", [("记者", "甲")]),
        ("本报评论员", []),
    ],
)
def test_bylines_are_read(printed, expected):
    assert [(entry["role"], entry["name"]) for entry in byline_entries(printed)] == expected


@pytest.mark.parametrize(
    ("text", "value", "kind", "expected"),
    [
        ("3.2万元", "32000", "money", True),
        ("3.2万元", "3.2", "money", False),
        ("六十余亩", "60", "area", True),
        ("两斤半", "2.5", "other", True),
        ("三成", "30", "percent", True),
        ("3至5户", "[3,5]", "count", True),
        ("5月12日", "2019-05-12", "date", True),
        ("5月12日", "2019-05-13", "date", False),
        ("第300单", "30", "ordinal", False),
    ],
)
def test_a_figure_agrees_with_its_value(text, value, kind, expected):
    assert agrees(text, value, kind) is expected


def test_the_masthead_knows_a_leap_month():
    issue, _ = parse_source("@date 2020-06-12\n@number 25\n@style A\n")
    assert lunar_date(issue) == "农历庚子年闰四月廿一"
    assert printed_masthead(issue)["weekday"] == "星期五"


def test_breaks_become_lines_and_a_plus_takes_the_blank():
    source = "@date 2020-06-12\n@number 25\n@style A\nA| id=a1\nH| 甲\n+|\nH| 乙\nP| 丙⏎丁\n"
    issue, _ = parse_source(source)
    assert lay_out(issue).text.endswith("\n\n甲\n乙\n\n丙\n\n丁")


def test_nested_tags_keep_their_offsets():
    problems: list[tuple[int, str]] = []
    inline = parse_inline("甲{q sp=乙|“{f v=3|3⏎户}”}", 1, problems)
    assert problems == []
    assert inline.text == "甲“3户”"
    assert [(s.tag, s.start, s.end) for s in inline.spans] == [("q", 1, 5), ("f", 2, 4)]
    assert inline.breaks == (3,)


PLACES = """甲县 | 县 | | ~我县 |
乙村 | 村 | 丙镇 | 乙 |
丁村 | 村 | 甲县? | |
"""
NAMED = """@2019-05-17
a01
b 我县 乙村#2 戊村 书记
d 我县
"""


@pytest.mark.parametrize(
    "words",
    [
        "乙村: no place 丙镇",
        "not one entity: 戊村",
        "乙#1 not decided on",
        "not found: 我县",
        "丁村: never",
    ],
)
def test_a_careless_list_of_names_is_noticed(tmp_path, words):
    for name, text in [("places", PLACES), ("organisations", ""), ("mentions", NAMED)]:
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    article = {"id": "specimen-2019-05-17-a01", "headline": "", "deck": None}
    article["body"] = "我县乙村的人到乙村"
    issue = {"issue_id": "specimen-2019-05-17", "furniture": [], "articles": [article]}
    record, faults = entities(tmp_path, [issue])
    assert any(words in fault for fault in faults), faults
    assert [(m["start"], m["deictic"]) for m in record["places"][0]["mentions"]] == [(0, True)]


INITIATIVES = """= 乙法 | mechanism | other | tried | 甲法
2019-05-17-a01 b “乙法” 丙法 : F01 F09
start 2019 2019-05-17-a01 昨年
"""


@pytest.mark.parametrize(
    "words",
    [
        "unknown kind or status: mechanism, tried",
        "not found: 丙法",
        "no figure specimen-2019-05-17-a01-F09",
        "not found in 2019-05-17-a01: 昨年",
        "no initiative 甲法",
        "乙法#2 passed over",
    ],
)
def test_a_careless_list_of_initiatives_is_noticed(tmp_path, words):
    (tmp_path / "initiatives.txt").write_text(INITIATIVES, encoding="utf-8")
    article = {"id": "specimen-2019-05-17-a01", "headline": "", "deck": None}
    article["body"] = "“乙法”办了3件，乙法好"
    issue = {"issue_id": "specimen-2019-05-17", "furniture": [], "articles": [article]}
    figure = dict.fromkeys(["issue", "article", "where", "text", "start", "end", "value", "unit"])
    (entry,), faults = initiatives(
        tmp_path, [issue], [figure | {"id": "specimen-2019-05-17-a01-F01"}]
    )
    assert any(words in fault for fault in faults), faults
    assert [m["text"] for m in entry["mentions"]] == ["“乙法”"]


def test_the_longer_form_is_kept_and_the_shorter_still_found(tmp_path):
    source = "= 乙法 | mechanism | other | pilot |\n2019-05-17-a01 b 乙法 乙法会 :\n"
    (tmp_path / "initiatives.txt").write_text(source, encoding="utf-8")
    article = {"id": "specimen-2019-05-17-a01", "headline": "", "deck": None}
    article["body"] = "乙法会议乙法"
    issue = {"issue_id": "specimen-2019-05-17", "furniture": [], "articles": [article]}
    (entry,), faults = initiatives(tmp_path, [issue], [])
    assert faults == []
    assert [(m["text"], m["start"]) for m in entry["mentions"]] == [("乙法会", 0), ("乙法", 4)]


#: A source whose every line has the fault that its comment names.
BAD = """@date 2019-05-17
@number 21
@style A
@colour red
A| id=a7 kind=story main=weather themes=culture
H| 题
Z| 无此码
P| {f v=97 u=户 k=count of=签约|96户}
P| {q sp=张三 cat=resident named=1 pos=after|没有引号}
P| {f v=3 u=户 k=count of=没有收尾|3户
P| ⏎断在段首
P| “一键办”还没有发明
P| {z|没有这样的标签}
P| {f v=3 u=户 k=number of=类别|3户}
P| 半角,标点
X| stated verdict=maybe claim="签约率 = 97/142" math="97/142 = 86.31%"
"""


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (0, "articles"),
        (0, "characters"),
        (0, "1 articles"),
        (4, "unknown header"),
        (5, "this is article a1"),
        (5, "kind=story"),
        (5, "weather"),
        (7, "unknown code"),
        (8, "v=97"),
        (9, "marks"),
        (9, "张三"),
        (10, "not closed"),
        (11, "column break"),
        (12, "before its first day"),
        (12, "outside {c}"),
        (13, "unknown tag"),
        (14, "k=number"),
        (15, "half-width"),
        (16, "verdict"),
        (16, "86.31"),
    ],
)
def test_lint_bites(line, words):
    problems = lint(BAD)
    assert any(words in message and at == line for at, message in problems), problems
