"""Make the answer keys: what a reader of the raw file should find, and at which characters."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from specimen_layout import Page, printed_masthead
from specimen_source import Article, Issue, Line, Span

Record = dict[str, Any]

#: A role printed before its names; the longer roles first.
RE_ROLE = re.compile(
    r"^(首席记者|本报记者|见习记者|实习记者|本报评论员|特约评论员|评论员|记者|通讯员)(.*)$"
)
#: A role printed after its names, as photographers have it.
TRAILING_ROLES = ("文/图", "摄影", "摄", "文", "图")


@dataclass(frozen=True)
class Located:
    """One tag of an article: `where` it stands and its offsets there."""

    where: str
    span: Span
    text: str
    start: int
    end: int


@dataclass
class Texts:
    """The strings of one article that offsets count in, and its tags located in them."""

    places: dict[str, str] = field(default_factory=dict)
    spans: list[Located] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)
    offsets: list[list[int]] = field(default_factory=list)
    body_no_credit: str = ""


def byline_span(line: Line) -> Span | None:
    """Return the byline that opens a paragraph or fills a line, if there is one."""
    return next((s for s in line.inline.spans if s.tag == "by" and s.start == 0), None)


def _join(lines: list[Line], where: str, texts: Texts) -> None:
    offset = 0
    for line in lines:
        for span in line.inline.spans:
            if span.tag in ("f", "q", "c", "p"):
                _locate(texts, where, span, line, offset)
        offset += len(line.inline.text) + 1
    texts.places[where] = "\n".join(line.inline.text for line in lines)


def _locate(texts: Texts, where: str, span: Span, line: Line, offset: int) -> None:
    text = line.inline.text[span.start : span.end]
    texts.spans.append(Located(where, span, text, span.start + offset, span.end + offset))


def article_texts(article: Article) -> Texts:
    """Join the lines of an article as its readers do: headline, deck, byline, body."""
    texts = Texts()
    _join(article.of("K", "H"), "headline", texts)
    _join(article.of("D"), "deck", texts)
    bylines: list[str] = []
    body, bare, position = [], [], 0
    for line in article.of("B", "P", "C", "R"):
        inline = line.inline
        opening = byline_span(line) if line.code in "PB" else None
        credits = [s for s in inline.spans if s.tag == "cr"]
        for span in [opening] if opening else credits:
            base = sum(len(b) + 1 for b in bylines) - span.start
            bylines.append(inline.text[span.start : span.end])
            for inner in inline.spans:
                if inner.tag == "f" and span.start <= inner.start and inner.end <= span.end:
                    _locate(texts, "byline", inner, line, base)
        if line.code in "BR":
            continue
        cut = opening.end if opening else 0
        for span in inline.spans:
            if span.tag in ("f", "q", "c", "p") and span.start >= cut:
                _locate(texts, "body", span, line, position - cut)
        text = inline.text[cut:]
        body.append(text)
        last = credits[-1] if credits and credits[-1].end == len(inline.text) else None
        bare.append(text[: last.start - cut] if last else text)
        texts.offsets.append([position, position + len(text)])
        position += len(text) + 1
    texts.paragraphs = body
    texts.places["body"] = "\n".join(body)
    texts.places["byline"] = "\n".join(bylines)
    texts.body_no_credit = "\n".join(bare)
    return texts


def byline_entries(printed: str, unit: str | None = None) -> list[Record]:
    """Read the people of a byline: `（记者 甲 乙 通讯员 丙）` → 甲 and 乙 记者, 丙 通讯员."""
    inside = re.search(r"（([^（）]*)）", printed)
    if inside:
        text = inside[1]
    elif printed.startswith(("□", "本报记者")):
        text = printed.lstrip("□")
    else:
        return []
    entries: list[Record] = []
    role: str | None = None
    waiting: list[Record] = []
    current_unit: str | None = None
    for token in re.split(r"[ \u3000]+", text.strip()):
        if unit and token.startswith(unit):
            token, current_unit = token[len(unit) :], unit
        if token in TRAILING_ROLES:
            for entry in waiting:
                entry["role"] = token
            role, waiting = (None if waiting else token), []
            continue
        if match := RE_ROLE.match(token):
            role, token = match[1].replace("本报记者", "记者"), match[2]
            current_unit = None
            if unit and token.startswith(unit):
                token, current_unit = token[len(unit) :], unit
        if token:
            entry = {"role": role, "name": token}
            if current_unit:
                entry["unit"] = current_unit
            entries.append(entry)
            if role is None:
                waiting.append(entry)
    return entries


def _raw_lines(page: Page, lines: list[Line]) -> list[int]:
    return [n for line in lines for n in page.placed[line.number]]


def _byline_lines(page: Page, article: Article) -> tuple[list[int], list[int], list[Record]]:
    """Return the raw lines of bylines and of credits, and the people on them."""
    lines: list[int] = []
    credit_lines: list[int] = []
    people: list[Record] = []
    for line in article.of("B", "P", "C", "R"):
        for span in line.inline.spans:
            if span.tag not in ("by", "cr"):
                continue
            printed = line.inline.text[span.start : span.end]
            people += byline_entries(printed, span.attrs.get("unit"))
            placed = page.placed[line.number]
            before = sum(b <= span.start for b in line.inline.breaks if span.start)
            inside = sum(span.start < b < span.end for b in line.inline.breaks)
            own = placed[before : before + inside + 1]
            lines += own
            if span.tag == "cr":
                credit_lines += own
    return lines, credit_lines, people


def structure_article(issue: Issue, article: Article, page: Page) -> Record:
    """Return the entry of one article in structure.json."""
    texts = article_texts(article)
    headline, kickers, decks = article.of("K", "H"), article.of("K"), article.of("D")
    byline_lines, credit_lines, people = _byline_lines(page, article)
    return {
        "id": issue.article_id(article.order),
        "issue": issue.id,
        "kind": article.attrs["kind"],
        "headline_lines": _raw_lines(page, headline),
        "headline_texts": [line.inline.text for line in headline],
        "headline": texts.places["headline"],
        "kicker_lines": _raw_lines(page, kickers),
        "deck_lines": _raw_lines(page, decks),
        "deck": texts.places["deck"] or None,
        "byline_lines": byline_lines,
        "credit_lines": credit_lines,
        "byline_text": texts.places["byline"] or None,
        "byline": people,
        "paragraphs": [page.placed[line.number] for line in article.of("P", "C")],
        "paragraph_texts": texts.paragraphs,
        "body": texts.places["body"],
        "body_no_credit": texts.body_no_credit,
        "char_count": len(texts.places["body"]),
        "paragraph_offsets": texts.offsets,
        "text_anomalies": [],
    }


def structure_issue(issue: Issue, page: Page) -> Record:
    """Return the entry of one issue in structure.json."""
    head, printed = issue.header, printed_masthead(issue)
    masthead: Record = {
        "paper": printed["paper"],
        "date": head["date"],
        "date_printed": printed["date"],
        "issue_number": int(head["number"]),
        "issue_printed": printed["issue_number"],
        "lunar_date": printed["lunar_date"],
        "weekday": printed["weekday"],
    }
    for name in ("publisher", "compiler", "pages", "hotline"):
        value = head.get(name)
        masthead[name] = int(value) if value and name == "pages" else value
        masthead[f"{name}_printed"] = printed[name]
    for name in ("website", "website_name", "app", "account"):
        masthead[name] = head.get(name)
    masthead["lines"] = page.masthead_lines
    return {
        "issue_id": issue.id,
        "issue_number": int(head["number"]),
        "file": f"{head['date']}.txt",
        "total_lines": len(page.lines),
        "masthead": masthead,
        "furniture": page.furniture,
        "articles": [structure_article(issue, a, page) for a in issue.articles],
    }
