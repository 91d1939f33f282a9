"""The one door for notebooks: the tables of a corpus, built if need be, as frames."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from helpers.corpus.config import CorpusConfig
from helpers.corpus.problems import Problem
from helpers.errors import InputError

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Corpus:
    """The tables of one corpus, each read from disk when it is first asked for.

    Dates are datetime64; counts and yes/no values that may be missing are Int64 and boolean.

    Args:
        name: The corpus.
        config: Its settings.
        hash: A short hash of its inputs, the same on every machine.
        folder: Where its tables lie.
        problems: What went wrong with single files.
    """

    name: str
    config: CorpusConfig
    hash: str
    folder: Path
    problems: tuple[Problem, ...] = field(default=(), repr=False)

    @cached_property
    def issues(self) -> pd.DataFrame:
        """One row for each issue."""
        return self.read("issues")

    @cached_property
    def lines(self) -> pd.DataFrame:
        """One row for each non-blank raw line."""
        return self.read("lines")

    @cached_property
    def articles(self) -> pd.DataFrame:
        """One row for each article."""
        return self.read("articles")

    @cached_property
    def paragraphs(self) -> pd.DataFrame:
        """One row for each paragraph."""
        return self.read("paragraphs")

    @cached_property
    def bylines(self) -> pd.DataFrame:
        """One row for each person of a byline."""
        return self.read("bylines")

    @cached_property
    def tokens(self) -> pd.DataFrame:
        """One row for each token."""
        return self.read("tokens")

    @cached_property
    def themes(self) -> pd.DataFrame:
        """One row for each theme of an article."""
        return self.read("themes")

    @cached_property
    def people(self) -> pd.DataFrame:
        """One row for each mention of a person."""
        return self.read("people")

    @cached_property
    def places(self) -> pd.DataFrame:
        """One row for each mention of a place."""
        return self.read("places")

    @cached_property
    def organisations(self) -> pd.DataFrame:
        """One row for each mention of an organisation."""
        return self.read("organisations")

    @cached_property
    def quotations(self) -> pd.DataFrame:
        """One row for each piece of direct speech."""
        return self.read("quotations")

    @cached_property
    def quantities(self) -> pd.DataFrame:
        """One row for each figure."""
        return self.read("quantities")

    @cached_property
    def checks(self) -> pd.DataFrame:
        """One row for each statement whose arithmetic can be done again."""
        return self.read("checks")

    @cached_property
    def initiatives(self) -> pd.DataFrame:
        """One row for each mention of a programme."""
        return self.read("initiatives")

    @cached_property
    def coinages(self) -> pd.DataFrame:
        """One row for each coinage."""
        return self.read("coinages")

    @cached_property
    def headline_evidence(self) -> pd.DataFrame:
        """One row for each find in a headline."""
        return self.read("headline_evidence")

    @cached_property
    def misprints(self) -> pd.DataFrame:
        """One row for each suspected misprint."""
        return self.read("misprints")

    @cached_property
    def reprints(self) -> pd.DataFrame:
        """One row for each pair of articles of which one was printed again."""
        return self.read("reprints")

    def read(self, table: str) -> pd.DataFrame:
        """Read one table from disk, as a new frame."""
        import pyarrow.parquet as pq

        from helpers.corpus.validate import to_frame
        from helpers.corpus.writing import file_name

        return to_frame(pq.read_table(self.folder / file_name(table, "parquet")))


def load_corpus(
    name: str, *, raw: Path | str | None = None, out: Path | str | None = None
) -> Corpus:
    """Return the tables of a corpus, after building what is missing or stale.

    Args:
        name: The corpus, a folder under `data/raw/`.
        raw: Folder of raw issues in place of `data/raw/<name>`.
        out: Folder of tables in place of `data/processed/<name>`.

    Raises:
        InputError: The corpus or its settings cannot be used, or not one issue could be read.
    """
    from helpers.corpus.build import build

    result = build(name, raw=raw, out=out)
    if not result.rows.get("issues"):
        first = result.problems[0].error(result.config.folder)
        raise InputError(
            f"no issue could be read: {first.problem}", file=first.file, remedy=first.remedy
        )
    return Corpus(name, result.config, result.hash, result.folder, result.problems)
