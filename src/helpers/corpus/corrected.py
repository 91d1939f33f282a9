"""Issues as the build reads them: parsed, with the corrections of the corpus applied."""

from __future__ import annotations

from collections.abc import Iterable

from helpers.corpus.config import CorpusConfig
from helpers.corpus.corrections import correct, load_corrections
from helpers.corpus.corrections_apply import parse_corrected
from helpers.corpus.corrections_lines import LineCorrection
from helpers.corpus.problems import Problem
from helpers.corpus.reparse import parse_raw
from helpers.parsing.model import ParsedIssue
from helpers.reading.model import RawIssue

STALE = "the raw file has changed, or the number is wrong: correct `at`, or take this out"
IN_VAIN = "correct it, or take it out"


class Corrector:
    """Parses the issues of a corpus, and keeps what is wrong with its corrections."""

    def __init__(self, config: CorpusConfig, files: Iterable[str]) -> None:
        """Read the corrections.

        Args:
            config: The settings of the corpus.
            files: The names of files and folders that corrections can be about.

        Raises:
            InputError: The file of corrections cannot be read.
        """
        self._path = config.corrections
        self._folder = config.folder
        self._corrections = load_corrections(config.corrections, files)
        #: Corrections that were tried: why they fitted no issue of their file, None if they did.
        self._tried: dict[LineCorrection, str | None] = {}
        self._problems: list[Problem] = []

    def parse(self, name: str, raw: RawIssue) -> tuple[ParsedIssue, list[Problem]]:
        """Parse an issue of the file `name` => (issue, what is to be remarked on it).

        Raises:
            TextLostError: The parser lost or invented a line.
        """
        said = self._corrections.get(name)
        if said is None:
            parsed = parse_raw(raw)
            return parsed, [Problem.remark(text, file=name) for text in parsed.problems]
        parsed, failed = parse_corrected(raw, self._fitting(said.lines, raw))
        self._problems += [self._complain(one, f"{name}: {why}", IN_VAIN) for one, why in failed]
        remarks = [Problem.remark(text, file=name) for text in parsed.problems]
        if said.fields:
            parsed.masthead = correct(parsed.masthead, said.fields)
            # What the parser said of the masthead is answered; what it said of a line is not.
            remarks = [remark for remark in remarks if remark.line is not None]
        return parsed, remarks

    def problems(self) -> list[Problem]:
        """Return what is wrong with the corrections of the issues that were parsed."""
        stale = [
            self._complain(one, why, STALE) for one, why in self._tried.items() if why is not None
        ]
        return [*self._problems, *stale]

    def _fitting(
        self, corrections: Iterable[LineCorrection], raw: RawIssue
    ) -> list[LineCorrection]:
        """Return the corrections that fit an issue: a table of articles holds many."""
        fitting = []
        for one in corrections:
            why = one.misfit(raw.lines)
            if why is None:
                fitting.append(one)
                self._tried[one] = None
            else:
                self._tried.setdefault(one, f"{raw.path.name}: {why}")
        return fitting

    def _complain(self, one: LineCorrection, why: str, remedy: str) -> Problem:
        """Make a problem of a correction; nothing is lost by it."""
        assert self._path is not None
        inside = self._path.is_relative_to(self._folder)
        file = self._path.relative_to(self._folder) if inside else self._path
        return Problem(file.as_posix(), why, one.where, remedy, lost=False)
