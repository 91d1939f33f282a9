"""Lexicon entries proposed for a person to accept, in the lexicon's own file form.

Each entry is a comment until somebody takes its mark away: a file that nobody has read adds
nothing to a corpus.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from helpers.language.lexicon import COLUMNS, Lexicon
from helpers.statistics.structure.new_words import contexts

#: What stands for a class that no listed term suggests: a person must put one in its place.
UNKNOWN = "CLASS?"
#: How many terms must end alike to suggest their class, by the length of the ending.
LEAST_ALIKE = {1: 3, 2: 2}
#: What is taken away to accept an entry.
MARK = "#? "
PROPOSAL_COLUMNS = ("term", "class", "reason", "count", "n_articles", "articles", "context")
_HEAD = (
    "# Proposed by the corpus itself: words that hang together and stand in free company.",
    f"# To accept one, delete its mark {MARK.strip()!r} and the space behind it, look at its class",
    f"# and write a reason; {UNKNOWN} must be replaced. Classes are those of the built-in lexicon.",
    "# Then name this file as `lexicon` in corpus.toml.",
)


def propose(
    words: pd.DataFrame, tokens: pd.DataFrame, *, lexicon: Lexicon, most: int = 50, lines: int = 2
) -> pd.DataFrame:
    """Make an entry of the lexicon of each new word, with what a person needs to judge it.

    Args:
        words: As `new_words` finds them.
        tokens: `corpus.tokens`.
        lexicon: Tells the class: that of most terms that end alike, two characters before one.
        most: Entries: the first ones.
        lines: Lines of context for each.

    Returns:
        term, class (`UNKNOWN` where no term ends alike), reason (the measures in words), count,
        n_articles, articles (ids of those in `context`) and context (each occurrence between
        half-brackets, lines joined by a bar).
    """
    chosen = words.head(most)
    shown = contexts(tokens, chosen["term"].tolist(), most=lines)
    shown["line"] = shown["left"] + "「" + shown["match"] + "」" + shown["right"]
    grouped = shown.groupby("term").agg(
        articles=("article_id", lambda ids: " ".join(dict.fromkeys(ids))),
        context=("line", " | ".join),
    )
    classes = _endings(lexicon)
    out = chosen.assign(
        **{
            "class": [guess_class(term, classes) for term in chosen["term"]],
            "reason": [_reason(row) for row in chosen.to_dict("records")],
        }
    ).join(grouped, on="term")
    return out[list(PROPOSAL_COLUMNS)].reset_index(drop=True)


def proposal_file(proposals: pd.DataFrame) -> str:
    """Return the text of a lexicon file with every entry marked as a comment, context above it.

    The file can be read as it is: it then has no entry. With a mark taken away it has that one.
    """
    lines = [*_HEAD, "\t".join(COLUMNS)]
    for row in proposals.to_dict("records"):
        lines.append(f"# {_flat(row['context'])}  ({_flat(row['articles'])})")
        lines.append(MARK + "\t".join(_flat(row[column]) for column in COLUMNS))
    return "\n".join(lines) + "\n"


def guess_class(term: str, endings: dict[str, str]) -> str:
    """Return the class of terms that end alike: 柳湖社区党委 => organisation, by 党委."""
    for length in (2, 1):
        if len(term) > length and term[-length:] in endings:
            return endings[term[-length:]]
    return UNKNOWN


def _endings(lexicon: Lexicon) -> dict[str, str]:
    """Return the class of most terms with each ending of one or two characters."""
    votes: dict[str, Counter[str]] = {}
    for entry in lexicon.entries:
        for length in (1, 2):
            if len(entry.term) > length:
                votes.setdefault(entry.term[-length:], Counter())[entry.kind] += 1
    # A tie, or a class that is not that of most, tells nothing; nor does one term alone.
    return {
        ending: kind
        for ending, counted in votes.items()
        for kind, n in counted.most_common(1)
        if 2 * n > counted.total() and n >= LEAST_ALIKE[len(ending)]
    }


def _reason(row: Mapping[Hashable, Any]) -> str:
    return (
        f"proposed: {row['count']} times in {row['n_articles']} articles;"
        f" cohesion {row['cohesion']:.1f} bits,"
        f" branching {row['left_entropy']:.1f} before, {row['right_entropy']:.1f} behind"
    )


def _flat(value: object) -> str:
    """Return a value as one cell of one line."""
    return " ".join(str(value).split())
