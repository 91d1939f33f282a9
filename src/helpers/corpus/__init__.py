"""Corpus: the tidy tables of one newspaper, built, validated, stored and loaded.

`load(name)` is the one door for notebooks. It builds what is missing or stale.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from helpers.corpus.loading import Corpus

__all__ = ["Corpus", "load"]


def load(name: str, *, raw: Path | str | None = None, out: Path | str | None = None) -> Corpus:
    """Return the tables of the corpus `name`, after building what is missing or stale.

    Args:
        name: The corpus, a folder under `data/raw/`.
        raw: Folder of raw issues in place of `data/raw/<name>`.
        out: Folder of tables in place of `data/processed/<name>`.

    Raises:
        InputError: The corpus or its settings cannot be used, or not one issue could be read.
    """
    from helpers.corpus.loading import load_corpus

    return load_corpus(name, raw=raw, out=out)


def __getattr__(name: str) -> Any:  # noqa: ANN401
    """Load `Corpus` when it is first asked for, so that importing this package stays fast."""
    if name == "Corpus":
        from helpers.corpus.loading import Corpus

        return Corpus
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
