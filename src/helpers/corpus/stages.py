"""The stages of a build: each turns its sources into the tables of one group, chunk by chunk."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from helpers.corpus.config import CorpusConfig
from helpers.corpus.corrections import correct, load_corrections
from helpers.corpus.files import chunks
from helpers.corpus.groups import Group
from helpers.corpus.identity import Register
from helpers.corpus.pausing import collection_paused
from helpers.corpus.problems import Problem
from helpers.corpus.rows import REPORT_IT, Rows, TextLostError
from helpers.corpus.words import open_theme_scorer, open_tokeniser
from helpers.corpus.writing import TableWriter, file_name
from helpers.errors import InputError

if TYPE_CHECKING:
    import pyarrow as pa


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
    register = Register(job.config.name)
    corrections = load_corrections(job.config.corrections, job.files)
    outcome.problems = []
    total = sum(path.stat().st_size for path in job.files.values())
    done = 0
    for chunk in chunks(job.files):
        rows = Rows()
        for name, path, size in chunk:
            fields = corrections.get(name)
            add = _Adding(job.config, register, rows, outcome, fields)
            outcome.problems.extend(add.file(name, path))
            done += size
            job.tell("parsed", done, total)
        with outcome.clock("rows"):
            tables = rows.tables()
        with outcome.clock("write"):
            for name, data in tables.items():
                writer.write(name, data)


@dataclass(slots=True)
class _Adding:
    """Adds one file to the rows, with the fields of its masthead that were corrected by hand."""

    config: CorpusConfig
    register: Register
    rows: Rows
    outcome: Outcome
    fields: dict[str, Any] | None

    def file(self, name: str, path: Path) -> list[Problem]:
        """Read, parse and add a file, and return its problems."""
        from helpers.parsing import AccountError, parse_issue
        from helpers.reading import read_issue

        try:
            with self.outcome.clock("read"):
                raw = read_issue(path)
            with self.outcome.clock("parse"):
                parsed = parse_issue(raw.lines)
        except InputError as error:
            return [Problem.from_error(error, file=name)]
        except AccountError as error:
            raise TextLostError(str(error), file=path, remedy=REPORT_IT) from error
        remarks = [Problem.remark(text, file=name) for text in parsed.problems]
        if self.fields:
            parsed.masthead = correct(parsed.masthead, self.fields)
            # What the parser said of the masthead is answered; what it said of a line is not.
            remarks = [remark for remark in remarks if remark.line is not None]
        key = self.register.enter(name, raw.sha256, parsed.masthead)
        if isinstance(key, Problem):
            return [key]
        with self.outcome.clock("rows"):
            self.rows.add(key, raw, parsed, file=name, paper=self.config.paper)
        return remarks


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


def _read(job: Job, table: str, group: str) -> Iterator[pa.Table]:
    """Yield the row groups of a table, each of which holds whole articles."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    folder = job.temporary if table in job.fresh else job.target
    with pq.ParquetFile(folder / file_name(table, "parquet")) as source:
        count = source.num_row_groups
        for number in range(count):
            yield pa.table(source.read_row_group(number))
            job.tell(group, number + 1, count)


_STAGES: dict[str, Callable[[Job, TableWriter, Outcome], None]] = {
    "parsed": _parse,
    "tokens": _tokens,
    "themes": _themes,
}
