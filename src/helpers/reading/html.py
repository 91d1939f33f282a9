"""A page of an e-paper or a site (HTML): its articles, and what it says of paper and date."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from helpers.errors import InputError
from helpers.reading.html_charset import decode_page
from helpers.reading.html_events import START, Markup, parse_markup
from helpers.reading.html_founder import founder_articles
from helpers.reading.html_lines import lines_of
from helpers.reading.html_page import page_articles
from helpers.reading.issue import read_bytes
from helpers.reading.model import RawIssue
from helpers.reading.ready_dates import day_of_path, find_day, read_date
from helpers.reading.ready_layout import Ready, lay_out

#: A page with text and pictures' addresses is below 1 MB; more than this is something else.
MAX_BYTES = 10_000_000
#: The page as it is printed above its articles: 第07版：要闻; in a menu of pages it is a link.
RE_PAGE = re.compile(r"第\s*[A-Z]?\d{1,3}\s*版\s*[：:]?\s*\S{0,12}")
#: `<meta>` names of a page's date and title.
DATE_NAMES = frozenset(
    "date pubdate publishdate publish-date publishtime releasetime createdate dc.date "
    "article:published_time og:release_date firstpublishedtime".split()
)
TITLE_NAMES = frozenset(("articletitle", "og:title", "title"))


@dataclass(frozen=True, slots=True)
class Page:
    """One page as read: its articles, and what it says of paper, date and page."""

    path: Path
    sha256: str
    encoding: str
    articles: tuple[Ready, ...]
    known: dict[str, str] = field(default_factory=dict)

    @property
    def key(self) -> tuple[str, str]:
        """What pages of one issue have in common: paper and date."""
        return self.known.get("paper", ""), self.known.get("date", "")


def read_page(path: Path) -> Page:
    """Read one page; one without articles (a list of links) has none.

    Raises:
        InputError: It cannot be read, decoded or parsed within the limits.
    """
    data = read_bytes(path, limit=MAX_BYTES)
    text, encoding = decode_page(data, file=path)
    markup = parse_markup(text, file=path)
    articles, known = _contents(markup, path)
    if not articles and "none" in text:
        # Some sites hold the text in an element that a script shows later.
        articles, known = _contents(parse_markup(text, file=path, keep_hidden=True), path)
    return Page(path, hashlib.sha256(data).hexdigest(), encoding, tuple(articles), known)


def _contents(markup: Markup, path: Path) -> tuple[list[Ready], dict[str, str]]:
    """Return the articles of a page and what it says of itself."""
    meta = _meta(markup)
    founder = founder_articles(markup)
    if founder:
        articles = _completed([one.ready() for one in founder], markup)
        properties = {key: value for one in founder for key, value in one.properties.items()}
        known = _known([properties.get("date", ""), meta.get("date", "")], path)
        if paper := properties.get("paper") or properties.get("papername"):
            known["paper"] = paper
    else:
        plain = page_articles(markup, meta.get("title", ""))
        articles = plain.articles
        known = _known([meta.get("date", ""), *plain.about], path)
    pages = {article.page for article in articles if article.page}
    return articles, known | ({"page": pages.pop()} if len(pages) == 1 else {})


def _completed(articles: list[Ready], markup: Markup) -> list[Ready]:
    """Fill in what Founder's fields leave out and the page prints: headline and page."""
    if len(articles) == 1 and not articles[0].title:
        plain = page_articles(markup).articles[:1]
        for one in plain:
            articles[0].title, articles[0].kicker, articles[0].deck = (
                one.title,
                one.kicker,
                one.deck,
            )
    if not all(article.page for article in articles):
        lines = lines_of(markup)
        pages = {line.text for line in lines if not line.linked and RE_PAGE.fullmatch(line.text)}
        for article in articles:
            article.page = article.page or (next(iter(pages)) if len(pages) == 1 else "")
    return articles


def _known(dates: Iterable[str], path: Path) -> dict[str, str]:
    """Return the date: the first that can be read, else the one in the path."""
    for text in dates:
        found = read_date(text)
        day = found.day if found else None
        if (day := day or find_day(text)) is not None:
            return {"date": day.isoformat()}
    day = day_of_path(path)
    return {"date": day.isoformat()} if day else {}


def _meta(markup: Markup) -> dict[str, str]:
    """Return the date and the title in the page's `<meta>` elements."""
    found: dict[str, str] = {}
    for event in markup.events:
        if event.kind == START and event.value == "meta":
            name = (event.attributes.get("name") or event.attributes.get("property", "")).lower()
            content = event.attributes.get("content", "").strip()
            for key, names in (("date", DATE_NAMES), ("title", TITLE_NAMES)):
                if name in names and content:
                    found.setdefault(key, content)
    return found


def read_html(path: Path) -> RawIssue:
    """Read one page as one issue.

    Raises:
        InputError: It cannot be read, or holds no article.
    """
    page = read_page(path)
    if not page.articles:
        raise InputError(
            "no article was found in the page",
            file=path,
            remedy="save the page of an article; a list of links holds none",
        )
    return to_issue(path, [page])


def to_issue(path: Path, pages: Sequence[Page]) -> RawIssue:
    """Lay out the articles of some pages as one issue.

    The hash of one page is that of its bytes; that of several is over theirs, in order.
    """
    known: dict[str, str] = {}
    for page in pages:
        for key, value in page.known.items():
            known.setdefault(key, value)
    if len({page.known.get("page") for page in pages}) > 1:
        known.pop("page", None)
    hashes = [page.sha256 for page in pages]
    joined = hashlib.sha256("\n".join(hashes).encode("ascii")).hexdigest()
    laid = lay_out(article for page in pages for article in page.articles)
    encodings = sorted({page.encoding for page in pages})
    return RawIssue(
        path,
        hashes[0] if len(hashes) == 1 else joined,
        ", ".join(encodings),
        laid.lines,
        laid.hints,
        known,
    )
