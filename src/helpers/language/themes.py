"""Themes of articles, by a weighted dictionary that any county newspaper can be read with.

A theme's score is the sum over its terms t of `weight_t * saturate(f_t)`, where
`f_t = body hits + HEADLINE_WEIGHT * headline hits`,
`saturate(f) = f * (K1 + 1) / (f + K1 * (1 - B + B * n / TYPICAL_LENGTH))` and n is the number of
characters of headline and text. This is the term frequency of BM25F (Robertson and Zaragoza
2009, The Probabilistic Relevance Framework), with the dictionary's weight in the place of the
inverse document frequency, so that a score depends on the article alone and not on its corpus.
A term that is repeated counts ever less; a long article needs more hits for the same score.

The main theme has the highest score, if that reaches `MAIN_THRESHOLD`; of equal scores, the first
in the order of the dictionary. A further theme is given when its score reaches `THRESHOLD` and
`SHARE` of the main theme's score.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from helpers.language.theme_lists import (
    OTHER,
    ThemeTerm,
    built_in_masks,
    built_in_terms,
    read_themes,
)

if TYPE_CHECKING:
    import ahocorasick_rs

#: A hit in the headline counts as this many in the text.
HEADLINE_WEIGHT = 3.0
#: How soon repeating a term stops counting, and how far length is normalised (0 to 1).
K1 = 1.2
B = 0.5
#: Characters of a usual article of a county paper: the length at which nothing is normalised.
TYPICAL_LENGTH = 600
#: The least score that makes a main theme: one plain term in a caption is enough.
MAIN_THRESHOLD = 2.5
#: The least score, and the least share of the main theme's score, that give a further theme.
THRESHOLD = 3.5
SHARE = 0.2
#: Decimals of a score, so that tables compare alike on every machine.
DECIMALS = 3

COLUMNS = ("article_id", "theme", "score", "n_hits", "terms")


@dataclass(frozen=True)
class ThemeDictionary:
    """Terms with their themes and weights, and the masks that keep false matches away."""

    terms: tuple[ThemeTerm, ...]
    masks: tuple[str, ...] = ()

    @cached_property
    def themes(self) -> tuple[str, ...]:
        """The themes in the order of their first term, which decides between equal scores."""
        return tuple(dict.fromkeys(term.theme for term in self.terms))

    @cached_property
    def _senses(self) -> dict[str, tuple[tuple[str, int], ...]]:
        """Term → its (theme, weight) pairs; none for a mask."""
        senses: dict[str, tuple[tuple[str, int], ...]] = dict.fromkeys(self.masks, ())
        for term in self.terms:
            senses[term.term] = (*senses.get(term.term, ()), (term.theme, term.weight))
        return senses

    @cached_property
    def _matcher(self) -> ahocorasick_rs.AhoCorasick:
        """The automaton over all terms and masks."""
        import ahocorasick_rs

        return ahocorasick_rs.AhoCorasick(
            list(self._senses),
            matchkind=ahocorasick_rs.MatchKind.LeftmostLongest,
            store_patterns=True,
            # The fastest to match; its memory (some MB) does not matter for lists of this size.
            implementation=ahocorasick_rs.Implementation.DFA,
        )

    def hits(self, text: str) -> Counter[str]:
        """Count the terms in a text, the longest first where terms overlap."""
        return Counter(self._matcher.find_matches_as_strings(text))

    def find(self, text: str) -> list[tuple[str, int, int]]:
        """Find terms and masks, the longest first where they overlap => each with start and end."""
        names = list(self._senses)
        return [
            (names[number], start, end)
            for number, start, end in self._matcher.find_matches_as_indexes(text)
        ]

    def score(self, headline: str, text: str) -> dict[str, ThemeScore]:
        """Score one article on every theme that has a hit in it.

        Returns:
            Theme → score, in the order of `themes`, whether or not it passes the threshold.
        """
        return self.score_hits(self.hits(text), self.hits(headline), len(headline) + len(text))

    def score_hits(
        self, body: Counter[str], head: Counter[str], n_characters: int
    ) -> dict[str, ThemeScore]:
        """Score hits however they were counted: of terms in the text, and in the headline.

        Args:
            body: Hits by term in the text; only terms and masks of the dictionary.
            head: The same in the headline.
            n_characters: Length of both together.
        """
        damping = K1 * (1 - B + B * n_characters / TYPICAL_LENGTH)
        scores: dict[str, float] = {}
        counts: dict[str, list[tuple[int, str]]] = {}
        for term in body | head:
            frequency = body[term] + HEADLINE_WEIGHT * head[term]
            saturated = frequency * (K1 + 1) / (frequency + damping)
            for theme, weight in self._senses[term]:
                scores[theme] = scores.get(theme, 0.0) + weight * saturated
                counts.setdefault(theme, []).append((-body[term] - head[term], term))
        return {
            theme: ThemeScore(round(scores[theme], DECIMALS), tuple(counts[theme]))
            for theme in self.themes
            if theme in scores
        }


def load_themes(extra: Path | None = None, *, replace: bool = False) -> ThemeDictionary:
    """Load the built-in themes, with a corpus's own terms after them or in their place.

    Args:
        extra: A corpus's own list, in the form of `resources/themes.tsv`. It may name themes of
            its own, which come after the built-in ones.
        replace: Use the corpus's list alone, without the built-in masks.

    Returns:
        The dictionary. A term that both lists give to one theme has the corpus's own weight.

    Raises:
        InputError: If `extra` cannot be read or a line of it is wrong.
    """
    if extra is None:
        return ThemeDictionary(built_in_terms(), built_in_masks())
    own = read_themes(extra)
    if replace:
        return ThemeDictionary(own)
    listed = {(term.theme, term.term) for term in own}
    kept = tuple(term for term in built_in_terms() if (term.theme, term.term) not in listed)
    return ThemeDictionary(kept + own, built_in_masks())


@dataclass(frozen=True, slots=True)
class ThemeScore:
    """The score of one theme on one article, and the terms that made it."""

    score: float
    #: For each term found: minus its number of hits, and the term.
    ranks: tuple[tuple[int, str], ...]

    @property
    def n_hits(self) -> int:
        """Count the hits in headline and text."""
        return -sum(rank for rank, _ in self.ranks)

    @property
    def terms(self) -> str:
        """The terms found, most frequent first, then in the order of their characters."""
        return " ".join(term for _, term in sorted(self.ranks))


def given_themes(scores: Mapping[str, ThemeScore]) -> list[tuple[str, ThemeScore]]:
    """Return the themes an article is given, the main one first, ties in theme order."""
    ranked = sorted(scores.items(), key=lambda item: -item[1].score)
    if not ranked or ranked[0][1].score < MAIN_THRESHOLD:
        return []
    least = max(THRESHOLD, SHARE * ranked[0][1].score)
    return ranked[:1] + [item for item in ranked[1:] if item[1].score >= least]


def score_themes(articles: pd.DataFrame, *, dictionary: ThemeDictionary) -> pd.DataFrame:
    """Give articles their themes.

    Args:
        articles: One row an article, with columns article_id, headline and text.
        dictionary: The terms to look for.

    Returns:
        One row for each theme given (`COLUMNS`), in the order of the articles, highest score
        first. An article without a theme has no row.
    """
    rows = []
    records: Iterable[tuple[str, object, object]] = zip(
        articles["article_id"], articles["headline"], articles["text"], strict=True
    )
    for article_id, headline, text in records:
        scores = dictionary.score(_string(headline), _string(text))
        rows += [
            (article_id, theme, found.score, found.n_hits, found.terms)
            for theme, found in given_themes(scores)
        ]
    frame = pd.DataFrame(rows, columns=list(COLUMNS))
    return frame.astype({"article_id": "str", "theme": "str", "terms": "str"}).astype(
        {"score": "float64", "n_hits": "int64"}
    )


def main_themes(articles: pd.DataFrame, themes: pd.DataFrame) -> pd.Series[str]:
    """Return the main theme of every article, `OTHER` for one without a theme.

    Args:
        articles: One row an article, with column article_id.
        themes: What `score_themes` returned for them.

    Returns:
        A series of themes named `theme`, indexed by article_id in the order of `articles`.
    """
    first = themes.drop_duplicates("article_id").set_index("article_id")["theme"]
    return first.reindex(pd.Index(articles["article_id"], name="article_id")).fillna(OTHER)


def _string(value: object) -> str:
    """Return a cell as text: a missing headline is an empty one."""
    return value if isinstance(value, str) else ""
