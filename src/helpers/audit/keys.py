"""The answer keys of a corpus: where they lie, what they are called, and whether they still fit."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from helpers import paths
from helpers.audit.key import KeyIssue
from helpers.audit.marked import load_marked
from helpers.audit.readings import load_annotation
from helpers.corpus.config import CorpusConfig
from helpers.corpus.files import KEY_SUFFIX, KEYS
from helpers.errors import InputError
from helpers.parsing.model import Masthead
from helpers.reading.model import RawIssue

#: Files that hold many issues, each of which has a key of its own, named by its date.
TABLES = frozenset({".csv", ".jsonl", ".ndjson", ".xlsx", ".xlsm"})
MEND = "copy the line into the key as the issue has it, or make the draft anew"


def key_folder(folder: Path) -> Path:
    """Return where the keys of a corpus lie, by its raw folder."""
    return folder / KEYS


def find_keys(config: CorpusConfig) -> Keys | None:
    """Return the keys of a corpus, or None if it has none.

    They lie beside the raw files; those of the specimen are kept with the tests.

    Raises:
        InputError: They cannot be read.
    """
    own = key_folder(config.folder)
    if own.is_dir() and any(own.rglob("*.txt")):
        return Keys(own)
    kept = paths.root() / "tests" / config.name / "key" / "structure.json"
    return Keys(kept) if config.fictional and kept.is_file() else None


def key_name(file: str, masthead: Masthead) -> str:
    """Return the name of an issue's key, without suffix.

    2021-07-06.txt => 2021-07-06; 2021/07-06.txt => 2021/07-06; a table of articles has one key for
    each date, articles.csv => articles.2021-07-06.
    """
    path = PurePosixPath(file)
    if path.suffix.lower() in TABLES:
        return f"{path.with_suffix('')}.{masthead.date or 'undated'}"
    return path.with_suffix("").as_posix()


class Keys:
    """The keys in a folder of marked files, or in one JSON file of the annotation form."""

    def __init__(self, place: Path) -> None:
        """Look for keys; a marked file is read when it is asked for.

        Raises:
            InputError: There is no key, or the JSON is none.
        """
        self.place = place
        self.files: dict[str, Path] = {}
        self.issues: dict[str, KeyIssue] = {}
        if place.is_dir():
            for path in sorted(place.rglob("*.txt")):
                name = path.relative_to(place).as_posix()
                self.files[name.removesuffix(KEY_SUFFIX).removesuffix(".txt")] = path
        elif place.suffix.lower() == ".json" and place.is_file():
            self.issues = {issue.name: issue for issue in load_annotation(place)}
        elif place.is_file():
            self.files = {place.name.removesuffix(KEY_SUFFIX).removesuffix(".txt"): place}
        if not self.files and not self.issues:
            raise InputError(
                "the folder holds no answer key" if place.is_dir() else "no answer key is there",
                file=place,
                remedy="write drafts into it with --draft and correct them, or name one with --key",
            )

    def names(self) -> list[str]:
        """Return the names of the keys."""
        return sorted({*self.files, *self.issues})

    def find(self, name: str, raw: RawIssue) -> KeyIssue | None:
        """Return the key of an issue, or None if there is none.

        Raises:
            InputError: The key is not in its form, or its lines are not those of the issue.
        """
        if name in self.files:
            key = load_marked(self.files[name])
            assert key.raw is not None
            check_lines(key.raw, raw.lines, key_file=self.files[name], issue=raw.path)
            key.name = name
            return key
        key_or_none = self.issues.get(name)
        if key_or_none is not None:
            _check_numbers(key_or_none, raw, self.place)
        return key_or_none


def check_lines(key: Sequence[str], lines: Sequence[str], *, key_file: Path, issue: Path) -> None:
    """Hold the raw lines of a key against those of its issue; white space alone is no difference.

    Raises:
        InputError: They differ; the line counts in the issue.
    """
    one, other = _trimmed(key), _trimmed(lines)
    for number in range(max(len(one), len(other))):
        mine = one[number] if number < len(one) else None
        theirs = other[number] if number < len(other) else None
        if mine != theirs:
            said = (
                "ends" if mine is None else "has an empty line" if not mine else f"has {mine[:12]}"
            )
            raise InputError(
                f"the answer key {key_file.name} {said} here",
                file=issue,
                line=number + 1,
                remedy=MEND,
            )


def _trimmed(lines: Sequence[str]) -> list[str]:
    """Drop white space in empty lines, and empty lines at the end."""
    out = [line if line.strip() else "" for line in lines]
    while out and not out[-1]:
        out.pop()
    return out


def _check_numbers(key: KeyIssue, raw: RawIssue, place: Path) -> None:
    """Check that every line that a key without text speaks of is there and is not empty."""
    for number in sorted(key.roles):
        if not 1 <= number <= len(raw.lines) or not raw.lines[number - 1].strip():
            raise InputError(
                f"the answer key {place.name} speaks of this line, which is not there or empty",
                file=raw.path,
                line=number,
                remedy="the key was made for another version of the file",
            )
