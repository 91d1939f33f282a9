"""Raw issues to tables on disk, streaming: only what is stale, and never half-written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from helpers import paths
from helpers.corpus.config import CorpusConfig, find_folder, load_config
from helpers.corpus.datapackage import DESCRIPTOR, datapackage_text
from helpers.corpus.files import raw_files
from helpers.corpus.fingerprints import RECORD, Record, corpus_hash, hash_inputs
from helpers.corpus.folder import explain_writing, install, workshop
from helpers.corpus.groups import GROUPS, Group
from helpers.corpus.problems import Problem
from helpers.corpus.stages import Job, run_stage
from helpers.corpus.writing import file_hash
from helpers.errors import InputError

#: Told of progress: the group of tables, how much is done and how much there is, in bytes.
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Build:
    """What a build left behind.

    `rebuilt` names the groups of tables that were stale; `seconds` tells where the time went.
    """

    config: CorpusConfig
    folder: Path
    hash: str
    problems: tuple[Problem, ...]
    rebuilt: tuple[str, ...] = ()
    rows: dict[str, int] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)


def build(
    name: str,
    *,
    raw: Path | str | None = None,
    out: Path | str | None = None,
    progress: Progress | None = None,
) -> Build:
    """Build the tables of a corpus that are missing or stale.

    Args:
        name: The corpus.
        raw: Folder of raw issues in place of `data/raw/<name>`.
        out: Folder of tables in place of `data/processed/<name>`.
        progress: Told of progress.

    Raises:
        InputError: The corpus, its settings or the output folder cannot be used. Problems of
            single files are not raised: they are in `Build.problems`.
    """
    config = load_config(name, find_folder(name, Path(raw) if raw is not None else None))
    target = Path(out) if out is not None else paths.processed() / name
    files = raw_files(config)
    inputs = _hash(config, files)
    record = Record.read(target)
    if not _stale(config, inputs, record, target):
        return _result(config, target, record)
    with workshop(target) as temporary:
        # Another process may have built it while this one waited for the lock.
        record = Record.read(target)
        if not _stale(config, inputs, record, target):
            return _result(config, target, record)
        job = Job(config, files, target, temporary, progress)
        return _rebuild(job, inputs, record)


def _hash(config: CorpusConfig, files: dict[str, Path]) -> dict[str, str]:
    """Return the hashes of the inputs; InputError if one cannot be read."""
    try:
        return hash_inputs(config, files)
    except OSError as error:
        raise InputError(
            f"cannot be read ({error.strerror})",
            file=error.filename,
            remedy="make the file readable, or take it out of the folder",
        ) from error


def _stale(config: CorpusConfig, inputs: dict[str, str], record: Record, target: Path) -> bool:
    """Return whether any table, or the description of the tables, is missing or stale."""
    if record.corpus != config.name or record.inputs != inputs:
        return True
    if any(not _is_fresh(group, config, inputs, record, target) for group in GROUPS):
        return True
    try:
        described = (target / DESCRIPTOR).read_text(encoding="utf-8")
    except (OSError, ValueError):
        return True
    return described != datapackage_text(config, record)


def _is_fresh(
    group: Group, config: CorpusConfig, inputs: dict[str, str], record: Record, folder: Path
) -> bool:
    """Return whether the tables of a group are there and made from what is there now."""
    if group.name not in record.groups or not record.has(folder, group.files):
        return False
    return record.groups[group.name] == group.fingerprint(config, inputs, record.files)


def _rebuild(job: Job, inputs: dict[str, str], record: Record) -> Build:
    """Build the stale groups in the temporary folder, then put everything in place."""
    rebuilt: list[Group] = []
    seconds: dict[str, float] = {}
    record.corpus, record.inputs, record.hash = job.config.name, inputs, corpus_hash(inputs)
    for group in GROUPS:
        if _is_fresh(group, job.config, inputs, record, job.target):
            continue
        record.groups.pop(group.name, None)
        outcome = run_stage(group, job)
        for name, value in outcome.seconds.items():
            seconds[name] = seconds.get(name, 0.0) + value
        if outcome.problems is not None:
            record.problems = [problem.as_dict() for problem in outcome.problems]
        for file in group.files:
            path = job.temporary / file
            rows = outcome.rows[file.rpartition(".")[0]]
            known = {"sha256": file_hash(path), "bytes": path.stat().st_size, "rows": rows}
            record.files[file] = known
        record.groups[group.name] = group.fingerprint(job.config, inputs, record.files)
        rebuilt.append(group)
        job.fresh.update(group.tables)
    with explain_writing(job.target):
        description = datapackage_text(job.config, record)
        (job.temporary / DESCRIPTOR).write_text(description, encoding="utf-8")
        record.write(job.temporary / RECORD)
        made = [file for group in rebuilt for file in group.files]
        install(job.temporary, job.target, [*made, DESCRIPTOR])
    return _result(job.config, job.target, record, tuple(group.name for group in rebuilt), seconds)


def _result(
    config: CorpusConfig,
    target: Path,
    record: Record,
    rebuilt: tuple[str, ...] = (),
    seconds: dict[str, float] | None = None,
) -> Build:
    """Return what the record tells of the tables."""
    rows = {
        file.removesuffix(".csv"): int(known["rows"])
        for file, known in record.files.items()
        if file.endswith(".csv")
    }
    problems = tuple(Problem(**problem) for problem in record.problems)
    return Build(config, target, record.hash, problems, rebuilt, rows, seconds or {})
