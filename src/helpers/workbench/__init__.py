"""The workbench: search a corpus and see concordance, trend and keyness as one types."""

from helpers.workbench.bench import Found, Workbench
from helpers.workbench.drafts import Effect, ThemeDraft
from helpers.workbench.query import Query
from helpers.workbench.saving import save_selection, save_themes
from helpers.workbench.showing import is_live, show

__all__ = [
    "Effect",
    "Found",
    "Query",
    "ThemeDraft",
    "Workbench",
    "is_live",
    "save_selection",
    "save_themes",
    "show",
]
