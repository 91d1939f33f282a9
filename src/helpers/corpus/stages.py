"""The stages of a build: each turns its sources into the tables of one group, chunk by chunk."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from helpers.corpus.config import CorpusConfig
from helpers.corpus.corrected import Corrector
from helpers.corpus.derived import misprints_table, reprints_table
from helpers.corpus.groups import Group
from helpers.corpus.identity import Register
from helpers.corpus.problems import Problem
from helpers.corpus.rows import Rows
from helpers.corpus.sources import Source, sources
from helpers.corpus.words import open_theme_scorer, open_tokeniser
from helpers.corpus.writing import TableWriter, file_name
from helpers.errors import InputError
from helpers.pausing import collection_paused

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

    from helpers.reading.model import RawIssue

#: How many bytes of text are held at once: more saves little time and takes memory.
CHUNK_BYTES = 2_000_000
#: How many bytes a character of Chinese text takes in UTF-8.
BYTES_OF_CHARACTER = 3


@dataclass(slots=True)
class Job:
    """One build under way; `fresh` names the tables that already lie in `temporary`."""

    config: CorpusConfig
    files: dict[str, Path]
    target: Path
    temporary: Path
    progress: Callable[[str, int, int], None] | None = None
    fresh: set[str] = field(default_factory=set)

    def tell(self, group: str, done: int, total: int) -> None:
        """Tell of progress, if somebody listens."""
        if self.progress is not None:
            self.progress(group, done, total)


@dataclass(slots=True)
class Outcome:
    """What a stage hands back: rows of each table, seconds of each step, problems if it reads."""

    rows: dict[str, int] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)
    problems: list[Problem] | None = None

    @contextmanager
    def clock(self, step: str) -> Iterator[None]:
        """Add the time that a block takes to a step."""
        begun = time.perf_counter()
        yield
        self.seconds[step] = self.seconds.get(step, 0.0) + time.perf_counter() - begun


def run_stage(group: Group, job: Job) -> Outcome:
    """Build the tables of one group into the temporary folder."""
    outcome = Outcome()
    with collection_paused(), TableWriter(job.temporary, group.tables) as writer:
        _STAGES[group.name](job, writer, outcome)
        outcome.rows = dict(writer.rows)
        with outcome.clock("write"):
            writer.close()
    return outcome


def _parse(job: Job, writer: TableWriter, outcome: Outcome) -> None:
    """Read and parse the raw files; a bad one is noted and left out."""
    there = sources(job.files, job.config.folder)
    names = [*job.files, *(source.name for source in there if source.pages and source.name)]
    adding = _Adding(
        job.config,
        Register(job.config.name),
        Corrector(job.config, names),
        writer,
        outcome,
    )
    sizes = [source.size for source in there]
    done, total = 0, sum(sizes)
    for source, size in zip(there, sizes, strict=True):
        adding.source(source)
        done += size
        job.tell("parsed", done, total)
    adding.flush()
    outcome.problems = [*adding.problems, *adding.corrector.problems()]


@dataclass(slots=True)
class _Adding:
    """Adds issues to rows, and writes the rows whenever there are enough of them."""

    config: CorpusConfig
    register: Register
    corrector: Corrector
    writer: TableWriter
    outcome: Outcome
    problems: list[Problem] = field(default_factory=list)
    rows: Rows = field(default_factory=Rows)
    held: int = 0

    def source(self, source: Source) -> None:
        """Read a source, and parse and add its issues; what is wrong with it is noted."""

        def note(error: InputError) -> None:
            self.problems.append(Problem.from_error(error, file=source.file_of(error)))

        issues = source.issues(self.config.columns, problems=note)
        while True:
            try:
                with self.outcome.clock("read"):
                    found = next(issues, None)
            except InputError as error:
                note(error)
                return
            if found is None:
                return
            self.issue(*found)

    def issue(self, name: str, raw: RawIssue) -> None:
        """Parse an issue and add it, as corrected by hand."""
        with self.outcome.clock("parse"):
            parsed, remarks = self.corrector.parse(name, raw)
        key = self.register.enter(name, raw.sha256, parsed.masthead)
        if isinstance(key, Problem):
            self.problems.append(key)
            return
        with self.outcome.clock("rows"):
            self.rows.add(key, raw, parsed, file=name, paper=self.config.paper)
        self.problems.extend(remarks)
        self.held += sum(map(len, raw.lines)) * BYTES_OF_CHARACTER
        if self.held >= CHUNK_BYTES:
            self.flush()

    def flush(self) -> None:
        """Write the rows that are held."""
        with self.outcome.clock("rows"):
            tables = self.rows.tables()
        with self.outcome.clock("write"):
            for name, data in tables.items():
                self.writer.write(name, data)
        self.rows, self.held = Rows(), 0


def _tokens(job: Job, writer: TableWriter, outcome: Outcome) -> None:
    """Cut the paragraphs into tokens."""
    from helpers.corpus.tokens import tokens_table

    with outcome.clock("segment"):
        tokeniser = open_tokeniser(job.config)
    for paragraphs in _read(job, "paragraphs", "tokens"):
        with outcome.clock("segment"):
            tokens = tokens_table(paragraphs, tokeniser)
        with outcome.clock("write"):
            writer.write("tokens", tokens)


def _themes(job: Job, writer: TableWriter, outcome: Outcome) -> None:
    """Score the themes of the articles."""
    with outcome.clock("themes"):
        score = open_theme_scorer(job.config)
    for articles in _read(job, "articles", "themes"):
        with outcome.clock("themes"):
            themes = score(articles)
        with outcome.clock("write"):
            writer.write("themes", themes)


def _evidence(job: Job, writer: TableWriter, outcome: Outcome) -> None:
    """Find people, places, speech, figures, programmes and coinages."""
    import pandas as pd

    from helpers.corpus.evidence import evidence_tables
    from helpers.corpus.validate import to_frame

    def whole(table: str, group: str | None = None) -> pd.DataFrame:
        return pd.concat([to_frame(part) for part in _read(job, table, group)], ignore_index=True)

    with outcome.clock("evidence"):
        if not any(True for _ in _read(job, "articles")):
            return
        articles = whole("articles", "evidence")
        tables = evidence_tables(articles, whole("issues"), _bylines(job), job.config)
    with outcome.clock("write"):
        for name, data in tables.items():
            writer.write(name, data)


def _bylines(job: Job) -> pd.DataFrame:
    """Read the bylines of a corpus, which may have none."""
    import pandas as pd

    from helpers.corpus.schema import arrow_schema
    from helpers.corpus.validate import to_frame

    parts = [to_frame(part) for part in _read(job, "bylines")]
    if not parts:
        parts = [to_frame(arrow_schema("bylines").empty_table())]
    return pd.concat(parts, ignore_index=True)


def _misprints(job: Job, writer: TableWriter, outcome: Outcome) -> None:
    """List the suspected misprints."""
    # The words are read twice over, to learn and to look: progress tells of the second time.
    groups = iter((None, "misprints"))
    with outcome.clock("misprints"):
        articles = _read(job, "articles")
        found = misprints_table(articles, lambda: _read(job, "tokens", next(groups)))
    with outcome.clock("write"):
        writer.write("misprints", found)


def _reprints(job: Job, writer: TableWriter, outcome: Outcome) -> None:
    """Find the articles that were printed again."""
    with outcome.clock("reprints"):
        found = reprints_table(_read(job, "articles", "reprints"))
    with outcome.clock("write"):
        writer.write("reprints", found)


def _read(job: Job, table: str, group: str | None = None) -> Iterator[pa.Table]:
    """Yield the row groups of a table, each of which holds whole articles; tell of the group."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    folder = job.temporary if table in job.fresh else job.target
    with pq.ParquetFile(folder / file_name(table, "parquet")) as source:
        count = source.num_row_groups
        for number in range(count):
            yield pa.table(source.read_row_group(number))
            if group is not None:
                job.tell(group, number + 1, count)


_STAGES: dict[str, Callable[[Job, TableWriter, Outcome], None]] = {
    "parsed": _parse,
    "tokens": _tokens,
    "themes": _themes,
    "evidence": _evidence,
    "misprints": _misprints,
    "reprints": _reprints,
}
