"""Issues whose lines say themselves what they are, so that no test hangs on a weight."""

from __future__ import annotations

from helpers.parsing import ParsedIssue, parse_issue
from helpers.reading import Hint

#: The codes of the marked form (README), with `c` for a caption that goes on.
ROLES: dict[str, tuple[str, bool | None]] = {
    "M": ("masthead", None),
    "G": ("page_header", None),
    "S": ("slogan", None),
    "F": ("furniture", None),
    "K": ("kicker", None),
    "H": ("headline", None),
    "D": ("deck", None),
    "B": ("byline", None),
    "P": ("body", True),
    "+": ("body", False),
    "C": ("caption", True),
    "c": ("caption", False),
    "R": ("credit", None),
    "J": ("jump", None),
}


def told(text: str) -> ParsedIssue:
    """Parse lines such as 'H|标题', each read as what its code says; '|…' is for the parser."""
    lines, hints = [], []
    for marked in text.strip().split("\n"):
        code, _, line = marked.strip().partition("|")
        lines.append(line)
        hints.append(Hint(*ROLES[code]) if code else None)
    return parse_issue(lines, hints)
