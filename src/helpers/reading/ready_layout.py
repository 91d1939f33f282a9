"""Articles whose parts are known to lines with hints: how HTML and tables are laid out.

An article's lines stand in the order kicker, headline, deck, author, text, with an empty line
before it; line numbers count these lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from helpers.reading.model import Hint

#: Words of a role in an author field, taken off to leave the names.
RE_ROLE = re.compile(
    r"(?:本报|首席|见习|实习|特约|全媒体|融媒体|全媒|融媒)*(?:记者|通讯员|评论员|撰稿人?|实习生|编辑|作者)"
    r"|摄影报道|摄影|图片|供图|供稿|[文图]\s*[/／]\s*[文图摄]"
)
RE_BETWEEN = re.compile(r"[\s、，,;；:：/／|()（）\[\]【】]+")
#: What no line has that is nothing but a byline.
RE_SENTENCE = re.compile(r"[，。！？；]")
#: A bracket that can hold a byline or a credit.
RE_BRACKET = re.compile(r"[（(]([^（）()]{0,120})[）)]")
#: A line of a text that looks like nothing but a byline or a credit: a role, and no sentence.
RE_SIGNED = re.compile(
    r"[^。！？；：:]{0,40}(?:记者|通讯员|评论员|撰稿|供稿|供图|摄影|摄|[文图]\s*[/／]\s*[文图摄])[^。！？；]{0,30}"
    r"|本[报刊网台][^。！？；]{0,30}[）)]"
)
#: A line that is a picture's credit and nothing else: （甲乙 丙丁 摄）.
RE_CREDIT = re.compile(
    r"[（(][^（）()。！？；：:]{2,40}(?:摄影报道|摄影|摄|供图|[文图]\s*[/／]\s*[文图摄])[）)]"
)
#: How far into a text a byline is looked for, how far from its end a credit, and how long a line
#: can be that is nothing but one.
HEAD, TAIL, ALONE = 160, 80, 40
#: An author field longer than this is none.
LONGEST_AUTHOR = 80


class Part(NamedTuple):
    """A line of an article's text: whether it begins a paragraph, and its role."""

    text: str
    starts: bool | None = True
    role: str = "body"
    reason: str = "a paragraph of the source"


@dataclass(slots=True)
class Ready:
    """One article as its source gives it; `page` and `label` are printed outside it."""

    title: list[str] = field(default_factory=list)
    kicker: list[str] = field(default_factory=list)
    deck: list[str] = field(default_factory=list)
    author: list[str] = field(default_factory=list)
    body: list[Part] = field(default_factory=list)
    page: str = ""
    label: str = ""

    @property
    def text(self) -> str:
        """The text, for comparing articles."""
        return "\n".join([*self.title, *(part.text for part in self.body)])


class Laid(NamedTuple):
    """The lines of an issue, and what is known of each."""

    lines: tuple[str, ...]
    hints: tuple[Hint | None, ...]


def lay_out(articles: Iterable[Ready], *, printed_date: str = "") -> Laid:
    """Lay out the articles of one issue, in their order.

    Args:
        articles: The articles.
        printed_date: A date without a day (1954年), which becomes the first line; the issue
            stands at the first day of it.
    """
    lines: list[str] = []
    hints: list[Hint | None] = []

    def put(text: str, hint: Hint | None) -> None:
        lines.append(text)
        hints.append(hint)

    if printed_date:
        put(
            printed_date,
            Hint(
                "masthead",
                True,
                None,
                "the source's date; it names no day, so the first stands for it",
            ),
        )
    page = ""
    for number, article in enumerate(articles, start=1):
        if lines:
            put("", None)
        if article.page and article.page != page:
            page = article.page
            put(page, Hint("page_header", True, None, "the source's page"))
        if article.label:
            put(article.label, Hint("furniture", True, None, "the source's kind of article"))
        for text, hint in _article(article, number):
            put(text, hint)
    return Laid(tuple(lines), tuple(hints))


def _article(article: Ready, number: int) -> list[tuple[str, Hint]]:
    """Return the lines of one article."""
    out: list[tuple[str, Hint]] = []
    for role, texts in (
        ("kicker", article.kicker),
        ("headline", article.title),
        ("deck", article.deck),
    ):
        out += [(text, Hint(role, None, number, f"the source's {role}")) for text in texts]
    for author in article.author:
        if is_repeated(author, article.body):
            reason = "the source's author field, which the text repeats"
            out.append((author, Hint("furniture", True, None, reason)))
        else:
            # Where the markup is broken, a whole text can stand in the field.
            told = None if "。" in author or len(author) > LONGEST_AUTHOR else "byline"
            out.append((author, Hint(told, True, number, "the source's author field")))
    for part in article.body:
        own = None if part.role == "furniture" else number
        out.append((part.text, Hint(_role(part), part.starts, own, part.reason)))
    return out


def _role(part: Part) -> str | None:
    """Return the role of a line of the text, or None where the parser must tell it."""
    if part.role not in ("body", "caption") or len(part.text) > ALONE:
        return part.role
    if RE_CREDIT.fullmatch(part.text):
        return "credit"
    return None if part.role == "body" and RE_SIGNED.fullmatch(part.text) else part.role


def is_repeated(author: str, body: Sequence[Part]) -> bool:
    """Return whether every name of an author field stands in a byline or credit of the text.

    '甲乙 丙丁' and a text that begins with 本报讯（记者 甲乙 通讯员 丙丁） => True.
    """
    if not body:
        return False
    texts = [part.text for part in body]
    head, tail = "".join(texts[:6])[:HEAD], "".join(texts[-3:])[-TAIL:]
    places = RE_BRACKET.findall(head) + RE_BRACKET.findall(tail)
    alone = [text for text in (texts[0], texts[-1]) if len(text) <= ALONE]
    places += [text for text in alone if not RE_SENTENCE.search(text)]
    printed = RE_BETWEEN.sub("", "".join(places))
    names = [name for name in RE_BETWEEN.split(RE_ROLE.sub(" ", author)) if name]
    return bool(names) and all(name in printed for name in names)
