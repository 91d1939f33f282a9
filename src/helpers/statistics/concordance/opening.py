"""The index of a corpus: beside its tables, and built anew when they or this code change."""

from __future__ import annotations

import shutil
from contextlib import suppress
from typing import TYPE_CHECKING

from helpers.corpus.fingerprints import Record, code_hash, digest
from helpers.corpus.writing import file_name
from helpers.errors import InputError
from helpers.statistics.concordance.index import Index

if TYPE_CHECKING:
    from helpers.corpus.loading import Corpus

#: The folder of the index, in the folder of the tables.
FOLDER = "concordance"
#: The tables and the code that it is made from.
TABLES = ("articles", "tokens")
CODE = (
    "statistics/concordance/building.py",
    "statistics/concordance/store.py",
    "statistics/concordance/storage.py",
    "language/normalise.py",
    "language/plain.py",
    "language/resources",
    "language/themes.py",
    "language/theme_lists.py",
    "language/lexicon.py",
    "parsing/script.py",
)
#: The files of a corpus's own that it is made from.
OWN = ("lexicon", "lexicon_mode", "themes", "themes_mode")


def open_index(corpus: Corpus) -> Index:
    """Return the index of a corpus's articles, built if it is missing or stale.

    It is kept in the folder of the tables; where that cannot be written, it is built each time.

    Args:
        corpus: What `helpers.corpus.load` returned.
    """
    wanted = _digest(corpus)
    folder = corpus.folder / FOLDER
    with suppress(InputError):
        index = Index.load(folder)
        if index.digest == wanted:
            return index
    index = _built(corpus, wanted)
    with suppress(InputError):
        # An index of an older form is no longer known as one.
        shutil.rmtree(folder, ignore_errors=True)
        index.save(folder)
    return index


def _digest(corpus: Corpus) -> str:
    """Return a hash of all that the index is made from."""
    record = Record.read(corpus.folder)
    inputs = record.inputs
    return digest(
        {
            "tables": [record.files[file_name(name, "csv")]["sha256"] for name in TABLES],
            "settings": [inputs.get(key) or str(getattr(corpus.config, key)) for key in OWN],
            "code": code_hash(*CODE),
        }
    )


def _built(corpus: Corpus, wanted: str) -> Index:
    """Build the index of a corpus from its tables."""
    from helpers.language.lexicon import load_lexicon
    from helpers.language.themes import load_themes

    config = corpus.config
    return Index.of(
        corpus.articles,
        load_lexicon(config.lexicon, replace=config.lexicon_mode == "replace"),
        corpus.tokens,
        themes=load_themes(config.themes, replace=config.themes_mode == "replace"),
        digest=wanted,
    )
