"""One issue: raw lines to masthead, articles and the account of every line."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from helpers.parsing.assemble import assemble, finish, records
from helpers.parsing.decode import decode
from helpers.parsing.masthead import read_masthead
from helpers.parsing.model import LineRecord, Masthead, ParsedIssue
from helpers.parsing.prepare import look_at


class AccountError(RuntimeError):
    """The parser lost or invented a line or a character: a fault of the program, never of input."""


def parse_issue(lines: Sequence[str]) -> ParsedIssue:
    """Parse the raw lines of one issue (without line ends).

    Every non-blank line gets exactly one record with its role and the reason; what is wrong with
    the issue is listed in `problems`, not raised.

    Raises:
        AccountError: A line or a character was lost or invented.
    """
    numbered = [(n, line) for n, line in enumerate(lines, start=1) if line.strip()]
    masthead, reasons = read_masthead(numbered)
    rest = look_at(lines, [n for n, _ in numbered if n not in reasons])
    page = assemble(rest, decode(rest))
    articles, decks, orders = [], set(), {}
    for order, draft in enumerate(page.drafts, start=1):
        article, deck = finish(draft, order)
        articles.append(article)
        decks |= deck
        orders[id(draft)] = order
    account = [LineRecord(n, lines[n - 1], "masthead", None, r) for n, r in reasons.items()]
    account += records(page, orders, decks, lines)
    issue = ParsedIssue(
        masthead, articles, sorted(account, key=lambda r: r.line), _problems(masthead)
    )
    issue.problems += [
        f"line {a.line_first}: article {a.order} has no headline"
        for a in articles
        if not a.headline
    ]
    check_account(lines, issue, [draft.outside for draft in page.drafts])
    return issue


def _problems(masthead: Masthead) -> list[str]:
    """Say what is wrong with the masthead."""
    if masthead == Masthead():
        return ["no masthead was found: date, number and publisher are unknown"]
    out = []
    if masthead.date is None:
        out.append("the masthead prints no date that can be read")
    if masthead.lunar_ok is False:
        out.append(f"the lunar date {masthead.lunar_date} does not fall on {masthead.date}")
    if masthead.weekday_ok is False:
        out.append(f"{masthead.date} is not a {masthead.weekday}")
    return out


def check_account(
    lines: Sequence[str], issue: ParsedIssue, outside: Sequence[Sequence[str]]
) -> None:
    """Hold the records against the raw lines, and the articles' characters against the lines'.

    `outside` holds, for each article, what is printed in its lines beside headline and text.

    Raises:
        AccountError: They differ.
    """
    expected = [(n, line) for n, line in enumerate(lines, start=1) if line.strip()]
    if [(r.line, r.text) for r in issue.lines] != expected:
        raise AccountError("the account of the lines differs from the lines of the file")
    printed: list[str] = [r.text for r in issue.lines if r.article is not None]
    pieces: list[str] = []
    for article, beside in zip(issue.articles, outside, strict=True):
        pieces += [article.headline, article.deck or "", article.text, *beside]
    if not np.array_equal(_characters(printed), _characters(pieces)):
        raise AccountError("characters were lost or invented between the lines and the articles")


def _characters(pieces: Sequence[str]) -> NDArray[np.uint32]:
    """Sort the characters that are not white space: equal for equal multisets."""
    text = "".join("".join(pieces).split())
    return np.sort(np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32))
