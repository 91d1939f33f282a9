"""Where a parse and an answer key differ, article by article, with both readings side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from helpers.audit.key import KeyArticle, KeyIssue
from helpers.audit.score import pair
from helpers.parsing.model import BylineEntry

#: What can be the matter with an article: it is only in the key, only in the parse, or in both.
MISSING, EXTRA, DIFFERS = "missing", "extra", "differs"
#: The parts that are compared, in the order of the page.
PARTS = ("lines", "kind", "headline", "deck", "byline", "paragraph")
#: Texts longer than this are compared by what they share at both ends alone.
LONGEST = 2000


class Difference(NamedTuple):
    """One part of one article on which key and parse differ.

    `order` is the number of the article in the parse, None if it is missing there; `line` its first
    raw line. `key` and `parse` are the two readings, '' where one has nothing.
    """

    issue: str
    order: int | None
    line: int
    status: str
    part: str
    key: str
    parse: str


def differences(key: KeyIssue, parsed: KeyIssue, lines: Sequence[str]) -> list[Difference]:
    """List every difference of one issue, in the order of the page; [] if there is none.

    Args:
        key: The answer key.
        parsed: The parse, as `readings.of_parse` gives it.
        lines: The raw lines.
    """
    weight = {n: len("".join(line.split())) for n, line in enumerate(lines, start=1)}
    pairs = pair(key.articles, parsed.articles, weight)
    out: list[Difference] = []
    for wanted in key.articles:
        got = pairs.get(wanted.id)
        if got is None:
            out.append(_alone(key.name, wanted, MISSING))
        else:
            first = min([*wanted.lines, *got.lines], default=1)
            out += [
                Difference(key.name, int(got.id), first, DIFFERS, *parts)
                for parts in _parts(wanted, got)
            ]
    claimed = {got.id for got in pairs.values()}
    out += [_alone(key.name, a, EXTRA) for a in parsed.articles if a.id not in claimed]
    return sorted(out, key=lambda d: (d.line, d.order or 0, PARTS.index(d.part)))


def _alone(issue: str, article: KeyArticle, status: str) -> Difference:
    """Tell of an article that only one reading has."""
    said = article.headline or next((p.text for p in article.paragraphs), "")
    readings = (said, "") if status == MISSING else ("", said)
    order = int(article.id) if status == EXTRA else None
    return Difference(issue, order, min(article.lines, default=1), status, "headline", *readings)


def _parts(key: KeyArticle, got: KeyArticle) -> Iterator[tuple[str, str, str]]:
    """Yield (part, in the key, in the parse) of what differs."""
    if set(key.lines) != set(got.lines):
        yield "lines", ranges(key.lines), ranges(got.lines)
    for part in ("kind", "headline", "deck"):
        one, other = getattr(key, part) or "", getattr(got, part) or ""
        if one != other:
            yield part, one, other
    if people(key.bylines) != people(got.bylines):
        yield "byline", people(key.bylines), people(got.bylines)
    one, other = [p.text for p in key.paragraphs], [p.text for p in got.paragraphs]
    for tag, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag != "equal":
            yield "paragraph", "\n".join(one[a:b]), "\n".join(other[c:d])


def people(entries: Sequence[BylineEntry]) -> str:
    """Write the people of a byline: '记者 甲乙、通讯员 丙丁'."""
    return "、".join(f"{entry.role} {entry.name}".strip() for entry in entries)


def ranges(lines: Sequence[int]) -> str:
    """Write numbers of lines in short, as though blank lines were none: [3, 5, 7, 20] => '3–7, 20'.

    Lines up to two apart count as following each other: extracted text often has every second line
    blank.
    """
    runs: list[list[int]] = []
    for number in sorted(set(lines)):
        if runs and number - runs[-1][1] <= 2:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(f"{a}–{b}" if a != b else str(a) for a, b in runs)


def spans(one: str, other: str) -> list[tuple[str, str]]:
    """Take two readings apart => pieces (of one, of the other), equal where both are the same.

    '水渠修好' and '水渠修成了' => [('水渠修', '水渠修'), ('好', '成了')].
    """
    if max(len(one), len(other)) > LONGEST:
        return _ends(one, other)
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return [(one[a:b], other[c:d]) for _, a, b, c, d in matcher.get_opcodes()]


def _ends(one: str, other: str) -> list[tuple[str, str]]:
    """Take apart by the common beginning and end: long texts would take too long otherwise."""
    limit = min(len(one), len(other))
    start = next((i for i in range(limit) if one[i] != other[i]), limit)
    rest = limit - start
    end = next((i for i in range(rest) if one[-1 - i] != other[-1 - i]), rest)
    pieces = [
        (one[:start], other[:start]),
        (one[start : len(one) - end], other[start : len(other) - end]),
        (one[len(one) - end :], other[len(other) - end :]),
    ]
    return [piece for piece in pieces if piece != ("", "")]
