"""A parse and an annotation in the form of a key."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from helpers.audit.readings import load_annotation, masthead_values, of_parse
from helpers.audit.score import compare
from helpers.errors import InputError
from helpers.parsing import BylineEntry, Masthead, parse_issue

LINES = """今日青禾
2021年7月6日 星期二

三座水站换了新泵
本报讯（记者 苏小田）“水来得比往年早了半个月。”村民马有根站在渠边，看着水流进自家的稻田。
今年春天，县水利站给山坪、下湾两村的三座水站换上了新泵。
""".splitlines()


def annotation(**changes: object) -> dict[str, Any]:
    article = {
        "id": "a01",
        "kind": "news",
        "headline": "三座水站换了新泵",
        "deck": None,
        "headline_lines": [4],
        "byline": [{"role": "记者", "name": "苏小田"}],
        "paragraphs": [[5], [6]],
        "paragraph_texts": [LINES[4].split("）", 1)[1], LINES[5]],
    }
    furniture = [{"line": 1, "role": "paper"}, {"line": 2, "role": "date"}]
    masthead = {"paper": "今日青禾", "date": "2021-07-06", "weekday": "星期二", "pages": None}
    masthead |= {"weekday_ok": True}
    issue = {"file": "a.txt", "masthead": masthead, "furniture": furniture}
    return {"issues": [issue | {"articles": [article | changes]}]}


def load(path: Path, record: object) -> Any:
    path.write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
    return load_annotation(path)


def test_a_parse_agrees_with_its_annotation(tmp_path: Path) -> None:
    (key,) = load(tmp_path / "k.json", annotation())
    assert (key.name, key.articles[0].lines) == ("a", [4, 5, 6])
    assert key.roles == {1: "masthead", 2: "masthead", 4: "headline", 5: "body", 6: "body"}
    assert key.masthead["weekday_ok"] == "true"
    assert "pages" not in key.masthead
    score = compare(key, of_parse(parse_issue(LINES), "a"), LINES)
    assert score.misses == []
    assert all(t.f1 == 1 for t in score.tallies.values())


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        ({"headline": "别的标题"}, "headline differs"),
        ({"byline": []}, "byline differs"),
        ({"kind": "poem"}, "kind differs"),
        ({"paragraph_texts": ["甲", "乙"]}, "paragraphs differs"),
    ],
)
def test_another_annotation_does_not_agree(
    tmp_path: Path, changes: dict[str, object], what: str
) -> None:
    (key,) = load(tmp_path / "k.json", annotation(**changes))
    score = compare(key, of_parse(parse_issue(LINES), "a"), LINES)
    assert score.misses == [("a", "a01", what)]


@pytest.mark.parametrize("record", [[], {}, {"issues": [{}]}, annotation(paragraphs=[[5]]), 3])
def test_what_is_no_annotation_is_said_so(tmp_path: Path, record: object) -> None:
    with pytest.raises(InputError, match="no answer key"):
        load(tmp_path / "k.json", record)


def test_broken_json(tmp_path: Path) -> None:
    (tmp_path / "k.json").write_text("{", encoding="utf-8")
    with pytest.raises(InputError, match="no answer key"):
        load_annotation(tmp_path / "k.json")


def test_masthead_values_are_text() -> None:
    head = Masthead("今日青禾", date(2021, 7, 6), 88, lunar_ok=False)
    assert masthead_values(head) == {
        "paper": "今日青禾",
        "date": "2021-07-06",
        "issue_number": "88",
        "lunar_ok": "false",
    }


def test_a_kicker_stands_with_the_headline() -> None:
    from helpers.reading import Hint

    hints = [None, None, None, Hint("kicker"), Hint("headline"), None]
    lines = ["今日青禾", "2021年7月6日", "", "防汛不松劲", "三座水站换了新泵", LINES[4]]
    article = of_parse(parse_issue(lines, hints), "a").articles[0]
    assert (article.kicker, article.headline) == ("防汛不松劲", "防汛不松劲\n三座水站换了新泵")
    assert article.bylines == [BylineEntry("记者", "苏小田")]
    assert article.lines == [4, 5, 6]
