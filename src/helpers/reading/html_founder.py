"""The markup of Founder's e-paper system: articles marked by tags and comments of its own.

`<founder-title>`, `<founder-introtitle>` (kicker), `<founder-subtitle>` (deck),
`<founder-author>`, `<founder-content>`; `<!--enpcontent-->…<!--/enpcontent-->`;
`<!--enpproperty <title>…</title><date>…</date>…/enpproperty-->`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from helpers.reading.html_events import COMMENT, START, Markup, parse_markup
from helpers.reading.html_lines import TextLine, lines_of, starts_of
from helpers.reading.ready_layout import Part, Ready

TAGS = {
    "founder-introtitle": "kicker",
    "founder-title": "title",
    "founder-subtitle": "deck",
    "founder-author": "author",
    "founder-content": "content",
}
#: The same fields in an enpproperty comment.
PROPERTIES = {"introtitle": "kicker", "title": "title", "subtitle": "deck", "author": "author"}
RE_OPEN = re.compile(r"\s*enpcontent\s*", re.I)
RE_CLOSE = re.compile(r"\s*/\s*enpcontent\s*", re.I)
RE_PROPERTY = re.compile(r"\s*enpproperty\b(.*?)(?:/enpproperty\s*)?$", re.S | re.I)
#: A tag of a field in an enpproperty comment.
RE_FIELD_TAG = re.compile(r"<(/?)(?:founder-)?([a-z]{2,20})>", re.I)
#: What begins an article: it cannot come once there is content.
OPENING = frozenset(("kicker", "title", "deck", "property"))


@dataclass(slots=True)
class FounderArticle:
    """An article's fields, and what the comment beside it says (date, paper, page, …)."""

    lines: dict[str, list[TextLine]] = field(default_factory=dict)
    properties: dict[str, str] = field(default_factory=dict)

    def ready(self) -> Ready:
        """Return the article to lay out: a field of the page goes before one of the comment."""
        out = Ready(page=self.page, body=body_parts(self.lines.get("content", [])))
        for name, own in PROPERTIES.items():
            texts = [line.text for line in self.lines.get(own, [])]
            if not texts and self.properties.get(name):
                texts = [line.text for line in lines_of(parse_markup(self.properties[name]))]
            setattr(out, own, texts)
        return out

    @property
    def page(self) -> str:
        """The page as the comment says it: '01', '第01版：要闻'."""
        number = next((self.properties[k] for k in ("page", "pageno") if k in self.properties), "")
        name = next(
            (self.properties[k] for k in ("pagename", "nodename") if k in self.properties), ""
        )
        return name if number and number in name else f"{number} {name}".strip() if number else ""


def body_parts(lines: list[TextLine]) -> list[Part]:
    """Return the lines of a text with their roles."""
    out = []
    for line, starts in zip(lines, starts_of(lines), strict=True):
        if line.caption:
            out.append(Part(line.text, starts, "caption", "beside a picture"))
        else:
            how = "a line break of the page" if line.how == "br" else "a paragraph of the page"
            out.append(Part(line.text, starts, "body", how))
    return out


def founder_articles(markup: Markup) -> list[FounderArticle]:
    """Return the articles that Founder's markup marks, in their order; none if there is none."""
    articles: list[FounderArticle] = []
    current = FounderArticle()
    for name, start, end in _fields(markup):
        if name == "title" and not current.properties and "content" not in current.lines:
            # A title before the article's own, such as the paper's name at the head of the page.
            current.lines.pop("title", None)
        filled = name in current.lines or (name == "property" and bool(current.properties))
        if filled or (name in OPENING and "content" in current.lines):
            articles.append(current)
            current = FounderArticle()
        if name == "property":
            current.properties = read_properties(markup.events[start].value)
        else:
            lines = lines_of(markup, start, end)
            if lines or name == "content":
                current.lines[name] = lines
    if not current.lines and articles and not articles[-1].properties:
        # The comment may also stand behind its article.
        articles[-1].properties = current.properties
    else:
        articles.append(current)
    return list(_without_copies(articles))


def _fields(markup: Markup) -> Iterator[tuple[str, int, int]]:
    """Yield the fields as (name, first event, event after the last)."""
    covered = 0
    for index, event in enumerate(markup.events):
        if event.kind == COMMENT:
            if RE_PROPERTY.match(event.value):
                yield "property", index, index + 1
            elif index >= covered and RE_OPEN.fullmatch(event.value):
                covered = _closing(markup, index)
                yield "content", index, covered
        elif event.kind == START and event.value in TAGS and index >= covered:
            covered = markup.ends[index]
            yield TAGS[event.value], index, covered


def _closing(markup: Markup, start: int) -> int:
    """Return the index of the comment that ends the content, or of the end of the page."""
    for index in range(start + 1, len(markup.events)):
        event = markup.events[index]
        if event.kind == COMMENT and RE_CLOSE.fullmatch(event.value):
            return index
    return len(markup.events)


def read_properties(comment: str) -> dict[str, str]:
    """Read an enpproperty comment: field in lower case → value; empty ones are left out."""
    match = RE_PROPERTY.match(comment)
    found: dict[str, str] = {}
    name, start = "", 0
    for tag in RE_FIELD_TAG.finditer(match[1] if match else ""):
        if not name and not tag[1]:
            name, start = tag[2].lower(), tag.end()
        elif tag[1] and tag[2].lower() == name:
            # What is between may be markup again: its tags are passed over.
            if value := tag.string[start : tag.start()].strip():
                found[name] = value
            name = ""
    return found


def _without_copies(articles: list[FounderArticle]) -> Iterator[FounderArticle]:
    """Yield articles that have a text or a headline, each once: some pages hold two copies."""
    with_text = any(article.lines.get("content") for article in articles)
    seen: set[str] = set()
    for article in articles:
        if "content" not in article.lines and (with_text or "title" not in article.lines):
            continue
        ready = article.ready()
        # The second copy may be without a headline.
        text = "\n".join(part.text for part in ready.body) or ready.text
        if text and text not in seen:
            seen.add(text)
            yield article
