"""The specimen's issues as e-paper pages, plain pages and tables, made from its answer key."""

from __future__ import annotations

import csv
import html
import io
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).resolve().parents[2]
RAW = REPOSITORY / "data" / "raw" / "specimen"
KEY = REPOSITORY / "tests" / "specimen" / "key" / "structure.json"


@dataclass
class Printed:
    """An article as a source prints it; `text` has bylines and credits where they stand."""

    title: list[str]
    kicker: list[str]
    deck: list[str]
    text: list[str]
    photo: bool = False
    author: str = ""


@dataclass
class PrintedIssue:
    name: str
    file: str
    paper: str
    date: str
    articles: list[Printed] = field(default_factory=list)


def printed_issues() -> list[PrintedIssue]:
    """The specimen's issues, from the key."""
    key = json.loads(KEY.read_text(encoding="utf-8"))
    out = []
    for issue in key["issues"]:
        head = issue["masthead"]
        made = PrintedIssue(issue["issue_id"], issue["file"], head["paper"], head["date"])
        made.articles = [_article(one, issue["file"]) for one in issue["articles"]]
        out.append(made)
    return out


def _article(key: dict[str, Any], file: str) -> Printed:
    raw = (RAW / file).read_text(encoding="utf-8").split("\n")
    heads = dict(zip(key["headline_lines"], key["headline_texts"], strict=True))
    inside = {line for lines in key["paragraphs"] for line in lines}
    texts = list(key["paragraph_texts"])
    byline = key["byline_text"] or ""
    alone = [raw[line - 1] for line in key["byline_lines"] if line not in inside]
    if alone and set(key["byline_lines"]) <= set(key["credit_lines"]):
        texts += alone
    elif alone:
        texts = alone + texts
    elif byline and not key["credit_lines"]:
        texts[0] = byline + texts[0]
    return Printed(
        [text for line, text in heads.items() if line not in key["kicker_lines"]],
        [heads[line] for line in key["kicker_lines"]],
        key["deck"].split("\n") if key["deck"] else [],
        texts,
        key["kind"] == "photo",
        " ".join(f"{one['role']} {one['name']}" for one in key["byline"]),
    )


def _p(texts: list[str], indent: str = "") -> str:
    return "".join(f"<p>{indent}{html.escape(text)}</p>\n" for text in texts)


def founder_article(
    issue: PrintedIssue, one: Printed, *, page: str = "01", br: bool = False
) -> str:
    """One article in Founder's markup; `br` sets all paragraphs in one `<p>`, with breaks."""
    title, kicker, deck = (
        "<br/>".join(html.escape(text) for text in texts)
        for texts in (one.title, one.kicker, one.deck)
    )
    if one.photo:
        rows = "".join(f"<tr><td>{html.escape(text)}</td></tr>" for text in one.text)
        body = f'<table><tr><td><img src="1.jpg" alt="never read"></td></tr>{rows}</table>'
    elif br:
        body = "<P>" + "<br>\n".join(f"　　{html.escape(text)}" for text in one.text) + "</P>"
    else:
        body = _p(one.text, "　　")
    return f"""<TABLE><TBODY><TR><TD>
<founder-introtitle><p>{kicker}</p></founder-introtitle></TD></TR>
<TR><TD><founder-title><p>{title}</p></founder-title></TD></TR>
<TR><TD><founder-subtitle><p>{deck}</p></founder-subtitle></TD></TR>
<TR><TD><founder-author>{html.escape(one.author)}</founder-author></TD></TR></TBODY></TABLE>
<!--enpproperty <articleid>1</articleid><date>{issue.date} 00:00:00.0</date>
<author>{html.escape(one.author)}</author><title>{title}</title><paper>{issue.paper}</paper>
<page>{page}</page>/enpproperty-->
<founder-content><!--enpcontent-->{body}<!--/enpcontent--></founder-content>
"""


def whole_page(body: str, *, charset: str = "utf-8", head: str = "") -> str:
    """A page around some markup, with what a site puts there."""
    menu = "".join(f'<li><a href="x{n}.htm">第{n}版：要闻</a></li>' for n in range(1, 9))
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://x.example/d">
<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}">{head}
<script>document.write("<founder-title>假标题</founder-title>");</script>
<style>p {{ margin: 0 }}</style></head><body>
<div class="menu"><ul>{menu}</ul></div>{body}
<div class="foot"><a href="a">关于我们</a> 版权所有 岚溪县融媒体中心</div></body></html>
"""


def founder_page(issue: PrintedIssue, *, br: bool = False, charset: str = "utf-8") -> str:
    """A whole issue as one page."""
    body = "".join(founder_article(issue, one, br=br) for one in issue.articles)
    return whole_page(body, charset=charset)


def node_page() -> str:
    """A page that only lists articles."""
    return whole_page('<area shape="polygon" href="content_1.htm"><a href="c.htm">一篇稿件</a>')


def plain_page(issue: PrintedIssue, one: Printed) -> str:
    """One article without any e-paper's markup."""
    kicker, deck = (_h(texts, "h3") for texts in (one.kicker, one.deck))
    title = "<br>".join(html.escape(text) for text in one.title)
    body = f"""<div class="where">当前位置：<a href="/">首页</a></div>
{kicker}<h1>{title}</h1>{deck}
<div class="info">发布时间：{issue.date} 09:30 来源：{issue.paper} 浏览次数：12</div>
<div class="text"><div class="editor">{_p(one.text, "　　")}</div></div>
<div class="next"><a href="2">下一篇：别的稿件</a></div>"""
    return whole_page(body, head=f'<meta name="PubDate" content="{issue.date} 09:30">')


def _h(texts: list[str], tag: str) -> str:
    return f"<{tag}>{'<br>'.join(html.escape(text) for text in texts)}</{tag}>" if texts else ""


COLUMNS = ["报纸", "日期", "引题", "标题", "副标题", "正文", "版次"]


def rows(issue: PrintedIssue) -> list[list[str]]:
    """The rows of a table, one an article."""
    return [
        [
            *(issue.paper, issue.date, "\n".join(one.kicker), "\n".join(one.title)),
            *("\n".join(one.deck), "\n".join(one.text), "1"),
        ]
        for one in issue.articles
    ]


def csv_text(issues: list[PrintedIssue]) -> str:
    stream = io.StringIO()
    writer = csv.writer(stream)
    writer.writerow(COLUMNS)
    writer.writerows(row for issue in issues for row in rows(issue))
    return stream.getvalue()


def json_lines(issues: list[PrintedIssue]) -> str:
    records = (dict(zip(COLUMNS, row, strict=True)) for issue in issues for row in rows(issue))
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def write_xlsx(path: Path, table: list[list[Any]]) -> None:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("稿件")
    for row in table:
        sheet.append(row)
    book.save(path)
