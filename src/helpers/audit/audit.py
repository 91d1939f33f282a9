"""The parse of a corpus against its answer keys, as the build reads it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from helpers.audit.differences import Difference, differences
from helpers.audit.key import KeyIssue
from helpers.audit.keys import Keys, key_name
from helpers.audit.readings import of_parse
from helpers.audit.reliability import Bin, brier, calibration_error, chance_error, reliability
from helpers.audit.score import Score, compare
from helpers.audit.write_marked import write_marked
from helpers.corpus.config import CorpusConfig
from helpers.corpus.corrected import Corrector
from helpers.corpus.files import KEY_SUFFIX, raw_files
from helpers.corpus.folder import explain_writing
from helpers.corpus.problems import Problem
from helpers.corpus.sources import Source, sources
from helpers.errors import InputError
from helpers.parsing.model import ParsedIssue
from helpers.reading.model import RawIssue


class Readings(NamedTuple):
    """One issue as the key and as the parse have it, with its raw file and lines."""

    file: str
    key: KeyIssue
    parse: KeyIssue
    lines: tuple[str, ...]


@dataclass(slots=True)
class Audit:
    """What an audit found: counts, (confidence, exact) of each article, what went wrong."""

    score: Score = field(default_factory=Score)
    confidences: list[tuple[float, bool]] = field(default_factory=list)
    issues: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    differences: list[Difference] = field(default_factory=list)
    readings: list[Readings] = field(default_factory=list)

    def add(
        self, key: KeyIssue, parsed: ParsedIssue, lines: Sequence[str], *, file: str = ""
    ) -> None:
        """Hold one issue against its key; `file` is its raw file, as the corpus names it."""
        reading = of_parse(parsed, key.name)
        score = compare(key, reading, lines)
        self.differences += differences(key, reading, lines)
        self.readings.append(Readings(file, key, reading, tuple(lines)))
        self.score.merge(score)
        self.confidences += [
            (a.confidence, score.exact.get(str(a.order), False)) for a in parsed.articles
        ]
        self.issues.append(key.name)

    @property
    def bins(self) -> list[Bin]:
        """The articles in bins of confidence."""
        return reliability(self.confidences)

    @property
    def calibration_error(self) -> float:
        """The expected calibration error of the confidences."""
        return calibration_error(self.bins)

    @property
    def chance_error(self) -> float:
        """The calibration error that chance alone would show with so many articles."""
        return chance_error(self.confidences)

    @property
    def brier_score(self) -> float:
        """The Brier score of the confidences."""
        return brier(self.confidences)


def audit_corpus(config: CorpusConfig, keys: Keys) -> Audit:
    """Hold every issue of a corpus that has a key against it.

    Raises:
        InputError: There is no issue, or no issue that a key is for. What is wrong with one issue
            or key is in `Audit.problems`.
    """
    out = Audit()
    unused = set(keys.names())
    for name, raw, parsed in _issues(config, out.problems.append):
        found = key_name(name, parsed.masthead)
        unused.discard(found)
        try:
            key = keys.find(found, raw)
        except InputError as error:
            out.problems.append(Problem.from_error(error))
            continue
        if key is not None:
            out.add(key, parsed, raw.lines, file=name)
    for name in sorted(unused):
        out.problems.append(
            Problem(
                (keys.files.get(name) or keys.place).as_posix(),
                f"there is no issue for the answer key {name}",
                remedy="name the key as the raw file is named, or take it out",
            )
        )
    return out


def write_drafts(
    config: CorpusConfig, folder: Path, names: Sequence[str] = ()
) -> tuple[list[Path], list[Problem]]:
    """Write the present parse of issues in the marked form => (files written, problems).

    Args:
        config: The corpus.
        folder: Where drafts are written; a file that is there is left as it is, and told of.
        names: The issues, by key name, raw file, id or date; all if there are none.

    Raises:
        InputError: There is no issue, or the folder cannot be written.
    """
    written: list[Path] = []
    problems: list[Problem] = []
    wanted = dict.fromkeys(names, False)
    for file, raw, parsed in _issues(config, problems.append):
        name = key_name(file, parsed.masthead)
        day = str(parsed.masthead.date)
        known = {name, file, raw.path.name, day, f"{config.name}-{day}"}
        if names and not known & wanted.keys():
            continue
        wanted |= dict.fromkeys(known & wanted.keys(), True)
        target = folder / f"{name}{KEY_SUFFIX}"
        try:
            _write_draft(target, name, raw, parsed)
            written.append(target)
        except InputError as error:
            problems.append(Problem.from_error(error))
    for name in (name for name, found in wanted.items() if not found):
        remedy = "name an issue by its raw file or its date, or name none for all"
        problems.append(
            Problem(config.folder.as_posix(), f"there is no issue '{name}'", None, remedy)
        )
    return written, problems


def _write_draft(target: Path, name: str, raw: RawIssue, parsed: ParsedIssue) -> None:
    """Write one draft, unless there is one."""
    if target.exists():
        raise InputError(
            "this answer key is there already and was left as it is",
            file=target,
            remedy="move it away to have a new draft written",
        )
    text = write_marked(of_parse(parsed, name), raw.lines, file=raw.path)
    try:
        data = text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise InputError(
            "holds characters that UTF-8 cannot write",
            file=raw.path,
            remedy="take the broken characters out of the raw file",
        ) from error
    with explain_writing(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def _issues(
    config: CorpusConfig, note: Callable[[Problem], None]
) -> Iterator[tuple[str, RawIssue, ParsedIssue]]:
    """Yield (file, issue, its parse) as the build reads them; what is wrong with one is noted."""
    files = raw_files(config)
    there = sources(files, config.folder)
    names = [*files, *(source.name for source in there if source.pages and source.name)]
    corrector = Corrector(config, names)
    for source in there:
        for name, raw in _read(source, config, note):
            try:
                parsed, _ = corrector.parse(name, raw)
            except InputError as error:
                note(Problem.from_error(error))
                continue
            yield name, raw, parsed
    for problem in corrector.problems():
        note(replace(problem, file=(config.folder / problem.file).as_posix()))


def _read(
    source: Source, config: CorpusConfig, note: Callable[[Problem], None]
) -> Iterator[tuple[str, RawIssue]]:
    """Yield the issues of a source; what is wrong with it is noted."""

    def tell(error: InputError) -> None:
        note(Problem.from_error(error))

    try:
        yield from source.issues(config.columns, problems=tell)
    except InputError as error:
        tell(error)
