"""A theme of the dictionary, changed on trial, with what that does to the articles."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pandas as pd

from helpers.errors import InputError
from helpers.language.theme_lists import ThemeTerm
from helpers.language.themes import ThemeDictionary, score_themes

#: The weight of a term that is added: a person, place or matter of the theme.
WEIGHT = 2
REASON = "added in the workbench"
#: Characters of a term.
MOST_CHARACTERS = 40


@dataclass(frozen=True)
class Effect:
    """What a draft does.

    Args:
        before: Articles with the theme as the dictionary stands.
        after: Articles with it under the draft.
        changed: article_id, issue_id, headline, change ('+' or '-').
    """

    before: int
    after: int
    changed: pd.DataFrame


class ThemeDraft:
    """One theme with the terms that a person tries.

    Args:
        dictionary: The dictionary as it stands.
        theme: One of its themes.
    """

    def __init__(self, dictionary: ThemeDictionary, theme: str) -> None:
        """Begin with the terms that the theme has."""
        self.saved = dictionary
        self.theme = theme
        self._added: tuple[str, ...] = ()
        self._removed: frozenset[str] = frozenset()

    @property
    def terms(self) -> tuple[str, ...]:
        """The terms of the theme under the draft."""
        own = [t.term for t in self.saved.terms if t.theme == self.theme]
        return (*(t for t in own if t not in self._removed), *self._added)

    def set_terms(self, terms: tuple[str, ...] | list[str]) -> None:
        """Take these for the terms of the theme.

        Raises:
            InputError: One of them cannot be a term; the draft stays as it was.
        """
        wanted = tuple(dict.fromkeys(term.strip() for term in terms))
        own = {t.term for t in self.saved.terms if t.theme == self.theme}
        for term in wanted:
            if term in own:
                continue
            if len(term) < 2 or len(term) > MOST_CHARACTERS or any(c.isspace() for c in term):
                raise InputError(
                    f"“{term[:MOST_CHARACTERS]}” cannot be a term",
                    remedy=f"use 2 to {MOST_CHARACTERS} characters without blanks",
                )
        self._removed = frozenset(own - set(wanted))
        self._added = tuple(term for term in wanted if term not in own)

    @property
    def is_changed(self) -> bool:
        """Whether the draft differs from the dictionary."""
        return bool(self._added or self._removed)

    @property
    def dictionary(self) -> ThemeDictionary:
        """The whole dictionary under the draft."""
        kept = [t for t in self.saved.terms if t.theme != self.theme or t.term not in self._removed]
        added = [ThemeTerm(self.theme, term, WEIGHT, REASON) for term in self._added]
        return replace(self.saved, terms=(*kept, *added))

    def effect(self, articles: pd.DataFrame, themes: pd.DataFrame) -> Effect:
        """Score the articles under the draft.

        Args:
            articles: The table `articles`.
            themes: The table `themes`, as the dictionary stands.
        """
        scored = score_themes(articles, dictionary=self.dictionary)
        now = set(scored.loc[scored["theme"] == self.theme, "article_id"])
        was = set(themes.loc[themes["theme"] == self.theme, "article_id"])
        moved = articles[articles["article_id"].isin(now ^ was)]
        changed = moved[["article_id", "issue_id", "headline"]].assign(
            change=["+" if name in now else "-" for name in moved["article_id"]]
        )
        return Effect(len(was), len(now), changed.reset_index(drop=True))
