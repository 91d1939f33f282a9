"""New words: strings that hang together and stand in free company, but are in no list yet."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
import pandas as pd

from helpers.dictionary import dictionary_tags
from helpers.errors import InputError
from helpers.language.lexicon import Lexicon
from helpers.language.stopwords import load_stopwords
from helpers.statistics.structure.substrings import Line, occurrences_of, one_line, repeated

COLUMNS = (
    "term",
    "count",
    "n_articles",
    "cohesion",
    "left_entropy",
    "right_entropy",
    "cut_share",
    "score",
)
#: What a word must reach, in bits, bits and share; set on hidden terms of the lexicon.
COHESION, ENTROPY, CUT_SHARE = 4.0, 0.9, 0.5
#: Longest string looked at by default and at most, in characters.
LONGEST, MOST_LONG = 6, 16
#: Characters of grammar and figures, with which a word of official prose seldom begins or ends.
LOOSE = frozenset(
    "的了着过和与及或而但在是有为以对等也都就还又再更很最不没把被将从到向于由因之其该此这那各每"
    "我你他她它们个户名位人次件元年月日时分秒号起后前内中说要让给使并可会能已正仅约近达超"
)
#: Of these, what words end in after all: 带头人, 中心户.
ENDINGS = frozenset("人户")


def new_words(
    tokens: pd.DataFrame,
    *,
    lexicon: Lexicon,
    known: Collection[str] = (),
    least: int | None = None,
    longest: int = LONGEST,
    cohesion: float = COHESION,
    entropy: float = ENTROPY,
    cut_share: float = CUT_SHARE,
) -> pd.DataFrame:
    """Find strings that behave like words and are in no list.

    A word hangs together inside (cohesion) and stands in free company outside (branching entropy):
    Jin and Tanaka-Ishii (2006), Unsupervised segmentation of Chinese text by use of branching
    entropy, COLING/ACL; Sproat and Shih (1990) for mutual information. Left out are words of
    jieba's dictionary and of the lexicon, strings that begin or end with a stopword or a character
    of grammar, and strings over the end of a paragraph, over marks, figures and letters.

    Args:
        tokens: `corpus.tokens`.
        lexicon: The corpus's lexicon; its terms are no news.
        known: Other words that are no news, such as names of people and places.
        least: A word must stand as often; by default 3, and once in 100,000 characters.
        longest: Characters of the longest word sought, `MOST_LONG` at most.
        cohesion: Least cohesion, in bits.
        entropy: Least entropy of the neighbours on both sides, in bits: 3 occurrences with one
            neighbour apart from two alike have 0.92.
        cut_share: Least share of occurrences where tokens begin and end with the word.

    Returns:
        The columns of `COLUMNS`, by `score`, which is cohesion times the lesser entropy, then by
        term; the first four measures are those of `substrings.repeated`.

    Raises:
        InputError: A column of the tokens is not there, or `longest` is out of range.
    """
    _check(tokens, longest)
    line = one_line(tokens)
    wanted = least if least is not None else max(3, round(line.size / 100_000))
    found = repeated(line, longest=longest, least=max(2, wanted))
    lesser = found[["left_entropy", "right_entropy"]].min(axis=1)
    found = found.assign(score=found["cohesion"] * lesser)
    found = found[
        (found["cohesion"] >= cohesion) & (lesser >= entropy) & (found["cut_share"] >= cut_share)
    ]
    listed = dictionary_tags()
    others = frozenset(known)
    news = [
        term not in listed and term not in lexicon and term not in others and _is_whole(term)
        for term in found["term"]
    ]
    ranked = found[np.array(news, dtype=bool)].sort_values(
        ["score", "term"], ascending=[False, True], ignore_index=True
    )
    return ranked[list(COLUMNS)]


def contexts(
    tokens: pd.DataFrame, words: Collection[str], *, most: int = 3, width: int = 15
) -> pd.DataFrame:
    """Show where words stand => term, article_id, start, end, left, match, right.

    Args:
        tokens: `corpus.tokens`; the context is read from them, so it is in simplified characters.
        words: The words to show.
        most: Lines for each word: the first ones.
        width: Characters on either side, within the paragraph.

    Returns:
        `start` and `end` are offsets into `articles.text`.
    """
    line = one_line(tokens)
    rows = [
        _context(line, word, place, width)
        for word in words
        for place in occurrences_of(line, word, most=most)
    ]
    columns = ["term", "article_id", "start", "end", "left", "match", "right"]
    return pd.DataFrame(rows, columns=columns)


def _context(line: Line, word: str, place: int, width: int) -> tuple[object, ...]:
    """Describe one occurrence of a word on the line."""
    end = place + len(word)
    left = line.text[max(0, place - width) : place].rsplit("\n", 1)[-1]
    right = line.text[end : end + width].split("\n", 1)[0]
    article = line.articles[int(line.article[place])]
    last = int(line.offset[end - 1]) + 1
    return word, article, int(line.offset[place]), last, left, word, right


def _is_whole(term: str) -> bool:
    """Say whether a string neither begins nor ends with a stopword or a character of grammar."""
    stopwords = load_stopwords()
    if term[0] in LOOSE or (term[-1] in LOOSE and term[-1] not in ENDINGS):
        return False
    cuts = range(2, len(term) - 1)
    return not any(term[:cut] in stopwords or term[cut:] in stopwords for cut in cuts)


def _check(tokens: pd.DataFrame, longest: int) -> None:
    for column in ("article_id", "paragraph", "start", "end", "term"):
        if column not in tokens.columns:
            raise InputError(
                f"The tokens have no column {column!r}", remedy="pass the table tokens of a corpus"
            )
    if not 2 <= longest <= MOST_LONG:
        raise InputError(
            f"Words of {longest} characters are not sought", remedy=f"ask for 2 to {MOST_LONG}"
        )
