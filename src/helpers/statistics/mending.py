"""The corrections that turn a parse into what its answer key says."""

from __future__ import annotations

from helpers.audit.differences import people
from helpers.audit.key import KeyArticle, KeyIssue
from helpers.audit.labels import label
from helpers.audit.score import pair
from helpers.parsing.model import BylineEntry
from helpers.parsing.states import OPENING, STATES
from helpers.statistics.doubts import MENDS, mend, quoted, toml_text


def mends_by_key(
    key: KeyIssue, parsed: KeyIssue, lines: tuple[str, ...], *, file: str
) -> list[str]:
    """Write the corrections of the lines that key and parse read differently, in order.

    Each is a table of corrections.toml. They mend roles, paragraphs, the bounds of articles, kinds
    and bylines; a kicker that was read as a line of the headline is left alone.

    Args:
        key: The answer key.
        parsed: The parse, as `helpers.audit.readings.of_parse` gives it.
        lines: The raw lines.
        file: The raw file, as the corpus names it.
    """
    wanted, got = label(key, lines), label(parsed, lines)
    begins, begun = _first_lines(key), _first_lines(parsed)
    owner = {n: a for a in key.articles for n in a.lines}
    whole = _about_articles(key, parsed, lines)
    out = []
    for number in sorted(wanted):
        said: list[str] = []
        if wanted[number] != got.get(number):
            state = STATES[wanted[number]]
            said += MENDS[state if wanted[number] != OPENING else "start"]
        if number in begins and number not in begun:
            said.append('article = "new"')
        elif number in begun and number not in begins and number in owner:
            first = min(owner[number].lines)
            said.append(f"article = {quoted(first, lines[first - 1])}")
        said += whole.get(number, [])
        if said:
            out.append(mend(file, number, lines[number - 1], tuple(said)))
    return out


def _about_articles(
    key: KeyIssue, parsed: KeyIssue, lines: tuple[str, ...]
) -> dict[int, list[str]]:
    """Say kind and byline of the articles that are not exact, at their first lines."""
    weight = {n: len("".join(line.split())) for n, line in enumerate(lines, start=1)}
    pairs = pair(key.articles, parsed.articles, weight)
    out: dict[int, list[str]] = {}
    for article in key.articles:
        got = pairs.get(article.id)
        same = got is not None and set(got.lines) == set(article.lines)
        said = []
        if got is None or not same or got.kind != article.kind:
            said.append(f"kind = {toml_text(article.kind)}")
        if got is None or not same or people(got.bylines) != people(article.bylines):
            said.append(f"byline = [{', '.join(map(_person, article.bylines))}]")
        if said and article.lines:
            out[min(article.lines)] = said
    return out


def _person(entry: BylineEntry) -> str:
    """Write one person of a byline as TOML."""
    parts = {"role": entry.role, "name": entry.name, "unit": entry.unit}
    return "{ " + ", ".join(f"{k} = {toml_text(v)}" for k, v in parts.items() if v) + " }"


def _first_lines(issue: KeyIssue) -> dict[int, KeyArticle]:
    """Return the articles by their first lines."""
    return {min(article.lines): article for article in issue.articles if article.lines}
