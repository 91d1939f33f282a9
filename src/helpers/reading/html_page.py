"""Plain article pages, without an e-paper's own markup: the title and the densest container."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field

from helpers.reading.html_events import END, START, TEXT, Markup
from helpers.reading.html_founder import body_parts
from helpers.reading.html_lines import TextLine, lines_of
from helpers.reading.ready_layout import Part, Ready

#: Elements that can hold a whole article.
CONTAINERS = frozenset("div td article section main body form center blockquote".split())
#: A line that belongs to the site, not to the article.
RE_SITE = re.compile(
    r"[\[【（(]?(?:打印|关闭|返回|上一[篇条版页]|下一[篇条版页]|字[号体]|分享|扫一扫|责任编辑|责编|编辑[：:]"
    r"|来源[：:]|发布(?:时间|日期|机构)|浏览(?:次数|量)?|阅读(?:次数|量)?|点击|收藏|放大|缩小|默认|当前位置"
    r"|您(?:现在)?的位置|首页|时间[：:]|日期[：:]|信息来源|文章来源|作者[：:]|版权|本版"
    r"|\d{4}\s*[-年/.]\s*\d{1,2}\s*[-月/.]\s*\d{1,2}日?\s*(?:\d{1,2}:\d{2}|来源|浏览|作者|点击|字))"
)
#: A date alone: above a text it is the site's, below one it is signed to it.
RE_DATE_ALONE = re.compile(r"\d{4}\s*[-年/.]\s*\d{1,2}\s*[-月/.]\s*\d{1,2}\s*日?")
#: The author in such a line: 作者：甲乙.
RE_AUTHOR = re.compile(
    r"(?:作者|记者|通讯员)[：:]\s*([\u4e00-\u9fff·]{2,4}(?:[\s、][\u4e00-\u9fff·]{2,4}){0,4})"
)
#: What tells prose from labels and menus: a mark of punctuation, or length.
RE_PROSE = re.compile(r"[，。！？；]|.{25}")
#: A line longer than this is text, whatever it begins with.
SITE_LONGEST = 80
#: What stands behind the title in `<title>`: _某某网, - 某某报, |某某新闻.
RE_SUFFIX = re.compile(r"\s*[_|｜\-—－–]+\s*[^_|｜\-—－–]{2,20}$")
#: A text with fewer characters than this is no article.
SHORTEST = 40
#: Why such a line is furniture.
SITE = "a line of the site"
#: Share of a line that links may make up before it is one of a menu.
MENU = 0.6


@dataclass(slots=True)
class PageArticles:
    """The articles of a plain page, and the lines about them (date, source) that are no text."""

    articles: list[Ready] = field(default_factory=list)
    about: list[str] = field(default_factory=list)


def page_articles(markup: Markup, title: str = "") -> PageArticles:
    """Find the articles of a page: headings, and the container with the most text out of links.

    Args:
        markup: The page.
        title: What the page's meta data say the title is, if they do.
    """
    found = PageArticles()
    regions = _article_elements(markup) or [_densest(markup)]
    for start, end in regions:
        lines = [line for line in lines_of(markup, start, end) if not _is_menu(line)]
        if len(regions) == 1 and not _begins_with_heading(lines):
            pieces = [_headings_before(markup, start) + lines]
        else:
            pieces = _divide(lines)
        for piece in pieces:
            article = _article(piece, found.about)
            if article is not None:
                found.articles.append(article)
    if not found.articles:
        return found
    for line in lines_of(markup, 0, regions[0][0])[-12:]:
        if _is_about(line) and line.text not in found.about:
            found.about.append(line.text)
    first = found.articles[0]
    if not first.title:
        first.title = [title or _page_title(markup)] if title or _page_title(markup) else []
    authors = [match[1] for line in found.about if (match := RE_AUTHOR.search(line))]
    if authors and len(found.articles) == 1:
        first.author = authors[:1]
    return found


def _article_elements(markup: Markup) -> list[tuple[int, int]]:
    """Return the `<article>` elements, if there are several with text of their own."""
    found: list[tuple[int, int]] = []
    covered = 0
    for index, event in enumerate(markup.events):
        if event.kind == START and event.value == "article" and index >= covered:
            covered = markup.ends[index]
            if len(markup.text(index, covered).strip()) >= SHORTEST:
                found.append((index, covered))
    return found if len(found) > 1 else []


def _densest(markup: Markup) -> tuple[int, int]:
    """Return the container whose paragraphs hold the most text outside links.

    Text counts whole for the container that holds it (through paragraphs), and half for the one
    around that: many short articles side by side outweigh one of them.
    """
    scores: dict[int, float] = {}
    stack: list[int] = []
    links = 0
    for index, event in enumerate(markup.events):
        if event.value == "a" and event.kind in (START, END):
            links += 1 if event.kind == START else -1
        elif event.kind == START and event.value in CONTAINERS:
            stack.append(index)
        elif event.kind == END and stack and markup.ends[stack[-1]] == index + 1:
            stack.pop()
        elif event.kind == TEXT and links <= 0 and stack:
            size = len(event.value.strip()) if RE_PROSE.search(event.value) else 0
            scores[stack[-1]] = scores.get(stack[-1], 0) + size
            if len(stack) > 1:
                scores[stack[-2]] = scores.get(stack[-2], 0) + size / 2
    if not scores:
        return 0, len(markup.events)
    best = max(scores, key=lambda start: (scores[start], -start))
    return best, markup.ends[best]


def _begins_with_heading(lines: list[TextLine]) -> bool:
    """Return whether a heading stands in the container before its text."""
    return next((bool(line.heading) for line in lines if not _is_about(line)), False)


def _headings_before(markup: Markup, start: int) -> list[TextLine]:
    """Return the headings before the container, if they stand close to it."""
    lines = lines_of(markup, 0, start)
    last = max((n for n, line in enumerate(lines) if line.heading), default=None)
    if last is None:
        return []
    first = last
    while first > 0 and lines[first - 1].heading:
        first -= 1
    # Between the title and the text stand date and source, hardly ever more than a few lines.
    return lines[first : last + 1] if len(lines) - last <= 12 else []


def _divide(lines: list[TextLine]) -> list[list[TextLine]]:
    """Divide the lines of a container into articles, at its headings of the highest rank."""
    ranks = [line.heading for line in lines if line.heading]
    if not ranks:
        return [lines]
    top = min(ranks)
    starts = [
        n
        for n, line in enumerate(lines)
        if line.heading == top and (n == 0 or lines[n - 1].heading != top)
    ]
    if len(starts) < 2:
        return [lines]
    # A heading of lower rank right before the title is its kicker.
    starts = [n - 1 if n and lines[n - 1].heading else n for n in starts]
    bounds = [0, *starts[1:], len(lines)]
    return [lines[a:b] for a, b in itertools.pairwise(bounds)]


def _article(lines: list[TextLine], about: list[str]) -> Ready | None:
    """Return the article of some lines, if there is text; lines of the site become furniture."""
    out = Ready()
    top = min((line.heading for line in lines if line.heading), default=0)
    index = 0
    while index < len(lines) and (lines[index].heading or (top and _is_about(lines[index]))):
        line = lines[index]
        if not line.heading:
            about.append(line.text)
            out.body.append(Part(line.text, True, "furniture", SITE))
        elif line.heading == top:
            out.title.append(line.text)
        else:
            (out.deck if out.title else out.kicker).append(line.text)
        index += 1
    rest = lines[index:]
    parts = body_parts(rest)
    for line, part in zip(rest, parts, strict=True):
        site = _is_site(line)
        if site:
            about.append(line.text)
        out.body.append(Part(part.text, True, "furniture", SITE) if site else part)
    text = [part.text for part in out.body if part.role != "furniture"]
    return out if len("".join(text)) >= SHORTEST or (out.title and text) else None


def _is_menu(line: TextLine) -> bool:
    return line.linked > MENU * len(line.text)


def _is_site(line: TextLine) -> bool:
    return len(line.text) <= SITE_LONGEST and RE_SITE.match(line.text) is not None


def _is_about(line: TextLine) -> bool:
    """Return whether a line above the text is the site's."""
    return _is_site(line) or RE_DATE_ALONE.fullmatch(line.text) is not None


def _page_title(markup: Markup) -> str:
    """Return the text of `<title>`, without the name of the site behind it."""
    for index, event in enumerate(markup.events):
        if event.kind == START and event.value == "title":
            return RE_SUFFIX.sub("", " ".join(markup.text(index, markup.ends[index]).split()))
    return ""
