"""Corrections of lines put to work: as hints to the parser, each held to what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from helpers.corpus.corrections_lines import NEW, At, LineCorrection
from helpers.corpus.reparse import parse_raw
from helpers.corpus.rows import TextLostError
from helpers.parsing.model import Article, ParsedIssue
from helpers.reading.model import Hint, RawIssue

#: Roles outside articles that may also stand within a paragraph, where the parser tells them apart
#: by their looks alone.
OUTSIDE = ("page_header", "slogan", "furniture")


def parse_corrected(
    raw: RawIssue, corrections: Sequence[LineCorrection]
) -> tuple[ParsedIssue, list[tuple[LineCorrection, str]]]:
    """Parse an issue with corrections that fit its lines => (issue, [(correction, why in vain)]).

    A correction that cannot be followed is left out, and costs no other.

    Raises:
        TextLostError: The parser lost or invented a line even without corrections.
    """
    done = _attempt(raw, corrections)
    if done is not None and not _in_vain(done, corrections):
        return _finished(done, corrections), []
    kept: list[LineCorrection] = []
    failed: list[tuple[LineCorrection, str]] = []
    for correction in corrections:
        done = _attempt(raw, [*kept, correction])
        why = _in_vain(done, [*kept, correction]) if done is not None else "lines would be lost"
        if why:
            failed.append((correction, why))
        else:
            kept.append(correction)
    parsed = _attempt(raw, kept) if kept else None
    return _finished(parsed if parsed is not None else parse_raw(raw), kept), failed


def _attempt(raw: RawIssue, corrections: Sequence[LineCorrection]) -> ParsedIssue | None:
    """Parse with hints for the corrections, or return None if the account fails to add up."""
    hints = list(raw.hints) or [None] * len(raw.lines)
    for one in corrections:
        if one.role is not None:
            for line in one.numbers:
                _hint(hints, line, role=one.role, starts=one.starts)
    try:
        parsed = parse_raw(replace(raw, hints=tuple(hints)))
        if not any(c.merge or c.article or c.starts is not None for c in corrections):
            return parsed
        _divide(hints, parsed, corrections)
        return parse_raw(replace(raw, hints=tuple(hints)))
    except TextLostError:
        if not corrections:
            raise
        return None


def _hint(
    hints: list[Hint | None],
    line: int,
    *,
    role: str | None = None,
    starts: bool | None = None,
    article: int | None = None,
) -> None:
    """Set what is given in the hint of a line."""
    old = hints[line - 1] or Hint()
    hints[line - 1] = Hint(
        role if role is not None else old.role,
        starts if role is not None else old.starts,
        article if article is not None else old.article,
        old.reason,
    )


def _divide(
    hints: list[Hint | None], parsed: ParsedIssue, corrections: Sequence[LineCorrection]
) -> None:
    """Hint at paragraphs and articles: those found so far, changed by the corrections."""
    roles = {r.line: r.role for r in parsed.lines}
    owner = {r.line: r.article for r in parsed.lines if r.article is not None}
    new = len(parsed.articles)
    for one in corrections:
        first = one.numbers[0]
        text = "caption" if (one.role or roles.get(first)) == "caption" else "body"
        if one.starts is not None and one.role is None:
            for line in one.numbers:
                _hint(hints, line, role=text, starts=one.starts)
        if one.merge:
            first = min(one.numbers)
            begins = (hints[first - 1] or Hint()).starts
            _hint(hints, first, role=text, starts=begins)
            for line in sorted(one.numbers)[1:]:
                _hint(hints, line, role=text, starts=False)
                owner[line] = owner.get(first, 0)
        if one.article == NEW:
            new += 1
            before, begun = owner.get(first), min(one.numbers)
            following = [n for n, a in owner.items() if a == before and n > begun]
            owner |= dict.fromkeys([*one.numbers, *following], new)
        elif isinstance(one.article, At) and one.article.line in owner:
            owner |= dict.fromkeys(one.numbers, owner[one.article.line])
    for line, article in owner.items():
        _hint(
            hints,
            line,
            role=(hints[line - 1] or Hint()).role,
            starts=(hints[line - 1] or Hint()).starts,
            article=article,
        )


@dataclass(frozen=True, slots=True)
class _Places:
    """Where the lines of a parsed issue have come to."""

    roles: dict[int, str]
    owner: dict[int, int]
    paragraph: dict[int, tuple[int, ...]]

    @classmethod
    def of(cls, parsed: ParsedIssue) -> _Places:
        return cls(
            {r.line: r.role for r in parsed.lines},
            {r.line: r.article for r in parsed.lines if r.article is not None},
            {n: p.lines for a in parsed.articles for p in a.paragraphs for n in p.lines},
        )


def _in_vain(parsed: ParsedIssue, corrections: Sequence[LineCorrection]) -> str:
    """Say of the first correction that did not come true what came instead, or return ''."""
    places = _Places.of(parsed)
    for one in corrections:
        if why := _missed(one, places):
            return why
    return ""


def _missed(one: LineCorrection, places: _Places) -> str:
    """Say what came of the lines instead of what the correction says, or return ''."""
    first, owner = one.numbers[0], places.owner
    for line in one.numbers:
        got = places.roles.get(line, "empty")
        outside = line not in owner and one.role in OUTSIDE and got in OUTSIDE
        if one.role is not None and got != one.role and not outside:
            return f"line {line} is {got} all the same"
        if one.starts is not None:
            lines = places.paragraph.get(line, ())
            if not lines or (lines[0] == line) != one.starts:
                return f"line {line} cannot {'begin' if one.starts else 'go on with'} a paragraph"
    if one.merge and not set(one.numbers) <= set(places.paragraph.get(first, ())):
        return "the lines cannot be one paragraph"
    if (one.kind or one.byline is not None or one.article) and first not in owner:
        return f"line {first} belongs to no article: give it a role too"
    if one.article is not None:
        target = one.article.line if isinstance(one.article, At) else first
        if target not in owner:
            return f"line {target} belongs to no article"
        if {owner.get(line) for line in [*one.numbers, target]} != {owner.get(target)}:
            return "the lines cannot be put into that article"
        same = [line for line, article in owner.items() if article == owner[first]]
        if one.article == NEW and min(same) < min(one.numbers):
            return f"no article can begin at line {min(one.numbers)}"
    return ""


def _finished(parsed: ParsedIssue, corrections: Sequence[LineCorrection]) -> ParsedIssue:
    """Set kinds and bylines, and say in the account of the lines what was corrected."""
    owner = {r.line: r.article for r in parsed.lines}
    articles = {a.order: a for a in parsed.articles}
    said: dict[int, list[str]] = {}
    roles: dict[int, str] = {}
    structural: set[int] = set()
    for one in corrections:
        article = articles.get(owner.get(one.numbers[0]) or 0)
        if article is not None:
            _set(parsed, article, one)
        for line in one.numbers:
            said.setdefault(line, []).append(one.said)
            structural |= {line} if one.structural else set()
            if one.role in OUTSIDE:
                roles[line] = one.role
    for index, record in enumerate(parsed.lines):
        if record.line in said:
            why = [] if record.line in structural else [record.reason]
            reason = "; ".join([*why, *said[record.line]])
            role = roles.get(record.line, record.role)
            parsed.lines[index] = record._replace(role=role, reason=reason)
    return parsed


def _set(parsed: ParsedIssue, article: Article, one: LineCorrection) -> None:
    """Set the kind and the byline of an article."""
    if one.kind is not None:
        article.kind = one.kind
        if one.kind in ("brief", "photo"):
            # These need no headline, so nothing is to be remarked.
            remark = f"line {article.line_first}: article {article.order} has no headline"
            parsed.problems = [p for p in parsed.problems if p != remark]
    if one.byline is not None:
        article.bylines = list(one.byline)
