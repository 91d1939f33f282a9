"""Where terms of the theme dictionary are found, by each of three ways of finding them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pandas as pd

from helpers.errors import InputError
from helpers.language.lexicon import Lexicon
from helpers.language.plain import close_up, plain
from helpers.language.segment import Segmenter, spans
from helpers.language.themes import ThemeDictionary

#: `string`: wherever its characters stand, the longest term first, as the table `themes` counts.
#: `jieba`: where plain jieba cuts it as one word. `jieba_lexicon`: where jieba does that with the
#: lexicon of the corpus. A term inside a mask of the dictionary counts in none of them.
READINGS = ("string", "jieba", "jieba_lexicon")
COLUMNS = ("reading", "article_id", "theme", "term", "where", "start", "end")
_WHERE = ("headline", "text")
Span = tuple[str, int, int]


@dataclass(frozen=True)
class ReadArticle:
    """An article as it is read for themes, with offsets back to what was printed."""

    article_id: str
    headline: str
    text: str
    offsets: dict[str, list[int] | None]

    def printed(self, where: str, place: int) -> int:
        """Return the offset in the printed text of a place in the text that was read."""
        offsets = self.offsets[where]
        return place if offsets is None else offsets[place]

    @property
    def n_characters(self) -> int:
        """Return the length that a theme's score is normalised by."""
        return len(self.headline) + len(self.text)


def read_articles(articles: pd.DataFrame) -> Iterator[ReadArticle]:
    """Read articles as the build reads them before it scores their themes."""
    for row in zip(articles["article_id"], articles["headline"], articles["text"], strict=True):
        article_id, *parts = row
        read = [close_up(plain(part if isinstance(part, str) else "")) for part in parts]
        yield ReadArticle(
            str(article_id),
            read[0][0],
            read[1][0],
            {where: offsets for where, (_, offsets) in zip(_WHERE, read, strict=True)},
        )


def theme_matches(
    articles: pd.DataFrame,
    *,
    dictionary: ThemeDictionary,
    lexicon: Lexicon,
    readings: Sequence[str] = READINGS,
) -> pd.DataFrame:
    """Find the terms of a theme dictionary in articles, by each way of finding them.

    Of 网格 and 网格员 in 网格员入户, a plain string match finds the longer; jieba, which cuts
    网格, 员, the shorter; jieba with a lexicon that lists 网格员 the longer again.

    Args:
        articles: Frame with `article_id`, `headline` and `text`.
        dictionary: The themes: `load_themes(config.themes, ...)`.
        lexicon: The lexicon of the corpus: `corpus_lexicon(config)`.
        readings: Ways of finding, of `READINGS`.

    Returns:
        One row for each match and theme, with the columns of `COLUMNS`: `where` is 'headline' or
        'text', `start` and `end` offsets in it as printed. By reading, then in the order of the
        articles.

    Raises:
        InputError: A way of finding is unknown.
    """
    checked(readings)
    themes: dict[str, list[str]] = {}
    for entry in dictionary.terms:
        themes.setdefault(entry.term, []).append(entry.theme)
    cutters = {"jieba": Segmenter(), "jieba_lexicon": Segmenter(lexicon)}
    read = list(read_articles(articles))
    rows = []
    for reading in readings:
        for article in read:
            for where in _WHERE:
                text = getattr(article, where)
                for term, start, end in _find(text, dictionary, cutters.get(reading)):
                    ends = article.printed(where, start), article.printed(where, end - 1) + 1
                    rows += [
                        (reading, article.article_id, theme, term, where, *ends)
                        for theme in themes.get(term, ())
                    ]
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype(
        {**dict.fromkeys(COLUMNS[:5], "str"), "start": "int64", "end": "int64"}
    )


def checked(readings: Sequence[str]) -> None:
    """Check the names of ways of finding.

    Raises:
        InputError: One is unknown, or there is none.
    """
    unknown = [reading for reading in readings if reading not in READINGS]
    if unknown or not readings:
        raise InputError(
            f"{unknown[0]!r} is no way of finding terms" if unknown else "No way of finding terms",
            remedy="use " + ", ".join(READINGS),
        )


def _find(text: str, dictionary: ThemeDictionary, cutter: Segmenter | None) -> list[Span]:
    """Return terms and masks found in a text; words inside a mask are left out."""
    found = dictionary.find(text)
    if cutter is None:
        return found
    masked = [(start, end) for term, start, end in found if term in _masks(dictionary)]
    known = _terms(dictionary)
    words = cutter.cut(text)
    return [
        (word, start, end)
        for word, (start, end) in zip(words, spans(words), strict=True)
        if word in known and not any(first < end and start < last for first, last in masked)
    ]


def _masks(dictionary: ThemeDictionary) -> frozenset[str]:
    """Return what only masks: a corpus's own term may have the form of a built-in mask."""
    return frozenset(dictionary.masks) - _terms(dictionary)


def _terms(dictionary: ThemeDictionary) -> frozenset[str]:
    return frozenset(term.term for term in dictionary.terms)
