"""Make the keys of what an article says: themes, figures, quotations and checks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from specimen_keys import Located, Record, Texts, article_texts
from specimen_layout import Page
from specimen_source import Article, Issue

APPROX = {"about": "about", "over": "over", "under": "under", "almost": "nearly"}
#: Approximators before and after the bare number.
RE_BEFORE = re.compile(r"^(?:大约|将近|接近|不到|不足|至少|最多|超过|约|近|超|逾|达)+")
RE_AFTER = re.compile(r"(?:左右|上下|以上|以下|以内|有余)$")
#: A year or day that only the date of the issue can fill in.
RE_DEICTIC = re.compile("今年|去年|前年|明年|今天|昨天|昨日|今日|本月|上月|当年|全年")
#: A number that a claim names, dates left out.
RE_CLAIMED = re.compile(r"(?<![\d.])\d+(?:\.\d+)?(?![\d.]*[年月日])")
RE_SENTENCE_END = re.compile(r"[。！？\n]")
#: A printed 万 or 亿 behind a number, and the unit after it.
RE_SCALED = re.compile(r"([\d.,]+)[余多]?(万亿|[万亿])(.*)$")


def all_texts(issue: Issue) -> Iterator[tuple[str, Article, Texts]]:
    """Yield the id, the source and the texts of each article."""
    for article in issue.articles:
        yield issue.article_id(article.order), article, article_texts(article)


def place_of(issue: Issue, article: str, item: Located) -> Record:
    """Return the fields that say where a tag stands."""
    return {
        "issue": issue.id,
        "article": article,
        "where": item.where,
        "text": item.text,
        "start": item.start,
        "end": item.end,
    }


def _value(text: str, kind: str) -> object:
    """Read `v=`: numbers, [low,high], and for dates and periods ISO strings."""
    if text.startswith("["):
        return [_value(part.strip(), kind) for part in text.strip("[]").split(",")]
    if text in ("null", ""):
        return None
    if kind in ("date", "period") and re.match(r"\d{4}", text):
        return text
    number = float(text)
    return int(number) if number.is_integer() else number


def figures(issue: Issue) -> list[Record]:
    """Return every figure of an issue with its value, unit and kind."""
    found = []
    for name, _, texts in all_texts(issue):
        items = [x for x in texts.spans if x.span.tag == "f"]
        for order, item in enumerate(items, 1):
            attrs = item.span.attrs
            kind = attrs["k"]
            record = {
                "id": f"{name}-F{order:02d}",
                **place_of(issue, name, item),
                "value": _value(attrs["v"], kind),
                "unit": attrs.get("u") or ("%" if kind == "percent" else None),
                "kind": kind,
                "approx": APPROX.get(attrs.get("a", "")),
                "of": attrs.get("of"),
            }
            found.append(record | _figure_extras(item))
    return found


def _figure_extras(item: Located) -> Record:
    extras: Record = {}
    before = RE_BEFORE.match(item.text)
    after = RE_AFTER.search(item.text)
    low = before.end() if before else 0
    high = after.start() if after else len(item.text)
    if (low or high < len(item.text)) and low < high:
        core = item.text[low:high]
        extras["core"] = {"text": core, "start": item.start + low, "end": item.start + high}
    if RE_DEICTIC.search(item.text):
        extras["deictic"] = True
    if match := RE_SCALED.search(item.text[low:high]):
        number = float(match[1].replace(",", ""))
        extras["printed_value"] = int(number) if number.is_integer() else number
        extras["printed_unit"] = match[2] + match[3]
    return extras


def _nearest(word: str, text: str, item: Located, position: str) -> Record | None:
    """Find the mention of a word that belongs to a quotation, on the side `position` says.

    After a quotation only the rest of its sentence counts: “…”他说 names nobody, and then the
    mention before it is the one a reader goes back to.
    """
    starts = [m.start() for m in re.finditer(re.escape(word), text)]
    starts = [i for i in starts if not item.start <= i < item.end]
    stop = RE_SENTENCE_END.search(text, item.end)
    sentence = [i for i in starts if item.end <= i < (stop.start() if stop else len(text))]
    before = [i for i in starts if i < item.start]
    nearest = sorted(starts, key=lambda i: min(abs(i - item.start), abs(i - item.end)))[:1]
    sides = {"after": [sentence[:1], before[-1:]], "before": [before[-1:], sentence[:1]]}
    start = next((side[0] for side in [*sides.get(position, []), nearest] if side), None)
    return None if start is None else {"text": word, "start": start, "end": start + len(word)}


def quotes(issue: Issue) -> list[Record]:
    """Return every direct quotation of an issue with its speaker."""
    found = []
    for name, _, texts in all_texts(issue):
        items = [x for x in texts.spans if x.span.tag == "q"]
        for order, item in enumerate(items, 1):
            attrs = item.span.attrs
            speaker = None if attrs["sp"] == "-" else attrs["sp"]
            verb, text, position = attrs.get("verb"), texts.places[item.where], attrs["pos"]
            inner = {"text": item.text[1:-1], "start": item.start + 1, "end": item.end - 1}
            found.append(
                {
                    "id": f"{name}-Q{order}",
                    **place_of(issue, name, item),
                    "inner": inner,
                    "speaker": speaker,
                    "named": bool(speaker) and attrs.get("named", "1") == "1",
                    "category": attrs["cat"],
                    "category_alternatives": [],
                    "position": position,
                    "verb": verb,
                    "verb_span": _nearest(verb, text, item, position) if verb else None,
                    "speaker_span": _nearest(speaker, text, item, position) if speaker else None,
                    "note": None,
                }
            )
    return found


def themes(issue: Issue) -> list[Record]:
    """Return the themes of each article: main, clearly right, arguable."""
    return [
        {
            "article": issue.article_id(a.order),
            "issue": issue.id,
            "main": a.attrs["main"],
            "themes": a.attrs["themes"].split(","),
            "optional": [t for t in a.attrs.get("optional", "").split(",") if t],
        }
        for a in issue.articles
    ]


def checks(issue: Issue, page: Page, all_figures: list[Record]) -> list[Record]:
    """Return the sums that each article invites, and those of the masthead."""
    found = []
    for article in issue.articles:
        name = issue.article_id(article.order)
        for check in article.checks:
            attrs = check.attrs
            other = attrs.get("with")
            names = [name]
            if other:
                day, _, order = other.partition(":a")
                names.append(f"specimen-{day}-a{int(order):02d}")
            named = RE_CLAIMED.findall(attrs["claim"]) or RE_CLAIMED.findall(attrs["math"])
            numbers = {float(x) for x in named}
            found.append(
                {
                    "issue": issue.id,
                    "article": name,
                    "type": attrs.get("type", "figures"),
                    "strength": check.strength,
                    "claim": attrs["claim"],
                    "figures": [_reference(f) for f in all_figures if _used(f, names, numbers)],
                    "spans": [],
                    "arithmetic": attrs["math"],
                    "verdict": attrs["verdict"],
                    "note": attrs.get("note"),
                    "with": names[1] if other else None,
                }
            )
    return found + _masthead_checks(issue, page)


def _used(figure: Record, names: list[str], numbers: set[float]) -> bool:
    value = figure.get("printed_value", figure["value"])
    same = isinstance(value, int | float) and float(value) in numbers
    return figure["article"] in names and same


def _reference(figure: Record) -> Record:
    keys = ("issue", "article", "where", "text", "start", "end", "value", "unit")
    return {"figure_id": figure["id"]} | {key: figure[key] for key in keys}


def _masthead_checks(issue: Issue, page: Page) -> list[Record]:
    def span(name: str, pattern: str) -> Record:
        number = page.masthead_lines[name]
        match = re.search(pattern, page.lines[number - 1])
        assert match is not None
        start, end = match.span()
        place = {"issue": issue.id, "article": None, "where": "furniture", "line": number}
        return place | {"text": match[0], "start": start, "end": end}

    day = span("date", r"\d{4}年\d+月\d+日")
    weekday, lunar = span("weekday", "星期."), span("lunar_date", r"农历\S+")
    pairs = [
        ("日期与星期", weekday, f"{issue.date} is {issue.date:%A}"),
        ("公历与农历", lunar, f"{issue.date} is {lunar['text']}"),
    ]
    return [
        {
            "issue": issue.id,
            "article": None,
            "type": "masthead",
            "strength": "stated",
            "claim": claim,
            "figures": [],
            "spans": [day, other],
            "arithmetic": math,
            "verdict": "consistent",
            "note": None,
            "with": None,
        }
        for claim, other, math in pairs
    ]
