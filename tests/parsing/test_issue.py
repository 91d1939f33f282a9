from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.parsing import KINDS, ROLES, ParsedIssue, parse_issue

PAGE = """

2019年5月17日

第21期

农历己亥年四月十三 星期五

今日岚溪

旧街巷里新事多

改造不砍一棵树，先问12位老人

本报讯（记者 甲乙 通

讯员 丙丁）“这棵樟树比我爷爷的年纪还大。”5月12日，住在巷口的老裁缝放下尺子，讲起改造前的那场

争论。

街道把图纸贴在墙上，谁有意见就写在旁边，两个星期里写满了三张纸，最后改了七处。

同心同德 共建共享

竹编课上

5月10日，孩子们跟着师傅学编竹篮，第一道工序是破篾，第二道是刮青。（戊己 摄）



云海之上说农事

□ 本报评论员

农时不等人，办事也不能等人。把章子盖在田埂上，才算真的到了田头。

3
""".split("\n")


def test_a_page_is_read_as_it_was_made_up() -> None:
    issue = parse_issue(PAGE)
    first, photo, comment = issue.articles
    # Whether its second line is a deck is for the weights to say.
    assert f"{first.headline}\n{first.deck}".startswith(
        "旧街巷里新事多\n改造不砍一棵树，先问12位老人"
    )
    assert first.byline == "本报讯（记者 甲乙 通讯员 丙丁）"
    assert [p.lines for p in first.paragraphs] == [(15, 17, 19), (21,)]
    assert first.paragraphs[0].text.endswith("那场争论。")
    assert (photo.kind, photo.headline, photo.bylines[0].name) == ("photo", "竹编课上", "戊己")
    assert (comment.kind, comment.headline) == ("commentary", "云海之上说农事")
    assert issue.problems == []


def test_every_line_has_a_role_and_a_reason() -> None:
    issue = parse_issue(PAGE)
    assert [(r.line, r.text) for r in issue.lines] == [
        (n, line) for n, line in enumerate(PAGE, start=1) if line.strip()
    ]
    assert {r.role for r in issue.lines} <= set(ROLES)
    assert all(r.reason for r in issue.lines)
    roles = {r.text: r.role for r in issue.lines}
    assert roles["同心同德 共建共享"] == "slogan"
    assert roles["3"] == "furniture"


def test_a_page_without_masthead_is_parsed_and_said_so() -> None:
    issue = parse_issue(PAGE[9:])
    assert len(issue.articles) == 3
    assert issue.masthead.date is None
    assert "no masthead" in issue.problems[0]


def test_a_wrong_calendar_is_said_so() -> None:
    page = [line.replace("星期五", "星期四").replace("四月十三", "四月十四") for line in PAGE]
    problems = parse_issue(page).problems
    assert any("lunar" in p for p in problems)
    assert any("星期四" in p for p in problems)


def check(issue: ParsedIssue, lines: list[str]) -> None:
    """What must hold whatever the input was."""
    assert [r.line for r in issue.lines] == [n for n, line in enumerate(lines, 1) if line.strip()]
    orders = [a.order for a in issue.articles]
    assert orders == list(range(1, len(orders) + 1))
    assert {r.article for r in issue.lines} <= {None, *orders}
    for article in issue.articles:
        assert article.kind in KINDS
        assert article.line_first <= article.line_last
        assert 0.0 <= article.confidence <= 1.0


@given(
    st.lists(
        st.text(alphabet="本报讯（记者甲）摄。，“”？ 第1期2019年5月7日版\u3000", max_size=30),
        max_size=25,
    )
)
def test_no_text_breaks_the_parser(lines: list[str]) -> None:
    check(parse_issue(lines), lines)


@pytest.mark.parametrize("lines", [[], [""], ["甲"], ["。" * 5000], ["（"] * 500])
def test_degenerate_pages(lines: list[str]) -> None:
    check(parse_issue(lines), lines)
