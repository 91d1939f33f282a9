"""No damage to an issue makes the parser lose a line, or raise: thousands of mutations of issues.

The unit tests try a moderate number; HYPOTHESIS_PROFILE=thorough (`make fuzz`) tries 10,000 each.
"""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mutations import (
    MUTATIONS,
    Said,
    check,
    flip_bytes,
    hints_of,
    mutate,
    sources,
    window,
)

from helpers.errors import InputError
from helpers.parsing import parse_issue
from helpers.reading import Hint, read_issue

NUMBERS = st.integers(0, 9999)
#: An issue, or a part of one, damaged.
LINES = st.builds(
    mutate,
    st.builds(window, NUMBERS, NUMBERS, st.sampled_from([8, 25, 60, 400])),
    st.lists(st.tuples(st.sampled_from(sorted(MUTATIONS)), NUMBERS, NUMBERS), max_size=14),
)
SAID = st.lists(st.tuples(NUMBERS, NUMBERS, NUMBERS, NUMBERS), min_size=1, max_size=60)
ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "gbk", "big5", "utf-16", "utf-16-be", "utf-32")


@given(LINES)
def test_no_mutation_loses_a_line(lines: list[str]) -> None:
    check(parse_issue(lines), lines)


@given(LINES, SAID)
def test_no_hint_loses_a_line(lines: list[str], said: Sequence[Said]) -> None:
    hints = hints_of(lines, said)
    issue = parse_issue(lines, hints)
    check(issue, lines)
    numbered = {n: h.article for n, h in enumerate(hints, 1) if h and h.article}
    owner = {r.line: r.article for r in issue.lines if r.article is not None}
    # Lines that the source puts into one article, or into several, stay there.
    articles: dict[int, set[int]] = {}
    for line, number in numbered.items():
        if line in owner:
            articles.setdefault(number, set()).add(owner[line])
    assert all(len(found) == 1 for found in articles.values())
    assert len(set.union(set(), *articles.values())) == len(articles)


@given(
    st.builds(window, NUMBERS, NUMBERS, st.sampled_from([8, 25])),
    st.sampled_from(ENCODINGS),
    st.lists(st.tuples(NUMBERS, st.integers(0, 255)), max_size=5),
    st.integers(0, 40),
)
def test_damaged_bytes_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory,
    lines: list[str],
    encoding: str,
    flips: list[tuple[int, int]],
    lost: int,
) -> None:
    data = "\n".join(lines).encode(encoding, "replace")
    path = tmp_path_factory.getbasetemp() / "damaged.txt"
    path.write_bytes(flip_bytes(data, flips)[lost % 3 * lost :])
    try:
        raw = read_issue(path)
    except InputError as error:
        assert error.remedy
        assert str(path) in str(error)
    else:
        check(parse_issue(raw.lines, raw.hints, raw.known), raw.lines)


@pytest.mark.parametrize(
    "lines",
    [
        # A paragraph still open, then a byline broken over lines.
        ["他们把图纸贴在墙上，谁有意见", "本报讯（记者 甲乙 通", "讯员 丙丁）近日，桥修好了。"],
        ["他们把图纸贴在墙上。本报讯（记者 甲乙）近日，", "本报讯（记者 甲乙）桥修好了。"],
        ["本报讯", "本报讯（记者 甲", "乙）近日，桥修好了。"],
        ["本报讯（记者 甲", "本报讯（记者 甲", "乙）近日，桥修好了。"],
        ["本报讯（记者 甲", "第2版 综合 2019年5月17日 星期五", "乙）近日，桥修好了。"],
        # A byline that meets a jump note, or a jump note that meets another.
        ["本报讯（记者 甲乙）（下转第2版）"],
        ["本报讯（记者 甲乙）下转2", "版"],
        ["接二版消息（记者 甲", "乙）桥修好了。"],
        ["上接第1版 桥修好了", "桥修好了，", "上接第1版他们说。"],
    ],
    ids=lambda lines: lines[0][:8],
)
def test_known_faults(lines: list[str]) -> None:
    for gap in (0, 1):
        spaced = [part for line in lines for part in (line, *[""] * gap)]
        check(parse_issue(spaced), spaced)


@pytest.mark.parametrize(
    "role", ["byline", "credit", "headline", "deck", "caption", "jump", "body"]
)
@pytest.mark.parametrize("starts", [None, True, False])
def test_a_wrong_hint_takes_the_whole_line(role: str, starts: bool | None) -> None:
    text = "本报讯（记者 甲乙）近日，桥修好了，村里的人都来看。"
    lines = ["修桥", text, "他们说，这桥等了三十年。"]
    issue = parse_issue(lines, [None, Hint(role, starts), None])
    check(issue, lines)
    assert issue.lines[1].role == role


def test_the_check_notices_a_lost_character() -> None:
    lines = ["修桥", "本报讯（记者 甲乙）近日，桥修好了，村里的人都来看。"]
    issue = parse_issue(lines)
    text, where = issue.articles[0].paragraphs[0]
    for wrong in (text + "了", text[::-1], " " + text):
        issue.articles[0].paragraphs[0] = type(issue.articles[0].paragraphs[0])(wrong, where)
        with pytest.raises(AssertionError):
            check(issue, lines)


def test_mutations_damage_real_papers() -> None:
    assert len(sources()) > 20
    pages = (window(source, 0, 60) for source in range(len(sources())))
    page = next(page for page in pages if "" in page)  # one that can be closed up
    damage = [(name, at, how) for name in MUTATIONS for at in range(20) for how in (4, 9)]
    harmless = set(MUTATIONS) - {
        name for name, *how in damage if mutate(page, [(name, *how)]) != page
    }
    assert harmless == set()
    assert hints_of(page, [(4, 4, 1, 2)]) != [None] * len(page)
