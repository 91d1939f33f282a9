"""A parse in the marked form says what was parsed, whatever the issue."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.audit.alignment import align
from helpers.audit.key import KeyArticle, KeyIssue
from helpers.audit.marked import load_marked, read_marked
from helpers.audit.readings import of_parse
from helpers.audit.score import compare
from helpers.audit.write_marked import write_marked
from helpers.errors import InputError
from helpers.parsing import AccountError, BylineEntry, Paragraph, parse_issue
from helpers.reading import read_issue

REPOSITORY = Path(__file__).resolve().parents[2]
PAPERS = sorted((REPOSITORY / "tests/papers").glob("*/*.txt"))
SPECIMEN = sorted((REPOSITORY / "data/raw/specimen").glob("*.txt"))


@cache
def issues() -> list[tuple[str, ...]]:
    papers = [load_marked(path).raw or () for path in PAPERS]
    return [*papers, *(read_issue(path).lines for path in SPECIMEN)]


def differs(lines: tuple[str, ...]) -> list[str]:
    """Write the parse of an issue, read it again, and name the measures that are not perfect."""
    reading = of_parse(parse_issue(lines), "x")
    key, problems = read_marked(write_marked(reading, lines), "x")
    assert problems == []
    score = compare(key, reading, lines)
    wrong = [m for m, t in score.tallies.items() if not t.right == t.claimed == t.expected]
    return wrong + [what for *_, what in score.misses]


@pytest.mark.parametrize("number", range(len(PAPERS) + len(SPECIMEN)))
def test_the_way_there_and_back_is_perfect(number: int) -> None:
    assert differs(issues()[number]) == []


@pytest.mark.shared
def test_the_way_there_and_back_on_real_issues(shared: Path) -> None:
    for path in sorted((shared / "issues/kecheng").glob("*.txt")):
        assert differs(read_issue(path).lines) == []


#: What is put behind a line: notes, bars and marks of the form, odd white space.
ODD = ("（下转2版）", "|", "@", "P|", "\u2028", "\ufeff", "　", "本报讯（记者 甲", "图为")


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_mutilated_issues_come_back_too(data: st.DataObject) -> None:
    lines = list(data.draw(st.sampled_from(issues())))
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(lines) - 1))
        line = lines[at]
        how = data.draw(st.sampled_from(["drop", "double", "move", "cut", "odd"]))
        if how == "drop" and len(lines) > 2:
            del lines[at]
        elif how == "double":
            lines.insert(data.draw(st.integers(0, len(lines))), line)
        elif how == "move":
            lines.insert(data.draw(st.integers(0, len(lines) - 1)), lines.pop(at))
        elif how == "cut" and len(line) > 2:
            cut = data.draw(st.integers(1, len(line) - 1))
            lines[at : at + 1] = [line[:cut], line[cut:]]
        else:
            lines[at] = line + data.draw(st.sampled_from(ODD))
    try:
        parse_issue(lines)
    except AccountError:
        return  # the parser's own tests are about that
    assert differs(tuple(lines)) == []


def reading(*articles: KeyArticle, **roles: str) -> KeyIssue:
    return KeyIssue("x", roles={int(n[1:]): r for n, r in roles.items()}, articles=list(articles))


@pytest.mark.parametrize(
    ("lines", "issue", "words"),
    [
        (("甲{{乙",), KeyIssue("x", roles={1: "furniture"}), "{{ or }} is printed"),
        (
            ("（记者 甲}乙丙。",),
            reading(
                KeyArticle("1", "news", paragraphs=[Paragraph("乙丙。", (1,))], lines=[1]),
                _1="body",
            ),
            "paragraphs cannot be said",
        ),
        (
            ("甲", "乙"),
            reading(KeyArticle("1", "news", paragraphs=[Paragraph("丙", (1, 2))], lines=[1, 2])),
            "not that of its lines",
        ),
        (
            ("甲", "乙", "丙"),
            reading(
                KeyArticle(
                    "1",
                    "news",
                    paragraphs=[Paragraph("甲丙", (1, 3)), Paragraph("乙", (2,))],
                    lines=[1, 2, 3],
                )
            ),
            "behind which another one began",
        ),
        (
            ("甲",),
            reading(
                KeyArticle(
                    "1",
                    "news",
                    bylines=[BylineEntry("记者", "甲|乙|丙|丁")],
                    paragraphs=[Paragraph("甲", (1,))],
                    lines=[1],
                )
            ),
            "@by wants",
        ),
        (("甲",), KeyIssue("x", masthead={"paper": "今日\n青禾"}, roles={1: "masthead"}), "begins"),
    ],
)
def test_what_cannot_be_said_is_an_error_with_a_remedy(
    lines: tuple[str, ...], issue: KeyIssue, words: str
) -> None:
    with pytest.raises(InputError) as caught:
        write_marked(issue, lines, file=Path("a.txt"))
    assert words in str(caught.value)
    assert caught.value.file == Path("a.txt")
    assert caught.value.remedy


@pytest.mark.parametrize(
    ("lines", "text", "parts"),
    [
        ([], "", []),
        (["甲乙"], "甲乙", [(0, 2)]),
        (["　　甲乙 "], "甲乙", [(2, 4)]),
        (["（记者 甲）昨日", "放水。（下转2版）"], "昨日放水。", [(6, 8), (0, 3)]),
        (["（记者 甲", "乙）昨日"], "昨日", [(5, 5), (2, 4)]),
        (["（甲）水（乙）"], "水", [(3, 4)]),
        (["甲甲", "甲"], "甲甲", [(0, 1), (0, 1)]),
        (["甲"], "", [(1, 1)]),
        (["甲"], "乙", None),
        (["甲"], "甲甲", None),
        ([], "甲", None),
    ],
)
def test_align(lines: list[str], text: str, parts: list[tuple[int, int]] | None) -> None:
    found = align(lines, text)
    if parts is None:
        assert found is None
    elif lines == ["甲甲", "甲"]:
        # Either of two ways is right: what counts is what they spell.
        assert "".join(x[s:e] for x, (s, e) in zip(lines, found or [], strict=True)) == text
    else:
        assert found == parts


@settings(max_examples=200)
@given(st.lists(st.tuples(*[st.text("甲乙丙", max_size=4)] * 3), max_size=5))
def test_align_finds_a_way_whenever_there_is_one(parts: list[tuple[str, str, str]]) -> None:
    lines = ["".join(part) for part in parts]
    text = "".join(part[1] for part in parts)
    found = align(lines, text)
    assert found is not None
    assert "".join(x[s:e] for x, (s, e) in zip(lines, found, strict=True)) == text
