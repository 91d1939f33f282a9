"""The raw files of a corpus, their order, and their division into chunks of bounded size."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from helpers.corpus.config import CorpusConfig
from helpers.errors import InputError

#: How many bytes of raw text are held at once: more saves little time and takes memory.
CHUNK_BYTES = 2_000_000
#: Files that stand beside issues and are none: settings, notes, word lists.
ASIDE = frozenset({".toml", ".md", ".csv", ".tsv", ".json", ".yaml", ".yml"})


def raw_files(config: CorpusConfig) -> dict[str, Path]:
    """Return the files of a corpus by their name under its folder, sorted by that name.

    Hidden files, settings, notes and the corpus's own resources are left out; every other file
    is held to be an issue.

    Raises:
        InputError: There is none.
    """
    resources = {path.resolve() for path in config.files.values()}
    found = {}
    for path in config.folder.rglob("*"):
        name = path.relative_to(config.folder)
        hidden = any(part.startswith(".") for part in name.parts)
        if hidden or path.suffix.lower() in ASIDE or not path.is_file():
            continue
        if path.resolve() not in resources:
            found[name.as_posix()] = path
    if not found:
        raise InputError(
            "the folder holds no issue",
            file=config.folder,
            remedy="put text files of issues into it",
        )
    return dict(sorted(found.items()))


def chunks(
    files: dict[str, Path], *, size: int = CHUNK_BYTES
) -> Iterator[list[tuple[str, Path, int]]]:
    """Yield the files in order, in lists of about `size` bytes, as (name, path, bytes)."""
    chunk: list[tuple[str, Path, int]] = []
    total = 0
    for name, path in files.items():
        length = path.stat().st_size
        if chunk and total + length > size:
            yield chunk
            chunk, total = [], 0
        chunk.append((name, path, length))
        total += length
    if chunk:
        yield chunk
