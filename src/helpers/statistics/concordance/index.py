"""The index: built once from articles, kept on disk, asked as often as one likes."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from helpers.errors import InputError
from helpers.statistics.concordance import storage
from helpers.statistics.concordance.building import build
from helpers.statistics.concordance.context import in_context
from helpers.statistics.concordance.counting import counted
from helpers.statistics.concordance.searching import Finder, named_class
from helpers.statistics.concordance.store import Store

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from helpers.language.lexicon import Lexicon
    from helpers.language.themes import ThemeDictionary


class Index:
    """Articles made ready to be searched.

    Texts are searched in their plain reading (`helpers.language.plain`) and shown as printed;
    queries are read the same way, so that 開發 finds 开发. `start` and `end` are offsets into
    `articles.text` throughout. Headlines are not searched.

    `Index.of`, `Index.load` and `open_index` make one.
    """

    def __init__(self, store: Store) -> None:
        """Keep what was built or loaded."""
        self.store = store
        self._finder = Finder(store)

    @classmethod
    def of(
        cls,
        articles: pd.DataFrame,
        lexicon: Lexicon | None = None,
        tokens: pd.DataFrame | None = None,
        *,
        themes: ThemeDictionary | None = None,
        digest: str = "",
    ) -> Index:
        """Build an index.

        Args:
            articles: Frame with `article_id`, `issue_id` and `text`.
            lexicon: Terms kept whole when texts are cut, and classes to look for; the built-in one
                if None.
            tokens: The words of the articles (`article_id`, `start`, `end`, `term`), if they are
                cut already.
            themes: Themes to look for; the built-in ones if None.
            digest: A hash of what all this was made from, kept with the index.

        Raises:
            InputError: A column is missing, an article comes twice, or tokens are of others.
        """
        from helpers.language.lexicon import load_lexicon
        from helpers.language.themes import load_themes

        lexicon = load_lexicon() if lexicon is None else lexicon
        return cls(build(articles, lexicon, themes or load_themes(), tokens, digest))

    def save(self, path: Path | str) -> None:
        """Write the index into a folder, which replaces an index of that name.

        Raises:
            InputError: The folder cannot be written, or holds something else.
        """
        storage.save(self.store, Path(path))

    @classmethod
    def load(cls, path: Path | str) -> Index:
        """Read an index that was saved; its arrays are read from disk as they are needed.

        Raises:
            InputError: There is none, it was written by another version, or it is damaged.
        """
        return cls(storage.load(Path(path)))

    def __repr__(self) -> str:
        """Say what is in it."""
        articles, tokens = len(self.store.article_ids), len(self.store.words)
        return f"<Index of {articles:,} articles, {tokens:,} tokens>"

    @property
    def digest(self) -> str:
        """The hash of what it was made from."""
        return self.store.digest

    @cached_property
    def classes(self) -> dict[str, tuple[str, ...]]:
        """The classes that can be looked for, with their terms."""
        return {name: listed.terms for name, listed in self.store.classes.items()}

    @cached_property
    def sentences(self) -> NDArray[np.int64]:
        """The number of the sentence that each token stands in; none reaches over an article."""
        borders = np.union1d(self._finder.sentence_ends(), self.store.starts).astype(np.int32)
        return np.searchsorted(borders, self.store.word_starts, side="right")

    def terms_of(self, name: str) -> tuple[str, ...]:
        """Return the terms of a class of the lexicon or of a theme.

        Raises:
            InputError: There is none of that name, or there are two.
        """
        return named_class(self.store.classes, name).terms

    def find(
        self,
        query: str,
        how: str = "string",
        context: int = 20,
        sort: str = "position",
        within: Iterable[str] | None = None,
        limit: int | None = None,
    ) -> pd.DataFrame:
        """List every hit with its context (key word in context).

        Luhn, H. P. (1960), Key word-in-context index for technical literature.

        Args:
            query: What to look for.
            how: 'string', as it stands; 'words', a string that begins and ends where words do
                (with it 海关 is not found in 上海关于); 'class', any term of a class of the lexicon
                or of a theme ('lexicon:office', 'theme:land_acquisition', or without the word
                before the colon where that is plain), the longest where terms overlap; 'regex', a
                regular expression of Python's `re`, each article by itself, matches of no length
                left out. An expression is stopped after some seconds.
            context: Characters to either side, of the same article; line feeds shown as spaces.
            sort: 'position', in the order of the articles; 'right', by the characters after the
                hit; 'left', by those before it, the nearest first, as AntConc sorts to the left
                (Anthony 2022, AntConc, 1L 2L 3L). By code points of the context shown; then by
                position.
            within: Ids of the articles to look in; all if None.
            limit: The hits to return, the first of that order; all of them if None.

        Returns:
            article_id, issue_id, start, end, left, hit, right.

        Raises:
            InputError: The query cannot be used, with the place if an expression is wrong; an
                article is not in the index; there is no such order.
        """
        starts, ends = self._hits(query, how, self.chosen(within))
        return in_context(self.store, starts, ends, context=context, sort=sort, limit=limit)

    def count(
        self,
        query: str,
        by: str = "article_id",
        how: str = "string",
        within: Iterable[str] | None = None,
    ) -> pd.DataFrame:
        """Count hits by article or issue, with denominators.

        Args:
            query: What to look for.
            by: 'article_id' or 'issue_id'.
            how: As in `find`.
            within: Ids of the articles to look in; all if None.

        Returns:
            A row for each article or issue, those without a hit included: article_id (by
            articles), issue_id, count, n_characters (white space left out), per_10k (hits for each
            10,000 characters); by issues also n_articles, n_with (articles with a hit), share and
            its Wilson interval, low and high.

        Raises:
            InputError: As in `find`.
        """
        chosen = self.chosen(within)
        return counted(self.store, self._hits(query, how, chosen)[0], by, chosen)

    def chosen(self, within: Iterable[str] | None) -> NDArray[np.bool_] | None:
        """Mark the articles of some ids; None for all.

        Raises:
            InputError: An article is not in the index.
        """
        if within is None:
            return None
        if isinstance(within, str):
            raise InputError(f"{within!r} is one id", remedy="give a list of them")
        wanted = [str(name) for name in within]
        known = self.store.numbers
        unknown = [name for name in wanted if name not in known]
        if unknown:
            raise InputError(
                f"{len(unknown)} of {len(wanted)} articles are not in the index: {unknown[0]} …",
                remedy="use ids of the articles it was built from",
            )
        out = np.zeros(len(known), dtype=bool)
        out[[known[name] for name in wanted]] = True
        return out

    def _hits(
        self, query: str, how: str, chosen: NDArray[np.bool_] | None
    ) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return where a query stands, in the chosen articles alone."""
        starts, ends = self._finder.find(query, how)
        if chosen is None:
            return starts, ends
        kept = chosen[self.store.articles_at(starts)]
        return starts[kept], ends[kept]
