"""How far one reading of an issue agrees with another: counts that can be summed over issues.

Articles are paired one to one so that the pairs share the most characters (the assignment problem,
solved by scipy's `linear_sum_assignment`); everything within articles is compared pair by pair.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from scipy.optimize import linear_sum_assignment

from helpers.audit.key import KeyArticle, KeyIssue

#: An article is found if the characters of both readings' lines overlap at least this far
#: (intersection over union).
FOUND = 0.8
#: Fields that the parser works out rather than reads; only compared where the key has them.
DERIVED = frozenset({"lunar_ok", "weekday_ok"})


@dataclass(slots=True)
class Tally:
    """True positives, what was claimed, what is in the key."""

    right: int = 0
    claimed: int = 0
    expected: int = 0

    def add(self, right: int, claimed: int, expected: int) -> None:
        """Count some more."""
        self.right += right
        self.claimed += claimed
        self.expected += expected

    @property
    def precision(self) -> float:
        """Share of what was claimed that is right; 1.0 if nothing was claimed."""
        return self.right / self.claimed if self.claimed else 1.0

    @property
    def recall(self) -> float:
        """Share of what is in the key that was found; 1.0 if there is nothing in it."""
        return self.right / self.expected if self.expected else 1.0

    @property
    def f1(self) -> float:
        """Twice the right ones over claimed and expected ones together."""
        both = self.claimed + self.expected
        return 2 * self.right / both if both else 1.0


#: What is counted, in the order in which it is shown.
MEASURES = (
    "articles",
    "exact",
    "headline",
    "deck",
    "byline",
    "paragraphs",
    "kind",
    "characters",
    "roles",
    "masthead",
)


@dataclass(slots=True)
class Score:
    """Tallies by measure, and by (kind of article, measure); `misses` says what differs where."""

    tallies: dict[str, Tally] = field(default_factory=lambda: {m: Tally() for m in MEASURES})
    kinds: dict[tuple[str, str], Tally] = field(default_factory=dict)
    misses: list[tuple[str, str, str]] = field(default_factory=list)
    #: (confidence is looked up by the caller) order of the parsed article => found and exact.
    exact: dict[str, bool] = field(default_factory=dict)

    def add(self, measure: str, kind: str | None, right: int, claimed: int, expected: int) -> None:
        """Count for a measure, and for a kind of article if one is given."""
        self.tallies[measure].add(right, claimed, expected)
        if kind is not None:
            self.kinds.setdefault((kind, measure), Tally()).add(right, claimed, expected)

    def merge(self, other: Score) -> None:
        """Take over the counts of another issue."""
        for measure, tally in other.tallies.items():
            self.add(measure, None, tally.right, tally.claimed, tally.expected)
        for (kind, measure), tally in other.kinds.items():
            self.kinds.setdefault((kind, measure), Tally()).add(
                tally.right, tally.claimed, tally.expected
            )
        self.misses += other.misses


def compare(key: KeyIssue, parsed: KeyIssue, lines: Sequence[str]) -> Score:
    """Hold one reading of an issue against its key; `lines` are the raw lines of the issue."""
    score = Score()
    weight = {n: sum(not c.isspace() for c in line) for n, line in enumerate(lines, start=1)}
    pairs = pair(key.articles, parsed.articles, weight)
    for expected in key.articles:
        _article(score, key.name, expected, pairs.get(expected.id), weight)
    claimed = {a.id for a in pairs.values()}
    for article in parsed.articles:
        if article.id not in claimed:
            _surplus(score, key.name, article)
    _characters(score, key, parsed, {e: a.id for e, a in pairs.items()}, weight)
    _masthead(score, key, parsed)
    _roles(score, key, parsed)
    return score


def pair(
    expected: Sequence[KeyArticle], found: Sequence[KeyArticle], weight: Mapping[int, int]
) -> dict[str, KeyArticle]:
    """Pair the articles of two readings => for ids of `expected`, the article of `found`."""
    if not expected or not found:
        return {}
    shared = np.array([[_overlap(e, f, weight)[0] for f in found] for e in expected])
    rows, columns = linear_sum_assignment(-shared)
    return {
        expected[r].id: found[c] for r, c in zip(rows, columns, strict=True) if shared[r, c] > 0
    }


def _overlap(a: KeyArticle, b: KeyArticle, weight: Mapping[int, int]) -> tuple[int, int]:
    """Count the characters on lines of both, and of either."""
    one, two = set(a.lines), set(b.lines)
    both = sum(weight.get(n, 0) for n in one & two)
    return both, sum(weight.get(n, 0) for n in one | two)


def _shared(a: Sequence[object], b: Sequence[object]) -> int:
    return sum((Counter(a) & Counter(b)).values())


def _article(
    score: Score, name: str, key: KeyArticle, got: KeyArticle | None, weight: Mapping[int, int]
) -> None:
    """Count one article of the key and say where its pair differs."""
    if got is None:
        score.misses.append((name, key.id, "not found at all"))
        got = KeyArticle("", "")
        claimed = 0
    else:
        claimed = 1
    both, either = _overlap(key, got, weight)
    texts = [p.text for p in key.paragraphs]
    got_texts = [p.text for p in got.paragraphs]
    people = [(b.role, b.name) for b in key.bylines]
    got_people = [(b.role, b.name) for b in got.bylines]
    same = {
        "articles": claimed == 1 and both >= FOUND * either,
        "headline": key.headline == got.headline,
        "deck": key.deck == got.deck,
        "kind": key.kind == got.kind,
    }
    for measure, right in same.items():
        if measure == "deck" and key.deck is None and got.deck is None:
            continue
        score.add(measure, key.kind, int(right), claimed, 1)
    score.add("byline", key.kind, _shared(people, got_people), len(got_people), len(people))
    score.add("paragraphs", key.kind, _shared(texts, got_texts), len(got_texts), len(texts))
    same |= {
        "lines": set(key.lines) == set(got.lines),
        "byline": people == got_people,
        "paragraphs": texts == got_texts,
    }
    score.add("exact", key.kind, int(all(same.values())), claimed, 1)
    score.exact[got.id] = all(same.values())
    if claimed and not all(same.values()):
        wrong = ", ".join(measure for measure, right in same.items() if not right)
        score.misses.append(
            (name, key.id, f"{wrong} differ" if "," in wrong else f"{wrong} differs")
        )


def _surplus(score: Score, name: str, article: KeyArticle) -> None:
    """Count an article that the key does not have."""
    for measure in ("articles", "exact", "headline", "kind"):
        score.add(measure, None, 0, 1, 0)
    score.add("byline", None, 0, len(article.bylines), 0)
    score.add("paragraphs", None, 0, len(article.paragraphs), 0)
    score.exact[article.id] = False
    where = f"lines {article.lines[0]}-{article.lines[-1]}" if article.lines else "nowhere"
    score.misses.append((name, "", f"an article that the key does not have, {where}"))


def _characters(
    score: Score,
    key: KeyIssue,
    parsed: KeyIssue,
    pairs: Mapping[str, str],
    weight: Mapping[int, int],
) -> None:
    """Count the characters that stand in the same article, or in none, in both readings."""
    wanted = {n: pairs.get(a.id, "missing") for a in key.articles for n in a.lines}
    given = {n: a.id for a in parsed.articles for n in a.lines}
    whole = sum(weight.values())
    right = sum(w for n, w in weight.items() if wanted.get(n) == given.get(n))
    score.add("characters", None, right, whole, whole)


def _masthead(score: Score, key: KeyIssue, parsed: KeyIssue) -> None:
    """Count the masthead fields; one that the issue does not print must not be claimed."""
    for name, value in key.masthead.items():
        got = parsed.masthead.get(name)
        score.add("masthead", None, int(got == value), int(got is not None), 1)
        if got != value:
            score.misses.append((key.name, "", f"masthead {name}: {value} read as {got}"))
    for name in parsed.masthead.keys() - key.masthead.keys() - DERIVED:
        if name in ("website_name", "app", "account"):
            continue
        score.add("masthead", None, 0, 1, 0)
        score.misses.append(
            (key.name, "", f"masthead {name} is not printed: {parsed.masthead[name]}")
        )


def _roles(score: Score, key: KeyIssue, parsed: KeyIssue) -> None:
    """Count the lines whose role is that of the key."""
    owner = {n: a.id for a in key.articles for n in a.lines}
    for number, role in sorted(key.roles.items()):
        if role:
            got = parsed.roles.get(number, "nothing")
            score.add("roles", None, int(got == role), 1, 1)
            if got != role:
                what = f"line {number}: {role} read as {got}"
                score.misses.append((key.name, owner.get(number, ""), what))
