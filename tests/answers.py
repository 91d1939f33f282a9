"""Hold parsed issues against an answer key in the form of a hand annotation."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from helpers.parsing import parse_issue
from helpers.reading import read_issue

#: What is compared of each article.
FIELDS = ("kind", "headline", "deck", "byline", "paragraphs", "paragraph lines", "body")


def differences(key: dict[str, Any], folder: Path) -> list[str]:
    """List where the parser's structure of each issue differs from the key's; [] if nowhere."""
    found: list[str] = []
    for issue in key["issues"]:
        found += [f"{issue['file']}: {d}" for d in _issue_differences(issue, folder)]
    return found


def _issue_differences(key: dict[str, Any], folder: Path) -> list[str]:
    parsed = parse_issue(read_issue(folder / key["file"]).lines)
    found = []
    for name, expected in key["masthead"].items():
        if hasattr(parsed.masthead, name):
            actual = getattr(parsed.masthead, name)
            actual = actual.isoformat() if name == "date" and actual else actual
            if actual != expected:
                found.append(f"masthead {name}: {expected!r} read as {actual!r}")
    furniture = {f["line"] for f in key["furniture"]}
    outside = {r.line for r in parsed.lines if r.article is None}
    if furniture != outside:
        found.append(f"furniture: {sorted(furniture ^ outside)} differ")
    if len(parsed.articles) != len(key["articles"]):
        found.append(f"{len(key['articles'])} articles read as {len(parsed.articles)}")
    holding = {n: a for a in parsed.articles for p in a.paragraphs for n in p.lines}
    for expected in key["articles"]:
        article = holding.get(expected["paragraphs"][0][0])
        if article is None:
            found += [f"{expected['id']} {name} not found" for name in FIELDS]
            continue
        pairs = {
            "kind": (expected["kind"], article.kind),
            "headline": (expected["headline"], article.headline),
            "deck": (expected["deck"], article.deck),
            "byline": (
                [(b["role"], b["name"], b.get("unit")) for b in expected["byline"]],
                [(b.role, b.name, b.unit) for b in article.bylines],
            ),
            "paragraphs": (expected["paragraph_texts"], [p.text for p in article.paragraphs]),
            "paragraph lines": (
                [tuple(lines) for lines in expected["paragraphs"]],
                [p.lines for p in article.paragraphs],
            ),
            "body": (expected["body"], article.text),
        }
        assert tuple(pairs) == FIELDS
        found += [f"{expected['id']} {name} differs" for name, (x, y) in pairs.items() if x != y]
    return found
