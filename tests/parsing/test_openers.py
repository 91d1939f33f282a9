"""Bylines that open a text: broken over lines, alone on a line, against what the source says."""

from __future__ import annotations

import pytest

from helpers.parsing import Article, parse_issue
from helpers.reading import Hint

REST = "近日，石桥村的老桥修好了，村里人走了三十年的水路改成了旱路。"
MORE = "镇里说，明年还要修两座，钱已经筹齐，图纸也贴在村口的墙上，谁都可以来看，谁都可以提意见。"


def read(*lines: str) -> tuple[Article, list[str]]:
    issue = parse_issue(["老桥修好了", "", *lines])
    assert len(issue.articles) == 1
    return issue.articles[0], [record.role for record in issue.lines][1:]


@pytest.mark.parametrize(
    ("lines", "byline"),
    [
        (["本报讯（记者 甲乙 通", "讯员 丙丁）"], "本报讯（记者 甲乙 通讯员 丙丁）"),
        (["本报讯", "（记者 甲乙）"], "本报讯（记者 甲乙）"),
        (["本报讯（记者 甲乙", "通讯员 丙丁", "戊己）"], "本报讯（记者 甲乙 通讯员 丙丁 戊己）"),
        (["【本报讯】（记者 甲", "乙）"], "【本报讯】（记者 甲乙）"),
        (["据新华社北京8月19日电（记者 甲", "乙）"], "据新华社北京8月19日电（记者 甲乙）"),
        (["据新华社北京8月19", "日电（记者 甲乙）"], "据新华社北京8月19日电（记者 甲乙）"),
        (["新华社北京8月19日电（记者 甲乙", "丙丁）"], "新华社北京8月19日电（记者 甲乙 丙丁）"),
        (["本報訊(記者 甲乙 通", "訊員 丙丁)"], "本報訊(記者 甲乙 通訊員 丙丁)"),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
@pytest.mark.parametrize("gap", [0, 1])
def test_a_byline_broken_over_lines_is_mended(lines: list[str], byline: str, gap: int) -> None:
    printed = [*lines[:-1], lines[-1] + REST, MORE]
    article, roles = read(*[part for line in printed for part in (line, *[""] * gap)])
    assert article.byline == byline
    assert [p.text for p in article.paragraphs] == [REST, MORE]
    assert len(article.paragraphs[0].lines) == len(lines)
    assert roles == ["body"] * len(printed)


@pytest.mark.parametrize(
    "lines",
    [
        ["本报讯（以下简称", "“某办”）" + REST],
        ["据新华社北京8月19日电（下称", "“公报”）" + REST],
        ["本报讯（记者 甲乙近日", REST, MORE],
    ],
    ids=lambda lines: lines[0],
)
def test_what_names_nobody_is_not_mended(lines: list[str]) -> None:
    article, _ = read(*lines)
    assert not article.bylines
    assert all("某办" not in (article.byline or "") for _ in lines)


@pytest.mark.parametrize(
    "byline",
    [
        "本报讯（记者 甲乙）",
        "本报讯（记者 甲乙 通|讯员 丙丁）",
        "据新华社北京8月19日电（记者 甲|乙）",
    ],
)
def test_a_byline_alone_on_its_lines_is_no_text(byline: str) -> None:
    lines = byline.split("|")
    article, roles = read(*lines, REST, MORE)
    assert roles == ["byline"] * len(lines) + ["body"] * 2
    assert article.byline == "".join(lines)
    assert [p.text for p in article.paragraphs] == [REST, MORE]
    first = 3 + len(lines)
    assert [p.lines for p in article.paragraphs] == [(first,), (first + 1,)]


def test_a_byline_broken_over_articles_is_taken_apart() -> None:
    lines = ["本报讯（记者 甲乙 通", "讯员 丙丁）" + REST]
    issue = parse_issue(lines, [Hint("body", True, 1), Hint("body", True, 2)])
    assert [a.byline for a in issue.articles] == [None, None]
    assert [p.text for a in issue.articles for p in a.paragraphs] == lines


def test_a_byline_that_the_source_gives_may_be_broken_too() -> None:
    lines = ["老桥修好了", "本报讯（记者 甲乙 通", "讯员 丙丁）", REST]
    hints = [None, Hint("byline"), Hint("byline"), None]
    issue = parse_issue(lines, hints)
    assert [e.name for e in issue.articles[0].bylines] == ["甲乙", "丙丁"]
    assert [r.role for r in issue.lines] == ["headline", "byline", "byline", "body"]
