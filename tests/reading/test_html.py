"""E-paper and plain pages give their articles' lines, with what the markup says of each."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from make_html import founder_page, node_page, plain_page, printed_issues, whole_page

from helpers.errors import InputError
from helpers.reading import RawIssue, read_issues
from helpers.reading.html_charset import decode_page
from helpers.reading.html_events import parse_markup
from helpers.reading.html_founder import founder_articles, read_properties
from helpers.reading.html_lines import lines_of, starts_of
from helpers.reading.html_page import page_articles

ISSUE = printed_issues()[0]
ROLES = ("kicker", "headline", "deck")


def read(path: Path, text: str, encoding: str = "utf-8") -> RawIssue:
    path.write_bytes(text.encode(encoding))
    (issue,) = read_issues(path)
    return issue


def by_role(issue: RawIssue, article: int, *roles: str | None) -> list[str]:
    pairs = zip(issue.lines, issue.hints, strict=True)
    return [line for line, h in pairs if h and h.article == article and h.role in roles]


@pytest.mark.parametrize("br", [False, True])
@pytest.mark.parametrize("issue", printed_issues(), ids=lambda issue: issue.date)
def test_every_field_of_an_e_paper_page(tmp_path: Path, issue: object, br: bool) -> None:
    raw = read(tmp_path / "a.html", founder_page(issue, br=br))
    assert raw.known == {"date": issue.date, "paper": issue.paper, "page": "01"}
    assert len(raw.lines) == len(raw.hints)
    for number, one in enumerate(issue.articles, start=1):
        parts = [by_role(raw, number, role) for role in ROLES]
        assert parts == [one.kicker, one.title, one.deck]
        text = by_role(raw, number, "body", "caption", "credit", None)
        assert text == one.text
    assert not any("假标题" in line or "版权" in line for line in raw.lines)


def test_plain_pages_of_a_folder_are_one_issue(tmp_path: Path) -> None:
    folder = tmp_path / "q"
    folder.mkdir()
    for number, one in enumerate(ISSUE.articles, start=1):
        page = plain_page(ISSUE, one)
        (folder / f"content_{number}.html").write_text(page, encoding="utf-8")
    (folder / "node_2.htm").write_text(node_page(), encoding="utf-8")
    (raw,) = read_issues(folder)
    assert raw.path == folder
    assert raw.known == {"date": ISSUE.date}
    for number, one in enumerate(ISSUE.articles, start=1):
        assert [by_role(raw, number, role) for role in ROLES] == [one.kicker, one.title, one.deck]
        assert by_role(raw, number, "body", "credit", None) == one.text


def test_page_nine_comes_before_page_ten(tmp_path: Path) -> None:
    for number in (10, 9, 2):
        one = founder_page(ISSUE).replace("<P>", "<p>")
        text = one.replace(ISSUE.articles[0].title[0], f"第{number}篇的标题")
        (tmp_path / f"content_{number}.htm").write_text(text, encoding="utf-8")
    (raw,) = read_issues(tmp_path)
    found = [line for line in raw.lines if line.endswith("篇的标题")]
    assert found == ["第2篇的标题", "第9篇的标题", "第10篇的标题"]


def test_pages_of_several_dates_are_several_issues(tmp_path: Path) -> None:
    first, second = printed_issues()[:2]
    (tmp_path / "a.htm").write_text(founder_page(first), encoding="utf-8")
    (tmp_path / "b.htm").write_text(founder_page(second), encoding="utf-8")
    assert [raw.known["date"] for raw in read_issues(tmp_path)] == [first.date, second.date]


@pytest.mark.parametrize(
    ("name", "date"),
    [
        ("2020-12-30/a.htm", "2020-12-30"),
        ("html/2020-12/30/content_1.htm", "2020-12-30"),
        ("20201230.htm", "2020-12-30"),
        ("2020-13-30/a.htm", None),
        ("12345678901.htm", None),
    ],
)
def test_a_date_in_the_path_stands_in_for_one_in_the_page(
    tmp_path: Path, name: str, date: str | None
) -> None:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    page = whole_page(f"<h1>标题在此</h1><div><p>{'正文写了很多，' * 20}</p></div>")
    assert read(path, page).known.get("date") == date


def test_a_bad_page_is_told_and_costs_no_other(tmp_path: Path) -> None:
    (tmp_path / "a.htm").write_bytes(b"\x00\xff\x81" * 40)
    (tmp_path / "b.htm").write_text(founder_page(ISSUE), encoding="utf-8")
    problems: list[InputError] = []
    (raw,) = read_issues(tmp_path, problems=problems.append)
    assert [error.file for error in problems] == [tmp_path / "a.htm"]
    assert raw.known["date"] == ISSUE.date
    with pytest.raises(InputError):
        list(read_issues(tmp_path))


@pytest.mark.parametrize(
    ("encoding", "charset", "name"),
    [
        ("gb18030", "gb2312", "gb18030"),
        ("gb18030", "GBK", "gb18030"),
        ("utf-8", "gb2312", "utf-8"),
        ("utf-8-sig", "gb2312", "utf-8-sig"),
        ("utf-16", "utf-16", "utf-16"),
        ("gb18030", "no-such-charset", "gb18030"),
    ],
)
def test_charsets(tmp_path: Path, encoding: str, charset: str, name: str) -> None:
    raw = read(tmp_path / "a.html", founder_page(ISSUE, charset=charset), encoding)
    assert raw.encoding == name
    assert raw.lines == read(tmp_path / "b.html", founder_page(ISSUE)).lines


def test_traditional_pages_say_big5() -> None:
    text = '<meta charset="big5"><p>縣政府召開會議，部署鄉村振興重點任務。'
    assert decode_page(text.encode("big5")) == (text, "big5hkscs")


@pytest.mark.parametrize(
    ("markup", "lines", "starts"),
    [
        ("<p>　　甲<br>　　乙</p>", ["甲", "乙"], [True, True]),
        ("<p>　　甲<br>乙</p>", ["甲", "乙"], [True, False]),
        ("<p>甲<br>乙</p>", ["甲", "乙"], [True, None]),
        ("甲<br><br>乙", ["甲", "乙"], [True, True]),
        ("<p>甲</p>\n<p>乙</p>", ["甲", "乙"], [True, True]),
        ("<p>甲\n乙</p>", ["甲乙"], [True]),
        ("<p>记者 甲<b>乙</b>&nbsp;丙</p>", ["记者 甲乙\u00a0丙"], [True]),
        ("<p>word\nword</p>", ["word word"], [True]),
        ("<p>甲</p><p> 　&nbsp;</p>", ["甲"], [True]),
        ("<table><tr><td>甲</td><td>1</td></tr></table>", ["甲 1"], [True]),
        ("<table><tr><td><p>甲</p></td><td>乙</td></tr></table>", ["甲", "乙"], [True, True]),
        ("<script>甲</script><p style='display: none'>乙</p><nav>丙</nav>丁", ["丁"], [True]),
        ("<p>&lt;p&gt;甲&#x4e59;</p>", ["<p>甲乙"], [True]),
    ],
)
def test_lines(markup: str, lines: list[str], starts: list[bool | None]) -> None:
    found = lines_of(parse_markup(markup))
    assert [line.text for line in found] == lines
    assert list(starts_of(found)) == starts


@pytest.mark.parametrize(
    ("markup", "caption"),
    [
        ("<table><tr><td><img></td></tr><tr><td>图说</td></tr></table>", True),
        ("<figure><img><figcaption>图说</figcaption></figure>", True),
        ("<p class='img-desc'>图说</p>", True),
        ("<table><tr><td>图说</td></tr></table>", False),
        (f"<table><tr><td><img></td></tr><tr><td>图说{'长' * 500}</td></tr></table>", False),
        ("<p><img alt='别的'>图说</p>", False),
    ],
)
def test_captions(markup: str, caption: bool) -> None:
    (line,) = lines_of(parse_markup(markup))
    assert line.text.startswith("图说")
    assert line.caption is caption


def test_fields_that_only_the_comment_has() -> None:
    page = (
        "<!--enpproperty <date>2020-12-30</date><title><p>上</p><p>下</p></title>"
        "<introtitle>肩&amp;题</introtitle><page>02</page><pagename>第02版：要闻</pagename>"
        "/enpproperty--><!--enpcontent--><p>正文。</p><!--/enpcontent--><p>别的</p>"
    )
    (found,) = founder_articles(parse_markup(page))
    ready = found.ready()
    assert (ready.title, ready.kicker, ready.page) == (["上", "下"], ["肩&题"], "第02版：要闻")
    assert [part.text for part in ready.body] == ["正文。"]


def titles(page: str) -> list[tuple[list[str], list[str]]]:
    found = [one.ready() for one in founder_articles(parse_markup(page))]
    return [(one.kicker, one.title) for one in found]


CONTENT = "<founder-content><p>正文。</p></founder-content>"


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<founder-title>某某晚报</founder-title><founder-introtitle>肩</founder-introtitle>"
         "<founder-title>标题</founder-title>" + CONTENT, [(["肩"], ["标题"])]),
        ("<founder-title><![CDATA[标题]]></founder-title>" + CONTENT, [([], ["标题"])]),
        ("<founder-title>标题</founder-title>" + CONTENT + CONTENT, [([], ["标题"])]),
        (CONTENT + "<!--enpproperty <founder-title>标题</founder-title>/enpproperty-->",
         [([], ["标题"])]),
        ("<!--enpproperty <founder-title>标题</founder-title>/enpproperty-->" + CONTENT,
         [([], ["标题"])]),
        ("<founder-title>图</founder-title><founder-content></founder-content>", [([], ["图"])]),
    ],
)  # fmt: skip
def test_founder_pages_of_other_makes(
    page: str, expected: list[tuple[list[str], list[str]]]
) -> None:
    assert titles(page) == expected


def test_a_text_in_the_author_field_is_no_byline(tmp_path: Path) -> None:
    page = f"<founder-title>标题</founder-title><founder-author><p>本报讯（记者 甲乙）一。{CONTENT}"
    raw = read(tmp_path / "a.html", page)
    assert [h.role for h in raw.hints if h] == ["headline", None, None]


def test_headline_and_page_that_stand_outside_the_fields(tmp_path: Path) -> None:
    text = "这一段写得足够长，有标点，也有内容。" * 4
    body = f"<h3>肩题</h3><h1>标题</h1><!--enpcontent--><p>{text}</p><!--/enpcontent-->"
    menu = "<p><a href=1>第02版：公告</a></p><p>第01版：<strong>要闻</strong></p>"
    raw = read(tmp_path / "a.html", whole_page(menu + f"<div>{body}</div>"))
    assert list(raw.lines) == ["第01版：要闻", "肩题", "标题", text]


@pytest.mark.parametrize(
    ("comment", "fields"),
    [
        ("enpproperty <date>1</date><title></title>/enpproperty", {"date": "1"}),
        ("enpproperty <title><p>x</p></title>", {"title": "<p>x</p>"}),
        ("enpproperty <title>x", {}),
        ("something <date>1</date>", {}),
    ],
)
def test_properties(comment: str, fields: dict[str, str]) -> None:
    assert read_properties(comment) == fields


def test_a_second_copy_of_an_article_is_left_out(tmp_path: Path) -> None:
    once = founder_page(ISSUE)
    twice = once.replace("<body>", "<body>" + once.partition("<body>")[2].partition("</body>")[0])
    assert read(tmp_path / "a.html", twice).lines == read(tmp_path / "b.html", once).lines


def test_several_plain_articles_in_a_page() -> None:
    text = "这一段写得足够长，有标点，也有内容。" * 4
    for wrap in ("<h2>{}</h2><p>{}</p>", "<article><h2>{}</h2><p>{}</p></article>"):
        body = "".join(wrap.format(title, text + title) for title in ("甲事", "乙事", "丙事"))
        found = page_articles(parse_markup(f"<h1>今日某县</h1><div>{body}</div>"))
        assert [one.title for one in found.articles] == [["甲事"], ["乙事"], ["丙事"]]


def test_subheads_do_not_divide_an_article() -> None:
    text = "这一段写得足够长，有标点，也有内容。" * 4
    body = f"<p>{text}</p><h3>小标题一</h3><p>{text}</p><h3>小标题二</h3><p>{text}</p>"
    (one,) = page_articles(parse_markup(f"<h1>大标题</h1><div>{body}</div>")).articles
    assert one.title == ["大标题"]
    assert [part.text for part in one.body][1::2] == ["小标题一", "小标题二"]


def test_lines_of_the_site_are_furniture() -> None:
    text = "这一段写得足够长，有标点，也有内容。" * 4
    page = f"<div><p>{text}</p><p>2020年12月30日</p><p>责任编辑：甲乙</p><p>上一篇：某事</p></div>"
    (one,) = page_articles(parse_markup(page)).articles
    assert [part.role for part in one.body] == ["body", "body", "furniture", "furniture"]


def test_hidden_text_is_read_only_where_there_is_no_other(tmp_path: Path) -> None:
    hidden = f'<div style="display:none">{founder_page(ISSUE).partition("</head>")[2]}</div>'
    raw = read(tmp_path / "a.html", f"<html><body>{hidden}</body></html>")
    assert raw.lines[0] == "01"


@pytest.mark.parametrize(
    "text", ["", " \n", "<html></html>", node_page(), "<p></p>", "<!-- --><!doctype html>"]
)
def test_pages_without_an_article(tmp_path: Path, text: str) -> None:
    with pytest.raises(InputError) as caught:
        read(tmp_path / "a.html", text)
    assert caught.value.file == tmp_path / "a.html"
    assert caught.value.remedy


@pytest.mark.parametrize(
    "text",
    [
        "<div>" * 10_000 + "甲",
        "<b>" * 900 + "</i>" * 100_000,
        "<br>" * 100_000,
        "<!--enpcontent-->" * 20_000,
        "<!--enpproperty " + "<title>" * 50_000 + "-->",
        "<table><tr><td><img>" * 200,
        "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;'>]><p>&b;</p>",
        '<!DOCTYPE x SYSTEM "file:///etc/passwd"><p>&x;</p><img src="http://x.example/">',
    ],
)
def test_what_is_built_to_exhaust_is_answered_in_seconds(tmp_path: Path, text: str) -> None:
    begun = time.monotonic()
    path = tmp_path / "a.html"
    path.write_text(text, encoding="utf-8")
    try:
        found = [line for raw in read_issues(path) for line in raw.lines]
    except InputError as error:
        assert error.file == path
        assert error.remedy
    else:
        assert "root:" not in "".join(found)
    assert time.monotonic() - begun < 10


def test_a_page_that_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from helpers.reading import html

    monkeypatch.setattr(html, "MAX_BYTES", 1_000)
    with pytest.raises(InputError, match="larger than"):
        read(tmp_path / "a.html", founder_page(ISSUE))


def test_a_page_is_known_by_its_content(tmp_path: Path) -> None:
    assert read(tmp_path / "a.txt", founder_page(ISSUE)).known["date"] == ISSUE.date


def _no_output(issue: RawIssue) -> None:
    assert len(issue.lines) == len(issue.hints)
    assert all("\n" not in line for line in issue.lines)
    assert any(line.strip() for line in issue.lines)


@given(
    cuts=st.lists(st.tuples(st.integers(0, 4_000), st.integers(0, 400)), max_size=4),
    junk=st.lists(
        st.tuples(st.integers(0, 4_000), st.text(alphabet="<>/!-=\"'&;pbrtd甲。\0 ", max_size=12)),
        max_size=4,
    ),
    which=st.integers(0, 1),
)
@settings(
    max_examples=120,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_any_mutilated_page_gives_lines_or_a_clear_error(
    tmp_path: Path,
    cuts: list[tuple[int, int]],
    junk: list[tuple[int, str]],
    which: int,
) -> None:
    pages = (founder_page(ISSUE), plain_page(ISSUE, ISSUE.articles[0]))
    text = pages[which]
    for start, length in cuts:
        text = text[:start] + text[start + length :]
    for start, piece in junk:
        text = text[:start] + piece + text[start:]
    path = tmp_path / "a.html"
    path.write_bytes(text.encode("utf-8"))
    try:
        (issue,) = read_issues(path)
    except InputError as error:
        assert error.file == path
        return
    _no_output(issue)


@given(data=st.binary(max_size=300))
@settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_any_bytes_give_lines_or_a_clear_error(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(b"<html><p>" + data)
    try:
        (issue,) = read_issues(path)
    except InputError:
        return
    _no_output(issue)
